"""From a query to all pages that answer it, with their scores."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from search import corrections, nearness, phrases
from search.asking import Asked
from search.concepts import PARTS, Alternative, Concept, concepts_of
from search.postings import Postings
from search.ranking import FIRM, Numbers, Scored, alternative_count, importance, score
from search.register import Positions, Register, register
from search.synonyms import synonyms
from search.text import compounds
from search.text.analysis import lemma, sequence
from search.text.lexicon import is_known
from search.text.matches import Sought
from search.text.stopwords import STOP_WORDS
from search.text.tokens import words_in
from search.topics import is_clear

ANSWERED_SHARE = 0.5  # of what a query says, weighed by rarity, some page must hold, or there is no answer
PARTIAL_SHARE = 0.2  # a page has to hold to be shown among those that lack a word
HALF = 0.45
JOINED = 1.0  # keuzemodule, where keuze module was typed
LOOKED_AT = 60  # pages at the top whose order is refined by how the words stand in them
ONLY_A_PHRASE = 1.0
ABOUT_IT = 2.0  # what being wholly about the subject of the query adds, in times the importance of its words
LIKE_THE_BEST = 1.0  # and what being about the very same as the best pages
BEST = 3  # pages
FAINTLY_ABOUT = 0.1  # what a page must be that only has words which lie near those that were asked for
CLEARLY_ABOUT = 0.3  # the likeness from which a page with any of the words is shown

Pages = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Ranked:
    """The pages found by their positions in the register, with their scores; `complete` are those with all words,
    `marked` what to mark in their texts."""

    register: Register
    pages: Positions
    scores: Numbers
    complete: Pages
    correction: str | None = None
    marked: frozenset[Sought] = frozenset()


def answer(asked: Asked) -> Ranked:
    """The pages that hold all that was asked, and those that hold enough of it."""
    pages = register()
    if pages.is_outdated:
        return _word_for_word(asked, pages)
    concepts = concepts_of(asked.words, synonyms())
    if not concepts:
        return _of_small_words_only(asked, pages)
    postings = Postings(pages)
    concepts, correction = _understood(asked, concepts, postings)
    scored = score(concepts, postings)
    likeness = pages.topics.likeness(concepts, scored.scores > 0)
    kept = scored.complete | _worth_showing(scored, likeness, concepts, postings)
    # Of one word no page lacks a part.
    complete = _with_phrases(asked, kept.copy() if len(concepts) == 1 else scored.complete, pages)
    kept[_excluded(asked, postings)] = False
    found = np.flatnonzero(kept)
    whole = sum(importance(concept, postings) for concept in concepts)
    scores = scored.scores[found] + ABOUT_IT * whole * likeness[found]
    scores += LIKE_THE_BEST * whole * _like_the_best(found, scores, complete[found], pages)
    scores = _sharpened(found, scores, pages, asked, concepts)
    return Ranked(pages, found, scores, complete[found], correction, sought(concepts))


def _like_the_best(found: Positions, scores: Numbers, complete: Pages, pages: Register) -> Numbers:
    """How much each of these pages is about the same as the best of them, from 0 to 1; all 0 if these are all.

    Feedback from the first results, as in Rocchio, "Relevance feedback in information retrieval" (1971), in subjects.
    """
    best = np.lexsort((found, -scores, ~complete))[:BEST]
    if len(found) <= len(best):
        return np.zeros(len(found))
    return pages.topics.likeness_to(found[best], scores[best], found)


def sought(concepts: Sequence[Concept]) -> frozenset[Sought]:
    """What is marked in the text of a page: words, phrases, and the parts of a compound where they stand together."""
    found: set[Sought] = set()
    for one in (one for concept in concepts for one in concept.alternatives):
        terms = one.terms if one.is_phrase else frozenset(one.terms)
        found.add(one.terms[0] if len(one.terms) == 1 else terms)
    return frozenset(found)


def _terms(concepts: Sequence[Concept]) -> list[str]:
    return [term for concept in concepts for one in concept.alternatives for term in one.terms]


def _understood(asked: Asked, concepts: list[Concept], postings: Postings) -> tuple[list[Concept], str | None]:
    """The concepts as this site has them, their rows read; and the query as it was meant, if it was mistyped."""
    return mended(asked, _known_to_the_site(concepts, postings), postings)


def _known_to_the_site(concepts: list[Concept], postings: Postings) -> list[Concept]:
    """The concepts, their rows read, also as the words that neighbours among them make together."""
    joined = _joined(concepts)
    postings.read([*_terms(concepts), *joined.values()])
    postings.read_phrases(one.terms for concept in concepts for one in concept.alternatives if one.is_phrase)
    return with_joined_neighbours(concepts, joined, postings)


def _joined(concepts: Sequence[Concept]) -> dict[int, str]:
    """For each place where two single words follow on each other, the term that they would be as one."""
    return {
        at: lemma("".join(sequence(left.words[0] + right.words[0])))
        for at, (left, right) in enumerate(pairwise(concepts))
        if len(left.words) == len(right.words) == 1
    }


def with_joined_neighbours(concepts: list[Concept], joined: Mapping[int, str], postings: Postings) -> list[Concept]:
    """Two words that the site writes as one may both be found in that one."""
    more: dict[int, list[Alternative]] = {}
    for at, term in joined.items():
        if postings.counts[term]:
            for place in (at, at + 1):
                more.setdefault(place, []).append(Alternative((term,), JOINED))
    return [concept.with_more(more[at]) if at in more else concept for at, concept in enumerate(concepts)]


def mended(asked: Asked, concepts: list[Concept], postings: Postings) -> tuple[list[Concept], str | None]:
    """The concepts of what was meant, where no page has a word as it was typed; and the query in that spelling."""
    guesses: dict[str, corrections.Meant] = {}
    for concept in concepts:
        if len(concept.words) == 1 and not _is_known(concept, postings):
            word = words_in(concept.words[0]).whole
            if guess := corrections.meant(word, postings):
                guesses[concept.words[0]] = guess
    if not guesses:
        return concepts, None
    spelled = [part for word in asked.words for part in (guesses[word].spelling.split() if word in guesses else [word])]
    found = [_with_others(concept, guesses) for concept in concepts_of(spelled, synonyms())]
    found = _known_to_the_site(found, postings)
    are_dutch = all(_is_good_as_typed(word, guess) for word, guess in guesses.items())
    if are_dutch and not score(found, postings).complete.any():
        return [_with_halves(concept, guesses) for concept in concepts], None
    return found, " ".join(spelled)


def _is_good_as_typed(word: str, guess: corrections.Meant) -> bool:
    """Whether the word is a compound that was taken apart: Dutch, so more than its halves must speak for that."""
    return " " in guess.spelling and bool(compounds.split(words_in(word).whole))


def _with_halves(concept: Concept, guesses: Mapping[str, corrections.Meant]) -> Concept:
    """The compound, found also by one of its halves, if it is clear what a page should be about to be meant."""
    guess = guesses.get(concept.words[0])
    halves = guess.spelling.split() if guess and is_clear([concept]) else []
    return concept.with_more([Alternative((lemma(half),), HALF, is_half=True) for half in halves])


def _with_others(concept: Concept, guesses: Mapping[str, corrections.Meant]) -> Concept:
    """The concept, found also by what else may have been meant by the same mistake."""
    for guess in guesses.values():
        if concept.words == (guess.spelling,):
            return concept.with_more(guess.others)
    return concept


def _is_known(concept: Concept, postings: Postings, least: float = 0.0) -> bool:
    """Whether a page has the word, or what is surely the same. All parts of an unlisted compound are not enough."""
    return any(
        alternative_count(one, postings)
        for one in concept.alternatives
        if one.weight >= least
        if len(one.terms) == 1 or one.weight > PARTS or is_known(concept.words[0].lower())
    )


def _with_phrases(asked: Asked, complete: Pages, pages: Register) -> Pages:
    """Of these pages those that hold all quoted phrases."""
    for phrase in asked.phrases:
        found = phrases.holding(phrase, pages.ids[complete].tolist())
        complete = _among(pages, found)
    return complete


def _among(pages: Register, page_ids: Collection[int]) -> Pages:
    found = np.zeros(len(pages), np.bool_)
    found[pages.positions(np.fromiter(page_ids, np.int64))[0]] = True
    return found


def _excluded(asked: Asked, postings: Postings) -> Positions:
    terms = [lemma(words_in(word).whole) for word in asked.excluded]
    postings.read(terms)
    return np.concatenate([np.zeros(0, np.int64), *(postings.of(term).pages for term in terms)])


def _worth_showing(scored: Scored, likeness: Numbers, concepts: list[Concept], postings: Postings) -> Pages:
    """The pages that lack a word but hold enough of what was asked, or one word of it and are about its subject.

    None if no page holds half of it and the site has no word of the query as it is: what lies near is no answer then.
    Where a page is about what such a query is about, what lies near has to be on a page that is faintly about it too;
    half a compound always has to.
    """
    whole = sum(importance(concept, postings) for concept in concepts)
    is_firm = any(_is_known(concept, postings, least=FIRM) for concept in concepts)
    if not (is_firm or scored.complete.any()) and scored.covered.max(initial=0) < ANSWERED_SHARE * whole:
        return np.zeros(len(scored.covered), np.bool_)
    enough = (scored.covered >= PARTIAL_SHARE * whole) | (likeness >= CLEARLY_ABOUT)
    halves = any(one.is_half for concept in concepts for one in concept.alternatives)
    if not is_firm and (halves or likeness.any()):
        enough &= likeness >= FAINTLY_ABOUT
    return np.asarray((scored.scores > 0) & enough)


def _sharpened(
    found: Positions, scores: Numbers, pages: Register, asked: Asked, concepts: Sequence[Concept] = ()
) -> Numbers:
    """The scores, those of the best pages raised by how the words stand in them."""
    best = np.lexsort((found, -scores))[:LOOKED_AT]
    at = {int(pages.ids[found[place]]): place for place in best}
    scores = scores.copy()
    for page, factor in nearness.factors(at.keys(), asked, concepts).items():
        scores[at[page]] *= factor
    return scores


def _word_for_word(asked: Asked, pages: Register) -> Ranked:
    """While the index waits to be made anew: the pages that have all words and phrases exactly as they were typed."""
    words = sequence(asked.plain)
    telling = [word for word in words if word not in STOP_WORDS]
    if not telling:
        return _of_small_words_only(asked, pages)
    found = phrases.holding_all([*([word] for word in telling), *asked.phrases])
    found -= {page for word in asked.excluded for page in phrases.holding(sequence(word), found)}
    return _alike(found, asked, pages, frozenset(words))


def _of_small_words_only(asked: Asked, pages: Register) -> Ranked:
    """`van der meer`, `wie ben ik`: two or more words that say nothing by themselves are looked for side by side."""
    words = sequence(asked.plain)
    return _alike(phrases.holding(words) if len(words) > 1 else (), asked, pages, frozenset(words))


def _alike(page_ids: Collection[int], asked: Asked, pages: Register, marked: frozenset[Sought]) -> Ranked:
    """These pages, which all answer as well but for how the words stand in them."""
    found = np.flatnonzero(_among(pages, page_ids))
    scores = _sharpened(found, np.full(len(found), ONLY_A_PHRASE), pages, asked)
    return Ranked(pages, found, scores, np.ones(len(found), np.bool_), None, marked)
