"""Related items: what goes with a page, and what never does."""

import datetime
import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from pages.models import InfoPage, PageTheme, RelatedPin, RelatedRefusal
from pages.visibility import closed_branches_looked_up_once
from programme.models import NewsPage, ResearchPage
from search.models import PageProfile, RelatedItem
from search.related import related_to, suggest_for_draft
from tests import factories

pytestmark = pytest.mark.django_db

BUDGET = "De gemeentesecretaris en de begroting: hoe de raad grip houdt op het geld van de gemeente."
HACK = "Een hack legt alle computers plat. De gemeente heeft geen back-up van haar bestanden."


@pytest.fixture
def pages():
    """Two pages about money, two about a hack."""
    return {
        "budget": factories.NewsPageFactory(title="Grip op de begroting", lead=BUDGET),
        "money": factories.ResearchPageFactory(title="Geld en de raad", lead="De raad en de begroting van het geld."),
        "hack": factories.NewsPageFactory(title="Gehackt", lead=HACK),
        "backup": factories.InfoPageFactory(title="Een back-up van bestanden", lead="Zo komt een hack niet ver."),
    }


def titles(page, **kwargs) -> list[str]:
    return [suggestion.page.title for suggestion in related_to(page, **kwargs)]


def test_a_page_about_the_same_subject_comes_first(pages):
    assert titles(pages["budget"])[0] == "Geld en de raad"
    assert titles(pages["hack"])[0] == "Een back-up van bestanden"


def test_a_suggestion_says_why_in_a_sentence(pages):
    theme = factories.ThemeFactory(name="Grip")
    for key in ("budget", "money"):
        PageTheme.objects.create(page=pages[key], theme=theme)
    first = related_to(pages["budget"])[0]
    assert first.reason == "zelfde thema: Grip; beide over financiën"
    assert first.reasons[0].labels == ("Grip",)


def test_the_editors_pins_come_first_in_their_order(pages):
    for number, key in enumerate(("backup", "hack")):
        RelatedPin.objects.create(page=pages["budget"], target=pages[key], sort_order=number)
    found = related_to(pages["budget"])
    assert [suggestion.page.title for suggestion in found] == [
        "Een back-up van bestanden",
        "Gehackt",
        "Geld en de raad",
    ]
    assert [suggestion.is_pinned for suggestion in found] == [True, True, False]


def test_a_stored_list_is_shown_as_it_was_stored(pages):
    RelatedItem.objects.create(
        source=pages["budget"], target=pages["hack"], rank=0, score=0.5, reasons=[["words", ["crisis"]]]
    )
    [only] = related_to(pages["budget"])
    assert (only.page_id, only.reason) == (pages["hack"].pk, "noemen allebei ‘crisis’")


@pytest.mark.parametrize("has_list", [False, True])
@pytest.mark.parametrize("why", ["draft", "private", "refused", "never suggested", "linked", "deleted", "expired"])
def test_what_may_not_be_suggested_is_gone_at_the_very_next_view(pages, why, has_list):
    source, target = pages["budget"], pages["money"]
    if has_list:
        for rank, key in enumerate(("money", "hack")):
            RelatedItem.objects.create(source=source, target=pages[key], rank=rank, score=0.5)
    assert target.title in titles(source)
    match why:
        case "draft":
            target.unpublish()
        case "private":
            PageViewRestriction.objects.create(page=target.get_parent(), restriction_type="login")
        case "refused":
            RelatedRefusal.objects.create(page=source, target=target)
        case "never suggested":
            target.never_suggested = True
            target.save()
        case "linked":
            source.body = [{"type": "paragraph", "value": f'<p><a linktype="page" id="{target.pk}">hier</a></p>'}]
            source.save()
        case "deleted":
            target.delete()
        case "expired":
            target.expire_at = timezone.now() - datetime.timedelta(seconds=1)  # the scheduler has not been yet
            target.save()
    assert target.title not in titles(source)
    assert "Gehackt" in titles(source)


def test_a_page_never_suggests_itself_or_what_stands_above_it():
    above = factories.InfoPageFactory(title="Boven", lead=BUDGET)
    page = factories.InfoPageFactory(title="Onder", lead=BUDGET, parent=above)
    other = factories.InfoPageFactory(title="Naast", lead=BUDGET)
    assert titles(page) == [other.title]


def test_a_draft_that_was_never_saved_gets_suggestions_and_nothing_is_written(pages):
    draft = NewsPage(title="Begroting", lead=BUDGET)
    draft.related_pins.add(RelatedPin(target=pages["hack"]))
    draft.related_refusals.add(RelatedRefusal(target=pages["money"]))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = suggest_for_draft(draft)
    assert found[0].page_id == pages["hack"].pk
    assert found[0].is_pinned
    assert pages["money"].pk not in [suggestion.page_id for suggestion in found]
    assert not [query for query in queries if not query["sql"].lstrip("(").startswith("SELECT")]


def test_a_view_costs_the_list_and_one_query_for_each_type_shown(pages):
    for rank, key in enumerate(("money", "hack", "backup")):
        RelatedItem.objects.create(source=pages["budget"], target=pages[key], rank=rank, score=0.5)
    ContentType.objects.get_for_models(NewsPage, InfoPage, ResearchPage)  # Django remembers these for good
    with closed_branches_looked_up_once(), CaptureQueriesContext(connection) as queries:
        assert len(related_to(pages["budget"])) == 3
    assert len(queries) == 4, [query["sql"] for query in queries]


def test_a_visitor_does_not_wait_for_a_comparison_on_a_large_site(pages, monkeypatch):
    assert related_to(pages["budget"], while_waiting=True)
    monkeypatch.setattr("search.related.MOST_WHILE_WAITING", 0)
    PageProfile.objects.create(page=pages["money"], terms=b"", subjects=b"", aspects=b"", version="0")
    RelatedPin.objects.create(page=pages["budget"], target=pages["hack"])
    assert [found.page_id for found in related_to(pages["budget"], while_waiting=True)] == [pages["hack"].pk]
    assert len(related_to(pages["budget"])) > 1


def test_a_visitor_waits_for_a_few_new_pages_only(monkeypatch):
    page = factories.NewsPageFactory(title="Begroting", lead=BUDGET)
    new = [factories.NewsPageFactory(title=f"Begroting {n}", lead=BUDGET) for n in range(3)]
    monkeypatch.setattr("search.related.FEW_ON_THE_SPOT", 2)
    assert {found.page_id for found in related_to(page, while_waiting=True)} == {each.pk for each in new[1:]}


def test_a_page_that_is_kept_up_to_date_shows_no_day(client, pages):
    for number, key in enumerate(("backup", "hack")):
        RelatedPin.objects.create(page=pages["budget"], target=pages[key], sort_order=number)
    block = client.get(pages["budget"].url).content.decode().partition('class="related"')[2]
    kinds = re.findall(r'<p class="teaser__kind">(.*?)</p>', block)
    assert kinds[0] == "Informatie"
    assert kinds[1].startswith("Nieuws · <time")
