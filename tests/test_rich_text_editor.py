"""A page opens in the editor, whatever stands in its rich text."""

import json

import pytest
from django.urls import reverse

from editing.rich_text import ForgivingRichTextArea, tidy
from pages.blocks import PROSE
from tests import factories

pytestmark = pytest.mark.django_db

BROKEN = {
    "img": "<p>voor <img src=x onerror=alert(1)> na</p>",
    "input": "<p>voor <input onfocus=alert(1)> na</p>",
    "unclosed": "<p><b>voor na</p>",
    "item without list": "<li>voor na</li>",
    "page that cannot be": '<p><a linktype="page" id="abc">voor na</a></p>',
    "page with a huge id": '<p><a linktype="page" id="99999999999999999999">voor na</a></p>',
    "document that cannot be": '<p><a linktype="document" id="-">voor na</a></p>',
    "script": "<p>voor <script>alert(1)</script><img> na</p>",
}


@pytest.mark.parametrize("html", BROKEN.values(), ids=BROKEN)
def test_the_words_stay_and_what_could_run_is_gone(html):
    opened = json.loads(ForgivingRichTextArea(features=PROSE).format_value(html))
    text = " ".join(block["text"] for block in opened["blocks"])
    assert text.split() == ["voor", "na"]
    assert "alert" not in json.dumps(opened)


@pytest.mark.parametrize("html", BROKEN.values(), ids=BROKEN)
def test_the_page_opens(admin_client, html):
    page = factories.NewsPageFactory(
        body=[
            {"type": "paragraph", "value": html},
            {"type": "question_answer", "value": {"question": "Waarom?", "answer": html}},
        ]
    )
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_sound_text_is_left_as_it_is():
    html = '<p>Een <b>vet</b> <a href="https://voorbeeld.nl/">woord</a></p><ul><li>en een lijst</li></ul>'
    assert tidy(html) == html
