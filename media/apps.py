from importlib import import_module

from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "media"
    verbose_name = "Beeld en documenten"

    def ready(self):
        import_module("media.receivers")
