"""Facets: what a page is about, as key and label; and the filters with counts that follow from them.

A page type declares its facets once, each by the path to a value. The same declaration answers for one page in memory
(also an unsaved draft) and for thousands in one query.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from django.db.models import CharField, F, Model, QuerySet, TextChoices, Value
from django.db.models.functions import Cast
from django.http import QueryDict

from pages.visibility import is_visible, visible
from people.finding import fold


@dataclass(frozen=True)
class Facet:
    """One thing that pages can be about, such as the municipality.

    `value` and `name` are Django lookup paths from the page; `name` may be left out when `labels` knows the label of a
    value, or the value is its own label (a year). `page` is the first part of both paths if that leads to another page:
    then only pages that a visitor may see count.
    """

    key: str
    label: str
    value: str
    name: str = ""
    labels: type[TextChoices] | None = None
    page: str = ""
    descending: bool = False

    def rows(self, pages: QuerySet) -> QuerySet:
        """(page id, key, value, name) of every value of these pages, as one part of a union."""
        wanted: dict[str, Any] = {f"{self.value}__isnull": False}
        if self.page:
            wanted[f"{self.page}__pk__in"] = visible().values("pk")
        return (
            pages.filter(**wanted)
            .order_by()
            .values_list(
                "pk",
                Value(self.key, CharField()),
                Cast(F(self.value), CharField()),
                Cast(F(self.name or self.value), CharField()),
            )
        )

    def label_of(self, value: str, name: str) -> str:
        return str(self.labels(value).label) if self.labels else name

    def of(self, page: Model) -> set[tuple[str, str]]:
        """The (value, label) pairs of one page, read from memory."""
        values = [str(value) for value in self._follow(page, self.value) if value not in (None, "")]
        names = [str(name) for name in self._follow(page, self.name or self.value) if name not in (None, "")]
        return {(value, self.label_of(value, name)) for value, name in zip(values, names, strict=True)}

    def _follow(self, page: Model, path: str) -> list[Any]:
        if not self.page:
            return follow(page, path)
        rest = path.removeprefix(f"{self.page}__")
        return [value for target in follow(page, self.page) if is_visible(target) for value in follow(target, rest)]


def follow(start: Any, path: str) -> list[Any]:
    """What a lookup path such as `theme_links__theme__slug` leads to, through relations to one and to many."""
    found = [start]
    for step in path.split("__"):
        following: list[Any] = []
        for item in found:
            target: Any = getattr(item, step, None)
            following.extend(target.all() if hasattr(target, "all") else [target])
        found = [item for item in following if item is not None]
    return found


@dataclass
class Option:
    """One value of a filter: how many pages choosing it gives, next to what the other filters ask."""

    value: str
    label: str
    count: int
    is_selected: bool


@dataclass
class FilterGroup:
    key: str
    label: str
    options: list[Option] = field(default_factory=list)

    @property
    def selected(self) -> list[Option]:
        return [option for option in self.options if option.is_selected]


def rows_of(facets: Sequence[Facet], pages: QuerySet) -> QuerySet:
    """(page id, key, value, name) of every value that these pages have of these facets."""
    first, *others = (facet.rows(pages) for facet in facets)
    return first.union(*others, all=True)


class Filters:
    """The state of a list's filters: within a filter values widen, between filters they narrow.

    Costs one query, or none for who has the `rows_of` the pages already.

    Values in the address that no page has are left out, so a mistyped or hostile address costs and shows the same as
    one without them.
    """

    def __init__(
        self, facets: Iterable[Facet], pages: QuerySet | list[tuple], params: QueryDict | Mapping[str, list[str]]
    ):
        self.facets = tuple(facets)
        self.pages_by_value: dict[str, dict[str, set[int]]] = {facet.key: defaultdict(set) for facet in self.facets}
        self.labels: dict[tuple[str, str], str] = {}
        self._load(pages if isinstance(pages, list) else rows_of(self.facets, pages))
        self.selected = {
            facet.key: [
                value for value in dict.fromkeys(self._asked(params, facet.key)) if self._is_known(facet, value)
            ]
            for facet in self.facets
        }

    def _load(self, rows: Iterable[tuple]) -> None:
        by_key = {facet.key: facet for facet in self.facets}
        for page_id, key, value, name in rows:
            pages = self.pages_by_value[key][value]
            if not pages:
                self.labels[key, value] = by_key[key].label_of(value, name)
            pages.add(page_id)

    @staticmethod
    def _asked(params: QueryDict | Mapping[str, list[str]], key: str) -> list[str]:
        return params.getlist(key) if isinstance(params, QueryDict) else list(params.get(key, []))

    def _is_known(self, facet: Facet, value: str) -> bool:
        return value in self.pages_by_value[facet.key]

    @property
    def is_active(self) -> bool:
        return any(self.selected.values())

    def matching(self, without: str = "") -> set[int] | None:
        """Ids of the pages that all filters let through; None if none is set. `without` leaves one filter out."""
        sets = [
            set().union(*(self.pages_by_value[key][value] for value in values))
            for key, values in self.selected.items()
            if values and key != without
        ]
        return reduce(set.intersection, sets) if sets else None

    @property
    def groups(self) -> list[FilterGroup]:
        """The filters with their values, most telling order: by label, years newest first."""
        return [self._group(facet) for facet in self.facets if self.pages_by_value[facet.key]]

    def _group(self, facet: Facet) -> FilterGroup:
        others = self.matching(without=facet.key)
        options = [
            Option(
                value,
                self.labels[facet.key, value],
                len(pages if others is None else pages & others),
                value in self.selected[facet.key],
            )
            for value, pages in self.pages_by_value[facet.key].items()
        ]
        options.sort(key=lambda option: fold(option.label).lstrip("('"), reverse=facet.descending)
        return FilterGroup(facet.key, facet.label, options)

    def query_string(self, remove: tuple[str, str] | None = None) -> str:
        """The state as a query string, without a leading question mark; `remove` leaves one (key, value) out."""
        query = QueryDict(mutable=True)
        for key, values in self.selected.items():
            query.setlist(key, [value for value in values if (key, value) != remove])
        return query.urlencode()

    @property
    def chips(self) -> list[dict[str, str]]:
        """What is chosen now, each with the query string that takes it away again."""
        return [
            {"label": self.labels[key, value], "query": self.query_string(remove=(key, value))}
            for key, values in self.selected.items()
            for value in values
        ]
