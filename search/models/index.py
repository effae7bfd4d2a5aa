"""The index: what every findable page says, as plain rows that SQLite and PostgreSQL read alike.

Nothing here is shown to a visitor: labels and titles are looked up when they are asked for, so a new name shows at
once.
"""

import secrets

from django.db import models

STAMPS = 2**40  # so that the sum over a million pages fits in 64 bits


def new_stamp() -> int:
    return secrets.randbelow(STAMPS)


class IndexedPage(models.Model):
    """A page that can be found, as it was when it was last published."""

    page = models.OneToOneField("wagtailcore.Page", models.CASCADE, primary_key=True, related_name="indexed")
    day = models.PositiveIntegerField()  # the proleptic day of what a reader takes for its date; 0 if it has none
    kind = models.CharField(max_length=100)  # the model of the page, as in `portraits.portraitpage`
    facets = models.CharField(max_length=1000)  # `key:value` in order, with spaces between
    title_words = models.CharField(max_length=800)  # the folded words of the title, with a space on either side
    subjects = models.BinaryField(default=b"")  # how much it is about each subject; see search.topics
    version = models.CharField(max_length=20)  # of the analyser that made the terms
    is_stale = models.BooleanField(default=False, db_index=True)  # something it names has changed; the worker's to do
    # Another number at every writing. The sum of all says whether anything was written since; unlike the latest time,
    # it also tells of a transaction that began before others and was committed after them.
    stamp = models.BigIntegerField(default=new_stamp)

    class Meta:
        indexes = [models.Index(fields=["stamp", "version"], name="state_of_the_index")]

    def __str__(self) -> str:
        return f"page {self.page_id}"


class PageText(models.Model):
    """The words of a page in order. Apart from the rest, which is read through for many pages at once."""

    page = models.OneToOneField(IndexedPage, models.CASCADE, primary_key=True, related_name="text")
    words = models.TextField()  # folded, of everything; ` | ` between fields: what phrases are looked for in

    def __str__(self) -> str:
        return f"text of page {self.page_id}"


class Term(models.Model):
    """A word under its stem."""

    text = models.CharField(max_length=60, unique=True)

    def __str__(self) -> str:
        return self.text


class Posting(models.Model):
    """How much a page is about a term: its weighted frequency, in hundredths."""

    pk = models.CompositePrimaryKey("page_id", "term_id")
    page = models.ForeignKey(IndexedPage, models.CASCADE, related_name="postings", db_index=False)
    term = models.ForeignKey(Term, models.CASCADE, related_name="postings", db_index=False)
    weight = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["term", "page", "weight"], name="postings_of_a_term")]

    def __str__(self) -> str:
        return f"term {self.term_id} in page {self.page_id}"


class SiteWord(models.Model):
    """A word as the site spells it, folded: what a mistyped word is compared with. Words are added, never counted."""

    text = models.CharField(max_length=60, unique=True)
    term = models.ForeignKey(Term, models.CASCADE, related_name="site_words")

    def __str__(self) -> str:
        return self.text


class DocumentText(models.Model):
    """What an uploaded document says; read once, by the worker."""

    document_id = models.BigIntegerField(primary_key=True)  # of the document model, which search does not know
    file_hash = models.CharField(max_length=40, blank=True)
    text = models.TextField()

    def __str__(self) -> str:
        return f"document {self.document_id}"
