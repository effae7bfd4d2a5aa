"""The page of a picture in the library: who is in it, where it is used, and what becomes of that with another file."""

import pytest
from django.test import TestCase
from django.urls import reverse
from wagtail.models import PageViewRestriction

import factories
from editors import sign_in
from media.models import SiteImage
from pages.public_files import is_public
from pages.uses import uses_of
from people.models import Depiction
from uploads import SimpleUploadedFile, encode, photo, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return sign_in("Eindredactie")


def url_of(image) -> str:
    return reverse("wagtailimages:edit", args=[image.pk])


def save(editor, image, people=(), **fields):
    """Sends the page's form with these people in it."""
    data = {"title": image.title, "collection": "1", "tags": ""} | fields
    rows = {f"depicted-{number}-person": str(person.pk) for number, person in enumerate(people)}
    count = {"depicted-TOTAL_FORMS": str(len(people)), "depicted-INITIAL_FORMS": "0"}
    return editor.post(url_of(image), data | rows | count)


def names_in(image) -> list[str]:
    return [depiction.person.full_name for depiction in Depiction.objects.filter(image=image)]


def found_in_library(editor, query: str, view: str = "wagtailimages:index") -> bool:
    return "Vergaderzaal" in editor.get(reverse(view), {"q": query}).content.decode()


# --- Who is in it ------------------------------------------------------------------------------------------------


def test_an_editor_says_who_is_in_a_picture(editor):
    image, anna, bas = factories.make_image(), factories.PersonFactory(), factories.PersonFactory(given_name="Bas")
    assert save(editor, image, [anna, bas, anna]).status_code == 302
    assert names_in(image) == [anna.full_name, bas.full_name]
    content = editor.get(url_of(image)).content.decode()
    assert content.index(anna.full_name) < content.index(bas.full_name)
    assert save(editor, image, [bas]).status_code == 302
    assert names_in(image) == [bas.full_name]


def test_somebody_who_does_not_exist_is_refused_and_nothing_changes(editor):
    image, anna = factories.make_image(), factories.PersonFactory()
    save(editor, image, [anna])
    for nobody in ("999999", "abc", "9" * 30, "\x00"):
        data = {"title": "Anders", "collection": "1", "tags": "", "depicted-0-person": nobody}
        data |= {"depicted-TOTAL_FORMS": "1", "depicted-INITIAL_FORMS": "0"}
        assert editor.post(url_of(image), data).status_code == 200
    image.refresh_from_db()
    assert names_in(image) == [anna.full_name] and image.title != "Anders"


def test_a_form_without_people_leaves_them_alone(editor):
    image, anna = factories.make_image(), factories.PersonFactory()
    save(editor, image, [anna])
    assert editor.post(url_of(image), {"title": "Anders", "collection": "1", "tags": ""}).status_code == 302
    assert names_in(image) == [anna.full_name]


@pytest.mark.parametrize("view", ["wagtailimages:index", "wagtailimages_chooser:choose"])
def test_a_picture_is_found_by_who_is_in_it(editor, view):
    with TestCase.captureOnCommitCallbacks(execute=True):
        image, anna = factories.make_image("Vergaderzaal"), factories.PersonFactory(family_name="Zonneveld")
        factories.make_image("Iets anders")
        save(editor, image, [anna])
    assert found_in_library(editor, "zonneveld", view) and not found_in_library(editor, "Bakker", view)
    with TestCase.captureOnCommitCallbacks(execute=True):
        anna.family_name = "Bakker"
        anna.save()
    assert found_in_library(editor, "Bakker", view) and not found_in_library(editor, "zonneveld", view)
    with TestCase.captureOnCommitCallbacks(execute=True):
        anna.delete()
    assert not found_in_library(editor, "Bakker", view)
    image.refresh_from_db()
    assert image.people_names == ""


def test_the_photo_of_a_person_and_of_a_portrait_name_who_is_in_it(editor):
    own, lead, group = (factories.make_image(title) for title in ("Pasfoto", "Portret", "Groep"))
    anna, bas = factories.PersonFactory(photo=own), factories.PersonFactory(given_name="Bas")
    assert names_in(own) == [anna.full_name]
    factories.PortraitPageFactory(image=lead, person=anna, live=False).save_revision().publish()
    assert names_in(lead) == [anna.full_name]
    save(editor, group, [bas])
    factories.PortraitPageFactory(image=group, person=anna, live=False).save_revision().publish()
    assert names_in(group) == [bas.full_name]  # what an editor said stands


def test_a_person_shows_their_pictures(editor):
    image, anna = factories.make_image("Op het bordes"), factories.PersonFactory()
    save(editor, image, [anna])
    content = editor.get(reverse(anna.snippet_viewset.get_url_name("edit"), args=[anna.pk])).content.decode()
    assert "Op het bordes" in content and f'href="{url_of(image)}"' in content


# --- Where it is used --------------------------------------------------------------------------------------------


def states(image) -> dict[str, str]:
    return {use.label: use.state for use in uses_of([image])[image.pk]}


def test_used_nowhere(editor):
    content = editor.get(url_of(factories.make_image())).content.decode()
    assert "Nergens." in content and "nog niet openbaar" in content


