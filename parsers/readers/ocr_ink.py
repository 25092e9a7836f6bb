"""Ink that is no print: stamps, signatures, logos, the edge of the paper.

Takes the ink of a page, gives the part of it that is none of its text. Letters are small pieces of ink, one by one;
what hangs together over more than two lines was drawn. Of a round stamp only the ring is taken away, so that letters
it touches stay.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.bool_]
Box = tuple[int, int, int, int]
"""left, top, right, bottom, in pixels."""

TALLEST = 32.0
"""Height in points from which connected ink is no letter: twice the capitals of a heading."""

ROUND = 0.75
"""Share of a circle on which there must be ink for a stamp's rim."""

RADII = (80.0, 136.0)
"""Diameters of round stamps in points: 28 to 48 mm."""

RIM = 0.78
"""Where a stamp's rim begins, as a share of its radius."""


class Ring(NamedTuple):
    """The rim of a round stamp: centre and radius in pixels."""

    x: float
    y: float
    radius: float

    def holds(self, box: Box) -> bool:
        """Say whether a box lies inside of the rim."""
        far_x = max(abs(box[0] - self.x), abs(box[2] - self.x))
        far_y = max(abs(box[1] - self.y), abs(box[3] - self.y))
        return bool(np.hypot(far_x, far_y) < 1.08 * self.radius)


class Ink(NamedTuple):
    """The ink of a page: what is print, the boxes of its connected pieces from left to right, what is none.

    rings: the round stamps on it.
    """

    printed: Pixels
    pieces: list[Box]
    drawn: Pixels
    rings: tuple[Ring, ...]


def parted(dark: Pixels, dpi: int) -> Ink:
    """Part the ink of a page into print and what was drawn.

    dark: True where the page is dark. dpi: pixels an inch.
    """
    from scipy import ndimage

    tallest = TALLEST * dpi / 72
    marked = np.zeros_like(dark)
    around = np.ones((3, 3))
    rings: list[Ring] = []
    while True:
        labels, _count = ndimage.label(dark & ~marked, structure=around)
        places = ndimage.find_objects(labels)
        tall = [(n, place) for n, place in enumerate(places, start=1) if place[0].stop - place[0].start > tallest]
        if not tall:
            break
        for number, place in tall:
            part = labels[place] == number
            ring = _ring(part, dpi)
            rings += [Ring(ring.x + place[1].start, ring.y + place[0].start, ring.radius)] if ring else []
            marked[place] |= _rim(part, ring) if ring else part
    pieces = [(place[1].start, place[0].start, place[1].stop, place[0].stop) for place in places]
    grown = ndimage.binary_dilation(marked, around) if marked.any() else marked
    return Ink(dark & ~marked, sorted(pieces), grown, tuple(rings))


def _ring(part: Pixels, dpi: int) -> Ring | None:
    """Find the round stamp in connected ink; a signature that crosses it may be part of the same piece.

    A circle is tried in each corner of the piece's box, for each radius that stamps have.
    """
    height, width = part.shape
    low, high = (round(edge * dpi / 144) for edge in RADII)
    if min(height, width) < 2 * low or not part.any():
        return None
    angles = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    step = max(round(dpi / 72), 1)
    best, found = ROUND, None
    for radius in range(low, min(high, height // 2 + step, width // 2 + step) + 1, step):
        for x in {radius, width - radius}:
            for y in {radius, height - radius}:
                hit = np.zeros(len(angles), dtype=bool)
                for off in range(-step, step + 1):
                    columns = np.clip(np.rint(x + (radius - step + off) * np.cos(angles)).astype(int), 0, width - 1)
                    rows = np.clip(np.rint(y + (radius - step + off) * np.sin(angles)).astype(int), 0, height - 1)
                    hit |= part[rows, columns]
                if hit.mean() > best:
                    best, found = float(hit.mean()), Ring(x, y, radius)
    return found


def _rim(part: Pixels, ring: Ring) -> Pixels:
    """Give the ink of a piece on the rim of a stamp, or all of it where the rest would be drawn too."""
    rows, columns = np.ogrid[: part.shape[0], : part.shape[1]]
    away = np.hypot(rows - ring.y, columns - ring.x) / ring.radius
    rim = part & (away > RIM) & (away < 1.05)
    return rim if rim.any() else part
