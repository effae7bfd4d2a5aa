"""The demo's news."""

from editing.demo.demo_site import DemoSite
from editing.demo.texts import read_all
from people.models import Appearance
from programme.models import NewsIndexPage, NewsPage


def load(demo: DemoSite) -> None:
    index = demo.add_index(NewsIndexPage, "nieuws")
    for text in read_all("nieuws", "date"):
        item = NewsPage(
            slug=text["slug"],
            date=text["date"],
            appearances=[Appearance(person=demo.people[slug], role=Appearance.Role.QUOTED) for slug in text["people"]],
            modules=[demo.pages[module] for module in text["modules"]],
        )
        demo.add(index, item, text, text["date"])
