"""Links in texts: the editor is asked about those that say nothing or lead nowhere; visitors never meet a dead one."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

import factories
from editors import autosave, fill_in, press, sign_in
from media.models import SiteDocument
from pages.link_texts import doubt, questions
from pages.sound_text import sound

pytestmark = pytest.mark.django_db

DOUBTFUL = {
    "klik hier": "zegt niet waar de lezer terechtkomt",
    "Klik hier.": "zegt niet waar de lezer terechtkomt",
    "hier": "zegt niet waar de lezer terechtkomt",
    "Lees meer →": "zegt niet waar de lezer terechtkomt",
    "deze link": "zegt niet waar de lezer terechtkomt",
    "meer informatie": "zegt niet waar de lezer terechtkomt",
    "https://voorbeeld.nl/een/pad?a=1": "is een webadres",
    "www.voorbeeld.nl": "is een webadres",
    "Rioolheffing " * 40: "tekens lang",
    "": "zonder tekst",
    "\u2009…": "zonder tekst",
}
CLEAR = [
    "De eerste 24 uur",
    "Lees meer over de eerste module",
    "hierarchie",
    "gemeentesecretaris.nl",
    "Linkedin van VGS",
]


def paragraph(*links: str) -> dict:
    return {"type": "paragraph", "value": f"<p>Voor {' en '.join(links)} na.</p>"}


def to_page(page_id: int, text: str) -> str:
    return f'<a linktype="page" id="{page_id}">{text}</a>'


def to_document(document_id: int, text: str) -> str:
    return f'<a linktype="document" id="{document_id}">{text}</a>'


def text_of(page, client) -> str:
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(("text", "reason"), DOUBTFUL.items())
def test_words_that_say_nothing_are_questioned(text, reason):
    assert reason in doubt(text)


@pytest.mark.parametrize("text", CLEAR)
def test_words_that_say_something_are_not(text):
    assert doubt(text) == ""


def test_the_editor_is_asked_after_saving_and_the_page_goes_out():
    client = sign_in("Eindredactie")
    page = factories.NewsPageFactory(live=False)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    body = {
        "body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "links", "body-0-id": "",
        "body-0-value-heading": "Lees verder", "body-0-value-links-count": "1", "body-0-value-links-0-deleted": "",
        "body-0-value-links-0-order": "0", "body-0-value-links-0-id": "", "body-0-value-links-0-value-page": "",
        "body-0-value-links-0-value-text": "Klik hier", "body-0-value-links-0-value-url": "https://voorbeeld.nl/",
    }  # fmt: skip
    assert autosave(client, url, fill_in(client, url, **body))["success"]
    assert "Kijk nog eens" not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert press(client, url, fill_in(client, url, **body), "action-publish").status_code == 302
    said = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Kijk nog eens naar je links." in said and "De link ‘Klik hier’ zegt niet" in said
    page.refresh_from_db()
    assert page.live


def test_what_a_link_leads_to_is_gone(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    deleted, draft, there = factories.InfoPageFactory(), factories.InfoPageFactory(), factories.InfoPageFactory()
    document = SiteDocument.objects.create(title="Plan", file=ContentFile(b"%PDF-1.7", "a1.pdf"))
    page = factories.NewsPageFactory(
        body=[
            paragraph(
                to_page(deleted.pk, "de weggehaalde pagina"), to_page(draft.pk, "het concept"),
                to_page(there.pk, "wat er is"), to_document(document.pk, "het plan"),
            )
        ]
    )  # fmt: skip
    assert questions(page) == []
    deleted.delete()
    draft.unpublish()
    document.delete()
    assert questions(page) == [
        "De link ‘de weggehaalde pagina’ leidt naar een pagina die er niet meer is. Bezoekers zien alleen de tekst.",
        "De link ‘het concept’ leidt naar een pagina die niet openbaar is. Bezoekers zien alleen de tekst.",
        "De link ‘het plan’ leidt naar een document dat er niet meer is.",
    ]
    content = text_of(page, client)
    assert "Voor <a>de weggehaalde pagina</a> en <a>het concept</a>" in content and "<a>het plan</a>" in content
    assert f'<a href="{there.url}">wat er is</a>' in content


def test_links_in_every_text_and_no_more_questions_than_one_reads(django_assert_num_queries):
    blocks = [
        paragraph(to_page(999, "hier")),
        {"type": "question_answer", "value": {"question": "Waarom?", "answer": paragraph(to_page(998, "a"))["value"]}},
        {"type": "aside", "value": {"heading": "Kader", "text": paragraph(to_document(997, "b"))["value"]}},
    ]
    module = factories.ModulePageFactory(aim=paragraph(to_page(996, "het doel"))["value"], body=blocks)
    with django_assert_num_queries(4):  # pages, public ones (and branches that are closed), documents
        found = questions(module)
    assert len(found) == 4 and found[-1] == "En nog 2."
    assert "het doel" in found[0]


def test_a_link_without_words_is_no_link_for_a_visitor(client):
    empty = '<a href="https://voorbeeld.nl/"></a><a href="/x/"> </a>'
    assert "<a" not in sound(f"<p>Voor {empty} na.</p>")
    page = factories.NewsPageFactory(body=[{"type": "paragraph", "value": f"<p>Voor {empty} na.</p>"}])
    assert "voorbeeld.nl" not in text_of(page, client)
    assert "zonder tekst" in questions(page)[0]
