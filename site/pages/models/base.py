import math
import re
from functools import cached_property
from http import HTTPMethod

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import DEFERRED
from django.utils import timezone
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from media.alt_text import MAX_LENGTH
from media.cards.share import Subject
from media.layouts import LYING, THUMB, Crop
from pages.addresses import AddressedCopyForm, is_reserved, refusal
from pages.blocks import BodyBlock
from pages.children import children
from pages.faceting import Facet
from pages.forms import PageForm
from pages.lasting_rows import LastingRowsPanel
from pages.permissions import PermissionTester
from pages.related_panel import related_tab
from pages.visit import Place, address_of, current_visit

WORDS_PER_MINUTE = (
    220  # silent reading of Dutch non-fiction: Brysbaert (2019) finds some 240 for English, Dutch a little less
)
WORD = re.compile(r"[^\W\d_]+")
MARKUP = re.compile(r"<[^>]+>")
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")  # the direction of what follows, also of what is not ours
STACKED = re.compile(r"([\u0300-\u036f]{3})[\u0300-\u036f]+")  # no language puts more marks on one letter

OPEN_GRAPH_TYPES = {"NewsArticle": "article", "ScholarlyArticle": "article", "ProfilePage": "profile"}
THEME_FACET = Facet("thema", "Thema", "theme_links__theme__slug", "theme_links__theme__name")


