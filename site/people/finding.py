"""Finding a row by a name as people type it: without accents, capitals or the official spelling."""

from anyascii import anyascii
from django.db import models

AROUND_WORDS = '",;:!?()[]*'  # typed with a name, as in ‘Hoekstra, Bas’, and no part of any


def fold(text: str) -> str:
    """The text in lower case ASCII with single spaces: `Súdwest-Fryslân` gives `sudwest-fryslan`."""
    return " ".join(anyascii(text).lower().split())


def words_of(query: str) -> list[str]:
    """The folded words to look for: at most 20, from the first 200 characters; longer patterns make databases fail."""
    typed = fold(query[:200].replace("\x00", " ")).split()[:20]
    return [word for word in (each.strip(AROUND_WORDS) for each in typed) if word]


class FoundByNameQuerySet(models.QuerySet):
    def find(self, query: str):
        """Rows with every word of the query somewhere in one of their names; none if it has signs only."""
        rows, words = self, words_of(query)
        if not words and query.strip():
            return rows.none()
        for word in words:
            rows = rows.filter(found_as__contains=word)
        return rows


class FoundByName(models.Model):
    """Keeps the names of a row folded in one column, so that a search finds the same on every database."""

    found_as = models.CharField(max_length=800, editable=False, blank=True)

    class Meta:
        abstract = True

    def names_to_find(self) -> list[str]:
        """The names under which people look for this row."""
        raise TypeError(f"{type(self).__name__} must say by which names it is found")

    def save(self, *args, **kwargs):
        names = fold(" ".join(name for name in self.names_to_find() if name))
        bare = names.replace("'", "")  # for who types obrien or dhondt
        self.found_as = (names if bare == names else f"{names} {bare}")[:800]
        super().save(*args, **kwargs)
