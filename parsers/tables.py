"""Tables of the document as rows of cell texts.

Takes the Layout, whose lines know their cells; gives each table with its heading row.
"""

from __future__ import annotations

from models import Table
from parsers.layout import Layout, Line

_FIRST = ("tt", "stt", "số tt", "số thứ tự")


def tables(layout: Layout) -> tuple[Table, ...]:
    """Give the data tables of a layout in order; grids that only lay out the letterhead are left out."""
    cells: dict[int, dict[tuple[int, int], list[str]]] = {}
    pages: dict[int, int | None] = {}
    for page in layout.pages:
        for line in page.lines:
            if line.role == "table" and line.cell is not None:
                place = (line.cell.row, line.cell.column)
                cells.setdefault(line.cell.table, {}).setdefault(place, []).append(_words(line))
                pages.setdefault(line.cell.table, page.number)
    return tuple(_table(grid, pages[number]) for number, grid in cells.items())


def _words(line: Line) -> str:
    return " ".join(line.text.split())


def _table(grid: dict[tuple[int, int], list[str]], page: int | None) -> Table:
    height = 1 + max(row for row, _ in grid)
    width = 1 + max(column for _, column in grid)
    rows = tuple(tuple(" ".join(grid.get((row, column), ())) for column in range(width)) for row in range(height))
    headed = height > 1 and rows[0][0].strip(" .").lower() in _FIRST
    return Table(page=page, columns=rows[0] if headed else (), rows=rows[1:] if headed else rows)
