from pages.alt_texts import complaint
from pages.pinning import PinningPageForm


class PageForm(PinningPageForm):
    """The form of every page: what its address, its pins and the description of its picture have to be."""

    def clean(self):
        cleaned_data = super().clean()
        if cleaned_data.get("image") and "image_alt" in cleaned_data and not self.is_deferred_validation:
            message = complaint(cleaned_data["image_alt"], cleaned_data.get("image_is_decorative", False))
            if message:
                self.add_error("image_alt", message)
        return cleaned_data
