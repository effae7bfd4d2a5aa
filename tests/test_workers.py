"""Connections that are opened at once are shared by the web processes."""

import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from gunicorn.config import Config
from gunicorn.glogging import Logger

from serving import workers


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(5)
        yield listener


@pytest.fixture
def worker(listener, monkeypatch):
    """A worker that listens there and handles nothing; its patience is long, so that a busy machine changes nothing."""
    monkeypatch.setattr(workers, "PAUSE", 0.5)
    monkeypatch.setattr(workers.EvenWorker, "enqueue_req", lambda self, conn: conn.sock.close())
    made = workers.EvenWorker(1, 0, [listener], None, 30, Config(), Logger(Config()))
    yield made
    made.tmp.close()


def test_a_worker_without_connections_takes_the_next(worker, listener):
    with socket.create_connection(listener.getsockname()):
        worker.accept(listener)
    assert worker.nr_conns == 1


def test_a_worker_with_connections_lets_an_idle_neighbour_go_first(worker, listener):
    worker.nr_conns = 1
    with (
        ThreadPoolExecutor(1) as pool,
        listener.dup() as same,
        socket.create_connection(listener.getsockname()),
    ):
        same.settimeout(5)
        neighbour = pool.submit(same.accept)
        listener.settimeout(0)  # as gunicorn's own: who comes second finds nothing
        worker.accept(listener)
        taken, _ = neighbour.result(5)
        taken.close()
    assert worker.nr_conns == 1


def test_a_worker_with_connections_takes_what_no_neighbour_wants(worker, listener):
    worker.nr_conns = 1
    with socket.create_connection(listener.getsockname()):
        worker.accept(listener)
    assert worker.nr_conns == 2
