from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from media import pictures
from media.layouts import LAYOUTS

register = template.Library()

# Attributes written here, with nothing of anybody else in them.
FIRST = mark_safe('fetchpriority="high"')
LATER = mark_safe('loading="lazy" decoding="async"')


@register.simple_tag
def picture(image, layout, alt="", css_class="", is_first=False, stand_in=False):
    """The image in a layout, in the right sizes. `is_first` is the largest on the screen.

    Without an image, or without a file to show: nothing, or with `stand_in` a drawn arch in its place. Written here and
    not in a template because a page has twenty of them.
    """
    found = pictures.picture_in(image, layout)
    if found is None:
        return format_html('<span class="{} stand-in" aria-hidden="true"></span>', css_class) if stand_in else ""
    sizes = LAYOUTS[layout].sizes
    sources = ((format_, srcset, sizes) for format_, srcset in found.sources.items())
    return format_html(
        '<picture{}>{}<img{} src="{}" width="{}" height="{}" alt="{}" {}></picture>',
        format_html(' class="{}"', css_class) if css_class else "",
        format_html_join("", '<source type="image/{}" srcset="{}" sizes="{}">', sources),
        format_html(' class="{}"', found.classes) if found.classes else "",
        found.fallback.url,
        found.fallback.width,
        found.fallback.height,
        alt,
        FIRST if is_first else LATER,
    )
