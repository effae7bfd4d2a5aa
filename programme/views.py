from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from pages.routing import public_page
from pages.visibility import visible
from programme.calendars import calendar_response
from programme.models import Edition, ModulePage, ProgrammePage, Session


@require_safe
def module_calendar(request, path: str):
    """All sessions of one module, of every edition, as a calendar file."""
    module = public_page(request, path)
    if not isinstance(module, ModulePage):
        raise Http404("Deze agenda bestaat niet.")
    return calendar_response(module.title, Session.objects.visible().filter(module=module), module.slug)


@require_safe
def edition_calendar(request, path: str, edition_slug: str):
    """All sessions of one edition of a programme as a calendar file."""
    programme = public_page(request, path)
    if not isinstance(programme, ProgrammePage):
        raise Http404("Deze agenda bestaat niet.")
    edition = get_object_or_404(Edition, programme=programme, slug=edition_slug)
    sessions = Session.objects.visible().filter(edition=edition, module__in=visible(ModulePage).child_of(programme))
    return calendar_response(f"{programme.title}, {edition.name}", sessions, edition.slug)
