"""What a page is about, as related items compare it: weighted terms, subjects, facets, links and its day."""

from __future__ import annotations

import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from sys import intern

import numpy as np
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from numpy.typing import NDArray

from pages.models import BasePage, HomePage, IndexPage
from pages.visibility import visible
from people.models import Appearance
from search import families
from search.models import PageProfile
from search.page_texts import linked_pages, texts_of
from search.text import analysis, aspects, subjects
from search.text.tokens import TOKEN

# The first number is that of this file: another when what a profile holds changes.
VERSION = f"3.{analysis.VERSION}.{subjects.VERSION}.{families.VERSION}.{aspects.VERSION}"

FIELD_WEIGHT = {"title": 3.0, "headline": 2.0, "lead": 2.0, "summary": 1.5}
MOST_WORDS = 20_000  # of a page; what comes after these hardly changes what it is about
MOST_TERMS = 800
READABLE = 80  # terms of which the word is kept as it was written, for reasons
PERSON = "persoon"
SCALE = 40  # a weight is kept as a whole number of fortieths
ASPECT_SCALE = 1000  # and how like it is to an aspect in thousandths
MOST = 255  # of either: they are bytes

Terms = NDArray[np.uint32]
Weights = NDArray[np.uint8]
Numbers = NDArray[np.float32]


@dataclass
class Profile:
    """One page; `page_id` is None for a draft that was never saved."""

    page_id: int | None
    terms: Terms
    weights: Weights
    subjects: Numbers
    aspects: NDArray[np.uint8]  # in thousandths, at most 255
    words: dict[str, str] = field(default_factory=dict)
    facets: list[tuple[str, str, str]] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    day: int = 0
    kind: int = 0  # its content type
    is_suggested: bool = True
    stamp: int = 0  # of the row it was read from


def suggested_types() -> list[type[BasePage]]:
    """The page types that have related items and can be one: all but the home page and the sections."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, BasePage) and not issubclass(model, (HomePage, IndexPage)) and not model._meta.abstract
    ]


@lru_cache(maxsize=40_000)
def number_of(term: str) -> int:
    """The number under which a term is compared."""
    return zlib.crc32(term.encode())


def profile_of(page: BasePage) -> Profile:
    """The profile of one page as it is in memory, drafts included."""
    profile = _text_profile(page)
    facets = {(key, value, label) for key, values in page.facets().items() for value, label in values}
    for seen in page.appearances.all():
        if seen.person_id:
            facets.add((PERSON, str(seen.person_id), str(seen.person)))
    named = getattr(page, page.named_people).all() if page.named_people else ()
    profile.facets = sorted(facets | {(PERSON, str(one), str(one)) for one in named})
    return profile


def profiles_of(pages: Sequence[BasePage]) -> list[Profile]:
    """The profiles of saved pages of one type, in one query for each facet of that type and two for the people."""
    if not pages:
        return []
    found = {page.pk: _text_profile(page) for page in pages}
    model = type(pages[0])
    rows = model.objects.filter(pk__in=list(found))
    for facet in model.facet_declarations:
        for pk, key, value, name in facet.rows(rows):
            found[pk].facets.append((key, value, facet.label_of(value, name)))
    for seen in Appearance.objects.filter(page__in=list(found)).select_related("person"):
        found[seen.page_id].facets.append((PERSON, str(seen.person_id), str(seen.person)))
    for page_id, name in people_named(model, list(found)):
        found[page_id].facets.append((PERSON, name, name))
    for profile in found.values():
        profile.facets = sorted(set(profile.facets))
    return list(found.values())


def people_named(model: type[BasePage], page_ids: Sequence[int]) -> Iterator[tuple[int, str]]:
    """(id of the page, name) of the people on pages of this type of whom there is only a name."""
    if model.named_people:
        people = model._meta.get_field(model.named_people).related_model
        for person in people.objects.filter(page__in=page_ids):
            yield person.page_id, str(person)


def _text_profile(page: BasePage) -> Profile:
    weights, words = _read(page)
    said = sorted((term for term in words if term in weights), key=lambda term: (-weights[term], term))
    numbered = sorted(_numbered(weights).items())
    return Profile(
        page_id=page.pk,
        terms=np.array([number for number, _ in numbered], dtype=np.uint32),
        weights=np.array([weight for _, weight in numbered], dtype=np.uint8),
        # As they are stored, so that a draft is compared as the same page will be.
        subjects=np.array(subjects.subject_weights(weights), dtype=np.float16).astype(np.float32),
        aspects=np.minimum(np.round(ASPECT_SCALE * aspects.aspect_weights(weights)), MOST).astype(np.uint8),
        words={str(number_of(term)): words[term] for term in said[:READABLE]},
        links=sorted(linked_pages(page)),
        day=page.published_on.toordinal() if page.published_on else 0,
        kind=ContentType.objects.get_for_model(page).pk,
        is_suggested=not page.never_suggested and not page.alias_of_id,  # an alias says what its source says
    )


def _numbered(weights: Mapping[str, float]) -> dict[int, int]:
    """The numbers and weights of the terms and families that weigh most."""
    found = {number_of(term): _weight(times) for term, times in weights.items()}
    said = families.family_weights(weights)
    found |= {number_of(name): _weight(times, families.WEIGHT) for name, times in said.items()}
    best = sorted(found, key=lambda number: (-found[number], number))[:MOST_TERMS]
    return {number: found[number] for number in best}


def _weight(times: float, factor: float = 1.0) -> int:
    return min(MOST, round(SCALE * factor * math.log1p(times)))


def _read(page: BasePage) -> tuple[dict[str, float], dict[str, str]]:
    """The weighted terms of a page's texts, and for the terms that are words of their own how they are written."""
    weights: defaultdict[str, float] = defaultdict(float)
    words: dict[str, str] = {}
    left = MOST_WORDS
    for name, text in texts_of(page):
        factor = FIELD_WEIGHT.get(name, 1.0)
        said = Counter(islice((match.group() for match in TOKEN.finditer(text)), left))
        left -= said.total()
        for token, times in said.items():
            for at, (term, weight) in enumerate(analysis.token_terms(token)):
                weights[term] += weight * factor * times
                if at == 0:
                    words.setdefault(term, token)
    return weights, words


