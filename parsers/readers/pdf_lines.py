"""Printed lines of one PDF page, from pdfium's characters and rectangles.

Text is fetched once a page and mapped to rectangles line by line, which costs little more than the bare
text. A printed line is what stands on one baseline; pdfium's own line ends and superscripts do not cut it,
wide gaps part it into pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import pypdfium2

from models import Box
from parsers.readers.pdf_geometry import Geometry, hull
from parsers.readers.pdf_grids import Rule
from parsers.readers.pdf_pieces import BLANKS, Piece, PrintedLine
from parsers.readers.pdf_stamps import annotation_words
from parsers.vietnamese.unicode import clean

GAP = 14.0
"""Empty width in points that separates two columns or table cells; justified words stay well under it."""

BLANK = 5.0
"""Empty width in points that a stamped figure may fill, on pages with annotations."""

HEAD = 0.4
"""Share of the page's height in which the letterhead's blanks stand."""

SMALL = 0.8
"""A digit below this share of the line's font size is a footnote mark."""

_ODD = str.maketrans({"\ufffe": "-", "\x02": "-", "\x00": None, "\r": " ", "\n": " "})
_ODD_SEEN = re.compile("[\ufffe\x00\x02\r\n]|____")
_MARKED = re.compile(r"(?<=[^\s\d])\d{1,2}(?!\d)|(?<=\d)\d{1,2}(?![\d/.,-])")
_RULE = re.compile(r"_{4,}")
_WORD = re.compile(r"\s*(\S+)")


def _cuts(boxes: list[Box], gap: float) -> list[float]:
    """Give the x of each gap wider than `gap` between boxes of one line."""
    edges = sorted(boxes)
    cuts, right = [], edges[0][2]
    for box in edges[1:]:
        if box[0] - right > gap:
            cuts.append((right + box[0]) / 2)
        right = max(right, box[2])
    return cuts


def _crossing(box: Box, upright: Sequence[Rule]) -> list[float]:
    """Give the x of each upright rule that crosses a line."""
    middle = (box[1] + box[3]) / 2
    return [rule.at for rule in upright if box[0] < rule.at < box[2] and rule.start < middle < rule.end]


def _blanks(text: str, start: int, geometry: Geometry) -> list[float]:
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


def _pieces(text: str, start: int, boxes: list[Box], cuts: list[float], geometry: Geometry) -> Iterator[Piece]:
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


def _marks(text: str, start: int, size: float, geometry: Geometry) -> list[tuple[int, int]]:
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


def _line(text: str, start: int, geometry: Geometry, upright: Sequence[Rule], *, blanks: bool) -> PrintedLine | None:
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
    if blanks and len(text) < 100 and BLANKS.search(text) and box[1] < HEAD * geometry.height:
        cuts = _blanks(text, start, geometry)
    else:
        cuts = _cuts(boxes, GAP) if len(boxes) > 1 else []
    if upright:
        cuts = sorted([*cuts, *_crossing(box, upright)])
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


def _run_in(text: str, start: int, lead: int, box: Box, geometry: Geometry) -> Iterator[Piece]:
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
    page: pypdfium2.PdfPage, height: float, stamps: Mapping[int, int] | None = None, upright: Sequence[Rule] = ()
) -> tuple[list[PrintedLine], list[Piece]]:
    """Give the printed lines of a page in stream order, and the loose words of its annotations.

    height: of the page, in points. stamps: the text objects that come from annotations; their words stand at
    the end of the stream. upright: rules between the cells of tables, at which lines are parted too.
    """
    text_page = page.get_textpage()
    try:
        text = str(text_page.get_text_range())
        geometry = Geometry(text_page.raw, height)
        words, end = annotation_words(text, stamps, geometry) if stamps else ([], len(text))
        lines: list[PrintedLine] = []
        for part, position in _physical(text[:end]):
            line = _line(part, position, geometry, upright, blanks=bool(words))
            if line is not None and upright and line.is_tall:
                levels = [
                    _line(level, at, geometry, upright, blanks=False) for level, at in _levels(part, position, geometry)
                ]
                lines += filter(None, levels)
            elif line is not None:
                lines.append(line)
        return _whole(lines), words
    finally:
        text_page.close()


def _levels(text: str, start: int, geometry: Geometry) -> Iterator[tuple[str, int]]:
    """Part a line where its words go to another height: from the last cell of a row to the first of the next."""
    begin, last = 0, None
    for word in re.finditer(r"\S+", text):
        level = geometry.level(start + word.start())
        if last is not None and not last[0] < (level[0] + level[1]) / 2 < last[1]:
            yield text[begin : word.start()], start + begin
            begin = word.start()
        last = level
    yield text[begin:], start + begin


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
