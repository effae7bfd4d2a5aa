"""What goes wrong in an editor's hands: moved into itself, pressed twice, set back to what is gone, led in circles."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry

import factories
from editors import fill_in, press, sign_in
from pages.models import PageTheme
from programme.models import NewsPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return sign_in("Eindredactie")


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_a_page_is_not_moved_into_itself(client):
    section = factories.InfoPageFactory(slug="een")
    inside = factories.InfoPageFactory(parent=section, slug="twee")
    for target in (section, inside):
        url = reverse("wagtailadmin_pages:move_confirm", args=[section.pk, target.pk])
        assert client.post(url).status_code in (302, 403, 404)
    assert Page.objects.get(pk=section.pk).url_path == "/home/een/"
    assert Page.find_problems() == ([], [], [], [], [])


def test_publishing_twice_at_once_is_publishing_once_more_and_harmless(client):
    page = factories.NewsPageFactory(live=False, title="Eerst")
    data = fill_in(client, edit_url(page), title="Daarna")
    for _ in range(2):  # the button pressed again before the answer came: the same form
        assert press(client, edit_url(page), data, "action-publish").status_code in (200, 302)
    page.refresh_from_db()
    assert page.live and page.title == "Daarna"
    assert NewsPage.objects.count() == 1
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").count() <= 2


def test_a_new_page_sent_twice_is_refused_the_second_time(client):
    url = reverse("wagtailadmin_pages:add", args=["programme", "newspage", factories.NewsIndexPageFactory().pk])
    data = fill_in(client, url, title="Eén keer", slug="een-keer")
    assert press(client, url, data, "action-publish").status_code == 302
    again = press(client, url, data, "action-publish")
    assert again.status_code == 200 and "slug" in again.context["form"].errors
    assert NewsPage.objects.count() == 1


def test_an_old_version_whose_picture_document_and_theme_are_gone(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    image, theme = factories.make_image(), factories.ThemeFactory()
    figure = {"type": "figure", "value": {"image": image.pk, "alt": "Een bordes", "caption": ""}}
    gone = {"type": "een_blok_van_vroeger", "value": {"text": "oud"}}
    paragraph = {"type": "paragraph", "value": "<p>Dit blijft.</p>"}
    page = factories.NewsPageFactory(image=image, image_alt="Een bordes", body=[figure, paragraph], themes=[theme])
    old = page.save_revision()
    old.content["body"] = old.content["body"].replace("[", f"[{str(gone).replace(chr(39), chr(34))}, ", 1)
    old.save()
    page.body = [("paragraph", "<p>Nieuw.</p>")]
    page.save_revision().publish()
    image.delete()
    theme.delete()
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    content = client.get(url).content.decode()
    assert "Dit blijft." in content and "een_blok_van_vroeger" not in content
    preview = client.get(reverse("wagtailadmin_pages:revisions_view", args=[page.pk, old.pk]))
    assert preview.status_code == 200 and "Dit blijft." in preview.content.decode()


def test_five_hundred_blocks_open_and_are_kept(client):
    body = [{"type": "paragraph", "value": f"<p>Alinea {number}.</p>"} for number in range(500)]
    page = factories.NewsPageFactory(body=body)
    content = client.get(edit_url(page)).content.decode()
    assert "Alinea 499." in content
    assert "Alinea 499." in client.get(page.url).content.decode()


def test_who_was_first_is_not_overwritten_by_what_saves_itself(client):
    page = factories.NewsPageFactory(title="Samen")
    page.save_revision()
    other, url = sign_in("Eindredactie"), edit_url(page)
    mine, theirs = fill_in(client, url, title="Van mij"), fill_in(other, url, title="Van een ander")
    assert press(other, url, theirs).status_code == 302
    answer = press(client, url, mine, accept="application/json")
    assert answer.status_code == 400 and answer.json()["error_code"] == "invalid_revision"
    assert NewsPage.objects.get().get_latest_revision_as_object().title == "Van een ander"


def with_theme(data, theme, row_id: int | str = ""):
    row = {"theme": theme.pk, "ORDER": 1, "DELETE": "", "id": row_id}
    sizes = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 1 if row_id else 0}
    fields = {f"theme_links-{name}": value for name, value in sizes.items()}
    fields |= {f"theme_links-0-{name}": value for name, value in row.items()}
    return data | {name: str(value) for name, value in fields.items()}


@pytest.mark.parametrize("had_it", [True, False])
def test_two_editors_who_choose_the_same_theme(client, had_it):
    """One chooses it, or takes it out and chooses it again, while the other has the page open with it."""
    page, theme, other = factories.NewsPageFactory(), factories.ThemeFactory(), sign_in("Eindredactie")
    url = edit_url(page)
    if had_it:
        press(client, url, with_theme(fill_in(client, url), theme), "action-publish")
        late = fill_in(other, url, title="Van de tweede")
        old = with_theme(fill_in(client, url), theme, PageTheme.objects.get().pk)
        press(client, url, old | {"theme_links-0-DELETE": "1"}, "action-publish")
        assert not PageTheme.objects.exists()
    else:
        late = with_theme(fill_in(other, url, title="Van de tweede"), theme)
    press(client, url, with_theme(fill_in(client, url), theme), "action-publish")
    assert press(other, url, late, "action-publish").status_code == 302
    assert [link.theme for link in PageTheme.objects.filter(page=page.pk)] == [theme]
    assert NewsPage.objects.get().title == "Van de tweede"


def test_redirects_that_lead_round_or_run_do_no_harm(client):
    Redirect.objects.create(old_path="/een", redirect_link="/twee/")
    Redirect.objects.create(old_path="/twee", redirect_link="/een/")
    for path in ("/een/", "/twee/"):
        assert client.get(path).status_code in (301, 404)
    response = sign_in().post(
        reverse("wagtailredirects:add"),
        {"old_path": "/x", "is_permanent": "on", "redirect_link": "javascript:alert(1)"},
    )
    assert response.status_code == 200 and "redirect_link" in response.context["form"].errors
    assert not Redirect.objects.filter(old_path="/x").exists()


def test_the_last_administrator_cannot_remove_themselves():
    client = sign_in()
    user = User.objects.get()
    response = client.post(reverse("wagtailusers_users:delete", args=[user.pk]))
    assert response.status_code in (302, 403)
    assert User.objects.filter(pk=user.pk).exists()


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "file:///etc/passwd", "http://169.254.169.254/", "https://evil.example/"]
)
def test_nothing_is_embedded_from_elsewhere(client, address):
    """No text of ours takes an embed, and the admin fetches nothing for one."""
    response = client.post(reverse("wagtailembeds:chooser_upload"), {"embed-chooser-url": address})
    assert response.status_code in (200, 403, 404)
    assert "<iframe" not in response.content.decode()
