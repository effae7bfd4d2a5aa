from django import template
from django.conf import settings

from media.pictures import LAYOUTS, pictures

register = template.Library()


@register.inclusion_tag("parts/picture.html")
def picture(image, layout, alt="", css_class="", is_first=False, stand_in=False):
    """The image in a layout, in the right sizes. `is_first` is the largest on the screen.

    Without an image: nothing, or with `stand_in` a drawn arch in its place.
    """
    found = pictures([image], layout).get(image.pk) if image else None
    return {
        "picture": found,
        "sizes": LAYOUTS[layout].sizes,
        "alt": alt,
        "css_class": css_class,
        "is_first": is_first,
        "stand_in": stand_in,
    }


@register.simple_tag
def load_pictures(pages, layout):
    """Fetches the pictures of all these pages at once, so that showing them costs no query each."""
    pictures([page.image for page in pages], layout)
    return ""


@register.simple_tag
def share_picture(*images):
    """The first of these images as the file that other sites show with a link; None if there is none."""
    for image in images:
        if image and (found := pictures([image], "share").get(image.pk)):
            source = found.fallback
            return {"url": f"{settings.BASE_URL}{source.url}", "width": source.width, "height": source.height}
    return None
