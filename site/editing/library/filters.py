"""By what the lists of pictures and documents can be narrowed."""

from django.db.models import QuerySet
from django.forms import RadioSelect
from django_filters.filters import ChoiceFilter
from wagtail.documents.views.documents import DocumentsFilterSet
from wagtail.images.views.images import ImagesFilterSet

from media.licences import Licence
from media.models import SiteImage
from pages.uses import uses_of
from people.models import Depiction, Person

USES = {"public": "Openbaar", "hidden": "Nog niet openbaar", "unused": "Nergens gebruikt"}
RIGHTS = {"ending": "Licentie verloopt of is verlopen", "unknown": "Maker of licentie niet ingevuld"}


def by_use(files: QuerySet, wanted: str) -> QuerySet:
    """Those of the files that a visitor meets somewhere, that are used but not to be seen yet, or that nothing uses."""
    uses = uses_of(files.model.objects.only("pk").order_by())
    public = [pk for pk, found in uses.items() if any(use.is_public for use in found)]
    used = [pk for pk, found in uses.items() if found]
    if wanted == "public":
        return files.filter(id__in=public)
    if wanted == "hidden":
        return files.filter(id__in=set(used).difference(public))
    return files.filter(id__in=uses.keys() - set(used))


class UseFilter(ChoiceFilter):
    def __init__(self):
        super().__init__(label="Waar te zien", choices=list(USES.items()), empty_label="Alle", widget=RadioSelect)

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        return by_use(qs, value) if value in USES else qs


class RightsFilter(ChoiceFilter):
    def __init__(self):
        super().__init__(label="Rechten", choices=list(RIGHTS.items()), empty_label="Alle", widget=RadioSelect)

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        if value == "ending":
            return qs.filter(id__in=list(SiteImage.objects.running_out().values_list("pk", flat=True)))
        if value == "unknown":
            known = SiteImage.objects.exclude(licence="").exclude(credit="", licence__in=set(Licence) - {Licence.OWN})
            return qs.filter(id__in=list(SiteImage.objects.exclude(pk__in=known).values_list("pk", flat=True)))
        return qs


def depicted_people() -> list[tuple[int, str]]:
    """Who is in any picture, by id, in Dutch alphabetical order."""
    return [(person.pk, person.sort_name) for person in Person.objects.filter(depictions__isnull=False).distinct()]


class PersonFilter(ChoiceFilter):
    def __init__(self):
        super().__init__(label="Wie erop staat", choices=depicted_people, empty_label="Iedereen")

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        seen = Depiction.objects.filter(person=int(value)).values_list("image", flat=True) if value else ()
        return qs.filter(id__in=list(seen)) if value else qs


class PictureFilterSet(ImagesFilterSet):
    usage_count = None  # counts no drafts
    use = UseFilter()
    person = PersonFilter()
    rights = RightsFilter()


class DocumentFilterSet(DocumentsFilterSet):
    usage_count = None
    use = UseFilter()
