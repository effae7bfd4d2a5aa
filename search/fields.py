"""What a page says, by the field it says it in; read from the page's own `search_fields`, people and themes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from django.db.models import Field, ForeignKey
from django.utils.html import strip_tags
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.search import index

from pages.models import BasePage
from pages.richtext import row_id
from people.models import Province
from search.models import DocumentText

TITLE, LEAD, HEADINGS, BODY, LABELS, PEOPLE, DOCUMENTS = (
    "title", "lead", "headings", "body", "labels", "people", "documents",
)  # fmt: skip
LEADS = {"lead", "headline", "summary"}
# A page's own columns that are neither: what somebody is and who published it.
LABEL_FIELDS = {"role", "publisher"}
IGNORED = {"draft_title", "search_description", "slug"}
TAG = re.compile(r"<(?:br|/p|/li|/h\d|/div)[^>]*>", re.I)

Texts = dict[str, list[str]]


def texts_of(page: BasePage) -> Texts:
    """The texts of a page by field, in reading order."""
    texts: Texts = defaultdict(list)
    texts[TITLE].append(page.title)
    for declared in page.search_fields:
        _read(page, declared, texts)
    _read_labels(page, texts)
    _read_documents(page, texts)
    return texts


def _read(page: BasePage, declared: Any, texts: Texts) -> None:
    name = declared.field_name
    if isinstance(declared, index.RelatedFields):
        for related in _related(getattr(page, name, None)):
            field = PEOPLE if "family_name" in {inner.field_name for inner in declared.fields} else LABELS
            parts = [str(getattr(related, inner.field_name, "") or "") for inner in declared.fields]
            texts[field].append(" ".join(parts))
        return
    if type(declared) is not index.SearchField or name in IGNORED or name == "title":
        return
    if isinstance(_model_field(page, name), StreamField):
        _read_body(getattr(page, name), texts)
    elif value := getattr(page, name, None):
        text = str(value() if callable(value) else value)
        field = LEAD if name in LEADS else LABELS if name in LABEL_FIELDS else BODY
        texts[field].append(without_markup(text))


def _model_field(page: BasePage, name: str) -> Field[Any, Any] | None:
    return next((field for field in page._meta.concrete_fields if field.name == name), None)


def _related(value: Any) -> Iterable[Any]:
    if value is None:
        return []
    return value.all() if hasattr(value, "all") else [value]


def _read_body(body: Any, texts: Texts) -> None:
    for block in body:
        found = [without_markup(str(text)) for text in block.block.get_searchable_content(block.value) if text]
        texts[HEADINGS if block.block_type == "heading" else BODY].extend(found)


def without_markup(text: str) -> str:
    """Plain text of what may be HTML; where a paragraph ends a space remains."""
    return unescape(strip_tags(TAG.sub(" ", text))) if "<" in text or "&" in text else text


def _read_labels(page: BasePage, texts: Texts) -> None:
    for link in page.theme_links.all():
        if link.theme:
            texts[LABELS].append(f"{link.theme.name}. {link.theme.synonyms}")
    for seen in page.appearances.all():
        if seen.person:
            texts[PEOPLE].append(seen.person.full_name)
    for key, values in page.facets().items():
        if key not in ("thema", "jaar", "gemeente"):
            texts[LABELS].extend(label for _, label in values)
        if key == "provincie":
            texts[LABELS].extend(name for value, _ in values for name in Province(value).everyday_names)


def _read_documents(page: BasePage, texts: Texts) -> None:
    wanted = sorted(set(document_ids(page)))
    if wanted:
        found = DocumentText.objects.filter(pk__in=wanted).order_by("pk")
        texts[DOCUMENTS].extend(found.values_list("text", flat=True))
        titles = get_document_model().objects.filter(pk__in=wanted).order_by("pk").values_list("title", flat=True)
        texts[HEADINGS].extend(titles)


def document_ids(page: BasePage) -> Iterator[int]:
    """The documents that a page offers: those of its own columns and those in its body."""
    model = get_document_model()
    for field in page._meta.concrete_fields:
        if isinstance(field, ForeignKey) and field.related_model is model:
            if document := getattr(page, field.attname):
                yield document
        elif isinstance(field, StreamField):
            body = getattr(page, field.name)
            for reference in body.stream_block.extract_references(body) if body else ():
                number = row_id({"id": str(reference[1])}) if reference[0] is model else None
                if number is not None:  # a link may name what can be no document
                    yield number
