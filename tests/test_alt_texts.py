"""The description of a picture for who does not see it: asked, questioned and left to the editor, on the real forms."""

import json

import pytest
from django.urls import reverse

import factories
from editors import autosave, fill_in, press, sign_in
from media.alt_text import doubt, fault
from pages.alt_texts import questions
from programme.models import NewsPage

pytestmark = pytest.mark.django_db
MISSING = "Beschrijf de foto, of vink ‘Alleen versiering’ aan."


@pytest.fixture
def image(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return factories.make_image("Groepsfoto bordes")


@pytest.fixture
def client():
    return sign_in("Eindredactie")


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def body(**figure) -> dict:
    """The form's fields for a body of one figure."""
    fields = {"image": "", "alt": "", "caption": ""} | figure
    prefix = "body-0"
    return {
        "body-count": "1",
        f"{prefix}-deleted": "",
        f"{prefix}-order": "0",
        f"{prefix}-type": "figure",
        f"{prefix}-id": "",
    } | {f"{prefix}-value-{name}": str(value) for name, value in fields.items()}


def publish(client, page, **fields):
    url = edit_url(page)
    return press(client, url, fill_in(client, url, **fields), "action-publish")


def warned(client) -> str:
    """What the next page of the admin tells the editor."""
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_draft_is_kept_without_a_description(client, image):
    page = factories.NewsPageFactory(live=False)
    url = edit_url(page)
    assert press(client, url, fill_in(client, url, image=str(image.pk), **body(image=image.pk))).status_code == 302
    draft = NewsPage.objects.get().get_latest_revision_as_object()
    assert draft.image == image and draft.body[0].value["image"] == image
    assert autosave(client, url, fill_in(client, url, image=str(image.pk), **body(image=image.pk)))["success"]


def test_a_page_does_not_go_out_with_a_picture_that_is_not_described(client, image):
    page = factories.NewsPageFactory(live=False, title="Blijft staan")
    response = publish(client, page, image=str(image.pk), lead="Deze inleiding ook", **body(image=image.pk))
    assert response.context["form"].errors["image_alt"] == [MISSING]
    content = response.content.decode()
    assert "Deze inleiding ook" in content and "Blijft staan" in content
    assert content.count(MISSING) == 1 and json.dumps(MISSING)[1:-1].replace("\\\\", "\\\\") in content
    assert not NewsPage.objects.live().exists()


@pytest.mark.parametrize(
    "fields",
    [{"image_alt": "Twintig mensen op een bordes"}, {"image_is_decorative": "on"}],
)
def test_a_description_or_the_choice_of_decoration_lets_it_go(client, image, fields):
    page = factories.NewsPageFactory(live=False)
    in_body = body(image=image.pk, **{name.removeprefix("image_"): value for name, value in fields.items()})
    assert publish(client, page, image=str(image.pk), **fields, **in_body).status_code == 302
    page.refresh_from_db()
    assert page.live


def test_decoration_is_not_read_aloud_and_its_description_is_kept(client, image):
    page = factories.NewsPageFactory(image=image, image_alt="Een bordes", image_is_decorative=True)
    content = client.get(page.url).content.decode()
    assert "Een bordes" not in content and 'alt=""' in content
    page.image_is_decorative = False
    page.save()
    assert 'alt="Een bordes"' in client.get(page.url).content.decode()


@pytest.mark.parametrize(
    "alt", ["IMG_2034.jpg", "groep-op-bordes.JPEG", "DSC00012", "WhatsApp Image 2024-05-28", "…", "1234"]
)
def test_the_name_of_a_file_is_no_description(client, image, alt):
    page = factories.NewsPageFactory(live=False)
    response = publish(client, page, image=str(image.pk), image_alt=alt, **body(image=image.pk, alt=alt))
    assert "naam van een bestand" in response.context["form"].errors["image_alt"][0]
    assert "body" in response.context["form"].errors
    assert f'value="{alt}"' in response.content.decode()


@pytest.mark.parametrize(
    ("alt", "question"),
    [
        ("Foto van het bordes", "begint met ‘Foto van’. Dat het een foto is"),
        ("Een afbeelding van het bordes", "begint met ‘Een afbeelding van’"),
        ("plaatje van het bordes", "begint met ‘plaatje van’"),
        ("Portretfoto van Marijke", "begint met ‘Portretfoto van’. Dat het een portretfoto is"),
        ("groepsfoto-bordes", "dezelfde als de titel van de foto"),
    ],
)
def test_a_doubtful_description_is_questioned_and_goes_out(client, image, alt, question):
    page = factories.NewsPageFactory(live=False)
    response = publish(client, page, image=str(image.pk), image_alt=alt, **body(image=image.pk, alt=alt))
    assert response.status_code == 302
    page.refresh_from_db()
    assert page.live and page.image_alt == alt
    said = warned(client)
    assert said.count(question) == 2
    assert "De foto boven aan de pagina" in said and "De foto ‘Groepsfoto bordes’ in de tekst" in said


@pytest.mark.parametrize(
    "alt", ["Marijke op het bordes", "Een fotograaf bij het stadhuis", "Beeldend kunstenaar", "Fotovan"]
)
def test_an_ordinary_description_is_not_questioned(alt):
    assert fault(alt) == "" and doubt(alt, "Groepsfoto bordes") == ""


def test_a_description_is_no_longer_than_one_breath(client, image):
    page = factories.NewsPageFactory(live=False)
    response = publish(client, page, image=str(image.pk), image_alt="a" * 251)
    assert "250" in response.context["form"].errors["image_alt"][0]
    assert "a" * 251 in response.content.decode()


def test_no_more_than_three_questions_at_once(image):
    figures = [
        {"image": image.pk, "alt": f"Foto van {number}", "is_decorative": number == 0, "caption": ""}
        for number in range(6)
    ]
    page = factories.NewsPageFactory(body=[{"type": "gallery", "value": {"heading": "", "pictures": figures}}])
    page.refresh_from_db()
    found = questions(page)
    assert len(found) == 4 and found[-1] == "En nog 2."
    assert all("begint met ‘Foto van’" in question for question in found[:3])
