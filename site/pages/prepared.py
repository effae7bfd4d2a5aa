"""Querysets whose SQL a process writes once; every later visit only fills in the values.

Django takes five to ten times as long to write the SQL of a queryset as the database to answer it. Only the SQL
outlives a request, never a row.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

import psycopg
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet, Value, prefetch_related_objects
from django.db.models.expressions import ExpressionList
from django.db.models.query import ModelIterable, get_related_populators

from pages.visibility import remembered_closed_branches

PLANS_KEPT = 32  # of one function: for each number of values in a list, and for what was closed lately


class Slot(Value):
    """Stands in a queryset where a value comes later; in the parameters of the SQL it stands for itself."""

    def as_sql(self, compiler, connection):
        return "%s", [self]


def prepared(build: Callable[..., QuerySet]) -> Callable[..., list[Any]]:
    """Makes a function that gives a queryset into one that gives its rows, with the SQL kept between calls.

    The function is called with slots, so it may do nothing with its arguments but hand them to filters: no arithmetic,
    no comparison, and never None. A list becomes a list of slots, for `__in`. Arguments by name are no slots but part
    of the SQL: a number of rows, a model. While a visitor waits, the SQL is kept for the branches that are closed now
    (see pages.visibility); in any other place it is a plain queryset.
    """
    plans: dict[tuple, Plan] = {}

    @wraps(build)
    def rows(*values, **fixed) -> list[Any]:
        closed = remembered_closed_branches()
        if closed is None:
            return list(build(*values, **fixed))
        filled = [padded(value) if isinstance(value, list) else value for value in values]
        lengths = [len(value) if isinstance(value, list) else None for value in filled]
        shape = (*closed, *lengths, *fixed.values())
        if shape not in plans:
            while len(plans) >= PLANS_KEPT:
                plans.pop(next(iter(plans)), None)
            plans[shape] = Plan(build(*slots(filled), **fixed))
        return plans[shape].rows(list(flattened(filled)))

    return rows


def padded(values: list) -> list:
    """The values, the last one repeated up to 1, 2, 4, 8 … of them, so that few shapes of SQL serve all lengths."""
    length = 1
    while length < len(values):
        length *= 2
    return [*values, *(values[-1:] * (length - len(values)))]


def flattened(values: Iterable) -> Iterator:
    for value in values:
        if isinstance(value, list):
            yield from value
        else:
            yield value


def slots(values: Iterable) -> list:
    """A slot for every value, numbered in the order of `flattened`."""
    made: list[Any] = []
    number = 0
    for value in values:
        if isinstance(value, list):
            listed = [Slot(number + offset) for offset in range(len(value))]
            made.append(ExpressionList(*listed) if listed else [])
            number += len(value)
        else:
            made.append(Slot(number))
            number += 1
    return made


def planning_once(connection: Any) -> Any:
    """A cursor of this connection; PostgreSQL keeps the plans of what it asks, as long as the connection lasts.

    Django fills in the values itself, so that every question is new to PostgreSQL, which then takes longer to plan
    than to answer it. Here the values travel apart from the SQL. Not where a pool gives every transaction another
    connection and cannot keep statements (PREPARED_STATEMENTS=false): then it is Django's own cursor.
    """
    if connection.vendor != "postgresql" or connection.settings_dict["OPTIONS"].get("prepare_threshold") is None:
        return connection.cursor()
    cursor = connection.cursor()
    cursor.cursor = psycopg.Cursor(connection.connection)
    return cursor


class Plan:
    """The SQL of a queryset, and what Django worked out about turning its rows into objects."""

    # Any: Django's own lists of what to prefetch and join in are not in its types, or in those of Django 6.
    def __init__(self, queryset: Any):
        self.queryset = queryset
        self.db = queryset.db
        self.compiler = queryset.query.get_compiler(using=self.db)
        try:
            self.sql, self.parameters = self.compiler.as_sql()
        except EmptyResultSet:  # it holds an empty list: there is nothing to ask
            self.sql = ""
            return
        compiler = self.compiler
        self.converters = compiler.get_converters([column for column, *_ in compiler.select[: compiler.col_count]])
        self.makes_objects = issubclass(queryset._iterable_class, ModelIterable)
        if self.makes_objects:
            fields = compiler.klass_info["select_fields"]
            self.columns = slice(fields[0], fields[-1] + 1)
            self.attributes = [column.target.attname for column, *_ in compiler.select[self.columns]]
            self.model = compiler.klass_info["model"]
            find_related: Any = get_related_populators
            self.related = find_related(compiler.klass_info, compiler.select, self.db)
            self.annotations = list((compiler.annotation_col_map or {}).items())

    def rows(self, values: list) -> list:
        """What the database answers with these values in the slots: objects, or tuples of a `values_list`."""
        if not self.sql:
            return []
        filled = [values[each.value] if isinstance(each, Slot) else each for each in self.parameters]
        with planning_once(connections[self.db]) as cursor:
            cursor.execute(self.sql, filled)
            found = cursor.fetchall()
        if self.converters:
            found = list(map(tuple, self.compiler.apply_converters(found, self.converters)))
        if not self.makes_objects:
            return found
        made = [self.made_from(row) for row in found]
        if lookups := self.queryset._prefetch_related_lookups:
            prefetch_related_objects(made, *lookups)
        return made

    def made_from(self, row: tuple) -> Any:
        made = self.model.from_db(self.db, self.attributes, row[self.columns])
        for populator in self.related:
            populator.populate(row, made)
        for name, position in self.annotations:
            setattr(made, name, row[position])
        return made
