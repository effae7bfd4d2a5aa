"""Suggestions for a page as the editor's form has it: unsaved, new, half right. Nothing is ever written."""

import json

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.models import FormState
from wagtail.models import Page, Revision

from editors import fill_in, sign_in
from factories import (
    InfoPageFactory,
    ModulePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    PortraitIndexPageFactory,
    PortraitPageFactory,
    ThemeFactory,
    home,
    make_image,
)
from programme.models import NewsPage
from search.drafts import BROKEN, MAY_NOT, NOT_THERE
from search.related import related_to
from test_pins import edit_url, with_rows

pytestmark = pytest.mark.django_db

DRONES = "Drones meten de waterstand bij dijken en gemalen, en de waterschappen vliegen mee boven de polder."
BREAD = "De bakker kneedt deeg voor zuurdesembrood, en de oven bakt het brood bruin boven een houtvuur."


def text(*sentences: str) -> list[dict]:
    return [{"type": "paragraph", "value": f"<p>{' '.join(sentences)}</p>"}]


@pytest.fixture
def staff():
    return sign_in()


@pytest.fixture
def about():
    """Two pages about two things, and one about neither."""
    return {
        "drones": NewsPageFactory(title="Drones boven de dijk", lead=DRONES, body=text(DRONES, DRONES)),
        "bread": PortraitPageFactory(title="De bakker en het brood", lead=BREAD, body=text(BREAD, BREAD)),
    }


@pytest.fixture
def news():
    return NewsPageFactory(title="Een leeg bericht")


def ask(client, page, data=None, **headers):
    return client.post(
        reverse("draft_suggestions", args=[page.pk]), data or fill_in(client, edit_url(page)), headers=headers
    )


def suggested(response) -> str:
    assert response.status_code == 200, response.content.decode()
    return response.content.decode()


def place_of(content: str, page) -> int:
    """Where in the list a page stands; -1 if nowhere."""
    return content.find(f'data-page="{page.pk}"')


# --- What is typed -----------------------------------------------------------------------------------------------


def test_what_is_typed_and_not_saved_counts(staff, news, about):
    for subject, sentence in (("drones", DRONES), ("bread", BREAD)):
        data = fill_in(staff, edit_url(news), title=f"Over {subject}", lead=sentence)
        content = suggested(ask(staff, news, data))
        assert place_of(content, about[subject]) > 0
        assert content.index("data-page=") == place_of(content, about[subject]), "it comes first"
    news.refresh_from_db()
    assert news.lead == ""


