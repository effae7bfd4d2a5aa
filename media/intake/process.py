"""The intake as the site calls it: one upload at a time goes to a child process and comes back clean, or not."""

import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from media.intake.verdict import Clean, RefusedError

logger = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds that the child may take, waiting for the processor included
QUEUE = 60  # seconds that an upload waits for those before it
# Nothing of the site's environment: no key, no password. One arena, as each takes 64 MB of the address space.
ENVIRONMENT = {"PATH": os.defpath, "LANG": "C.UTF-8", "MALLOC_ARENA_MAX": "1"}

one_at_a_time = threading.Lock()  # per web process


@dataclass
class Cleaned:
    """The clean file, without a name on disk: it is gone when it is closed."""

    file: IO[bytes]
    clean: Clean


def clean(kind: str, extension: str, chunks: Iterable[bytes]) -> Cleaned:
    """The upload made clean; raises RefusedError.

    A new program is started for it, not a fork, so that it has no connection of this process to the database.
    """
    if not one_at_a_time.acquire(timeout=QUEUE):
        raise RefusedError("too_busy")
    try:
        with tempfile.TemporaryFile() as upload:
            upload.writelines(chunks)
            upload.seek(0)
            return run(kind, extension, upload)
    finally:
        one_at_a_time.release()


def run(kind: str, extension: str, upload: IO[bytes]) -> Cleaned:
    result = tempfile.TemporaryFile()  # noqa: SIM115 - goes to the caller if all is well
    try:
        verdict = ask_child(kind, extension, upload, result)
        if "refused" in verdict:
            raise RefusedError(verdict["refused"], **verdict["facts"])
        result.seek(0)
        return Cleaned(result, Clean(**verdict["clean"]))
    except BaseException:
        result.close()
        raise


def ask_child(kind: str, extension: str, upload: IO[bytes], result: IO[bytes]) -> dict:
    """The child's verdict; a child that dies or takes too long has given one too."""
    command = [sys.executable, "-m", "media.intake.child", kind, extension]
    try:
        done = subprocess.run(
            command, stdin=upload, stdout=result, stderr=subprocess.PIPE, cwd=ROOT, env=ENVIRONMENT, timeout=PATIENCE
        )
        verdict = json.loads(done.stderr.splitlines()[-1])
    except subprocess.TimeoutExpired:
        verdict = {"refused": "too_heavy", "facts": {}, "error": "took too long"}
    except (IndexError, ValueError):
        verdict = {
            "refused": "too_heavy",
            "facts": {},
            "error": f"ended with {done.returncode}: {done.stderr[-300:]!r}",
        }
    if "error" in verdict:
        logger.warning("An upload (%s, .%s) was refused: %s", kind, extension, verdict["error"])
    return verdict
