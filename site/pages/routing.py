"""From an address to its page in two queries, however deep the page is.

Wagtail walks down the tree with two queries for every step. Here one query brings the whole trail (the page and its
ancestors, with whether access to one of them is restricted) and a second the page itself with its relations.
"""

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponsePermanentRedirect
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from pages.visibility import closed_branches_looked_up_once

# What breadcrumbs and the checks on the way need of a page; the other columns would cost more than the query.
TRAIL_COLUMNS = ("title", "url_path", "path", "depth", "live", "content_type", "alias_of", "locale")


def serve(request, path: str):
    """Answers for every page of the site; takes the place of Wagtail's own view under the same name."""
    roots = Site.get_site_root_paths()
    if len(roots) == 1:
        try:
            request._wagtail_route_for_request = route(request, roots[0].root_path, path)
        except Http404:
            lowered = path.lower()
            if path == lowered or not is_known(roots[0].root_path, lowered):
                raise
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(f"/{lowered}{'?' if query else ''}{query}")
    with closed_branches_looked_up_once():
        response = wagtail_serve(request, path)
        # Rendered here and not by Django later, for the template asks most of the questions.
        return response.render() if hasattr(response, "render") else response


def route(request, root_path: str, path: str) -> RouteResult:
    """The page at this address and what is left of the path for it; Http404 if there is none."""
    components = [component for component in path.split("/") if component]
    trail = find_trail(root_path, components)
    if not trail or not all(page.live for page in trail):
        raise Http404
    page = load(trail[-1])
    page.trail = trail
    return page.route(request, components[len(trail) - 1 :])


def is_known(root_path: str, path: str) -> bool:
    """Whether a page has exactly this address."""
    components = [component for component in path.split("/") if component]
    return len(find_trail(root_path, components)) == len(components) + 1


def public_page(request, path: str) -> Page:
    """The page at this address as a visitor may see it; Http404 if there is none or if it is not public."""
    roots = Site.get_site_root_paths()
    if not roots:
        raise Http404
    page = route(request, roots[0].root_path, path).page
    if page.get_view_restrictions():
        raise Http404
    return page


def find_trail(root_path: str, components: list[str]) -> list[Page]:
    """The pages from the home page down to the deepest that the path names, unbroken; one query."""
    url_paths = [root_path]
    for component in components[:10]:
        url_paths.append(f"{url_paths[-1]}{component}/")
    restricted = Exists(PageViewRestriction.objects.filter(page=OuterRef("pk")))
    pages = Page.objects.filter(url_path__in=url_paths).only(*TRAIL_COLUMNS).annotate(is_restricted=restricted)
    found = {page.url_path: page for page in pages}
    trail = []
    for url_path in url_paths:
        if url_path not in found:
            break
        trail.append(found[url_path])
    return trail


def load(page: Page) -> Page:
    """The page as its own type, with the relations that its template needs joined in; one query."""
    model = page.specific_class
    relations = getattr(model, "joined_relations", ())
    return model.objects.select_related(*relations).get(pk=page.pk)
