"""The lists and reports of the library: what is public, whose licence ends, what is unused or stored twice."""

import datetime
import itertools

import pytest
from django.core.files.base import ContentFile
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.search import index as search_index

import factories
from documents import pdf
from editors import sign_in
from media.models import SiteDocument, SiteImage
from people.models import Depiction
from uploads import encode, photo, send, stored

pytestmark = pytest.mark.django_db
TITLES = ("Openbare foto", "Foto in concept", "Ongebruikte foto")
colours = itertools.count(1)


@pytest.fixture
def editor(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return sign_in("Eindredactie")


@pytest.fixture
def library(editor):
    """One picture that is public, one that only a draft uses, one that nothing uses."""
    public, drafted, unused = (factories.make_image(title, colour=f"#0000{next(colours):02x}") for title in TITLES)
    factories.NewsPageFactory(title="Bericht", image=public)
    page = factories.NewsPageFactory(title="Later")
    page.image = drafted
    page.save_revision()
    return public, drafted, unused


def listed(editor, **query) -> list[str]:
    content = editor.get(reverse("wagtailimages:index"), query).content.decode()
    return [title for title in TITLES if title in content]


def make_document(title: str, content: bytes = b"%PDF-1.7") -> SiteDocument:
    document = SiteDocument(title=title, file=ContentFile(content, name="a.pdf"), file_size=len(content))
    document._set_document_file_metadata()
    document.save()
    return document


# --- The lists ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", ["list", "grid"])
def test_the_list_says_of_every_picture_whether_it_is_public(editor, library, layout):
    content = editor.get(reverse("wagtailimages:index"), {"layout": layout}).content.decode()
    states = [content.index(title) for title in TITLES]
    parts = {title: content[start : start + 2500] for title, start in zip(TITLES, states, strict=True)}
    for title, state in zip(TITLES, ("openbaar", "nog niet openbaar", "nergens gebruikt"), strict=True):
        found = parts[title]
        assert " ".join(found.split("w-status", 1)[1].split("</span>")[0].split(">", 1)[1].split()) == state
    if layout == "list":
        assert "Nieuws ‘Bericht’" in content and "Nieuws ‘Later’" in content


@pytest.mark.parametrize(("use", "expected"), [("public", 0), ("hidden", 1), ("unused", 2)])
def test_narrowed_by_use_also_with_a_search(editor, library, use, expected):
    assert listed(editor, use=use) == [TITLES[expected]]
    for image in library:
        search_index.insert_or_update_object(image)
    assert listed(editor, use=use, q="foto") == [TITLES[expected]]


def test_narrowed_by_person_and_by_rights(editor, library):
    anna = factories.PersonFactory()
    public, drafted, unused = library
    Depiction.objects.create(image=drafted, person=anna)
    assert listed(editor, person=anna.pk) == ["Foto in concept"]
    SiteImage.objects.filter(pk=public.pk).update(credit="Sanne", licence="permission")
    SiteImage.objects.filter(pk=unused.pk).update(licence="own", licence_until="2020-01-01")
    assert listed(editor, rights="unknown") == ["Foto in concept"]
    assert listed(editor, rights="ending") == ["Ongebruikte foto"]


def test_nonsense_in_a_filter_is_no_error(editor, library):
    for value in ("x", "9" * 30, "\x00", "'"):
        for name in ("use", "person", "rights", "ordering", "layout"):
            assert editor.get(reverse("wagtailimages:index"), {name: value}).status_code == 200


def test_a_long_list_costs_no_query_more(editor, django_assert_max_num_queries):
    for number in range(12):
        factories.NewsPageFactory(image=factories.make_image(f"Foto {number}", size=(40, 40)))
    url = reverse("wagtailimages:index")
    editor.get(url)
    with django_assert_max_num_queries(60):
        editor.get(url)


def test_documents_are_listed_with_kind_size_and_use(editor):
    document = make_document("Jaarverslag", b"%PDF-1.7" + bytes(200_000))
    make_document("Vergeten")
    text = f'<p><a linktype="document" id="{document.pk}">Jaarverslag</a></p>'
    factories.NewsPageFactory(title="Bericht", body=[{"type": "paragraph", "value": text}])
    content = editor.get(reverse("wagtaildocs:index")).content.decode().replace("\xa0", " ")
    assert "pdf, 195,3 kB" in content or "pdf, 195,3 KB" in content
    assert "Nieuws ‘Bericht’" in content
    narrowed = editor.get(reverse("wagtaildocs:index"), {"use": "unused"}).content.decode()
    assert "Vergeten" in narrowed and "Jaarverslag" not in narrowed
    page = editor.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    assert "Waar staat dit document?" in page and "Nieuws ‘Bericht’" in page


# --- Deleting what is unused -------------------------------------------------------------------------------------


def delete_in_bulk(editor, model, ids) -> str:
    url = reverse("wagtail_bulk_action", args=["media", model, "delete"])
    query = "&".join(f"id={pk}" for pk in ids)
    asked = editor.get(f"{url}?{query}").content.decode()
    with TestCase.captureOnCommitCallbacks(execute=True):
        editor.post(f"{url}?{query}")
    return asked


def test_all_unused_pictures_go_at_once_and_the_others_stay(library, settings):
    admin = sign_in()
    public, drafted, _ = library
    asked = delete_in_bulk(admin, "siteimage", ["all"])
    assert "Wat je verwijdert, komt niet terug" in asked and "Deze 2 bestanden blijven staan" in asked
    assert set(SiteImage.objects.values_list("pk", flat=True)) == {public.pk, drafted.pk}


def test_a_used_picture_that_was_ticked_stays(library):
    admin, (public, *_) = sign_in(), library
    asked = delete_in_bulk(admin, "siteimage", [public.pk])
    assert "Dit bestand blijft staan" in asked and "Ja, verwijderen" not in asked
    assert SiteImage.objects.filter(pk=public.pk).exists()


def test_unused_documents_go_at_once(editor):
    admin, used = sign_in(), make_document("Gebruikt")
    make_document("Vergeten", b"%PDF-1.6")
    factories.ResearchPageFactory(document=used, live=False)
    delete_in_bulk(admin, "sitedocument", ["all"])
    assert list(SiteDocument.objects.all()) == [used]


def test_redactie_deletes_no_more_than_its_own(library):
    redactie = sign_in("Redactie")
    delete_in_bulk(redactie, "siteimage", [image.pk for image in library])
    assert SiteImage.objects.count() == 3


# --- Licences ----------------------------------------------------------------------------------------------------


def in_days(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


@pytest.mark.parametrize("group", ["Redactie", "Eindredactie"])
def test_licences_that_end_are_reported_and_shown_on_the_first_page(settings, tmp_path, group):
    settings.MEDIA_ROOT = tmp_path
    client = sign_in(group)
    home, report = reverse("wagtailadmin_home"), reverse("library_licences")
    assert "Licenties die aflopen</h2>" not in client.get(home).content.decode()
    assert "Geen enkele licentie verloopt" in client.get(report).content.decode()
    for title, days in {"Verlopen": -1, "Vandaag": 0, "Bijna": 60, "Nog lang niet": 61}.items():
        image = factories.make_image(title, size=(40, 40))
        SiteImage.objects.filter(pk=image.pk).update(licence_until=in_days(days), credit="Sanne", licence="stock")
    content = client.get(report).content.decode()
    assert content.index("Verlopen") < content.index("Vandaag") < content.index("Bijna")
    assert "Nog lang niet" not in content and content.count(">verlopen</span>") == 1
    assert "Gekocht bij een beeldbank" in content
    first_page = " ".join(client.get(home).content.decode().split())
    assert "Van 1 foto is de licentie verlopen. Van 2 foto’s verloopt de licentie binnen 60 dagen." in first_page
    sheet = client.get(report, {"export": "csv"})
    assert "Verlopen,Sanne,Gekocht bij een beeldbank" in b"".join(sheet.streaming_content).decode()


# --- Twice -------------------------------------------------------------------------------------------------------


def test_what_is_stored_twice_stands_side_by_side(editor):
    for title in ("Eerste", "Tweede"):
        send(editor, "images", "a.png", encode(photo(), "PNG"), title=title)
        send(editor, "docs", "a.pdf", pdf(), title=f"{title} verslag")
    send(editor, "images", "b.png", encode(photo(seed=4), "PNG"), title="Enige")
    factories.NewsPageFactory(title="Bericht", image=SiteImage.objects.get(title="Eerste"))
    editor.get(reverse("wagtailadmin_home"))  # where the messages about the uploads are shown
    content = editor.get(reverse("library_duplicates")).content.decode()
    for title in ("Eerste", "Tweede", "Eerste verslag", "Tweede verslag"):
        assert f">{title}</a>" in content
    assert "Enige" not in content and "Nieuws ‘Bericht’ (openbaar)" in content
    assert reverse("wagtailimages:delete", args=[SiteImage.objects.get(title="Tweede").pk]) in content
    assert reverse("wagtailimages:delete", args=[SiteImage.objects.get(title="Eerste").pk]) not in content


def test_nothing_twice(editor):
    content = editor.get(reverse("library_duplicates")).content.decode()
    assert "Geen enkel bestand staat dubbel" in content and content.count("Dubbele bestanden") > 2  # menu, title, head


def test_the_reports_are_in_the_menu(editor):
    content = editor.get(reverse("wagtailadmin_home")).content.decode()
    for label in ("Licenties die aflopen", "Ongebruikte afbeeldingen", "Ongebruikte documenten", "Dubbele bestanden"):
        assert label in content
    assert stored() == set()
