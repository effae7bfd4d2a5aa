"""Het beheer is helemaal Nederlands.

Voor elk geïnstalleerd pakket zoekt deze test alle teksten op die vertaald
horen te zijn: uit de meegeleverde catalogi (.po, of anders .mo) én uit de
broncode en de templates zelf. Daarna kijkt hij of Django met taal ``nl`` iets
anders teruggeeft dan het Engels. Wat in het Nederlands terecht hetzelfde is,
staat hieronder in een lijst.

Eigen teksten staan in ``site/config/locale/nl``; na een wijziging:
``msgfmt --check -o django.mo django.po`` (en hetzelfde voor ``djangojs``).
"""

import ast
import functools
import gettext as gettext_module
import importlib.util
import re
import warnings
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.conf import settings
from django.utils.translation.template import templatize
from django.utils.translation.trans_real import DjangoTranslation

HIER = Path(__file__).resolve()
LOCALE = next(
    pad
    for pad in (
        HIER.parent.parent / "site" / "config" / "locale",
        HIER.parent.parent / "config" / "locale",
    )
    if pad.is_dir()
)

# Pakketten die meestal niet in INSTALLED_APPS staan, maar wel teksten tonen.
EXTRA_PAKKETTEN = ("treebeard", "modelsearch", "django_tasks", "modelcluster", "taggit")

# Alleen voor ontwikkelaars; nooit zichtbaar voor redacteuren of bezoekers.
OVERSLAAN = {"debug_toolbar", "django_extensions", "wagtail.contrib.styleguide"}

# Mappen in een pakket waarvan de teksten nooit in het beheer komen.
STILLE_MAPPEN = {
    "test", "tests", "testapp", "migrations", "project_template", "app_template",
    "node_modules", "static", "locale", "__pycache__",
}  # fmt: skip

# Teksten die in het Nederlands terecht hetzelfde zijn.
ZELFDE = {
    # namen van talen
    "Afrikaans", "Esperanto", "Hindi", "Ido", "Igbo", "Interlingua", "Kannada",
    "Khmer", "Malayalam", "Marathi", "Punjabi", "Swahili", "Tamil", "Thai", "Urdu",
    "Welsh",
    # namen van producten en technische namen
    "IPv4", "IPv6", "Taggit", "URL", "ID", "Wagtail API v2", "Wagtail API v3",
    "Wagtail sitemaps", "Wagtail sites", "checksum", "hash", "salt",
    # maten, tijd en datum
    "%s KB", "%s MB", "%s GB", "%s TB", "%s PB", "%(size)d byte", "%(size)d bytes",
    "AM", "PM", "a.m.", "p.m.", "%(num)d week", "%(num)s min", "%(num)s pixel",
    "%(num)s pixels", "jan", "feb", "apr", "jun", "jul", "aug", "sep", "nov", "dec",
    "M", "W", "%(value)s googol",
    # alleen plaatshouders en leestekens
    "…", ":", ", ", ":?.!", "%(truncated_text)s…", "%(class_name)s %(instance)s",
    "%(classname)s object (%(id)s)", "%(field_label)s:",
    "%(range_start)s - %(range_end)s", "%(related_model_name)s %(field_label)s",
    "%(status_display)s %(task_name)s %(started_at)s",
    "%(time_zone_option)s: %(localized_time_zone_label)s",
    # gewone Nederlandse woorden
    "Account", "account", "Alias", "App", "Code", "contrast", "Dashboard", "Document",
    "document", "%(count)s document", "Download CSV", "Download XLSX", "Filter",
    "item", "items", "label", "Link", "Minimap", "Permanent", "permanent",
    "Privacy", "Site", "site", "Sites", "sites", "slug", "Snippets", "Status",
    "status", "Status: ", "Status %(status)s", "Tag", "tag", "Tags", "tags", "Type",
    "Workflow", "workflow", "Workflows", "workflows",
}  # fmt: skip

