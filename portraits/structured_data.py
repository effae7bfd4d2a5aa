"""A portrait as linked data: a ProfilePage about a Person, with role and municipality as they were."""

from django.conf import settings

from media.pictures import picture_in
from pages.structured_data import Node, person_node
from portraits.models import PortraitPage


def portrait_node(page: PortraitPage, node: Node) -> Node:
    person: Node = person_node(page.person) if page.person else {"@type": "Person", "name": page.title}
    if page.role:
        person["jobTitle"] = page.role
    if page.municipality:
        person["worksFor"] = {"@type": "GovernmentOrganization", "name": f"Gemeente {page.municipality.name}"}
    if photo := picture_in(page.image, "portrait"):
        person["image"] = f"{settings.BASE_URL}{photo.fallback.url}"
    return node | {"mainEntity": person}
