"""Which words of a portrait can stand on a card: what the portrayed person says on the page as visitors read it."""

import html
import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError

from media.cards.quotes import Saying
from media.cards.typography import plain, quote
from pages.models.base import MARKUP
from pages.visibility import is_visible
from portraits.models import PortraitPage

SHORTEST, LONGEST = 3, 240  # characters
HANDY = range(40, 161)  # characters of a sentence that is offered
OFFERED = 40  # sentences
BLOCK_END = re.compile(r"</(?:p|li|h\d)>|<br ?/?>")
SENTENCE_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][’”'\"]))\s+(?=[‘“A-ZÀ-Ý’'])")
LEFT_OUT = re.compile(r"\s*(?:[\[(](?:…|\.\.\.)[\])]|…|\.\.\.)\s*")  # (…): something was skipped
MARKS = re.compile(r"['\"‘’‚‛“”„‟«»]")
EDGE = " .,;:!?–—-"

NOT_PUBLISHED = (
    "Dit portret is niet gepubliceerd. Op een citaatkaart staat tekst die iedereen al kan lezen: publiceer eerst het "
    "portret."
)
NOT_PUBLIC = (
    "Dit portret is niet openbaar: de pagina zelf of een pagina erboven is afgeschermd of niet gepubliceerd. Zolang "
    "dat zo is, maak je er geen citaatkaarten van."
)
NOT_ON_THE_PAGE = (
    "Deze woorden staan niet zo op de gepubliceerde pagina. Neem ze letterlijk over. Weglaten mag met (…)."
)
OF_ANOTHER = "Deze woorden staan wel op de pagina, maar zijn niet van de geportretteerde: een vraag, of een ander."
TOO_SHORT = f"Kies een citaat van minstens {SHORTEST} tekens."
TOO_LONG = f"Dit citaat heeft %(length)s tekens. Op een kaart passen er {LONGEST}."


def refusal(page: PortraitPage) -> str:
    """Why no cards are made of this portrait; empty if they are."""
    if not page.live:
        return NOT_PUBLISHED
    return "" if is_visible(page) else NOT_PUBLIC


def highlighted(page: PortraitPage) -> list[str]:
    """The headline and the sentences that the editor already set apart, as far as they fit a card."""
    return fitting([page.headline, *(block.value["text"] for block in page.body if is_own_quote(page, block))])


def sentences(page: PortraitPage) -> list[str]:
    """Sentences from the answers that are a handy length for a card."""
    answers = [block.value["answer"].source for block in page.body if block.block_type == "question_answer"]
    found = [sentence for answer in answers for text in paragraphs(answer) for sentence in SENTENCE_END.split(text)]
    return [sentence for sentence in fitting(found) if len(sentence) in HANDY and is_whole(sentence)][:OFFERED]


def is_whole(sentence: str) -> bool:
    """Whether what somebody else says in it also ends in it."""
    shown = quote(sentence)
    return shown.count("“") == shown.count("”")


def fitting(texts: list[str]) -> list[str]:
    """These texts once each, without those that are no quote for a card."""
    tidied = (plain(text) for text in texts)
    return list(dict.fromkeys(text for text in tidied if SHORTEST <= len(text) <= LONGEST))


def is_own_quote(page: PortraitPage, block) -> bool:
    """Whether the block is a quote of the portrayed person: it names them, or nobody."""
    if block.block_type != "quote":
        return block.block_type == "pull_quote"
    source = block.value["source"]
    family_name = page.person.family_name if page.person else page.title
    return not source or family_name.casefold() in source.casefold()


def paragraphs(source: str) -> list[str]:
    """The paragraphs of rich text, as plain text."""
    return [html.unescape(MARKUP.sub("", part)).strip() for part in BLOCK_END.split(source)]


def own_texts(page: PortraitPage) -> Iterator[str]:
    """What is said in the portrayed person's name, or told about them."""
    yield page.headline
    yield page.lead
    for block in page.body:
        if block.block_type == "question_answer":
            yield from paragraphs(block.value["answer"].source)
        elif block.block_type == "paragraph":
            yield from paragraphs(block.value.source)
        elif is_own_quote(page, block):
            yield block.value["text"]


def other_texts(page: PortraitPage) -> Iterator[str]:
    """Questions, and what others say."""
    for block in page.body:
        if block.block_type == "question_answer":
            yield block.value["question"]
        elif block.block_type == "quote" and not is_own_quote(page, block):
            yield block.value["text"]


def checked(page: PortraitPage, words: str) -> str:
    """The words, on one line; ValidationError with the reason if they cannot stand on a card of this portrait."""
    words = plain(words)
    if len(words) < SHORTEST:
        raise ValidationError(TOO_SHORT)
    if len(words) > LONGEST:
        raise ValidationError(TOO_LONG, params={"length": len(words)})
    parts = [part for part in (comparable(part) for part in LEFT_OUT.split(words)) if part]
    if parts and occurs(parts, own_texts(page)):
        return words
    raise ValidationError(OF_ANOTHER if parts and occurs(parts, other_texts(page)) else NOT_ON_THE_PAGE)


def occurs(parts: list[str], texts: Iterator[str]) -> bool:
    """Whether the parts stand in the texts, whole words and in this order."""
    pattern = ".*?".join(rf"(?<!\w){re.escape(part)}(?!\w)" for part in parts)
    return re.search(pattern, "\n".join(comparable(text) for text in texts), re.DOTALL) is not None


def comparable(text: str) -> str:
    """The text without what an editor may change: capitals, the kind of quotation marks, a stop at the end."""
    return MARKS.sub("'", plain(text).replace("\u00a0", " ")).casefold().strip(EDGE + "'")


def saying(page: PortraitPage, words: str, site_name: str) -> Saying:
    return Saying(words, page.title, page.caption, site_name)
