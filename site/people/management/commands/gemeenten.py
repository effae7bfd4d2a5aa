import csv
import datetime
import re
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.text import slugify

from people.models import Municipality, Province

SHIPPED_LIST = Path(__file__).resolve().parents[2] / "data" / "gemeenten-2025.csv"

# Statistics Netherlands tells places of the same name apart by province; some are the only municipality of that name.
SUFFIX = re.compile(r" \([A-Za-z]+\.\)$")

# Names in daily use that the official list does not have.
EVERYDAY_NAMES = {
    "GM0518": "Den Haag",
    "GM0796": "Den Bosch",
    "GM0080": "Ljouwert",
    "GM1900": "Zuidwest-Friesland, Sneek",
    "GM1970": "Noordoost-Friesland, Dokkum",
    "GM1940": "De Friese Meren, Joure",
    "GM1949": "Franeker",
    "GM0736": "De Ronde Venen, Mijdrecht",
    "GM1783": "Naaldwijk",
    "GM1969": "Leek, Zuidhorn",
    "GM0479": "Zaandam",
    "GM1680": "Gieten",
}


class Command(BaseCommand):
    help = (
        "Loads the municipalities from a list of Statistics Netherlands (columns code, name, province). Run it again "
        "with next year's list: new ones are added, renamed ones renamed, and those no longer on it get an end date."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "list", nargs="?", type=Path, default=SHIPPED_LIST, help="a CSV file; default: the 2025 list"
        )
        parser.add_argument(
            "--per",
            type=datetime.date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="the first day on which municipalities that left the list no longer exist",
        )
        parser.add_argument(
            "--successor",
            action="append",
            default=[],
            metavar="OLD=NEW",
            help="CBS codes: OLD was merged into NEW; may be given more than once",
        )

    def handle(self, *args, **options):
        rows = read_list(options["list"])
        successors = read_successors(options["successor"], {row["code"] for row in rows})
        with transaction.atomic():
            created, changed = self.load(rows)
            ended = self.end_missing({row["code"] for row in rows}, options["per"], successors)
        self.stdout.write(
            f"{len(rows)} gemeenten op de lijst: {created} nieuw, {changed} gewijzigd, {ended} opgeheven."
        )

    def load(self, rows) -> tuple[int, int]:
        """Adds and renames; returns how many were created and how many changed."""
        known = {municipality.code: municipality for municipality in Municipality.objects.all()}
        created = changed = 0
        for row in rows:
            municipality = known.get(row["code"])
            if municipality is None:
                Municipality(
                    **row, slug=free_slug(row["name"], row["code"]), everyday_names=EVERYDAY_NAMES.get(row["code"], "")
                ).save()
                created += 1
            elif (municipality.name, municipality.province, municipality.ended) != (row["name"], row["province"], None):
                # The slug stays: it is part of addresses that people have kept.
                municipality.name, municipality.province = row["name"], row["province"]
                municipality.ended = municipality.successor = None
                municipality.save()
                changed += 1
        return created, changed

    def end_missing(self, codes: set[str], per: datetime.date | None, successors: dict[str, str]) -> int:
        """Gives municipalities that left the list an end date and, where known, a successor; deletes none."""
        gone = list(Municipality.objects.existing().exclude(code__in=codes))
        if gone and per is None:
            names = ", ".join(municipality.name for municipality in gone)
            raise CommandError(f"Niet meer op de lijst: {names}. Zeg met --per vanaf welke dag ze niet meer bestaan.")
        for municipality in gone:
            municipality.ended = per
            municipality.save()
        self.link_successors(successors)
        for municipality in Municipality.objects.filter(ended__isnull=False, successor=None):
            self.stderr.write(
                f"{municipality.name} ({municipality.code}) heeft nog geen opvolger: "
                f"voeg --successor {municipality.code}=… toe of vul die in bij Gemeenten."
            )
        return len(gone)

    def link_successors(self, successors: dict[str, str]) -> None:
        for old, new in successors.items():
            if not Municipality.objects.filter(code=old, ended__isnull=False).update(
                successor=Municipality.objects.get(code=new)
            ):
                raise CommandError(f"{old} is geen opgeheven gemeente, dus er kan geen opvolger bij.")


def read_list(path: Path) -> list[dict[str, str]]:
    """The rows of the file as code, name and province value; CommandError if the file is not such a list."""
    provinces = {province.label: province.value for province in Province}
    provinces |= {name: province.value for province in Province for name in province.everyday_names}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [
                {
                    "code": row["code"].strip(),
                    "name": row["name"].strip(),
                    "province": provinces[row["province"].strip()],
                }
                for row in csv.DictReader(file)
            ]
    except OSError as error:
        raise CommandError(f"Kan {path} niet lezen: {error.strerror}.") from error
    except (KeyError, AttributeError, UnicodeDecodeError, csv.Error) as error:
        raise CommandError(f"{path} is geen lijst met de kolommen code, name en province: {error}.") from error
    drop_needless_suffixes(rows)
    if len(rows) < 300 or len({row["code"] for row in rows}) != len(rows):
        raise CommandError(
            f"Aantal regels in {path}: {len(rows)}. Dat kan de lijst van heel Nederland niet zijn: "
            "er ontbreken regels, of een code staat er twee keer in."
        )
    return rows


def drop_needless_suffixes(rows: list[dict[str, str]]) -> None:
    """Shortens `Middelburg (Z.)` to `Middelburg`; `Bergen (L.)` keeps its suffix, for there is another Bergen."""
    short_names = Counter(SUFFIX.sub("", row["name"]) for row in rows)
    for row in rows:
        short = SUFFIX.sub("", row["name"])
        if short_names[short] == 1:
            row["name"] = short


def read_successors(pairs: list[str], codes: set[str]) -> dict[str, str]:
    """`["GM0001=GM0002"]` as `{"GM0001": "GM0002"}`; CommandError if a new code is not on the list."""
    successors = {}
    for pair in pairs:
        old, _, new = pair.partition("=")
        if new not in codes:
            raise CommandError(f"{pair}: schrijf OUD=NIEUW, met een nieuwe code die op de lijst staat.")
        successors[old] = new
    return successors


def free_slug(name: str, code: str) -> str:
    """The name as a slug, with the code behind it if an older municipality of that name has it already."""
    slug = slugify(name)
    return f"{slug}-{code.lower()}" if Municipality.objects.filter(slug=slug).exists() else slug
