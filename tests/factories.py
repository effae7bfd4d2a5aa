"""Pages, people and snippets for tests, each with no more than it needs. Parents are found, or made when missing."""

import datetime
import io

import factory
import wagtail_factories
from django.contrib.contenttypes.models import ContentType
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Page

from media import sizes
from media.layouts import CROPS, FIRST
from media.models import SiteImage
from pages.models import HomePage, InfoPage, Theme
from pages.models.theme import PageTheme
from people.models import Appearance, Municipality, Organisation, Person, Province
from portraits.models import PortraitIndexPage, PortraitPage
from programme.models import (
    Edition,
    ModulePage,
    NewsIndexPage,
    NewsPage,
    ProgrammePage,
    ResearchIndexPage,
    ResearchPage,
    Session,
)


def home() -> HomePage:
    """The home page that the migrations made."""
    return HomePage.objects.get()


def the_only(factory_class):
    """The section of that kind, made if there is none yet."""
    return lambda: factory_class._meta.model.objects.first() or factory_class()


class ThemeFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Thema {n}")
    slug = factory.Sequence(lambda n: f"thema-{n}")

    class Meta:
        model = Theme


class MunicipalityFactory(factory.django.DjangoModelFactory):
    code = factory.Sequence(lambda n: f"GM{n:04}")
    name = factory.Sequence(lambda n: f"Gemeente {n}")
    province = Province.UTRECHT

    class Meta:
        model = Municipality


class OrganisationFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Organisatie {n}")

    class Meta:
        model = Organisation


class PersonFactory(factory.django.DjangoModelFactory):
    given_name = "Anna"
    infix = "van der"
    family_name = factory.Sequence(lambda n: f"Berg{n}")

    class Meta:
        model = Person


class BasePageFactory(wagtail_factories.PageFactory):
    """A live page with a first publication date; `themes=[…]` links it to themes."""

    title = factory.Sequence(lambda n: f"Pagina {n}")
    parent = factory.LazyFunction(home)
    first_published_at = datetime.datetime(2024, 5, 28, 9, tzinfo=datetime.UTC)
    last_published_at = datetime.datetime(2024, 5, 28, 9, tzinfo=datetime.UTC)

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @factory.post_generation
    def themes(self, create, extracted, **kwargs):
        for theme in extracted or []:
            PageTheme.objects.create(page=self, theme=theme)


class InfoPageFactory(BasePageFactory):
    class Meta:
        model = InfoPage


class ProgrammePageFactory(BasePageFactory):
    title = "De leergang"
    slug = "leergang"
    show_in_menus = True

    class Meta:
        model = ProgrammePage


class ModulePageFactory(BasePageFactory):
    parent = factory.LazyFunction(the_only(ProgrammePageFactory))

    class Meta:
        model = ModulePage


class EditionFactory(factory.django.DjangoModelFactory):
    programme = factory.LazyFunction(the_only(ProgrammePageFactory))
    name = factory.Sequence(lambda n: f"Lichting {n}")
    slug = factory.Sequence(lambda n: f"lichting-{n}")
    start = datetime.date(2026, 9, 17)
    end = datetime.date(2028, 3, 30)

    class Meta:
        model = Edition


class SessionFactory(factory.django.DjangoModelFactory):
    module = factory.SubFactory(ModulePageFactory)
    edition = factory.SubFactory(EditionFactory)
    date = datetime.date(2026, 10, 8)

    class Meta:
        model = Session


class PortraitIndexPageFactory(BasePageFactory):
    title = "Portretten"
    slug = "portretten"
    show_in_menus = True

    class Meta:
        model = PortraitIndexPage


class PortraitPageFactory(BasePageFactory):
    """A portrait of `person`, who is made if not given."""

    parent = factory.LazyFunction(the_only(PortraitIndexPageFactory))
    date = datetime.date(2026, 10, 6)

    class Meta:
        model = PortraitPage

    @factory.post_generation
    def person(self, create, extracted, **kwargs):
        person = extracted or PersonFactory()
        Appearance.objects.create(page=self, person=person, role=Appearance.Role.PORTRAYED)

    @factory.post_generation
    def modules(self, create, extracted, **kwargs):
        if extracted:
            self.modules = extracted
            self.save()


class ResearchIndexPageFactory(BasePageFactory):
    title = "Onderzoek"
    slug = "onderzoek"
    show_in_menus = True

    class Meta:
        model = ResearchIndexPage


class ResearchPageFactory(BasePageFactory):
    parent = factory.LazyFunction(the_only(ResearchIndexPageFactory))
    year = 2024

    class Meta:
        model = ResearchPage


class NewsIndexPageFactory(BasePageFactory):
    title = "Nieuws"
    slug = "nieuws"
    show_in_menus = True

    class Meta:
        model = NewsIndexPage


class NewsPageFactory(BasePageFactory):
    parent = factory.LazyFunction(the_only(NewsIndexPageFactory))
    date = datetime.date(2024, 5, 28)

    class Meta:
        model = NewsPage


def make_image(
    title: str = "Een foto", size: tuple[int, int] = (1500, 1200), colour: str = "#1F4B99", has_sizes: bool = False
) -> SiteImage:
    """A picture in the library, of one colour; with the 800 pixels that the intake makes, or with all sizes."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, "JPEG")
    file.seek(0)
    image = SiteImage.objects.create(title=title, file=ImageFile(file, name="foto.jpg"))
    sizes.make(image, CROPS.values() if has_sizes else [FIRST])
    return image


def many(parent, model, count: int, **fields) -> None:
    """That many live pages of the model below the parent, in a few statements; for tests of how cost grows."""
    first = parent.numchild + 1
    content_type = ContentType.objects.get_for_model(model)
    rows = [
        Page(
            title=f"{model.__name__} {number}",
            draft_title=f"{model.__name__} {number}",
            slug=f"nummer-{number}",
            path=Page._get_path(parent.path, parent.depth + 1, number),
            depth=parent.depth + 1,
            url_path=f"{parent.url_path}nummer-{number}/",
            content_type=content_type,
            locale=parent.locale,
            live=True,
            first_published_at=BasePageFactory.first_published_at,
            last_published_at=BasePageFactory.last_published_at,
        )
        for number in range(first, first + count)
    ]
    for page in Page.objects.bulk_create(rows):
        model(page_ptr_id=page.pk, **fields).save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + count)
    parent.refresh_from_db()
