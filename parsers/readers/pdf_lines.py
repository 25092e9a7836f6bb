"""Printed lines of one PDF page, from pdfium's characters and rectangles.

Text is fetched once a page and mapped to rectangles line by line, which costs little more than the bare
text. A printed line is what stands on one baseline; pdfium's own line ends and superscripts do not cut it,
wide gaps part it into pieces.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from models import Box
from parsers.vietnamese.unicode import clean

GAP = 14.0
"""Empty width in points that separates two columns or table cells; justified words stay well under it."""

BLANK = 5.0
"""Empty width in points that a stamped figure may fill, on pages with annotations."""

HEAD = 0.4
"""Share of the page's height in which the letterhead's blanks stand."""

BOLD = 600
"""Font weight from which a run counts as bold."""

SMALL = 0.8
"""A digit below this share of the line's font size is a footnote mark."""

_ODD = str.maketrans({"\ufffe": "-", "\x02": "-", "\x00": None, "\r": " ", "\n": " "})
_ODD_SEEN = re.compile("[\ufffe\x00\x02\r\n]|____")
_MARKED = re.compile(r"(?<=[^\s\d])\d{1,2}(?!\d)|(?<=\d)\d{1,2}(?![\d/.,-])")
_RULE = re.compile(r"_{4,}")
_WORD = re.compile(r"\s*(\S+)")
_BLANKS = re.compile(r"Số|ngày|tháng")
_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18


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
    for left, right in zip(pieces, pieces[1:], strict=False):
        stamp = left.stamped != right.stamped and left.text[-1:].isalnum() and right.text[:1].isalnum()
        apart = (right.box[0] - left.box[2] > 1.5 or stamp) and right.text[:1] not in ",.;:)"
        found.append(" " if apart and not left.text.endswith(" ") else "")
    return found


def hull(boxes: list[Box]) -> Box:
    """Give the smallest box around boxes."""
    if len(boxes) == 1:
        return boxes[0]
    left, top, right, bottom = boxes[0]
    for x0, y0, x1, y1 in boxes:
        left = x0 if x0 < left else left
        top = y0 if y0 < top else top
        right = x1 if x1 > right else right
        bottom = y1 if y1 > bottom else bottom
    return left, top, right, bottom


class _Geometry:
    """pdfium's answers about characters; its doubles are reused, making new ones costs more than a call."""

    __slots__ = ("_doubles", "_flags", "_flags_ref", "_name", "_refs", "handle", "height")

    def __init__(self, handle: object, height: float) -> None:
        self.handle = handle
        self.height = height
        self._doubles = [ctypes.c_double() for _ in range(4)]
        self._refs = [ctypes.byref(double) for double in self._doubles]
        self._name = ctypes.create_string_buffer(64)
        self._flags = ctypes.c_int()
        self._flags_ref = ctypes.byref(self._flags)

    def rects(self, start: int, count: int) -> list[Box]:
        """Give the rectangles of a range of characters, from the page's top-left."""
        left, top, right, bottom = self._doubles
        get, handle, refs, height = raw.FPDFText_GetRect, self.handle, self._refs, self.height
        boxes = []
        for index in range(raw.FPDFText_CountRects(handle, start, count)):
            get(handle, index, *refs)
            boxes.append((left.value, height - top.value, right.value, height - bottom.value))
        return boxes

    def edges(self, index: int) -> tuple[float, float]:
        """Give the left and right edge of a character."""
        raw.FPDFText_GetCharBox(self.handle, index, *self._refs)
        return self._doubles[0].value, self._doubles[1].value

    def object(self, index: int) -> int:
        """Give the address of the text object that a character belongs to, 0 if there is none."""
        item = raw.FPDFText_GetTextObject(self.handle, index)
        return ctypes.addressof(item.contents) if item else 0

    def size(self, index: int) -> float:
        """Give a character's font size in points."""
        return float(raw.FPDFText_GetFontSize(self.handle, index))

    def look(self, index: int) -> tuple[bool, bool]:
        """Say whether a character is bold and italic, by its font's name, flags and weight."""
        raw.FPDFText_GetFontInfo(self.handle, index, self._name, len(self._name), self._flags_ref)
        name, flags = self._name.value, self._flags.value
        italic = bool(flags & _ITALIC) or b"Italic" in name or b"Oblique" in name
        if b"Bold" in name or flags & _FORCE_BOLD:
            return True, italic
        return int(raw.FPDFText_GetFontWeight(self.handle, index)) >= BOLD, italic


