"""Puts the demo into a database that holds nothing but the starting page."""

import datetime
from functools import cached_property
from typing import Any

from django.core.files import File
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from editing.demo import drawing, pictures
from editing.demo.texts import CONTENT, BodyWriter, Node, read, read_all, stable_id, to_rich_text
from media.models import SiteDocument, SiteImage
from pages.models import BasePage, HomePage, InfoPage, SiteOrganisation, SiteSettings, Theme
from pages.models.theme import PageTheme
from people.models import Appearance, Municipality, Organisation, Person
from portraits.models import PortraitIndexPage, PortraitPage
from programme.models import (
    Edition,
    ModulePage,
    NewsIndexPage,
    NewsPage,
    Outcome,
    PlainAuthor,
    ProgrammePage,
    ResearchIndexPage,
    ResearchPage,
    ResearchSource,
    Session,
)

OPENED = datetime.date(2021, 9, 16)
INFO_PAGES = ("over-de-leergang", "contact", "privacy", "toegankelijkheid", "colofon")
MODULES = (
    "de-gemeentesecretaris-in-context",
    "samenwerking-en-netwerken",
    "leiderschap-aan-de-organisatie",
    "bestuurlijk-adviseren",
    "keuzemodule-en-afsluiting",
)
EDITIONS: tuple[Node, ...] = (
    {
        "slug": "lichting-2021-2022",
        "name": "Lichting 2021–2022",
        "start": datetime.date(2021, 9, 16),
        "end": datetime.date(2022, 3, 31),
        "enrolment": Edition.Enrolment.CLOSED,
    },
    {
        "slug": "lichting-2026-2028",
        "name": "Lichting 2026–2028",
        "start": datetime.date(2026, 9, 17),
        "end": datetime.date(2028, 3, 30),
        "enrolment": Edition.Enrolment.FULL,
        "enrolment_until": datetime.date(2026, 6, 30),
    },
)
RESEARCHERS = (("eline-vermeulen", "Eline", "Vermeulen"), ("jasper-ten-cate", "Jasper", "ten Cate"))
# Where links to the page that this site replaces may still point.
OLD_ADDRESSES = {
    "/leergang-digitaal-leiderschap": "leergang",
    "/portretten-digitaal-leiderschap": "portretten",
    "/onderzoek-digitaal-leiderschap": "onderzoek",
}
# Links in the texts to something that has no page of its own.
STANDS_ON = {"lichting-2021-2022": "leergang", "lichting-2026-2028": "leergang"}


class OtherPagesError(Exception):
    """The database holds pages that are not the demo's."""


def is_loaded() -> bool:
    """Whether the demo was loaded before, even if its pages have been edited since."""
    return Page.objects.filter(translation_key=stable_id("page", "leergang")).exists()


def load() -> None:
    """Loads the whole demo or, if anything fails, nothing. Raises OtherPagesError if the database is in use."""
    if Page.objects.filter(depth__gt=2).exists():
        raise OtherPagesError
    with transaction.atomic():
        Demo().load()
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)


