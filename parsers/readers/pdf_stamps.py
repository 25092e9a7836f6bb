"""Stamps: words of annotations, and the blanks of the letterhead that they fill.

Takes words that come from annotations flattened into the page; the place says what they are: beside `Số:`
the number, between `ngày` and `tháng` the day.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pypdfium2
from pypdfium2 import raw

from parsers.readers.arrivals import Mark, arrived
from parsers.readers.pdf_geometry import Geometry, hull
from parsers.readers.pdf_pieces import BLANKS, Piece, PrintedLine
from parsers.vietnamese.unicode import clean

MAX_STAMP_OBJECTS = 5000
"""Most text objects of annotations that are told from the page's own."""

MAX_STAMP_WORDS = 3
"""Most words of an annotation that fills a blank: number, day and month may be put on at once."""

TOP = 0.5
"""Share of the page's height in which a stamp of arrival stands: under the letterhead at the lowest."""


def has_stamps(page: pypdfium2.PdfPage) -> bool:
    """Say whether a page has annotations that show something: not links, not invisible signatures."""
    rect = raw.FS_RECTF()
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFAnnot_GetRect(annotation, rect)
        raw.FPDFPage_CloseAnnot(annotation)
        visible = abs(rect.right - rect.left) > 1 and abs(rect.top - rect.bottom) > 1
        if visible and kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            return True
    return False


def _added(page: pypdfium2.PdfPage, own: int) -> dict[int, int]:
    """Give the addresses of the text objects that flattening added after a page's own objects.

    Each with the number of the annotation it came from, from 1, in the order in which they were drawn.
    """
    found: dict[int, int] = {}
    added = [raw.FPDFPage_GetObject(page, index) for index in range(own, raw.FPDFPage_CountObjects(page))]
    drawn = [inner for item in added for inner in _inner(item)]  # one form wraps them, each is a form in it
    for number, item in enumerate(drawn, start=1):
        waiting = [item]
        while waiting and len(found) < MAX_STAMP_OBJECTS:
            item = waiting.pop()
            if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
                found[ctypes.addressof(item.contents)] = number
            waiting += _inner(item)
    return found


def _inner(item: Any) -> list[Any]:
    """Give what a form object is made of; nothing for other objects."""
    if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_FORM:
        return []
    return [raw.FPDFFormObj_GetObject(item, index) for index in range(raw.FPDFFormObj_CountObjects(item))]


def flattened(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, index: int
) -> tuple[pypdfium2.PdfPage, dict[int, int]]:
    """Draw a page's annotations into it, in memory; give the page anew and the text objects that came in so.

    The page given is closed. index: its place in the document, from 0.
    """
    own = raw.FPDFPage_CountObjects(page)
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    page = document[index]
    return page, _added(page, own)


def annotation_words(text: str, stamps: Mapping[int, int], geometry: Geometry) -> tuple[list[Piece], int]:
    """Give the words at the end of the stream that come from annotations, and where they begin."""
    words: list[Piece] = []
    end = len(text)
    for word in reversed(list(re.finditer(r"\S+", text))):
        stamp = stamps.get(geometry.object(word.start()))
        if stamp is None:
            break
        end = word.start()
        boxes = geometry.rects(word.start(), len(word[0]))
        if boxes:
            words.append(Piece(clean(word[0]), hull(boxes), stamped=stamp))
    return words[::-1], end


def stamped(lines: list[PrintedLine], words: list[Piece]) -> tuple[list[PrintedLine], tuple[str, ...]]:
    """Put stamped figures into the blank of the line they stand on; give the rest of the words apart.

    An annotation of more than a few words is a note, such as `Ký bởi: …` or a stamp of arrival: it fills no blank,
    wherever it stands.
    """
    lines, apart = list(lines), list[Piece]()
    sizes = Counter(word.stamped for word in words)
    for word in words:
        fits = word.text.isalnum() and sizes[word.stamped] <= MAX_STAMP_WORDS
        home = next((i for i, line in enumerate(lines) if fits and _stands_in(word, line)), None)
        if home is None:
            apart.append(word)
            continue
        line = lines[home]
        pieces = sorted([*line.pieces, word], key=lambda piece: piece.box[0])
        lines[home] = line._replace(pieces=tuple(pieces), box=hull([line.box, word.box]))
    return lines, in_lines(apart)


def without_arrivals(lines: list[PrintedLine], height: float) -> tuple[list[PrintedLine], tuple[str, ...]]:
    """Take the stamp of arrival out of the printed lines of a first page; give the words of the stamp apart.

    height: of the page, in points. A line of the letterhead that stands beside the stamp keeps its own pieces.
    """
    places = [
        (number, place)
        for number, line in enumerate(lines)
        for place, piece in enumerate(line.pieces)
        if piece.box[1] < TOP * height
    ]
    marks = [Mark(lines[number].pieces[place].text, lines[number].pieces[place].box) for number, place in places]
    gone = {places[index] for index in arrived(marks)}
    if not gone:
        return lines, ()
    kept: list[PrintedLine] = []
    for number, line in enumerate(lines):
        pieces = tuple(piece for place, piece in enumerate(line.pieces) if (number, place) not in gone)
        if len(pieces) == len(line.pieces):
            kept.append(line)
        elif pieces:
            kept.append(line._replace(pieces=pieces, box=hull([piece.box for piece in pieces])))
    return kept, tuple(lines[number].pieces[place].text for number, place in sorted(gone))


def in_lines(words: list[Piece]) -> tuple[str, ...]:
    """Give loose words as lines: a line goes on as long as the next word, in stream order, stands on its height."""
    found: list[list[Piece]] = []
    for word in words:
        middle = (word.box[1] + word.box[3]) / 2
        if found and found[-1][-1].box[1] < middle < found[-1][-1].box[3] and word.box[0] > found[-1][-1].box[0]:
            found[-1].append(word)
        else:
            found.append([word])
    return tuple(" ".join(word.text for word in line) for line in found)


def _stands_in(word: Piece, line: PrintedLine) -> bool:
    middle = (word.box[1] + word.box[3]) / 2
    across = line.box[0] - 2 < word.box[0] < line.box[2] + 30
    return across and line.box[1] - 3 < middle < line.box[3] + 3 and BLANKS.search(line.text) is not None
