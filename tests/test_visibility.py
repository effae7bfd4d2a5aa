"""What a visitor may see, asked in one place."""

import pytest
from wagtail.models import Page, PageViewRestriction

from pages.models import InfoPage
from pages.visibility import closed_branches, closed_branches_looked_up_once, is_visible, visible
from tests import factories

pytestmark = pytest.mark.django_db


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_live_pages_are_visible_and_drafts_are_not():
    shown, draft = factories.InfoPageFactory(), factories.InfoPageFactory(live=False)
    assert list(visible(InfoPage)) == [shown]
    assert is_visible(shown) and not is_visible(draft)


def test_children_of_an_unpublished_section_are_not_visible():
    section = factories.InfoPageFactory()
    child = factories.InfoPageFactory(parent=section)
    section.live = False
    section.save()
    assert not visible(InfoPage).exists()
    child.refresh_from_db()
    assert child.live and not is_visible(child)


def test_restricted_pages_and_all_below_them_are_not_visible():
    section = factories.InfoPageFactory()
    factories.InfoPageFactory(parent=factories.InfoPageFactory(parent=section))
    beside = factories.InfoPageFactory()
    restrict(section)
    assert list(visible(InfoPage)) == [beside]


def test_one_query_besides_that_of_the_pages(django_assert_num_queries):
    factories.InfoPageFactory()
    with django_assert_num_queries(2):
        list(visible(InfoPage))


def test_remembered_branches_are_forgotten_afterwards(django_assert_num_queries):
    page = factories.InfoPageFactory()
    with closed_branches_looked_up_once(), django_assert_num_queries(0):
        assert closed_branches() == []
    restrict(page)
    assert closed_branches() == [page.path]


@pytest.mark.parametrize("state", ["draft", "restricted", "below draft"])
def test_an_invisible_page_is_nowhere_on_the_site(client, state):
    index = factories.NewsIndexPageFactory()
    item = factories.NewsPageFactory(parent=index, title="Geheim bericht")
    theme = factories.ThemeFactory()
    item.theme_links.create(theme=theme)
    if state == "draft":
        Page.objects.filter(pk=item.pk).update(live=False)
    elif state == "restricted":
        restrict(item)
    else:
        Page.objects.filter(pk=index.pk).update(live=False)
    for address in ("/", "/nieuws/", "/feeds/nieuws.xml", f"/feeds/thema/{theme.slug}.xml", "/sitemap.xml"):
        assert "Geheim bericht" not in client.get(address).content.decode()
        assert item.slug not in client.get(address).content.decode()
    assert client.get(item.url).status_code in (302, 404)