PLAATSHOUDER = re.compile(r"%\(\w+\)[a-z]|%[sdr]|\{[\w.]*\}")
HTML = re.compile(r"</?[a-zA-Z]\w*")
BELEEFD = re.compile(r"\b[Uu]w?\b")

FUNCTIES = {
    "gettext": ("m",),
    "gettext_lazy": ("m",),
    "gettext_noop": ("m",),
    "ngettext": ("m", "p"),
    "ngettext_lazy": ("m", "p"),
    "pgettext": ("c", "m"),
    "pgettext_lazy": ("c", "m"),
    "npgettext": ("c", "m", "p"),
    "npgettext_lazy": ("c", "m", "p"),
}
LETTERLIJK = r"""[uU]?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
AANROEP = re.compile(
    rf"(?<![\w.])(_|n?p?gettext)\(\s*({LETTERLIJK})(?:\s*,\s*({LETTERLIJK}))?"
    rf"(?:\s*,\s*({LETTERLIJK}))?",
    re.S,
)


# --- teksten verzamelen -----------------------------------------------------
# Een tekst is een drietal (context, msgid, msgid_plural); leeg is None.


def lees_po(pad):
    """Lees een .po-bestand: {(context, msgid, plural): [vertalingen]}."""
    teksten, nu, veld = {}, {}, None

    def klaar():
        if nu.get("msgid") and not nu.get("vaag"):
            sleutel = (nu.get("msgctxt"), nu["msgid"], nu.get("msgid_plural"))
            teksten[sleutel] = [v for k, v in sorted(nu.items()) if k.startswith("msgstr")]

    for regel in pad.read_text(encoding="utf-8").splitlines():
        regel = regel.strip()
        deel = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+(".*")$', regel)
        if regel.startswith("#"):
            if veld and veld.startswith("msgstr"):
                klaar()
                nu, veld = {}, None
            if regel.startswith("#,") and "fuzzy" in regel:
                nu["vaag"] = True
        elif deel:
            naam, tekst = deel.groups()
            if naam in ("msgctxt", "msgid") and veld and veld.startswith("msgstr"):
                klaar()
                nu = {}
            veld = naam
            nu[naam] = ast.literal_eval(tekst)
        elif regel.startswith('"') and veld:
            nu[veld] += ast.literal_eval(regel)
    klaar()
    return teksten


def lees_mo(pad):
    """De teksten in een .mo-bestand (meervouden staan er zonder msgid_plural in)."""
    with pad.open("rb") as bestand:
        catalogus = gettext_module.GNUTranslations(bestand)._catalog
    for sleutel in catalogus:
        if isinstance(sleutel, tuple):  # meervoud; het enkelvoud vergelijken we los
            continue
        if sleutel:
            context, _, msgid = sleutel.rpartition("\x04")
            yield (context or None, msgid, None)


def uit_catalogi(map_, domein):
    engels = map_ / "locale" / "en" / "LC_MESSAGES"
    if (engels / f"{domein}.po").exists():
        yield from lees_po(engels / f"{domein}.po")
    elif (engels / f"{domein}.mo").exists():
        yield from lees_mo(engels / f"{domein}.mo")
    # De catalogus in het Nederlands kan teksten hebben die in de Engelse ontbreken.
    nederlands = map_ / "locale" / "nl" / "LC_MESSAGES" / f"{domein}.po"
    if nederlands.exists():
        yield from lees_po(nederlands)


def maak_tekst(soorten, waarden):
    onderdelen = dict(zip(soorten, waarden, strict=False))
    return (onderdelen.get("c"), onderdelen["m"], onderdelen.get("p"))


def uit_python(pad):
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    namen = {naam: naam for naam in FUNCTIES}
    vertaalt = False
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.ImportFrom) and knoop.module == "django.utils.translation":
            vertaalt = True
            for naam in knoop.names:
                if naam.name in FUNCTIES:
                    namen[naam.asname or naam.name] = naam.name
        elif isinstance(knoop, ast.ImportFrom) and knoop.module == "django.utils":
            vertaalt = vertaalt or any(naam.name == "translation" for naam in knoop.names)
    if not vertaalt:
        return
    for knoop in ast.walk(boom):
        if not isinstance(knoop, ast.Call):
            continue
        naam = getattr(knoop.func, "id", None) or getattr(knoop.func, "attr", None)
        soorten = FUNCTIES.get(namen.get(naam))
        waarden = [getattr(arg, "value", None) for arg in knoop.args[: len(soorten or ())]]
        if soorten and len(waarden) == len(soorten):
            if all(isinstance(waarde, str) and waarde for waarde in waarden):
                yield maak_tekst(soorten, waarden)


def uit_template(pad):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bron = templatize(pad.read_text(encoding="utf-8"))
    for naam, *waarden in AANROEP.findall(bron):
        naam = "gettext" if naam == "_" else naam
        # `count` is het laatste argument van een meervoud en is geen tekst
        waarden = [ast.literal_eval(waarde) for waarde in waarden if waarde]
        if waarden[:1] != [""]:
            yield maak_tekst(FUNCTIES[naam], waarden)


def uit_broncode(map_):
    for pad in sorted(map_.rglob("*")):
        deel = pad.relative_to(map_)
        if STILLE_MAPPEN.intersection(deel.parts) or pad.name.startswith("test"):
            continue
        if pad.suffix == ".py":
            yield from uit_python(pad)
        elif pad.suffix in (".html", ".txt") and "templates" in deel.parts:
            yield from uit_template(pad)


@functools.cache
def pakketten():
    """{naam: map} van alle pakketten die teksten in het beheer kunnen zetten."""
    gevonden = {"django.conf": Path(django.__file__).parent / "conf"}
    for app in apps.get_app_configs():
        geinstalleerd = {"site-packages", "dist-packages"} & set(Path(app.path).parts)
        if geinstalleerd and app.name not in OVERSLAAN:
            gevonden[app.name] = Path(app.path)
    for naam in EXTRA_PAKKETTEN:
        spec = importlib.util.find_spec(naam)
        if spec and spec.origin:
            gevonden.setdefault(naam, Path(spec.origin).parent)
    return gevonden


@functools.cache
def teksten(domein):
    """{(context, msgid, plural): naam van het pakket}"""
    mappen = pakketten()
    gevonden = {}
    for naam, map_ in mappen.items():
        for tekst in uit_catalogi(map_, domein):
            gevonden.setdefault(tekst, naam)
        # De broncode van 'wagtail' bevat alle onderdelen, ook die niet in gebruik zijn;
        # de onderdelen die wél in gebruik zijn, komen zelf aan de beurt.
        if domein == "django" and naam not in ("wagtail", "django.conf"):
            for tekst in uit_broncode(map_):
                gevonden.setdefault(tekst, naam)
    if domein == "django" and "wagtail" in mappen:
        los = {"admin", "contrib", "documents", "images", "snippets", "users", "embeds",
               "search", "sites", "locales", "api"}  # fmt: skip
        for pad in sorted(mappen["wagtail"].iterdir()):
            if pad.is_dir() and pad.name not in los | STILLE_MAPPEN:
                for tekst in uit_broncode(pad):
                    gevonden.setdefault(tekst, "wagtail")
            elif pad.suffix == ".py":
                for tekst in uit_python(pad):
                    gevonden.setdefault(tekst, "wagtail")
    return gevonden


# --- vertalen ---------------------------------------------------------------


@functools.cache
def nederlands(domein):
    return DjangoTranslation("nl", domain=domein)


def vertalingen(domein, tekst):
    """Paren (Engels, Nederlands) zoals Django ze nu zou tonen."""
    context, msgid, meervoud = tekst
    catalogus = nederlands(domein)
    sleutel = f"{context}\x04{msgid}" if context else msgid
    if meervoud is None:
        uitkomst = catalogus.gettext(sleutel)
        return [(msgid, msgid if uitkomst == sleutel else uitkomst)]
    meervoudsleutel = f"{context}\x04{meervoud}" if context else meervoud
    paren = []
    for engels, aantal, terug in ((msgid, 1, sleutel), (meervoud, 2, meervoudsleutel)):
        uitkomst = catalogus.ngettext(sleutel, meervoudsleutel, aantal)
        paren.append((engels, engels if uitkomst == terug else uitkomst))
    return paren


def alle_vertalingen():
    for domein in ("django", "djangojs"):
        for tekst, pakket in teksten(domein).items():
            for engels, nl in vertalingen(domein, tekst):
                yield domein, pakket, tekst, engels, nl


# --- tests ------------------------------------------------------------------


def test_locale_path_is_ingesteld():
    paden = [Path(pad).resolve() for pad in settings.LOCALE_PATHS]
    assert LOCALE in paden, f"{LOCALE} hoort in LOCALE_PATHS te staan, nu: {paden}"


def test_er_zijn_genoeg_teksten_gevonden():
    """Vangnet: als het verzamelen stuk is, slagen de andere tests zomaar."""
    assert len(teksten("django")) > 1500
    assert len(teksten("djangojs")) > 80


def test_alles_is_vertaald():
    fout = [
        f"{pakket} ({domein}): {engels!r}"
        for domein, pakket, _, engels, nl in alle_vertalingen()
        if nl == engels and engels not in ZELFDE
    ]
    assert not fout, f"{len(fout)} teksten zijn nog Engels:\n" + "\n".join(sorted(set(fout)))


def test_nergens_u_of_uw():
    fout = [f"{pakket}: {nl!r}" for _, pakket, _, _, nl in alle_vertalingen() if BELEEFD.search(nl)]
    assert not fout, "Gebruik 'je' of een neutrale zin:\n" + "\n".join(sorted(set(fout)))


def test_plaatshouders_en_html_kloppen():
    fout = []
    for _, pakket, (_, msgid, meervoud), engels, nl in alle_vertalingen():
        mag = set(PLAATSHOUDER.findall(msgid)) | set(PLAATSHOUDER.findall(meervoud or ""))
        moet = set() if meervoud else mag  # '1 pagina' mag het getal uitschrijven
        heeft = set(PLAATSHOUDER.findall(nl))
        if not moet <= heeft <= mag:
            fout.append(f"{pakket}: {engels!r} => {nl!r} (plaatshouders)")
        if sorted(HTML.findall(engels)) != sorted(HTML.findall(nl)):
            fout.append(f"{pakket}: {engels!r} => {nl!r} (html)")
        if re.search(r"\)[sd][A-Za-z]|[A-Za-z]%\(", nl) and not re.search(r"\)[sd][A-Za-z]|[A-Za-z]%\(", engels):
            fout.append(f"{pakket}: {engels!r} => {nl!r} (spatie mist)")
    assert not fout, "\n".join(sorted(set(fout)))


@pytest.mark.parametrize("domein", ["django", "djangojs"])
def test_mo_is_gemaakt_van_po(domein):
    map_ = LOCALE / "nl" / "LC_MESSAGES"
    with (map_ / f"{domein}.mo").open("rb") as bestand:
        mo = gettext_module.GNUTranslations(bestand)
    assert mo.info()["language"] == "nl"
    po = lees_po(map_ / f"{domein}.po")
    verwacht = {}
    for (context, msgid, meervoud), vormen in po.items():
        sleutel = f"{context}\x04{msgid}" if context else msgid
        assert all(vormen), f"lege vertaling: {msgid!r}"
        if meervoud:
            verwacht.update({(sleutel, nummer): vorm for nummer, vorm in enumerate(vormen)})
        else:
            verwacht[sleutel] = vormen[0]
    echt = {sleutel: waarde for sleutel, waarde in mo._catalog.items() if sleutel != ""}
    assert echt == verwacht, f"maak {domein}.mo opnieuw met msgfmt"
