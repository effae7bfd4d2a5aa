"""The search of the admin: in Dutch as visitors get it, and proof against anything that is typed.

Wagtail hands what an editor types to the database almost as it is: on SQLite a double quote and on PostgreSQL a NUL end
in an error 500, some hundred and fifty words do so on both (wagtail#13227), and neither knows Dutch well. Here both get
plain words: into the index goes every word as it stands and under the stems of `search.text`, with the parts of
compounds; and a question asks for its words in either form.
"""

import copy
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from modelsearch.backends import database
from modelsearch.index import BaseField, RelatedFields
from modelsearch.query import And, Or, Phrase, PlainText, SearchQuery

from search.text.analysis import token_terms
from search.text.tokens import pieces, tokens

MOST_WORDS = 20
MOST_CHARACTERS = 200
SIGNS = str.maketrans({"&": "en", "+": "plus", "#": "hek"})  # c++ and c are different words
STRANGE = re.compile(r"[^a-z0-9]+")


def words_of(text: str) -> str:
    """Every word of the text as it stands, folded, and under its stems: what both databases take apart in one way."""
    return " ".join(word for token in tokens(text) for word in forms_of(token.text))


@lru_cache(maxsize=20_000)
def forms_of(token: str) -> tuple[str, ...]:
    """The token's own words and then its stems, each once: `portretten` gives portretten and portret."""
    stems = (term for term, _ in token_terms(token))
    found = (plain(form) for form in (*pieces(token), *stems))
    return tuple(dict.fromkeys(form for form in found if form))


def plain(form: str) -> str:
    return STRANGE.sub("", form.translate(SIGNS))


def question(query: str, operator: str | None = None) -> SearchQuery | str:
    """The query with each of its words as it was typed or under its stem; empty if it has no words.

    Only the first twenty words and two hundred characters count. Stop words count if there is nothing else.
    """
    typed = list(tokens(query[:MOST_CHARACTERS]))[:MOST_WORDS]
    telling = [token.text for token in typed if token_terms(token.text)] or [token.text for token in typed]
    parts = [part for token in telling if (part := either_form(token))]
    if len(parts) < 2:
        return parts[0] if parts else ""
    return Or(parts) if operator == "or" else And(parts)


def either_form(token: str) -> SearchQuery | None:
    typed = " ".join(word for piece in pieces(token) if (word := plain(piece)))
    stem = next((plain(term) for term, _ in token_terms(token)), "")
    forms = [PlainText(form, operator="and") for form in dict.fromkeys((typed, stem)) if form]
    return Or(forms) if len(forms) > 1 else forms[0] if forms else None


def texts_asked(query: SearchQuery | str) -> Iterator[str]:
    """What was typed, also where Wagtail has taken it apart at its quotes; nothing of a question for everything."""
    if isinstance(query, str):
        yield query
    elif isinstance(query, (PlainText, Phrase)):
        yield query.query_string
    elif isinstance(query, (And, Or)):
        for part in query.subqueries:
            yield from texts_asked(part)


class InPlainWords:
    """A row whose searched fields give their plain words; the rest of it is of no interest to an index."""

    def __init__(self, row: Any):
        self.row, self.pk = row, row.pk

    def get_search_fields(self) -> list[BaseField]:
        return [worded(field) for field in self.row.get_search_fields()]


def worded(field: BaseField) -> BaseField:
    """The field, giving plain words of a row or of what stands in for it."""
    wrapped = copy.copy(field)

    def get_value(row: Any) -> Any:
        value = field.get_value(row.row if isinstance(row, InPlainWords) else row)
        return value if isinstance(field, RelatedFields) else words_of(" ".join(texts_in(value)))

    wrapped.get_value = get_value
    if isinstance(field, RelatedFields):
        wrapped.fields = [worded(inner) for inner in field.fields]
    return wrapped


def texts_in(value: Any) -> Iterator[str]:
    """The texts in what a field gives: one, or a list or dictionary of them."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from texts_in(item)
    elif value is not None:
        yield str(value)


class PlainWordsIndex:
    """Puts plain words into the index instead of texts."""

    def add_items(self, model, rows):
        super().add_items(model, [InPlainWords(row) for row in rows])  # type: ignore[misc]  # a mixin


class PlainWords:
    """Asks the database for plain words instead of whatever was typed."""

    def _search(self, query_compiler_class, query, model_or_queryset, **kwargs):
        texts = list(texts_asked(query))
        if texts:
            query = question(" ".join(texts), kwargs.get("operator"))
        return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)  # type: ignore[misc]  # a mixin


def SearchBackend(params):  # noqa: N802 - the name that Wagtail looks for
    """The stock backend for the database in use, given plain words only."""
    stock = type(database.SearchBackend(params))
    index = type(stock.index_class.__name__, (PlainWordsIndex, stock.index_class), {})
    return type(stock.__name__, (PlainWords, stock), {"index_class": index})(params)
