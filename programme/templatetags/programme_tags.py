"""The programme on other pages: what runs now, its modules, sessions, research and news."""

from django import template

from pages.prepared import prepared
from pages.teasers import LINK, as_teasers
from pages.visibility import visible
from pages.visit import room_below
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
    programme = next(iter(programmes()), None)
    if programme is None:
        return None
    editions = editions_by_programme(programme.pk)
    edition = most_relevant(editions)
    is_open = (other for other in editions if other.enrolment_now == Edition.Enrolment.OPEN and other != edition)
    return {
        "page": programme,
        "modules": modules_of(programme),
        "edition": edition,
        "open_edition": next(is_open, None),
    }


@prepared
def programmes():
    return visible(ProgrammePage).only(*LINK).order_by("path")[:1]


@prepared
def editions_by_programme(pk):
    return Edition.objects.filter(programme=pk)


@register.simple_tag
def modules_of(programme):
    """The visible modules of a programme, in tree order; none for a preview of one that was never saved."""
    return modules_below(*room_below(programme.path)) if programme.path else []


@prepared
def modules_below(first_path, last_path, depth):
    return as_teasers(visible(ModulePage).filter(path__range=(first_path, last_path), depth=depth)).order_by("path")


@prepared
def links_below(first_path, last_path, depth):
    modules = visible(ModulePage).filter(path__range=(first_path, last_path), depth=depth)
    return modules.only(*LINK, "short_title").order_by("path")


register.simple_tag(timetable.editions_of)
register.simple_tag(timetable.sessions_by_edition)


@register.simple_tag
def neighbours_of(module):
    """The modules before and after this one, as a dict with `previous`, `next`, `number` and `count`."""
    if not module.path:
        return {}
    modules = links_below(*room_below(module.path[: -module.steplen]))
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
def articles_of(module, count=4, without=()):
    """The newest research and news of a module, research first, but none that the page shows elsewhere.

    None for a preview of a module that was never saved.
    """
    if module.pk is None:
        return []
    elsewhere = {page.pk for page in without}
    articles = []
    for newest_here in (research_of, news_of):
        others = [page for page in newest_here(module.pk, count=count + len(elsewhere)) if page.pk not in elsewhere]
        articles += others[:count]
    return articles


@register.simple_tag
def latest_research(count):
    """The newest visible research."""
    return newest_research(count=count)


@register.simple_tag
def latest_news(count):
    """The newest visible news."""
    return newest_news(count=count)


@prepared
def newest_research(*, count):
    return research_in_order()[:count]


@prepared
def research_of(module, *, count):
    return research_in_order().filter(modules=module)[:count]


@prepared
def newest_news(*, count):
    return news_in_order()[:count]


@prepared
def news_of(module, *, count):
    return news_in_order().filter(modules=module)[:count]


def research_in_order():
    return as_teasers(visible(ResearchPage)).order_by(*ResearchIndexPage.item_order)


def news_in_order():
    return as_teasers(visible(NewsPage)).order_by(*NewsIndexPage.item_order)