def stored(profile: Profile, stamp: int) -> PageProfile:
    """The profile as a row, not yet saved; its list is still to be made."""
    return PageProfile(
        page_id=profile.page_id or 0,
        version=VERSION,
        terms=profile.terms.tobytes() + profile.weights.tobytes(),
        subjects=profile.subjects.astype(np.float16).tobytes(),
        aspects=profile.aspects.tobytes(),
        words=profile.words,
        facets=profile.facets,
        links=profile.links,
        day=profile.day,
        is_suggested=profile.is_suggested,
        is_stale=False,
        list_is_stale=True,
        stamp=stamp,
    )


def loaded(row: PageProfile, kind: int) -> Profile:
    """The profile of a row; without its words if these were not fetched."""
    packed = bytes(row.terms)
    count = len(packed) // 5
    return Profile(
        page_id=row.pk,
        terms=np.frombuffer(packed, dtype=np.uint32, count=count),
        weights=np.frombuffer(packed, dtype=np.uint8, offset=4 * count),
        subjects=np.frombuffer(bytes(row.subjects), dtype=np.float16).astype(np.float32),
        aspects=np.frombuffer(bytes(row.aspects), dtype=np.uint8),
        words={} if "words" in row.get_deferred_fields() else row.words,
        facets=[(intern(key), intern(value), intern(label)) for key, value, label in row.facets],
        links=row.links,
        day=row.day,
        kind=kind,
        is_suggested=row.is_suggested,
        stamp=row.stamp,
    )


def with_words(profiles: Sequence[Profile]) -> list[Profile]:
    """The same profiles with the words that their rows keep."""
    rows = PageProfile.objects.filter(pk__in=[profile.page_id for profile in profiles])
    words = dict(rows.values_list("pk", "words"))
    return [replace(profile, words=words.get(profile.page_id or 0, {})) for profile in profiles]


def pages_by_type(ids: Iterable[int] | None = None) -> Iterator[tuple[type[BasePage], list[int]]]:
    """The ids of the visible pages of every suggested type, all or those among `ids`, in order."""
    for model in suggested_types():
        pages = visible(model).filter(pk__in=list(ids)) if ids is not None else visible(model)
        yield model, list(pages.order_by("pk").values_list("pk", flat=True))


def specific_pages(model: type[BasePage], ids: Sequence[int]) -> list[BasePage]:
    """These pages with the columns of their own type, in order of id."""
    return list(model.objects.filter(pk__in=ids).order_by("pk"))
