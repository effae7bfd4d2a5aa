"""Requests per second of our pages, uncached, beside the home page of a fresh `wagtail start` project, in one run.

Both sides: the same machine and moment, gunicorn with the same workers and threads, debug off, the same kind of
database with the same settings, 8 connections. The two sides take turns, five rounds long, so that whatever else the
machine does hits both. Prints medians; exit code 1 if one of our pages is slower than its share.
"""

import contextlib
import json
import os
import re
import runpy
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import combinations
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "site"), str(ROOT / "site" / "deploy")]

import machine  # noqa: E402 - these lie on the path made above

from postgres import new_database, running_postgres  # noqa: E402
from running import free_port, prepared_site  # noqa: E402
from serving.processes import die_with_parent, end  # noqa: E402

# Five rounds of five seconds count; fewer are for a quick look: ROUNDS=2 SECONDS=3 make bench
ROUNDS = int(os.environ.get("ROUNDS", "5"))
SECONDS = int(os.environ.get("SECONDS", "5"))
CONNECTIONS = 8
WORKERS = 2
# The share of the fresh home page's speed that each page has to reach.
SHARES = {"portrait": 0.33, "module": 0.33, "research": 0.33, "news": 0.33, "home": 0.22, "gallery": 0.22}
PATTERNS = {
    "portrait": r"/portretten/[^/]+/",
    "module": r"/leergang/[^/]+/",
    "research": r"/onderzoek/[^/]+/",
    "news": r"/nieuws/[^/]+/",
    "home": r"/",
}
FRESH_SETTINGS = """
import json, os
from pathlib import Path
SECRET_KEY = "only-for-the-benchmark-0123456789-abcdefghijklmnop"
ALLOWED_HOSTS = ["localhost"]
DATABASES = {"default": json.loads(os.environ["DATABASE"])}
"""


@dataclass(frozen=True)
class Speed:
    """Of one page in one round: requests per second, and the milliseconds that half of them took at most."""

    rate: float
    wait: float


# --- The two sides -----------------------------------------------------------------------------------------------


@contextlib.contextmanager
def served(application: list[str], folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """The application under gunicorn, both sides with the values of our own configuration; gives its address."""
    ours = runpy.run_path(str(ROOT / "site" / "deploy" / "gunicorn.conf.py"))
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", *application, "--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS)]
    command += [
        "--worker-class",
        ours["worker_class"],
        "--threads",
        str(ours["threads"]),
        "--keep-alive",
        str(ours["keepalive"]),
        "--preload",
    ]
    command += ["--no-control-socket", "--log-level", "error"]
    process = subprocess.Popen(command, cwd=folder, env=environment, preexec_fn=die_with_parent)
    try:
        wait_until_ready(f"http://localhost:{port}/")
        yield f"http://localhost:{port}"
    finally:
        end(process)


def wait_until_ready(url: str) -> None:
    for _ in range(150):
        with contextlib.suppress(OSError):
            fetch(url)
            return
        time.sleep(0.2)
    raise RuntimeError(f"{url} does not answer.")


def fetch(url: str) -> str:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read().decode()


@contextlib.contextmanager
def fresh_project(database: dict) -> Iterator[tuple[Path, dict[str, str]]]:
    """A project as `wagtail start` makes it, migrated and ready to serve: its folder, and the environment for it."""
    with tempfile.TemporaryDirectory(prefix="fresh-") as name:
        folder = Path(name)
        if database["ENGINE"].endswith("sqlite3"):
            database = {**database, "NAME": str(folder / "db.sqlite3")}
        own = {"DJANGO_SETTINGS_MODULE": "fresh.settings.production", "DATABASE": json.dumps(database)}
        own["PYTHONPATH"] = str(ROOT / "site")  # for the class of gunicorn's workers, the same on both sides
        environment = {**os.environ, **own}
        subprocess.run(
            [sys.executable, "-m", "wagtail.bin.wagtail", "start", "fresh", name], check=True, stdout=subprocess.DEVNULL
        )
        (folder / "fresh" / "settings" / "local.py").write_text(FRESH_SETTINGS)
        for command in (["migrate"], ["collectstatic", "--no-input"]):
            subprocess.run([sys.executable, "manage.py", *command, "-v0"], check=True, cwd=folder, env=environment)
        yield folder, environment


