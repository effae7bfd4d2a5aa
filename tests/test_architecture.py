"""The house keeps its shape: what stands where, and which way models point."""

import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = settings.ROOT
LAYERS = ["media", "people", "pages", "programme", "portraits", "editing"]
TOP = {
    *("manage.py", "site", "portraits", "programme", "search", "media", "tests"),
    *("pyproject.toml", "README.md", "Makefile", "uv.lock", "LICENSE", "CHANGELOG.md"),
}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [Path(line) for line in listed.stdout.splitlines()]


def test_nothing_else_at_the_top():
    names = {path.parts[0] for path in tracked()}
    assert {name for name in names if not name.startswith(".")} <= TOP


def test_site_is_no_package():
    assert not (ROOT / "site" / "__init__.py").exists(), "`site` is a module of Python's standard library"


def test_no_drawer_without_a_name():
    drawers = {"utils", "util", "helpers", "core", "common", "services", "manager", "misc"}
    assert [path for path in tracked() if path.suffix == ".py" and path.stem in drawers] == []


@pytest.mark.parametrize("app", LAYERS)
def test_models_point_down(app):
    """A model may refer to its own app, to a lower one, or to Django's and Wagtail's; templates are where apps meet."""
    higher = LAYERS[LAYERS.index(app) + 1 :]
    upward = [
        f"{model.__name__}.{field.name} → {field.related_model._meta.label}"
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        if field.related_model._meta.app_label in higher
    ]
    assert upward == [], "let the higher app's model hold the relation"


def test_templates_have_nothing_inline():
    pattern = re.compile(r'style="|<style|<script(?![^>]*\ssrc=)|\son[a-z]+="')
    templates = [ROOT / path for path in tracked() if path.suffix == ".html"]
    found = [str(path) for path in templates if pattern.search(path.read_text())]
    assert found == [], "the content security policy forbids inline styles and scripts"


def test_stylesheet_names_every_part():
    css = ROOT / "site" / "static" / "css"
    imported = set(re.findall(r'@import "(?:parts/)?([\w-]+)\.css"', (css / "site.css").read_text()))
    files = {path.stem for path in css.rglob("*.css") if not path.stem.startswith("admin")} - {"site"}
    assert files == imported


def test_no_stylesheet_is_too_long_to_read():
    assert [
        path for path in (ROOT / "site" / "static").rglob("*.css") if len(path.read_text().splitlines()) > 250
    ] == []


def test_the_readme_stays_short_and_its_pictures_exist():
    readme = (ROOT / "README.md").read_text()
    assert len(readme.splitlines()) < 150
    for name in re.findall(r"!\[[^]]*\]\(([^)]+)\)", readme):
        assert (ROOT / name).exists(), name


def test_every_dependency_has_a_lower_bound_and_a_reason():
    text = (ROOT / "pyproject.toml").read_text()
    lines = re.findall(r'^    "[a-z].*$', text.split("[tool.")[0], re.M)
    assert len(lines) > 15
    assert [line for line in lines if not re.search(r">=[\d.]+.*\".*,\s+# \w+", line)] == []
