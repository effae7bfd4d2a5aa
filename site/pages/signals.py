"""What follows from publishing a page, after the transaction that did it."""

from django.db import transaction
from django.db.models.signals import post_delete
from wagtail.signals import page_published, page_unpublished

from pages.models import BasePage
from pages.tasks import bring_card_up_to_date


def draw_card_later(sender, instance, **kwargs) -> None:
    if isinstance(instance, BasePage):
        page_id = instance.pk
        transaction.on_commit(lambda: bring_card_up_to_date.enqueue(page_id))


def connect() -> None:
    for signal in (page_published, page_unpublished, post_delete):
        signal.connect(draw_card_later, dispatch_uid="draw_card_later")
