"""The look of the admin, its home page and its help menu."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from editing.home import WelcomePanel


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
