from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Page

from editing.demo import loading


class Command(BaseCommand):
    help = (
        "Loads the demo site into a database that holds nothing but the starting page. Run again, it changes nothing."
    )

    def handle(self, *args, **options):
        if loading.is_loaded():
            self.stdout.write("De demo staat er al; er is niets veranderd.")
            return
        self.stdout.write("De demo wordt geladen: teksten schrijven en plaatjes tekenen …")
        try:
            loading.load()
        except loading.OtherPagesError as error:
            raise CommandError(
                "In deze database staan al andere pagina's. De demo komt alleen in een lege database."
            ) from error
        self.stdout.write(self.style.SUCCESS(f"Klaar: {Page.objects.filter(depth__gt=1).count()} pagina's."))
