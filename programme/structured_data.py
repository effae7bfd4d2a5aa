"""The programme as linked data: a Course with a CourseInstance for every edition, articles with their authors."""

from datetime import date

from django.conf import settings

from pages.structured_data import Node, person_node
from programme.models import Edition, ModulePage, NewsPage, ProgrammePage, ResearchPage, Session
from programme.timetable import editions_of, sessions_by_edition


def programme_node(page: ProgrammePage, node: Node) -> Node:
    node = course_node(page, node) | {
        "hasCourseInstance": [
            instance(edition, page, edition.start, edition.end, edition.days) for edition in editions_of(page)
        ]
    }
    if page.costs:
        node["offers"] = {"@type": "Offer", "category": "Paid", "description": page.costs, "url": node["url"]}
    return node


def module_node(page: ModulePage, node: Node) -> Node:
    instances = [
        instance(edition, page, sessions[0].date, sessions[-1].date, sessions)
        for edition, sessions in sessions_by_edition(page)
    ]
    parent = page.breadcrumbs[-1]
    return course_node(page, node) | {
        "isPartOf": {"@type": "Course", "@id": f"{settings.BASE_URL}{parent.url}", "name": parent.title},
        "hasCourseInstance": instances,
    }


def course_node(page, node: Node) -> Node:
    """What a programme and a module have in common."""
    node |= {
        "provider": node["publisher"],
        "teaches": [outcome.text for outcome in page.outcome_list],
    }
    return node


def instance(edition: Edition, page, start: date, end: date, sessions: list[Session]) -> Node:
    """One edition of a programme or module, from its first to its last day there."""
    node: Node = {
        "@type": "CourseInstance",
        "@id": f"{settings.BASE_URL}{page.url}#{edition.slug}",
        "name": f"{page.title}, {edition.name}",
        "courseMode": "Onsite",
        "startDate": start.isoformat(),
        "endDate": end.isoformat(),
    }
    if page.study_load:
        node["courseWorkload"] = page.study_load
    if places := sorted({session.location for session in sessions if session.location}):
        node["location"] = [{"@type": "Place", "name": place, "address": place} for place in places]
    return node


def article_node(page: NewsPage | ResearchPage, node: Node) -> Node:
    """What news and research have in common."""
    return node | {"headline": page.title, "keywords": [theme.name for theme in page.themes]}


def news_node(page: NewsPage, node: Node) -> Node:
    return article_node(page, node) | {"author": node["publisher"], "datePublished": page.date.isoformat()}


def research_node(page: ResearchPage, node: Node) -> Node:
    node = article_node(page, node) | {"abstract": page.lead, "datePublished": str(page.year)}
    if page.authors:
        node["author"] = [person_node(author) for author in page.authors]
    if page.publisher:
        node["publisher"] = {"@type": "Organization", "name": page.publisher}
    if sources := [source.text for source in page.source_list]:
        node["citation"] = sources
    return node
