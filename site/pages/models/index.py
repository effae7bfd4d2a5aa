from django.core.paginator import InvalidPage, Paginator
from django.db import models
from django.http import Http404
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from media.cards.share import Subject
from pages.faceting import Facet, Filters
from pages.models.base import BasePage, page_tabs
from pages.teasers import as_teasers
from pages.visibility import visible


class IndexPage(BasePage):
    """A section that lists its pages with filters: portraits, research, news. State lives in the address."""

    empty_text = models.CharField(
        "tekst als er niets is",
        max_length=250,
        blank=True,
        help_text="Wat een bezoeker leest zolang hier nog niets staat.",
    )

    class Meta:
        abstract = True

    # Each section says what it lists, in which order, and by what it can be filtered.
    item_model: type[Page]
    item_order: tuple[str, ...]
    item_prefetches: tuple[str, ...] = ()
    filter_facets: tuple[Facet, ...]
    show_in_menus_default = True
    page_size = 12
    item_name = ("pagina", "pagina's")

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("empty_text")]
    edit_handler = page_tabs(content=content_panels, about=BasePage.about_panels)

    def items(self):
        """The visible pages of this section, in its order."""
        return visible(self.item_model).child_of(self).order_by(*self.item_order)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        items = self.items()
        filters = Filters(self.filter_facets, items, request.GET)
        matching = filters.matching()
        shown = items if matching is None else items.filter(pk__in=matching)
        page_of_items = paginate(
            as_teasers(shown).prefetch_related(*self.item_prefetches),
            self.page_size,
            request.GET.get("pagina"),
        )
        paginator = page_of_items.paginator
        context.update(
            filters=filters,
            items=page_of_items,
            total=paginator.count,
            item_name=self.item_name[0] if paginator.count == 1 else self.item_name[1],
            page_numbers=list(paginator.get_elided_page_range(page_of_items.number, on_each_side=1, on_ends=1)),
        )
        return context

    def share_subject(self, site_settings) -> Subject:
        return Subject(site_settings.site_name, self.title)


def paginate(items, size: int, number: str | None):
    """One page of the items; Http404 for a number that is not one of the pages."""
    paginator = Paginator(items, size)
    if number is not None and not (number.isascii() and number.isdigit() and len(number) < 7):
        raise Http404("Deze bladzijde bestaat niet.")
    try:
        return paginator.page(number or 1)
    except InvalidPage as error:
        raise Http404("Deze bladzijde bestaat niet.") from error
