"""What follows from the publication of a portrait."""

from django.dispatch import receiver
from wagtail.signals import page_published

from people.depictions import name_if_nobody_is
from portraits.models import PortraitPage


@receiver(page_published, sender=PortraitPage)
def portrayed_is_in_the_picture(instance: PortraitPage, **kwargs) -> None:
    """The photo at a portrait shows the portrayed person, unless an editor has said who else is in it."""
    name_if_nobody_is(instance.image, instance.person)
