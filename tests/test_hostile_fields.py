"""What is typed into a form that cannot be: the form comes back with a reason in Dutch, and nothing is stored."""

import pytest
from django.urls import reverse

from editors import fill_in, press, sign_in
from factories import EditionFactory, InfoPageFactory, NewsIndexPageFactory, NewsPageFactory, ProgrammePageFactory, home
from pages.models import InfoPage, SiteSettings
from programme.models import Edition, NewsPage

pytestmark = pytest.mark.django_db

NO_DAY = ["31-02-2026", "2026-02-31", "2026-13-01", "0001-01-01", "9999-12-31", "-1", "abc", "9" * 400, "a\x00b"]
NO_EMAIL = [
    "geen adres",
    "a@b",
    "a@@voorbeeld.nl",
    "a b@voorbeeld.nl",
    "a@voorbeeld.nl\nBcc: b@voorbeeld.nl",
    "a" * 400,
]
NO_LINK = ["javascript:alert(1)", "data:text/html,x", "geen adres", "ftp:/x", "https://" + "a" * 3000]


@pytest.mark.parametrize("field", ["start", "end", "enrolment_until"])
@pytest.mark.parametrize("day", NO_DAY)
def test_a_day_that_cannot_be(field, day):
    programme = ProgrammePageFactory()
    data = {
        "programme": programme.pk, "name": "Nieuwe lichting", "slug": "nieuw", "enrolment": "closed",
        "start": "2026-09-17", "end": "2027-03-31", "enrolment_until": "", field: day,
    }  # fmt: skip
    response = sign_in().post(reverse(Edition.snippet_viewset.get_url_name("add")), data)
    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert not Edition.objects.exists()


def test_an_end_before_the_start():
    edition = EditionFactory()
    url = reverse(Edition.snippet_viewset.get_url_name("edit"), args=[edition.pk])
    data = {
        "programme": edition.programme_id, "name": edition.name, "slug": edition.slug, "enrolment": "closed",
        "start": "2026-09-17", "end": "2026-09-16", "enrolment_until": "",
    }  # fmt: skip
    assert "De laatste dag ligt vóór de eerste dag" in sign_in().post(url, data).content.decode()


@pytest.mark.parametrize("day", NO_DAY)
def test_news_of_a_day_that_cannot_be(day):
    client, page = sign_in("Eindredactie"), NewsPageFactory(title="Zoals het was")
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = press(client, url, fill_in(client, url, title="Anders", date=day), "action-publish")
    assert response.status_code == 200
    assert "date" in response.context["form"].errors
    page.refresh_from_db()
    assert page.title == "Zoals het was"


def test_taken_offline_before_it_is_published():
    client, page = sign_in("Eindredactie"), NewsPageFactory()
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = fill_in(client, url, go_live_at="2030-02-01 09:00", expire_at="2030-01-01 09:00")
    response = press(client, url, data, "action-publish")
    assert {"go_live_at", "expire_at"} & set(response.context["form"].errors)


@pytest.mark.parametrize("slug", ["a b", "é", "../x", "a/b", "%2e", "a" * 256, "a\x00b"])
def test_an_address_that_cannot_be(slug):
    client = sign_in("Eindredactie")
    url = reverse("wagtailadmin_pages:add", args=["pages", "infopage", home().pk])
    response = press(client, url, fill_in(client, url, title="Een pagina", slug=slug), "action-publish")
    assert response.status_code == 200
    assert "slug" in response.context["form"].errors
    assert not InfoPage.objects.exists()


def test_an_address_that_is_taken():
    client, page = sign_in("Eindredactie"), InfoPageFactory(slug="contact")
    url = reverse("wagtailadmin_pages:add", args=["pages", "infopage", home().pk])
    response = press(client, url, fill_in(client, url, title="Contact", slug="contact"), "action-publish")
    assert "slug" in response.context["form"].errors
    assert list(InfoPage.objects.values_list("pk", flat=True)) == [page.pk]


@pytest.mark.parametrize("email", NO_EMAIL)
def test_a_mail_address_that_cannot_be(email):
    settings = SiteSettings.load()
    url = reverse("wagtailsettings:edit", args=["pages", "sitesettings", settings.pk])
    response = sign_in().post(url, {"site_name": "Leergang", "contact_email": email})
    settings.refresh_from_db()
    assert response.status_code in (200, 400)
    assert settings.contact_email != email


@pytest.mark.parametrize("link", NO_LINK)
def test_a_link_that_cannot_be(link):
    client = sign_in("Eindredactie")
    response = client.post(
        reverse("wagtailsnippets_people_organisation:add"), {"name": "Een organisatie", "link": link}
    )
    assert response.status_code == 200
    assert "link" in response.context["form"].errors


def test_marks_and_turns_stay_within_a_title():
    client = sign_in("Eindredactie")
    url = reverse("wagtailadmin_pages:add", args=["programme", "newspage", NewsIndexPageFactory().pk])
    title = "\u202eOm z" + "\u0301" * 50 + "\u2066 ệ e\u0302\u0323"
    press(client, url, fill_in(client, url, title=title, slug="een", lead=title), "action-publish")
    page = NewsPage.objects.get()
    assert page.title == page.lead == "Om z\u0301\u0301\u0301 ệ e\u0302\u0323"


@pytest.mark.parametrize("title", ["", "   ", "\x00", "a\x00b", "W" * 256])
def test_a_title_that_cannot_be(title):
    client = sign_in("Eindredactie")
    url = reverse("wagtailadmin_pages:add", args=["programme", "newspage", NewsIndexPageFactory().pk])
    response = press(client, url, fill_in(client, url, title=title, slug="een"), "action-publish")
    assert response.status_code == 200
    assert "title" in response.context["form"].errors
    assert not NewsPage.objects.exists()
