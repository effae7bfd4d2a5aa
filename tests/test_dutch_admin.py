"""The admin is Dutch throughout, also what installed packages show in it.

Every string that a package means to be translated is looked up as Django does in Dutch. What is rightly the same in
both languages is listed in same_in_dutch.txt.

Translations of our own are in site/config/locale/nl. After a change, in its folder LC_MESSAGES:
`msgfmt --check -o django.mo django.po`, and the same for `djangojs`.
"""

import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation.trans_real import DjangoTranslation

from tests.translatable import Message, messages, read_po

TESTS = Path(__file__).resolve().parent
LOCALE = TESTS.parent / "site" / "config" / "locale"
DOMAINS = ("django", "djangojs")

# Lines are stripped on both sides: ", " is listed as ",".
SAME_IN_DUTCH = {
    line.strip()
    for line in (TESTS / "same_in_dutch.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
}

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sdr]|\{[\w.]*\}")
TAG = re.compile(r"</?[a-zA-Z]\w*")
GLUED = re.compile(r"\)[sd][A-Za-z]|[A-Za-z]%\(")  # a placeholder without a space between it and a word
FORMAL = re.compile(r"\b[Uu]w?\b")


def pairs(catalog: GNUTranslations, message: Message) -> list[tuple[str, str]]:
    """(English, Dutch) as Django shows them: one pair, or two if there is a plural."""
    prefix, text, plural = message.prefix, message.text, message.plural
    if plural is None:
        return [(text, catalog.gettext(prefix + text).removeprefix(prefix))]
    forms = ((text, 1), (plural, 2))
    return [
        (english, catalog.ngettext(prefix + text, prefix + plural, count).removeprefix(prefix))
        for english, count in forms
    ]


def translated() -> Iterator[tuple[str, Message, str, str]]:
    """(where it was found, message, English, Dutch)"""
    for domain in DOMAINS:
        catalog = DjangoTranslation("nl", domain=domain)
        for message, package in messages(domain).items():
            for english, dutch in pairs(catalog, message):
                yield f"{package} ({domain})", message, english, dutch


def listed(faults: set[str]) -> str:
    return "\n".join([f"{len(faults)} strings:", *sorted(faults)])


def test_our_catalog_is_used():
    assert LOCALE in [Path(path).resolve() for path in settings.LOCALE_PATHS]


def test_enough_is_collected():
    """If collecting fails, the other tests have nothing to find fault with."""
    assert len(messages("django")) > 1500
    assert len(messages("djangojs")) > 80


def test_everything_is_translated():
    faults = {
        f"{where}: {english!r}"
        for where, _, english, dutch in translated()
        if dutch == english and english.strip() not in SAME_IN_DUTCH
    }
    assert not faults, listed(faults)


def test_nobody_is_addressed_formally():
    faults = {f"{where}: {dutch!r}" for where, _, _, dutch in translated() if FORMAL.search(dutch)}
    assert not faults, listed(faults)


def test_placeholders_are_kept():
    """A plural's forms may write a number out ("1 pagina"), so these may leave placeholders out."""
    faults = set()
    for where, message, english, dutch in translated():
        allowed = set(PLACEHOLDER.findall(f"{message.text}\n{message.plural or ''}"))
        required = set() if message.plural else allowed
        if not required <= set(PLACEHOLDER.findall(dutch)) <= allowed:
            faults.add(f"{where}: {english!r} => {dutch!r}")
    assert not faults, listed(faults)


def test_tags_and_spaces_are_kept():
    faults = {
        f"{where}: {english!r} => {dutch!r}"
        for where, _, english, dutch in translated()
        if sorted(TAG.findall(english)) != sorted(TAG.findall(dutch))
        or (GLUED.search(dutch) and not GLUED.search(english))
    }
    assert not faults, listed(faults)


@pytest.mark.parametrize("domain", DOMAINS)
def test_our_catalog_is_compiled(domain):
    path = LOCALE / "nl" / "LC_MESSAGES" / domain
    with path.with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    assert compiled.info()["language"] == "nl"
    expected = {}
    for message, forms in read_po(path.with_suffix(".po")).items():
        assert all(forms), f"without translation: {message.text!r}"
        key = message.prefix + message.text
        expected |= {(key, number): form for number, form in enumerate(forms)} if message.plural else {key: forms[0]}
    assert {key: value for key, value in compiled._catalog.items() if key} == expected, f"compile {domain}.po again"
