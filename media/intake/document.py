"""A document from outside, judged by its content and written anew without author, location and scripts.

Runs in the child process of media.intake.child and knows nothing of Django.
"""

from typing import BinaryIO

from media.intake import office, pdf, table
from media.intake.verdict import Clean, RefusedError

CLEANERS = {"pdf": pdf.clean, "docx": office.clean, "xlsx": office.clean, "odt": office.clean, "csv": table.clean}


def clean(data: bytes, extension: str, target: BinaryIO) -> Clean:
    """Writes the clean document to target. Raises RefusedError, MemoryError, or whatever its parser raises."""
    target.write(CLEANERS[extension](data, extension))
    if not target.tell():
        raise RefusedError("broken_document")
    return Clean(extension)
