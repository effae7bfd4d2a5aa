"""What stands around the demo's sections: home page, themes, pages about the site itself, settings and redirects."""

from wagtail.contrib.redirects.models import Redirect

from editing.demo.demo_site import OPENED, DemoSite, nine_o_clock
from editing.demo.texts import read
from pages.models import InfoPage, SiteOrganisation, SiteSettings, Theme
from people.models import Organisation

INFO_PAGES = ("over-de-leergang", "contact", "privacy", "toegankelijkheid", "colofon")
# Where links to the page that this site replaces may still point.
OLD_ADDRESSES = {
    "/leergang-digitaal-leiderschap": "leergang",
    "/portretten-digitaal-leiderschap": "portretten",
    "/onderzoek-digitaal-leiderschap": "onderzoek",
}


def load_themes(demo: DemoSite) -> None:
    for theme in read("site/themes")["theme"]:
        demo.themes[theme["slug"]] = Theme.objects.create(**{**theme, "synonyms": ", ".join(theme["synonyms"])})


def load_home(demo: DemoSite) -> None:
    text, home = read("site/home"), demo.home
    for field in (
        *("title", "heading", "lead", "search_description", "intro_heading", "portraits_heading", "portraits_text"),
        *("research_heading", "research_text", "news_heading", "organisations_heading", "organisations_text"),
    ):
        setattr(home, field, text[field])
    home.draft_title = home.title
    home.first_published_at = home.last_published_at = home.latest_revision_created_at = nine_o_clock(OPENED)
    home.image = demo.images["scene:gemeentehuis"]
    home.save()
    demo.bodies.append((home, text))


def load_info_pages(demo: DemoSite) -> None:
    for slug in INFO_PAGES:
        is_about = slug == "over-de-leergang"
        # Nobody who has read an interview goes on with the privacy statement.
        page = InfoPage(slug=slug, show_in_menus=is_about, never_suggested=not is_about)
        demo.add(demo.home, page, read(f"site/info-{slug}"), OPENED)


def load_settings() -> None:
    settings = SiteSettings.load()
    settings.tagline = "Voor gemeentesecretarissen die de inwoner vooropzetten"
    settings.footer_text = "Deze site is een voorbeeld. De leergang en de organisaties bestaan; de mensen, gesprekken en cijfers zijn verzonnen."
    settings.contact_email = "leergang@voorbeeld.nl"
    organisations = [
        Organisation.objects.create(**{key: value for key, value in organisation.items() if key != "slug"})
        for organisation in read("site/organisations")["organisation"]
    ]
    settings.organisations = [
        SiteOrganisation(organisation=organisation, sort_order=place)
        for place, organisation in enumerate(organisations)
    ]
    settings.save()


def load_redirects(demo: DemoSite) -> None:
    for address, slug in OLD_ADDRESSES.items():
        Redirect.objects.create(
            old_path=Redirect.normalise_path(address), redirect_page=demo.pages[slug], is_permanent=True
        )
