"""Filters of search results with their counts, from the facts that the index keeps per page."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from django.apps import apps
from django.db.models import Model, TextChoices

from pages.faceting import Facet, FilterGroup, Option
from pages.models import BasePage

LABELS = {"type": "Soort", "thema": "Thema", "jaar": "Jaar", "provincie": "Provincie", "lichting": "Lichting"}
MOST_VALUES = 50  # of one filter in an address


@cache
def declared() -> dict[str, tuple[type[BasePage], Facet]]:
    """Where each facet's labels are to be found: a page type that has it, and its declaration."""
    found: dict[str, tuple[type[BasePage], Facet]] = {}
    for model in apps.get_models():
        if issubclass(model, BasePage):
            for facet in model.facet_declarations:
                found.setdefault(facet.key, (model, facet))
    return found


def chosen(filters: Mapping[str, Sequence[str]] | None) -> dict[str, list[str]]:
    """The filters that were asked for, of those that there are; whatever else is in an address is left out."""
    found: dict[str, list[str]] = {}
    for key in LABELS:
        values = (filters or {}).get(key) or ()
        texts = [values] if isinstance(values, str) else [str(value) for value in values]
        if kept := list(dict.fromkeys(texts))[:MOST_VALUES]:
            found[key] = kept
    return found


class Facets:
    """Which of the found pages the filters let through, and what every value would give.

    `counts` says of all facts that found pages have (`key:value`, with spaces between) how many pages with these very
    facts are counted; that may be none.
    """

    def __init__(self, counts: Mapping[str, int], filters: Mapping[str, Sequence[str]] | None):
        self.counts = counts
        self.values = {facts: _by_key(facts) for facts in counts}
        known = {(key, value) for found in self.values.values() for key, values in found.items() for value in values}
        self.chosen = {
            key: kept
            for key, values in chosen(filters).items()
            if (kept := [value for value in values if (key, value) in known])
        }

    def lets_through(self, facts: str) -> bool:
        """Whether pages with these facts pass all filters."""
        return not self._refusing(self.values[facts])

    def groups(self) -> list[FilterGroup]:
        """The filters with their counts: a count is what choosing that value gives beside the other filters."""
        counts: dict[str, Counter[str]] = {key: Counter() for key in LABELS}
        for facts, pages in self.counts.items():
            values = self.values[facts]
            refusing = self._refusing(values)
            for key in LABELS:
                if not refusing - {key}:
                    for value in values.get(key, ()):
                        counts[key][value] += pages
        offered = {key: self._offered(key) for key in LABELS}
        return [self._group(key, offered[key], counts[key]) for key in LABELS if offered[key]]

    def _offered(self, key: str) -> set[str]:
        """The values of the pages that are counted, and those that were chosen, to be taken away again."""
        counted = (self.values[facts] for facts, pages in self.counts.items() if pages)
        return {value for values in counted for value in values.get(key, ())} | set(self.chosen.get(key, ()))

    def _refusing(self, values: Mapping[str, Sequence[str]]) -> set[str]:
        return {key for key, wanted in self.chosen.items() if not set(wanted) & set(values.get(key, ()))}

    def _group(self, key: str, values: Iterable[str], counts: Counter[str]) -> FilterGroup:
        names = labels(key, sorted(values))
        options = [
            Option(value, name, counts[value], value in self.chosen.get(key, ())) for value, name in names.items()
        ]
        options.sort(key=lambda option: option.label.casefold().lstrip("'"), reverse=key == "jaar")
        return FilterGroup(key, LABELS[key], options)


@lru_cache(maxsize=5000)
def _by_key(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for fact in text.split(" "):
        key, _, value = fact.partition(":")
        if key in LABELS:
            found[key].append(value)
    return found


def labels(key: str, values: Sequence[str]) -> dict[str, str]:
    """The names of these values as they are now; a value that is gone is left out."""
    if key == "type":
        return {value: _kind(value) for value in values}
    found = declared().get(key)
    if not found or key == "jaar":
        return {value: value for value in values}
    model, facet = found
    if facet.labels:
        return _choices(facet.labels, values)
    target, column = _end_of(model, facet.value)
    _, name = _end_of(model, facet.name or facet.value)
    return dict(target._default_manager.filter(**{f"{column}__in": values}).values_list(column, name))


def _choices(choices: type[TextChoices], values: Sequence[str]) -> dict[str, str]:
    return {value: str(choices(value).label) for value in values if value in choices.values}


def _kind(label: str) -> str:
    """`Portret` for portraits.portraitpage."""
    try:
        return str(apps.get_model(label)._meta.verbose_name).capitalize()
    except LookupError:
        return label


def _end_of(model: type[Model], path: str) -> tuple[type[Model], str]:
    """The model and column to which a lookup path leads."""
    *steps, column = path.split("__")
    for step in steps:
        related = model._meta.get_field(step).related_model
        if not isinstance(related, type):
            raise TypeError(f"{path}: {step} leads nowhere")
        model = related
    return model, column
