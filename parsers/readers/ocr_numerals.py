"""Roman numerals that open a line, read from the shape of their ink.

Takes the first pieces of connected ink of a line, gives the numeral and the sign that ends it. In print I is one stem
with a serif on both sides of its top and foot, V two strokes that meet at the foot, X two that cross; counting strokes
at three heights tells them apart, where recognition makes `H`, `1I` or nothing of `II`.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.bool_]

SMALL = 0.45
"""Height of a sign that ends a numeral, by that of its letters."""

COMMA = 1.5
"""Height by width from which a small sign is a comma, which ends no label."""

SLANT = 0.2
"""How far a slash leans, by its height."""

FOOT = 0.8
"""Height from the top, as a share, at which the strokes of V have met and those of X have parted again."""

BAR = 0.7
"""Share of a letter's width from which ink across its middle is a bar."""

LEANING = 0.08
"""How far inwards the first stroke of V goes over half its height, by the height."""

LOWEST = 8
"""Pixels of the lowest letter whose strokes can be counted."""

CALLS = frozenset(("quý", "khóa", "khoá", "thứ", "lần", "kỳ"))
"""Words after which a Roman numeral comes in running text."""

_STROKES = {
    (1, 1, 1): "I",
    (2, 2, 2): "II",
    (3, 3, 3): "III",
    (2, 2, 1): "V",
    (4, 4, 3): "VII",
    (5, 5, 4): "VIII",
    (2, 1, 2): "X",
}
_OPENED_BY_V = frozenset(("VII", "VIII"))
_NUMERALS = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"))


def numeral(pieces: Iterable[Ink], *, alone: bool = False) -> str | None:
    """Give the numeral that pieces of ink are, with the full stop, dash or slash after it; None if they are none.

    pieces: from left to right. alone: they are all there is, and no sign need end them.
    """
    found, tall = "", 0
    for ink in pieces:
        height, width = ink.shape
        tall = max(tall, height)
        if tall < LOWEST:
            return None
        if height < SMALL * tall:
            sign = "-" if width > 1.3 * height else "."
            return _ended(found, sign) if height < COMMA * width else None
        if _leans(ink):
            return _ended(found, "/")
        letters = _letters(ink)
        if letters is None or height < 0.8 * tall:
            return None
        found += letters
    return found if alone and found in _NUMERALS else None


def _ended(found: str, sign: str) -> str | None:
    return found + sign if found in _NUMERALS else None


def _leans(ink: Ink) -> bool:
    """Say whether a piece is a slash: one stroke whose top is far to the right of its foot."""
    height = ink.shape[0]
    edge = max(height // 5, 1)
    top, foot = np.flatnonzero(ink[:edge].any(axis=0)), np.flatnonzero(ink[-edge:].any(axis=0))
    return bool(top.size and foot.size and top.mean() - foot.mean() > SLANT * height)


def _letters(ink: Ink) -> str | None:
    height, width = ink.shape
    counts = _strokes(ink[height // 4]), _strokes(ink[height // 2]), _strokes(ink[round(FOOT * height)])
    if counts == (3, 3, 2):
        return _four_or_six(ink[height // 4])
    letters = _STROKES.get(counts)
    if letters is None or (letters == "X" and _has_bar(ink)) or (letters in _OPENED_BY_V and not _begins_slanted(ink)):
        return None
    if set(letters) == {"I"} and (
        not (_has_serifs(ink) and 0.28 < width / (height * len(letters)) < 0.8) or (len(letters) == 2 and _has_bar(ink))
    ):
        return None
    return letters


def _has_bar(ink: Ink) -> bool:
    """Say whether a level stroke goes across the middle, as in H; where the strokes of X cross, it is narrow."""
    height, width = ink.shape
    middle = ink[round(0.4 * height) : round(0.6 * height) + 1]
    return bool((middle.sum(axis=1) > BAR * width).any())


def _begins_slanted(ink: Ink) -> bool:
    """Say whether the first stroke leans inwards, as that of V; that of M stands upright."""
    height = ink.shape[0]
    high, low = np.flatnonzero(ink[height // 4]), np.flatnonzero(ink[3 * height // 4])
    return bool(low[0] - high[0] > LEANING * height)


def _strokes(row: NDArray[np.bool_]) -> int:
    """Give how many strokes cross a row."""
    return int((row[1:] & ~row[:-1]).sum()) + int(row[0])


def _four_or_six(row: NDArray[np.bool_]) -> str:
    """Tell IV from VI: the stem is nearer to the arm of the V beside it than the arms to each other."""
    edges = np.flatnonzero(np.diff(row.astype(np.int8)) != 0)
    starts = [0, *edges[1::2]] if row[0] else list(edges[0::2])
    middle = starts[1] if len(starts) > 2 else 0
    return "IV" if middle - starts[0] < starts[2] - middle else "VI"


def _has_serifs(ink: Ink) -> bool:
    """Say whether top and foot are wider than the stems on both sides; a figure one has no serif on its right."""
    height = ink.shape[0]
    stem = np.flatnonzero(ink[height // 2])
    edge = max(height // 10, 2)
    top, foot = np.flatnonzero(ink[:edge].any(axis=0)), np.flatnonzero(ink[-edge:].any(axis=0))
    out = max(height // 25, 1)
    return bool(
        top.size
        and foot.size
        and top[0] <= stem[0] - out
        and top[-1] >= stem[-1] + out
        and foot[0] <= stem[0] - out
        and foot[-1] >= stem[-1] + out
    )
