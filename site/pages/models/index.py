from django.core.paginator import InvalidPage, Paginator
from django.db import models
from django.http import Http404
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from media.cards.share import Subject
from pages.faceting import Facet, Filters, rows_of
from pages.models.base import BasePage, page_tabs
from pages.prepared import prepared
from pages.teasers import as_teasers
from pages.visibility import visible
from pages.visit import room_below


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

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        place = room_below(self.path) if self.path else ("", "", 0)  # a preview of one that was never saved is empty
        filters = Filters(self.filter_facets, facet_rows(*place, section=type(self)), request.GET)
        matching = filters.matching()
        ids = [pk for (pk,) in ids_in_order(*place, section=type(self)) if matching is None or pk in matching]
        page_of_items = paginate(ids, self.page_size, request.GET.get("pagina"))
        found = {item.pk: item for item in teasers_of(list(page_of_items.object_list), section=type(self))}
        page_of_items.object_list = [found[pk] for pk in page_of_items.object_list if pk in found]
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


@prepared
def facet_rows(first_path, last_path, depth, *, section: type[IndexPage]):
    return rows_of(section.filter_facets, items_between(first_path, last_path, depth, section))


@prepared
def ids_in_order(first_path, last_path, depth, *, section: type[IndexPage]):
    items = items_between(first_path, last_path, depth, section)
    return items.order_by(*section.item_order).values_list("pk")


@prepared
def teasers_of(ids, *, section: type[IndexPage]):
    return as_teasers(section.item_model.objects.filter(pk__in=ids)).prefetch_related(*section.item_prefetches)


def items_between(first_path, last_path, depth, section: type[IndexPage]):
    """The visible pages of a section, found by their place in the tree."""
    return visible(section.item_model).filter(path__range=(first_path, last_path), depth=depth)


def paginate(items, size: int, number: str | None):
    """One page of the items; Http404 for a number that is not one of the pages."""
    paginator = Paginator(items, size)
    if number is not None and not (number.isascii() and number.isdigit() and len(number) < 7):
        raise Http404("Deze bladzijde bestaat niet.")
    try:
        return paginator.page(number or 1)
    except InvalidPage as error:
        raise Http404("Deze bladzijde bestaat niet.") from error
