"""The programme on other pages: what runs now, its modules, sessions, research and news."""

from django import template

from pages.teasers import LINK, as_teasers
from pages.visibility import visible
from programme import timetable
from programme.models import (
    Edition,
    ModulePage,
    NewsIndexPage,
    NewsPage,
    ProgrammePage,
    ResearchIndexPage,
    ResearchPage,
    most_relevant,
)

register = template.Library()


@register.simple_tag
def programme_now():
    """The first visible programme with its modules, its most relevant edition, and another that one can enrol in."""
    programme = visible(ProgrammePage).only(*LINK).order_by("path").first()
    if programme is None:
        return None
    editions = list(Edition.objects.filter(programme=programme))
    edition = most_relevant(editions)
    is_open = (other for other in editions if other.enrolment_now == Edition.Enrolment.OPEN and other != edition)
    return {
        "page": programme,
        "modules": modules_of(programme),
        "edition": edition,
        "open_edition": next(is_open, None),
    }


@register.simple_tag
def modules_of(programme):
    """The visible modules of a programme, in tree order."""
    return list(as_teasers(visible(ModulePage).child_of(programme)).order_by("path"))


register.simple_tag(timetable.editions_of)
register.simple_tag(timetable.sessions_by_edition)


@register.simple_tag
def neighbours_of(module):
    """The modules before and after this one, as a dict with `previous`, `next`, `number` and `count`."""
    modules = list(visible(ModulePage).sibling_of(module).only(*LINK, "short_title").order_by("path"))
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
    """The newest research and news of a module, research first; none for a preview of one that was never saved."""
    if module.pk is None:
        return []
    research = newest_research().filter(modules=module)[:count]
    news = newest_news().filter(modules=module)[:count]
    return [*research, *news]


@register.simple_tag
def latest_research(count):
    """The newest visible research."""
    return list(newest_research()[:count])


@register.simple_tag
def latest_news(count):
    """The newest visible news."""
    return list(newest_news()[:count])


def newest_research():
    return as_teasers(visible(ResearchPage)).order_by(*ResearchIndexPage.item_order)


def newest_news():
    return as_teasers(visible(NewsPage)).order_by(*NewsIndexPage.item_order)
