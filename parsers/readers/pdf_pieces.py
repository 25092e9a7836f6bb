"""Pieces and printed lines: the values that PDF reading passes from step to step."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from models import Box

BLANKS = re.compile(r"Số|ngày|tháng")
"""Words beside which a letterhead leaves a blank for a stamp."""


class Piece(NamedTuple):
    """A stretch of a printed line without a wide gap inside."""

    text: str
    box: Box
    bold: bool = False
    stamped: bool = False


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


def spaces(pieces: tuple[Piece, ...]) -> list[str]:
    """Give the space before each piece of a line: one where there is a gap or a space was printed, else none."""
    found = [""]
    for left, right in pairwise(pieces):
        stamp = left.stamped != right.stamped and left.text[-1:].isalnum() and right.text[:1].isalnum()
        apart = (right.box[0] - left.box[2] > 1.5 or stamp) and right.text[:1] not in ",.;:)"
        found.append(" " if apart and not left.text.endswith(" ") else "")
    return found
