"""What an editor sees first on /beheer/."""

from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from portraits.models import PortraitIndexPage, PortraitPage
from programme.models import NewsIndexPage, NewsPage, ResearchIndexPage, ResearchPage

# What can be made with one click: the section it goes in, its page type, how it is called and shown.
NEW = (
    (PortraitIndexPage, PortraitPage, "Nieuw portret", "user"),
    (NewsIndexPage, NewsPage, "Nieuw bericht", "calendar-alt"),
    (ResearchIndexPage, ResearchPage, "Nieuw onderzoek", "glasses"),
)


class WelcomePanel(Component):
    """The way to everyday work: a button for each kind of page that this person may add."""

    name = "welcome"
    order = 50
    template_name = "editing/welcome.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {
            **super().get_context_data(parent_context),
            "new": list(self.new_pages(user)),
            "may_publish": policy_registry.get_by_type(Page).user_has_permission(user, "publish"),
        }

    def new_pages(self, user):
        """Address, label and icon of each button."""
        for section_model, model, label, icon in NEW:
            section = section_model.objects.first()
            if section and section.permissions_for_user(user).can_add_subpage():
                args = (model._meta.app_label, model._meta.model_name, section.pk)
                yield {"url": reverse("wagtailadmin_pages:add", args=args), "label": label, "icon": icon}
