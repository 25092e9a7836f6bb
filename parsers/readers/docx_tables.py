"""Tables in DOCX: takes the lines of a grid's cells, gives them in reading order with their role.

Rule of the place: the lines of a grid of the layout are body text and are read column by column; a table that holds
records is read row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from parsers.layout import Cell, Line, Role
from parsers.readers.docx_package import VAL, Element, w
from parsers.readers.docx_styles import whole
from parsers.readers.layout_grids import is_layout

MAX_SPAN = 500
"""Most grid columns that a cell is believed to span; Word's own limit is 63."""

_CELL, _ROW, _PROPERTIES = w("tc"), w("tr"), w("tcPr")
_HOLDERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))


class Place(NamedTuple):
    """A cell of the grid. row, column: from 0. span, height: columns and rows that it takes. element: its `w:tc`."""

    row: int
    column: int
    span: int
    element: Element
    height: int = 1


class Filled(NamedTuple):
    """A cell with what was read in it."""

    place: Place
    lines: Sequence[Line]


def places(table: Element) -> Iterator[Place]:
    """Give the cells of a `w:tbl` in document order, those merged into the cell above left out."""
    open_cells: dict[int, int] = {}
    found: list[Place] = []
    for row, element in enumerate(_inner(table, _ROW)):
        properties = element.find(w("trPr"))
        column = 0 if properties is None else _count(properties, "gridBefore", 0)
        for cell in _inner(element, _CELL):
            span, merge = _spans(cell)
            above = open_cells.get(column) if merge == "continue" else None
            if above is not None:
                found[above] = found[above]._replace(height=row - found[above].row + 1)
            else:
                open_cells.pop(column, None)
                if merge:
                    open_cells[column] = len(found)
                found.append(Place(row, column, span, cell))
            column += span
    yield from found


def arranged(index: int, cells: Sequence[Filled]) -> Iterator[Line]:
    """Give the lines of table number index in reading order, each with its cell and role.

    Lines that have a cell already (of a table inside this one) and footnotes keep what they have.
    """
    layout = is_layout(_texts(cells))
    role: Role = "body" if layout else "table"
    ordered = [cell for band in _bands(cells) for cell in _by_column(band)] if layout else cells
    for place, lines in ordered:
        at = Cell(index, place.row, place.column, place.height, place.span)
        for line in lines:
            own = line.cell is None and line.role == "body"
            yield line._replace(role=role, cell=at) if own else line


def _texts(cells: Sequence[Filled]) -> list[list[str]]:
    rows = groupby(cells, key=lambda cell: cell.place.row)
    return [["\n".join(line.text for line in cell.lines) for cell in row] for _, row in rows]


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
