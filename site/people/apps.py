from importlib import import_module

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = "Mensen en organisaties"

    def ready(self):
        import_module("people.depictions")  # its receivers
