"""Words that say nothing about a subject. A query of these alone finds nothing; in quotes they count."""

_STOP_WORDS = """
a aan aangaande achter af al alhoewel all alle allebei alleen allen alles als alsnog altijd and ander andere anderen
anders bij bijna binnen bovendien buiten d da daar daaraan daarbij daardoor daarin daarmee daarna daarnaast daarom
daarop daarover daartoe daaruit daarvan daarvoor dan dat de deed den der des deze dezelfde die dien dit doch doe
doen doet door dus e echter een eens eerder eigen elk elkaar elkaars elke en enige enkel enkele er eraan erbij
erdoor ergens erin ermee erop erover eruit ervan ervoor etc even gaan gaat gedaan geen ging gingen h haar had hadden
hare heb hebben hebt heeft heel hem hen het hetzelfde hier hierbij hierin hiermee hierna hierover hiervan hiervoor
hij hoe hoewel hun i ieder iedere iedereen iemand iets ik in indien inmiddels is ja je jij jou jouw jullie k kan kon
konden krijgen krijgt kun kunnen kunt l laat laten maakt maakte maar mag maken me mede mee meer meest men met mij
mijn mocht mochten moest moesten moet moeten mogen na naar naast nadat nee niemand niet niets noch nog nogal nooit
nou nu o of ofwel om omdat ondanks onder ongeveer ons onze ook op over overal overigens p pas per reeds s samen
sinds sommige soms steeds t te tegen ten ter terwijl the toch toen tot totdat tussen u uit uw uwe vaak van vanaf
vanuit vanwege veel vele verder via voor vooraf vooral voordat waar waarbij waardoor waarin waarmee waarna waarom
waarop waarover waaruit waarvan waarvoor wanneer want waren was wat we weer wel welk welke werd werden wie wiens wij
wil wilde wilden willen word worden wordt wou x y zal ze zeer zelf zelfs zich zichzelf zij zijn zo zoals zodat zodra
zonder zou zouden zoveel zowel zullen
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
