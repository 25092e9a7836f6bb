"""Rules drawn on a scanned page: the lines of tables, and underlines.

Takes the ink of a page, gives the rules as boxes and the ink without them. A rule is a run of ink far longer than a
stroke of any letter and no thicker than one; what is left of its edges goes with it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.bool_]
Pixels = tuple[int, int, int, int]

ACROSS, DOWN = 48.0, 24.0
"""Shortest rule across and down in points."""

THICKEST = 3.0
"""Thickest rule in points."""

WHOLE = 0.96
"""Share of a rule that is ink; dots of noise break it."""

LONGEST_BENT = 48.0
"""Longest run in points that the side of a round stamp makes."""

BENT = 0.5
"""Least bend in points of a run that is none of a table."""

MOST = 4000
"""Most rules of a page that are kept; more are a pattern, not a table."""


def rules(ink: Ink, dpi: int) -> tuple[Ink, list[Pixels], list[Pixels]]:
    """Find the rules of a page.

    ink: True where the page is dark, the page being level. dpi: pixels an inch.
    Gives where they are (with their edges), the boxes of those that run across, and of those that run down.
    """
    half = _halved(ink)
    thick = max(round(THICKEST * dpi / 144), 2)
    across = _thin(_runs(half, round(ACROSS * dpi / 144)), thick)
    down = _straight(_thin(_runs(half.T, round(DOWN * dpi / 144)), thick), half.T, dpi).T
    where = np.zeros_like(ink)
    grown = _grown(across | down).repeat(2, axis=0).repeat(2, axis=1)
    where[: grown.shape[0], : grown.shape[1]] = grown
    level = [(2 * x0, 2 * y0, 2 * x1, 2 * y1) for x0, y0, x1, y1 in _boxes(across)]
    return where, level, [(2 * x0, 2 * y0, 2 * x1, 2 * y1) for y0, x0, y1, x1 in _boxes(down.T)]


def _halved(ink: Ink) -> Ink:
    """Give the ink at half the size: rules are as plain there, and four times as quickly found."""
    height, width = ink.shape[0] // 2 * 2, ink.shape[1] // 2 * 2
    rows = ink[:height:2, :width] | ink[1:height:2, :width]
    return rows[:, ::2] | rows[:, 1::2]


def _runs(ink: Ink, least: int) -> Ink:
    """Give the pixels that lie in a run along the rows of at least so many pixels."""
    if ink.shape[1] <= least:
        return np.zeros_like(ink)
    total = np.zeros((ink.shape[0], ink.shape[1] + 1), dtype=np.int32)
    np.cumsum(ink, axis=1, out=total[:, 1:])
    begins = (total[:, least:] - total[:, :-least]) >= WHOLE * least
    edge = np.zeros((ink.shape[0], ink.shape[1] + 1), dtype=np.int32)
    edge[:, : begins.shape[1]] += begins
    edge[:, least:] -= begins
    return (np.cumsum(edge, axis=1)[:, :-1] > 0) & ink


def _thin(marked: Ink, thick: int) -> Ink:
    """Leave out what is thicker across the rows than a rule: black borders, pictures."""
    total = np.zeros((marked.shape[0] + 1, marked.shape[1]), dtype=np.int32)
    np.cumsum(marked, axis=0, out=total[1:])
    reach = min(thick, marked.shape[0] - 1)
    full = np.zeros_like(marked)
    full[: marked.shape[0] - reach] = (total[reach + 1 :] - total[: -reach - 1]) > reach
    solid = full.copy()
    for step in range(1, reach + 1):
        solid[step:] |= full[:-step]
    return marked & ~solid


def _straight(marked: Ink, ink: Ink, dpi: int) -> Ink:
    """Leave out short runs that are bent: the sides of a round stamp's rim.

    Both edges of bent ink lie further to one side in its middle than at its ends; letters beside a rule move one alone.
    """
    reach, least = max(round(BENT * 3 * dpi / 144), 1), BENT * dpi / 144
    kept = marked.copy()
    for x0, y0, x1, y1 in _boxes(marked):
        if x1 - x0 > LONGEST_BENT * dpi / 144:
            continue
        part = ink[max(y0 - reach, 0) : y1 + reach, x0:x1]
        edges = part.argmax(axis=0), -part[::-1].argmax(axis=0)
        third = (x1 - x0) // 3
        bends = [
            float(np.median(edge[third:-third]) - np.median(np.concatenate((edge[:third], edge[-third:]))))
            for edge in edges
        ]
        if min(bends) > least or max(bends) < -least:
            kept[y0:y1, x0:x1] = False
    return kept


def _grown(marked: Ink) -> Ink:
    """Add the pixels beside: the grey edge of a rule."""
    grown = marked.copy()
    grown[1:] |= marked[:-1]
    grown[:-1] |= marked[1:]
    grown[:, 1:] |= marked[:, :-1]
    grown[:, :-1] |= marked[:, 1:]
    return grown


def _boxes(across: Ink) -> list[Pixels]:
    """Give the boxes of rules along the rows: runs of neighbouring rows that overlap are one rule."""
    rows = np.flatnonzero(across.any(axis=1))
    found: list[Pixels] = []
    open_: list[Pixels] = []
    for row in rows.tolist():
        columns = np.flatnonzero(across[row])
        cuts = np.flatnonzero(np.diff(columns) > 12)
        starts, ends = [columns[0], *columns[cuts + 1]], [*columns[cuts], columns[-1]]
        still: list[Pixels] = []
        for start, end in zip(map(int, starts), map(int, ends), strict=True):
            box = (start, row, end + 1, row + 1)
            for other in [o for o in open_ if o[3] >= row - 1 and o[0] <= box[2] + 3 and o[2] >= box[0] - 3]:
                open_.remove(other)
                box = (min(box[0], other[0]), other[1], max(box[2], other[2]), row + 1)
            still.append(box)
        found += [other for other in open_ if other[3] < row - 1]
        open_ = [other for other in open_ if other[3] >= row - 1] + still
        if len(found) > MOST:
            return []
    return found + open_
