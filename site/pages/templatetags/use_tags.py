from django import template

from pages.uses import Use, uses_of

register = template.Library()


@register.simple_tag(takes_context=True)
def uses_with_links(context, row) -> list[tuple[Use, str | None]]:
    """What refers to this row, drafts too, each with where the reader may change it."""
    return [(use, use.edit_url(context["request"].user)) for use in uses_of([row])[row.pk]]
