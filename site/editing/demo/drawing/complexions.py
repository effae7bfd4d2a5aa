"""The tones of skin, eyes and hair that the portraits share."""

from __future__ import annotations

FAIR = (240, 200, 174)
ROSY = (236, 188, 164)
WARM = (226, 178, 144)
OLIVE = (206, 156, 118)
BROWN = (168, 112, 78)
DEEP = (110, 70, 50)

BLUE_EYES = (92, 130, 160)
GREEN_EYES = (104, 128, 98)
GREY_EYES = (112, 126, 134)
HAZEL_EYES = (128, 98, 58)
DARK_EYES = (72, 46, 34)

SILVER = (206, 206, 204)
GREY = (150, 152, 156)
SALT = (104, 100, 100)
BLOND = (218, 176, 108)
ASH = (178, 146, 104)
COPPER = (176, 92, 50)
CHESTNUT = (98, 58, 42)
BLACK = (38, 32, 36)
