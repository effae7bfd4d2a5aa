"""Who is in a picture: chosen on the picture's page, and a way to find the picture by."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.search import index as search_index

from media.models import SiteImage
from people.models import Depiction, Person

MORE_ROWS = 12  # how many people can be added at a time


class DepictedForm(forms.Form):
    """One person in the picture; an empty row is nobody."""

    person = forms.ModelChoiceField(Person.objects.all(), required=False, label="Persoon")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        chooser = Person.snippet_viewset.chooser_viewset  # type: ignore[attr-defined]  # set by register_snippet
        self.fields["person"].widget = chooser.widget_class()


class DepictedFormSet(forms.BaseFormSet):
    """The people in a picture, and rows for more."""

    def people(self) -> list[Person]:
        """Who was chosen, each once, without those who do not exist (any more)."""
        chosen = (form.cleaned_data.get("person") for form in self.forms if form.is_valid())
        return list(dict.fromkeys(person for person in chosen if person))


def depicted_formset(people: Iterable[Person] = (), data=None) -> DepictedFormSet:
    """Rows with these people, or as they were sent."""
    formset_class: Any = forms.formset_factory(DepictedForm, formset=DepictedFormSet, extra=MORE_ROWS)
    initial = None if data is not None else [{"person": person} for person in people]
    return formset_class(data, initial=initial, prefix="depicted")


def people_in(image: SiteImage) -> list[Person]:
    """Who is in the picture, in the order in which they were chosen."""
    return [depiction.person for depiction in image.depictions.select_related("person")]


def set_depicted(image: SiteImage, people: Iterable[Person]) -> None:
    """Exactly these people are in the picture."""
    wanted = list(people)
    for depiction in image.depictions.exclude(person__in=wanted):
        depiction.delete()
    for person in wanted:
        Depiction.objects.get_or_create(image=image, person=person)


def name_if_nobody_is(image: SiteImage | None, person: Person | None) -> None:
    """Says that this person is in the picture, if nobody has been named there yet."""
    if image and person and not image.depictions.exists():
        Depiction.objects.create(image=image, person=person)


@receiver([post_save, post_delete], sender=Depiction)
def find_picture_by_name(instance: Depiction, **kwargs) -> None:
    keep_names(SiteImage.objects.filter(pk=instance.image_id))


@receiver(post_save, sender=Person)
def follow_person(instance: Person, raw: bool = False, **kwargs) -> None:
    """Under another name the pictures are found by that; a photo of a person is a photo with that person in it."""
    if raw:
        return
    name_if_nobody_is(instance.photo, instance)
    keep_names(SiteImage.objects.filter(depictions__person=instance))


def keep_names(images) -> None:
    """Writes the names of who is in these pictures where the search of the library looks."""
    for image in images:
        people = Person.objects.filter(depictions__image=image).order_by("depictions__pk")
        names = " · ".join(person.full_name for person in people)[:800]
        if names != image.people_names:
            SiteImage.objects.filter(pk=image.pk).update(people_names=names)
            image.people_names = names
            search_index.insert_or_update_object(image)
