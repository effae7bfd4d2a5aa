"""Asks ClamAV's daemon whether a file holds a virus, by its INSTREAM command (see clamd(8)).

Only where CLAMD_URL says that there is one: `unix:///run/clamav/clamd.ctl` or `tcp://127.0.0.1:3310`. The other checks
of the intake do not depend on it.
"""

import logging
import socket
import struct
from collections.abc import Iterable
from urllib.parse import urlsplit

from media.intake.verdict import RefusedError

logger = logging.getLogger(__name__)

PATIENCE = 30  # seconds without a sign of life
LONGEST_ANSWER = 4096  # bytes
CHUNK = 1 << 18  # bytes; the daemon's own limit is far above


def check(url: str, chunks: Iterable[bytes]) -> None:
    """Raises RefusedError if something is found, and also if nobody answers: an unchecked file is not let in."""
    try:
        answer = ask(url, chunks)
    except (OSError, ValueError) as error:
        logger.error("The virus scanner at %s does not answer: %r", url, error)
        raise RefusedError("scanner_away") from None
    if answer.endswith(" FOUND"):
        found = answer.removeprefix("stream: ").removesuffix(" FOUND")
        logger.warning("An upload was refused: the virus scanner found %s", found)
        raise RefusedError("virus", found=found)
    if answer != "stream: OK":
        logger.error("The virus scanner at %s answers: %s", url, answer or "nothing")
        raise RefusedError("scanner_away")


def ask(url: str, chunks: Iterable[bytes]) -> str:
    """The daemon's answer: `stream: OK`, or `stream: Eicar-Test-Signature FOUND`."""
    with connected(url) as connection:
        connection.sendall(b"zINSTREAM\0")
        for chunk in chunks:
            for start in range(0, len(chunk), CHUNK):
                part = chunk[start : start + CHUNK]
                connection.sendall(struct.pack(">I", len(part)) + part)
        connection.sendall(struct.pack(">I", 0))
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
            part = connection.recv(LONGEST_ANSWER)
            if not part:
                break
            answer += part
    return answer.rstrip(b"\0").decode("utf-8", "replace").strip()


def connected(url: str) -> socket.socket:
    """A connection to the daemon; raises OSError, or ValueError for an address that is none."""
    parts = urlsplit(url)
    if parts.scheme == "unix" and parts.path:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(PATIENCE)
        try:
            connection.connect(parts.path)
        except OSError:
            connection.close()
            raise
        return connection
    if parts.scheme == "tcp" and parts.hostname:
        return socket.create_connection((parts.hostname, parts.port or 3310), timeout=PATIENCE)
    raise ValueError("CLAMD_URL must look like unix:///run/clamav/clamd.ctl or tcp://127.0.0.1:3310")
