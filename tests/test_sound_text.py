"""What an import or another program wrote as rich text: a visitor gets its words, never what could run."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.sound_text import SOUND, sound
from tests import factories

UNSOUND = {
    "script": ("<p>voor</p><script>alert(1)</script><p>na</p>", "<p>voor</p><p>na</p>"),
    "handler": ('<p onclick="alert(1)">voor na</p>', "<p>voor na</p>"),
    "picture": ("<p>voor<img src=x onerror=alert(1)> na</p>", "<p>voor na</p>"),
    "capitals": ("<p>voor</p><SCRIPT>alert(1)</SCRIPT><p>na</p>", "<p>voor</p><p>na</p>"),
    "address that runs": ('<p><a href="javascript:alert(1)">voor na</a></p>', "<p><a>voor na</a></p>"),
    "address in two lines": ('<p><a href="java\nscript:alert(1)">voor na</a></p>', "<p><a>voor na</a></p>"),
    "data": ('<p><a href="data:text/html,x">voor na</a></p>', "<p><a>voor na</a></p>"),
    "frame": ('<p>voor</p><iframe src="https://evil.example">x</iframe><p>na</p>', "<p>voor</p><p>na</p>"),
    "style": ('<style>p{display:none}</style><p style="color:red">voor na</p>', "<p>voor na</p>"),
    "drawing": ("<svg onload=alert(1)></svg><p>voor na</p>", "<p>voor na</p>"),
    "link that does more": ('<p><a href="/x/" onfocus="alert(1)">voor na</a></p>', '<p><a href="/x/">voor na</a></p>'),
    "bare sign": ("<p>1 < 2</p>", "<p>1 &lt; 2</p>"),
}
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Notitie</title><xml><o:x>x</o:x></xml>
<style>p.MsoNormal {mso-style-parent:""; font-family:"Calibri"}</style></head><body lang=NL>
<!--[if gte mso 9]><xml><w:WordDocument>geheim</w:WordDocument></xml><![endif]-->
<h1 style='mso-list:l0'>De eerste 24 uur</h1>
<p class=MsoNormal style='margin:0cm'><span style='font-size:11.0pt'>Zij zei: \u201cDat is <b
style='mso-bidi-font-weight:normal'>nieuw</b>\u201d<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTable border=1><tr><td width=10><p class=MsoNormal>Naam</p></td><td>Gemeente</td></tr>
<tr><td><table><tr><td>Nynke</td><th>S\u00fadwest-Frysl\u00e2n</th></tr></table></td></tr></table>
<div>Een regel</div><div>en een regel</div><p>Zie <a name="_Toc1"></a><a href="#_Toc1" class=x>verderop</a></p>
</body></html>"""
WORDS = (
    "De eerste 24 uur Zij zei: \u201cDat is nieuw\u201d Naam Gemeente Nynke S\u00fadwest-Frysl\u00e2n "
    "Een regel en een regel Zie verderop"
)
SOUND_TEXTS = [
    "",
    "zonder tags",
    '<p data-block-key="a1b2c">Een <b>vet</b> en <i>schuin</i> woord<br/>en een regel</p>',
    '<h2>Kop</h2><ul><li data-block-key="x">punt</li></ul><ol><li>een</li></ol><hr/>',
    '<p><a linktype="page" id="12">pagina</a> <a id="3" linktype="document">stuk</a></p>',
    '<p><a href="https://voorbeeld.nl/?a=1&amp;b=2">elders</a> <a href="mailto:a@voorbeeld.nl">mail</a></p>',
]


@pytest.mark.parametrize(("html", "left"), UNSOUND.values(), ids=UNSOUND)
def test_the_words_stay_and_what_could_run_is_gone(html, left):
    assert sound(html) == left
    assert sound(left) == left


@pytest.mark.parametrize("html", SOUND_TEXTS)
def test_what_the_editor_writes_is_left_alone_at_once(html):
    assert SOUND.fullmatch(html)
    assert sound(html) is html


def test_what_word_pastes_keeps_its_words_apart_and_nothing_else():
    left = sound(WORD.replace("<style>", "<style>" + "p.x {color:red} " * 12_000))
    assert SOUND.fullmatch(left) and sound(left) is left
    soup = BeautifulSoup(left.replace("</p>", "</p> "), "html.parser")
    assert " ".join(soup.get_text().split()) == WORDS
    assert {tag.name for tag in soup(True)} == {"p", "b", "a"}
    assert not soup.find("p").find("p") and all(tag.get_text(strip=True) for tag in soup(True))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(["<", ">", "a", " ", "/", '"', "href=", "javascript:", "script", "img", "on", "x="])))
def test_nothing_that_is_put_together_gets_through(parts):
    left = BeautifulSoup(sound("".join(parts)), "html.parser")
    for tag in left(True):
        assert tag.name in ("p", "a") and tag.attrs.keys() <= {"href"}
        assert not tag.get("href", "").strip().lower().startswith(("javascript:", "data:"))


@pytest.mark.django_db
@pytest.mark.parametrize("html", [html for html, _ in UNSOUND.values()], ids=UNSOUND)
def test_a_page_that_was_imported_so_shows_only_words(client, html):
    page = factories.NewsPageFactory(
        body=[
            {"type": "paragraph", "value": html},
            {"type": "question_answer", "value": {"question": "Waarom?", "answer": html}},
            {"type": "aside", "value": {"heading": "Kader", "text": html}},
        ]
    )
    content = client.get(page.url).content.decode()
    assert "alert(1)" not in content and "evil.example" not in content and "display:none" not in content
    assert "onfocus" not in content and "data:text" not in content
