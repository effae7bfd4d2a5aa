"""The demo's research, with its reports and researchers."""

from django.core.files import File

from editing.demo.demo_site import DemoSite
from editing.demo.texts import CONTENT, Node, read_all
from media.models import SiteDocument
from people.models import Appearance, Person
from programme.models import PlainAuthor, ResearchIndexPage, ResearchPage, ResearchSource

RESEARCHERS = (("eline-vermeulen", "Eline", "Vermeulen"), ("jasper-ten-cate", "Jasper", "ten Cate"))


def load(demo: DemoSite) -> None:
    for slug, given_name, family_name in RESEARCHERS:
        infix, _, family = family_name.rpartition(" ")
        demo.people[slug] = Person.objects.create(
            given_name=given_name, infix=infix, family_name=family, role="Onderzoeker"
        )
    index = demo.add_index(ResearchIndexPage, "onderzoek")
    texts = read_all("onderzoek", "published")
    for text in texts:
        demo.add(index, research_page(demo, text), text, text["published"])
    for text in texts:  # sources refer to other research, which has to be there first
        page = demo.pages[text["slug"]]
        page.sources = [source_of(demo, source) for source in text["sources"]]


def research_page(demo: DemoSite, text: Node) -> ResearchPage:
    return ResearchPage(
        slug=text["slug"],
        year=text["year"],
        publisher=text["publisher"],
        document=report(text),
        appearances=[Appearance(person=demo.people[author], role=Appearance.Role.AUTHOR) for author in text["authors"]],
        plain_authors=[PlainAuthor(**author) for author in text["plain_authors"]],
        modules=[demo.pages[module] for module in text["modules"]],
    )


def source_of(demo: DemoSite, source: Node) -> ResearchSource:
    kind, _, slug = source["url"].partition("page:")
    page = demo.pages[slug] if slug else None
    return ResearchSource(text=source["text"], link_page=page, url="" if page else kind)


def report(text: Node) -> SiteDocument | None:
    """The research as a PDF in the library, for the pages that have one."""
    path = CONTENT / "documenten" / f"{text['slug']}.pdf"
    if not path.exists():
        return None
    with path.open("rb") as file:
        return SiteDocument.objects.create(title=text["title"], file=File(file, name=path.name))
