"""Requests of one process take turns, but none waits for a slow one."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from serving import turns


class Application:
    """Stays in its first request until it is released, and notes when the second has come in."""

    def __init__(self):
        self.first_is_in, self.second_is_in, self.may_end = Event(), Event(), Event()

    def __call__(self, environ, start_response):
        if environ["PATH_INFO"] == "/een/":
            self.first_is_in.set()
            assert self.may_end.wait(10)
        else:
            self.second_is_in.set()
        return [environ["PATH_INFO"].encode()]


@pytest.fixture
def pool():
    with ThreadPoolExecutor(2) as pool:
        yield pool


def both_requests(application: Application, pool: ThreadPoolExecutor) -> list:
    in_turn = turns.taking_turns(application)
    first = pool.submit(in_turn, {"PATH_INFO": "/een/"}, None)
    assert application.first_is_in.wait(10)
    return [first, pool.submit(in_turn, {"PATH_INFO": "/twee/"}, None)]


def test_the_second_comes_in_after_the_first(pool, monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 30)
    application = Application()
    requests = both_requests(application, pool)
    assert not application.second_is_in.wait(0.2)
    application.may_end.set()
    assert [request.result(10) for request in requests] == [[b"/een/"], [b"/twee/"]]


def test_a_slow_request_holds_up_nobody(pool):
    application = Application()
    requests = both_requests(application, pool)
    assert application.second_is_in.wait(10)
    application.may_end.set()
    assert [request.result(10) for request in requests] == [[b"/een/"], [b"/twee/"]]


def test_a_request_that_fails_passes_its_turn_on(pool, monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 30)

    def failing(environ, start_response):
        raise ValueError("kapot")

    in_turn = turns.taking_turns(failing)
    for _ in range(2):
        with pytest.raises(ValueError, match="kapot"):
            pool.submit(in_turn, {}, None).result(10)
