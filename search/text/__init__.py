"""Dutch text as search and related items see it. Pure Python; nothing here knows Django."""
