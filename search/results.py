"""What a visitor sees of the pages that were found: the page, the words that matched, and the text around them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from pages.models import BasePage
from pages.models.base import words_of
from pages.visibility import visible
from search.fields import without_markup
from search.text.excerpts import Segment, excerpt, mark

EXCERPT = 220  # characters
BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class Result:
    """A page that was found, with its title and the piece of its text that shows why."""

    page: Any
    title: Sequence[Segment]
    excerpt: Sequence[Segment]


def results(ids: Iterable[int], terms: Collection[str]) -> dict[int, Result]:
    """The visible pages of these ids as results; costs one query for all and one for each kind of page."""
    return {
        page.pk: Result(page, mark(page.title, terms), excerpt(shown_text(page), terms, EXCERPT)) for page in load(ids)
    }


def load(ids: Iterable[int]) -> list[BasePage]:
    """The visible pages of these ids in their own types, with what a result shows joined in."""
    by_type: dict[int, list[int]] = defaultdict(list)
    for pk, content_type in visible(Page).filter(pk__in=list(ids)).values_list("pk", "content_type"):
        by_type[content_type].append(pk)
    pages: list[BasePage] = []
    for content_type, pks in by_type.items():
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model is not None and issubclass(model, BasePage):
            pages.extend(model.objects.filter(pk__in=pks, not_in_search=False).select_related(*model.teaser_relations))
    return pages


def shown_text(page: BasePage) -> str:
    """The lead and the sentences of the body, in reading order, as plain text with single spaces."""
    texts = [page.lead]
    for block in page.body.raw_data:
        texts.extend(reversed([text for text in words_of([block]) if " " in text]))  # without addresses and choices
    return BLANKS.sub(" ", without_markup(" ".join(texts))).strip()
