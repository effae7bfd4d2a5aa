"""What a page is about, as related items compare it: weighted words, facets, people, links, date."""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.apps import apps
from wagtail.models import Page

from pages.models import BasePage, HomePage, IndexPage
from pages.visibility import visible
from people.models import Appearance
from search.page_texts import linked_pages, texts_of

WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
FIELD_WEIGHT = {"title": 3, "lead": 2}
COMMON_WORDS = """
aan af al alle alleen als altijd ander andere bij daar dan dat de deze die dit doen door drie dus een eens eerst en er
ene geen goed had heb hebben heeft hem het hij hoe hun iets ik in is ja je kan komen kunnen maar maken meer men met mijn
moet na naar niet nieuwe nog nu of om omdat onder ons ook op over staat te tegen toch toen tot twee uit van veel voor
want waren was wat we weer wel werd wie wij wil worden wordt zal ze zelf zich zij zijn zo zonder zou
"""
COMMON = frozenset(COMMON_WORDS.split())
PERSON = "persoon"
LONGEST = 20_000  # words of a page that count; what comes after hardly changes what it is about


@dataclass
class Profile:
    page_id: int | None
    path: str
    model: type[Page]
    words: dict[str, float] = field(default_factory=dict)
    surfaces: dict[str, str] = field(default_factory=dict)
    facets: set[tuple[str, str, str]] = field(default_factory=set)
    links: set[int] = field(default_factory=set)
    date: datetime.datetime | None = None


def suggested_types() -> list[type[BasePage]]:
    """The page types that can be suggested: all but the home page and the sections."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, BasePage) and not issubclass(model, (HomePage, IndexPage))
    ]


def stem(word: str) -> str:
    for ending in ("heden", "ingen", "en", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def read_words(page: BasePage, profile: Profile) -> None:
    counts: Counter[str] = Counter()
    for name, text in texts_of(page):
        for match in list(WORD.finditer(text))[:LONGEST]:
            word = match.group()
            key = stem(word.lower())
            if word.lower() in COMMON:
                continue
            counts[key] += FIELD_WEIGHT.get(name, 1)
            profile.surfaces.setdefault(key, word.lower())
    profile.words = {key: 1 + math.log(count) for key, count in counts.items()}


def profile_of(page: BasePage) -> Profile:
    """The profile of one page in memory, a draft included."""
    profile = Profile(page.pk, page.path or "", type(page), links=linked_pages(page), date=page.first_published_at)
    read_words(page, profile)
    for key, values in page.facets().items():
        profile.facets |= {(key, value, label) for value, label in values}
    for appearance in page.appearances.all():
        if appearance.person_id:
            profile.facets.add((PERSON, str(appearance.person_id), str(appearance.person)))
    return profile


def profiles_of(pages: Iterable[Page], model: type[BasePage]) -> list[Profile]:
    """The profiles of saved pages of one type, in as many queries as it has facets."""
    found = {
        page.pk: Profile(page.pk, page.path, model, links=linked_pages(page), date=page.first_published_at)
        for page in pages
        if read_ready(page)
    }
    for page in pages:
        read_words(page, found[page.pk])
    rows = model.objects.filter(pk__in=found)
    for facet in model.facet_declarations:
        for pk, key, value, name in facet.rows(rows):
            found[pk].facets.add((key, value, facet.label_of(value, name)))
    for appearance in Appearance.objects.filter(page__in=found).select_related("person"):
        found[appearance.page_id].facets.add((PERSON, str(appearance.person_id), str(appearance.person)))
    return list(found.values())


def read_ready(page: Page) -> bool:
    return page.pk is not None


def candidates() -> list[Profile]:
    """The profiles of all pages that may be suggested to a visitor, in order of id."""
    profiles = []
    for model in suggested_types():
        profiles += profiles_of(visible(model).filter(never_suggested=False).order_by("pk"), model)
    return sorted(profiles, key=lambda profile: profile.page_id or 0)


def rarity(profiles: Iterable[Profile]) -> dict[str, float]:
    """The inverse document frequency of every word."""
    seen: defaultdict[str, int] = defaultdict(int)
    total = 0
    for profile in profiles:
        total += 1
        for word in profile.words:
            seen[word] += 1
    return {word: math.log((total + 1) / (count + 0.5)) for word, count in seen.items()}
