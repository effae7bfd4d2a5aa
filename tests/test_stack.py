"""The stack and its scheduler, run for real: started, asked for pages, stopped."""

import contextlib
import datetime
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from factories import NewsPageFactory
from postgres import new_database
from running import Site, prepared_site, running_site
from serving.management.commands import scheduler

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def site():
    """One prepared site, on the kind of database that all tests are on; each test starts and stops it."""
    address = os.environ["DATABASE_URL"]
    own = {"DATABASE_URL": new_database(address, "stack")} if address.startswith("postgres") else {}
    with prepared_site(**own) as prepared:
        yield prepared


def processes_of(site) -> list[str]:
    """The command lines of all processes that were started for this site, known by its folder in their environment."""
    marker, found = f"VAR_DIR={site.folder}".encode(), []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if marker in (entry / "environ").read_bytes().split(b"\0"):
                found.append((entry / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:  # ended meanwhile, or another user's
            continue
    return found


def gone(site, patience: float = 30) -> bool:
    """Whether all processes of the site end within that many seconds."""
    until = time.monotonic() + patience
    while processes_of(site):
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.slow
def test_it_serves_what_visitors_and_staff_need(site):
    with running_site(site) as running:
        assert running.get("/")[0] == 200
        assert running.get("/gezond/")[0] == 200
        assert running.get("/beheer/login/")[0] == 200
        assert running.get("/bestaat-niet/")[0] == 404
        # The address in the sitemap is the port that is really used.
        assert f"<loc>{running.url}/</loc>" in running.get("/sitemap.xml")[2].decode()
        running_commands = " ".join(processes_of(site))
        assert "gunicorn" in running_commands
        assert "db_worker" in running_commands
        assert "scheduler" in running_commands
    assert gone(site)


FORM = b"POST /beheer/login/ HTTP/1.1\r\nHost: localhost\r\nCookie: csrftoken=" + b"a" * 32 + b"\r\n"
FORM += b"Content-Type: application/x-www-form-urlencoded\r\n"
UNFINISHED = {
    "fewer bytes than promised": FORM + b"Content-Length: 500\r\n\r\nusername=a",
    "chunks without an end": FORM + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n",
    "a header without an end": FORM,
}
BROKEN = {
    "more bytes than promised": FORM + b"Content-Length: 3\r\n\r\nusername=a&password=b",
    "two lengths": FORM + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
    "no chunk": FORM + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "no parts": FORM.replace(b"application/x-www-form-urlencoded", b"multipart/form-data; boundary=a")
    + b"Content-Length: 9\r\n\r\n--a\r\nrest",
}


@pytest.mark.slow
def test_who_never_finishes_a_request_holds_nobody_up(site):
    with running_site(site) as running, contextlib.ExitStack() as open_connections:
        port = int(running.url.rpartition(":")[2])

        def send(request: bytes) -> socket.socket:
            connected = open_connections.enter_context(socket.create_connection(("127.0.0.1", port), 60))
            connected.sendall(request)
            return connected

        for name, request in BROKEN.items():
            assert send(request).recv(100).split()[1] in (b"400", b"403"), name
        waiting = {name: [send(request), send(request)] for name, request in UNFINISHED.items()}
        assert running.get("/gezond/")[0] == 200  # within the thirty seconds that it waits
        for name, connections in waiting.items():
            for connected in connections:
                with contextlib.suppress(ConnectionError):
                    answer = connected.recv(100)  # fails after sixty seconds
                    assert answer == b"" or answer.split()[1] in (b"400", b"403", b"408"), name
        assert running.get("/")[0] == 200


@pytest.mark.slow
def test_it_prints_where_it_is_and_how_to_log_in(site):
    with running_site(site) as running:
        time.sleep(0.5)  # it looks five times a second whether the port answers
        printed = (site.folder / "log").read_text()
    username, password = site.login
    assert f"{running.url}/beheer/" in printed
    assert f"{username}  {password}" in printed
    assert (site.folder / "login").stat().st_mode & 0o777 == 0o600


@pytest.mark.slow
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop_it_ends_with_all_its_processes(site, asked):
    with running_site(site) as running:
        running.process.send_signal(asked)
        assert running.process.wait(30) == 0
    assert gone(site, patience=1)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["gunicorn", "db_worker", "scheduler"])
def test_when_one_process_dies_all_end_and_it_says_so(site, name):
    with running_site(site) as running:
        children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children").read_text().split()
        victim = next(child for child in children if name in Path(f"/proc/{child}/cmdline").read_text())
        os.kill(int(victim), signal.SIGKILL)
        assert running.process.wait(30) == 1
    assert gone(site, patience=5)
    assert "ended by itself (exit code -9)" in (site.folder / "log").read_text()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent died")
def test_killed_it_leaves_no_process_behind(site):
    with running_site(site) as running:
        running.process.kill()
        running.process.wait(5)
        assert gone(site)


@pytest.mark.slow
def test_a_port_in_use_is_said_plainly(site):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), "stack", "--port", str(port)],
            env=site.environment, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
    assert result.returncode == 1
    assert f"Port {port} is in use" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.slow