def _cuts(boxes: list[Box], gap: float) -> list[float]:
    """Give the x of each gap wider than `gap` between boxes of one line."""
    edges = sorted(boxes)
    cuts, right = [], edges[0][2]
    for box in edges[1:]:
        if box[0] - right > gap:
            cuts.append((right + box[0]) / 2)
        right = max(right, box[2])
    return cuts


def _blanks(text: str, start: int, geometry: _Geometry) -> list[float]:
    """Give the x of each gap that a stamp may fill; spaces inside a rectangle show only between letters."""
    cuts, right = [], None
    for index, letter in enumerate(text):
        if letter.isspace():
            continue
        x0, x1 = geometry.edges(start + index)
        if right is not None and x0 - right > BLANK:
            cuts.append((right + x0) / 2)
        right = x1
    return cuts


def _pieces(text: str, start: int, boxes: list[Box], cuts: list[float], geometry: _Geometry) -> Iterator[Piece]:
    """Part a line at its gaps: rectangles say where a gap is, characters which words it parts."""
    begin = 0
    for high in [*cuts, float("inf")]:
        end = begin
        if high == float("inf"):
            end = len(text)
        while end < len(text):
            word = _WORD.match(text, end)
            if word is None or geometry.edges(start + word.start(1))[0] > high:
                break
            end = word.end()
        words = text[begin:end]
        if words.strip():
            lead, tail = begin + len(words) - len(words.lstrip()), begin + len(words.rstrip()) - 1
            x0, x1 = geometry.edges(start + lead)[0], geometry.edges(start + tail)[1]
            _, top, _, bottom = hull([box for box in boxes if box[0] < x1 and box[2] > x0] or boxes)
            yield Piece(_shown(words).strip(), (x0, top, x1, bottom), geometry.look(start + lead)[0])
        begin = end


def _marks(text: str, start: int, size: float, geometry: _Geometry) -> list[tuple[int, int]]:
    """Give the ranges of footnote marks: digits set clearly smaller than the letter before them."""
    marks = []
    for found in _MARKED.finditer(text):
        begin, end = found.span()
        while begin < end and geometry.size(start + begin) > SMALL * size:
            begin += 1
        if begin < end and geometry.size(start + begin - 1) > SMALL * size:
            marks.append((begin, end))
    return marks


def _unmarked(text: str, marks: list[tuple[int, int]]) -> str:
    """Blank out the marks so that offsets stay, then they are removed with the blanks."""
    for begin, end in marks:
        text = text[:begin] + "\x00" * (end - begin) + text[end:]
    return text


def _line(text: str, start: int, geometry: _Geometry, *, blanks: bool) -> PrintedLine | None:
    words = text.strip()
    boxes = geometry.rects(start, len(text)) if words else []
    if not boxes:
        return None
    lead = text.index(words[0])
    size = geometry.size(start + lead)
    box = hull(boxes)
    marks = _marks(text, start, size, geometry) if size > 8 else []
    calls = tuple(text[begin:end] for begin, end in marks)
    shown = _unmarked(text, marks) if marks else text
    if blanks and len(text) < 100 and _BLANKS.search(text) and box[1] < HEAD * geometry.height:
        cuts = _blanks(text, start, geometry)
    else:
        cuts = _cuts(boxes, GAP) if len(boxes) > 1 else []
    bold, italic = geometry.look(start + lead)
    if cuts:
        pieces = tuple(_pieces(shown, start, boxes, cuts, geometry))
    elif bold:
        pieces = tuple(_run_in(shown, start, lead, box, geometry))
    else:
        pieces = (Piece(_shown(shown).strip(), box),)
    return PrintedLine(pieces, box, size if size > 3 else box[3] - box[1], italic, calls)