def pages(url: str) -> dict[str, str]:
    """The address of one page of each kind."""
    sitemap = fetch(f"{url}/sitemap.xml")
    paths = [re.sub(r"^https?://[^/]+", "", unescape(address)) for address in re.findall(r"<loc>(.*?)</loc>", sitemap)]
    found = {
        kind: url + next(path for path in paths if re.fullmatch(pattern, path)) for kind, pattern in PATTERNS.items()
    }
    return {**found, "gallery": filtered_gallery(f"{url}/portretten/")}


def filtered_gallery(url: str) -> str:
    """The gallery with two filters that leave at least three portraits to show."""
    options = re.findall(r'<input type="checkbox" name="([^"]+)" value="([^"]+)"', fetch(url))
    for first, second in combinations(options, 2):
        address = f"{url}?{urlencode([first, second])}"
        if first[0] != second[0] and len(set(re.findall(r'href="/portretten/[^/"?]+/"', fetch(address)))) >= 3:
            return address
    raise RuntimeError("No two filters leave three portraits.")


# --- Measuring ---------------------------------------------------------------------------------------------------


def measure(url: str) -> Speed:
    command = ["wrk", f"-c{CONNECTIONS}", "-t2", f"-d{SECONDS}s", "--timeout", "10s", "--latency", url]
    report = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    if "Non-2xx" in report or "Socket errors" in report:
        raise RuntimeError(f"{url} did not answer every request:\n{report}")
    number, unit = re.search(r"50%\s+([\d.]+)(us|ms|s)", report).groups()
    return Speed(
        rate=float(re.search(r"Requests/sec:\s+([\d.]+)", report)[1]),
        wait=float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit],
    )


def compare(addresses: dict[str, str]) -> dict[str, list[Speed]]:
    """The speeds of all pages, one after another in every round."""
    for url in addresses.values():
        for _ in range(4 * WORKERS):  # every worker has its templates and rendition rows
            fetch(url)
    speeds: dict[str, list[Speed]] = {name: [] for name in addresses}
    for _ in range(ROUNDS):
        for name, url in addresses.items():
            speeds[name].append(measure(url))
    return speeds


def report(engine: str, speeds: dict[str, list[Speed]]) -> list[str]:
    """Prints the table; gives the pages that fall short."""
    fresh = statistics.median(speed.rate for speed in speeds["fresh"])
    print(f"\n{engine:<14}{'requests/s':>11}{'median ms':>11}{'ratio':>8}{'at least':>10}")
    short = []
    for name, of_page in speeds.items():
        rate = statistics.median(speed.rate for speed in of_page)
        wait = statistics.median(speed.wait for speed in of_page)
        share = SHARES.get(name)
        print(f"{name:<14}{rate:>11.1f}{wait:>11.1f}{rate / fresh:>8.2f}{share or '':>10}", flush=True)
        if share and rate / fresh < share:
            short.append(f"{engine}: {name} {rate / fresh:.2f}, at least {share}")
    return short


def run(engine: str, **settings: str) -> list[str]:
    with prepared_site(**settings) as site:
        code = "import json; print(json.dumps(settings.DATABASES['default'], default=str))"
        database = json.loads(site.manage("shell", "-v0", "-c", f"from django.conf import settings; {code}"))
        if not database["ENGINE"].endswith("sqlite3"):
            database["NAME"] = "fresh"
            database["OPTIONS"].pop("prepare_threshold", None)  # as it comes: statements kept are a choice of ours
        with fresh_project(database) as (folder, environment):
            ours = ["--config", str(ROOT / "site" / "deploy" / "gunicorn.conf.py")]
            with (
                served(["fresh.wsgi:application"], folder, environment) as fresh_url,
                served(ours, ROOT, dict(site.environment)) as url,
            ):
                return report(engine, compare({"fresh": f"{fresh_url}/", **pages(url)}))


def run_on_postgres(programs: Path) -> list[str]:
    with running_postgres(programs) as address:
        for name in ("leergang", "fresh"):
            new_database(address, name)
        return run("PostgreSQL", DATABASE_URL=address)


def main() -> int:
    print(
        f"{WORKERS} workers, {CONNECTIONS} connections, {ROUNDS} rounds of {SECONDS} seconds for each page, no cache."
    )
    short = run("SQLite")
    programs = machine.postgresql_bin()
    if programs:
        short += run_on_postgres(programs)
    else:
        print(f"\nPostgreSQL left out. To install: {machine.hint(['postgresql'])}")
    print("\n" + "\n".join(short or ["Every page reaches its share."]))
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
