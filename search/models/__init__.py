from search.models.count import IgnoredQuery, SearchCount
from search.models.follow import FollowCount
from search.models.index import DocumentText, IndexedPage, PageText, Posting, SiteWord, Term
from search.models.related import PageProfile, RelatedItem
from search.models.synonym import Synonym, synonym_sets

__all__ = [
    "DocumentText",
    "FollowCount",
    "IgnoredQuery",
    "IndexedPage",
    "PageProfile",
    "PageText",
    "Posting",
    "RelatedItem",
    "SearchCount",
    "SiteWord",
    "Synonym",
    "Term",
    "synonym_sets",
]
