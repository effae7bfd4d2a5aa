from search.models.follow import FollowCount
from search.models.index import DocumentText, IndexedPage, Posting, SiteWord, Term
from search.models.related import RelatedItem
from search.models.synonym import Synonym, synonym_sets

__all__ = [
    "DocumentText",
    "FollowCount",
    "IndexedPage",
    "Posting",
    "RelatedItem",
    "SiteWord",
    "Synonym",
    "Term",
    "synonym_sets",
]
