"""How templates show what was found."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from search.text.excerpts import Segment

register = template.Library()


@register.filter
def marked(segments: Sequence[Segment]) -> SafeString:
    """The segments as HTML, those that were asked for in a `mark`."""
    return format_html_join("", "{}{}{}", (_between(segment) for segment in segments))


MARK, END = SafeString("<mark>"), SafeString("</mark>")


def _between(segment: Segment) -> tuple[str, str, str]:
    return (MARK, segment.text, END) if segment.is_match else ("", segment.text, "")
