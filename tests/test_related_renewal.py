"""Related items after a publish: the worker renews the page's list and its neighbours'."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from wagtail.models import Page, PageViewRestriction

from pages.models import PageTheme, RelatedRefusal
from people.models import Appearance
from search import marking, renewal
from search.likeness import KEPT
from search.models import PageProfile, RelatedItem
from search.profiles import VERSION
from search.related import related_to
from search.renewal import insert, out_of_step, renew
from tests import factories

pytestmark = pytest.mark.django_db

MONEY = "De raad bespreekt de begroting: bezuinigen of de reserves aanspreken om het tekort te dekken."
HACK = "Ransomware legt de servers plat; zonder back-up van de bestanden is de gemeente dagen dicht."


@pytest.fixture
def money():
    return [factories.NewsPageFactory(title=f"Begroting {n}", lead=MONEY) for n in range(3)]


def rebuilt() -> str:
    out = StringIO()
    call_command("related", stdout=out)
    return out.getvalue()


def listed(page) -> list[int]:
    return list(RelatedItem.objects.filter(source=page).order_by("rank").values_list("target_id", flat=True))


def test_the_command_makes_every_list_and_says_how_far_it_is(money):
    hack = factories.InfoPageFactory(title="Gehackt", lead=HACK)
    assert "lijsten: 4 van 4 pagina's" in rebuilt()
    assert set(listed(money[0])[:2]) == {money[1].pk, money[2].pk}
    assert hack.pk not in listed(money[0])[:2]


def test_checking_counts_what_is_out_of_step(money):
    rebuilt()
    call_command("related", "--check", stdout=StringIO())
    factories.NewsPageFactory(title="Nieuw", lead=HACK)
    assert out_of_step()["missing"] == 1
    with pytest.raises(CommandError, match="Draai"):
        call_command("related", "--check", stdout=StringIO())


def test_a_new_page_shows_up_with_its_neighbours_once_the_worker_was_there(money):
    rebuilt()
    new = factories.NewsPageFactory(title="Begroting van volgend jaar", lead=MONEY)
    assert new.pk not in listed(money[0])
    renew.func([new.pk])
    assert new.pk in listed(money[0])
    assert set(listed(new)) >= {page.pk for page in money}


def test_a_page_that_changes_its_subject_leaves_the_lists_of_its_old_neighbours(money):
    hacks = [factories.InfoPageFactory(title=f"Gehackt {n}", lead=HACK) for n in range(2)]
    rebuilt()
    money[0].title, money[0].lead = "Toch gehackt", HACK
    money[0].save_revision().publish()
    renew.func([money[0].pk])
    assert listed(hacks[0])[0] in {hacks[1].pk, money[0].pk}
    assert money[0].pk in listed(hacks[0])
    assert listed(money[1])[0] == money[2].pk


def test_publishing_asks_the_worker_only_after_the_commit(money, django_capture_on_commit_callbacks, monkeypatch):
    asked = []
    monkeypatch.setattr("search.marking.renew", type("Task", (), {"enqueue": staticmethod(asked.append)}))
    rebuilt()
    marking.hand_over()  # what the fixture made was never committed
    asked.clear()
    with django_capture_on_commit_callbacks(execute=True):
        money[0].save_revision().publish()
        assert asked == []
        assert PageProfile.objects.get(pk=money[0].pk).is_stale
    assert asked == [[money[0].pk]]


def test_publishing_a_section_does_not_compare_its_pages_anew(money, monkeypatch):
    asked = []
    monkeypatch.setattr("search.marking.renew_after_commit", lambda ids: asked.append(set(ids)))
    rebuilt()
    section = money[0].get_parent().specific
    asked.clear()
    section.save_revision().publish()
    assert asked[-1] == {section.pk}
    section.unpublish()
    assert asked[-1] == {section.pk, *(page.pk for page in money)}
    PageProfile.objects.all().delete()
    section.save_revision().publish()
    assert asked[-1] == {section.pk, *(page.pk for page in money)}


def test_a_section_behind_a_password_takes_its_pages_out_of_all_lists(money, django_capture_on_commit_callbacks):
    portrait = factories.PortraitPageFactory(title="Begroting", lead=MONEY)
    rebuilt()
    assert listed(portrait)
    PageViewRestriction.objects.create(page=money[0].get_parent(), restriction_type="login")
    renew.func(sorted(PageProfile.objects.filter(is_stale=True).values_list("pk", flat=True)))
    assert listed(portrait) == []
    assert not PageProfile.objects.filter(pk__in=[page.pk for page in money]).exists()


def test_the_worker_catches_up_with_what_a_stopped_one_left_behind(money):
    rebuilt()
    new = factories.NewsPageFactory(title="Begroting van straks", lead=MONEY)  # its task is never done
    money[1].title = "Gehackt"
    money[1].save_revision().publish()
    renew.func([money[0].pk])
    assert not PageProfile.objects.filter(is_stale=True).exists()
    assert new.pk in listed(money[0])


def test_two_that_make_the_same_list_at_once_make_it_once(money):
    rebuilt()
    before = listed(money[0])
    item = RelatedItem.objects.filter(source=money[0]).first()
    insert([(item.source_id, item.target_id, item.rank, item.score, "[]")])
    assert listed(money[0]) == before


def test_an_alias_is_suggested_nowhere_and_does_not_suggest_its_source(money):
    alias = money[0].create_alias(parent=money[0].get_parent(), update_slug="alias")
    rebuilt()
    for page in (*money, alias):
        assert alias.pk not in listed(page)
    assert set(listed(alias)) == {page.pk for page in money[1:]}


def test_an_unpublished_page_leaves_no_profile_and_no_place_in_a_list(money):
    rebuilt()
    money[0].unpublish()
    renew.func([money[0].pk])
    assert not PageProfile.objects.filter(pk=money[0].pk).exists()
    assert money[0].pk not in listed(money[1])


def test_a_deleted_page_is_replaced_in_the_lists_that_showed_it():
    pages = [factories.NewsPageFactory(title=f"Begroting {n}", lead=MONEY) for n in range(KEPT + 3)]
    rebuilt()
    gone = pages[1] if pages[1].pk in listed(pages[0]) else pages[2]
    sources = list(RelatedItem.objects.filter(target=gone).values_list("source_id", flat=True))
    pk = gone.pk
    gone.delete()
    renew.func([pk])
    assert sources
    for source in sources:
        assert RelatedItem.objects.filter(source=source).count() == KEPT


def test_a_renamed_theme_is_called_by_its_new_name(money, django_capture_on_commit_callbacks):
    theme = factories.ThemeFactory(name="Geld")
    for page in money:
        PageTheme.objects.create(page=page, theme=theme)
    rebuilt()
    theme.name = "Financiën"
    theme.save()
    assert PageProfile.objects.filter(is_stale=True).count() == 3
    renew.func([page.pk for page in money])
    assert "Financiën" in related_to(money[0])[0].reason


@pytest.mark.parametrize("what", ["module", "edition", "municipality", "person", "theme"])
def test_what_is_renamed_is_called_by_its_new_name(what, django_capture_on_commit_callbacks):
    named = {
        "module": factories.ModulePageFactory(title="Oude naam"),
        "edition": factories.EditionFactory(name="Oude naam"),
        "municipality": factories.MunicipalityFactory(name="Oude naam"),
        "person": factories.PersonFactory(given_name="Oude", infix="", family_name="naam"),
        "theme": factories.ThemeFactory(name="Oude naam"),
    }[what]
    fields = {"module": {"modules": [named]}, "theme": {"themes": [named]}, "person": {}}.get(what, {what: named})
    pages = [factories.PortraitPageFactory(title=f"Begroting {n}", lead=MONEY, **fields) for n in range(2)]
    if what == "person":
        news = factories.NewsPageFactory(title="Begroting", lead=MONEY)
        for page in (pages[0], news):
            Appearance.objects.create(page=page, person=named, role=Appearance.Role.QUOTED)
    rebuilt()
    assert "Oude naam" in related_to(pages[0])[0].reason
    marking.hand_over()
    with django_capture_on_commit_callbacks():
        setattr(named, {"module": "title", "person": "family_name"}.get(what, "name"), "nieuwe naam")
        named.save()
    stale = set(PageProfile.objects.filter(is_stale=True).values_list("pk", flat=True))
    assert pages[0].pk in stale
    renew.func(sorted(stale))
    assert "nieuwe naam" in related_to(pages[0])[0].reason


def test_saving_without_another_name_asks_nothing_of_the_worker(money):
    theme = factories.ThemeFactory(name="Geld")
    PageTheme.objects.create(page=money[0], theme=theme)
    rebuilt()
    theme.description = "Over geld."
    theme.save()
    assert not PageProfile.objects.filter(is_stale=True).exists()


def test_a_deleted_edition_is_named_in_no_reason_any_more():
    edition = factories.EditionFactory(name="Lichting van toen")
    pages = [factories.PortraitPageFactory(title=f"Begroting {n}", lead=MONEY, edition=edition) for n in range(2)]
    rebuilt()
    assert "van toen" in related_to(pages[0])[0].reason
    edition.delete()
    assert PageProfile.objects.filter(is_stale=True).count() == 2
    renew.func([page.pk for page in pages])
    assert "van toen" not in related_to(pages[0])[0].reason


def test_what_the_editor_refused_takes_no_place_in_the_list(money):
    RelatedRefusal.objects.create(page=money[0], target=money[1])
    rebuilt()
    assert money[1].pk not in listed(money[0])
    assert money[1].pk in listed(money[2])


def test_the_same_lists_come_out_of_renewing_and_of_rebuilding(money):
    factories.InfoPageFactory(title="Gehackt", lead=HACK)
    rebuilt()
    before = list(RelatedItem.objects.order_by("source", "rank").values_list("source", "target", "score"))
    RelatedItem.objects.all().delete()
    PageProfile.objects.update(list_is_stale=True)
    renew.func([page.pk for page in money])
    assert list(RelatedItem.objects.order_by("source", "rank").values_list("source", "target", "score")) == before


def test_a_page_that_goes_with_nothing_is_not_compared_again_at_every_view(monkeypatch):
    page = factories.InfoPageFactory(title="Colofon", lead="Xyzzy")
    rebuilt()
    assert PageProfile.objects.get(pk=page.pk).list_is_stale is False
    monkeypatch.setattr("search.related.computed_choices", lambda *args: pytest.fail("compared at a view"))
    assert related_to(page) == []


def test_a_page_that_was_not_fetched_in_its_own_type_is_answered_too(money):
    found = related_to(Page.objects.get(pk=money[0].pk))
    assert {suggestion.page_id for suggestion in found} == {page.pk for page in money[1:]}


def test_after_a_release_with_another_analyser_the_worker_makes_everything_anew(money, monkeypatch):
    rebuilt()
    lists = {page.pk: listed(page) for page in money}
    PageProfile.objects.update(version="0")
    asked = []
    monkeypatch.setattr("search.renewal.renew", type("Task", (), {"enqueue": staticmethod(asked.append)}))
    renewal.renew_after_migration(apps.get_app_config("search"))
    assert asked == [[]]
    monkeypatch.undo()
    renew.func([money[0].pk])
    assert set(PageProfile.objects.values_list("version", flat=True)) == {VERSION}
    assert {page.pk: listed(page) for page in money} == lists
    renewal.renew_after_migration(apps.get_app_config("search"))
    assert asked == [[]]
