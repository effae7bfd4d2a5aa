"""A portrait as linked data: a ProfilePage about a Person, with role and municipality as they were."""

from media.pictures import share_url
from pages.structured_data import Node, person_node
from portraits.models import PortraitPage


def portrait_node(page: PortraitPage, node: Node) -> Node:
    person: Node = person_node(page.person) if page.person else {"@type": "Person", "name": page.title}
    if page.role:
        person["jobTitle"] = page.role
    if page.municipality:
        person["worksFor"] = {"@type": "GovernmentOrganization", "name": f"Gemeente {page.municipality.name}"}
    if url := share_url(page.image):
        person["image"] = url
    return node | {"mainEntity": person}
