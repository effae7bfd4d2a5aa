"""The look of the admin, its home page and its help menu."""

from django.contrib import messages
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks

from editing.home import WelcomePanel
from editing.library.edit import PictureEditView
from pages.addresses import HOME_DEPTH


@hooks.register("insert_global_admin_css")
def house_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("construct_homepage_panels")
def welcome(request, panels):
    panels.append(WelcomePanel())


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


@hooks.register("register_admin_urls", order=-1)  # before Wagtail's own, which have the same addresses
def library_pages():
    return [path("images/<int:image_id>/", PictureEditView.as_view())]