def _shown(text: str) -> str:
    if _ODD_SEEN.search(text):
        text = _RULE.sub("", text.translate(_ODD))
    return clean(text)


def _run_in(text: str, start: int, lead: int, box: Box, geometry: _Geometry) -> Iterator[Piece]:
    """Give a line that starts in bold as one piece, or as two where it goes on in light (run-in headings)."""
    end = len(text.rstrip())
    if geometry.look(start + end - 1)[0]:
        yield Piece(_shown(text).strip(), box, True)
        return
    turn = next(
        (m.start() for m in re.finditer(r"(?<=\s)\S", text) if not geometry.look(start + m.start())[0]), end - 1
    )
    x = geometry.edges(start + turn)[0]
    yield Piece(_shown(text[lead:turn]), (box[0], box[1], x, box[3]), True)
    yield Piece(_shown(text[turn:end]), (x, box[1], box[2], box[3]))


def _runs_on(left: PrintedLine, right: PrintedLine) -> bool:
    overlap = min(left.box[3], right.box[3]) - max(left.box[1], right.box[1])
    small = min(left.box[3] - left.box[1], right.box[3] - right.box[1])
    least = 0.2 if left.text.isdigit() and left.size < right.size else 0.5
    return overlap > least * small and -3 < right.box[0] - left.box[2] < GAP


def _together(left: PrintedLine, right: PrintedLine) -> PrintedLine:
    """Join two lines on one baseline; a digit alone before its note (`3 QCVN…`) stays apart by a space."""
    lead = left.pieces
    if left.text.isdigit():
        lead = (left.pieces[0]._replace(text=left.text + " "),)
    follow = right.pieces
    if left.calls and follow[0].text[:1].isalnum():
        follow = (follow[0]._replace(text=" " + follow[0].text), *follow[1:])
    return left._replace(
        pieces=(*lead, *follow),
        box=hull([left.box, right.box]),
        size=left.size if left.text.isdigit() else max(left.size, right.size),
        calls=left.calls + right.calls,
    )


def _whole(lines: list[PrintedLine]) -> list[PrintedLine]:
    """Join what pdfium cut although it stands on one baseline, as after a superscript."""
    whole: list[PrintedLine] = []
    for line in lines:
        if whole and _runs_on(whole[-1], line):
            whole[-1] = _together(whole[-1], line)
        else:
            whole.append(line)
    return whole


def page_lines(
    page: pypdfium2.PdfPage, height: float, stamps: frozenset[int] = frozenset()
) -> tuple[list[PrintedLine], list[Piece]]:
    """Give the printed lines of a page in stream order, and the loose words of its annotations.

    height: of the page, in points. stamps: addresses of the text objects that come from annotations; their
    words stand at the end of the stream.
    """
    text_page = page.get_textpage()
    try:
        text = str(text_page.get_text_range())
        geometry = _Geometry(text_page.raw, height)
        words, end = _annotation_words(text, stamps, geometry) if stamps else ([], len(text))
        lines = []
        for part, position in _physical(text[:end]):
            line = _line(part, position, geometry, blanks=bool(words))
            if line is not None:
                lines.append(line)
        return _whole(lines), words
    finally:
        text_page.close()


def _physical(text: str) -> Iterator[tuple[str, int]]:
    """Give each physical line with its offset; a line end after a hyphen shows as U+FFFE."""
    position = 0
    for part in text.split("\r\n"):
        begin = 0
        while (end := part.find("\ufffe", begin)) >= 0:
            yield part[begin : end + 1], position + begin
            begin = end + 1
        yield part[begin:], position + begin
        position += len(part) + 2


def _annotation_words(text: str, stamps: frozenset[int], geometry: _Geometry) -> tuple[list[Piece], int]:
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
    """Put stamped figures into the blank of the line they stand on; give the rest of the words apart.

    The place says what they are: beside `Số:` the number, between `ngày` and `tháng` the day.
    """
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
    return across and line.box[1] - 3 < middle < line.box[3] + 3 and _BLANKS.search(line.text) is not None
