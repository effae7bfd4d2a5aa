"""The drawn pictures of the demo: portraits of the secretaries and scenes of their work.

Everything is drawn from points and curves by this package itself, so the same picture comes
out byte for byte on every run, and there is no question of rights.
"""

from .people import PORTRAITS
from .person import Portrait
from .portrait import draw_portrait
from .scenes import SCENES, Scene, draw_scene

__all__ = ["PORTRAITS", "SCENES", "Portrait", "Scene", "draw_portrait", "draw_scene"]
