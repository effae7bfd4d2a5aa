"""Requests of one process take turns, because Python runs one thread at a time anyway."""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

PATIENCE = 0.05  # seconds; who has waited that long goes ahead, so that a slow request never holds up another


def taking_turns(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """The WSGI application, with one request at a time at work in a process, as far as that is quick.

    Threads are there for clients that are slow to send or to read; a browser's spare connection would hold a process
    with one thread for seconds. But two that both compute pass Python's lock to and fro at every query, and are slower
    together than one after the other: with SQLite up to twice as slow.
    """
    turn = Lock()

    def in_turn(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        is_mine = turn.acquire(timeout=PATIENCE)
        try:
            return application(environ, start_response)
        finally:
            if is_mine:
                turn.release()

    return in_turn
