"""The settings as a machine meets them: a process of its own, with nothing but the variables that are named."""

import os
import re
import subprocess
import sys
from pathlib import Path

import prepare
import pytest

ROOT = Path(__file__).resolve().parents[1]
KEY = "0123456789abcdefghijklmnopqrstuvwxyz-0123456789-abcdefghij"


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    variables = {"PATH": os.environ["PATH"], "ENV_FILE": os.devnull, **environment}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=variables, capture_output=True, text=True
    )


def value(name: str, **environment: str) -> str:
    result = manage("shell", "-v0", "-c", f"from django.conf import settings; print(settings.{name})", **environment)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


@pytest.mark.parametrize("key", [{}, {"SECRET_KEY": ""}, {"SECRET_KEY": "short"}])
def test_without_a_secret_key_nothing_starts(key):
    result = manage("check", **key)
    assert result.returncode != 0
    assert "Set SECRET_KEY in the environment" in result.stderr


def test_deployment_check_has_nothing_to_say_about_the_defaults():
    result = manage("check", "--deploy", "--fail-level", "INFO", SECRET_KEY=KEY)
    assert result.returncode == 0, result.stderr
    assert "no issues (0 silenced)" in result.stdout + result.stderr


def test_debug_and_plain_http_are_off_unless_asked_for():
    names = "DEBUG, settings.SECURE_SSL_REDIRECT, settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE"
    assert value(names, SECRET_KEY=KEY) == "False True True True"


def test_only_the_host_of_the_base_url_is_answered():
    assert value("ALLOWED_HOSTS", SECRET_KEY=KEY, BASE_URL="https://leergang.example") == "['leergang.example']"


def test_postgresql_comes_by_its_address():
    database = value("DATABASES['default']", SECRET_KEY=KEY, DATABASE_URL="postgres://a:b@db:5433/leergang")
    assert "'ENGINE': 'django.db.backends.postgresql'" in database
    assert "'PORT': 5433" in database


def test_environment_goes_before_the_file(tmp_path):
    file = tmp_path / "env"
    file.write_text(f"SECRET_KEY={KEY}\nBASE_URL=https://file.example\n")
    assert value("BASE_URL", ENV_FILE=str(file)) == "https://file.example"
    assert value("BASE_URL", ENV_FILE=str(file), BASE_URL="https://other.example") == "https://other.example"


def test_first_run_writes_settings_that_only_the_owner_reads(tmp_path):
    file = tmp_path / "var" / "env"
    assert prepare.write_env(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert value("ALLOWED_HOSTS", ENV_FILE=str(file)) == "['localhost', '127.0.0.1', '[::1]']"


def test_a_second_run_leaves_the_settings_alone(tmp_path):
    file = tmp_path / "env"
    file.write_text("SECRET_KEY=mine\n")
    assert not prepare.write_env(file)
    assert file.read_text() == "SECRET_KEY=mine\n"


def test_env_example_names_every_variable():
    """Each variable that the settings and gunicorn read has a line with an explanation, and there are no others."""
    code = "".join((ROOT / "site" / path).read_text() for path in ("config/settings.py", "deploy/gunicorn.conf.py"))
    read = set(re.findall(r"env\.\w+\(\s*\"(\w+)\"", code)) | set(re.findall(r"environ\.get\([\"'](\w+)", code))
    listed = re.findall(r"^#? ?([A-Z_]+)=", (ROOT / "site" / "deploy" / "env.example").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(read)
