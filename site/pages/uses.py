"""Where pictures and documents are used, published and in drafts, and whether a visitor meets them there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django_tasks_db.models import DBTaskResult
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex
from wagtail.tasks import update_reference_index_task

from pages.models import SiteSettings
from pages.visibility import visible
from people.models import Organisation, Person

DAY = 86_400  # seconds that what a draft refers to is remembered


@dataclass(frozen=True)
class Use:
    """One thing that uses a file: a page, a draft of a page, a person, an organisation or the site itself."""

    source: models.Model
    is_public: bool
    is_draft: bool = False  # only in what has not been published of a page

    @property
    def is_page(self) -> bool:
        return isinstance(self.source, Page)

    @property
    def label(self) -> str:
        """`Portret ‘Marijke van der Velde’`."""
        kind = str(self.source._meta.verbose_name).capitalize()
        if isinstance(self.source, Page):
            kind = str(self.source.specific_class._meta.verbose_name if self.source.specific_class else kind)
            return f"{kind.capitalize()} ‘{self.source.get_admin_display_title()}’"
        return kind if isinstance(self.source, SiteSettings) else f"{kind} ‘{self.source}’"

    @property
    def state(self) -> str:
        if self.is_public:
            return "openbaar"
        if self.is_page and self.source.live and not self.is_draft:  # type: ignore[attr-defined]  # a page has it
            return "alleen voor genodigden"
        return "nog niet openbaar"

    def edit_url(self, user) -> str | None:
        """Where this person may change the use; None if they may not."""
        return AdminURLFinder(user).get_edit_url(self.source)


def uses_of(files: Iterable[models.Model]) -> dict[Any, list[Use]]:
    """The uses of each of these pictures, or of these documents, by its id; public ones first.

    A handful of queries for all together, and one read of every draft since it was last changed.
    """
    catch_up()
    wanted = {file.pk: file for file in files}
    sources = references_to(next(iter(wanted.values())), wanted) if wanted else []
    by_model: dict[type, set] = defaultdict(set)
    for _, model, source_id, _ in sources:
        by_model[model].add(source_id)
    found = {model: look_up(model, ids) for model, ids in by_model.items()}
    uses: dict[Any, dict[tuple, Use]] = {pk: {} for pk in wanted}
    for pk, model, source_id, is_draft in sources:
        source, is_public = found[model].get(source_id, (None, False))
        if source is not None:
            use = Use(source, is_public and not is_draft, is_draft)
            uses[pk].setdefault((model, source_id), use)  # what is published comes before its draft
    return {pk: sorted(found.values(), key=lambda use: not use.is_public) for pk, found in uses.items()}


def catch_up() -> None:
    """Reads what waits for the worker to be read, so that a picture that was just chosen never looks unused."""
    waiting = DBTaskResult.objects.ready().filter(task_path=update_reference_index_task.module_path)
    tasks = {f"reference-index:{pk}": tuple(call["args"]) for pk, call in waiting.values_list("pk", "args_kwargs")}
    new = tasks.keys() - cache.get_many(tasks).keys()
    for task in {tasks[key] for key in new}:
        with suppress(ObjectDoesNotExist):  # it has been deleted since
            update_reference_index_task.func(*task)
    cache.set_many(dict.fromkeys(new, True), DAY)


def references_to(example: models.Model, ids: Iterable) -> list[tuple[Any, type[models.Model], str, bool]]:
    """File id, model and id of what uses it, and whether that is a draft; of files like the example."""
    wanted = {str(pk): pk for pk in ids}
    content_type = ContentType.objects.get_for_model(example)
    rows = ReferenceIndex.objects.filter(to_content_type=content_type, to_object_id__in=wanted)
    published = [
        (wanted[file_id], ContentType.objects.get_for_id(kind).model_class(), source_id, False)
        for file_id, kind, source_id in rows.values_list("to_object_id", "base_content_type", "object_id").distinct()
    ]
    drafts = [
        (wanted[file_id], Page, str(page_id), True)
        for page_id, references in draft_references()
        for kind, file_id in references
        if kind == content_type.pk and file_id in wanted
    ]
    return [row for row in published if row[1]] + drafts


def draft_references() -> Iterator[tuple[int, set[tuple[int, str]]]]:
    """For every page with changes that have not been published: its id, and what these refer to.

    The reference index knows the page as it was saved last, so what is only in a draft looks unused there.
    """
    pages = Page.objects.filter(has_unpublished_changes=True, latest_revision__isnull=False)
    drafts = {
        f"draft-references:{revision_id}:{changed:%Y%m%d%H%M%S%f}": page_id
        for page_id, revision_id, changed in pages.values_list(
            "pk", "latest_revision", "latest_revision__created_at"
        ).order_by()
    }
    remembered = cache.get_many(drafts)
    for key, page_id in drafts.items():
        if key not in remembered:
            remembered[key] = read_draft(page_id)
            cache.set(key, remembered[key], DAY)
        yield page_id, remembered[key]


def read_draft(page_id: int) -> set[tuple[int, str]]:
    """Content type and id of everything that the latest revision of this page refers to."""
    page = Page.objects.filter(pk=page_id).first()
    draft = page.get_latest_revision_as_object() if page else None
    if draft is None:
        return set()
    return {(kind, str(pk)) for kind, pk, *_ in ReferenceIndex._extract_references_from_object(draft)}


def look_up(model: type[models.Model], ids: set[str]) -> dict[str, tuple[models.Model, bool]]:
    """What uses files, and whether that is public, by id as text."""
    rows = model._default_manager.filter(pk__in=ids)
    if issubclass(model, Page):
        public = set(visible().filter(pk__in=ids).values_list("pk", flat=True))
    elif issubclass(model, Person):
        public = set(visible().filter(appearances__person__in=ids).values_list("appearances__person", flat=True))
    else:  # a logo or the site's own picture
        public = set(ids) if issubclass(model, Organisation | SiteSettings) else set()
        return {str(row.pk): (row, str(row.pk) in public) for row in rows}
    return {str(row.pk): (row, row.pk in public) for row in rows}