def test_a_suggestion_says_what_it_is_and_why(staff, news, about, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    about["drones"].image = make_image()
    about["drones"].save()
    content = suggested(ask(staff, news, fill_in(staff, edit_url(news), lead=DRONES)))
    for part in ("Nieuws", "28 mei 2024", "Drones boven de dijk", "<img", "suggested__reason", "Vastzetten"):
        assert part in content
    assert "Niet voorstellen" in content


def test_a_page_that_was_never_saved(staff, about):
    section = NewsIndexPageFactory._meta.model.objects.first()
    data = fill_in(staff, reverse("wagtailadmin_pages:add", args=["programme", "newspage", section.pk]), lead=DRONES)
    url = reverse("new_draft_suggestions", args=["programme", "newspage", section.pk])
    assert place_of(suggested(staff.post(url, data)), about["drones"]) > 0
    assert not NewsPage.objects.exclude(pk=about["drones"].pk).exists()


def test_a_form_with_mistakes_still_counts_for_what_is_right(staff, news, about):
    other = ModulePageFactory()
    data = fill_in(staff, edit_url(news), title="", lead=DRONES, date="32-13-2026", slug="GEEN Slug!", image="abc")
    data = with_rows(data, "related_pins", (other.pk, 1), (news.pk, 2), ("abc", 3))
    content = suggested(ask(staff, news, data))
    assert 0 < place_of(content, other) < place_of(content, about["drones"])


def test_a_new_page_with_mistakes(staff, about):
    section = NewsIndexPageFactory._meta.model.objects.first()
    add = reverse("wagtailadmin_pages:add", args=["programme", "newspage", section.pk])
    data = fill_in(staff, add, title="Nieuw", lead=DRONES, date="geen datum")
    url = reverse("new_draft_suggestions", args=["programme", "newspage", section.pk])
    assert place_of(suggested(staff.post(url, data)), about["drones"]) > 0


def test_a_body_with_a_mistake_is_read_all_the_same(staff, news, about):
    data = fill_in(staff, edit_url(news), date="geen datum")
    data["body-count"] = "2"
    block = {"type": "heading", "order": "0", "deleted": "", "id": "", "value": ""}
    for key, value in block.items():
        data[f"body-0-{key}"] = value
    block = {"type": "paragraph", "order": "1", "deleted": "", "id": "", "value": draftail(DRONES)}
    for key, value in block.items():
        data[f"body-1-{key}"] = value
    assert place_of(suggested(ask(staff, news, data)), about["drones"]) > 0


def draftail(sentence: str) -> str:
    """The text as the editor's rich text field sends it."""
    ranges: dict = {"depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return json.dumps({"blocks": [{"key": "a", "text": sentence, "type": "unstyled", **ranges}], "entityMap": {}})


def test_an_empty_draft_is_told_what_helps(staff):
    page = NewsPageFactory()
    content = suggested(ask(staff, page, fill_in(staff, edit_url(page), title="")))
    assert "Er is nog geen pagina die hierbij past" in content
    assert "kies een thema of zet zelf een pagina vast" in content


def test_two_hundred_thousand_words(staff, news, about):
    long = " ".join([DRONES] * 13_000)
    assert len(long.split()) > 200_000
    data = fill_in(staff, edit_url(news))
    data["body-count"] = "1"
    for key, value in {"type": "paragraph", "order": "0", "deleted": "", "id": "", "value": draftail(long)}.items():
        data[f"body-0-{key}"] = value
    assert place_of(suggested(ask(staff, news, data)), about["drones"]) > 0


# --- Pins and refusals -------------------------------------------------------------------------------------------


def test_pins_first_then_topped_up_and_never_what_is_refused(staff, news, about):
    pinned = [ModulePageFactory(), ModulePageFactory()]
    data = fill_in(staff, edit_url(news), lead=f"{DRONES} {BREAD}")
    data = with_rows(data, "related_pins", (pinned[0].pk, 2), (pinned[1].pk, 1))
    data = with_rows(data, "related_refusals", (about["bread"].pk, 0))
    content = suggested(ask(staff, news, data))
    shown, refused = content.split('data-remember="refused"')
    order = [place_of(shown, page) for page in (pinned[1], pinned[0], about["drones"])]
    assert order == sorted(order) and min(order) > 0
    assert place_of(shown, about["bread"]) == -1
    assert place_of(refused, about["bread"]) > 0
    assert "Toch voorstellen" in refused


def test_what_the_editor_sees_is_what_the_visitor_gets(staff, client, news, about):
    pinned = ModulePageFactory(title="De vastgezette module")
    data = fill_in(staff, edit_url(news), lead=DRONES)
    data = with_rows(data, "related_pins", (pinned.pk, 1))
    data = with_rows(data, "related_refusals", (about["bread"].pk, 0))
    content = suggested(ask(staff, news, data))
    data["action-publish"] = "1"
    staff.post(edit_url(news), data)
    news.refresh_from_db()
    shown = [each.page_id for each in related_to(news)]
    assert shown[0] == pinned.pk and about["drones"].pk in shown and about["bread"].pk not in shown
    places = [place_of(content, Page(pk=pk)) for pk in shown]
    assert places == sorted(places) and min(places) > 0
    visit = client.get(news.url).content.decode()
    assert "Misschien vindt u dit ook interessant" in visit
    assert 0 < visit.index("De vastgezette module") < visit.index("Drones boven de dijk")


def test_a_pin_that_visitors_do_not_see_says_why(staff, news):
    draft, silent = NewsPageFactory(title="Concept", live=False), NewsPageFactory(never_suggested=True)
    many = [NewsPageFactory() for _ in range(5)]
    rows = [(page.pk, place) for place, page in enumerate([draft, silent, *many], 1)]
    content = suggested(ask(staff, news, with_rows(fill_in(staff, edit_url(news)), "related_pins", *rows)))
    assert "Nog niet gepubliceerd" in content
    assert "nergens voorstellen" in content
    assert "bezoekers zien er vier" in content


def test_a_pin_to_a_page_that_is_gone_is_not_shown(staff, news):
    gone = NewsPageFactory()
    data = with_rows(fill_in(staff, edit_url(news)), "related_pins", (gone.pk, 1), (987_654, 2))
    pk = gone.pk
    gone.delete()
    assert f'data-page="{pk}"' not in suggested(ask(staff, news, data))


# --- Who may ask, and what is wrong ------------------------------------------------------------------------------


def test_nothing_is_written(staff, news, about):
    data = fill_in(staff, edit_url(news), title="Anders", lead=DRONES)
    data = with_rows(data, "related_pins", (about["bread"].pk, 1))
    with CaptureQueriesContext(connection) as captured:
        suggested(ask(staff, news, data))
    writing = [q["sql"] for q in captured if q["sql"].lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [sql for sql in writing if "django_session" not in sql] == []
    assert not Revision.objects.exists()
    assert not FormState.objects.exists()


def test_who_is_not_signed_in_goes_to_the_login(client, news):
    for url in (reverse("draft_suggestions", args=[news.pk]), reverse("pages_to_pin")):
        response = client.post(url)
        assert response.status_code == 302
        assert "/beheer/login/" in response["Location"]


def test_who_may_not_edit_the_page_is_told_so(news, staff):
    data = fill_in(staff, edit_url(news))
    stranger = sign_in("Redactie")
    Group.objects.get(name="Redactie").page_permissions.all().delete()
    response = ask(stranger, news, data)
    assert (response.status_code, response.content.decode()) == (403, MAY_NOT)
    url = reverse("new_draft_suggestions", args=["programme", "newspage", news.get_parent().pk])
    assert stranger.post(url, data).status_code == 403


def test_a_page_that_is_not_there(staff):
    response = staff.post(reverse("draft_suggestions", args=[987_654]))
    assert (response.status_code, response.content.decode()) == (404, NOT_THERE)
    assert staff.post(reverse("draft_suggestions", args=[99_999_999_999_999_999_999])).status_code == 404


@pytest.mark.parametrize(
    ("app", "model"), [("auth", "user"), ("nergens", "niets"), ("pages", "infopage"), ("wagtailcore", "page")]
)
def test_a_kind_of_page_without_the_block(staff, app, model):
    response = staff.post(reverse("new_draft_suggestions", args=[app, model, home().pk]))
    assert response.status_code == 404
    assert ask(staff, InfoPageFactory()).status_code == 404


def test_a_form_that_is_none_of_ours(staff, news):
    for data in ({}, {"title": "x"}, {"body-count": "abc"}, {"body-count": "1"}, {"related_pins-TOTAL_FORMS": "1"}):
        response = staff.post(reverse("draft_suggestions", args=[news.pk]), data)
        assert response.status_code in (200, 400)
        assert response.status_code == 200 or response.content.decode() == BROKEN
    data = fill_in(staff, edit_url(news))
    data = with_rows(data, "related_pins", (news.pk, 1, "abc"), saved=1)
    assert ask(staff, news, data).status_code in (200, 400)


def test_only_a_form_is_an_answer(staff, news):
    assert staff.get(reverse("draft_suggestions", args=[news.pk])).status_code == 405


# --- Looking for a page to pin -----------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["bakker", "BAKKER brood", "het brood"])
def test_a_page_is_found_by_words_of_its_title(staff, about, query):
    content = staff.get(reverse("pages_to_pin"), {"q": query}).content.decode()
    assert place_of(content, about["bread"]) > 0
    assert place_of(content, about["drones"]) == -1


def test_a_page_is_found_by_its_text_and_by_other_forms_of_a_word(staff, about):
    for query in ("waterschappen gemaal", "zuurdesembroden", "bakkr"):
        content = staff.get(reverse("pages_to_pin"), {"q": query}).content.decode()
        assert "data-page=" in content, query
    for query in ("drones zuurdesem", "waterschap"):
        assert place_of(staff.get(reverse("pages_to_pin"), {"q": query}).content.decode(), about["drones"]) > 0
    content = staff.get(reverse("pages_to_pin"), {"q": "waterschap"}).content.decode()
    assert place_of(content, about["bread"]) == -1


def test_a_draft_is_found_too_and_nothing_says_so(staff):
    draft = PortraitPageFactory(title="Nog een concept", live=False)
    assert "· concept" in staff.get(reverse("pages_to_pin"), {"q": "concept"}).content.decode()
    assert draft.title in staff.get(reverse("pages_to_pin"), {"q": "nog"}).content.decode()
    assert "Geen pagina gevonden" in staff.get(reverse("pages_to_pin"), {"q": "xyzzy"}).content.decode()
    assert staff.get(reverse("pages_to_pin"), {"q": " "}).content.decode().strip() == ""


@pytest.mark.parametrize(
    "query", ['"', "%", "\x00", "woord " * 300, "x" * 100_000, "'; DROP", "\\", "😀", "live:false"]
)
def test_whatever_one_types(staff, about, query):
    assert staff.get(reverse("pages_to_pin"), {"q": query}).status_code == 200


def test_titles_are_shown_as_text(staff, news):
    bad = NewsPageFactory(title='<script>alert(1)</script>"onmouseover="x')
    data = with_rows(fill_in(staff, edit_url(news)), "related_pins", (bad.pk, 1))
    for content in (
        suggested(ask(staff, news, data)),
        staff.get(reverse("pages_to_pin"), {"q": "alert"}).content.decode(),
    ):
        assert "&lt;script&gt;" in content
        assert "<script>" not in content
        assert '"onmouseover' not in content


def test_themes_of_the_draft_count(staff, about):
    theme = ThemeFactory(name="Waterveiligheid")
    same = PortraitPageFactory(title="Zelfde thema", themes=[theme], lead=BREAD, body=text(BREAD))
    page = PortraitPageFactory(title="Wie dan ook", parent=PortraitIndexPageFactory._meta.model.objects.first())
    data = with_rows(fill_in(staff, edit_url(page), lead=BREAD), "theme_links")
    data["theme_links-TOTAL_FORMS"] = "1"
    for key, value in {"theme": theme.pk, "ORDER": 1, "DELETE": "", "id": ""}.items():
        data[f"theme_links-0-{key}"] = str(value)
    content = suggested(ask(staff, page, data))
    assert place_of(content, same) > 0
    assert "thema" in content.lower()
