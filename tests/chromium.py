"""The Chromium that is installed on the machine."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PROGRAM = Path(shutil.which("chromium") or "/usr/bin/chromium")
# As root there is no sandbox, and without the last three it talks to its maker's hosts.
OPTIONS = ("--no-sandbox", "--disable-gpu", "--no-first-run")
OPTIONS += ("--disable-background-networking", "--disable-component-update", "--disable-sync")


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=OPTIONS)
        yield browser
        browser.close()
