"""The demo: holds the facts, is the same every time, works on every page, and keeps off other people's databases."""

import io
import re

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings
from django.utils.html import strip_tags
from wagtail.models import Page, ReferenceIndex

from editing.demo import drawing, frame
from editing.demo.prints import draw_jpeg
from media.models import SiteImage
from pages.faceting import Filters
from pages.models import BasePage, SiteSettings
from pages.models.base import words_of
from pages.visibility import visible
from people.models import Municipality, Person
from portraits.models import PortraitPage
from programme.models import Edition, ModulePage, NewsPage, ProgrammePage, ResearchPage
from tests import factories


def call(*args) -> str:
    out = io.StringIO()
    call_command(*args, stdout=out)
    return out.getvalue()


def text_of(page: BasePage) -> str:
    return " ".join(strip_tags(text) for text in words_of(page.body.raw_data))


@pytest.mark.slow
class TestDemo(TestCase):
    """Loaded once, for all of these tests."""

    @classmethod
    def setUpTestData(cls):
        import tempfile

        cls.enterClassContext(override_settings(MEDIA_ROOT=cls.enterClassContext(tempfile.TemporaryDirectory())))
        call("demo")
        call("renditions")
        call("related")  # as the worker does; else every view below compares its page anew

    def test_the_facts_of_the_replaced_page(self):
        assert [module.title for module in ModulePage.objects.order_by("path")] == [
            "De gemeentesecretaris in zijn of haar context",
            "Samenwerking en netwerken",
            "Leiderschap aan de organisatie",
            "(Politiek-)bestuurlijk adviseren",
            "Keuzemodule en afsluiting",
        ]
        old, new = Edition.objects.order_by("start")
        assert (old.end.isoformat()[:7], new.end.year) == ("2022-03", 2028)
        names = [link.organisation.name for link in SiteSettings.load().organisations.all()]
        assert names == ["A&O fonds Gemeenten", "Vereniging van Gemeentesecretarissen"]
        assert all(
            module.sessions.filter(edition=edition).exists()
            for module in ModulePage.objects.all()
            for edition in (old, new)
        )

    def test_the_real_researcher_is_a_name_and_nothing_else(self):
        research = ResearchPage.objects.get(year=2021)
        assert [author.full_name for author in research.authors] == ["Martiene Branderhorst"]
        assert not Person.objects.filter(family_name__icontains="Branderhorst").exists()
        assert not any(block.block_type in ("quote", "pull_quote", "question_answer") for block in research.body)

    def test_as_many_and_as_varied_as_promised(self):
        portraits = PortraitPage.objects.select_related("municipality")
        assert portraits.count() >= 18
        assert len({portrait.municipality.province for portrait in portraits}) >= 10
        assert ResearchPage.objects.count() >= 8 and NewsPage.objects.count() >= 20
        assert Municipality.objects.count() == 342
        texts = {text_of(portrait) for portrait in portraits}
        assert len(texts) == portraits.count()
        for portrait in portraits:
            answers = [block.value["answer"].source for block in portrait.body if block.block_type == "question_answer"]
            assert len(strip_tags(" ".join(answers)).split()) >= 400, portrait.title
            assert "bestaat niet" in text_of(portrait), portrait.title
            assert portrait.person.full_name == portrait.title
            assert portrait.image and portrait.image_alt

    def test_reports_can_be_downloaded(self):
        reports = [page for page in ResearchPage.objects.select_related("document") if page.document]
        assert len(reports) == 3
        for page in reports:
            assert page.document.url in self.client.get(page.url).content.decode()
            response = self.client.get(page.document.url)
            assert b"".join(response.streaming_content).startswith(b"%PDF")
            assert "attachment" in response["Content-Disposition"]

    def test_articles_refer_to_each_other(self):
        for model in (ResearchPage, NewsPage):
            for page in model.objects.all():
                links = ReferenceIndex.get_references_for_object(page).filter(to_content_type__model="page")
                assert re.search(r'linktype="page"', str(page.body.raw_data)) or links.exists(), page.title

    def test_every_page_answers_and_has_one_heading_and_a_description(self):
        for page in Page.objects.filter(depth__gt=1).specific():
            response = self.client.get(page.url)
            content = response.content.decode()
            assert response.status_code == 200, page.url
            assert len(re.findall(r"<h1[\s>]", content)) == 1, page.url
            assert page.description and page.search_description, page.url
            assert "set-cookie" not in {name.lower() for name in response.headers}, page.url

    def test_every_internal_link_leads_somewhere(self):
        seen = {}
        for page in Page.objects.filter(depth__gt=1):
            content = self.client.get(page.url).content.decode()
            for address in set(re.findall(r'(?:href|src)="(/[^"#]*)', content)):
                if address not in seen and not address.startswith("/static/"):
                    response = self.client.get(address.replace("&amp;", "&"))
                    seen[address] = response.status_code
                    # Read to its end, a file closes itself; closing it here would close the database's connection too.
                    assert response.getvalue() or response.status_code != 200
        assert {address: status for address, status in seen.items() if status != 200} == {}

    def test_every_picture_of_every_page_has_its_sizes(self):
        for page in Page.objects.filter(depth__gt=1):
            pictures = re.findall("<picture.*?</picture>", self.client.get(page.url).content.decode())
            assert [picture for picture in pictures if "image/avif" not in picture] == [], page.url

    def test_facets_in_memory_and_in_the_database_agree(self):
        for model in (PortraitPage, ResearchPage, NewsPage, ModulePage):
            filters = Filters(model.facet_declarations, visible(model), {})
            for page in model.objects.all():
                in_database = {
                    key: {(value, filters.labels[key, value]) for value, pages in values.items() if page.pk in pages}
                    for key, values in filters.pages_by_value.items()
                }
                assert page.facets() == {key: values for key, values in in_database.items() if values}

    def test_a_second_time_changes_nothing(self):
        before = self.rows()
        assert "niets veranderd" in call("demo")
        assert self.rows() == before

    def rows(self):
        return [
            list(model.objects.order_by("pk").values())
            for model in (Page, PortraitPage, ResearchPage, NewsPage, ProgrammePage, Person, SiteImage)
        ]

    def test_still_loaded_after_an_editor_changed_it(self):
        factories.NewsPageFactory(parent=Page.objects.get(slug="nieuws"), title="Zelf geschreven")
        assert "niets veranderd" in call("demo")

    def test_old_addresses_lead_to_the_new_pages(self):
        for address in frame.OLD_ADDRESSES:
            response = self.client.get(address)
            assert response.status_code == 301
            assert self.client.get(response["Location"]).status_code == 200


@pytest.mark.django_db
def test_a_database_with_other_pages_is_refused():
    factories.InfoPageFactory()
    with pytest.raises(CommandError, match="al andere pagina's"):
        call("demo")
    assert not PortraitPage.objects.exists() and not Person.objects.exists()


@pytest.mark.parametrize("name", ["portrait:bas-hoekstra", "scene:polder"])
def test_a_drawing_is_the_same_every_time(name):
    assert draw_jpeg(name) == draw_jpeg(name)


def test_every_portrait_and_scene_can_be_drawn_and_is_described():
    for slug, portrait in drawing.PORTRAITS.items():
        image = drawing.draw_portrait(slug)
        assert image.size == (1200, 1500) and len(portrait.alt) > 30
    for name, scene in drawing.SCENES.items():
        image = drawing.draw_scene(name)
        assert image.size == (1800, 1200) and len(scene.alt) > 30 and scene.title
