"""The look of the admin, its home page and its help menu."""

from django.contrib import messages
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from editing.deletion import DeletePages, is_confirmed
from editing.home import WelcomePanel
from editing.library.deletion import DeleteUnusedDocuments, DeleteUnusedPictures
from editing.library.edit import DocumentEditView, PictureEditView
from editing.library.listing import DocumentIndexView, PictureIndexView
from editing.library.panel import LicencePanel
from editing.library.reports import DuplicatesView, LicenceReportView
from media.models import SiteImage
from pages.addresses import HOME_DEPTH


@hooks.register("insert_global_admin_css")
def house_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("insert_editor_js")
def what_keeps_text_from_being_lost():
    modules = [(static(f"js/{name}.js"),) for name in ("first-save", "fresh-token")]
    return format_html_join("\n", '<script type="module" src="{}"></script>', modules)


@hooks.register("construct_homepage_panels")
def welcome(request, panels):
    panels += [WelcomePanel(), LicencePanel()]


@hooks.register("construct_help_menu")
def leave_out_what_is_english(request, menu_items):
    """Wagtail's news and guide are pages in English, elsewhere."""
    menu_items[:] = [item for item in menu_items if item.name == "keyboard-shortcuts-trigger"]


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_the_home_page(request, page):
    """Without its home page the whole site is gone, so no single click may take it away."""
    if page.depth == HOME_DEPTH:
        messages.error(request, "De voorpagina kan niet weg: zonder voorpagina is er geen site.")
        return redirect("wagtailadmin_explore", page.pk)
    return None


@hooks.register("before_bulk_action")
def keep_the_home_page_in_bulk(request, action_type, objects, action_class_instance):
    if action_type in ("delete", "unpublish"):
        for page in objects:
            if getattr(page, "depth", None) == HOME_DEPTH and (refusal := keep_the_home_page(request, page)):
                return refusal
    return None


@hooks.register("before_delete_page", order=10)
def confirm_a_section(request, page):
    return None if is_confirmed(request, [page]) else redirect("wagtailadmin_pages:delete", page.pk)


@hooks.register("before_bulk_action", order=10)
def confirm_many_pages(request, action_type, objects, action_class_instance):
    pages = [each for each in objects if isinstance(each, Page)]
    if action_type == "delete" and pages and not is_confirmed(request, pages):
        return redirect(request.get_full_path())
    return None


@hooks.register("register_admin_urls", order=-1)  # before Wagtail's own, which have the same addresses
def library_pages():
    return [
        path("images/", PictureIndexView.as_view()),
        path("images/results/", PictureIndexView.as_view(results_only=True)),
        path("images/<int:image_id>/", PictureEditView.as_view()),
        path("documents/", DocumentIndexView.as_view()),
        path("documents/results/", DocumentIndexView.as_view(results_only=True)),
        path("documents/edit/<int:document_id>/", DocumentEditView.as_view()),
        path("reports/licenties/", LicenceReportView.as_view(), name="library_licences"),
        path(
            "reports/licenties/results/", LicenceReportView.as_view(results_only=True), name="library_licences_results"
        ),
        path("reports/dubbel/", DuplicatesView.as_view(), name="library_duplicates"),
    ]


class LibraryMenuItem(MenuItem):
    """A report for everybody who chooses pictures."""

    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(SiteImage).user_has_any_permission(request.user, ["choose", "change"])


@hooks.register("register_reports_menu_item")
def licences_menu_item():
    return LibraryMenuItem("Licenties die aflopen", reverse("library_licences"), icon_name="calendar-check", order=200)


@hooks.register("register_reports_menu_item")
def unused_pictures_menu_item():
    url = f"{reverse('wagtailimages:index')}?use=unused&ordering=created_at"
    return LibraryMenuItem("Ongebruikte afbeeldingen", url, icon_name="image", order=210)


@hooks.register("register_reports_menu_item")
def unused_documents_menu_item():
    url = f"{reverse('wagtaildocs:index')}?use=unused&ordering=created_at"
    return LibraryMenuItem("Ongebruikte documenten", url, icon_name="doc-full-inverse", order=220)


@hooks.register("register_reports_menu_item")
def duplicates_menu_item():
    return LibraryMenuItem("Dubbele bestanden", reverse("library_duplicates"), icon_name="copy", order=230)


# Above what it finds Wagtail's search for pages would say ‘1-3 van 3 None’.
SearchView.verbose_name, SearchView.verbose_name_plural = "pagina", "pagina's"

for action in (DeletePages, DeleteUnusedPictures, DeleteUnusedDocuments):
    hooks.register("register_bulk_action", action, order=1)  # after Wagtail's own, whose place they take
