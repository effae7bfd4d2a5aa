import os
import socket
import sys
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from serving.processes import Together

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = (
        "Serves the site as visitors get it, with worker and scheduler, until one of them ends or it is told to stop."
    )

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
        parser.add_argument("--reload", action="store_true", help="Django's development server instead of gunicorn.")

        parser.add_argument("--prepare", action="store_true", help="First does what `manage.py prepare` does.")

    def handle(self, *, port, reload, prepare, **options):
        if is_taken(port):
            raise CommandError(f"Port {port} is in use. Stop what listens there, or choose another: make run PORT=8001")
        if prepare:
            call_command("prepare", for_development=reload, stdout=self.stdout, stderr=self.stderr)
            connections.close_all()
        base_url = base_url_on(port)
        stack = Together(commands(port, reload), {"BIND": f"{HOST}:{port}", "BASE_URL": base_url})
        ended = stack.run(on_tick=Announcement(self.stdout, port, base_url))
        if ended:
            raise CommandError(f"{ended}; the others were stopped too.")


def commands(port: int, reload: bool) -> dict[str, list[str]]:
    """The three processes of a site, by name."""
    python, manage = sys.executable, str(settings.ROOT / "manage.py")
    gunicorn = [python, "-m", "gunicorn", "--config", str(settings.SITE / "deploy" / "gunicorn.conf.py")]
    return {
        "web": [python, manage, "runserver", f"{HOST}:{port}"] if reload else gunicorn,
        "worker": [python, manage, "db_worker", "--queue-name=*"],
        "scheduler": [python, manage, "scheduler"],
    }


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        # As gunicorn does: connections of a server that has just stopped do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def base_url_on(port: int) -> str:
    """The site's address; on one's own computer it names the port that is really used."""
    base = urlsplit(settings.BASE_URL)
    return f"{base.scheme}://{base.hostname}:{port}" if base.hostname in ("localhost", HOST) else settings.BASE_URL


class Announcement:
    """Says once where the site is and how to log in, as soon as it answers."""

    def __init__(self, out, port: int, base_url: str):
        self.out, self.port, self.base_url, self.is_made = out, port, base_url, False

    def __call__(self):
        if self.is_made or not answers(self.port):
            return
        self.is_made = True
        lines = [f"Site    {self.base_url}/", f"Admin   {self.base_url}/beheer/", *login(), "Stop with Ctrl-C."]
        self.out.write("\n" + "".join(f"  {line}\n" for line in lines))
        self.out.flush()


def login() -> list[str]:
    """The line that tells how to log in, if `manage.py prepare` has made an account."""
    path = settings.VAR / "login"
    if not path.exists():
        return []
    username, password = path.read_text().split()
    return [f"Login   {username}  {password}   (kept in {path})"]
