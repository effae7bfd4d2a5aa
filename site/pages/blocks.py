"""The blocks of which a page's body is made. One name, three places: here, templates/blocks/ and css/parts/."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from media.alt_text import MAX_LENGTH
from pages import block_previews
from pages.alt_texts import complaint
from pages.choosers import LinkedPageBlock, PictureChooserBlock
from pages.visibility import is_visible
from pages.visit import url_of

INLINE = ["bold", "italic", "link", "document-link"]
PROSE = [*INLINE, "ol", "ul"]

TEXT = "Tekst"
INTERVIEW = "Interview"
PICTURES = "Beeld"
EXTRAS = "Kaders, cijfers en links"


class HeadingValue(blocks.StructValue):
    @property
    def anchor(self) -> str:
        """The fragment by which a link can point at this heading."""
        return f"kop-{slugify(self['text'])}".strip("-")


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label="Kop", max_length=120)
    level = blocks.ChoiceBlock(
        label="Niveau",
        choices=[("2", "Kop van een hoofdstuk"), ("3", "Kop daaronder")],
        default="2",
        help_text="Kies ‘Kop daaronder’ alleen als er een kop van een hoofdstuk boven staat.",
    )

    class Meta:
        label = "Tussenkop"
        icon = "title"
        group = TEXT
        description = "Een kop die de tekst verdeelt"
        template = "blocks/heading.html"
        value_class = HeadingValue
        preview_value = {"text": "Wat de eerste module brengt", "level": "2"}


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        super().__init__(**{"features": PROSE, **kwargs})

    class Meta:
        label = "Alinea's"
        icon = "pilcrow"
        group = TEXT
        description = "Lopende tekst, met lijsten en links"
        template = "blocks/paragraph.html"
        preview_value = "<p>Een gemeentesecretaris hoeft niet alles te weten van techniek. Wel de goede vraag.</p>"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(
        label="Citaat", max_length=400, help_text="Zonder aanhalingstekens; die komen er vanzelf om."
    )
    source = blocks.CharBlock(label="Wie zegt dit", max_length=120, required=False, help_text="Naam en functie.")

    class Meta:
        label = "Citaat met bron"
        icon = "openquote"
        group = TEXT
        description = "Iemands woorden, met naam en functie"
        template = "blocks/quote.html"
        preview_value = {"text": "Ik vroeg voor het eerst wat het de inwoner oplevert.", "source": "Een deelnemer"}


class PullQuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(
        label="Zin", max_length=200, help_text="Een zin die ook in het gesprek staat, zonder aanhalingstekens."
    )

    class Meta:
        label = "Uitgelichte zin"
        icon = "openquote"
        group = INTERVIEW
        description = "Een zin uit het gesprek, groot gezet"
        template = "blocks/pull_quote.html"
        preview_value = {"text": "De beste vraag kwam van de balie."}


class QuestionAnswerBlock(blocks.StructBlock):
    question = blocks.CharBlock(label="Vraag", max_length=250)
    answer = blocks.RichTextBlock(label="Antwoord", features=PROSE)

    class Meta:
        label = "Vraag en antwoord"
        icon = "help"
        group = INTERVIEW
        description = "Een vraag uit een interview of een veelgestelde vraag"
        template = "blocks/question_answer.html"
        preview_value = {"question": "Wat nam u mee naar huis?", "answer": "<p>Een vraag die ik nu elke week stel.</p>"}


class PictureBlock(blocks.StructBlock):
    """A picture with its description in this place; without one it is decoration."""

    image = PictureChooserBlock(label="Foto")
    alt = blocks.CharBlock(
        label="Beschrijving van de foto",
        max_length=MAX_LENGTH,
        required=False,
        help_text="Voor wie de foto niet ziet: wat staat erop dat hier van belang is? Begin niet met ‘foto van’.",
    )
    is_decorative = blocks.BooleanBlock(
        label="Alleen versiering", required=False, help_text="Dan leest een voorleesprogramma niets voor."
    )

    def clean(self, value):
        value = super().clean(value)
        message = complaint(value["alt"], value["is_decorative"])
        if message and not self.is_deferred_validation:  # a draft is kept as it is
            raise blocks.StructBlockValidationError(block_errors={"alt": ValidationError(message)})
        return value

    class Meta:
        icon = "image"


class FigureValue(blocks.StructValue):
    @property
    def alt_text(self) -> str:
        """What a screen reader says of the picture; nothing of decoration."""
        return "" if self["is_decorative"] else self["alt"]


class FigureBlock(PictureBlock):
    caption = blocks.CharBlock(label="Bijschrift", max_length=250, required=False)

    class Meta:
        label = "Foto met bijschrift"
        icon = "image"
        group = PICTURES
        description = "Eén foto in de tekst"
        value_class = FigureValue
        template = "blocks/figure.html"
        preview_value = staticmethod(block_previews.figure)


class GalleryBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label="Kop", max_length=120, required=False)
    pictures = blocks.ListBlock(FigureBlock(), label="Foto's", min_num=2, max_num=12)

    class Meta:
        label = "Fotoreeks"
        icon = "image"
        group = PICTURES
        description = "Twee tot twaalf foto's bij elkaar"
        template = "blocks/gallery.html"
        preview_value = staticmethod(block_previews.gallery)


class VideoBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Titel van de video", max_length=120)
    url = blocks.URLBlock(label="Webadres van de video")
    duration = blocks.CharBlock(label="Duur", max_length=20, required=False, help_text="Bijvoorbeeld: 4 minuten")
    image = PictureChooserBlock(label="Beeld", required=False)
    note = blocks.CharBlock(
        label="Ondertiteling",
        max_length=120,
        help_text="Bijvoorbeeld: Met Nederlandse ondertiteling. Of: Uitgeschreven tekst onder de video.",
    )
    transcript = blocks.RichTextBlock(label="Uitgeschreven tekst", features=PROSE, required=False)

    class Meta:
        label = "Video"
        icon = "media"
        group = PICTURES
        description = "Een kaart met een link naar een video op een andere website"
        template = "blocks/video.html"
        preview_value = {
            "title": "Een dag mee met de eerste module",
            "url": "https://voorbeeld.nl/video",
            "duration": "4 minuten",
            "note": "Met Nederlandse ondertiteling",
        }


class AsideBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label="Kop", max_length=120)
    text = blocks.RichTextBlock(label="Tekst", features=PROSE)

    class Meta:
        label = "Kader"
        icon = "doc-full"
        group = EXTRAS
        description = "Tekst die naast het verhaal staat"
        template = "blocks/aside.html"
        preview_value = {"heading": "Goed om te weten", "text": "<p>Elke module duurt twee dagen.</p>"}


class KeyFigureBlock(blocks.StructBlock):
    number = blocks.CharBlock(label="Cijfer", max_length=20, help_text="Bijvoorbeeld: 7 op de 10")
    label = blocks.CharBlock(label="Wat het zegt", max_length=140)

    class Meta:
        label = "Cijfer"
        icon = "order"


class KeyFiguresBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label="Kop", max_length=120, required=False)
    figures = blocks.ListBlock(KeyFigureBlock(), label="Cijfers", min_num=1, max_num=4)

    class Meta:
        label = "Kerncijfers"
        icon = "order"
        group = EXTRAS
        description = "Eén tot vier cijfers met uitleg"
        template = "blocks/key_figures.html"
        preview_value = {"heading": "In cijfers", "figures": [{"number": "5", "label": "modules van twee dagen"}]}


class LinkValue(blocks.StructValue):
    @property
    def href(self) -> str:
        """Where the link goes; empty if its page is gone or not published."""
        page = self["page"]
        if page:
            return url_of(page) if is_visible(page) else ""
        return self["url"] or ""


class LinkBlock(blocks.StructBlock):
    text = blocks.CharBlock(label="Tekst van de link", max_length=120, help_text="Zeg waar de lezer terechtkomt.")
    page = LinkedPageBlock(label="Pagina op deze site", required=False)
    url = blocks.URLBlock(label="Of een webadres elders", required=False)

    def clean(self, value):
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]) and not self.is_deferred_validation:
            message = "Kies een pagina óf vul een webadres in. Een van de twee moet, allebei kan niet."
            raise blocks.StructBlockValidationError(block_errors={"page": ValidationError(message)})
        return value

    class Meta:
        label = "Link"
        icon = "link"
        value_class = LinkValue


class LinksBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label="Kop", max_length=120, default="Lees verder", required=False)
    links = blocks.ListBlock(LinkBlock(), label="Links", min_num=1, max_num=8)

    class Meta:
        label = "Links"
        icon = "link"
        group = EXTRAS
        description = "Een lijst met links om verder te lezen"
        template = "blocks/links.html"
        preview_value = {
            "heading": "Lees verder",
            "links": [{"text": "Naar gemeentesecretaris.nl", "page": None, "url": "https://gemeentesecretaris.nl"}],
        }


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label="Document")
    text = blocks.CharBlock(
        label="Tekst van de link",
        max_length=120,
        required=False,
        help_text="Laat je dit leeg, dan staat hier de titel van het document.",
    )

    class Meta:
        label = "Document"
        icon = "doc-full-inverse"
        group = EXTRAS
        description = "Een bestand om te downloaden, met soort en grootte erbij"
        template = "blocks/document.html"
        preview_value = staticmethod(block_previews.document)


class BodyBlock(blocks.StreamBlock):
    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    quote = QuoteBlock()
    question_answer = QuestionAnswerBlock()
    pull_quote = PullQuoteBlock()
    figure = FigureBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    aside = AsideBlock()
    key_figures = KeyFiguresBlock()
    links = LinksBlock()
    document = DocumentBlock()

    def clean(self, value):
        value = super().clean(value)
        lost = None if self.is_deferred_validation else heading_without_chapter(value)  # a draft is kept as it is
        if lost is not None:
            message = "Er staat geen kop van een hoofdstuk boven. Kies hier ‘Kop van een hoofdstuk’."
            error = blocks.StructBlockValidationError(block_errors={"level": ValidationError(message)})
            raise blocks.StreamBlockValidationError(block_errors={lost: error})
        return value


def heading_without_chapter(body) -> int | None:
    """Where in the body a heading of the second rank comes before any chapter; None if each has one above it."""
    for place, block in enumerate(body):
        if block.block_type == "question_answer" or (block.block_type == "heading" and block.value["level"] == "2"):
            return None
        if block.block_type == "heading":
            return place
    return None
