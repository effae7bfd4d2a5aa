"""Forms that no rule derives: strong verbs, and plurals whose vowel changes."""

# stem: other forms (past singular, past plural, participle); the infinitive follows from the stem.
STRONG_VERBS = """
bak: bakte gebakken | bederf: bedierf bedierven bedorven | bedrieg: bedroog bedrogen | begin: begon begonnen
beveel: beval bevalen bevolen | bezwijk: bezweek bezweken | bid: bad baden gebeden | bied: bood boden geboden
bijt: beet beten gebeten | bind: bond bonden gebonden | blaas: blies bliezen geblazen | blijf: bleef bleven gebleven
blijk: bleek bleken gebleken | breek: brak braken gebroken | breng: bracht brachten gebracht
buig: boog bogen gebogen | denk: dacht dachten gedacht | draag: droeg droegen gedragen
doe: deed deden gedaan doet doen | drijf: dreef dreven gedreven | dring: drong drongen gedrongen
drink: dronk dronken gedronken
druip: droop dropen gedropen | duik: dook doken gedoken | dwing: dwong dwongen gedwongen | eet: at aten gegeten
fluit: floot floten gefloten | ga: ging gingen gegaan gaat gaan | geef: gaf gaven gegeven
geld: gold golden gegolden | genees: genas genazen genezen | geniet: genoot genoten | giet: goot goten gegoten
glijd: gleed gleden gegleden | graaf: groef groeven gegraven | grijp: greep grepen gegrepen
hang: hing hingen gehangen | hef: hief hieven geheven | help: hielp hielpen geholpen | houd: hield hielden gehouden hou
kies: koos kozen gekozen | kijk: keek keken gekeken | klim: klom klommen geklommen | klink: klonk klonken geklonken
kom: kwam kwamen gekomen komt komen | koop: kocht kochten gekocht | krijg: kreeg kregen gekregen
krimp: kromp krompen gekrompen | kruip: kroop kropen gekropen | laat: liet lieten gelaten | lees: las lazen gelezen
lieg: loog logen gelogen | lig: lag lagen gelegen | lijd: leed leden geleden | lijk: leek leken geleken
loop: liep liepen gelopen | meet: mat maten gemeten | mijd: meed meden gemeden | neem: nam namen genomen
prijs: prees prezen geprezen | raad: ried rieden geraden | rijd: reed reden gereden | rijs: rees rezen gerezen
roep: riep riepen geroepen | ruik: rook roken geroken | schenk: schonk schonken geschonken
schep: schiep schiepen geschapen | scheer: schoor schoren geschoren | schiet: schoot schoten geschoten
schijn: scheen schenen geschenen | schrijf: schreef schreven geschreven | schrik: schrok schrokken geschrokken
schuif: schoof schoven geschoven | sla: sloeg sloegen geslagen slaat slaan | slaap: sliep sliepen geslapen
sluit: sloot sloten gesloten | smelt: smolt smolten gesmolten | smijt: smeet smeten gesmeten
snijd: sneed sneden gesneden | spreek: sprak spraken gesproken | spring: sprong sprongen gesprongen
sta: stond stonden gestaan staat staan | steek: stak staken gestoken | steel: stal stalen gestolen
sterf: stierf stierven gestorven | stijg: steeg stegen gestegen | strijd: streed streden gestreden
tref: trof troffen getroffen | trek: trok trokken getrokken | treed: trad traden getreden | val: viel vielen gevallen
vang: ving vingen gevangen | vaar: voer voeren gevaren | vecht: vocht vochten gevochten
verdwijn: verdween verdwenen | vergeet: vergat vergaten vergeten | verlies: verloor verloren
vind: vond vonden gevonden | vlieg: vloog vlogen gevlogen | vouw: gevouwen | vraag: vroeg vroegen gevraagd
vries: vroor vroren gevroren | weeg: woog wogen gewogen | werf: wierf wierven geworven | werp: wierp wierpen geworpen
weet: wist wisten geweten | wijk: week weken geweken | wijs: wees wezen gewezen | win: won wonnen gewonnen
wijt: weet | zend: zond zonden gezonden | zie: zag zagen gezien ziet zien | zing: zong zongen gezongen
zink: zonk zonken gezonken | zit: zat zaten gezeten | zoek: zocht zochten gezocht | zuig: zoog zogen gezogen
zwem: zwom zwommen gezwommen | zweer: zwoer zwoeren gezworen | zwijg: zweeg zwegen gezwegen
breid: breidde gebreid | scheid: scheidde gescheiden | vraagt: | lach: gelachen | wreek: gewroken | was: wies gewassen
heet: heette geheten | laad: laadde geladen | houw: gehouwen | spuit: spoot spoten gespoten
verslind: verslond verslonden | ontgin: ontgon ontgonnen | bezit: bezat bezaten bezeten | vrij: vree
"""

# Words with these stems lie too close to other words: `weken` is of week, `leden` of lid, `beleden` seldom meant.
_NOT_VERBS = """
genoot genoten
at aten bad baden beet beten bleek bleken bode boden bogen bond bonden boog gebeden gelden geleden geweten gold
graven lag lagen leden leek leken mat maten reden roken rook slaan sloot sloten snede staat stalen steeg stegen voer
voeren was week wees weet weken wezen zag zagen zogen
"""
NOT_VERBS = frozenset(_NOT_VERBS.split())

# What ends as a plural or an infinitive and is none, or is a word of its own.
_NO_PLURALS = """
baren beraden bescheiden degen garen hartoren hersenen inkomen keten koren kosten laken leden mixen reden teken
turen voren wagen zegen zelfstandigen zeven
"""
NO_PLURALS = frozenset(_NO_PLURALS.split())

