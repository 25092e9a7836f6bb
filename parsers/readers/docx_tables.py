"""Tables in DOCX: takes the lines of a grid's cells, gives them in reading order with their role.

Rule of the place: a table that only sets things side by side (the letterhead, `Nơi nhận` beside the signature,
`Kính gửi` beside its list, a box) is a grid of the layout: its lines are body text and are read column by column.
A table that holds records is read row by row.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 1-4, 7a-7c, 9a-9b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from parsers.layout import Cell, Line, Role
from parsers.readers.docx_package import VAL, Element, w
from parsers.readers.docx_styles import whole

MAX_COLUMNS = 3
"""Most cells side by side in a layout grid: two blocks and the gap between them, or three signers."""
MAX_ROWS = 8
"""Most rows of a layout grid: the letterhead has four, a signature block set line by line some more."""
MAX_SPAN = 500
"""Most grid columns that a cell is believed to span; Word's own limit is 63."""

_POSTS = (
    "CHỦ TỊCH", "GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "TRƯỞNG BAN", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "CỤC TRƯỞNG", "VỤ TRƯỞNG",
    "HIỆU TRƯỞNG", "VIỆN TRƯỞNG", "CHÁNH THANH TRA", "TRƯỞNG PHÒNG", "BÍ THƯ", "CHỦ NHIỆM", "CHỈ HUY TRƯỞNG",
    "CHÍNH ỦY", "CHÍNH UỶ", "TỔNG BIÊN TẬP", "CHÁNH ÁN", "THỦ TƯỚNG", "THỦ TRƯỞNG", "TRƯỞNG ĐOÀN", "CHỦ TRÌ", "THƯ KÝ",
)  # fmt: skip
_FRAME = re.compile(
    r"C[ỘÔ]NG H\S+ X[ÃA] HỘI|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN|Số\s*:|Nơi nhận|Kính gửi|"
    r"(?:(?:T/?M|TUQ)[.\s]|(?:K/?T|T/?L|Q)\.|[KT]/[TL]\s)\s*[^\W\d_a-zà-ỹđ]{2}|"
    rf"(?:PHÓ |CHI |TỔNG |QUYỀN )*(?:{'|'.join(_POSTS)})\b"
)
"""Words that a line of the letterhead or of the closing block begins with."""
_COUNTER = re.compile(r"(?:STT|TT|Số\s+TT)\.?", re.IGNORECASE)
"""The head of a column of running numbers, which only a table of records has."""

_CELL, _ROW, _PROPERTIES = w("tc"), w("tr"), w("tcPr")
_HOLDERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))


class Place(NamedTuple):
    """A cell of the grid. row, column: from 0. span: grid columns that it takes. element: its `w:tc`."""

    row: int
    column: int
    span: int
    element: Element


class Filled(NamedTuple):
    """A cell with what was read in it."""

    place: Place
    lines: Sequence[Line]


def places(table: Element) -> Iterator[Place]:
    """Give the cells of a `w:tbl` in document order, those merged into the cell above left out."""
    open_columns: set[int] = set()
    for row, element in enumerate(_inner(table, _ROW)):
        properties = element.find(w("trPr"))
        column = 0 if properties is None else _count(properties, "gridBefore", 0)
        for cell in _inner(element, _CELL):
            span, merge = _spans(cell)
            if not (merge == "continue" and column in open_columns):
                yield Place(row, column, span, cell)
                (open_columns.add if merge else open_columns.discard)(column)
            column += span


def arranged(index: int, cells: Sequence[Filled]) -> Iterator[Line]:
    """Give the lines of table number index in reading order, each with its cell and role.

    Lines that have a cell already (of a table inside this one) and footnotes keep what they have.
    """
    layout = _is_layout(cells)
    role: Role = "body" if layout else "table"
    ordered = [cell for band in _bands(cells) for cell in _by_column(band)] if layout else cells
    for place, lines in ordered:
        at = Cell(index, place.row, place.column)
        for line in lines:
            own = line.cell is None and line.role == "body"
            yield line._replace(role=role, cell=at) if own else line


def _is_layout(cells: Sequence[Filled]) -> bool:
    rows = [len(list(row)) for _, row in groupby(cells, key=lambda cell: cell.place.row)]
    if not rows or max(rows) == 1:
        return True  # one column: boxed text
    texts = [line.text for cell in cells for line in cell.lines]
    if max(rows) > MAX_COLUMNS or len(rows) > MAX_ROWS or (texts and _COUNTER.fullmatch(texts[0])):
        return False
    return len(rows) == 1 or any(map(_FRAME.match, texts))


def _by_column(cells: Sequence[Filled]) -> list[Filled]:
    return sorted(cells, key=lambda cell: (cell.place.column, cell.place.row))


def _bands(cells: Sequence[Filled]) -> Iterator[list[Filled]]:
    """Part a layout grid at rows that hold one cell over the whole width: what is below is read after it."""
    width = max((cell.place.column + cell.place.span for cell in cells), default=0)
    band: list[Filled] = []
    for cell in cells:
        if width > 1 and cell.place.span >= width:
            yield band
            yield [cell]
            band = []
        else:
            band.append(cell)
    yield band


def _inner(parent: Element, tag: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row, through what only wraps them; deleted rows are not shown."""
    for child in parent:
        if child.tag == tag:
            if child.find(f"{w('trPr')}/{w('del')}") is None:
                yield child
        elif child.tag in _HOLDERS:
            yield from _inner(child, tag)


def _spans(cell: Element) -> tuple[int, str]:
    """Give how many grid columns a cell takes, and `restart` or `continue` if it is merged downwards, else ``."""
    properties = cell.find(_PROPERTIES)
    if properties is None:
        return 1, ""
    merge = properties.find(w("vMerge"))
    return _count(properties, "gridSpan", 1), "" if merge is None else merge.get(VAL, "continue")


def _count(properties: Element, name: str, default: int) -> int:
    found = properties.find(w(name))
    number = None if found is None else whole(found.get(VAL))
    return default if number is None else max(default, min(number, MAX_SPAN))
