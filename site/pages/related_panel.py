"""The tab of the editor in which one sees, pins and refuses what stands below the page as ‘ook interessant’.

Pins and refusals are plain rows of the form, so Wagtail's own choosers show them when our script does not run. The
script asks search for suggestions; this app knows it by the names of its addresses only.
"""

from typing import Any

from django.forms import Media
from django.forms.widgets import Script
from django.urls import reverse
from wagtail.admin.panels import MultiFieldPanel, ObjectList
from wagtail.admin.telepath import register as register_telepath_adapter

from pages.pinning import PINS, REFUSALS, ChosenPagesPanel

ANY_PAGE = 0  # stands in an address until the script knows under which number a new page was saved


class RelatedPanel(MultiFieldPanel):
    """Pins and refusals, and above these a place for the suggestions."""

    @register_telepath_adapter
    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "pages/related_panel.html"

        @property
        def media(self):
            script: Any = Script("js/related-panel.js", type="module")  # the types of Django know names of files only
            return super().media + Media(js=[script], css={"all": ["css/admin-related.css"]})

        def get_context_data(self, parent_context=None):
            return {
                **super().get_context_data(parent_context),
                "edit_url": reverse("draft_suggestions", args=[ANY_PAGE]),
                "draft_url": self.draft_url,
                "find_url": reverse("pages_to_pin"),
            }

        @property
        def draft_url(self) -> str:
            """Where the form is sent for suggestions."""
            if self.instance.pk:
                return reverse("draft_suggestions", args=[self.instance.pk])
            options = self.instance._meta
            args = [options.app_label, options.model_name, self.form.parent_page.pk]
            return reverse("new_draft_suggestions", args=args)


def related_tab() -> ObjectList:
    pins = ChosenPagesPanel(
        PINS,
        heading="Vastgezet",
        label="Pagina",
        help_text="Deze pagina's staan vooraan, in deze volgorde. De site vult aan tot vier.",
    )
    refusals = ChosenPagesPanel(
        REFUSALS,
        heading="Niet voorstellen",
        label="Pagina",
        help_text="Deze pagina's stelt de site bij deze pagina nooit voor.",
    )
    return ObjectList(
        [RelatedPanel([pins, refusals], heading="Misschien ook interessant")],
        heading="Ook interessant",
    )
