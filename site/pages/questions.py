"""What an editor is asked about after saving: what may be right, but stands out."""

from collections.abc import Sequence

MOST = 3  # an editor reads no more at once


def few(found: Sequence[str]) -> list[str]:
    """The first few, and how many more there are."""
    more = len(found) - MOST
    return [*found[:MOST], *([f"En nog {more}."] if more > 0 else [])]
