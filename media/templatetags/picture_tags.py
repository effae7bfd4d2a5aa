from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from media import pictures
from media.layouts import LAYOUTS

register = template.Library()

FIRST = 'fetchpriority="high"'
LATER = 'loading="lazy" decoding="async"'


@register.simple_tag
def picture(image, layout, alt="", css_class="", is_first=False, stand_in=False):
    """The image in a layout, in the right sizes. `is_first` is the largest on the screen.

    Without an image, or without a file to show: nothing, or with `stand_in` a drawn arch in its place. Written here and
    not in a template because a page has twenty of them; and escaped where something is of somebody else, because
    addresses, sizes and classes of media.pictures are made of numbers and words of its own.
    """
    found = pictures.picture_in(image, layout)
    if found is None:
        return format_html('<span class="{} stand-in" aria-hidden="true"></span>', css_class) if stand_in else ""
    sizes, fallback = LAYOUTS[layout].sizes, found.fallback
    sources = "".join(
        f'<source type="image/{format_}" srcset="{srcset}" sizes="{sizes}">'
        for format_, srcset in found.sources.items()
    )
    on_picture = f' class="{escape(css_class)}"' if css_class else ""
    on_image = f' class="{found.classes}"' if found.classes else ""
    size = f'width="{fallback.width}" height="{fallback.height}"'
    return mark_safe(  # noqa: S308 - see above
        f'<picture{on_picture}>{sources}<img{on_image} src="{fallback.url}" {size} alt="{escape(alt)}" '
        f"{FIRST if is_first else LATER}></picture>"
    )
