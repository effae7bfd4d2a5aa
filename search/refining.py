"""The state of a search in its address: words, filters, order and page number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from django.http import Http404, QueryDict
from django.urls import reverse

from pages.faceting import FilterGroup
from search.facets import LABELS

LONGEST_NUMBER = 6  # digits of a page number; what is longer is no page


@dataclass(frozen=True)
class Search:
    """What the address asks for."""

    query: str
    filters: Mapping[str, Sequence[str]]
    sort: Literal["relevance", "date"]
    page: int

    @classmethod
    def from_address(cls, params: QueryDict) -> "Search":
        """The search of a query string; Http404 for a number that no page can have."""
        filters = {key: params.getlist(key) for key in LABELS if key in params}
        sort: Literal["relevance", "date"] = "date" if params.get("sorteer") == "datum" else "relevance"
        return cls(params.get("q", ""), filters, sort, page_number(params.get("pagina")))


def page_number(text: str | None) -> int:
    if text is None:
        return 1
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER and int(text) > 0):
        raise Http404("Deze bladzijde bestaat niet.")
    return int(text)


def theme_address(name: str, slug: str) -> str:
    """The search for a theme: its name as words, and only what is about it."""
    state = QueryDict(mutable=True)
    state.update({"q": name, "thema": slug})
    return f"{reverse('search')}?{state.urlencode()}"


class Refinements:
    """The filters of a search as the page shows them; answers what `pages.faceting.Filters` answers for a list."""

    def __init__(self, query: str, sort: str, groups: Sequence[FilterGroup]):
        self.query, self.sort, self.groups = query, sort, groups
        self.address = reverse("search")
        self.selected = {group.key: [option.value for option in group.selected] for group in groups}

    @property
    def is_active(self) -> bool:
        return any(self.selected.values())

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What a form of filters sends along, by name."""
        return [("q", self.query)] + ([("sorteer", "datum")] if self.sort == "date" else [])

    def query_string(self, remove: tuple[str, str] | None = None, with_filters: bool = True, sort: str = "") -> str:
        """The state as a query string without its question mark or page number; `remove` leaves one filter out."""
        state = QueryDict(mutable=True)
        state["q"] = self.query
        for key, values in self.selected.items() if with_filters else ():
            state.setlist(key, [value for value in values if (key, value) != remove])
        if (sort or self.sort) == "date":
            state["sorteer"] = "datum"
        return state.urlencode()

    @property
    def cleared(self) -> str:
        """The address of the same search without filters."""
        return f"{self.address}?{self.query_string(with_filters=False)}"

    @property
    def by_date(self) -> str:
        return f"{self.address}?{self.query_string(sort='date')}"

    @property
    def by_relevance(self) -> str:
        return f"{self.address}?{self.query_string(sort='relevance')}"

    @property
    def chips(self) -> list[dict[str, str]]:
        """What is chosen now, each with the query string that takes it away again."""
        return [
            {"label": option.label, "query": self.query_string(remove=(group.key, option.value))}
            for group in self.groups
            for option in group.selected
        ]
