"""What the worker does about pages after they were published or taken away."""

from django_tasks import task

from pages.cards import make_card, remove_cards
from pages.models import BasePage, SiteSettings
from pages.visibility import visible


@task()
def bring_card_up_to_date(page_id: int) -> None:
    """Draws the card of a page that visitors can see, and removes those of one that they cannot."""
    page = visible().filter(pk=page_id).specific().first()
    if isinstance(page, BasePage):
        make_card(page, SiteSettings.load())
    else:
        remove_cards(page_id)
