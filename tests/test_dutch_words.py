"""Dutch as the search takes it apart: tables of words, and a snapshot that no change of the analyser slips past."""

import hashlib
import tracemalloc
from pathlib import Path

import pytest

from search.text.analysis import VERSION, analyse, lemma, sequence, token_terms, weighted_terms
from search.text.compounds import split
from search.text.folding import fold
from search.text.lexicon import kinds
from search.text.nouns import is_noun
from search.text.tokens import tokens, words_in

STEMS = """
portret: portretten portretje portretjes | brief: brieven briefje | huis: huizen huisje | dag: dagen | weg: wegen
stad: steden | lid: leden | raadslid: raadsleden | kind: kinderen | museum: musea | secretaris: secretarissen
gemeente: gemeenten gemeentes | wethouder: wethouders | probleem: problemen | systeem: systemen | middel: middelen
mogelijkheid: mogelijkheden | idee: ideeen | foto: foto's fotootje | koning: koninkje | zwembad: zwembaden | taak: taken
digitaal: digitale | klein: kleine kleinere kleinste | goed: goede beter beste | groot: grote grootste
financieel: financiele | deskundig: deskundige deskundigen | werk: werken werkt werkte werkten gewerkt
geef: geven geeft gaf | steel: stelen steelt gestolen | schrijf: schrijft schreef schreven geschreven
herschrijf: herschreef herschreven | ontsta: ontstaat ontstond | aanbied: aanbiedt aangeboden | aangeef: aangeeft
opleid: opgeleid opleiden | aanvraag: aangevraagd aanvragen | verander: verandert veranderde | luister: luisterde
digitaliseer: digitaliseren digitaliseert gedigitaliseerd | hack: gehackt gehackte | onderzoek: onderzoeken onderzocht
besluit: besluiten besloten | vertrek: vertrokken vertrekkende | fuseer: gefuseerde fuseren | oefen: oefende geoefend
temperatuur: temperaturen | toespraak: toespraken | medicus: medici | museum: musea | gezond: gezonde gezonder
niveau: niveaus | cafe: cafés | keuze: keuzen keuzes | glas: glaasje | leef: leven leeft geleefd
ontsta: ontstaan ontstond | leidinggeef: leidinggeven leidinggevende leidinggevenden | oudere: ouderen oudere
verpleegkundige: verpleegkundigen | zelfstandig: zelfstandige zelfstandigen | ziek: zieke zieken
beschrijf: beschreven beschreef | vergelijk: vergeleken vergeleek | evalueer: evalueren evalueert geëvalueerd
creeer: creëren creëert gecreëerd | sociaal: sociale | reden: redenen | wagen: wagens | betrokken: betrokkene
fietsbrug: fietsbruggen | gemeentesecretaris: gemeentesecretarissen | wachttijd: wachttijden | algoritme: algoritmen
"""
PARTS = """
gemeentesecretaris: gemeente secretaris | informatieveiligheid: informatie veiligheid | keuzemodule: keuze module
samenwerkingsverband: samenwerking verband | raadsvergadering: raad vergadering | belastingdienst: belasting dienst
informatieveiligheidsbeleid: informatie veiligheid beleid | klantcontactcentrum: klant contact centrum
burgerberaad: burger beraad | cameratoezicht: camera toezicht | jeugdzorg: jeugd zorg | wijkteam: wijk team
ambtenarenapparaat: ambtenaar apparaat | hondenbelasting: hond belasting | zwembad: zwem bad | afvalbak: afval bak
"""
WHOLE = """
wethouder burgemeester ambtenaar gemeente digitaal digitalisering samenwerking vergaderen luisteren aandacht
winterswijk groningen leeuwarden janssen vermeulen maatregelen verantwoordelijkheid evenwicht
"""


def table(text: str) -> list[tuple[str, list[str]]]:
    entries = [entry.split(":") for entry in text.replace("\n", "|").split("|") if entry.strip()]
    return [(key.strip(), words.split()) for key, words in entries]


