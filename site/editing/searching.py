"""The search of the admin, proof against anything that is typed.

Wagtail hands what an editor types to the database almost as it is: on SQLite a double quote and on PostgreSQL a NUL end
in an error 500, and some hundred and fifty words do so on both (wagtail#13227).
"""

import re

from modelsearch.backends import database

WORD = re.compile(r"\w+(?:['’.-]\w+)*")
MOST_WORDS = 20
MOST_CHARACTERS = 200


def words_of(query: str) -> str:
    """The words of the query and nothing else; the rest after twenty words or two hundred characters does not count."""
    return " ".join(WORD.findall(query[:MOST_CHARACTERS])[:MOST_WORDS])


class WordsOnly:
    """Gives the database words instead of whatever was typed."""

    def _search(self, query_compiler_class, query, model_or_queryset, **kwargs):
        words = words_of(query) if isinstance(query, str) else query
        return super()._search(query_compiler_class, words, model_or_queryset, **kwargs)  # type: ignore[misc]  # a mixin


def SearchBackend(params):  # noqa: N802 - the name that Wagtail looks for
    """The stock backend for the database in use, given words only."""
    stock = type(database.SearchBackend(params))
    return type(stock.__name__, (WordsOnly, stock), {})(params)
