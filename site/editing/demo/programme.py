"""The demo's programme: two editions, five modules and their days."""

import datetime

from editing.demo.demo_site import OPENED, DemoSite
from editing.demo.texts import Node, read
from programme.models import Edition, ModulePage, Outcome, ProgrammePage, Session

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


def load(demo: DemoSite) -> None:
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
    demo.add(demo.home, programme, {"image": "scene:raadzaal", **text}, OPENED)
    for edition in EDITIONS:
        demo.editions[edition["slug"]] = Edition.objects.create(programme=programme, **edition)
    for slug in MODULES:
        load_module(demo, programme, slug, read(f"site/module-{slug}"))


def load_module(demo: DemoSite, programme: ProgrammePage, slug: str, text: Node) -> None:
    sessions = [
        Session(
            edition=demo.editions[session["edition"]],
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
    demo.add(programme, module, text, OPENED)
