"""What the intake decides about an upload. Knows nothing of Django, because the child process must not load it."""

from dataclasses import dataclass, field

MAX_BYTES = 15 * 1024 * 1024  # of an upload
MAX_RESULT_BYTES = 64 * 1024 * 1024  # of what is stored: pixels saved without loss take more room than they came in


class RefusedError(Exception):
    """The upload is not accepted. `reason` is a name in media.intake.texts, `facts` fill in its text."""

    def __init__(self, reason: str, **facts: str | int):
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


@dataclass
class Clean:
    """An upload that is accepted: what was written, and what the editor should know about it."""

    extension: str  # of the cleaned file, without a dot
    notices: list[tuple[str, dict]] = field(default_factory=list)  # names in media.intake.texts with their facts
    first: str = ""  # of a picture: what pages show until its sizes are made, as base64
    tint: str = ""  # and its colour, as media.encoding says it
