"""The prepared demo, made once for all that is tested on the same code: the stack, the browser, the audit, the benches.

A copy is kept in the machine's folder for temporary files under a name that follows from every source file, the day and
the user, so that other code never meets it. Each user of it gets a copy of their own.
"""

import hashlib
import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# All that decides what the prepared demo is.
SOURCES = ("manage.py", "uv.lock", "site", "media", "portraits", "programme", "search", "tests/running.py")
KEPT = 3 * 3600  # seconds that a copy is used; one run of all tests takes a part of an hour
PREFIX = f"leergang-demo-{os.getuid()}-"


def fill(folder: Path, make: Callable[[], None]) -> None:
    """Fills the folder with the demo, from the kept copy if there is one; else `make` does so, and a copy is kept."""
    kept = Path(tempfile.gettempdir()) / f"{PREFIX}{fingerprint()}"
    if is_usable(kept):
        shutil.copytree(kept, folder, dirs_exist_ok=True)
        return
    make()
    keep(folder, kept)


def fingerprint() -> str:
    """Changes with every source file, the version of Python and the day: the demo counts from today."""
    digest = hashlib.sha256(f"{sys.version} {datetime.now(UTC):%Y-%m-%d}".encode())
    for path in sources():
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:24]


def sources() -> Iterator[Path]:
    for name in SOURCES:
        path = ROOT / name
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (each for each in found if each.is_file() and "__pycache__" not in each.parts)


def is_usable(kept: Path) -> bool:
    """Whether it is there, young, and a folder of nobody else: others can write where temporary files are."""
    try:
        found = kept.lstat()
    except OSError:
        return False
    is_private = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
    return is_private and time.time() - found.st_mtime < KEPT


def keep(folder: Path, kept: Path) -> None:
    """Puts a copy there in one step. Copies that are no longer used go; one that another run has put there stays."""
    for old in kept.parent.glob(f"{PREFIX}*"):
        if not is_usable(old):
            shutil.rmtree(old, ignore_errors=True)
    unfinished = Path(tempfile.mkdtemp(prefix=PREFIX))  # for this user only
    try:
        shutil.copytree(folder, unfinished, dirs_exist_ok=True)
        os.utime(unfinished)
        unfinished.chmod(0o700)
        unfinished.rename(kept)
    except OSError:  # no room for it, or another run was first
        shutil.rmtree(unfinished, ignore_errors=True)
