from django.utils import timezone
from wagtail.admin.ui.components import Component

from editing.library.reports import choosable
from media.licences import WARNING_DAYS
from media.models import SiteImage


class LicencePanel(Component):
    """On the editor's first page, while there is a licence to look after."""

    name = "licences"
    order = 90
    template_name = "editing/licences.html"

    def get_context_data(self, parent_context):
        chosen = choosable(SiteImage, parent_context["request"].user).values("pk")
        ends = SiteImage.objects.running_out().filter(pk__in=chosen).values_list("licence_until", flat=True)
        ended = sum(day < timezone.localdate() for day in ends)
        return {"ended": ended, "ending": len(ends) - ended, "days": WARNING_DAYS}

    def render_html(self, parent_context=None):
        context = self.get_context_data(parent_context)
        return super().render_html(parent_context) if context["ended"] or context["ending"] else ""
