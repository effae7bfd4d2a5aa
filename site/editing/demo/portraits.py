"""The demo's portraits, and the fictional people in them."""

from editing.demo import drawing
from editing.demo.demo_site import DemoSite
from editing.demo.texts import Node
from people.models import Appearance, Municipality, Person
from portraits.models import PortraitIndexPage, PortraitPage


def load(demo: DemoSite) -> None:
    index = demo.add_index(PortraitIndexPage, "portretten")
    for text in demo.portraits:
        person = load_person(demo, text)
        portrait = PortraitPage(
            slug=text["slug"],
            title=person.full_name,
            headline=text["headline"],
            role=text["role"],
            municipality=person.municipality,
            edition=demo.editions[text["edition"]],
            date=text["published"],
            image=demo.images[f"portrait:{text['slug']}"],
            image_alt=drawing.PORTRAITS[text["slug"]].alt,
            appearances=[Appearance(person=person, role=Appearance.Role.PORTRAYED)],
            modules=[demo.pages[module] for module in text["modules"]],
        )
        demo.add(index, portrait, text, text["published"])


def load_person(demo: DemoSite, text: Node) -> Person:
    code_name = text["municipality"].split(" (")[0]
    person = Person.objects.create(
        given_name=text["given_name"],
        infix=text["infix"],
        family_name=text["family_name"],
        role=text["role"],
        municipality=Municipality.objects.existing().get(name=code_name),
        photo=demo.images[f"portrait:{text['slug']}"],
    )
    demo.people[text["slug"]] = person
    return person
