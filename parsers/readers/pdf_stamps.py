"""Stamps: words of annotations, and the blanks of the letterhead that they fill.

Takes words that come from annotations flattened into the page; the place says what they are: beside `Số:`
the number, between `ngày` and `tháng` the day.
"""

from __future__ import annotations

import re

from parsers.readers.pdf_geometry import Geometry, hull
from parsers.readers.pdf_pieces import BLANKS, Piece, PrintedLine
from parsers.vietnamese.unicode import clean


def annotation_words(text: str, stamps: frozenset[int], geometry: Geometry) -> tuple[list[Piece], int]:
    """Give the words at the end of the stream that come from annotations, and where they begin."""
    words: list[Piece] = []
    end = len(text)
    for word in reversed(list(re.finditer(r"\S+", text))):
        if geometry.object(word.start()) not in stamps:
            break
        end = word.start()
        boxes = geometry.rects(word.start(), len(word[0]))
        if boxes:
            words.append(Piece(clean(word[0]), hull(boxes), stamped=True))
    return words[::-1], end


def stamped(lines: list[PrintedLine], words: list[Piece]) -> tuple[list[PrintedLine], tuple[str, ...]]:
    """Put stamped figures into the blank of the line they stand on; give the rest of the words apart."""
    lines, apart = list(lines), []
    for word in words:
        home = next((i for i, line in enumerate(lines) if word.text.isalnum() and _stands_in(word, line)), None)
        if home is None:
            apart.append(word.text)
            continue
        line = lines[home]
        pieces = sorted([*line.pieces, word], key=lambda piece: piece.box[0])
        lines[home] = line._replace(pieces=tuple(pieces), box=hull([line.box, word.box]))
    return lines, tuple(apart)


def _stands_in(word: Piece, line: PrintedLine) -> bool:
    middle = (word.box[1] + word.box[3]) / 2
    across = line.box[0] - 2 < word.box[0] < line.box[2] + 30
    return across and line.box[1] - 3 < middle < line.box[3] + 3 and BLANKS.search(line.text) is not None
