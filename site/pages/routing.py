"""From an address to its page in two queries, however deep the page is.

Wagtail walks down the tree with two queries for every step. Here one query brings the whole trail (the page and its
ancestors, with whether access to one of them is restricted) together with what every page needs of the tree, and a
second the page itself with its relations.
"""

from functools import cache
from typing import Any

from django.http import Http404
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from pages.prepared import prepared
from pages.visibility import closed_branches_looked_up_once
from pages.visit import Place, Visit, look_around, visiting

DEEPEST = 10  # steps below the home page; what asks for more is no page of ours


def serve(request, path: str):
    """Answers for every page of the site; takes the place of Wagtail's own view under the same name."""
    roots = Site.get_site_root_paths()
    if len(roots) != 1:
        with closed_branches_looked_up_once():
            return rendered(wagtail_serve(request, path))
    root_path = roots[0].root_path
    with visiting(root_path, steps(root_path, path)) as visit:
        request._wagtail_route_for_request = route(request, visit, path)
        return rendered(wagtail_serve(request, path))


def rendered(response):
    """Rendered here and not by Django later, for the template asks most of the questions."""
    return response.render() if hasattr(response, "render") else response


def route(request, visit: Visit, path: str) -> RouteResult:
    """The page at this address and what is left of the path for it; Http404 if there is none."""
    trail = visit.trail(steps(visit.root_path, path))
    if not trail or not all(place.live for place in trail):
        raise Http404
    page = load(trail[-1])
    page.trail = trail
    return page.route(request, components_of(path)[len(trail) - 1 :])


def is_open(root_path: str, path: str) -> bool:
    """Whether exactly this address is that of a page, and neither it nor what it lies in is a draft."""
    url_paths = steps(root_path, path)
    trail = look_around(root_path, url_paths).trail(url_paths)
    return len(trail) == len(components_of(path)) + 1 and all(place.live for place in trail)


def public_page(request, path: str) -> Page:
    """The page at this address as a visitor may see it; Http404 if there is none or if it is not public."""
    roots = Site.get_site_root_paths()
    if not roots:
        raise Http404
    root_path = roots[0].root_path
    page = route(request, look_around(root_path, steps(root_path, path)), path).page
    if page.get_view_restrictions():
        raise Http404
    return page


def components_of(path: str) -> list[str]:
    return [component for component in path.split("/") if component]


def steps(root_path: str, path: str) -> list[str]:
    """The tree paths from the home page down to the page at this address."""
    url_paths = [root_path]
    for component in components_of(path)[:DEEPEST]:
        url_paths.append(f"{url_paths[-1]}{component}/")
    return url_paths


def load(place: Place) -> Page:
    """The page as its own type, with the relations that its template needs joined in; one query."""
    found = loader(place.model)(place.pk)
    if not found:  # removed since its place was found
        raise Http404
    return found[0]


@cache
def loader(model: Any):
    """Finds a page of this type by its id."""

    @prepared
    def by_id(pk):
        return model.objects.select_related(*getattr(model, "joined_relations", ())).filter(pk=pk).order_by()

    return by_id