class BasePage(Page):
    """What every page of the site has: a lead, a picture, a body, and what it is about."""

    lead = models.TextField(
        "inleiding",
        blank=True,
        max_length=400,
        help_text="Twee of drie zinnen die zeggen waar de pagina over gaat. Ze staan boven de tekst en in overzichten.",
    )
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="foto",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        "beschrijving van de foto",
        max_length=MAX_LENGTH,
        blank=True,
        help_text="Voor wie de foto niet ziet: wat staat erop dat hier van belang is? Begin niet met ‘foto van’.",
    )
    image_is_decorative = models.BooleanField(
        "alleen versiering",
        default=False,
        help_text="De foto zegt niets wat niet ook in de tekst staat. Een voorleesprogramma slaat hem dan over.",
    )
    body = StreamField(BodyBlock(), verbose_name="tekst", blank=True)
    not_in_search = models.BooleanField(
        "niet in zoeken",
        default=False,
        help_text="De pagina blijft gewoon bereikbaar, maar staat niet tussen de zoekresultaten van deze site.",
    )
    never_suggested = models.BooleanField(
        "nergens voorstellen",
        default=False,
        help_text="De pagina verschijnt niet onder andere pagina's bij ‘Misschien vindt u dit ook interessant’.",
    )

    class Meta:
        abstract = True

    base_form_class = PageForm
    copy_form_class = AddressedCopyForm

    # A page is read; nothing is ever sent to it.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    # Joined in when a visitor asks for the page, so that they cost no query of their own.
    joined_relations: tuple[str, ...] = ("image",)
    # What a teaser of this type shows besides title, lead and picture.
    teaser_relations: tuple[str, ...] = ("image",)
    teaser_columns: tuple[str, ...] = ()
    facet_declarations: tuple[Facet, ...] = (THEME_FACET,)
    # The relation to people of whom the page has no more than their name.
    named_people = ""
    schema_type = "WebPage"
    picture_crops: tuple[Crop, ...] = (LYING, THUMB)  # in which it is seen here, in lists and when searching
    shows_person = False  # the picture is of somebody, and is never cut to the shape of a landscape
    # Whether ‘Misschien vindt u dit ook interessant’ stands below it, and its editor has the tab for that.
    shows_related = False
    # Whether its date means something to a reader; that of a module does not.
    is_dated = True

    alt_panels = [FieldPanel("image_alt"), FieldPanel("image_is_decorative")]
    image_panel = MultiFieldPanel([FieldPanel("image"), *alt_panels], heading="Foto")
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("not_in_search"), FieldPanel("never_suggested")], heading="Op deze site"),
    ]
    content_panels = [*Page.content_panels, FieldPanel("lead"), image_panel, FieldPanel("body")]
    about_panels: list[Panel] = [
        LastingRowsPanel("theme_links", heading="Thema's", label="Thema", max_num=4),
        LastingRowsPanel("appearances", heading="Personen op deze pagina", label="Persoon"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]

    def permissions_for_user(self, user):
        return PermissionTester(user, self)

    def clean(self):
        super().clean()
        for field in ("title", "lead"):
            setattr(self, field, without_controls(getattr(self, field)))
        if self.depth and is_reserved(self.slug, self.depth - 1):
            raise ValidationError({"slug": refusal(self.slug)})

    @property
    def alt_text(self) -> str:
        """What a screen reader says of the page's picture; nothing of decoration."""
        return "" if self.image_is_decorative else self.image_alt

    def get_view_restrictions(self):
        """Restrictions on this page or an ancestor; the trail of routing already knows if there are any."""
        trail = getattr(self, "trail", None)
        if trail and not any(page.is_restricted or page.alias_of_id for page in trail):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def get_url_parts(self, request=None):
        """As Wagtail's, but without asking the URL resolver for what the page's path already says."""
        roots = self._get_site_root_paths(request)
        if len(roots) != 1:
            return super().get_url_parts(request)
        root = roots[0]
        if not self.url_path.startswith(root.root_path):
            return None
        return root.site_id, root.root_url, f"/{self.url_path[len(root.root_path) :]}"

    @property
    def url(self):
        """The address of the page; while a visitor waits, without looking up once more where the site begins."""
        return address_of(self.url_path) if current_visit() else self.get_url()

    @classmethod
    def from_db(cls, db, field_names, values):
        """As Django's. A row holds no children, so ClusterableModel need not look for them among the arguments.

        That search takes longer than all the rest, for each of the thirty pages that a page shows.
        """
        if len(values) != len(cls._meta.concrete_fields):
            found = dict(zip(field_names, values, strict=True))
            values = [found.get(field.attname, DEFERRED) for field in cls._meta.concrete_fields]
        page = cls.__new__(cls)
        models.Model.__init__(page, *values)
        page._state.adding = False
        page._state.db = db
        return page

    def facets(self) -> dict[str, set[tuple[str, str]]]:
        """What this page is about: for every facet that it has, the set of (value, label); from memory, drafts too."""
        found = {facet.key: facet.of(self) for facet in self.facet_declarations}
        return {key: values for key, values in found.items() if values}

    @cached_property
    def themes(self) -> list:
        """The themes in the editor's order."""
        return [link.theme for link in children(self, "theme_links", "theme")]

    @cached_property
    def people_here(self) -> list:
        """The appearances of people on this page in the editor's order, with their persons."""
        return children(self, "appearances", "person")

    @property
    def breadcrumbs(self) -> list[Page] | list[Place]:
        """The ancestors from the home page down: known from routing, else (a preview) looked up."""
        if trail := getattr(self, "trail", None):
            return trail[:-1]
        return list(self.get_ancestors().filter(depth__gte=2))

    @property
    def section(self) -> Page | Place | None:
        """The section that this page lies in; None for the home page and for a section itself."""
        trail = self.breadcrumbs
        return trail[1] if len(trail) > 1 else None

    @cached_property
    def reading_time(self) -> int:
        """Minutes to read lead and body, at least 1."""
        text = " ".join([self.lead, *words_of(self.body.raw_data)]) if self.body else self.lead
        return max(1, math.ceil(len(WORD.findall(MARKUP.sub(" ", text))) / WORDS_PER_MINUTE))

    @property
    def published_on(self):
        """The day a reader may call this page's date; None for a draft that was never published."""
        return timezone.localdate(self.first_published_at) if self.first_published_at else None

    @property
    def changed_on(self):
        """The day of the last change, if that is a later day than that of publication; else None."""
        if not self.last_published_at or not self.first_published_at or not self.published_on:
            return None
        changed = timezone.localdate(self.last_published_at)
        return changed if changed > max(timezone.localdate(self.first_published_at), self.published_on) else None

    @property
    def stated_year(self) -> int | None:
        """The year that a teaser gives in the place of a date; only research has one."""
        return None

    @property
    def kind(self) -> str:
        """What this page is, in a word for the reader: Portret, Onderzoek, Nieuws."""
        return str(self._meta.verbose_name).capitalize()

    @property
    def open_graph_type(self) -> str:
        """What other sites call a page of this kind."""
        return OPEN_GRAPH_TYPES.get(self.schema_type, "website")

    @property
    def description(self) -> str:
        """What search engines and shared links show below the title."""
        return self.search_description or self.lead

    def share_subject(self, site_settings) -> Subject:
        """What the card says that other sites show with a link to this page."""
        return Subject(site_settings.site_name, self.title, self.kind)

    def share_image(self, site_settings):
        """The picture on that card, or None."""
        return self.image or site_settings.share_image


def without_controls(text: str) -> str:
    """The text without characters that have no shape, or that reach outside it.

    Some programs paste the first, and feeds and agendas forbid them. Of the others a line is written backwards, or
    marks are heaped over the lines above.
    """
    return STACKED.sub(r"\1", TURNS.sub("", CONTROLS.sub(" ", text)))


def words_of(raw_data) -> list[str]:
    """All texts in the stored form of a body; keys, types and ids are left out."""
    texts: list[str] = []
    waiting = [block["value"] for block in raw_data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            texts.append(item)
        elif isinstance(item, dict):
            waiting.extend(item["value"] if {"type", "value"} <= item.keys() else item.values())
        elif isinstance(item, list):
            waiting.extend(item)
    return texts


def page_tabs(
    content: list[Panel],
    about: list[Panel],
    extra: tuple[ObjectList, ...] = (),
    heading: str = "Inhoud",
    related: bool = False,
) -> TabbedInterface:
    """The editor's tabs by task: what it says, what it is about, how it is found, when it is published."""
    return TabbedInterface(
        [
            ObjectList(content, heading=heading),
            *extra,
            ObjectList(about, heading="Indeling"),
            *([related_tab()] if related else []),
            ObjectList(BasePage.promote_panels, heading="Vindbaarheid"),
            ObjectList([PublishingPanel(), CommentPanel()], heading="Publicatie"),
        ]
    )
