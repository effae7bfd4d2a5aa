"""The programme on other pages: what runs now, its modules, sessions, research and news."""

from django import template
from pages.visibility import visible

from programme.models import Edition, ModulePage, NewsPage, ProgrammePage, ResearchPage, Session

register = template.Library()


@register.simple_tag
def programme_now():
    """The first visible programme with its modules and most relevant edition, or None."""
    programme = visible(ProgrammePage).order_by("path").first()
    if programme is None:
        return None
    return {
        "page": programme,
        "modules": modules_of(programme),
        "edition": Edition.objects.filter(programme=programme).most_relevant(),
    }


@register.simple_tag
def modules_of(programme):
    """The visible modules of a programme, in tree order."""
    return list(visible(ModulePage).child_of(programme).select_related("image").order_by("path"))


@register.simple_tag
def editions_of(programme):
    """The editions of a programme, newest first, each with its visible sessions as `days`."""
    editions = list(Edition.objects.filter(programme=programme).order_by("-start"))
    sessions = list(Session.objects.visible().filter(edition__in=editions))
    for edition in editions:
        edition.days = [session for session in sessions if session.edition_id == edition.pk]
    return editions


@register.simple_tag
def sessions_by_edition(module):
    """The sessions of one module as a list of (edition, sessions), newest edition first."""
    sessions = module.sessions.select_related("edition").order_by("-edition__start", "date", "start_time", "pk")
    grouped: dict = {}
    for session in sessions:
        grouped.setdefault(session.edition, []).append(session)
    return list(grouped.items())


@register.simple_tag
def neighbours_of(module):
    """The modules before and after this one, as a dict with `previous`, `next`, `number` and `count`."""
    modules = list(visible(ModulePage).sibling_of(module).order_by("path").defer_streamfields())
    place = next((number for number, other in enumerate(modules) if other.pk == module.pk), None)
    if place is None:
        return {}
    return {
        "previous": modules[place - 1] if place else None,
        "next": modules[place + 1] if place + 1 < len(modules) else None,
        "number": place + 1,
        "count": len(modules),
    }


@register.simple_tag
def articles_of(module, count=4):
    """The newest research and news of a module, research first."""
    research = visible(ResearchPage).filter(modules=module).select_related("image").order_by("-year", "-pk")[:count]
    news = visible(NewsPage).filter(modules=module).select_related("image").order_by("-date", "-pk")[:count]
    return [*research, *news]


@register.simple_tag
def latest_research(count):
    """The newest visible research."""
    return list(visible(ResearchPage).select_related("image").order_by("-year", "-first_published_at", "-pk")[:count])


@register.simple_tag
def latest_news(count):
    """The newest visible news."""
    return list(visible(NewsPage).select_related("image").order_by("-date", "-pk")[:count])
