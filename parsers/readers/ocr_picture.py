"""The picture of a page, made ready for recognition: grey, without red stamps, upright.

Takes a picture, gives a grey one in which text is dark on light. A red stamp over a name hides it in grey; in the
red channel it all but vanishes, and what is left of it is painted white, as is blue ink: signatures, stamps of arrival.
Number and day may be written in blue, so a second picture keeps it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.uint8]

MAX_PIXELS = 60_000_000
"""Largest picture that is recognised: an A3 page at 450 dpi."""

COLOURED = 40
"""Least difference between the channels of a coloured pixel."""

INKED = 140
"""Least red (or blue) of a pixel that is stamp or ink alone; under it there is black print."""

STEEPEST = 4.0
"""Largest skew that is mended, in degrees."""

LEVEL = 0.1
"""Skew in degrees that is left as it is."""

WIDE = 1400
"""Pixels of the longer side of the picture in which skew is measured."""

FEW_DOTS, MANY_DOTS = 200, 50_000
"""Dark pixels from which skew can be told, and beyond which more tell nothing."""

DARKEST, LIGHTEST = 90, 175
"""Within which grey print ends and paper begins."""


def grey(picture: Image.Image) -> tuple[Image.Image, Image.Image]:
    """Give a picture in grey twice: without the ink of stamps and pens, and without that of red stamps alone."""
    if picture.mode in ("1", "L", "I;16", "I"):
        plain = picture.convert("L")
        return plain, plain
    pixels = np.asarray(picture.convert("RGB"))
    small = pixels[::8, ::8].astype(np.int16)
    if int((small.max(axis=2) - small.min(axis=2) > COLOURED).sum()) < 20:
        plain = picture.convert("L")
        return plain, plain
    red, green, blue = (pixels[:, :, channel] for channel in range(3))
    pen = red.copy()
    pen[(red > INKED) & (red.astype(np.int16) - np.maximum(green, blue) > COLOURED)] = 255
    clean = pen.copy()
    clean[(blue > INKED) & (blue.astype(np.int16) - red > COLOURED)] = 255
    return Image.fromarray(clean), Image.fromarray(pen)


def skew(picture: Image.Image) -> float:
    """Give the angle in degrees by which a picture's lines rise to the right, 0 where it cannot be told.

    Lines of print make rows of ink; the angle at which neighbouring rows differ most is that of the print.
    """
    scale = WIDE / max(picture.size)
    size = max(round(picture.width * scale), 1), max(round(picture.height * scale), 1)
    small = np.asarray(picture.resize(size, Image.Resampling.BOX))
    margin = max(round(0.03 * small.shape[1]), 1)
    small = small[margin:-margin, margin:-margin]
    if not small.size:
        return 0.0
    rows, columns = np.nonzero(small < threshold(small))
    if len(rows) < FEW_DOTS:
        return 0.0
    if len(rows) > MANY_DOTS:
        chosen = np.linspace(0, len(rows) - 1, MANY_DOTS).astype(int)
        rows, columns = rows[chosen], columns[chosen]
    away = columns - small.shape[1] / 2
    best = 0.0
    for step, reach in ((0.1, STEEPEST), (0.02, 0.1)):
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _contrast(rows, away, float(angle))))
    return best if abs(best) > LEVEL else 0.0


def _contrast(rows: NDArray[Any], away: NDArray[Any], angle: float) -> float:
    """Give how much neighbouring rows differ in ink when a picture is turned by an angle."""
    turned = np.rint(rows + away * np.tan(np.radians(angle))).astype(int)
    return float(np.square(np.diff(np.bincount(turned - turned.min()).astype(float))).sum())


def threshold(pixels: Grey) -> float:
    """Give the grey from which paper begins: a stamp in a grey scan is paler than print."""
    black, paper = np.percentile(pixels[::4, ::4], (0.5, 60))
    return float(min(max(black + 0.42 * (paper - black), DARKEST), LIGHTEST))


def level(picture: Image.Image, angle: float) -> Image.Image:
    """Turn a grey picture so that its lines are level; angle as `skew` gives it."""
    return picture.rotate(-angle, Image.Resampling.BICUBIC, fillcolor=255) if angle else picture
