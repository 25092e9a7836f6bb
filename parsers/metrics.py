"""How wide letters are, to place a word inside a printed line.

Administrative documents are set in Times New Roman (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.2); its widths
are those of every Times-like font. Vietnamese letters are as wide as their base letter. A justified line is
stretched as a whole.
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


class _Widths(dict[str, int]):
    """Widths of letters in thousandths of the font size, worked out when first asked for."""

    def __missing__(self, letter: str) -> int:
        base = ascii_key(letter)[:1] or letter
        width = 250 if letter == " " else _WIDTHS.get(base.upper() if letter.isupper() else base, _DEFAULT)
        self[letter] = width
        return width


_widths = _Widths()
"""At most one entry a code point."""


def between(text: str, box: Box, start: int, end: int) -> Box:
    """Give the box of `text[start:end]` inside the box of the whole text.

    text: one printed stretch. box: its place in points. start, end: code points, half open.
    """
    if start <= 0 and end >= len(text):
        return box
    positions = list(accumulate(map(_widths.__getitem__, text), initial=0))
    span = box[2] - box[0]
    if not positions[-1] or span <= 0:
        return box
    scale = span / positions[-1]
    return box[0] + scale * positions[max(start, 0)], box[1], box[0] + scale * positions[min(end, len(text))], box[3]
