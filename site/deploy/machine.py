"""Programs that the machine itself has to bring: says which are missing, and installs them where that is allowed.

    python3 site/deploy/machine.py postgresql chromium

Root on a machine with apt gets them installed; anyone else gets the one line to run. Only Python's standard library is
used: this runs before there is a virtual environment.
"""

import argparse
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True)
class Need:
    """Something to find on the machine, and the Debian packages that bring it."""

    found: Callable[[], object]
    packages: tuple[str, ...]


def program(name: str) -> Callable[[], object]:
    return lambda: shutil.which(name)


def server_program(name: str) -> Callable[[], object]:
    """One that only root has on the PATH."""
    return lambda: shutil.which(name) or shutil.which(name, path="/usr/sbin")


def postgresql_bin() -> Path | None:
    """The folder with the newest installed PostgreSQL server; Debian keeps it off the PATH."""
    installed = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(installed, key=lambda path: int(path.parts[4]), default=None) or shutil.which("initdb")
    return Path(newest).resolve().parent if newest else None


NEEDS = {
    # Debian's Python comes without the module that puts pip into a new environment.
    "venv": Need(lambda: find_spec("ensurepip"), ("python3-venv",)),
    "postgresql": Need(postgresql_bin, ("postgresql",)),
    "chromium": Need(program("chromium"), ("chromium",)),
    "node": Need(program("npm"), ("nodejs", "npm")),
    "java": Need(program("java"), ("default-jre-headless",)),
    "wrk": Need(program("wrk"), ("wrk",)),
    "nginx": Need(server_program("nginx"), ("nginx-light",)),
    "exiftool": Need(program("exiftool"), ("libimage-exiftool-perl",)),
}


def missing_packages(names: Iterable[str]) -> list[str]:
    return [package for name in names if not NEEDS[name].found() for package in NEEDS[name].packages]


def install(packages: list[str]) -> None:
    # Recommended packages would pull in desktops and build tools that nothing here uses.
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], check=True, env=quiet)
    subprocess.run(["apt-get", "install", "-qy", "--no-install-recommends", *packages], check=True, env=quiet)


def provide(names: Iterable[str]) -> bool:
    """Whether all of these are there, after installing what is missing if we may."""
    packages = missing_packages(names)
    if not packages:
        return True
    if os.geteuid() == 0 and shutil.which("apt-get"):
        install(packages)
        return not missing_packages(names)
    print(f"Not installed here. To install: {hint(packages)}", file=sys.stderr)
    return False


def hint(packages: list[str]) -> str:
    return f"sudo apt-get install {shlex.join(packages)}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="+", choices=NEEDS)
    parser.add_argument("--optional", action="store_true", help="go on without them, except in CI")
    options = parser.parse_args()
    may_go_on = options.optional and not os.environ.get("CI")
    return 0 if provide(options.names) or may_go_on else 1


if __name__ == "__main__":
    sys.exit(main())
