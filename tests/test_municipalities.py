"""The list of municipalities: loaded once, harmless twice, and next year's list keeps what was merged."""

import csv
import datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from factories import PersonFactory, PortraitPageFactory
from people.management.commands.gemeenten import SHIPPED_LIST
from people.models import Municipality, Province

pytestmark = pytest.mark.django_db

NEW_YEAR = "2026-01-01"


@pytest.fixture
def loaded(capsys):
    call_command("gemeenten")
    capsys.readouterr()


@pytest.fixture
def next_year(tmp_path):
    """Next year's list: give it what left, what is new and what changed its name."""

    def write(without=(), added=(), renamed=None) -> Path:
        with SHIPPED_LIST.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["code"] not in without]
        for row in rows:
            row["name"] = (renamed or {}).get(row["code"], row["name"])
        rows += [dict(zip(("code", "name", "province"), line, strict=True)) for line in added]
        path = tmp_path / "gemeenten-2026.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["code", "name", "province"])
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


def everything() -> list[tuple]:
    return list(Municipality.objects.order_by("code").values_list())


def names_found(query: str) -> list[str]:
    return [municipality.name for municipality in Municipality.objects.find(query)]


def test_all_342_in_twelve_provinces(loaded):
    assert Municipality.objects.count() == 342
    assert set(Municipality.objects.values_list("province", flat=True)) == set(Province.values)
    assert not Municipality.objects.filter(ended__isnull=False).exists()


def test_a_second_run_changes_nothing(loaded, capsys):
    before = everything()
    call_command("gemeenten")
    assert everything() == before
    assert "342 gemeenten op de lijst: 0 nieuw, 0 gewijzigd, 0 opgeheven." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Den Haag", "'s-Gravenhage"),
        ("den haag", "'s-Gravenhage"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("sudwest", "Súdwest-Fryslân"),
        ("SÚDWEST", "Súdwest-Fryslân"),
        ("sneek", "Súdwest-Fryslân"),
        ("zaandam", "Zaanstad"),
    ],
)
def test_everyday_names(loaded, query, name):
    assert names_found(query) == [name]


@pytest.mark.parametrize(
    ("query", "province"), [("Fryslân", "friesland"), ("fryslan", "friesland"), ("Brabant", "noord-brabant")]
)
def test_a_province_by_its_everyday_name(loaded, query, province):
    found = set(names_found(query))
    assert found >= set(Municipality.objects.filter(province=province).values_list("name", flat=True))


def test_a_merger_gives_an_end_and_a_successor(loaded, next_year, capsys):
    path = next_year(without=["GM0344"], added=[("GM1999", "Nieuw-Utrecht", "Utrecht")])
    call_command("gemeenten", path, per=datetime.date.fromisoformat(NEW_YEAR), successor=["GM0344=GM1999"])
    old, new = Municipality.objects.get(code="GM0344"), Municipality.objects.get(code="GM1999")
    assert (old.ended, old.successor) == (datetime.date(2026, 1, 1), new)
    assert Municipality.objects.count() == 343
    assert Municipality.objects.existing().count() == 342
    output = capsys.readouterr()
    assert "1 nieuw, 0 gewijzigd, 1 opgeheven" in output.out
    assert not output.err


def test_a_merger_leaves_people_and_portraits_where_they_were(loaded, next_year):
    utrecht = Municipality.objects.get(code="GM0344")
    person, portrait = PersonFactory(municipality=utrecht), PortraitPageFactory(municipality=utrecht)
    path = next_year(without=["GM0344"], added=[("GM1999", "Nieuw-Utrecht", "Utrecht")])
    call_command("gemeenten", path, per=datetime.date.fromisoformat(NEW_YEAR), successor=["GM0344=GM1999"])
    for row in (person, portrait):
        row.refresh_from_db()
        assert row.municipality == utrecht
        assert str(row.municipality) == "Utrecht (tot 2026)"


def test_the_merger_run_again_changes_nothing(loaded, next_year):
    path = next_year(without=["GM0344"], added=[("GM1999", "Nieuw-Utrecht", "Utrecht")])
    options = {"per": datetime.date.fromisoformat(NEW_YEAR), "successor": ["GM0344=GM1999"]}
    call_command("gemeenten", path, **options)
    before = everything()
    call_command("gemeenten", path, **options)
    assert everything() == before


def test_without_a_successor_it_says_what_is_missing(loaded, next_year, capsys):
    call_command("gemeenten", next_year(without=["GM0344"]), per=datetime.date.fromisoformat(NEW_YEAR))
    assert "Utrecht (GM0344) heeft nog geen opvolger" in capsys.readouterr().err


def test_a_new_name_keeps_the_address(loaded, next_year):
    call_command("gemeenten", next_year(renamed={"GM0344": "Trajectum"}))
    utrecht = Municipality.objects.get(code="GM0344")
    assert (utrecht.name, utrecht.slug) == ("Trajectum", "utrecht")
    assert names_found("trajectum utrecht") == ["Trajectum"]


def test_what_an_editor_added_to_the_names_stays(loaded):
    zeist = Municipality.objects.get(name="Zeist")
    zeist.everyday_names = "Den Dolder"
    zeist.save()
    call_command("gemeenten")
    assert names_found("dolder") == ["Zeist"]


def test_a_name_that_comes_back_gets_an_address_of_its_own(loaded, next_year):
    path = next_year(without=["GM0344"], added=[("GM1999", "Utrecht", "Utrecht")])
    call_command("gemeenten", path, per=datetime.date.fromisoformat(NEW_YEAR), successor=["GM0344=GM1999"])
    assert Municipality.objects.get(code="GM1999").slug == "utrecht-gm1999"


# --- Errors: a sentence in Dutch, and nothing changed --------------------------------------------------------------


def refuses(message: str, *args, **options) -> None:
    before = everything()
    with pytest.raises(CommandError, match=message):
        call_command("gemeenten", *args, **options)
    assert everything() == before


def test_what_left_the_list_needs_a_date(loaded, next_year):
    refuses("Niet meer op de lijst: Utrecht", next_year(without=["GM0344"]))


@pytest.mark.parametrize("pair", ["GM0344=GM9999", "GM0344", "=", ""])
def test_a_successor_that_is_not_on_the_list(loaded, next_year, pair):
    path = next_year(without=["GM0344"])
    refuses("schrijf OUD=NIEUW", path, per=datetime.date.fromisoformat(NEW_YEAR), successor=[pair])


def test_a_successor_of_what_still_exists(loaded):
    refuses("geen opgeheven gemeente", successor=["GM0344=GM0310"])


def test_a_file_that_is_not_there(loaded, tmp_path):
    refuses("Kan .* niet lezen", tmp_path / "niets.csv")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "kan de lijst van heel Nederland niet zijn"),
        (b"code,name\nGM0001,Ergens\n", "geen lijst met de kolommen"),
        (b"code,name,province\nGM0001,Ergens,Atlantis\n", "geen lijst met de kolommen"),
        (b"code,name,province\nGM0001\n", "geen lijst met de kolommen"),
        (b"code,name,province\nGM0344,Utrecht,Utrecht\n", "1. Dat kan de lijst"),
        (b"\xff\xfe\x00", "geen lijst met de kolommen"),
    ],
)
def test_a_file_that_is_something_else(loaded, tmp_path, content, message):
    path = tmp_path / "lijst.csv"
    path.write_bytes(content)
    refuses(message, path)


def test_the_same_code_twice(loaded, next_year):
    refuses("een code staat er twee keer in", next_year(added=[("GM0344", "Utrecht", "Utrecht")]))
