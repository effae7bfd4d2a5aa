"""A CSV file: text and nothing else. Runs in the child process."""

import re

from media.intake.verdict import RefusedError

NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
OTHER_KINDS = re.compile(r"\s*(?:%PDF-|GIF8|<(?:!doctype|\?|html|svg|script|body|iframe)|#!|\{\\rtf)", re.IGNORECASE)
BYTE_ORDER_MARK = "\ufeff"  # with it Excel reads the accents right


def clean(data: bytes, extension: str) -> bytes:
    """The table in UTF-8 with Unix line ends; what was not UTF-8 is read as Windows' Western European."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            raise RefusedError("other_document", named=extension) from None
    if NOT_TEXT.search(text) or OTHER_KINDS.match(text):
        raise RefusedError("other_document", named=extension)
    if not text.strip():
        raise RefusedError("empty")
    return (BYTE_ORDER_MARK + "\n".join(text.splitlines()) + "\n").encode()
