"""What attached documents say: found and shown, as long as everybody may see the document."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from factories import ResearchPageFactory
from media.models import SiteDocument
from search.document_texts import keep_text
from search.find import find
from search.rebuilding import index_stale

pytestmark = pytest.mark.django_db

TEXT = (
    "kolom;woord\n" + "".join(f"{n};opvulling over van alles\n" for n in range(200)) + "1;Het kruiswoord staat hier\n"
)


@pytest.fixture
def page():
    document = SiteDocument(title="De bijlage", file=ContentFile(TEXT.encode(), name="bijlage.csv"))
    document.save()
    keep_text(document.pk)
    page = ResearchPageFactory(title="Ringvaart", lead="Over het water", document=document)
    page.save_revision().publish()
    return page


def result(client, query: str):
    return BeautifulSoup(client.get("/zoeken/", {"q": query}).content.decode(), "html.parser").select_one(".result")


def test_the_excerpt_is_from_the_document_if_only_that_has_the_words(client, page):
    shown = result(client, "kruiswoorden").select_one(".result__excerpt")
    assert shown.get_text().startswith("In de bijlage ‘De bijlage’:")
    assert [mark.get_text() for mark in shown.select("mark")] == ["kruiswoord"]
    assert "bijlage" not in result(client, "water").select_one(".result__excerpt").get_text()


def test_a_document_in_a_closed_collection_is_neither_found_nor_shown(client, page):
    collection = Collection.get_first_root_node().add_child(name="Besloten")
    restriction = CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    page.document.collection = collection
    page.document.save()
    assert "kruiswoord" not in result(client, "kruiswoord").get_text()  # at once: the index follows in a moment
    page.save_revision().publish()
    assert not find("kruiswoord") and not find('"het kruiswoord"')
    restriction.delete()
    assert index_stale() == 1
    assert [hit.page_id for hit in find("kruiswoord")] == [page.pk]
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert index_stale() == 1
    assert not find("kruiswoord")
