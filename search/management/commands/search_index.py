from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.rebuilding import out_of_step, out_of_step_with_wagtail, rebuild

WORDS = {
    "missing": "ontbreken in de index",
    "superfluous": "staan er ten onrechte in",
    "outdated": "zijn gemaakt met een oudere versie",
    "stale": "wachten op de werker",
}


class Command(BaseCommand):
    help = "Makes the search index anew while visitors go on searching; --check only counts what is out of step."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="count what is out of step; exit code 1 if anything is"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self._check()
            return
        for done, total in rebuild():
            self.stdout.write(f"{done} van {total} pagina's", ending="\n" if done == total else "\r")
        self.stdout.write(self.style.SUCCESS("De zoekindex is bij."))

    def _check(self) -> None:
        found = {WORDS[key]: count for key, count in out_of_step().items()}
        for words, count in found.items():
            self.stdout.write(f"{count} pagina's {words}")
        wagtail = out_of_step_with_wagtail()
        self.stdout.write(f"{wagtail} regels van Wagtails eigen index kloppen niet")
        if any(found.values()):
            raise CommandError("De zoekindex loopt niet gelijk. Draai `manage.py search_index`.")
        if wagtail:
            raise CommandError("Wagtails eigen index loopt niet gelijk. Draai `manage.py update_index`.")
