"""The search index follows what editors do, in the same transaction; the worker does the rest."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, ReferenceIndex

from factories import (
    EditionFactory,
    InfoPageFactory,
    MunicipalityFactory,
    PersonFactory,
    PortraitPageFactory,
    ResearchPageFactory,
    ThemeFactory,
    home,
)
from media.models import SiteDocument
from people.models import Appearance
from search.document_texts import keep_text
from search.find import find
from search.indexing import index_pages
from search.models import DocumentText, IndexedPage, Posting, SiteWord, Term
from search.rebuilding import (
    index_stale,
    index_those_that_are_free,
    locked,
    out_of_step,
    out_of_step_with_wagtail,
    rebuild,
)
from search.tasks import read_document_text
from search.weights import VERSION

pytestmark = pytest.mark.django_db


def ids(query: str) -> list[int]:
    return [hit.page_id for hit in find(query)]


def test_a_publication_that_is_rolled_back_leaves_the_index_as_it_was():
    page = InfoPageFactory(title="Ringvaart")
    before = transaction.savepoint()
    page.title = "Trekvaart"
    page.save_revision().publish()
    assert ids("trekvaart") == [page.pk]
    transaction.savepoint_rollback(before)
    assert ids("ringvaart") == [page.pk] and ids("trekvaart") == []


def test_republishing_forgets_the_old_words():
    page = InfoPageFactory(title="Ringvaart")
    page.title = "Trekvaart"
    page.save_revision().publish()
    assert ids("ringvaart") == [] and ids("trekvaart") == [page.pk]


def test_a_draft_is_not_found():
    page = InfoPageFactory(title="Ringvaart")
    page.title = "Trekvaart"
    page.save_revision()
    assert ids("ringvaart") == [page.pk] and ids("trekvaart") == []


def test_a_theme_that_was_changed_before_publishing_counts():
    page = InfoPageFactory(title="Ringvaart", themes=[ThemeFactory(name="Klimaat")])
    page.save_revision().publish()
    assert ids("klimaat") == [page.pk]
    page.theme_links.set([])
    page.save_revision().publish()
    assert ids("klimaat") == []


def test_a_page_moved_below_an_unpublished_one_is_gone():
    hidden = InfoPageFactory(title="Verborgen", live=False)
    page = InfoPageFactory(title="Ringvaart")
    page.move(hidden, pos="last-child")
    assert ids("ringvaart") == []
    Page.objects.get(pk=page.pk).move(home(), pos="last-child")
    assert ids("ringvaart") == [page.pk]


def test_deleting_a_page_leaves_no_posting():
    page = InfoPageFactory(title="Ringvaart")
    page.delete()
    assert not IndexedPage.objects.filter(pk=page.pk).exists()
    assert not Posting.objects.filter(page=page.pk).exists()


def test_an_alias_follows_its_page():
    page = InfoPageFactory(title="Ringvaart")
    alias = page.create_alias(update_slug="alias", parent=home())
    alias.save()
    page.title = "Trekvaart"
    page.save_revision().publish()
    assert set(ids("trekvaart")) == {page.pk, alias.pk}


@pytest.mark.parametrize("what", ["theme", "person", "municipality", "edition"])
def test_a_new_name_marks_its_pages_and_the_worker_finds_them_by_it(what, django_capture_on_commit_callbacks):
    theme, person = ThemeFactory(name="Oudenaam"), PersonFactory(given_name="Oudenaam")
    municipality, edition = MunicipalityFactory(name="Oudenaam"), EditionFactory(name="Oudenaam")
    page = PortraitPageFactory(
        title="Portret", person=person, municipality=municipality, edition=edition, themes=[theme]
    )
    page.save_revision().publish()
    named = {"theme": theme, "person": person, "municipality": municipality, "edition": edition}[what]
    setattr(named, "given_name" if what == "person" else "name", "Kruiswoord")
    with django_capture_on_commit_callbacks(execute=True):
        named.save()
    assert IndexedPage.objects.get(pk=page.pk).is_stale
    assert DBTaskResult.objects.filter(task_path="search.tasks.index_stale_pages").exists()
    assert index_stale() == 1
    assert ids("kruiswoord") == [page.pk]
    assert out_of_step()["stale"] == 0


def test_a_new_label_shows_at_once_in_the_filters():
    theme = ThemeFactory(name="Klimaat", slug="klimaat")
    InfoPageFactory(title="Ringvaart", themes=[theme]).save_revision().publish()
    theme.name = "Klimaat en energie"
    theme.save()
    labels = {option.label for group in find("ringvaart").facets for option in group.options}
    assert "Klimaat en energie" in labels and "Klimaat" not in labels


def test_a_page_saved_without_publishing_is_left_to_the_worker(django_capture_on_commit_callbacks):
    page = InfoPageFactory(title="Ringvaart")
    page.title = "Trekvaart"
    with django_capture_on_commit_callbacks(execute=True):
        page.save()
    assert index_stale() == 1
    assert ids("trekvaart") == [page.pk]


def test_somebody_pictured_is_found_by_name():
    page = InfoPageFactory(title="Ringvaart")
    Appearance.objects.create(page=page, person=PersonFactory(given_name="Rinske", infix="", family_name="Ringnalda"))
    index_stale()
    assert ids("ringnalda") == [page.pk]


def test_the_text_of_a_document_is_read_once_and_found(django_capture_on_commit_callbacks):
    document = SiteDocument(title="Bijlage", file=ContentFile(b"kolom;woord\n1;Kruiswoord\n", name="bijlage.csv"))
    document.file_hash = "een"
    with django_capture_on_commit_callbacks(execute=True):
        document.save()
    page = ResearchPageFactory(title="Ringvaart", document=document)
    page.save_revision().publish()
    ReferenceIndex.create_or_update_for_object(page)  # Wagtail leaves that to the worker
    read_document_text.func(document.pk)
    index_stale()
    assert ids("kruiswoord") == [page.pk]
    document.delete()
    assert not DocumentText.objects.exists()


def test_an_unreadable_document_has_no_text():
    document = SiteDocument.objects.create(title="Stuk", file=ContentFile(b"geen pdf", name="stuk.pdf"))
    keep_text(document.pk)
    assert DocumentText.objects.get().text == ""


def test_a_rebuild_gives_the_same_index_and_never_an_empty_answer():
    page = InfoPageFactory(title="Ringvaart", lead="Over het water")
    before = sorted(page.indexed.postings.values_list("term__text", "weight"))
    for _done, _total in rebuild():
        assert ids("ringvaart") == [page.pk]
    assert sorted(page.indexed.postings.values_list("term__text", "weight")) == before


def test_what_is_published_or_hidden_during_a_rebuild_counts():
    shown = InfoPageFactory(title="Ringvaart")
    steps = rebuild()
    next(steps)
    new = InfoPageFactory(title="Nieuwe ringvaart")
    shown.unpublish()
    list(steps)
    assert ids("ringvaart") == [new.pk]
    assert set(out_of_step().values()) == {0}


def test_two_rebuilds_at_once_and_one_that_stops_half_way_do_no_harm():
    page = InfoPageFactory(title="Ringvaart")
    one, two, stopped = rebuild(), rebuild(), rebuild()
    for steps in (one, two, stopped, one):
        next(steps)
    stopped.close()
    list(two)
    list(one)
    assert ids("ringvaart") == [page.pk]
    assert set(out_of_step().values()) == {0}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_processes_that_index_the_same_page_take_turns():
    page = InfoPageFactory(title="Ringvaart")
    if connection.vendor == "sqlite":  # where a database in memory is one connection's, and writers never meet
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
        return
    with ThreadPoolExecutor(1) as elsewhere:
        with transaction.atomic():
            index_pages([page])
            other = elsewhere.submit(index_elsewhere, page)
            with pytest.raises(TimeoutError):
                other.result(0.5)
        assert other.result(10) == 1
    assert ids("ringvaart") == [page.pk]
    assert Posting.objects.filter(page=page.pk, term__text="ringvaart").count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_rebuild_leaves_what_an_editor_has_in_hand_for_last():
    one, two = InfoPageFactory(title="Ringvaart"), InfoPageFactory(title="Trekvaart")
    if connection.vendor == "sqlite":  # see above
        assert index_those_that_are_free([one.pk, two.pk]) == []
        return
    with ThreadPoolExecutor(1) as elsewhere:
        with transaction.atomic():
            assert locked([two.pk]) == [two.pk]
            assert elsewhere.submit(index_free_elsewhere, [one.pk, two.pk]).result(10) == [two.pk]
        assert elsewhere.submit(index_free_elsewhere, [one.pk, two.pk]).result(10) == []


def index_free_elsewhere(page_ids: list[int]) -> list[int]:
    try:
        return index_those_that_are_free(page_ids)
    finally:
        connection.close()


def index_elsewhere(page: Page) -> int:
    try:
        return index_pages([page])
    finally:
        connection.close()


def test_a_rebuild_forgets_words_that_no_page_has():
    page = InfoPageFactory(title="Ringvaart")
    page.delete()
    list(rebuild())
    assert not Term.objects.filter(text="ringvaart").exists() and not SiteWord.objects.filter(text="ringvaart").exists()


def test_the_check_counts_what_is_out_of_step():
    page = InfoPageFactory(title="Ringvaart")
    list(rebuild())
    assert set(out_of_step().values()) == {0}
    IndexedPage.objects.filter(pk=page.pk).update(version=f"{VERSION}-oud")
    IndexedPage.objects.exclude(pk=page.pk).delete()
    out = io.StringIO()
    with pytest.raises(CommandError, match="search_index"):
        call_command("search_index", "--check", stdout=out)
    assert "1 pagina is gemaakt met een oudere versie" in out.getvalue()
    assert "0 pagina's wachten op de werker" in out.getvalue()
    assert out_of_step()["missing"] == 1


def test_the_rebuild_says_how_far_it_is_and_what_it_did():
    InfoPageFactory(title="Ringvaart")
    out = io.StringIO()
    call_command("search_index", stdout=out)
    assert out.getvalue().splitlines() == ["0 van 2 pagina's", "2 van 2 pagina's", "De zoekindex is bij."]


def test_who_interrupts_the_rebuild_hears_that_searching_goes_on(monkeypatch):
    page = InfoPageFactory(title="Ringvaart")

    def interrupted(pages):
        raise KeyboardInterrupt

    monkeypatch.setattr("search.rebuilding.index_pages", interrupted)
    with pytest.raises(CommandError, match="Onderbroken na 0 van 2 pagina's"):
        call_command("search_index", stdout=io.StringIO())
    assert ids("ringvaart") == [page.pk]


@pytest.mark.parametrize("options", [[], ["--check"]])
def test_before_the_first_migration_it_says_what_to_do(monkeypatch, options):
    monkeypatch.setattr(IndexedPage._meta, "db_table", "not_made_yet")
    with pytest.raises(CommandError, match=r"manage\.py migrate"):
        call_command("search_index", *options, stdout=io.StringIO())


def test_what_a_killed_worker_left_undone_is_done_after_all():
    page = InfoPageFactory(title="Ringvaart")
    tasks = DBTaskResult.objects.filter(task_path__startswith="search.tasks")
    tasks.delete()
    call_command("search_leftovers")
    assert not tasks.exists()
    IndexedPage.objects.filter(pk=page.pk).update(is_stale=True)
    call_command("search_leftovers")
    assert tasks.get().task_path == "search.tasks.index_stale_pages"
    tasks.delete()
    IndexedPage.objects.filter(pk=page.pk).update(version="0")
    call_command("search_leftovers")
    assert tasks.get().task_path == "search.tasks.renew_outdated_index"


def test_many_pages_that_come_into_sight_are_left_to_the_worker(monkeypatch):
    monkeypatch.setattr("search.indexing.AT_ONCE", 2)
    section = InfoPageFactory(title="Afdeling")
    pages = [InfoPageFactory(title="Ringvaart", slug=f"ringvaart-{n}", parent=section) for n in range(3)]
    section.unpublish()
    Page.objects.get(pk=section.pk).specific.save_revision().publish()
    assert out_of_step()["stale"] == 3
    index_stale()
    assert set(ids("ringvaart")) == {page.pk for page in pages}


def test_wagtails_own_index_is_in_step_after_publishing(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        InfoPageFactory(title="Ringvaart").save_revision().publish()
    call_command("update_index", verbosity=0)
    assert out_of_step_with_wagtail() == 0
