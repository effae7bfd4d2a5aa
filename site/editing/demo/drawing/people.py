"""The twenty secretaries by slug, with the Dutch description of each portrait."""

from __future__ import annotations

from .people_2021 import FIRST
from .people_2026 import SECOND
from .person import Portrait

PORTRAITS: dict[str, Portrait] = FIRST | SECOND
