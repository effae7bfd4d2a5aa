"""Choosers of pages and pictures in a body, whose choices are looked up for visitors with SQL that is kept."""

from copy import copy

from wagtail.blocks import PageChooserBlock
from wagtail.blocks.field_block import ChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from pages.prepared import prepared
from pages.teasers import LINK
from pages.visit import current_visit


class KeptLookup(ChooserBlock):
    """For a chooser: what was chosen in all blocks of a body, in one query that Django need not write anew."""

    columns: tuple[str, ...] = ()  # all, if none are named
    original = ""

    @property
    def canonical_module_path(self) -> str:
        """Migrations need to know nothing of how choices are looked up."""
        return self.original

    def bulk_to_python(self, values):
        if not current_visit():
            return super().bulk_to_python(values)
        ids = sorted({value for value in values if value is not None})
        found = {row.pk: row for row in chosen(ids, model=self.model_class, columns=self.columns)}
        return [copy(found.get(value)) for value in values]  # each block has one of its own


@prepared
def chosen(ids, *, model, columns):
    return model.objects.filter(pk__in=ids).only(*columns).order_by()


class LinkedPageBlock(KeptLookup, PageChooserBlock):
    columns = (*LINK, "live")
    original = "wagtail.blocks.PageChooserBlock"


class PictureChooserBlock(KeptLookup, ImageChooserBlock):
    original = "wagtail.images.blocks.ImageChooserBlock"
