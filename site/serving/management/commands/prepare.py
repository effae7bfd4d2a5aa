import hashlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

USERNAME = "beheer"
LOGIN = settings.VAR / "login"


class Command(BaseCommand):
    help = (
        "Makes the site ready to serve: database, demo, login, static files, cards, image sizes. "
        "Quick when nothing changed."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--for-development",
            action="store_true",
            help="Leaves out static files and image sizes, with which a development server does without.",
        )

    def handle(self, *, for_development, **options):
        settings.VAR.mkdir(parents=True, exist_ok=True)
        self.stdout.write("Database ...")
        call_command("migrate", verbosity=0, interactive=False)
        self.attempt("demo")  # it refuses a database that holds other pages; such a site is served as it is
        make_login()
        if not for_development:
            self.stdout.write("Static files and image sizes ...")
            # All anew: the files of a newer package can be older than the copies made from the package before it.
            self.once("collectstatic", static_sources(), settings.STATIC_ROOT, clear=True, interactive=False)
            self.attempt("renditions")
            self.attempt("cards")
        # What all this left to the worker is done before anyone looks.
        self.attempt("db_worker", batch=True, queue_name="*", startup_delay=False)

    def once(self, command: str, sources: Iterable[Path], made: Path, **options):
        """Runs a slow command only if what it works on has changed since it ended well, or what it made is gone."""
        stamp, found = settings.VAR / f"{command}.stamp", fingerprint(sources)
        if made.exists() and stamp.exists() and stamp.read_text() == found:
            return
        if self.attempt(command, **options):
            stamp.write_text(found)

    def attempt(self, command: str, **options) -> bool:
        """Whether the command did its work; its reason not to is shown, and the site is served all the same."""
        try:
            call_command(command, verbosity=0, stdout=self.stdout, **options)
        except CommandError as refusal:
            self.stderr.write(str(refusal))
            return False
        return True


def static_sources() -> list[Path]:
    """Our own static files, what joins and compresses them, and the versions of the packages that bring the rest."""
    return [settings.ROOT / "uv.lock", settings.SITE / "serving" / "staticfiles.py", *files(settings.SITE / "static")]


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def fingerprint(sources: Iterable[Path]) -> str:
    """Changes when one of the files changes, comes or goes; not with the folder the site is in, which can be moved."""
    digest = hashlib.sha256()
    for path in sources:
        digest.update(str(path.relative_to(settings.ROOT)).encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def make_login() -> None:
    """An account that may do everything, its password kept in var/login; one that exists stays as it is."""
    accounts = get_user_model().objects
    if accounts.filter(username=USERNAME).exists():
        return
    if not LOGIN.exists():
        with os.fdopen(os.open(LOGIN, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(f"{USERNAME} {secrets.token_urlsafe(12)}\n")
    accounts.create_superuser(USERNAME, password=LOGIN.read_text().split()[1])
