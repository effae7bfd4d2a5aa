"""Chance that always falls the same way."""

from __future__ import annotations

import random


def seeded(seed: int) -> random.Random:
    """Dice that roll the same row of numbers on every run."""
    return random.Random(seed)
