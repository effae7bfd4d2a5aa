"""Whatever editors do, in whatever order: the index has exactly the pages that a visitor may see, as they are now."""

import io
import random

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction

from factories import InfoPageFactory, NewsPageFactory, PersonFactory, ThemeFactory, home
from pages.models import BasePage
from people.models import Appearance
from search.models import IndexedPage, Posting
from search.rebuilding import findable_ids, rebuild
from working import work

pytestmark = pytest.mark.django_db


class Editor:
    """Does something to a page, any page, as the admin would."""

    def __init__(self, seed: int):
        self.chance = random.Random(seed)
        self.themes = [ThemeFactory(name=f"Thema {n}", slug=f"thema-{n}") for n in range(2)]
        self.people = [PersonFactory() for _ in range(2)]

    def page(self) -> BasePage:
        pages = Page.objects.filter(depth__gt=2).order_by("pk")
        return self.chance.choice(list(pages)).specific

    def words(self) -> str:
        return " ".join(self.chance.sample(["ringvaart", "trekvaart", "boot", "brug", "sluis", "kade"], 3))

    def act(self) -> None:
        ways = [self.write, self.hide, self.show, self.close, self.move, self.remove, self.copy, self.rename]
        self.chance.choice([*ways, self.name_somebody, self.take_out])()

    def write(self) -> None:
        page = self.page()
        page.title = self.words()
        page.theme_links.set([])
        page.save_revision().publish()

    def hide(self) -> None:
        self.page().unpublish()

    def show(self) -> None:
        self.page().save_revision().publish()

    def close(self) -> None:
        page = self.page()
        if not PageViewRestriction.objects.filter(page=page).delete()[0]:
            PageViewRestriction.objects.create(page=page, restriction_type="login")

    def move(self) -> None:
        page, target = self.page(), self.page()
        if isinstance(target, type(home().specific)) or not type(page).can_create_at(target):
            return
        if target.pk != page.pk and not target.is_descendant_of(page) and page.can_move_to(target):
            page.slug = f"{page.slug}-{self.chance.randrange(10**6)}"
            page.save()
            Page.objects.get(pk=page.pk).move(Page.objects.get(pk=target.pk), pos="last-child")

    def remove(self) -> None:
        if Page.objects.filter(depth__gt=2).count() > 6:
            self.page().delete()

    def copy(self) -> None:
        page = self.page()
        page.copy(update_attrs={"slug": f"kopie-{self.chance.randrange(10**6)}"}, keep_live=self.chance.random() < 0.5)

    def rename(self) -> None:
        named = self.chance.choice([*self.themes, *self.people])
        setattr(named, "family_name" if hasattr(named, "family_name") else "name", self.words())
        named.save()

    def name_somebody(self) -> None:
        Appearance.objects.create(page=self.page(), person=self.chance.choice(self.people))

    def take_out(self) -> None:
        page = self.page()
        page.not_in_search = not page.not_in_search
        page.save_revision().publish()


def rows() -> set[tuple]:
    pages = IndexedPage.objects.values_list("pk", "day", "facets", "title_words", "text__words")
    postings = Posting.objects.values_list("page", "term__text", "weight")
    return {*pages, *postings}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_index_is_in_step_after_anything(seed, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        editor = Editor(seed)
        section = InfoPageFactory(title="Afdeling")
        for number in range(4):
            InfoPageFactory(title="Ringvaart", slug=f"ringvaart-{number}", parent=section, themes=editor.themes)
            NewsPageFactory(title="Trekvaart", slug=f"trekvaart-{number}")
    call_command("update_index", verbosity=0)  # the root and what else migrations wrote
    for _ in range(25):
        with django_capture_on_commit_callbacks(execute=True):
            editor.act()
    work()
    assert set(IndexedPage.objects.values_list("pk", flat=True)) == findable_ids()
    kept = rows()
    list(rebuild())
    assert rows() == kept
    call_command("search_index", "--check", stdout=io.StringIO())
