"""Taking Dutch compounds apart: `informatieveiligheid` is informatie and veiligheid.

A split stands when what is left and right of it are words that the lexicon knows in compounds, with a linking -s, -e,
-en or -n between them if need be. Of several splits the one with the fewest and longest parts wins.
"""

from functools import lru_cache

from search.text.lexicon import kinds
from search.text.stemming import is_verb, stem

LEAST = 3  # letters of a part
MOST_LETTERS = 45
LONG = 12  # so long a name may still be a compound: Belastingdienst

# Words that look like compounds and are none, or that nobody looks for by their parts.
_WHOLE = """
aandacht aanleiding aanpak aantal aanvraag aardbei afdeling afspraak algoritme ambtenaar antwoord bedrijf behandel
bekend belang beleid beroep bestand bestek bestuur beveiliging bezwaar bijdrage bijeenkomst bijvoorbeeld boodschap
bovendien burgemeester burgerij college concept contact context contract daarom debat deelnemer dienstverlening
directeur document doelgroep duurzaam eenzaam eigenschap eindelijk enquete ervaring evaluatie gebied gemeente
gesprek gevolg gezelschap groep handhaving handreiking herindeling herinnering inkomen innovatie inspraak
interessant interesse interview intervisie kandidaat kantoor kenmerk kenniskring kwaliteit landschap leraar
maatregel maatschap maatschappij manier medewerker middelen minister module moment nalatenschap netwerk omgeving
onderdeel ondernemer ondersteuning onderwerp onderwijs onderzoek ontwikkeling oordeel oorzaak opdracht openbaar
opleiding oplossing opnieuw organisatie overheid overzicht parlement participatie partij partner personeel persoon
phishing plaats portret portretten positie praktijk president probleem proces project provincie punt ransomware
rapport redactie regering respons resultaat samenleving samenwerking secretaris sollicitatie station student systeem
talent technologie toegang toekomst toelichting toezicht trainer transparant transport uitdaging uitkomst uitspraak
uitvoering universiteit veiligheid verandering verantwoording vereniging vergadering vergunning verhaal verkiezing
verslag vertrouwen verzoek verzuim voorbeeld voordeel voorstel voorwaarde vraagstuk vrijwilliger waarde waarheid
weduwe wereld wetenschap wethouder wijziging woning zekerheid zelfstandig ziekte zorgvuldig
"""
WHOLE = frozenset(_WHOLE.split())
# Endings that are words too, but hardly ever the last part of a compound.
_NO_HEADS = """
aai aak aal aar achtig ader age ale als ant ark atie ator baar bes bon deer den dering ders ding dom eed eel een eer
eerde egie ego elijk else ende ent eren erg ets eur fee gel gen ham heid hem iaal iek ier ijk ijl ing isch ist kei
kers kin king lei lend lende lering lers leur lijk ling lis lof loos lor los lot matie matig meer ment mente mop mus
nee neer nering ners nis nor oen ons oom oor oris pal peer pek pel pels pin ping pis por put rap ras ratie rei rel
ren rend rij ring robe rol ros rot rug rum sap schap sel sen sering sik som sop sta ste ster sters stu sul tam tap
tau teer teit ten tend tering ters tic tie ties tij tip toe tol ton top tor tra tuf tuur uil ulk urn van vat ven vin
vla vol wak was wei wig win wis wol zaam zaf zin zot zus
"""
NO_HEADS = frozenset(_NO_HEADS.split())
_NO_MODIFIERS = """
aan als art bar beg bel bes com con der des die dis door dor een eer era ere fin geh gel gem gen ger ges hem her hin
int ken kom kos lat len lie lin lit mar mat mee mer mes min mis mod mol mon nat net nis not ode onder ont ora over
par pat pen per pol pos pot pre pro ras rat rek rel ren res ros sam samen sat sec sen ser sol som spa sta ste str
sub tal tan tas tegen tek tel tem ten ter toe tot tra tre tri van ven ver vin voor wel wen wer zen
"""
NO_MODIFIERS = frozenset(_NO_MODIFIERS.split())
# Modifiers of three letters that the field is full of.
_SHORT_MODIFIERS = """
app bed bus dag dna eis geo hof hub ict lab les lid pak pas tax vak web wet wmo wob woo zee ziel zon
"""
SHORT_MODIFIERS = frozenset(_SHORT_MODIFIERS.split())
_SHORT_HEADS = """
app dag lab les lid pas plan plek pot raad taak taal team tool vak week weg wet
"""
SHORT_HEADS = frozenset(_SHORT_HEADS.split())


# Compounds that the rules do not see.
KNOWN = {
    "".join(parts): parts
    for parts in (("zwem", "bad"), ("los", "geld"), ("oud", "collega"), ("groot", "ouder"), ("kort", "sluiting"))
}


