"""What blocks with a picture or document show in the editor's preview: the newest of the library."""

from typing import Any

from wagtail.documents import get_document_model
from wagtail.images import get_image_model


def figure() -> dict[str, Any]:
    return {
        "image": get_image_model().objects.order_by("-pk").first(),
        "alt": "Een foto uit de beeldbank",
        "is_decorative": False,
        "caption": "Een bijschrift onder de foto",
    }


def gallery() -> dict[str, Any]:
    return {"heading": "Een dag in beeld", "pictures": [figure(), figure()]}


def document() -> dict[str, Any]:
    return {"document": get_document_model().objects.order_by("-pk").first(), "text": "Download het rapport"}
