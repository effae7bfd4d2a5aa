"""How much of a picture is left after compression: structural similarity, and pictures to measure it on."""

import numpy as np
from PIL import Image

RADIUS, SIGMA = 5, 1.5  # the Gaussian window of 11 × 11 pixels
DARK, FLAT = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def ssim(one: Image.Image, other: Image.Image) -> float:
    """Mean structural similarity of the luminance, 1 for equal pictures: Wang, Bovik, Sheikh and Simoncelli (2004)."""
    x, y = (np.asarray(picture.convert("L"), dtype=float) for picture in (one, other))
    mean_x, mean_y = blurred(x), blurred(y)
    variance_x, variance_y = blurred(x * x) - mean_x**2, blurred(y * y) - mean_y**2
    covariance = blurred(x * y) - mean_x * mean_y
    light = (2 * mean_x * mean_y + DARK) / (mean_x**2 + mean_y**2 + DARK)
    structure = (2 * covariance + FLAT) / (variance_x + variance_y + FLAT)
    return float((light * structure).mean())


def blurred(values: np.ndarray) -> np.ndarray:
    """Without the edge, where the window is not full."""
    offsets = range(-RADIUS, RADIUS + 1)
    weights = np.exp(-(np.array(offsets) ** 2) / (2 * SIGMA**2))
    weights /= weights.sum()
    for axis in (0, 1):
        values = sum(weight * np.roll(values, offset, axis) for weight, offset in zip(weights, offsets, strict=True))
    return values[RADIUS:-RADIUS, RADIUS:-RADIUS]


def noise(exponent: float, size: tuple[int, int], contrast: float, seed: int = 1) -> Image.Image:
    """Coloured noise whose amplitude falls with frequency to that power; photographs are near 1 in their spectrum.

    Unlike a photograph it has no edges and no calm areas: it is the hardest picture of its spectrum to compress.
    """
    chance, (width, height) = np.random.default_rng(seed), size
    frequency = np.hypot(np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)[None])
    frequency[0, 0] = np.inf
    layers = []
    for _ in range(3):
        spectrum = np.fft.rfft2(chance.standard_normal((height, width))) / frequency**exponent
        layer = np.fft.irfft2(spectrum, (height, width))
        layers.append(layer / layer.std())
    shared = layers[0]  # the channels of a photograph go together
    channels = [128 + contrast * (0.8 * shared + 0.6 * layer if layer is not shared else shared) for layer in layers]
    return Image.fromarray(np.clip(np.stack(channels, -1), 0, 255).astype("uint8"))
