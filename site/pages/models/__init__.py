from pages.models.base import BasePage
from pages.models.home import HomePage
from pages.models.index import IndexPage
from pages.models.info import InfoPage
from pages.models.related import RelatedPin, RelatedRefusal
from pages.models.settings import SiteOrganisation, SiteSettings
from pages.models.theme import PageTheme, Theme

__all__ = [
    "BasePage",
    "HomePage",
    "IndexPage",
    "InfoPage",
    "PageTheme",
    "RelatedPin",
    "RelatedRefusal",
    "SiteOrganisation",
    "SiteSettings",
    "Theme",
]
