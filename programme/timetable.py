"""When the programme takes place: its editions with their sessions, looked up once for a page."""

from pages.children import children
from pages.prepared import prepared
from pages.teasers import LINK
from programme.models import Edition, ModulePage, ProgrammePage, Session


def editions_of(programme: ProgrammePage) -> list[Edition]:
    """The editions of a programme, newest first, each with its visible sessions as `days`."""
    if not hasattr(programme, "_timetable"):
        # A preview of a programme that was never saved has no editions yet.
        editions = newest_first(programme.pk) if programme.pk else []
        sessions = sessions_in([edition.pk for edition in editions])
        for edition in editions:
            edition.days = [session for session in sessions if session.edition_id == edition.pk]
        programme._timetable = editions
    return programme._timetable


@prepared
def newest_first(programme):
    return Edition.objects.filter(programme=programme).order_by("-start")


@prepared
def sessions_in(editions):
    module = (f"module__{column}" for column in LINK)
    return (
        Session.objects.visible()
        .filter(edition__in=editions)
        .select_related(None)
        .select_related("module")
        .only("edition", "title", "date", "start_time", "end_time", "place", "venue", *module)
    )


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
