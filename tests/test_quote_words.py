"""The words on quote cards of a portrait: which may be chosen, by whom, and the page of the admin for it."""

import io
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse
from PIL import Image
from wagtail.models import GroupPagePermission, PageViewRestriction

from editors import sign_in
from factories import MunicipalityFactory, NewsPageFactory, PersonFactory, PortraitPageFactory, make_image
from media.cards.quotes import FORMATS
from portraits import quotes

SIZES = {key: (each.width, each.height) for key, each in FORMATS.items()}
ANSWER = (
    "<p>Ik keek op de lijst. Er stonden drie kerstbomen in één kamer &amp; niemand wist waarom.</p>"
    "<p>Toen was het stil.</p>"
)
BODY = [
    {"type": "question_answer", "value": {"question": "Wat zag u op die lijst van de gemeente?", "answer": ANSWER}},
    {"type": "pull_quote", "value": {"text": "Er stonden drie kerstbomen. In één kamer!"}},
    {"type": "quote", "value": {"text": "Zij heeft altijd gelijk gehad.", "source": "Een wethouder"}},
]  # fmt: skip


@pytest.fixture
def portrait(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return PortraitPageFactory(
        title="Carolien Bakker-ter Horst",
        person=PersonFactory(given_name="Carolien", infix="", family_name="Bakker-ter Horst"),
        role="Gemeentesecretaris",
        municipality=MunicipalityFactory(name="Berkelland"),
        headline="In één kamer stonden drie kerstbomen",
        image=make_image(),
        image_alt="Carolien lacht",
        body=BODY,
    )


def test_what_the_editor_set_apart_is_offered_first(portrait):
    assert quotes.highlighted(portrait) == [
        "In één kamer stonden drie kerstbomen",
        "Er stonden drie kerstbomen. In één kamer!",
    ]


def test_a_sentence_keeps_the_marks_of_what_another_says_in_it_or_is_not_offered(portrait):
    portrait.body = [
        {
            "type": "question_answer",
            "value": {
                "question": "En toen?",
                "answer": "<p>Zij zei: ‘Het is ernstig, en niemand weet nog hoe ernstig het is.’ Daar stond ik dan in "
                "mijn jas. Toen vroeg zij: ‘Mag ik het systeem uitzetten zonder het te vragen? Ik wacht nu niet.’</p>",
            },
        }
    ]
    assert quotes.sentences(portrait) == ["Zij zei: ‘Het is ernstig, en niemand weet nog hoe ernstig het is.’"]


def test_sentences_of_the_answers_are_offered_too(portrait):
    assert quotes.sentences(portrait) == ["Er stonden drie kerstbomen in één kamer & niemand wist waarom."]


@pytest.mark.parametrize(
    "words",
    [
        "Toen was het stil",
        "toen was het stil.",
        "‘Toen was het stil.’",
        "Ik keek op de lijst (…) Toen was het stil.",
        "Ik keek op de lijst … niemand wist waarom",
        "kerstbomen in één kamer & niemand",
        "Toen\n  was het\u00a0stil",
    ],
)
def test_words_of_the_page_may_stand_on_a_card(portrait, words):
    assert quotes.checked(portrait, words)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", "minstens 3 tekens"),
        ("Ja", "minstens 3 tekens"),
        ("Toen was het helemaal stil", "staan niet zo op de gepubliceerde pagina"),
        ("Toen was het sti", "staan niet zo op de gepubliceerde pagina"),
        ("Toen was het stil (…) Ik keek op de lijst", "staan niet zo op de gepubliceerde pagina"),
        ("(…)", "staan niet zo op de gepubliceerde pagina"),
        ("...", "minstens 3 tekens"),
        ("Wat zag u op die lijst", "niet van de geportretteerde"),
        ("Zij heeft altijd gelijk gehad", "niet van de geportretteerde"),
        ("kerstbomen " * 30, "heeft 329 tekens"),
    ],
)
def test_other_words_are_refused_with_the_reason(portrait, words, reason):
    with pytest.raises(ValidationError) as refused:
        quotes.checked(portrait, words)
    assert reason in refused.value.messages[0]


def test_a_quote_that_names_the_person_is_theirs(portrait):
    portrait.body = [{"type": "quote", "value": {"text": "Dat zei ik zelf.", "source": "Carolien Bakker-ter Horst"}}]
    portrait.save()
    portrait.refresh_from_db()
    assert "Dat zei ik zelf." in quotes.highlighted(portrait)


def test_words_of_a_draft_are_not_published_yet(portrait):
    portrait.headline = "Nog niet gezegd"
    portrait.save_revision()
    content = sign_in().get(page_url(portrait)).content.decode()
    assert "In één kamer stonden drie kerstbomen" in content
    assert "Nog niet gezegd" not in content


# --- The page of the admin ---------------------------------------------------------------------------------------


def page_url(page) -> str:
    return reverse("quote_cards", args=[page.pk])


