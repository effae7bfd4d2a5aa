from pages.addresses import AddressedPageForm
from pages.alt_texts import complaint


class PageForm(AddressedPageForm):
    """The form of every page: a reachable address, and a picture that goes out described or as decoration."""

    def clean(self):
        cleaned_data = super().clean()
        if cleaned_data.get("image") and "image_alt" in cleaned_data and not self.is_deferred_validation:
            message = complaint(cleaned_data["image_alt"], cleaned_data.get("image_is_decorative", False))
            if message:
                self.add_error("image_alt", message)
        return cleaned_data
