"""What a visitor sees of the pages that were found: the page, the words that matched, and the text around them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from pages.models import BasePage
from pages.visibility import visible
from search.document_texts import open_documents
from search.fields import document_ids
from search.models import DocumentText
from search.page_texts import body_texts
from search.text.excerpts import BETWEEN_BLOCKS, Segment, excerpt, mark
from search.text.matches import Sought, matches_in
from search.text.tokens import tokens

EXCERPT = 220  # characters
AROUND = 200  # characters before a match in a document
BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class Result:
    """A page that was found, with its title and the piece of its text that shows why."""

    page: Any
    title: Sequence[Segment]
    excerpt: Sequence[Segment]
    document: str = ""  # the title of the attached document that the excerpt is from, if the words stand only there


def results(ids: Iterable[int], sought: Collection[Sought]) -> dict[int, Result]:
    """The visible pages of these ids as results.

    Costs one query for all and one for each kind of page; and three more if some have the words in a document only.
    """
    found = {
        page.pk: Result(page, mark(page.title, sought), excerpt(shown_text(page), sought, EXCERPT))
        for page in load(ids)
    }
    elsewhere = [result for result in found.values() if sought and not has_match(result)]
    return {**found, **in_documents(elsewhere, sought)}


def has_match(result: Result) -> bool:
    return any(segment.is_match for segment in (*result.title, *result.excerpt))


def in_documents(found: Sequence[Result], sought: Collection[Sought]) -> dict[int, Result]:
    """Those of these results of which an attached document has the words, with an excerpt from that document."""
    offered = {result.page.pk: sorted(set(document_ids(result.page))) for result in found}
    wanted = {document for documents in offered.values() for document in documents}
    if not wanted:
        return {}
    titles = dict(open_documents(wanted).values_list("pk", "title"))
    texts = dict(DocumentText.objects.filter(pk__in=titles).values_list("pk", "text"))
    better: dict[int, Result] = {}
    for result in found:
        for document in offered[result.page.pk]:
            if piece := piece_with(texts.get(document, ""), sought):
                shown = excerpt(piece, sought, EXCERPT)
                better[result.page.pk] = replace(result, excerpt=shown, document=titles[document])
                break
    return better


def piece_with(text: str, sought: Collection[Sought]) -> str:
    """The stretch of a long text around the word that says most of what was sought; empty if it has none."""
    found = matches_in(text, list(tokens(text)), sought)
    if not found:
        return ""
    best = max(found, key=lambda match: (len(match.says), -match.start))
    start = text.rfind(" ", 0, max(best.start - AROUND, 0)) + 1
    return text[start : best.start + AROUND * 5]


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
    """The lead and the texts of the body, in reading order, as plain text; between two of them a dot."""
    texts = (BLANKS.sub(" ", text).strip() for text in (page.lead, *(text for _, text in body_texts(page.body))))
    return BETWEEN_BLOCKS.join(text for text in texts if text)
