from wagtail.admin.panels import Panel


class DepictionsPanel(Panel):
    """The pictures of the library that this person is in; chosen on the page of each picture."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "people/depictions.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None and super().is_shown()

        def get_context_data(self, parent_context=None):
            depictions = self.instance.depictions.select_related("image").order_by("-image__created_at")
            return super().get_context_data(parent_context) | {"images": [seen.image for seen in depictions]}
