"""The blocks of a body: what they show, what they refuse, and how they look in the editor's preview."""

import re

import pytest
from django.core.files.base import ContentFile
from django.template.loader import get_template
from django.test import RequestFactory
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from media.models import SiteDocument
from pages.accessibility_statement import InfoBodyBlock
from pages.blocks import BodyBlock, FigureBlock, LinkBlock
from pages.models import InfoPage
from tests import factories

pytestmark = pytest.mark.django_db

ALL_BLOCKS = InfoBodyBlock().child_blocks


def show(client, *blocks) -> str:
    """What a visitor gets of a page with these blocks."""
    page = factories.InfoPageFactory(body=[{"type": kind, "value": value} for kind, value in blocks])
    return client.get(page.url).content.decode()


@pytest.mark.parametrize("name", ALL_BLOCKS)
def test_one_name_in_three_places(name):
    block = ALL_BLOCKS[name]
    assert block.meta.template == f"blocks/{name}.html"
    assert get_template(block.meta.template)
    assert block.meta.description and block.meta.label and block.meta.group


@pytest.mark.parametrize("name", ALL_BLOCKS)
def test_every_block_can_be_previewed(name, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    factories.make_image()
    SiteDocument.objects.create(title="Rapport", file=ContentFile(b"%PDF-1.7", name="rapport.pdf"))
    block = ALL_BLOCKS[name]
    assert block.is_previewable
    value = block.get_preview_value()
    assert block.render(value, {"request": RequestFactory().get("/")}).strip()


def test_text_and_headings(client):
    content = show(
        client,
        ("heading", {"text": "Eén kop & meer", "level": "2"}),
        ("heading", {"text": "Daaronder", "level": "3"}),
        ("paragraph", "<p>Een <b>vet</b> woord.</p>"),
    )
    assert '<h2 class="heading" id="kop-een-kop-meer">Eén kop &amp; meer</h2>' in content
    assert "<h3" in content and "Een <b>vet</b> woord." in content


@pytest.mark.parametrize(
    ("levels", "is_refused"), [("23", False), ("2", False), ("3", True), ("32", True), ("", False), ("233", False)]
)
def test_no_level_of_headings_is_skipped(levels, is_refused):
    body = BodyBlock().to_python([{"type": "heading", "value": {"text": "Kop", "level": level}} for level in levels])
    if not is_refused:
        BodyBlock(required=False).clean(body)
        return
    with pytest.raises(StreamBlockValidationError) as refusal:
        BodyBlock().clean(body)
    assert "Kies hier ‘Kop van een hoofdstuk’" in str(refusal.value.as_json_data())
    draft = BodyBlock()
    draft.clean_deferred(body)


def test_a_question_is_a_chapter_and_an_empty_or_endless_heading_is_none():
    question = {"type": "question_answer", "value": {"question": "Waarom?", "answer": "<p>Daarom.</p>"}}
    under = {"type": "heading", "value": {"text": "Daaronder", "level": "3"}}
    BodyBlock().clean(BodyBlock().to_python([question, under]))
    for text in ("", "   ", "woord " * 300):
        with pytest.raises(StreamBlockValidationError):
            BodyBlock().clean(BodyBlock().to_python([{"type": "heading", "value": {"text": text, "level": "2"}}]))


def test_headings_of_the_same_text_have_their_own_anchors(client):
    content = show(
        client, *[("heading", {"text": text, "level": "2"}) for text in ("Delen", "Delen", "Inhoud", "Delen")]
    )
    anchors = re.findall(r'class="heading" id="([^"]+)"', content)
    assert anchors == ["kop-delen", "kop-delen-2", "kop-inhoud", "kop-delen-3"]


def test_hostile_text_in_plain_fields_is_escaped(client):
    hostile = "<script>alert(1)</script>"
    content = show(
        client,
        ("heading", {"text": hostile, "level": "2"}),
        ("quote", {"text": hostile, "source": hostile}),
        ("question_answer", {"question": hostile, "answer": "<p>a</p>"}),
        ("key_figures", {"heading": hostile, "figures": [{"number": hostile, "label": hostile}]}),
        ("aside", {"heading": hostile, "text": "<p>a</p>"}),
        ("links", {"heading": hostile, "links": [{"text": hostile, "page": None, "url": "https://a.nl"}]}),
        ("pull_quote", {"text": hostile}),
    )
    assert "<script>alert" not in content


def test_a_link_leads_to_a_visible_page_and_else_stays_text(client):
    shown, draft = factories.InfoPageFactory(slug="er-is"), factories.InfoPageFactory(slug="er-niet", live=False)
    gone = 99_999
    content = show(
        client,
        (
            "paragraph",
            "".join(f'<p><a linktype="page" id="{pk}">link {pk}</a></p>' for pk in (shown.pk, draft.pk, gone)),
        ),
        ("links", {"heading": "", "links": [{"text": "naar concept", "page": draft.pk, "url": ""}]}),
    )
    assert f'<a href="/er-is/">link {shown.pk}</a>' in content
    assert f"link {draft.pk}" in content and f"link {gone}" in content
    assert "/er-niet/" not in content and "naar concept" not in content


def test_all_links_of_a_body_cost_one_query(client, django_assert_max_num_queries):
    target = factories.InfoPageFactory()
    text = f'<p><a linktype="page" id="{target.pk}">link</a></p>'
    few = factories.InfoPageFactory(body=[{"type": "paragraph", "value": text}])
    many = factories.InfoPageFactory(
        body=[{"type": "paragraph", "value": text}, {"type": "aside", "value": {"heading": "k", "text": text}}] * 20
    )
    client.get(few.url)
    with django_assert_max_num_queries(8):
        client.get(few.url)
    with django_assert_max_num_queries(8):
        client.get(many.url)


def test_a_picture_is_described_or_decoration(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = factories.make_image()
    value = {"image": picture.pk, "alt": "", "is_decorative": True, "caption": ""}
    content = show(client, ("figure", {**value, "alt": "Oude beschrijving"}))
    assert 'alt=""' in content and "Oude beschrijving" not in content
    block = FigureBlock()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({**value, "is_decorative": False}))
    assert block.clean(block.to_python({**value, "alt": "Een vlak"}))


@pytest.mark.parametrize("url", ["", "https://a.nl"])
def test_a_link_goes_to_one_place(url):
    page = factories.InfoPageFactory()
    block = LinkBlock()
    value = block.to_python({"text": "Verder", "page": page.pk if url else None, "url": url})
    with pytest.raises(StructBlockValidationError):
        block.clean(value)


def test_a_lost_picture_or_page_leaves_the_rest(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = factories.make_image()
    picture.file.storage.delete(picture.file.name)
    for image in (picture.pk, 99_999):
        content = show(
            client,
            ("figure", {"image": image, "alt": "Weg", "is_decorative": False, "caption": "Onderschrift"}),
            ("document", {"document": 99_999, "text": ""}),
            ("paragraph", "<p>En verder.</p>"),
        )
        assert "En verder." in content


def test_a_block_that_no_longer_exists_is_passed_over(client):
    assert "En verder." in show(client, ("vroeger", "oud"), ("paragraph", "<p>En verder.</p>"))


def test_reading_time_counts_the_words_of_all_blocks():
    words = " ".join(["woord"] * 150)
    page = InfoPage(lead=words)
    page.body = [
        {"type": "paragraph", "value": f"<p>{words}</p>"},
        {"type": "question_answer", "value": {"question": words, "answer": f"<p class='een twee drie'>{words}</p>"}},
        {"type": "key_figures", "value": {"heading": "", "figures": [{"number": "1", "label": words}]}},
    ]
    assert page.reading_time == 4  # 750 words at 220 a minute
    assert InfoPage().reading_time == 1


def test_a_long_body_is_shown(client):
    content = show(client, *[("paragraph", f"<p>Alinea {number}.</p>") for number in range(500)])
    assert "Alinea 499." in content


def test_the_stream_has_every_block():
    assert set(BodyBlock().child_blocks) == {
        *("paragraph", "heading", "quote", "question_answer", "pull_quote", "figure", "gallery"),
        *("video", "aside", "key_figures", "links", "document"),
    }


@pytest.mark.parametrize("pk", ["99999999999999999999", "²", "abc", "", "-1"])
@pytest.mark.parametrize("kind", ["page", "document"])
def test_a_link_with_an_impossible_id_leaves_its_text(client, kind, pk):
    content = show(client, ("paragraph", f'<p><a linktype="{kind}" id="{pk}">de tekst</a> en verder</p>'))
    assert "de tekst" in content and "en verder" in content
