"""What an editor put into a body, whatever block it is in."""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import ListBlock, StreamValue, StructValue


def values_in(value: Any) -> Iterator[Any]:
    """The value itself and all values inside it, from top to bottom, however deep."""
    yield value
    for inner in parts_of(value):
        yield from values_in(inner)


def parts_of(value: Any) -> Iterator[Any]:
    if isinstance(value, StructValue):
        yield from value.values()
    elif isinstance(value, StreamValue):
        yield from (block.value for block in value)
    elif isinstance(getattr(value, "list_block", None), ListBlock):
        yield from value
