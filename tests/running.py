"""The whole site, running for real: web, worker and scheduler on a free port, with the demo, in a folder of its own.

Nothing of a developer's own site is touched: var/ is another folder, and settings come from a var/env made for this.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import kept_demo
from serving.processes import die_with_parent, end

ROOT = Path(__file__).resolve().parents[1]
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
# Whatever the caller has set stays out; only what finds programs and speaks to registries remains.
OURS = ("ALLOWED_HOSTS", "BASE_URL", "DATABASE_URL", "DEBUG", "DJANGO_SETTINGS_MODULE", "ENV_FILE", "LOG_LEVEL")
OURS += ("MEDIA_ROOT", "MEDIA_STORAGE", "PLAIN_HTTP", "PORT", "SECRET_KEY", "VAR_DIR", "X_ACCEL_REDIRECT")


@dataclass(frozen=True)
class Site:
    """A prepared site: its folder for what it writes, and the environment in which its commands run."""

    folder: Path
    environment: Mapping[str, str]

    def manage(self, *arguments: str, timeout: float = 600) -> str:
        """What `manage.py` with these arguments prints; raises if it fails."""
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        return self.call(command, timeout)

    def call(self, command: list[str], timeout: float = 60) -> str:
        result = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=timeout)
        if result.returncode != 0:
            raise RuntimeError(f"{' '.join(command)} failed:\n{result.stdout}\n{result.stderr}")
        return result.stdout

    @property
    def login(self) -> tuple[str, str]:
        """User name and password of an account that may do everything."""
        username, password = (self.folder / "login").read_text().split()
        return username, password


@dataclass(frozen=True)
class RunningSite(Site):
    """A site that answers at `url` (no slash at the end)."""

    url: str
    process: subprocess.Popen

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers and body as they came over the line; redirects are followed."""
        request = urllib.request.Request(self.url + path, headers=dict(headers or {}))
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    def paths(self) -> list[str]:
        """The path of every page in the sitemap."""
        sitemap = ElementTree.fromstring(self.get("/sitemap.xml")[2])
        return [(location.text or "").removeprefix(self.url) for location in sitemap.iter(LOCATION)]


@contextlib.contextmanager
def prepared_site(**settings: str) -> Iterator[Site]:
    """A site with the demo, static files and image sizes, not yet running; these settings are added to its own."""
    folder = Path(tempfile.mkdtemp(prefix="leergang-site-"))
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    site = Site(folder, {**kept, "VAR_DIR": str(folder), **settings})

    def make() -> None:
        site.call([sys.executable, str(ROOT / "site" / "deploy" / "prepare.py")])
        site.manage("prepare")

    try:
        if settings:  # in another database, which is not in the folder
            make()
        else:
            kept_demo.fill(folder, make)
        yield site
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def running_site(site: Site) -> Iterator[RunningSite]:
    """The prepared site, served as `make run` serves it, until the end of the block."""
    port = free_port()
    command = [sys.executable, str(ROOT / "manage.py"), "stack", "--port", str(port)]
    log_path = site.folder / "log"
    with log_path.open("w") as log:
        process = subprocess.Popen(command, env=site.environment, stdout=log, stderr=log, preexec_fn=die_with_parent)
    running = RunningSite(site.folder, site.environment, f"http://localhost:{port}", process)
    try:
        wait_until_ready(running, log_path)
        yield running
    finally:
        end(process, patience=40)


def wait_until_ready(site: RunningSite, log_path: Path, patience: float = 60) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until and site.process.poll() is None:
        with contextlib.suppress(OSError):
            if site.get("/klaar/")[0] == 200:
                return
        time.sleep(0.2)
    raise RuntimeError(f"The site did not start:\n{log_path.read_text()}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
