from search.models.synonym import Synonym, synonym_sets

__all__ = ["Synonym", "synonym_sets"]
