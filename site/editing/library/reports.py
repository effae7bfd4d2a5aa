"""Reports on the library: licences that end, and what is stored twice."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.images.views.images import ImagePreviewColumn
from wagtail.permissions import policy_registry

from editing.library.listing import LicenceColumn, WhereColumn, WithUses
from media.licences import WARNING_DAYS
from media.models import SiteDocument, SiteImage
from pages.uses import Use, uses_of


def choosable(model, user):
    """The files that this person may put on a page, so may know of."""
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, ["choose", "change"])


def may_change(user, file) -> bool:
    return policy_registry.get_by_type(type(file)).user_has_permission_for_instance(user, "change", file)


class TitleColumn(Column):
    """The title, leading to the page of the file for whom that opens."""

    cell_template_name = "editing/library/title_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        user = parent_context["request"].user
        return super().get_cell_context_data(instance, parent_context) | {"may_change": may_change(user, instance)}


class LicenceReportView(WithUses, ReportView):
    """Pictures whose licence has ended or ends within sixty days."""

    model = SiteImage
    page_title = "Licenties die aflopen"
    header_icon = "calendar-check"
    index_url_name = "library_licences"
    index_results_url_name = "library_licences_results"
    results_template_name = "editing/library/licences.html"
    any_permission_required = ["choose", "change"]
    is_searchable = False
    list_export = ["title", "credit", "get_licence_display", "licence_until"]
    export_headings = {
        "title": "Titel",
        "credit": "Maker",
        "get_licence_display": "Licentie",
        "licence_until": "Te gebruiken tot en met",
    }
    columns = [
        ImagePreviewColumn("preview", label="Voorbeeld", accessor="image", classname="image-preview"),
        TitleColumn("title", label="Titel"),
        Column("credit", label="Maker"),
        Column("get_licence_display", label="Licentie"),
        LicenceColumn("licence_until", label="Te gebruiken tot en met"),
        WhereColumn(),
    ]

    def get_queryset(self):
        images = choosable(SiteImage, self.request.user).filter(licence_until__isnull=False)
        return SiteImage.objects.running_out().filter(pk__in=images.values("pk"))

    def get_filename(self):
        return f"licenties-{timezone.localdate():%Y-%m-%d}"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"days": WARNING_DAYS}


@dataclass(frozen=True)
class Copy:
    """One of the files that are the same."""

    file: SiteImage | SiteDocument
    uses: list[Use]
    edit_url: str  # empty for whom it does not open
    delete_url: str  # empty while something uses it


class DuplicatesView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Pictures with the same pixels and documents with the same content, side by side."""

    page_title = "Dubbele bestanden"
    header_icon = "copy"
    template_name = "editing/library/duplicates.html"
    model = SiteImage
    any_permission_required = ["choose", "change"]
    names = {
        SiteImage: ("wagtailimages:edit", "wagtailimages:delete"),
        SiteDocument: ("wagtaildocs:edit", "wagtaildocs:delete"),
    }

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "pictures": self.groups(SiteImage),
            "documents": self.groups(SiteDocument),
        }

    def groups(self, model) -> list[list[Copy]]:
        """The files of which there are more than one, oldest first in each group."""
        files = choosable(model, self.request.user).exclude(file_hash="")
        twice = files.order_by().values("file_hash").annotate(count=Count("pk", distinct=True)).filter(count__gt=1)
        found = list(files.filter(file_hash__in=twice.values("file_hash")).order_by("created_at", "pk").distinct())
        uses = uses_of(found)
        groups: dict[str, list[Copy]] = {}
        for file in found:
            groups.setdefault(file.file_hash, []).append(self.copy(file, uses[file.pk]))
        return list(groups.values())

    def copy(self, file, uses: list[Use]) -> Copy:
        edit, delete = (reverse(name, args=[file.pk]) for name in self.names[type(file)])
        policy = policy_registry.get_by_type(type(file))
        may_delete = not uses and policy.user_has_permission_for_instance(self.request.user, "delete", file)
        return Copy(file, uses, edit if may_change(self.request.user, file) else "", delete if may_delete else "")