# What begins and ends as a participle and is an adjective of its own.
_NO_PARTICIPLES = """
gezond gereed gerust gevat gegrond gematigd gehaaid bedreven bekwamen belezen betrokken bevlogen bewogen ervaren
verdacht verheven verlaten verlegen verscheiden
"""
NO_PARTICIPLES = frozenset(_NO_PARTICIPLES.split())

# singular: plurals.
NOUNS = """
bad: baden badje | bedrag: bedragen | bevel: bevelen | blad: bladen bladeren blaadje blaadjes | dag: dagen
dak: daken | dal: dalen
ei: eieren | gat: gaten gaatje gaatjes | gebed: gebeden | gebod: geboden | gebrek: gebreken | gelag: gelagen
gemoed: gemoederen
gezag: gezagen | glas: glazen glaasje glaasjes | god: goden | goed: goederen | graf: graven | hertog: hertogen
hof: hoven
hol: holen | kalf: kalveren | kind: kinderen kinders | lam: lammeren | lid: leden | lied: liederen | lot: loten
oorlog: oorlogen | pad: paden paadje paadjes | rad: raderen | rund: runderen | schip: schepen scheepje scheepjes
schot: schoten | slag: slagen
slot: sloten | smid: smeden | spel: spelen | stad: steden | staf: staven | vat: vaten vaatje vaatjes | verbod: verboden
verdrag: verdragen | verslag: verslagen | volk: volkeren volken | weg: wegen | gebeurtenis: gebeurtenissen
lening: leningen | been: benen beenderen | hoen: hoenders | koe: koeien | vlo: vlooien | zoon: zonen zonen
arts: artsen | mens: mensen | man: mannen | vrouw: vrouwen | bureau: bureaus | museum: musea museums
centrum: centra centrums | datum: data | medium: media | politicus: politici | criterium: criteria
academicus: academici | technicus: technici | historicus: historici | forum: fora forums | jaar: jaren | uur: uren
thema: themas | risico: risicos | scenario: scenarios | video: videos | foto: fotos | les: lessen | taak: taken
kans: kansen | gave: gaven | wijk: wijken | eis: eisen | feest: feesten | lente: lenten | idee: ideeen | zee: zeeen
industrie: industrieen | categorie: categorieen | theorie: theorieen | bibliotheek: bibliotheken | gegeven: gegevens
rooster: roosters | leraar: leraren leraars | ambtenaar: ambtenaren | kunstenaar: kunstenaars kunstenaren
weduwnaar: weduwnaars | handelaar: handelaren handelaars | bestuurder: bestuurders bestuurderen | burger: burgers
week: weken | stam: stammen | wees: wezen | reden: redenen | boog: bogen | maat: maten | laag: lagen | zaag: zagen
staal: stalen | bond: bonden | steeg: stegen | staat: staten | vader: vaders | geld: gelden | zaak: zaken
raad: raden
"""

# Words that belong together, or that the rules would take for a form of another word.
OTHERS = """
oudere: ouderen oudere | jongere: jongeren jongere | genoot: genoten | lees: leest
goed: beste beter betere goede | meer: meerdere | oud: | eerste: eerste
tweede: tweede | laatst: laatste | kosten: kosten | financien: financien | les: lessen | cijfer: cijfers
inwoner: inwoners | data: data | media: media | zaak: zaken | algoritme: algoritmen algoritmes | hersenen: hersenen
college: college colleges | loket: loket loketten | beide: beide | digitaal: digitale | nieuw: nieuwe | groot: grote
klein: kleine | breed: brede | vroeg: vroege | laat: late | heel: hele | wijze: wijze | wijs: wijzen
leider: leider leiders | neem: genomen | zie: gezien | verleden: verleden | overlijd: overleden overleed
bewoner: bewoners | tijd: tijden | tijdens: tijdens | geld: gelden | raad: raden | samen: samen | tevreden: tevreden
vergader: vergaderen | keuze: keuzen keuzes keus | sociaal: sociale socialer | vrij: vrije vrijere
groot: grotere grootste
cafe: cafes cafeetje | cliche: cliches | bacterie: bacterien | verbind: verbonden | verwijs: verwees verwezen
vergelijk: vergeleek vergeleken | aanwijs: aangewezen | update: updaten updatet geupdatet geupdate
leidinggeef: leidinggevende leidinggevenden leidinggevend | studeer: studerende studerenden | werk: werkende werkenden
verpleegkundige: verpleegkundige verpleegkundigen | wijkverpleegkundige: wijkverpleegkundige wijkverpleegkundigen
zelfstandig: zelfstandige zelfstandigen | ziek: zieke zieken | doof: dove doven | rijk: rijke | arm: arme
nomineer: genomineerde genomineerden | genodigde: genodigde genodigden | gevangene: gevangene gevangenen
tref: getroffene getroffenen | lotgenoot: lotgenote lotgenoten | stagiair: stagiaire stagiaires stagiairs
samenwoon: samenwonende samenwonenden | meewerk: meewerkende meewerkenden | belangstel: belangstellende belangstellenden
manage: managen managet managede gemanaged | creeer: creeren creeert creeerde creeerden gecreeerd gecreeerde
"""


def _forms(table: str) -> dict[str, str]:
    """Form → the word that it is of."""
    forms: dict[str, str] = {}
    for entry in table.replace("\n", "|").split("|"):
        word, _, others = entry.strip().partition(":")
        for form in others.split():
            forms.setdefault(form, word)
    return forms


def strong_forms() -> dict[str, str]:
    """Form → stem of its verb."""
    return _forms(STRONG_VERBS)


def other_forms() -> dict[str, str]:
    """Plural → singular, and the rest that no rule derives."""
    return {**_forms(NOUNS), **_forms(OTHERS)}
