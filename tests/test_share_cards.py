"""The card of every page: its address, who may have it, when it is made, and that nobody waits for it."""

import io
import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import DatabaseError
from django_tasks_db.models import DBTaskResult
from PIL import Image
from wagtail.models import PageViewRestriction

from factories import (
    InfoPageFactory,
    ModulePageFactory,
    MunicipalityFactory,
    NewsPageFactory,
    PortraitPageFactory,
    ResearchPageFactory,
    home,
    make_image,
)
from media.models import SiteImage
from media.photos import photo_of
from pages import views
from pages.cards import card_of, files_in, folder_of
from pages.models import SiteSettings
from pages.tasks import bring_card_up_to_date

pytestmark = pytest.mark.django_db

TASK = "pages.tasks.bring_card_up_to_date"
META = re.compile(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">')


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def portrait():
    return PortraitPageFactory(
        title="Marijke van der Velde",
        role="Gemeentesecretaris",
        municipality=MunicipalityFactory(name="Súdwest-Fryslân"),
        headline="Een schipper heeft niets aan onze grenzen",
        image=make_image(size=(900, 1200)),
    )


def card(page):
    return card_of(page, SiteSettings.load())


def path(page) -> str:
    return card(page).url.removeprefix("https://localhost")


def work() -> None:
    """What a worker does with the cards that were asked for; its own loop would close this test's connection."""
    for waiting in DBTaskResult.objects.filter(task_path=TASK):
        bring_card_up_to_date.func(*waiting.args_kwargs["args"])
        waiting.delete()


def publish(page, capture) -> None:
    with capture(execute=True):
        page.save_revision().publish()
    work()


def asked() -> int:
    """How often the worker was asked for a card."""
    return DBTaskResult.objects.filter(task_path=TASK).count()


def meta(client, page) -> dict[str, str]:
    return dict(META.findall(client.get(page.url).content.decode()))


def picture(response) -> Image.Image:
    assert response.status_code == 200
    return Image.open(io.BytesIO(response.content))


# --- The address -------------------------------------------------------------------------------------------------


def test_every_kind_of_page_names_its_card(client, portrait):
    kinds = [InfoPageFactory(), ModulePageFactory(), NewsPageFactory(), ResearchPageFactory(), portrait]
    pages = [home(), *kinds, *(page.get_parent().specific for page in kinds[1:])]
    for page in pages:
        said = meta(client, page)
        assert said["og:image"] == card(page).url
        assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
        assert said["twitter:card"] == "summary_large_image"
        assert page.specific.share_subject(SiteSettings.load()).title in said["og:image:alt"]


def test_the_alternative_text_says_what_the_card_says(client, portrait):
    assert meta(client, portrait)["og:image:alt"] == (
        "Marijke van der Velde. Gemeentesecretaris, Súdwest-Fryslân. ‘Een schipper heeft niets aan onze grenzen’. "
        "Leergang Digitaal Leiderschap"
    )


def test_the_address_stays_while_the_card_stays(portrait):
    before = card(portrait).url
    portrait.lead = "Een andere inleiding."
    assert card(portrait).url == before


@pytest.mark.parametrize("field", ["title", "headline", "role"])
def test_another_text_gives_another_address(portrait, field):
    before = card(portrait).url
    setattr(portrait, field, "Iets anders")
    assert card(portrait).url != before


def test_another_focal_point_gives_another_address(portrait):
    before = card(portrait).url
    portrait.image.focal_point_x, portrait.image.focal_point_y = 300, 400
    portrait.image.focal_point_width = portrait.image.focal_point_height = 200
    assert card(portrait).url != before


def test_an_older_address_leads_to_the_present_one(client, portrait):
    before = path(portrait)
    portrait.title = "Marijke Velde"
    portrait.save()
    response = client.get(before)
    assert response.status_code == 302
    assert response["Location"] == card(portrait).url


# --- Made by the worker ------------------------------------------------------------------------------------------


def test_publishing_has_the_card_drawn_after_the_commit(client, portrait, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        portrait.save_revision().publish()
        assert not card(portrait).is_made()
    assert not card(portrait).is_made()  # publishing did not wait for it
    work()
    shown = picture(client.get(path(portrait)))
    assert shown.size == (1200, 630)
    assert shown.format == "JPEG"
    assert "exif" not in shown.info


def test_a_visit_draws_nothing_and_has_the_worker_do_it(client, portrait):
    response = client.get(path(portrait))
    assert response.content == views.HOUSE_CARD.read_bytes()
    assert not card(portrait).is_made()
    assert asked() == 1
    client.get(path(portrait))
    assert asked() == 1  # once, however often it is asked for
    work()
    assert client.get(path(portrait)).content == card(portrait).read()
    assert card(portrait).read() != views.HOUSE_CARD.read_bytes()


@pytest.mark.parametrize("fault", ["lost", "half"])
def test_a_lost_or_half_file_comes_back(client, portrait, fault):
    call_command("cards", verbosity=0)
    whole = card(portrait).read()
    default_storage.delete(card(portrait).name)
    if fault == "half":
        default_storage.save(card(portrait).name, ContentFile(whole[: len(whole) // 2]))
    assert client.get(path(portrait)).content == views.HOUSE_CARD.read_bytes()
    work()
    assert client.get(path(portrait)).content == whole
    assert files_in(folder_of(portrait.pk)) == [f"{card(portrait).key}.jpg"]


def test_the_house_card_comes_also_when_nothing_can_be_written(client, portrait, monkeypatch):
    class FullQueue:
        def enqueue(self, page_id):
            raise DatabaseError("attempt to write a readonly database")

    monkeypatch.setattr(views, "bring_card_up_to_date", FullQueue())
    assert client.get(path(portrait)).status_code == 200


def test_the_house_card_has_the_size_that_pages_say():
    with Image.open(views.HOUSE_CARD) as shown:
        assert shown.size == (1200, 630)


def test_the_command_draws_what_is_missing_and_nothing_twice(portrait, capsys):
    InfoPageFactory()
    draft = NewsPageFactory(live=False)
    call_command("cards")
    assert "Drew 5 cards for 5 public pages" in capsys.readouterr().out
    assert not files_in(folder_of(draft.pk))
    call_command("cards")
    assert "Drew 0 cards" in capsys.readouterr().out


def test_only_the_present_card_is_kept(portrait, django_capture_on_commit_callbacks):
    publish(portrait, django_capture_on_commit_callbacks)
    portrait.title = "Een andere naam"
    publish(portrait, django_capture_on_commit_callbacks)
    assert files_in(folder_of(portrait.pk)) == [f"{card(portrait).key}.jpg"]


def test_a_draft_does_not_change_the_card(client, portrait, django_capture_on_commit_callbacks):
    publish(portrait, django_capture_on_commit_callbacks)
    before = card(portrait).url
    portrait.title = "Nog geheim"
    portrait.save_revision()
    assert meta(client, portrait)["og:image"] == before


@pytest.mark.parametrize("fault", ["lost", "broken"])
def test_a_photo_that_cannot_be_read_gives_a_card_without_it(portrait, fault):
    if fault == "lost":
        default_storage.delete(portrait.image.file.name)
    else:
        with default_storage.open(portrait.image.file.name, "wb") as file:
            file.write(b"\xff\xd8\xff\xe0 geen foto")
    call_command("cards", verbosity=0)
    assert card(portrait).is_made()


def test_what_one_can_see_through_becomes_white():
    file = io.BytesIO()
    Image.new("RGBA", (40, 50), (31, 75, 153, 0)).save(file, "PNG")
    image = SiteImage.objects.create(title="Doorzichtig", file=ImageFile(io.BytesIO(file.getvalue()), name="logo.png"))
    assert photo_of(image).image.getcolors() == [(2000, (255, 255, 255))]


# --- Who may have it ---------------------------------------------------------------------------------------------


def close(page, how: str) -> None:
    if how == "unpublished":
        page.unpublish()
    elif how == "section unpublished":
        page.get_parent().specific.unpublish()
    elif how == "for staff only":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    else:
        page.delete()


@pytest.mark.parametrize("how", ["unpublished", "section unpublished", "for staff only", "deleted"])
def test_the_card_of_a_page_that_is_not_public_is_gone_at_once(client, portrait, how):
    call_command("cards", verbosity=0)
    address = path(portrait)
    assert client.get(address).status_code == 200
    close(portrait, how)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("how", ["unpublished", "deleted"])
def test_its_file_goes_too(portrait, how, django_capture_on_commit_callbacks):
    call_command("cards", verbosity=0)
    page_id = portrait.pk
    with django_capture_on_commit_callbacks(execute=True):
        close(portrait, how)
    work()
    assert not files_in(folder_of(page_id))


def test_the_command_removes_cards_of_pages_that_are_no_longer_public(portrait):
    call_command("cards", verbosity=0)
    PageViewRestriction.objects.create(page=portrait, restriction_type=PageViewRestriction.LOGIN)
    call_command("cards", verbosity=0)
    assert not files_in(folder_of(portrait.pk))


def test_other_caches_keep_a_card_for_a_minute_at_most(client, portrait):
    call_command("cards", verbosity=0)
    for address in (path(portrait), f"/bestanden/kaarten/{portrait.pk}-{'0' * 20}.jpg"):
        assert client.get(address)["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize(
    "address",
    [
        "/bestanden/kaarten/999999-00000000000000000000.jpg",
        "/bestanden/kaarten/1-00000000000000000000.jpg",
        "/bestanden/kaarten/99999999999999999999-00000000000000000000.jpg",
        "/bestanden/kaarten/3-..%2f..%2f.jpg",
        "/bestanden/kaarten/",
        "/bestanden/cards/3/00000000000000000000.jpg",
    ],
)
def test_what_is_no_card_is_not_found(client, address):
    assert client.get(address).status_code == 404
