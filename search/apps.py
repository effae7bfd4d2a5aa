from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "Zoeken"

    def ready(self) -> None:
        from search import marking, renewal, signals, versions

        signals.connect()
        marking.connect()
        post_migrate.connect(versions.renew_after_migration, sender=self)
        post_migrate.connect(renewal.renew_after_migration, sender=self)
