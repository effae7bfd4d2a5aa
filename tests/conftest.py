"""What all tests share: the settings as in production, from an environment of their own, with nothing kept.

The settings are config.settings itself; a test that needs another value uses pytest-django's `settings` fixture.

**Tests with a live server.** A server in another thread sees only what is committed, so such a test runs without a
surrounding transaction and Django empties all tables afterwards: also the root page, the locale, groups and workflow
that migrations wrote. Ask for `live_site` instead of `live_server`: it puts back what migrations wrote before the test
begins. pytest-django runs these tests after all others, so nothing else meets the empty tables.
"""

import io
import os
import tempfile
from pathlib import Path

import pytest

VAR = Path(tempfile.mkdtemp(prefix="leergang-tests-"))

# Before Django reads its settings: pytest-django does so when this file has been loaded.
os.environ.update(
    DJANGO_SETTINGS_MODULE="config.settings",
    SECRET_KEY="only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
    ENV_FILE=os.devnull,  # what a developer has set in var/env is no part of a test
    VAR_DIR=str(VAR),
    BASE_URL="http://localhost",
    ALLOWED_HOSTS="localhost,testserver",
    PLAIN_HTTP="true",
    DEBUG="false",
    LOG_LEVEL="ERROR",
)
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")


def pytest_configure(config):
    from django.conf import settings

    # Hashed names come from collectstatic, which tests must not need. test_static_files.py tests the real storage.
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STATIC_ROOT.mkdir(parents=True)  # WhiteNoise warns if it is not there
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_unconfigure(config):
    import shutil

    shutil.rmtree(VAR, ignore_errors=True)


def pytest_sessionfinish(session, exitstatus):
    """In CI a test that was skipped is a test that did not pass."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped") and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The tables for the tests; when all have run, no test has left a search index out of step, ours or Wagtail's."""
    yield
    from django.core.management import call_command

    with django_db_blocker.unblock():
        call_command("update_index", verbosity=0)  # what migrations wrote never went by Wagtail's signals
        call_command("search_index", "--check", stdout=io.StringIO())


@pytest.fixture(autouse=True)
def empty_cache():
    """Rows come and go under the same keys in every test, so nothing may be remembered from the one before."""
    from django.core.cache import cache

    cache.clear()


@pytest.fixture
def live_site(django_db_serialized_rollback, live_server):
    """A running server on a database that holds what migrations wrote; see above."""
    return live_server
