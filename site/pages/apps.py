from importlib import import_module

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = "Pagina's"

    def ready(self):
        for receivers in ("public_files", "picture_sizes"):
            import_module(f"pages.{receivers}")
        import_module("pages.signals").connect()
