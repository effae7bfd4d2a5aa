from importlib import import_module

from django.apps import AppConfig


class PortraitsConfig(AppConfig):
    name = "portraits"
    verbose_name = "Portretten"

    def ready(self):
        from pages.structured_data import describe_by
        from portraits.models import PortraitPage
        from portraits.structured_data import portrait_node

        describe_by(PortraitPage, portrait_node)
        import_module("portraits.receivers")
