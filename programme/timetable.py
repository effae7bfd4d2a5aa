"""When the programme takes place: its editions with their sessions, looked up once for a page."""

from pages.children import children
from programme.models import Edition, ModulePage, ProgrammePage, Session


def editions_of(programme: ProgrammePage) -> list[Edition]:
    """The editions of a programme, newest first, each with its visible sessions as `days`."""
    if not hasattr(programme, "_timetable"):
        # A preview of a programme that was never saved has no editions yet.
        editions = list(Edition.objects.filter(programme=programme).order_by("-start")) if programme.pk else []
        sessions = list(Session.objects.visible().filter(edition__in=editions))
        for edition in editions:
            edition.days = [session for session in sessions if session.edition_id == edition.pk]
        programme._timetable = editions
    return programme._timetable


def sessions_by_edition(module: ModulePage) -> list[tuple[Edition, list[Session]]]:
    """The sessions of one module for each edition, newest edition first; of a draft too."""
    if not hasattr(module, "_timetable"):
        sessions = children(module, "sessions", "edition")
        editions = sorted({session.edition for session in sessions}, key=lambda edition: edition.start, reverse=True)
        module._timetable = [
            (edition, sorted((day for day in sessions if day.edition_id == edition.pk), key=Session.in_time))
            for edition in editions
        ]
    return module._timetable
