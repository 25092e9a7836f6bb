"""From recognised rows to printed lines: the values with which PDF pages are put in order.

Takes rows in pixels, gives printed lines in points. Stretches of one line become its pieces; what is no print
(specks, ink of stamps and hands) is left out. Heavy strokes are bold print.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from models import Box
from parsers.layout import Doubt
from parsers.readers.ocr_engine import Row, Word
from parsers.readers.pdf_geometry import hull
from parsers.readers.pdf_pieces import Piece, PrintedLine
from parsers.vietnamese.syllables import is_syllable

DOUBTED = 0.75
"""Certainty below which a word is doubted."""

NOISE = 0.35
"""Certainty below which what is no syllable and no number is taken for a speck."""

SIGNS = '-–—+•*/&%=“”"():;.,'
"""Signs that stand alone between words."""

OFFICE = "VT"
"""Văn thư, the records office, which ends every list of recipients."""

SCRAPS, CLEAR = 5, 0.9
"""Letters and certainty below which a line of capitals alone is what was read of a stamp."""

LEAST_WORTH = 2.0
"""Letters that speak for print, each as sure as its word, below which a row is specks."""

HEAVY = 1.24
"""Strokes thicker than the page's by this are bold."""

SAME_SIZE = 0.14
"""Share by which measured font sizes differ that are the same."""


_CODE = re.compile(r"[/\-–][A-ZĐƯ]{2,}")


def kept(rows: Sequence[Row]) -> list[Row]:
    """Leave out what is no print."""
    return [row._replace(words=words) for row in rows if (words := _print(row))]


def trimmed(rows: Sequence[Row]) -> list[Row]:
    """Leave out what is no print at both ends of rows; between words it may be a figure written by hand."""
    made = []
    for row in rows:
        sound = [place for place, word in enumerate(row.words) if not _is_noise(word)]
        if sound:
            made.append(row._replace(words=row.words[sound[0] : sound[-1] + 1]))
    return made


def printed(rows: Sequence[Row], dpi: int) -> list[PrintedLine]:
    """Give the printed lines of a page, in the order of its rows.

    dpi: pixels an inch.
    """
    if not rows:
        return []
    usual = statistics.median([row.size for row in rows for _ in row.words])
    stroke = statistics.median([row.stroke / row.size for row in rows for _ in row.words])
    lines: list[PrintedLine] = []
    for _, group in groupby(rows, key=lambda row: row.line):
        for level in _levels(list(group)):
            size = max(row.size for row in level)
            pieces = tuple(_piece(row, dpi, bold=row.stroke > HEAVY * stroke * row.size) for row in level)
            lines.append(
                PrintedLine(
                    pieces, hull([p.box for p in pieces]), usual if abs(size - usual) < SAME_SIZE * usual else size
                )
            )
    return lines


def _levels(rows: list[Row]) -> Iterator[list[Row]]:
    """Part the stretches of a line that stand on different levels, as in two columns."""
    level = rows[:1]
    for left, right in pairwise(rows):
        a, b = _extent(left.words), _extent(right.words)
        if min(a[1], b[1]) - max(a[0], b[0]) < 0.5 * min(a[1] - a[0], b[1] - b[0]):
            yield level
            level = []
        level = [*level, right]
    yield level


def _extent(words: Iterable[Word]) -> tuple[int, int]:
    return min(word.box[1] for word in words), max(word.box[3] for word in words)


def _print(row: Row) -> tuple[Word, ...]:
    """Leave out the words of a row that are no print; of a row that is specks or handwriting, all."""
    words = tuple(word for word in row.words if not _is_noise(word))
    letters = "".join(filter(str.isalpha, "".join(word.text for word in words)))
    if (
        letters.isupper()
        and letters != OFFICE
        and len(letters) < SCRAPS
        and all(word.text.isupper() and word.sure < CLEAR for word in words)
    ):
        return ()
    weight = sum(min(_worth(word), 12) * word.sure for word in words)
    return words if weight > LEAST_WORTH else ()


def _worth(word: Word) -> int:
    """Give how many letters of a word speak for print: those of a syllable or a number, half of those of a code."""
    letters = "".join(filter(str.isalpha, word.text))
    digits = sum(map(str.isdigit, word.text))
    if (digits and not letters) or _CODE.search(word.text):
        return 3 * (digits + len(letters))
    return min(2 * len(letters) if is_syllable(letters) and len(letters) > 1 else (len(letters) + digits) // 2, 6)


def _is_noise(word: Word) -> bool:
    letters = "".join(filter(str.isalpha, word.text))
    if letters == OFFICE:
        return False
    if len(word.text) == 1 and word.text in SIGNS:
        return word.sure < NOISE and word.text not in "-–+"
    if not letters and not any(map(str.isdigit, word.text)):
        return True
    if word.sure >= NOISE or is_syllable(letters) or any(map(str.isdigit, word.text)):
        return False
    return len(letters) < 3 or len(letters) < 0.6 * len(word.text)


def _piece(row: Row, dpi: int, *, bold: bool) -> Piece:
    text, doubts = "", []
    for word in row.words:
        text += " " if text else ""
        if word.sure < DOUBTED:
            doubts.append(Doubt(len(text), len(text) + len(word.text), round(word.sure, 2)))
        text += word.text
    box: Box = hull([word_box(word, dpi) for word in row.words])
    return Piece(text, box, bold, doubts=tuple(doubts))


def word_box(word: Word, dpi: int) -> Box:
    """Give a word's box in points."""
    left, top, right, bottom = word.box
    return left * 72 / dpi, top * 72 / dpi, right * 72 / dpi, bottom * 72 / dpi