def test_preparing_again_changes_nothing_also_after_its_folder_is_moved(site, tmp_path):
    moved = Path(shutil.copytree(site.folder, tmp_path / "moved"))
    lasting = [moved / name for name in ("env", "login", "media", "static")]
    files = [path for top in lasting for path in (top, *top.rglob("*")) if path.is_file()]
    before = {path: path.stat().st_mtime_ns for path in files}
    Site(moved, {**site.environment, "VAR_DIR": str(moved)}).manage("prepare")
    assert [path for path in files if path.stat().st_mtime_ns != before[path]] == []


@pytest.mark.slow
def test_every_picture_is_made_before_the_first_visitor_comes(site):
    assert "Pictures: 0 made, 0 lost or broken" in site.manage("renditions")


PLAN_A_PAGE = """
import datetime
from django.utils import timezone
from programme.models import NewsIndexPage, NewsPage
page = NewsIndexPage.objects.get().add_child(instance=NewsPage(title="Gepland", slug="gepland", live=False))
page.go_live_at = timezone.now() - datetime.timedelta(minutes=1)
page.save_revision(approved_go_live_at=page.go_live_at)
"""


@pytest.mark.slow
def test_a_planned_page_appears_by_itself(site):
    site.manage("shell", "-v0", "-c", PLAN_A_PAGE)
    with running_site(site) as running:
        until = time.monotonic() + 20
        while running.get("/nieuws/gepland/")[0] != 200:
            assert time.monotonic() < until, "the page did not appear"
            time.sleep(0.5)


@pytest.mark.django_db
def test_one_round_publishes_what_is_due_and_nothing_else():
    now = timezone.now()
    due, later = NewsPageFactory(live=False), NewsPageFactory(live=False)
    for page, moment in ((due, now - datetime.timedelta(minutes=1)), (later, now + datetime.timedelta(hours=1))):
        page.go_live_at = moment
        page.save_revision(approved_go_live_at=moment)
    scheduler.publish_due()
    due.refresh_from_db()
    later.refresh_from_db()
    assert due.live
    assert not later.live


def test_a_round_that_fails_is_logged_and_the_next_one_comes(monkeypatch, caplog):
    rounds = []

    def fail(name, **options):
        rounds.append(name)
        raise RuntimeError("kapot")

    monkeypatch.setattr(scheduler, "call_command", fail)
    command = scheduler.Command()
    monkeypatch.setattr(
        command, "wait", lambda seconds: command.stop() if rounds.count("publish_scheduled") == 2 else None
    )
    # This is pytest's own process: its signals and its connection to the database stay as they are.
    monkeypatch.setattr(scheduler, "close_old_connections", lambda: None)
    monkeypatch.setattr(scheduler.signal, "signal", lambda *arguments: None)
    command.handle()
    assert rounds == ["publish_scheduled", "renditions", *settings.DAILY_COMMANDS, "publish_scheduled"]
    assert "Publishing what is due failed" in caplog.text
    assert "The daily forget_follows failed" in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize("name", settings.DAILY_COMMANDS)
def test_what_is_done_every_day_can_be_done(name):
    call_command(name)


@pytest.mark.parametrize("time_around", ["first", "second"])
def test_a_live_site_has_what_migrations_wrote(live_site, time_around):
    """Also after another live-server test, which leaves all tables empty."""
    with urllib.request.urlopen(live_site.url + "/klaar/") as answer:
        assert answer.status == 200
    assert Page.objects.filter(depth__lte=2).count() == 2
    assert Group.objects.filter(name="Eindredactie").exists()
