"""Many pages at once go only when somebody typed the name of the site.

Wagtail asks for it on its page, but takes a request that leaves the answer out.
"""

from collections.abc import Iterable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction
from wagtail.models import Page

MANY = 10  # pages, with all below them; from here on Wagtail's page asks


def is_confirmed(request: HttpRequest, pages: Iterable[Page]) -> bool:
    """Whether these pages may go with all below them; if not, the editor is told what to type."""
    if request.method != "POST":
        return True
    typed = request.POST.get("confirm_site_name", "")
    count = sum(page.get_descendant_count() + 1 for page in pages)
    if typed == settings.WAGTAIL_SITE_NAME or (count < MANY and not typed):
        return True
    messages.error(
        request,
        f"Er is niets verwijderd. Samen gaat het om {count} pagina's: "
        f"typ ‘{settings.WAGTAIL_SITE_NAME}’ om ze te verwijderen.",
    )
    return False


class DeletePages(DeleteBulkAction):
    """Wagtail's own, but `is_confirmed` alone looks at what was typed: Wagtail refuses in English."""

    def post(self, request):
        return super(DeleteBulkAction, self).post(request)
