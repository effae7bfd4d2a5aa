"""The program of the child process: one upload in at standard input, the clean file out at standard output.

    python -m media.intake.child KIND EXTENSION

Its verdict goes to standard error as a last line of JSON. It runs with limits of its own and without the site: no
settings, no database, no secret key.
"""

import importlib
import io
import json
import resource
import sys
from dataclasses import asdict

from media.intake.verdict import MAX_RESULT_BYTES, Clean, RefusedError

MEMORY = 800 * 1024 * 1024  # bytes of address space, of which a new process takes 100 MB
SECONDS = 20  # of processor time
LIMITS = (
    (resource.RLIMIT_AS, MEMORY),
    (resource.RLIMIT_CPU, SECONDS),
    (resource.RLIMIT_FSIZE, MAX_RESULT_BYTES),
    (resource.RLIMIT_CORE, 0),
)


def main() -> None:
    kind, extension = sys.argv[1:]
    for limit, value in LIMITS:
        resource.setrlimit(limit, (value, value))
    verdict, result = judge(kind, extension, sys.stdin.buffer.read())
    sys.stdout.buffer.write(result)
    sys.stdout.buffer.flush()
    print(json.dumps(verdict), file=sys.stderr)


def judge(kind: str, extension: str, data: bytes) -> tuple[dict, bytes | memoryview]:
    """Cleans an upload; raises nothing.

    Gives `{"clean": …}` with the new file, or `{"refused": reason, "facts": …}` with nothing.
    """
    result = Result()
    try:
        cleaned: Clean = importlib.import_module(f"media.intake.{kind}").clean(data, extension, result)
        return {"clean": asdict(cleaned)}, result.getbuffer()
    except RefusedError as refused:
        return {"refused": refused.reason, "facts": refused.facts}, b""
    except MemoryError:
        return {"refused": "too_heavy", "facts": {}}, b""
    except Exception as error:  # a parser may raise anything on broken or hostile data, and that is its answer
        return {"refused": f"broken_{kind}", "facts": {}, "error": repr(error)[:300]}, b""


class Result(io.BytesIO):
    """The file that is being written, which may not grow without end."""

    def write(self, data, /) -> int:
        if self.tell() + len(data) > MAX_RESULT_BYTES:
            raise RefusedError("result_too_big", megabytes=MAX_RESULT_BYTES // 1024**2)
        return super().write(data)


if __name__ == "__main__":
    main()
