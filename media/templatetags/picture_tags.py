from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from media.pictures import LAYOUTS, pictures

register = template.Library()

# Attributes written here, with nothing of anybody else in them.
FIRST = mark_safe('fetchpriority="high"')
LATER = mark_safe('loading="lazy" decoding="async"')


@register.simple_tag
def picture(image, layout, alt="", css_class="", is_first=False, stand_in=False):
    """The image in a layout, in the right sizes. `is_first` is the largest on the screen.

    Without an image: nothing, or with `stand_in` a drawn arch in its place. Written here and not in a template because
    a page has twenty of them.
    """
    found = pictures([image], layout).get(image.pk) if image else None
    if found is None:
        return format_html('<span class="{} stand-in" aria-hidden="true"></span>', css_class) if stand_in else ""
    return format_html(
        '<picture{}><source type="image/webp" srcset="{}" sizes="{}">'
        '<img src="{}" width="{}" height="{}" alt="{}" {}></picture>',
        format_html(' class="{}"', css_class) if css_class else "",
        found.srcset,
        LAYOUTS[layout].sizes,
        found.fallback.url,
        found.fallback.width,
        found.fallback.height,
        alt,
        FIRST if is_first else LATER,
    )


@register.simple_tag
def load_pictures(pages, layout):
    """Fetches the pictures of all these pages at once, so that showing them costs no query each."""
    pictures([page.image for page in pages], layout)
    return ""
