"""The demo while it is loaded: makes the rows, remembers them by slug, and then fills in what refers to other rows."""

import datetime
from functools import cached_property
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from editing.demo import drawing, pictures
from editing.demo.texts import BodyWriter, Node, read, read_all, stable_id, to_rich_text
from media.models import SiteImage
from pages.models import BasePage, HomePage, Theme
from pages.models.theme import PageTheme
from people.models import Person
from programme.models import Edition

OPENED = datetime.date(2021, 9, 16)
# Links in the texts to something that has no page of its own.
STANDS_ON = {"lichting-2021-2022": "leergang", "lichting-2026-2028": "leergang"}
# Texts beside the body, with the name that they have in the files.
RICH_TEXTS = (
    ("aim", "aim_html"),
    ("audience", "audience_html"),
    ("enrolment_text", "enrolment_html"),
    ("summary", "summary"),
    ("intro", "intro_html"),
)


class DemoSite:
    """What is there already while one load goes on."""

    def __init__(self) -> None:
        self.home = HomePage.objects.get()
        self.pages: dict[str, Page] = {}
        self.people: dict[str, Person] = {}
        self.themes: dict[str, Theme] = {}
        self.editions: dict[str, Edition] = {}
        self.bodies: list[tuple[BasePage, Node]] = []
        self.portraits = read_all("portretten", "published")

    @cached_property
    def images(self) -> dict[str, SiteImage]:
        """Every drawn picture by name, in the library."""
        titles = {f"scene:{name}": scene.title for name, scene in drawing.SCENES.items()}
        alts = {f"scene:{name}": scene.alt for name, scene in drawing.SCENES.items()}
        for text in self.portraits:
            name = f"portrait:{text['slug']}"
            titles[name] = f"Portret van {full_name(text)}"
            alts[name] = drawing.PORTRAITS[text["slug"]].alt
        return pictures.put_in_library(sorted(titles), titles, alts)

    @cached_property
    def writer(self) -> BodyWriter:
        return BodyWriter(self.page_id, lambda name: self.images[name].pk)

    def page_id(self, slug: str) -> int:
        return self.pages[STANDS_ON.get(slug, slug)].pk

    def add(self, parent: Page, page: BasePage, text: Node, day: datetime.date) -> Any:
        """Puts a page under its parent, live since nine o'clock on that day; its body waits until all pages are there."""
        page.title, page.draft_title = text.get("title", page.title), text.get("title", page.title)
        page.lead = text.get("lead", "")
        page.search_description = text.get("search_description", "")
        page.first_published_at = page.last_published_at = page.latest_revision_created_at = nine_o_clock(day)
        page.translation_key = stable_id("page", page.slug)
        self.illustrate(page, text)
        for theme in text.get("themes", []):
            page.theme_links.add(PageTheme(theme=self.themes[theme]))
        parent.add_child(instance=page)
        self.pages[page.slug] = page
        self.bodies.append((page, text))
        return page

    def add_index(self, model: type[BasePage], slug: str) -> Any:
        text = read(f"site/{slug}")
        page = model(slug=slug, show_in_menus=True, empty_text=text["empty_text"])
        return self.add(self.home, page, text, OPENED)

    def illustrate(self, page: BasePage, text: Node) -> None:
        if "image" in text:
            page.image = self.images[text["image"]]
            page.image_alt = drawing.SCENES[text["image"].removeprefix("scene:")].alt

    def write_bodies(self) -> None:
        """Fills in the texts, now that every page they link to has an id."""
        for page, text in self.bodies:
            page.body = self.writer.stream(page.slug, with_statement(text))
            for field, key in RICH_TEXTS:
                if key in text:
                    setattr(page, field, to_rich_text(text[key], self.page_id))
            page.save()


def nine_o_clock(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(9)))


def with_statement(text: Node) -> list[Node]:
    """The blocks of a text; an accessibility statement goes first after what introduces it."""
    blocks = list(text.get("body", []))
    if statement := text.get("statement"):
        issues = [with_plain_dates(issue) for issue in statement["issues"]]
        blocks.insert(1, {"type": "accessibility_statement", **with_plain_dates(statement), "issues": issues})
    return blocks


def with_plain_dates(node: Node) -> Node:
    """The node with its dates as a StreamField keeps them."""
    return {key: value.isoformat() if isinstance(value, datetime.date) else value for key, value in node.items()}


def full_name(text: Node) -> str:
    return Person(given_name=text["given_name"], infix=text["infix"], family_name=text["family_name"]).full_name
