import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

HOST = "127.0.0.1"
PATIENCE = 25  # seconds that the processes get to finish what they do; gunicorn itself takes at most 20
TICK = 0.2  # seconds between two looks at the processes
PR_SET_PDEATHSIG = 1  # Linux: the signal that a process gets when its parent dies


class Command(BaseCommand):
    help = "Serves the site as visitors get it, with worker and scheduler, until one of them ends or it is told to stop."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
        parser.add_argument("--reload", action="store_true", help="Django's development server instead of gunicorn.")

    def handle(self, *, port, reload, **options):
        if is_taken(port):
            raise CommandError(f"Port {port} is in use. Stop what listens there, or choose another: make run PORT=8001")
        base_url = base_url_on(port)
        stack = Stack(commands(port, reload), {"PORT": str(port), "BASE_URL": base_url})
        ended = stack.run(on_tick=Announcement(self.stdout, port, base_url))
        if ended:
            raise CommandError(f"{ended}; the others were stopped too.", returncode=1)


def commands(port: int, reload: bool) -> dict[str, list[str]]:
    """The three processes of a site, by name."""
    python, manage = sys.executable, str(settings.ROOT / "manage.py")
    gunicorn = [python, "-m", "gunicorn", "--config", str(settings.SITE / "deploy" / "gunicorn.conf.py")]
    return {
        "web": [python, manage, "runserver", f"{HOST}:{port}"] if reload else gunicorn,
        "worker": [python, manage, "db_worker", "--queue-name=*"],
        "scheduler": [python, manage, "scheduler"],
    }


class Stack:
    """Processes that live and die together."""

    def __init__(self, commands: dict[str, list[str]], environment: dict[str, str]):
        self.commands = commands
        self.environment = {**os.environ, **environment}
        self.processes: dict[str, subprocess.Popen] = {}
        self.is_stopping = False

    def run(self, on_tick) -> str:
        """Starts all and returns when all have ended: empty if that was asked for, else which one ended by itself."""
        signal.signal(signal.SIGINT, self.ask_to_stop)
        signal.signal(signal.SIGTERM, self.ask_to_stop)
        try:
            for name, command in self.commands.items():
                self.processes[name] = subprocess.Popen(command, env=self.environment, preexec_fn=tie_to_parent)
            return self.watch(on_tick)
        finally:
            self.stop()

    def watch(self, on_tick) -> str:
        while not self.is_stopping:
            for name, process in self.processes.items():
                if process.poll() is not None:
                    return f"The {name} process ended by itself (exit code {process.returncode})"
            on_tick()
            time.sleep(TICK)
        return ""

    def ask_to_stop(self, *received):
        self.is_stopping = True

    def stop(self):
        """Asks every process to finish, and ends those that do not in time."""
        for process in self.processes.values():
            process.terminate()
        until = time.monotonic() + PATIENCE
        for process in self.processes.values():
            try:
                process.wait(max(0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def tie_to_parent():
    """Runs in each new process, before its program.

    Ctrl-C reaches the whole process group, but only the parent answers it and then asks each process once: to
    django-tasks' worker a second request means to drop its task. And on Linux no process outlives a killed parent.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


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
        self.out.write(f"\n  Site    {self.base_url}/\n  Admin   {self.base_url}/beheer/{login()}\n")
        self.out.write("  Stop with Ctrl-C.\n")
        self.out.flush()


def login() -> str:
    path = settings.VAR / "login"
    if not path.exists():
        return ""
    username, password = path.read_text().split()
    return f"\n  Login   {username}  {password}   (kept in {path})"
