"""Tests in a real browser, on the real thing: the demo, served as visitors get it by the whole stack.

The site is made once for all of these tests, in a folder and database of its own, and runs in other processes. So these
tests never use pytest-django's `db`, and nothing that Django flushes after a live-server test is missed here. They look
at the site through the browser, `demo.get()` and `demo.manage()`. A test that changes something through the editor adds
pages of its own and leaves the demo's as they are.
"""

import time
from collections.abc import Callable, Iterator

import machine
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from chromium import PROGRAM, chromium
from running import RunningSite, prepared_site, running_site


@pytest.fixture(scope="session")
def demo() -> Iterator[RunningSite]:
    with prepared_site() as site, running_site(site) as running:
        yield running
        assert is_in_step(running), running.manage("search_index", "--check")


def is_in_step(site: RunningSite, seconds: int = 60) -> bool:
    """Whether both search indexes hold what the tests have made of the site; the worker gets that time for it."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            return bool(site.manage("search_index", "--check"))
        except RuntimeError:
            time.sleep(2)
    return False


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not PROGRAM.exists():
        pytest.skip(f"No Chromium here. To install: {machine.hint(['chromium'])}")
    with chromium() as launched:
        yield launched


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What browsers complained of: a message in the console, an error in a script, a request to another host.

    Any of these fails the test. One that asks for something wrong on purpose (Chromium reports a 404 in the console)
    empties the list.
    """
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture
def open_context(browser: Browser, demo: RunningSite, complaints: list[str]) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browser contexts on the demo's address: `open_context(viewport=..., color_scheme=...)`."""
    contexts: list[BrowserContext] = []

    def make(**options) -> BrowserContext:
        context = browser.new_context(base_url=demo.url, **{"locale": "nl-NL", **options})
        context.on("console", lambda message: complaints.append(f"console: {message.text} {message.location['url']}"))
        context.on("weberror", lambda error: complaints.append(f"script: {error.error}"))
        context.on("request", lambda request: complaints.extend(foreign(request.url, demo.url)))
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()


def foreign(address: str, own: str) -> list[str]:
    return [] if address.startswith((f"{own}/", "data:", "blob:")) else [f"other host: {address}"]


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Page:
    """A page as a visitor on a desktop has it."""
    return open_context(viewport={"width": 1280, "height": 900}).new_page()


@pytest.fixture
def phone(open_context: Callable[..., BrowserContext]) -> Page:
    """A page as a visitor on a small phone has it."""
    return open_context(viewport={"width": 320, "height": 640}, is_mobile=True, has_touch=True).new_page()
