"""Whatever is typed into the search: an answer, never an error."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import InfoPageFactory
from search.find import find
from search.suggest import suggest

pytestmark = pytest.mark.django_db

FRIENDLY_AND_EMPTY = [
    "",
    "   ",
    "de het een",
    "😀🎉",
    "\u200b\u200d",
    "\u202e",
    "\x00",
    "\u0301" * 300,
    "!!! ??? ;;;",
    '""',
]
HOSTILE = {
    "NUL inside": "ring\x00vaart",
    "many words": "ringvaart " * 15_000,
    "many phrases": '"ringvaart" ' * 200,
    "one long word": "a" * 100_000,
    "quotes": '"' * 100_000,
    "apostrophes": "'" * 100_000,
    "filter syntax": "a:" * 50_000,
    "lone surrogate": "ring\udced vaart",
    "tsquery": "ringvaart & | ! <-> :* ( ) \\",
    "FTS5": 'ringvaart NEAR("x" "y") AND NOT title:x*',
    "field filter": "live:false id:1",
    "markup": "<script>alert(1)</script>",
    "SQL": "' OR 1=1 --",
    "LIKE": "%_%",
    "minuses": "- -- ---ringvaart -",
    "only left out": "-ringvaart",
    "accents on end": "a" + "\u0301" * 5000,
}


@pytest.mark.parametrize("query", FRIENDLY_AND_EMPTY)
def test_a_query_without_a_word_finds_nothing(query):
    InfoPageFactory(title="Ringvaart in de zomer")
    found = find(query)
    assert (found.total, found.total_partial, list(found), found.facets) == (0, 0, [], [])


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_query_gets_an_answer(query):
    InfoPageFactory(title="Ringvaart")
    found = find(query)
    assert len(found.query) <= 200
    assert found.was_cut == (len(query) > 200)
    assert suggest(query) is not None


def test_the_first_twenty_words_count():
    InfoPageFactory(title="Ringvaart")
    found = find(" ".join(f"w{n}" for n in range(40)))
    assert found.was_cut and not found


@pytest.mark.parametrize(
    "filters",
    [
        {"thema": ["' OR 1=1 --"]},
        {"jaar": ["0001", "-1", "9" * 5000]},
        {"type": ["auth.user", "x"], "x": ["y"]},
        {"thema": [str(n) for n in range(500)]},
        {"thema": "geen lijst"},
        {"thema": None},
        {"thema": ["\x00", "\udced"]},
    ],
)
def test_an_unknown_filter_value_is_ignored(filters):
    page = InfoPageFactory(title="Ringvaart")
    assert [hit.page_id for hit in find("ringvaart", filters)] == [page.pk]


@pytest.mark.parametrize("number", [-1, 0, 10**30, float("nan"), float("inf"), "abc", "\x00", "٣", None])
def test_a_page_that_is_not_there_has_no_hits(number):
    InfoPageFactory(title="Ringvaart")
    found = find("ringvaart", page=number, per_page=number)
    assert found.total == 1 and len(found) <= 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300), st.sampled_from(["relevance", "date", "onzin"]))
def test_any_text_gets_an_answer(text, sort):
    found = find(text, sort=sort)
    assert found.total >= 0 and len(found.query) <= 200
    assert suggest(text) is not None
