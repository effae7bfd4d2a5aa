"""Every string that installed packages mean to be translated: from their catalogs, their source and their templates."""

import ast
import functools
import importlib.util
import re
import warnings
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path
from typing import NamedTuple

import django
from django.apps import apps
from django.utils.translation.template import templatize

# Packages that show strings though most are not in INSTALLED_APPS.
OTHER_PACKAGES = ("treebeard", "modelsearch", "django_tasks", "modelcluster", "taggit")

# Only developers see these.
FOR_DEVELOPERS = {"debug_toolbar", "django_extensions", "wagtail.contrib.styleguide"}

# Folders in a package whose strings never reach the admin.
SILENT_FOLDERS = {
    "test", "tests", "testapp", "migrations", "project_template", "app_template", "node_modules", "static", "locale",
    "__pycache__",
}  # fmt: skip

# Folders of Wagtail that are apps themselves: those in use are collected under their own name.
WAGTAIL_APPS = {
    "admin", "contrib", "documents", "images", "snippets", "users", "embeds", "search", "sites", "locales", "api",
}  # fmt: skip

# What the arguments of each function are; those whose name ends in _lazy or _noop take the same.
ARGUMENTS = {
    "gettext": ("text",),
    "ngettext": ("text", "plural"),
    "pgettext": ("context", "text"),
    "npgettext": ("context", "text", "plural"),
}


class Message(NamedTuple):
    text: str
    plural: str | None = None
    context: str | None = None

    @property
    def prefix(self) -> str:
        """What gettext puts before a string that has a context."""
        return f"{self.context}\x04" if self.context else ""


# --- Catalogs ----------------------------------------------------------------------------------------------------

PO_ENTRY = re.compile(
    r"(?P<comments>(?:^#.*\n)*)"
    r'(?:^msgctxt\s+(?P<context>".*")\n)?'
    r'^msgid\s+(?P<text>".*")\n'
    r'(?:^msgid_plural\s+(?P<plural>".*")\n)?'
    r'(?P<translations>(?:^msgstr(?:\[\d\])?\s+".*"\n?)+)',
    re.M,
)


def read_po(path: Path) -> dict[Message, list[str]]:
    """The messages of a .po file with their translations: one, or as many as there are plural forms."""
    source = re.sub(r'"\s*\n\s*"', "", path.read_text(encoding="utf-8"))  # each string on one line
    messages = {}
    for entry in PO_ENTRY.finditer(source):
        message = Message(**{name: ast.literal_eval(entry[name] or "None") for name in Message._fields})
        if message.text and not re.search(r"^#,.*\bfuzzy\b", entry["comments"], re.M):
            lines = entry["translations"].splitlines()
            messages[message] = [ast.literal_eval(line[line.index('"') :]) for line in lines]
    return messages


def read_mo(path: Path) -> Iterator[Message]:
    """The messages of a .mo file; it does not tell their plurals."""
    with path.open("rb") as file:
        keys = GNUTranslations(file)._catalog
    for key in keys:
        context, _, text = (key[0] if isinstance(key, tuple) else key).rpartition("\x04")
        if text:
            yield Message(text, context=context or None)


def from_catalogs(folder: Path, domain: str) -> Iterator[Message]:
    english, dutch = (folder / "locale" / language / "LC_MESSAGES" / domain for language in ("en", "nl"))
    if english.with_suffix(".po").exists():
        yield from read_po(english.with_suffix(".po"))
    elif english.with_suffix(".mo").exists():
        yield from read_mo(english.with_suffix(".mo"))
    if dutch.with_suffix(".po").exists():  # may have strings that the English one lacks
        yield from read_po(dutch.with_suffix(".po"))


# --- Source and templates ----------------------------------------------------------------------------------------

LITERAL = r"""[uU]?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
CALL = re.compile(rf"(?<![\w.])(_|n?p?gettext)\(\s*({LITERAL})(?:\s*,\s*({LITERAL}))?(?:\s*,\s*({LITERAL}))?", re.S)


def arguments_of(function: str) -> tuple[str, ...]:
    return ARGUMENTS.get(function.removesuffix("_lazy").removesuffix("_noop"), ())


def translation_names(tree: ast.Module) -> dict[str, str]:
    """What a module calls the functions it imports from Django's translation; `translation` if that is imported."""
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if node.module == "django.utils.translation" or (node.module, alias.name) == ("django.utils", "translation")
    }


def from_python(path: Path) -> Iterator[Message]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = translation_names(tree)
    calls = [node for node in ast.walk(tree) if names and isinstance(node, ast.Call)]
    for call in calls:
        called = getattr(call.func, "id", None) or getattr(call.func, "attr", "")
        arguments = arguments_of(names.get(called, called))
        values = [getattr(argument, "value", None) for argument in call.args[: len(arguments)]]
        if values and len(values) == len(arguments) and all(isinstance(value, str) and value for value in values):
            yield Message(**dict(zip(arguments, values, strict=True)))


def from_template(path: Path) -> Iterator[Message]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = templatize(path.read_text(encoding="utf-8"))
    for function, *literals in CALL.findall(source):
        values = [ast.literal_eval(literal) for literal in literals if literal]
        if values[0]:
            yield Message(**dict(zip(arguments_of(function if function != "_" else "gettext"), values, strict=False)))


def from_source(folder: Path, without: set[str]) -> Iterator[Message]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if parts[0] in without or SILENT_FOLDERS.intersection(parts) or path.name.startswith("test"):
            continue
        if path.suffix == ".py":
            yield from from_python(path)
        elif path.suffix in (".html", ".txt") and "templates" in parts:
            yield from from_template(path)


# --- All of them -------------------------------------------------------------------------------------------------


def packages() -> dict[str, Path]:
    """The folder of each installed package that can show strings in the admin."""
    folders = {}
    for app in apps.get_app_configs():
        installed = {"site-packages", "dist-packages"}.intersection(Path(app.path).parts)
        if installed and app.name not in FOR_DEVELOPERS:
            folders[app.name] = Path(app.path)
    for name in OTHER_PACKAGES:
        spec = importlib.util.find_spec(name)
        if spec and spec.origin:
            folders.setdefault(name, Path(spec.origin).parent)
    return folders


@functools.cache
def messages(domain: str) -> dict[Message, str]:
    """Every message with the package it was found in first."""
    found = dict.fromkeys(from_catalogs(Path(django.__file__).parent / "conf", domain), "django.conf")
    for name, folder in packages().items():
        for message in from_catalogs(folder, domain):
            found.setdefault(message, name)
        if domain == "django":
            for message in from_source(folder, without=WAGTAIL_APPS if name == "wagtail" else set()):
                found.setdefault(message, name)
    return found
