"""The judged Dutch collection: its texts as pages of this site, its queries with their grades."""

import datetime
import json
from dataclasses import dataclass
from html import escape
from pathlib import Path

from django.utils.text import slugify

import factories
from pages.models import HomePage, InfoPage, Theme
from pages.models.theme import PageTheme
from people.models import Appearance, Municipality, Person, Province
from portraits.models import PortraitPage
from programme.models import Edition, ModulePage, NewsPage, ResearchPage

HERE = Path(__file__).parent
UNLABELLED: dict = {"municipality": "", "province": "", "edition": "", "themes": [], "people": []}
KINDS = {"news": "nieuws", "portrait": "portret", "research": "onderzoek"}
INFIXES = {"van", "de", "der", "den", "het", "ter", "ten", "te", "'t", "’t", "el", "al", "op", "in"}


@dataclass(frozen=True)
class Query:
    id: str
    kind: str
    text: str
    grades: dict[str, int]
    is_held_back: bool


def lines(name: str) -> list[dict]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def queries(unseen: bool = False) -> list[Query]:
    """The queries of the collection, or those of `unseen/`, of which none is held back: nothing is tuned on them."""
    held_back = set() if unseen else set((HERE / "held_back.txt").read_text().split())
    return [
        Query(row["id"], row["kind"], row["query"], row["grades"], row["id"] in held_back)
        for row in lines("unseen/queries.jsonl" if unseen else "queries.jsonl")
    ]


def texts(unseen: bool = False) -> list[dict]:
    if unseen:  # bare texts, without the labels that ours have
        rows = [{**UNLABELLED, **row} for row in lines("unseen/texts.jsonl")]
        return [{**row, "kind": KINDS.get(row["kind"], row["kind"])} for row in rows]
    return lines("texts/1.jsonl") + lines("texts/2.jsonl")


def load(unseen: bool = False) -> dict[str, int]:
    """Makes a page of every text; the id of the text → that of its page."""
    ids = {}
    for text in texts(unseen):
        page = MAKERS[text["kind"]](text)
        ids[text["id"]] = page.pk
    return ids


def plain_page(text: dict):
    """A page of a text as anybody would make one: title, lead and body, and nothing that search could lean on."""
    parent, model, more = PLAIN[text["kind"]]()
    body = [{"type": "paragraph", "value": f"<p>{escape(part)}</p>"} for part in text["body"].split("\n\n")]
    fields = {"title": text["title"], "lead": text["lead"], "slug": text["id"], "body": body}
    return parent.add_child(instance=model(**fields, **more))


def _fields(text: dict) -> dict:
    date = datetime.date.fromisoformat(text["date"])
    moment = datetime.datetime.combine(date, datetime.time(9), datetime.UTC)
    parts = text["body"].split("\n\n")
    if text["kind"] != "portret" and (text["municipality"] or text["province"]):
        parts.append(", ".join(place for place in (text["municipality"], text["province"]) if place))
    body = [{"type": "paragraph", "value": f"<p>{part}</p>"} for part in parts]
    return {
        "title": text["title"],
        "lead": text["lead"][:400],
        "slug": text["id"],
        "body": json.dumps(body),
        "first_published_at": moment,
        "last_published_at": moment,
    }


def _linked(page, text: dict, role: str):
    for slug in text["themes"]:
        theme, _ = Theme.objects.get_or_create(slug=slug, defaults={"name": slug.replace("-", " ").capitalize()})
        PageTheme.objects.create(page=page, theme=theme)
    for at, name in enumerate(text["people"]):
        Appearance.objects.create(page=page, person=_person(name), role=role if at == 0 else Appearance.Role.QUOTED)
    page.save_revision().publish()
    return page


def _person(name: str) -> Person:
    given, *rest = name.split()
    infix = [word for word in rest if word in INFIXES]
    family = " ".join(word for word in rest if word not in INFIXES)
    person, _ = Person.objects.get_or_create(given_name=given, infix=" ".join(infix), family_name=family or given)
    return person


def _municipality(text: dict) -> Municipality | None:
    if not text["municipality"]:
        return None
    official = {"Den Haag": "'s-Gravenhage", "Den Bosch": "'s-Hertogenbosch"}.get(
        text["municipality"], text["municipality"]
    )
    label = text["province"].replace("Fryslân", "Friesland")
    province = next((value for value, name in Province.choices if name == label), Province.UTRECHT)
    made, _ = Municipality.objects.get_or_create(
        name=official,
        defaults={
            "code": f"GX{Municipality.objects.count():04}",
            "everyday_names": text["municipality"],
            "slug": slugify(official),
            "province": province,
        },
    )
    return made


def _edition(slug: str) -> Edition | None:
    if not slug:
        return None
    name = slug.replace("lichting-", "Lichting ").replace("-", "–")
    start = datetime.date(int(slug[9:13]), 9, 1)
    made, _ = Edition.objects.get_or_create(
        slug=slug, defaults={"name": name, "start": start, "end": start.replace(year=start.year + 1)}
    )
    return made


def _portrait(text: dict) -> PortraitPage:
    page = factories.the_only(factories.PortraitIndexPageFactory)().add_child(
        instance=PortraitPage(
            **_fields(text),
            date=datetime.date.fromisoformat(text["date"]),
            municipality=_municipality(text),
            edition=_edition(text["edition"]),
        )
    )
    return _linked(page, text, Appearance.Role.PORTRAYED)


def _news(text: dict) -> NewsPage:
    index = factories.the_only(factories.NewsIndexPageFactory)()
    page = index.add_child(instance=NewsPage(**_fields(text), date=datetime.date.fromisoformat(text["date"])))
    return _linked(page, text, Appearance.Role.QUOTED)


def _research(text: dict) -> ResearchPage:
    index = factories.the_only(factories.ResearchIndexPageFactory)()
    page = index.add_child(instance=ResearchPage(**_fields(text), year=int(text["date"][:4])))
    return _linked(page, text, Appearance.Role.AUTHOR)


def _module(text: dict) -> ModulePage:
    programme = factories.the_only(factories.ProgrammePageFactory)()
    return _linked(programme.add_child(instance=ModulePage(**_fields(text))), text, Appearance.Role.QUOTED)


def _page(text: dict):
    page = HomePage.objects.get().add_child(instance=InfoPage(**_fields(text)))
    return _linked(page, text, Appearance.Role.QUOTED)


MAKERS = {"portret": _portrait, "nieuws": _news, "onderzoek": _research, "module": _module, "info": _page}

PLAIN = {
    "news": lambda: (factories.the_only(factories.NewsIndexPageFactory)(), NewsPage, {}),
    "portrait": lambda: (factories.the_only(factories.PortraitIndexPageFactory)(), PortraitPage, {}),
    "research": lambda: (factories.the_only(factories.ResearchIndexPageFactory)(), ResearchPage, {"year": 2024}),
    "module": lambda: (factories.the_only(factories.ProgrammePageFactory)(), ModulePage, {}),
    "info": lambda: (HomePage.objects.get(), InfoPage, {}),
}
PLAIN |= {
    "nieuws": PLAIN["news"],
    "portret": PLAIN["portrait"],
    "onderzoek": PLAIN["research"],
    "artikel": PLAIN["info"],
}
