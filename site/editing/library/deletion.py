"""Deleting many files at once: only what nothing uses, whatever was ticked."""

from django.utils.functional import cached_property
from wagtail.documents.views.bulk_actions import DeleteBulkAction as DeleteDocuments
from wagtail.images.views.bulk_actions import DeleteBulkAction as DeletePictures

from pages.uses import uses_of


class KeepsWhatIsUsed:
    """Wagtail's own action selects all files of the library, also when the list was narrowed to a few."""

    template_name = "editing/library/confirm_deletion.html"

    @cached_property
    def used(self) -> set[int]:
        uses = uses_of(self.model.objects.only("pk").order_by())  # type: ignore[attr-defined]  # a mixin for an action
        return {pk for pk, found in uses.items() if found}

    def check_perm(self, file) -> bool:
        return file.pk not in self.used and super().check_perm(file)  # type: ignore[misc]  # the same


class DeleteUnusedPictures(KeepsWhatIsUsed, DeletePictures):
    pass


class DeleteUnusedDocuments(KeepsWhatIsUsed, DeleteDocuments):
    pass
