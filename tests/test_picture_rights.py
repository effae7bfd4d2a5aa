"""Whose a picture is and until when it may be shown, through the forms that the library gives out."""

import datetime

import pytest
from django.urls import reverse

from editors import sign_in
from factories import (
    InfoPageFactory,
    ModulePageFactory,
    NewsPageFactory,
    PortraitPageFactory,
    ResearchPageFactory,
    make_image,
)
from media.models import SiteImage
from uploads import SimpleUploadedFile, encode, photo

pytestmark = pytest.mark.django_db

FIELDS = {"title": "Een titel", "collection": "1", "tags": ""}


@pytest.fixture
def editor(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return sign_in("Eindredactie")


def change(editor, image, **fields):
    return editor.post(reverse("wagtailimages:edit", args=[image.pk]), FIELDS | fields)


def test_an_upload_keeps_photographer_and_licence(editor):
    file = SimpleUploadedFile("foto.jpg", encode(photo(), "JPEG"))
    rights = {"credit": "Sanne de Wit", "licence": "cc-by", "licence_until": "2027-03-31"}
    assert editor.post(reverse("wagtailimages:add"), FIELDS | rights | {"file": file}).status_code == 302
    image = SiteImage.objects.get()
    assert (image.credit, image.licence, image.licence_until) == ("Sanne de Wit", "cc-by", datetime.date(2027, 3, 31))
    assert image.credit_line == "Beeld: Sanne de Wit (CC BY)"


def test_the_credit_line_says_no_more_than_is_known():
    assert SiteImage(credit="Sanne de Wit", licence="own").credit_line == "Beeld: Sanne de Wit"
    assert SiteImage(licence="cc-by").credit_line == ""


@pytest.mark.parametrize("day", ["31-02-2027", "0001-01-01", "9999-12-31", "morgen", "2027-13-01"])
def test_a_day_that_cannot_be_is_refused_and_the_rest_of_the_form_stays(editor, day):
    image = make_image()
    response = change(editor, image, credit="Sanne de Wit", licence_until=day)
    assert response.status_code == 200 and response.context["form"].errors["licence_until"]
    assert 'value="Sanne de Wit"' in response.content.decode()
    image.refresh_from_db()
    assert image.credit == "" and image.licence_until is None


def test_the_day_is_shown_again_as_it_was_chosen(editor):
    image = make_image()
    assert change(editor, image, licence_until="2027-03-31").status_code == 302
    content = editor.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()
    assert '<input type="date" name="licence_until" value="2027-03-31"' in content


def test_the_page_of_a_picture_warns_when_its_licence_has_ended(editor):
    image = make_image()
    url = reverse("wagtailimages:edit", args=[image.pk])
    for day, is_warned in {"2020-03-31": True, "2099-03-31": False}.items():
        change(editor, image, licence_until=day)
        assert ("De licentie is op 31 maart 2020 verlopen" in editor.get(url).content.decode()) == is_warned


def test_a_visitor_reads_who_made_a_picture(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    image = make_image()
    SiteImage.objects.update(credit="Sanne <de> Wit", licence="cc-by")
    figure = {"image": image.pk, "alt": "Iets", "is_decorative": False, "caption": "Bijschrift"}
    body = [{"type": "figure", "value": figure}]
    for page_factory in (NewsPageFactory, ResearchPageFactory, PortraitPageFactory, ModulePageFactory, InfoPageFactory):
        page = page_factory(image=image, body=body)
        content = client.get(page.url).content.decode()
        assert content.count("Beeld: Sanne &lt;de&gt; Wit (CC BY)") == 2, page_factory
    SiteImage.objects.update(credit="")
    assert "Beeld:" not in client.get(page.url).content.decode()