class Demo:
    """One load of the demo: makes the rows, remembers them by slug, and then fills in what refers to other rows."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.people: dict[str, Person] = {}
        self.themes: dict[str, Theme] = {}
        self.editions: dict[str, Edition] = {}
        self.bodies: list[tuple[BasePage, Node]] = []

    # --- Order of work ---

    def load(self) -> None:
        call_command("gemeenten", verbosity=0)
        self.portraits = read_all("portretten", "published")
        self.research = read_all("onderzoek", "published")
        self.news = read_all("nieuws", "date")
        self.load_themes()
        self.load_home()
        self.load_programme()
        self.load_portraits()
        self.load_research()
        self.load_news()
        self.load_info_pages()
        self.write_bodies()
        self.load_settings()
        self.load_redirects()

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

    # --- Pages ---

    def add(self, parent: Page, page: BasePage, text: Node, day: datetime.date) -> Any:
        """Puts a page under its parent, live since nine o'clock on that day; its body is written when all pages are there."""
        moment = timezone.make_aware(datetime.datetime.combine(day, datetime.time(9)))
        page.title, page.draft_title = text.get("title", page.title), text.get("title", page.title)
        page.lead = text.get("lead", "")
        page.search_description = text.get("search_description", "")
        page.first_published_at = page.last_published_at = page.latest_revision_created_at = moment
        page.translation_key = stable_id("page", page.slug)
        self.illustrate(page, text)
        for theme in text.get("themes", []):
            page.theme_links.add(PageTheme(theme=self.themes[theme]))
        parent.add_child(instance=page)
        self.pages[page.slug] = page
        self.bodies.append((page, text))
        return page

    def illustrate(self, page: BasePage, text: Node) -> None:
        if "image" in text:
            page.image = self.images[text["image"]]
            page.image_alt = drawing.SCENES[text["image"].removeprefix("scene:")].alt

    def write_bodies(self) -> None:
        """Fills in the texts, now that every page they link to has an id."""
        for page, text in self.bodies:
            page.body = self.writer.stream(page.slug, self.with_statement(text))
            for field, key in (
                ("aim", "aim_html"),
                ("audience", "audience_html"),
                ("enrolment_text", "enrolment_html"),
                ("summary", "summary"),
                ("intro", "intro_html"),
            ):
                if key in text:
                    setattr(page, field, to_rich_text(text[key], self.page_id))
            page.save()

    def with_statement(self, text: Node) -> list[Node]:
        """The blocks of a text; an accessibility statement goes first after what introduces it."""
        blocks = list(text.get("body", []))
        if statement := text.get("statement"):
            dated = {
                key: value.isoformat() if isinstance(value, datetime.date) else value
                for key, value in statement.items()
            }
            dated["issues"] = [
                {key: value.isoformat() if isinstance(value, datetime.date) else value for key, value in issue.items()}
                for issue in statement["issues"]
            ]
            blocks.insert(1, {"type": "accessibility_statement", **dated})
        return blocks

    def load_home(self) -> None:
        text = read("site/home")
        home = HomePage.objects.get()
        for field in (
            *("title", "heading", "lead", "search_description", "intro_heading", "portraits_heading", "portraits_text"),
            *("research_heading", "research_text", "news_heading", "organisations_heading", "organisations_text"),
        ):
            setattr(home, field, text[field])
        home.draft_title = home.title
        moment = timezone.make_aware(datetime.datetime.combine(OPENED, datetime.time(9)))
        home.first_published_at = home.last_published_at = home.latest_revision_created_at = moment
        home.image = self.images["scene:gemeentehuis"]
        home.save()
        self.home = home
        self.bodies.append((home, text))

    def load_programme(self) -> None:
        text = read("site/leergang")
        contact = text["contact"]
        programme = ProgrammePage(
            slug="leergang",
            show_in_menus=True,
            study_load=text["study_load"],
            costs=text["costs"],
            contact_name=contact["name"],
            contact_role=contact["role"],
            contact_email=contact["email"],
            contact_phone=contact["phone"],
            outcomes=[Outcome(text=outcome) for outcome in text["outcomes"]],
        )
        self.add(self.home, programme, {"image": "scene:raadzaal", **text}, OPENED)
        for edition in EDITIONS:
            self.editions[edition["slug"]] = Edition.objects.create(programme=programme, **edition)
        for slug in MODULES:
            self.load_module(programme, slug, read(f"site/module-{slug}"))

    def load_module(self, programme: ProgrammePage, slug: str, text: Node) -> None:
        sessions = [
            Session(
                edition=self.editions[session["edition"]],
                title=session["title"],
                date=session["date"],
                start_time=datetime.time.fromisoformat(session["start"]),
                end_time=datetime.time.fromisoformat(session["end"]),
                place=session["place"],
                venue=session["venue"],
            )
            for session in text["sessions"]
        ]
        module = ModulePage(
            slug=slug,
            short_title=text["short_title"],
            study_load=text["study_load"],
            outcomes=[Outcome(text=outcome) for outcome in text["outcomes"]],
            sessions=sessions,
        )
        self.add(programme, module, text, OPENED)

    def add_index(self, model: type[BasePage], slug: str) -> Any:
        text = read(f"site/{slug}")
        page = model(slug=slug, show_in_menus=True, empty_text=text["empty_text"])
        return self.add(self.home, page, text, OPENED)

    def load_portraits(self) -> None:
        index = self.add_index(PortraitIndexPage, "portretten")
        for text in self.portraits:
            person = self.load_person(text)
            municipality = person.municipality
            portrait = PortraitPage(
                slug=text["slug"],
                title=person.full_name,
                headline=text["headline"],
                role=text["role"],
                municipality=municipality,
                edition=self.editions[text["edition"]],
                date=text["published"],
                image=self.images[f"portrait:{text['slug']}"],
                image_alt=drawing.PORTRAITS[text["slug"]].alt,
                appearances=[Appearance(person=person, role=Appearance.Role.PORTRAYED)],
                modules=[self.pages[module] for module in text["modules"]],
            )
            self.add(index, portrait, text, text["published"])

    def load_person(self, text: Node) -> Person:
        code_name = text["municipality"].split(" (")[0]
        person = Person.objects.create(
            given_name=text["given_name"],
            infix=text["infix"],
            family_name=text["family_name"],
            role=text["role"],
            municipality=Municipality.objects.existing().get(name=code_name),
            photo=self.images[f"portrait:{text['slug']}"],
        )
        self.people[text["slug"]] = person
        return person

    def load_research(self) -> None:
        for slug, given_name, family_name in RESEARCHERS:
            infix, _, family = family_name.rpartition(" ")
            self.people[slug] = Person.objects.create(
                given_name=given_name, infix=infix, family_name=family, role="Onderzoeker"
            )
        index = self.add_index(ResearchIndexPage, "onderzoek")
        for text in self.research:
            self.add(index, self.research_page(text), text, text["published"])
        for text in self.research:  # sources refer to other research, which has to be there first
            page = self.pages[text["slug"]]
            page.sources = [self.source(source) for source in text["sources"]]

    def research_page(self, text: Node) -> ResearchPage:
        return ResearchPage(
            slug=text["slug"],
            year=text["year"],
            publisher=text["publisher"],
            document=report(text),
            appearances=[
                Appearance(person=self.people[author], role=Appearance.Role.AUTHOR) for author in text["authors"]
            ],
            plain_authors=[PlainAuthor(**author) for author in text["plain_authors"]],
            modules=[self.pages[module] for module in text["modules"]],
        )

    def source(self, source: Node) -> ResearchSource:
        kind, _, slug = source["url"].partition("page:")
        page = self.pages[slug] if slug else None
        return ResearchSource(text=source["text"], link_page=page, url="" if page else kind)

    def load_news(self) -> None:
        index = self.add_index(NewsIndexPage, "nieuws")
        for text in self.news:
            item = NewsPage(
                slug=text["slug"],
                date=text["date"],
                appearances=[
                    Appearance(person=self.people[slug], role=Appearance.Role.QUOTED) for slug in text["people"]
                ],
                modules=[self.pages[module] for module in text["modules"]],
            )
            self.add(index, item, text, text["date"])

    def load_info_pages(self) -> None:
        for slug in INFO_PAGES:
            self.add(
                self.home,
                InfoPage(slug=slug, show_in_menus=slug == "over-de-leergang"),
                read(f"site/info-{slug}"),
                OPENED,
            )

    # --- The rest ---

    def load_themes(self) -> None:
        for theme in read("site/themes")["theme"]:
            self.themes[theme["slug"]] = Theme.objects.create(**{**theme, "synonyms": ", ".join(theme["synonyms"])})

    def load_settings(self) -> None:
        settings = SiteSettings.load()
        settings.tagline = "Voor gemeentesecretarissen die de inwoner vooropzetten"
        settings.footer_text = "Deze site is een voorbeeld. De leergang en de organisaties bestaan; de mensen, gesprekken en cijfers zijn verzonnen."
        settings.contact_email = "leergang@voorbeeld.nl"
        organisations = [
            Organisation.objects.create(**{key: value for key, value in organisation.items() if key != "slug"})
            for organisation in read("site/organisations")["organisation"]
        ]
        settings.organisations = [
            SiteOrganisation(organisation=organisation, sort_order=place)
            for place, organisation in enumerate(organisations)
        ]
        settings.save()

    def load_redirects(self) -> None:
        for address, slug in OLD_ADDRESSES.items():
            Redirect.objects.create(
                old_path=Redirect.normalise_path(address), redirect_page=self.pages[slug], is_permanent=True
            )


def report(text: Node) -> SiteDocument | None:
    """The research as a PDF in the library, for the pages that have one."""
    path = CONTENT / "documenten" / f"{text['slug']}.pdf"
    if not path.exists():
        return None
    with path.open("rb") as file:
        return SiteDocument.objects.create(title=text["title"], file=File(file, name=path.name))


def full_name(text: Node) -> str:
    return Person(given_name=text["given_name"], infix=text["infix"], family_name=text["family_name"]).full_name
