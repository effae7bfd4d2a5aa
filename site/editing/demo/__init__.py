"""The demo: a believable site with the facts of the real programme and fictional people.

Texts stand in content/ as TOML, pictures are drawn by drawing/, and loading.py puts both into an empty database.
"""