def card_url(page, format_key="instagram", **query) -> str:
    return f"{reverse('quote_card', args=[page.pk, format_key])}?{urlencode(query)}"


@pytest.mark.parametrize("group", ["Redactie", "Eindredactie", ""])
def test_an_editor_finds_cards_and_text_to_copy(portrait, group):
    client = sign_in(group)
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[portrait.pk])).content.decode()
    assert f'href="{page_url(portrait)}"' in edit
    content = client.get(page_url(portrait)).content.decode()
    assert "Citaatkaart van Leergang Digitaal Leiderschap. ‘In één kamer stonden drie kerstbomen’" in content
    assert "Carolien Bakker-ter Horst, Gemeentesecretaris, Berkelland. Op de foto: Carolien lacht" in content
    assert 'data-chooses="eigen-woorden"' in content  # whoever types has chosen; see quote-cards.js
    assert 'id="eigen-woorden"' in content
    for format_key in SIZES:
        assert f'download="citaat-carolien-bakker-ter-horst-{format_key}.png"' in content


@pytest.mark.parametrize("format_key", SIZES)
def test_a_card_is_downloaded(portrait, format_key):
    response = sign_in("Redactie").get(
        card_url(portrait, format_key, citaat="", tekst="Toen was het stil", grond="blauw")
    )
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert "no-store" in response["Cache-Control"]
    with Image.open(io.BytesIO(response.content)) as card:
        assert card.size == SIZES[format_key]


def test_words_that_are_not_on_the_page_give_a_sentence_and_no_card(portrait):
    client = sign_in()
    query = {"citaat": "", "tekst": "Dit zei niemand <b>ooit</b>"}
    content = client.get(f"{page_url(portrait)}?{urlencode(query)}").content.decode()
    assert "staan niet zo op de gepubliceerde pagina" in content
    assert "<img" not in content.partition('class="quote-cards"')[2]
    assert "<b>ooit</b>" not in content
    response = client.get(card_url(portrait, **query))
    assert response.status_code == 400
    assert "staan niet zo op de gepubliceerde pagina" in response.content.decode()


@pytest.mark.parametrize(
    "query",
    [{"grond": "paars"}, {"citaat": "Verzonnen"}, {"citaat": "", "tekst": "\x00"}, {"tekst": "x" * 9000, "citaat": ""}],
)
def test_nonsense_gets_an_answer_in_dutch(portrait, query):
    client = sign_in()
    assert client.get(f"{page_url(portrait)}?{urlencode(query)}").status_code == 200
    assert client.get(card_url(portrait, **query)).status_code == 400


def test_an_unknown_size_is_refused(portrait):
    response = sign_in().get(card_url(portrait, "affiche"))
    assert (response.status_code, response.content.decode()) == (400, "Zo'n kaart is er niet.")


def close(page, how: str) -> None:
    if how == "unpublished":
        page.unpublish()
    elif how == "section unpublished":
        page.get_parent().specific.unpublish()
    else:
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("unpublished", "Dit portret is niet gepubliceerd."),
        ("section unpublished", "Dit portret is niet openbaar"),
        ("for staff only", "Dit portret is niet openbaar"),
    ],
)
def test_no_cards_of_a_portrait_that_is_not_public(portrait, how, reason):
    close(portrait, how)
    client = sign_in()
    for url in (page_url(portrait), card_url(portrait)):
        response = client.get(url)
        assert response.status_code == 403
        assert reason in response.content.decode()


def test_the_button_is_for_published_portraits_only(portrait):
    client, draft, news = sign_in(), PortraitPageFactory(live=False), NewsPageFactory()
    for page in (draft, news):
        content = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert "citaatkaarten" not in content


def test_a_visitor_has_to_sign_in(client, portrait):
    for url in (page_url(portrait), card_url(portrait)):
        response = client.get(url)
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("wagtailadmin_login"))


def test_who_may_not_change_the_portrait_gets_no_cards(portrait):
    """Somebody with a login and the right to other pages only."""
    news = NewsPageFactory()
    group = Group.objects.create(name="Nieuwsmakers")
    group.permissions.set(Group.objects.get(name="Redactie").permissions.filter(codename="access_admin"))
    GroupPagePermission.objects.create(group=group, page=news.get_parent(), permission_type="change")
    client = sign_in("Nieuwsmakers")
    for url in (page_url(portrait), card_url(portrait)):
        response = client.get(url)
        assert response.status_code in (302, 403)
        assert response.headers.get("Content-Type") != "image/png"
        assert response.headers.get("Location", "").startswith(reverse("wagtailadmin_home"))


def test_what_is_no_portrait_has_no_cards(portrait):
    client, news = sign_in(), NewsPageFactory()
    assert client.get(page_url(news)).status_code == 404
    assert client.get(card_url(news)).status_code == 404


def test_a_lost_photo_gives_cards_without_it(portrait):
    portrait.image.file.storage.delete(portrait.image.file.name)
    assert sign_in().get(card_url(portrait)).status_code == 200
