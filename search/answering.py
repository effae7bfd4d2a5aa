"""From a query to all pages that answer it, with their scores."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from search import corrections, nearness, phrases
from search.asking import Asked
from search.concepts import PARTS, Alternative, Concept, concepts_of
from search.postings import Postings, number_of_pages
from search.ranking import Scored, concept_rarity, score
from search.synonyms import synonyms
from search.text.analysis import lemma, sequence
from search.text.lexicon import is_known
from search.text.tokens import words_in

ANSWERED_SHARE = 0.5  # of what a query says, weighed by rarity, some page must hold, or there is no answer
PARTIAL_SHARE = 0.3  # a page has to hold to be shown among those that lack a word
JOINED = 1.0  # keuzemodule, where keuze module was typed
FIRM = 0.7  # of a word that was asked for counts what is surely the same
COMMON = 2000  # rows; more of one concept are only read for pages that another concept found
ONLY_A_PHRASE = 1.0


@dataclass
class Ranked:
    """All pages found with their scores; `complete` are those with all words, `marked` the terms to mark."""

    scores: dict[int, float] = field(default_factory=dict)
    complete: set[int] = field(default_factory=set)
    correction: str | None = None
    marked: frozenset[str] = frozenset()


def answer(asked: Asked) -> Ranked:
    """The pages that hold all that was asked, and those that hold enough of it."""
    concepts = concepts_of(asked.words, synonyms())
    if not concepts:
        return _of_small_words_only(asked)
    postings, total = Postings(), number_of_pages()
    postings.learn(_terms(concepts))
    concepts = joined_neighbours(concepts, postings)
    concepts, correction = mended(asked, concepts, postings)
    _fetch(concepts, postings)
    scored = score(concepts, postings, total)
    complete = _with_phrases(asked, scored.complete)
    kept = complete | scored.complete | _worth_showing(scored, concepts, postings, total)
    kept -= _excluded(asked, postings)
    scores = nearness.sharpened({page: scored.scores[page] for page in kept}, asked)
    return Ranked(scores, complete & kept, correction, frozenset(_terms(concepts)))


def _terms(concepts: Sequence[Concept]) -> list[str]:
    return [term for concept in concepts for one in concept.alternatives for term in one.terms]


def joined_neighbours(concepts: list[Concept], postings: Postings) -> list[Concept]:
    """Two words that the site writes as one may both be found in that one."""
    pairs = {
        at: lemma("".join(sequence(left.words[0] + right.words[0])))
        for at, (left, right) in enumerate(pairwise(concepts))
        if len(left.words) == len(right.words) == 1
    }
    postings.learn(pairs.values())
    more: dict[int, list[Alternative]] = {}
    for at, term in pairs.items():
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
    postings.learn(_terms(found))
    return joined_neighbours(found, postings), " ".join(spelled)


def _with_others(concept: Concept, guesses: Mapping[str, corrections.Meant]) -> Concept:
    """The concept, found also by what else may have been meant by the same mistake."""
    for guess in guesses.values():
        if concept.words == (guess.spelling,):
            return concept.with_more(guess.others)
    return concept


def _is_known(concept: Concept, postings: Postings, least: float = 0.0) -> bool:
    """Whether a page has the word, or what is surely the same. All parts of an unlisted compound are not enough."""
    return any(
        all(postings.counts.get(term) for term in one.terms)
        for one in concept.alternatives
        if one.weight >= least
        if len(one.terms) == 1 or one.weight > PARTS or is_known(concept.words[0].lower())
    )


def _fetch(concepts: Sequence[Concept], postings: Postings) -> None:
    """Reads the postings: of the rare concepts together, then of each common one, for pages found so far if any."""
    sizes = {at: sum(postings.counts[term] for term in set(_terms([one]))) for at, one in enumerate(concepts)}
    rare = _terms([concepts[at] for at, rows in sizes.items() if rows <= COMMON])
    postings.fetch(rare)
    candidates: set[int] = set().union(*(postings.weights.get(term, {}) for term in rare))
    for _rows, at in sorted((rows, at) for at, rows in sizes.items() if rows > COMMON):
        terms = _terms([concepts[at]])
        postings.fetch(terms, within=candidates or None)
        candidates = candidates.union(*(postings.weights.get(term, {}) for term in terms))


def _with_phrases(asked: Asked, complete: set[int]) -> set[int]:
    for phrase in asked.phrases:
        complete = phrases.holding(phrase, complete)
    return complete


def _excluded(asked: Asked, postings: Postings) -> set[int]:
    terms = [lemma(words_in(word).whole) for word in asked.excluded]
    postings.learn(terms)
    postings.fetch(terms)
    return {page for term in terms for page in postings.weights.get(term, ())}


def _worth_showing(scored: Scored, concepts: list[Concept], postings: Postings, total: int) -> set[int]:
    """The pages that lack a word but hold enough of what was asked.

    None if no page holds half of it and the site has no word of the query as it is: what lies near is no answer then.
    """
    whole = sum(concept_rarity(concept, postings, total) for concept in concepts)
    is_answer = scored.complete or any(_is_known(concept, postings, least=FIRM) for concept in concepts)
    if not is_answer and max(scored.covered.values(), default=0) < ANSWERED_SHARE * whole:
        return set()
    return {page for page, covered in scored.covered.items() if covered >= PARTIAL_SHARE * whole}


def _of_small_words_only(asked: Asked) -> Ranked:
    """`van der meer`, `wie ben ik`: two or more words that say nothing by themselves are looked for side by side."""
    words = sequence(asked.plain)
    if len(words) < 2:
        return Ranked()
    pages = phrases.holding(words)
    scores = nearness.sharpened(dict.fromkeys(pages, ONLY_A_PHRASE), asked)
    return Ranked(scores, pages, None, frozenset(words))
