from search.models.follow import FollowCount
from search.models.related import RelatedItem
from search.models.synonym import Synonym, synonym_sets

__all__ = ["FollowCount", "RelatedItem", "Synonym", "synonym_sets"]
