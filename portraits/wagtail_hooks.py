"""Portraits in the staff's menu, and the way from a portrait to its quote cards."""

from django.db.models import Prefetch, Q
from django.forms import RadioSelect
from django.urls import path, reverse
from django_filters.filters import ChoiceFilter
from wagtail import hooks
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.widgets import Button

from media.models import SiteImage
from pages.listings import DayColumn, SectionFilterSet, SectionIndexView, SectionListing, section_columns
from people.finding import words_of
from people.models import Appearance, Municipality, Person, Province
from portraits.models import PortraitPage
from portraits.quote_views import TITLE, choose_quote, quote_card_file
from programme.filters import ModuleFilter
from programme.models import Edition

THUMBNAIL = "max-165x165"  # the size that Wagtail's own list of pictures uses, so it is there already


def edition_choices() -> list[tuple[int, str]]:
    """Editions by id, newest first."""
    return list(Edition.objects.values_list("pk", "name"))


def municipality_choices() -> list[tuple[int, str]]:
    """By id, the municipalities that have a portrait."""
    portrayed_there = PortraitPage.objects.values("municipality")
    return list(Municipality.objects.filter(pk__in=portrayed_there).values_list("pk", "name"))


class PortraitFilterSet(SectionFilterSet):
    edition = ChoiceFilter(label="Lichting", choices=edition_choices, empty_label="Alle", widget=RadioSelect)
    province = ChoiceFilter(
        field_name="municipality__province", label="Provincie", choices=Province.choices, empty_label="Alle"
    )
    municipality = ChoiceFilter(label="Gemeente", choices=municipality_choices, empty_label="Alle")
    module = ModuleFilter()


class PhotoColumn(BaseColumn):
    cell_template_name = "portraits/listed_photo.html"


class PortraitIndexView(SectionIndexView):
    def having(self, word: str) -> Q:
        """Also by the names of everybody on the page."""
        people = Person.objects.find(word).values("appearances__page") if words_of(word) else []
        return super().having(word) | Q(pk__in=people)


def portrayed(page: PortraitPage) -> str:
    """The name of the portrayed person from what was fetched with the list; empty if there is none yet."""
    seen_here = page.appearances.all()
    return next((str(seen.person) for seen in seen_here if seen.role == Appearance.Role.PORTRAYED), "")


class PortraitListing(SectionListing):
    name = "portretten"
    model = PortraitPage
    icon = "user"
    menu_label = "Portretten"
    menu_order = 110
    ordering = "-date"
    index_view_class = PortraitIndexView
    filterset_class = PortraitFilterSet
    item_prefetches = (
        "municipality",
        "edition",
        "appearances__person",
        Prefetch("image", queryset=SiteImage.objects.prefetch_renditions(THUMBNAIL)),
    )
    columns = section_columns(
        PhotoColumn("photo", label="Foto", width="5rem"),
        Column("person", label="Persoon", accessor=portrayed),
        Column("municipality", label="Gemeente", sort_key="municipality__name"),
        Column("edition", label="Lichting", sort_key="edition__start"),
        DayColumn("date", label="Gesprek", sort_key="date", width="10%"),
    )


@hooks.register("register_admin_viewset")
def register_lists():
    return PortraitListing()


@hooks.register("register_admin_urls")
def quote_card_addresses():
    return [
        path("portretten/<int:page_id>/citaatkaarten/", choose_quote, name="quote_cards"),
        path("portretten/<int:page_id>/citaatkaarten/<slug:format_key>.png", quote_card_file, name="quote_card"),
    ]


@hooks.register("register_page_header_buttons")
def quote_cards_of_this_page(page, user, view_name, next_url=None):
    return quote_cards_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def quote_cards_of_a_listed_page(page, user, next_url=None):
    return quote_cards_button(page, user)


def quote_cards_button(page, user):
    """For a published portrait that this person may change."""
    is_portrait = issubclass(page.specific_class or object, PortraitPage)
    if is_portrait and page.live and page.permissions_for_user(user).can_edit():
        yield Button(TITLE, reverse("quote_cards", args=[page.pk]), icon_name="openquote", priority=55)
