"""What happens to the files of a picture when its row is saved or goes."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from django_tasks import task

from media import sizes
from media.layouts import FIRST
from media.models import SiteImage


@receiver(pre_save, sender=SiteImage)
def forget_the_earlier_file(instance, raw, update_fields=None, **kwargs):
    """A picture that gets another file: what was made of the one before is never shown as this one."""
    instance.has_new_file = not raw and bool(instance.file) and not instance.file._committed
    if instance.has_new_file and instance.pk and (earlier := SiteImage.objects.filter(pk=instance.pk).first()):
        sizes.forget(earlier)
        instance.made, instance.tint = {}, ""


@receiver(post_save, sender=SiteImage)
def keep_what_the_intake_made(instance, **kwargs):
    """The 800 pixels from the intake; a picture that came in by another way gets them from the worker."""
    if not instance.has_new_file:
        return
    instance.has_new_file = False
    if first := instance.__dict__.pop("from_intake", None):
        sizes.keep_first(instance, *first)
    else:
        make_first.enqueue(instance.pk)


@receiver(post_delete, sender=SiteImage)
def remove_sizes(instance, **kwargs):
    names = list(sizes.files_of(instance))
    transaction.on_commit(lambda: sizes.remove(names))


@task()
def make_first(image_id: int) -> None:
    image = SiteImage.objects.filter(pk=image_id).first()
    if image and sizes.missing(image, [FIRST]):
        sizes.make(image, [FIRST])
