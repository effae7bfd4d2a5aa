"""A link to a document says what comes: its kind and size, wherever the link is."""

import pytest
from django.core.files.base import ContentFile

import factories
from media.models import SiteDocument

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return SiteDocument.objects.create(
        title="Jaarverslag & cijfers", file=ContentFile(b"%PDF-1.7", name="a.pdf"), file_size=1_258_291
    )


def show(client, *blocks) -> str:
    page = factories.InfoPageFactory(body=[{"type": kind, "value": value} for kind, value in blocks])
    return client.get(page.url).content.decode().replace("\xa0", " ")


def linked(document, text: str) -> str:
    return f'<p>Lees <a linktype="document" id="{document.pk}">{text}</a> eens.</p>'


def test_in_a_paragraph_and_in_every_other_text(client, document):
    content = show(
        client,
        ("paragraph", linked(document, "het <b>jaarverslag</b>")),
        ("aside", {"heading": "Kader", "text": linked(document, "de cijfers")}),
        ("question_answer", {"question": "Waar?", "answer": linked(document, "hier staat het")}),
    )
    end = '<span class="file-details">(pdf, 1,2 MB)</span></a> eens.'
    assert f'<a href="{document.url}">het <b>jaarverslag</b> {end}' in content
    assert f'<a href="{document.url}">de cijfers {end}' in content
    assert f'<a href="{document.url}">hier staat het {end}' in content
    assert "data-details" not in content


def test_outside_a_body(client, document):
    page = factories.ProgrammePageFactory(aim=linked(document, "de folder"))
    content = client.get(page.url).content.decode().replace("\xa0", " ")
    assert "de folder <span" in content and "(pdf, 1,2 MB)</span></a>" in content


def test_in_a_block_the_details_are_part_of_the_link(client, document):
    content = show(client, ("document", {"document": document.pk, "text": ""}))
    assert (
        f'<a class="document__link" href="{document.url}">Jaarverslag &amp; cijfers '
        '<span class="document__details">(pdf, 1,2 MB)</span></a>'
    ) in content
    named = show(client, ("document", {"document": document.pk, "text": "Download het verslag"}))
    assert 'Download het verslag <span class="document__details">Jaarverslag &amp; cijfers (pdf, 1,2 MB)' in named


@pytest.mark.parametrize("text", ["Jaarverslag (pdf)", "Jaarverslag (PDF, 1 MB)", "Jaarverslag <i>(2 MB, pdf)</i>"])
def test_what_an_editor_wrote_is_not_said_twice(client, document, text):
    content = show(client, ("paragraph", linked(document, text)))
    assert ("file-details" in content) == text.endswith("</i>")


def test_a_document_of_unknown_size_says_its_kind(client, document):
    SiteDocument.objects.update(file_size=None)
    assert "(pdf)</span></a>" in show(client, ("paragraph", linked(document, "Jaarverslag")))


def test_a_document_that_is_gone_leaves_the_text(client, document):
    content = show(
        client, ("paragraph", linked(document, "Jaarverslag") + '<p><a linktype="document" id="x">Y</a></p>')
    )
    SiteDocument.objects.all().delete()
    assert "Jaarverslag" in content and ">Y</a>" in content


def test_many_links_in_a_body_cost_one_query(client, document, django_assert_max_num_queries):
    one = factories.InfoPageFactory(body=[{"type": "paragraph", "value": linked(document, "Een")}])
    many = factories.InfoPageFactory(body=[{"type": "paragraph", "value": linked(document, f"{n}")} for n in range(20)])
    client.get(one.url)
    with django_assert_max_num_queries(18):
        content = client.get(many.url).content.decode()
    assert content.count("file-details") == 20
