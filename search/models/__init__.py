from search.models.follow import FollowCount
from search.models.synonym import Synonym, synonym_sets

__all__ = ["FollowCount", "Synonym", "synonym_sets"]
