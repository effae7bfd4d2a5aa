"""What editors put above the results of a search."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.search.utils import normalise_query_string

from search.results import load
from search.text.excerpts import Segment, mark
from search.text.matches import Sought

MOST = 3


@dataclass(frozen=True)
class Promotion:
    """A page of the site, or an address elsewhere, that editors recommend for this search."""

    title: Sequence[Segment]
    url: str
    text: str
    kind: str
    page_id: int | None = None


def promoted(query: str, sought: Collection[Sought] = ()) -> list[Promotion]:
    """The promotions for exactly this search, in the editors' order; only of pages that a visitor may see."""
    wanted = normalise_query_string(query)
    picks = (
        list(SearchPromotion.objects.filter(query__query_string=wanted).order_by("sort_order", "pk")) if wanted else []
    )
    pages = {page.pk: page for page in load(pick.page_id for pick in picks if pick.page_id)} if picks else {}
    found = []
    for pick in picks:
        if page := pages.get(pick.page_id):
            text = pick.description or page.lead
            found.append(Promotion(mark(page.title, sought), page.url, text, page.kind, page.pk))
        elif pick.page_id is None and pick.external_link_url:
            title = mark(pick.external_link_text or pick.external_link_url, sought)
            found.append(Promotion(title, pick.external_link_url, pick.description, "Andere site"))
    return found[:MOST]
