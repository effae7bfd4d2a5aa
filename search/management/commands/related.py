from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.renewal import out_of_step, rebuild

WORDS = {
    "missing": "zijn nog niet vergeleken",
    "superfluous": "staan er ten onrechte bij",
    "outdated": "zijn vergeleken met een oudere versie",
    "stale": "wachten op de werker",
}


class Command(BaseCommand):
    help = "Makes all related items anew; --check only counts what is out of step."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="count what is out of step; exit code 1 if anything is"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self._check()
            return
        for what, done, total in rebuild():
            self.stdout.write(f"{what}: {done} van {total} pagina's", ending="\n" if done == total else "\r")
        self.stdout.write(self.style.SUCCESS("De verwante pagina's zijn bij."))

    def _check(self) -> None:
        found = {WORDS[key]: count for key, count in out_of_step().items()}
        for words, count in found.items():
            self.stdout.write(f"{count} pagina's {words}")
        if any(found.values()):
            raise CommandError("Draai `manage.py related` om alles bij te werken.")
