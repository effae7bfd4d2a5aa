"""The demo: a believable site with the facts of the real programme and fictional people.

Texts stand in content/ as TOML (with the reports as PDF), pictures are drawn by drawing/, and loading.py puts all of it
into an empty database, section by section.
"""