def test_every_use_is_named_with_whether_a_visitor_meets_it(editor):
    image = factories.make_image()
    figure = [{"type": "figure", "value": {"image": image.pk, "alt": "Iets", "is_decorative": False, "caption": ""}}]
    live = factories.NewsPageFactory(title="Bericht", image=image)
    draft = factories.ResearchPageFactory(title="Onderzoek over later", live=False, body=figure)
    closed = factories.InfoPageFactory(title="Besloten", body=figure)
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    factories.PersonFactory(given_name="Anna", infix="", family_name="Stil", photo=image)
    factories.OrganisationFactory(name="Fonds", logo=image)
    assert states(image) == {
        "Nieuws ‘Bericht’": "openbaar",
        "Onderzoek ‘Onderzoek over later’": "nog niet openbaar",
        "Informatiepagina ‘Besloten’": "alleen voor genodigden",
        "Persoon ‘Anna Stil’": "nog niet openbaar",
        "Organisatie ‘Fonds’": "openbaar",
    }
    content = editor.get(url_of(image)).content.decode()
    for page in (live, draft, closed):
        assert f'href="{reverse("wagtailadmin_pages:edit", args=[page.pk])}"' in content


def test_a_person_is_public_on_a_public_page_only(editor):
    image = factories.make_image()
    anna = factories.PersonFactory(given_name="Anna", infix="", family_name="Stil", photo=image)
    page = factories.PortraitPageFactory(person=anna, live=False)
    assert states(image) == {"Persoon ‘Anna Stil’": "nog niet openbaar"}
    page.live = True
    page.save()
    assert states(image) == {"Persoon ‘Anna Stil’": "openbaar"}


def test_a_picture_that_is_only_in_a_draft_counts_as_used(editor):
    image, page = factories.make_image(), factories.NewsPageFactory(title="Bericht")
    page.image = image
    page.save_revision()
    (use,) = uses_of([image])[image.pk]
    assert (use.state, use.is_draft) == ("nog niet openbaar", True)
    page.image = None
    page.save_revision()
    assert uses_of([image])[image.pk] == []


def test_the_library_says_public_of_exactly_what_visitors_can_get(editor):
    """Two pieces of code look at it: one for a list of files, one at every request for a file."""
    images = {
        name: factories.make_image(name, size=(40, 40))
        for name in ("page", "draft", "logo", "person", "nobody", "none")
    }
    factories.NewsPageFactory(image=images["page"])
    hidden = factories.InfoPageFactory(live=False)
    factories.NewsPageFactory(image=images["draft"], parent=hidden)
    factories.OrganisationFactory(logo=images["logo"])
    factories.PortraitPageFactory(person=factories.PersonFactory(photo=images["person"]))
    factories.PersonFactory(photo=images["nobody"])
    uses = uses_of(images.values())
    said = {name: any(use.is_public for use in uses[image.pk]) for name, image in images.items()}
    assert said == {name: is_public(image) for name, image in images.items()}
    assert said == dict.fromkeys(images, False) | {"page": True, "logo": True, "person": True}


# --- Another file ------------------------------------------------------------------------------------------------


def test_a_replaced_photo_keeps_its_places_and_loses_the_old_file_after_commit(editor):
    image = factories.make_image()
    image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = 40
    image.save()
    page, anna = factories.NewsPageFactory(image=image, image_alt="Een bordes"), factories.PersonFactory()
    save(editor, image, [anna])
    assert editor.get(page.url).status_code == 200
    old = image.file.name
    file = SimpleUploadedFile("nieuw.jpg", encode(photo((700, 500), 3), "JPEG"))
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = save(editor, image, [anna], file=file)
        assert response.status_code == 302 and old in stored()
    new = SiteImage.objects.get()
    assert new.pk == image.pk and new.file.name != old and (new.width, new.height) == (700, 500)
    assert old not in stored() and new.file.name in stored()
    assert not new.has_focal_point()
    page.refresh_from_db()
    assert page.image == new and names_in(new) == [anna.full_name]
    assert editor.get(page.url).status_code == 200


def test_a_replacement_that_is_undone_keeps_the_old_file(editor, monkeypatch):
    image = factories.make_image()
    old = image.file.name
    monkeypatch.setattr("editing.library.edit.set_depicted", lambda *arguments: 1 / 0)
    file = SimpleUploadedFile("nieuw.jpg", encode(photo(), "JPEG"))
    with TestCase.captureOnCommitCallbacks(execute=True), pytest.raises(ZeroDivisionError):
        save(editor, image, file=file)
    assert SiteImage.objects.get().file.name == old and old in stored()


def test_a_replaced_document_loses_the_old_file_after_commit(editor):
    from documents import pdf
    from media.models import SiteDocument
    from uploads import send

    send(editor, "docs", "a.pdf", pdf())
    document = SiteDocument.objects.get()
    fields = {"title": "Nieuw", "collection": "1", "tags": "", "file": SimpleUploadedFile("b.pdf", pdf("Tweede"))}
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert editor.post(reverse("wagtaildocs:edit", args=[document.pk]), fields).status_code == 302
        assert document.file.name in stored()
    assert document.file.name not in stored() and SiteDocument.objects.get().file.name in stored()


def test_the_original_is_not_copied_to_where_visitors_can_get_it(editor):
    image = factories.make_image()
    editor.get(url_of(image))
    assert not image.renditions.filter(filter_spec="original").exists()
