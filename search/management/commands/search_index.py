from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from search.models import IndexedPage
from search.rebuilding import out_of_step, out_of_step_with_wagtail, rebuild

# After "1 pagina" and after any other number of pages.
WORDS = {
    "missing": ("ontbreekt in de index", "ontbreken in de index"),
    "superfluous": ("staat er ten onrechte in", "staan er ten onrechte in"),
    "outdated": ("is gemaakt met een oudere versie", "zijn gemaakt met een oudere versie"),
    "stale": ("wacht op de werker", "wachten op de werker"),
}


class Command(BaseCommand):
    help = "Makes the search index anew while visitors go on searching; --check only counts what is out of step."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="count what is out of step; exit code 1 if anything is"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if IndexedPage._meta.db_table not in connection.introspection.table_names():
            raise CommandError("De database is nog leeg. Draai eerst `manage.py migrate`.")
        if options["check"]:
            self._check()
        else:
            self._rebuild()

    def _rebuild(self) -> None:
        done = total = 0
        on_one_line = self.stdout.isatty()
        try:
            for done, total in rebuild():
                self.stdout.write(f"{done} van {pages(total)}", ending="\r" if on_one_line and done < total else "\n")
                self.stdout.flush()
        except KeyboardInterrupt:
            raise CommandError(
                f"Onderbroken na {done} van {pages(total)}. Zoeken blijft werken; begin opnieuw voor de rest."
            ) from None
        self.stdout.write(self.style.SUCCESS("De zoekindex is bij."))

    def _check(self) -> None:
        found = out_of_step()
        for key, count in found.items():
            self.stdout.write(f"{pages(count)} {WORDS[key][count != 1]}")
        wagtail = out_of_step_with_wagtail()
        rows = "regel van Wagtails eigen index klopt" if wagtail == 1 else "regels van Wagtails eigen index kloppen"
        self.stdout.write(f"{wagtail} {rows} niet")
        if any(found.values()):
            raise CommandError("De zoekindex loopt niet gelijk. Draai `manage.py search_index`.")
        if wagtail:
            raise CommandError("Wagtails eigen index loopt niet gelijk. Draai `manage.py update_index`.")


def pages(count: int) -> str:
    return "1 pagina" if count == 1 else f"{count} pagina's"
