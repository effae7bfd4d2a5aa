"""Related items of drafts that nobody would write, and of pages that are not there; and nothing leaves the server."""

import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import Page

from pages.models import RelatedPin, RelatedRefusal
from programme.models import NewsPage
from search.profiles import MOST_TERMS, profile_of
from search.reasons import Reason, enumeration, sentence
from search.related import related_to, suggest_for_draft
from search.shelf import Shelf
from search.text.subjects import names, shares, subject_weights
from tests import factories

LEAD = "De raad bespreekt de begroting: bezuinigen of de reserves aanspreken om het tekort te dekken."


@pytest.mark.django_db
class TestDrafts:
    def test_an_empty_draft_gets_an_answer(self):
        factories.NewsPageFactory(lead=LEAD)
        assert isinstance(suggest_for_draft(NewsPage()), list)

    def test_an_empty_site_has_no_suggestions(self):
        assert suggest_for_draft(NewsPage(title="Begroting", lead=LEAD)) == []

    def test_a_draft_of_200_000_words_is_compared_by_its_first_part(self):
        page = factories.NewsPageFactory(title="Begroting", lead=LEAD)
        long = " ".join(f"woord{n}" for n in range(200_000))
        draft = NewsPage(title="Begroting", lead=LEAD, body=[{"type": "paragraph", "value": f"<p>{long}</p>"}])
        assert [found.page_id for found in suggest_for_draft(draft)] == [page.pk]
        assert len(profile_of(draft).terms) <= MOST_TERMS

    def test_a_pin_or_refusal_of_a_page_that_is_gone_is_passed_over(self):
        page = factories.NewsPageFactory(lead=LEAD)
        draft = NewsPage(title="Begroting", lead=LEAD)
        draft.related_pins.add(RelatedPin(target_id=999_999_999), RelatedPin(target_id=None))
        draft.related_refusals.add(RelatedRefusal(target_id=999_999_998), RelatedRefusal(target_id=None))
        assert [found.page_id for found in suggest_for_draft(draft)] == [page.pk]

    def test_a_draft_with_a_link_to_a_page_that_is_not_there_gets_an_answer(self):
        factories.NewsPageFactory(lead=LEAD)
        body = [{"type": "paragraph", "value": f'<p><a linktype="page" id="{10**30}">weg</a> {LEAD}</p>'}]
        assert len(suggest_for_draft(NewsPage(title="Begroting", body=body))) == 1

    def test_what_is_no_page_for_visitors_has_no_related_items(self):
        factories.NewsPageFactory(lead=LEAD)
        for page in (Page.objects.get(depth=1), Page(title="Begroting")):
            assert related_to(page) == []

    def test_a_page_that_was_never_saved_is_treated_as_a_draft(self):
        factories.NewsPageFactory(lead=LEAD)
        assert len(related_to(NewsPage(title="Begroting", lead=LEAD))) == 1

    def test_nothing_leaves_the_server(self, monkeypatch):
        from search import renewal

        pages = [factories.NewsPageFactory(title=f"Begroting {n}", lead=LEAD) for n in range(3)]

        def refuse(self, address):
            if self.family in (socket.AF_INET, socket.AF_INET6):
                raise AssertionError(f"a connection to {address}")
            return connect(self, address)

        connect = socket.socket.connect
        monkeypatch.setattr(socket.socket, "connect", refuse)
        monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: pytest.fail(f"asked for {args}"))
        with socket.socket(socket.AF_INET) as guarded, pytest.raises(AssertionError, match="a connection to"):
            guarded.connect(("127.0.0.1", 9))
        list(renewal.rebuild())
        renewal.renew.func([pages[0].pk])
        assert related_to(pages[0])
        assert suggest_for_draft(NewsPage(title="Begroting", lead=LEAD))


class TestAnyText(TestCase):
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.text(max_size=250), st.text(max_size=400), st.text(max_size=2000))
    def test_any_text_gets_an_answer(self, title, lead, text):
        draft = NewsPage(title=title, lead=lead, body=[{"type": "paragraph", "value": text}])
        assert suggest_for_draft(draft) == []
        assert len(Shelf([profile_of(draft)])) == 1


def test_a_reason_is_a_sentence_a_reader_understands():
    reasons = [Reason("module", ("Crisis",)), Reason("subjects", ("informatieveiligheid", "crisisbeheersing"))]
    assert sentence(reasons) == "zelfde module: Crisis; beide over informatieveiligheid en crisisbeheersing"
    assert sentence([]) == "over een verwant onderwerp"


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        ([Reason("lichting", ("Lichting 2026–2028",))], "zelfde lichting: 2026–2028"),
        ([Reason("words", ("agenda", "AI"))], "noemen allebei ‘agenda’ en ‘AI’"),
        ([Reason("thema", ("Data en ethiek", "Taal"))], "zelfde thema's: Data en ethiek, en Taal"),
        ([Reason("subjects", ("privacy", "balie en burgerzaken"))], "beide over privacy, en over balie en burgerzaken"),
        ([Reason("belongs", ("Crisis",))], "hoort bij deze module"),
        (
            [Reason("linked"), Reason("whole", ("Crisis",))],
            "verwijst naar deze pagina; de module waar deze pagina bij hoort",
        ),
    ],
)
def test_how_reasons_are_said(reasons, said):
    assert sentence(reasons) == said


def test_nothing_is_said_twice():
    region = [Reason("thema", ("Samenwerking in de regio",)), Reason("subjects", ("regionale samenwerking", "wonen"))]
    assert sentence(region) == "zelfde thema: Samenwerking in de regio; beide over wonen"
    again = [Reason("thema", ("Privacy",)), Reason("subjects", ("privacy",)), Reason("gemeente", ("Ede",))]
    assert sentence(again) == "zelfde thema: Privacy; zelfde gemeente: Ede"
    assert enumeration(["een", "twee", "drie"]) == "een, twee en drie"


def test_words_for_the_same_thing_are_about_the_same_subject():
    best = {}
    for word in ("ransomware", "gijzelsoftware", "hack"):
        weights = subject_weights({word: 1.0})
        best[word] = names()[weights.index(max(weights))]
    assert set(best.values()) == {"cyberaanvallen"}


def test_every_share_names_a_subject():
    count = len(names())
    for term, pairs in shares().items():
        assert len(pairs) % 2 == 0, term
        assert max(pairs[::2]) < count, term
        assert sum(pairs[1::2]) <= 150, term  # a rare word tells up to 1.4 times as much
