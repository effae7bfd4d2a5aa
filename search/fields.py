"""What a page says, by the field it says it in; read from the page itself, its people and themes, and its documents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import ForeignKey
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.search import index

from pages.models import BasePage
from pages.richtext import row_id
from people.models import Province
from search import page_texts
from search.document_texts import open_documents
from search.models import DocumentText
from search.page_texts import BODY, HEADINGS, TITLE

LEAD, LABELS, PEOPLE, DOCUMENTS = "lead", "labels", "people", "documents"
# A page's own columns that are neither title nor body: what introduces it, what somebody is and who published it.
FIELD_OF = {
    TITLE: TITLE, HEADINGS: HEADINGS, "lead": LEAD, "headline": LEAD, "summary": LEAD, "role": LABELS,
    "publisher": LABELS,
}  # fmt: skip

Texts = dict[str, list[str]]


def texts_of(page: BasePage) -> Texts:
    """The texts of a page by field, in reading order."""
    texts: Texts = defaultdict(list)
    for name, text in page_texts.texts_of(page):
        texts[FIELD_OF.get(name, BODY)].append(text)
    for declared in page.search_fields:
        if isinstance(declared, index.RelatedFields):
            _read_related(page, declared, texts)
    _read_labels(page, texts)
    _read_documents(page, texts)
    return texts


def _read_related(page: BasePage, declared: Any, texts: Texts) -> None:
    names = [inner.field_name for inner in declared.fields]
    for related in _related(getattr(page, declared.field_name, None)):
        parts = [str(getattr(related, name, "") or "") for name in names]
        texts[PEOPLE if "family_name" in names else LABELS].append(" ".join(parts))


def _related(value: Any) -> Iterable[Any]:
    if value is None:
        return []
    return value.all() if hasattr(value, "all") else [value]


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
        offered = dict(open_documents(wanted).order_by("pk").values_list("pk", "title"))
        found = DocumentText.objects.filter(pk__in=offered).order_by("pk")
        texts[DOCUMENTS].extend(found.values_list("text", flat=True))
        texts[HEADINGS].extend(offered.values())


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