Reading = tuple[float, tuple[str, ...], tuple[int, ...]]  # what it costs, the parts, and where they are cut


def _is_name(word: str) -> bool:
    return "N" in kinds().get(word, "")


def _is_adjective(word: str) -> bool:
    kind = kinds().get(word, "")
    return "a" in kind and "n" not in kind


def split(word: str) -> tuple[str, ...]:
    """The parts of a folded compound, each under its stem, from left to right; empty if it is none."""
    if not 6 <= len(word) <= MOST_LETTERS or not word.isalpha() or (len(word) < LONG and _is_name(word)):
        return ()
    base = stem(word)
    if base in KNOWN:
        return KNOWN[base]
    if word in WHOLE or base in WHOLE or is_verb(base) or _is_adjective(base):
        return ()
    found = _best(word)
    return found[1] if found and len(found[1]) > 1 else ()


def within(word: str) -> list[str]:
    """The compounds within one of three parts or more: informatieveiligheid and veiligheidsbeleid, both in one word."""
    whole = split(word)  # which looks no further at what is too long to be a word
    found = _best(word) if len(whole) >= 3 else None
    if not found or found[1] != whole:
        return []
    _, parts, cuts = found
    bounds = (0, *cuts, len(word))
    runs = [(first, last) for first in range(len(parts) - 1) for last in range(first + 2, len(parts) + 1)]
    return [
        word[bounds[first] : bounds[last]]
        if last == len(parts)
        else word[bounds[first] : bounds[last - 1]] + parts[last - 1]
        for first, last in runs
        if last - first < len(parts)
    ]


@lru_cache(maxsize=30_000)
def _modifier_cost(form: str) -> tuple[float, str] | None:
    """What it costs to read the form as a first part, and that part; None if it cannot be one."""
    if len(form) < LEAST or form in NO_MODIFIERS:
        return None
    kind = kinds().get(form, "")
    if "p" in kind or (len(form) >= 6 and "n" in kind):
        return (0.0 if len(form) > LEAST or form in SHORT_MODIFIERS else 0.9) + (0 if "p" in kind else 0.3), (
            stem(form) if "n" in kind else form
        )
    if "s" in kind and len(form) >= 4:
        return 0.5, form
    return _linked_cost(form)


def _linked_cost(form: str) -> tuple[float, str] | None:
    for link, price in (("s", 0.2), ("en", 0.3), ("n", 0.3), ("e", 0.6)):
        rest = form.removesuffix(link)
        if rest == form or len(rest) < LEAST + (link != "en"):
            continue
        base = stem(form) if link == "en" else rest
        if base not in NO_MODIFIERS and base != form and "n" in (kind := kinds().get(base, "")):
            return price + (0 if "p" in kind else 0.3) + (0.5 if len(base) <= LEAST else 0), base
    return None


@lru_cache(maxsize=30_000)
def _head_cost(form: str) -> tuple[float, str] | None:
    """What it costs to read the form as the last part, and its stem; None if it cannot be one."""
    if len(form) < LEAST or form in NO_HEADS:
        return None
    base = stem(form)
    kind = kinds().get(base, "")
    if base in NO_HEADS:
        return None
    if "p" in kind:
        return 0.0 if len(base) > 4 or base in SHORT_HEADS else 0.25 if len(base) > LEAST else 0.5, base
    if len(base) == LEAST and "n" in kind:
        return (0.3 if base in SHORT_HEADS else 0.6), base
    if len(base) >= 5 and ("n" in kind or "a" in kind or "s" in kind):
        return 0.4, base
    if len(form) >= 5 and base != form:  # a verb: `thuiswerkers`, `vergaderde`
        return 0.7, base
    return None


def _best(word: str) -> Reading | None:
    """The cheapest way to read the word. Whole words cost nothing extra when they are listed."""
    options: list[Reading] = []
    for at in range(LEAST, len(word) - LEAST + 1):
        left = _modifier_cost(word[:at])
        if not left:
            continue
        right = _reading_of_rest(word[at:])
        if right:
            cuts = (at, *(at + cut for cut in right[2]))
            options.append((1 + left[0] + right[0], (left[1], *right[1]), cuts))
    if not options:
        return None
    best = min(options, key=lambda option: (option[0], -len(option[1][-1])))
    return best if best[0] <= _most_cost(kinds().get(stem(word), "")) else None


def _most_cost(kind: str) -> float:
    """A word that the dictionary has is only taken apart where both halves are beyond doubt."""
    if not set(kind) & set("navN"):
        return 2.6
    return 1.3 if "p" in kind or "N" in kind else 1.8


@lru_cache(maxsize=30_000)
def _reading_of_rest(rest: str) -> Reading | None:
    head = _head_cost(rest)
    if head:
        return head[0], (head[1],), ()
    return _best(rest) if len(rest) >= 2 * LEAST else None
