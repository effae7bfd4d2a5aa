"""Dutch text as search and related items see it. Pure Python; nothing here knows Django.

`search.text.analysis` is the way in: `analyse(text)` gives the words under their stems, `weighted_terms(text)` these
and what they are made of, with weights.
"""
