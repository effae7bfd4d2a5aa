"""Pictures and documents as a visitor asks for them, and pages that use them."""

import factories
from media.models import SiteDocument
from media.pictures import picture_in


def address(file) -> str:
    return file.url if isinstance(file, SiteDocument) else picture_in(file, "figure").fallback.url


def status(client, file, **headers) -> int:
    response = client.get(address(file), headers=headers)
    assert response.getvalue() or response.status_code == 304
    return response.status_code


def live_page(**fields):
    return factories.NewsPageFactory(**fields)


def figure(image) -> dict:
    return {"type": "figure", "value": {"image": image.pk, "alt": "", "is_decorative": True, "caption": ""}}
