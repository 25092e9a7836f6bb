"""Ruled lines of a PDF page: the grid in which a table is printed.

Takes a page, gives its thin straight lines and the edges of its boxes; `grid` gives the cells that those within a
stretch of the page make. Only pages on which words stand in rows are asked, because every object has to be looked at.
"""

from __future__ import annotations

import ctypes
import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from models import Box
from parsers.layout import Cell, Line
from parsers.readers.pdf_pieces import PrintedLine

THIN = 2.5
"""Thickness in points of a printed rule, at most."""
SAME = 3.0
"""Points within which two rules are one."""
MAX_OBJECTS = 20_000
"""Objects of a page that are looked at."""


class Grid(NamedTuple):
    """Edges of columns from left to right and of rows from top to bottom, in points."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    def place(self, box: Box) -> tuple[int, int] | None:
        """Give row and column in which the middle of a box stands, None outside of the grid."""
        row = bisect_right(self.rows, (box[1] + box[3]) / 2) - 1
        column = bisect_right(self.columns, (box[0] + box[2]) / 2) - 1
        inside = 0 <= row < len(self.rows) - 1 and 0 <= column < len(self.columns) - 1
        return (row, column) if inside else None


def rules(page: pypdfium2.PdfPage, height: float) -> tuple[Box, ...]:
    """Give the thin lines and the edges of boxes drawn on a page, in points from its top left corner."""
    found: list[Box] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetBounds(
            item, left, bottom, right, top
        ):
            found += _edges((left.value, height - top.value, right.value, height - bottom.value))
    return tuple(found)


def _edges(box: Box) -> Iterable[Box]:
    x0, y0, x1, y1 = box
    if x1 - x0 <= THIN or y1 - y0 <= THIN:
        return (box,)
    return ((x0, y0, x0, y1), (x1, y0, x1, y1), (x0, y0, x1, y0), (x0, y1, x1, y1))


def in_rows(lines: Sequence[PrintedLine], gap: float) -> bool:
    """Say whether a page may hold a table: two lines or more of three pieces that stand apart."""
    return sum(_apart(line, gap) > 1 for line in lines) > 1


def _apart(line: PrintedLine, gap: float) -> int:
    pieces = line.pieces
    return sum(later.box[0] - earlier.box[2] > gap for earlier, later in itertools.pairwise(pieces))


def grid(found: Sequence[Box], top: float, bottom: float) -> Grid | None:
    """Give the grid that rules make between two heights, None where they make fewer than two columns."""
    upright = [box for box in found if box[2] - box[0] <= THIN and box[1] < bottom and box[3] > top]
    level = [box for box in found if box[3] - box[1] <= THIN and top - 30 < box[1] < bottom + 30]
    columns = _clustered((box[0] + box[2]) / 2 for box in upright)
    rows = _clustered((box[1] + box[3]) / 2 for box in level)
    return Grid(columns, rows) if len(columns) > 2 and len(rows) > 1 else None


def numbered(lines: Sequence[Line], before: Line | None, used: int) -> tuple[Line, ...]:
    """Number the tables of a page over the document; one that opens a page goes on where the page before broke off.

    before: the last line of the text before the page. used: tables numbered so far.
    """
    made: list[Line] = []
    table, offset = used - 1, 0
    for index, line in enumerate(lines):
        if line.cell is None:
            made.append(line)
            continue
        if index == 0 and before is not None and before.cell:
            offset = before.cell.row + 1
        elif index == 0 or lines[index - 1].cell is None:
            table, offset = table + 1, 0
        made.append(line._replace(cell=Cell(table, line.cell.row + offset, line.cell.column)))
    return tuple(made)


def _clustered(values: Iterable[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > SAME:
            kept.append(value)
    return tuple(kept)
