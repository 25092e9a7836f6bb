"""How wide letters are, to place a word inside a printed line.

Administrative documents are set in Times New Roman (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.2); its widths
are those of every Times-like font. Vietnamese letters are as wide as their base letter. Spaces take up what
is left of a justified line.
"""

from __future__ import annotations

from itertools import accumulate

from models import Box
from parsers.vietnamese.unicode import ascii_key

_WIDTHS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,:;-–()/“”\"'!?+%&*",
        (
            444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500,
            500, 722, 500, 500, 444, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556,
            722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 250, 250, 278, 278, 333, 500, 333, 333, 278, 444, 444,
            408, 180, 333, 444, 564, 833, 778, 500,
        ),
        strict=True,
    )
)  # fmt: skip
_DEFAULT = 500
_cache: dict[str, int] = {}


def _width(letter: str) -> int:
    """Give a letter's width in thousandths of its font size."""
    found = _cache.get(letter)
    if found is None:
        base = ascii_key(letter)[:1] or letter
        found = _WIDTHS.get(base.upper() if letter.isupper() else base, _DEFAULT)
        if len(_cache) < 4096:
            _cache[letter] = found
    return found


def between(text: str, box: Box, start: int, end: int) -> Box:
    """Give the box of `text[start:end]` inside the box of the whole text.

    text: one printed stretch. box: its place in points. start, end: code points, half open.
    """
    if start <= 0 and end >= len(text):
        return box
    spaces = text.count(" ")
    inked = sum(_width(letter) for letter in text if letter != " ")
    full = inked + 250 * spaces
    span = box[2] - box[0]
    if not full or span <= 0:
        return box
    scale = span / full
    positions = list(accumulate((250 if c == " " else _width(c) for c in text), initial=0))
    return box[0] + scale * positions[max(start, 0)], box[1], box[0] + scale * positions[min(end, len(text))], box[3]
