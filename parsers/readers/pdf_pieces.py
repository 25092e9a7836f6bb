"""Pieces and printed lines: the values that PDF reading passes from step to step."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from models import Box
from parsers.layout import Doubt

BLANKS = re.compile(r"Số|ngày|tháng")
"""Words beside which a letterhead leaves a blank for a stamp."""

TALL = 2.0
"""Times the font size from which what pdfium calls a line is words of two rows of a table."""


class Piece(NamedTuple):
    """A stretch of a printed line without a wide gap inside.

    stamped: which drawn annotation of the page it comes from, from 1; 0 for the page's own words.
    doubts: its words that were recognised with doubt.
    """

    text: str
    box: Box
    bold: bool = False
    stamped: int = 0
    doubts: tuple[Doubt, ...] = ()


class PrintedLine(NamedTuple):
    """One line as printed: pieces from left to right, font size in points, footnote marks taken out of it."""

    pieces: tuple[Piece, ...]
    box: Box
    size: float
    italic: bool = False
    calls: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Give the words of the line."""
        pieces = self.pieces
        if len(pieces) == 1:
            return pieces[0].text
        return "".join(space + piece.text for space, piece in zip(spaces(pieces), pieces, strict=True))

    @property
    def is_tall(self) -> bool:
        """Say whether it is higher than a line can be."""
        return self.box[3] - self.box[1] > TALL * self.size


def spaces(pieces: tuple[Piece, ...]) -> list[str]:
    """Give the space before each piece of a line: one where there is a gap or a space was printed, else none."""
    found = [""]
    for left, right in pairwise(pieces):
        stamp = left.stamped != right.stamped and left.text[-1:].isalnum() and right.text[:1].isalnum()
        apart = (right.box[0] - left.box[2] > 1.5 or stamp) and right.text[:1] not in ",.;:)"
        found.append(" " if apart and not left.text.endswith(" ") else "")
    return found