@pytest.mark.parametrize(("stem", "forms"), table(STEMS))
def test_forms_of_a_word_have_one_stem(stem, forms):
    assert {form: lemma(words_in(form).whole) for form in [stem, *forms]} == dict.fromkeys([stem, *forms], stem)


@pytest.mark.parametrize(("word", "parts"), table(PARTS))
def test_a_compound_is_taken_apart(word, parts):
    assert list(split(word)) == parts


@pytest.mark.parametrize("word", WHOLE.split())
def test_what_is_no_compound_stays_whole(word):
    assert split(word) == ()


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("veiligheid", "veilig"),
        ("digitalisering", "digitaliseer"),
        ("samenwerking", "samenwerk"),
        ("onderzoeker", "onderzoek"),
        ("bestuurlijk", "bestuur"),
        ("leiderschap", "leider"),
        ("meeluisteren", "luister"),
    ],
)
def test_a_word_is_also_found_by_what_it_was_made_of(word, base):
    assert 0 < dict(token_terms(word))[base] < 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Súdwest-Fryslân", ["sudwestfryslan", "sudwest", "fryslan"]),
        ("'s-Hertogenbosch", ["shertogenbosch", "hertogenbosch"]),
        ("foto's", ["foto"]),
        ("B&W", ["b&w"]),
        ("c++", ["c++"]),
        ("50+", ["50+"]),
        ("e-mail", ["email", "mail"]),
        ("12-05-2024", ["12052024", "12", "05", "2024"]),
        ("W.O.O.", ["woo"]),
        ("d’Hondt", ["dhondt", "hondt"]),
        ("Łódź", ["lodz"]),
        ("Ĳsselstein", ["ijsselstein"]),
        ("ﬁets", ["fiets"]),
    ],
)
def test_a_token_holds_these_words(text, found):
    [token] = tokens(text)
    words = words_in(token.text)
    assert [words.whole, *words.parts] == found


def test_accents_and_capitals_do_not_count():
    assert fold("CAFÉ") == fold("cafe\u0301") == "cafe"


def test_small_words_say_nothing_but_stand_in_phrases():
    assert analyse("de raad van de gemeente") == ["raad", "gemeente"]
    assert sequence("de raad van de gemeente") == ["de", "raad", "van", "de", "gemeente"]


def test_no_word_is_too_long_or_too_strange():
    for text in ("a" * 100_000, "\u0301" * 500, "🙂", "\x00", "ab" * 5000 + "en"):
        assert all(len(term) <= 60 for term in weighted_terms(text))


@pytest.mark.parametrize("text", ["a" * 100_000, "ab" * 50_000 + "en", "gemeente" * 10_000])
def test_an_endless_word_is_not_remembered_in_every_piece(text):
    """Each of its endings was kept, of 100,000 letters and less: 2.4 GB for one word on one page."""
    known = len(kinds())  # loads what stays
    tracemalloc.start()
    try:
        weighted_terms(text)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert known and kept < 20 * len(text)


def test_the_version_changes_with_the_terms():
    """A change of what comes out of the analyser asks for a new VERSION, so that the index says it must be rebuilt."""
    texts = Path(__file__).parent / "relevance" / "texts"
    found = "\n".join(
        f"{term} {weight:.3f}"
        for name in ("1.jsonl", "2.jsonl")
        for term, weight in sorted(weighted_terms((texts / name).read_text(encoding="utf-8")).items())
    )
    assert (VERSION, hashlib.sha256(found.encode()).hexdigest()[:16]) == ("6", "6daf0bcc35f065cb")


NOUNS = "brieven burgers wachtwoorden informatieveiligheid noodplan parkeervergunningen archief AVG"
NO_NOUNS = "beloven stuurde groen Hoekstra maandag werkt liep goede digitale leren altijd portret vragen"


def test_only_nouns_name_what_pages_are_about():
    assert [word for word in NOUNS.split() if not is_noun(word)] == []
    assert [word for word in NO_NOUNS.split() if is_noun(word)] == []
