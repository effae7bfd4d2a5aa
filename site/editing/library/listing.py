"""The lists of pictures and documents, with where each of them is to be seen."""

from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.documents.views import documents
from wagtail.images.views import images

from editing.library.filters import DocumentFilterSet, PictureFilterSet
from pages.listings import DayColumn
from pages.uses import uses_of


class WhereColumn(Column):
    """Where a file is used, and whether a visitor meets it there."""

    cell_template_name = "editing/library/where_cell.html"

    def __init__(self):
        super().__init__("uses", label="Waar te zien", width="28%")

    def get_cell_context_data(self, instance, parent_context):
        uses = instance.uses
        return super().get_cell_context_data(instance, parent_context) | {
            "uses": uses[:2],
            "more": len(uses) - 2,
            "is_public": any(use.is_public for use in uses),
        }


class LicenceColumn(DayColumn):
    """Until when a picture may be shown; a day that has passed stands out."""

    cell_template_name = "editing/library/licence_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        has_ended = bool(instance.licence_until and instance.licence_until < timezone.localdate())
        return super().get_cell_context_data(instance, parent_context) | {"has_ended": has_ended}


class WithUses:
    """Looks up where the files of one page of a list are used, for all at once."""

    permission_policy: Any
    request: Any

    def get_context_data(self, **kwargs):
        may_change_all = self.permission_policy.user_has_permission(self.request.user, "change")
        return super().get_context_data(**kwargs) | {"only_own": not may_change_all}  # type: ignore[misc]  # a mixin

    def decorate_paginated_queryset(self, object_list):
        files = list(object_list)
        uses = uses_of(files)
        for file in files:
            file.uses = uses[file.pk]
            file.is_public = any(use.is_public for use in file.uses)
        return files


class PictureIndexView(WithUses, images.IndexView):
    add_item_label = "Toevoegen"
    filterset_class = PictureFilterSet
    results_template_name = "editing/library/pictures.html"
    ORDERING_OPTIONS = {
        key: label for key, label in images.IndexView.ORDERING_OPTIONS.items() if not key.endswith("usage_count")
    }
    needs_usage_count_subquery = False

    @cached_property
    def layout(self):
        return self.request.GET.get("layout", "list")

    @cached_property
    def columns(self):
        if self.layout == "grid":
            return []
        bulk, preview, title, *_ = super().columns
        title.width = None
        title.cell_template_name = "wagtailadmin/tables/title_cell.html"  # the name of the file is a random token
        return [
            bulk,
            preview,
            title,
            Column("credit", label="Maker"),
            LicenceColumn("licence_until", label="Licentie tot"),
            WhereColumn(),
            DateColumn("created_at", label="Toegevoegd", sort_key="created_at"),
        ]


class DocumentIndexView(WithUses, documents.IndexView):
    add_item_label = "Toevoegen"
    filterset_class = DocumentFilterSet
    results_template_name = "editing/library/documents.html"
    needs_usage_count_subquery = False

    @cached_property
    def columns(self):
        bulk, title, *_ = super().columns
        return [
            bulk,
            title,
            Column("details", label="Soort en grootte"),
            WhereColumn(),
            DateColumn("created_at", label="Toegevoegd", sort_key="created_at"),
        ]
