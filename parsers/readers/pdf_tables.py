"""Ruled tables of a PDF: the lines of each cell, and tables that go on from page to page.

Takes the printed lines of a page with its grids; gives for each table its lines cell by cell. A table that opens a
page goes on where the page before broke off, if its columns stand at the same places.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from parsers.layout import Cell, Line
from parsers.readers.layout_grids import is_layout
from parsers.readers.pdf_geometry import hull
from parsers.readers.pdf_grids import SAME, Grid, Place
from parsers.readers.pdf_pieces import Piece, PrintedLine

SHIFT = 2 * SAME
"""Points by which a column may stand elsewhere on the next page, seen from the left edge of the table."""
COUNTED = 0.8
"""Share of the rows of a table that open with a number, from which a row without one is the rest of another."""

Cells = dict[Place, list[PrintedLine]]


class Ordered(NamedTuple):
    """The lines of a page in reading order, and the grids of its tables, to which `Cell.table` counts."""

    lines: tuple[Line, ...]
    grids: tuple[Grid, ...] = ()


def taken(
    lines: Sequence[PrintedLine], grids: Sequence[Grid], before: Grid | None = None
) -> tuple[list[PrintedLine], list[tuple[Grid, Cells]]]:
    """Part the lines of a page: those outside of all tables, in stream order, and each table with its cells.

    Grids that only lay out the letterhead or the closing, or hold no words in two columns, are no tables.
    before: the grid with which the page before ended; the first one that is like it goes on with it.
    """
    rest, tables = list(lines), list[tuple[Grid, Cells]]()
    for index, grid in enumerate(grids):
        outside, cells = _filled(rest, grid)
        goes_on = index == 0 and before is not None and _alike(before, grid) and len(grid.columns) > 3
        if goes_on or (len({place.column for place in cells}) > 1 and not is_layout(_texts(cells))):
            rest = outside
            tables.append((grid, cells))
    return rest, tables


def _filled(lines: Sequence[PrintedLine], grid: Grid) -> tuple[list[PrintedLine], Cells]:
    outside: list[PrintedLine] = []
    cells: Cells = {}
    for line in lines:
        parts: dict[Place | None, list[Piece]] = {}
        for piece in line.pieces:
            parts.setdefault(grid.place(piece.box), []).append(piece)
        for place, pieces in parts.items():
            part = line
            if len(parts) > 1:
                part = line._replace(pieces=tuple(pieces), box=hull([piece.box for piece in pieces]))
            (outside if place is None else cells.setdefault(place, [])).append(part)
    return outside, {
        place: sorted(cells[place], key=lambda line: (line.box[1], line.box[0])) for place in sorted(cells)
    }


def _texts(cells: Cells) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for place, lines in cells.items():
        rows.setdefault(place.row, []).append("\n".join(line.text for line in lines))
    return list(rows.values())


def numbered(pages: Sequence[Ordered]) -> list[tuple[Line, ...]]:
    """Number the tables of all pages over the document; give the lines of each page."""
    chains = _chains(pages)
    numbers = {place: number for number, chain in enumerate(chains) for place in chain}
    moves = {place: move for chain in chains for place, move in zip(chain, _moves(pages, chain), strict=True)}
    return [
        tuple(
            line if line.cell is None else _moved(line, numbers[index, line.cell.table], *moves[index, line.cell.table])
            for line in page.lines
        )
        for index, page in enumerate(pages)
    ]


def _chains(pages: Sequence[Ordered]) -> list[list[tuple[int, int]]]:
    """Give each table as the places (page, grid) of its parts."""
    chains: list[list[tuple[int, int]]] = []
    for index, page in enumerate(pages):
        for number, grid in enumerate(page.grids):
            before = chains[-1][-1] if chains and number == 0 and _opens(page) else None
            if before is not None and before == _broken_off(pages, index) and _alike(_at(pages, before), grid):
                chains[-1].append((index, number))
            else:
                chains.append([(index, number)])
    return chains


def _opens(page: Ordered) -> bool:
    return bool(page.lines) and page.lines[0].cell is not None


def _broken_off(pages: Sequence[Ordered], index: int) -> tuple[int, int] | None:
    """Give the table with which the page before ended, footnotes left aside."""
    body = [line for line in pages[index - 1].lines if line.role != "footnote"] if index else []
    return (index - 1, body[-1].cell.table) if body and body[-1].cell is not None else None


def _at(pages: Sequence[Ordered], place: tuple[int, int]) -> Grid:
    return pages[place[0]].grids[place[1]]


def _edges(grid: Grid) -> list[float]:
    return [edge - grid.columns[0] for edge in grid.columns]


def _alike(before: Grid, after: Grid) -> bool:
    """Say whether two grids have the same sides, and the columns of the one that has fewer."""
    fewer, more = sorted((_edges(before), _edges(after)), key=len)
    return abs(fewer[-1] - more[-1]) <= SHIFT and all(any(abs(a - b) <= SHIFT for b in more) for a in fewer)


def _moves(pages: Sequence[Ordered], chain: list[tuple[int, int]]) -> list[tuple[int, list[int]]]:
    """Give for each part of a table how many rows stand before it, and the columns at which its edges stand."""
    edges: list[float] = []
    for edge in sorted(edge for place in chain for edge in _edges(_at(pages, place))):
        if not edges or edge - edges[-1] > SHIFT:
            edges.append(edge)
    rows, moves = 0, []
    for last, place in zip([chain[0], *chain], chain, strict=False):
        grid = _at(pages, place)
        rows -= rows > 0 and _runs_on(pages, last, place)
        moves.append((rows, [max(0, bisect_right(edges, edge + 0.01) - 1) for edge in _edges(grid)]))
        rows += len(grid.rows) - 1
    return moves


def _runs_on(pages: Sequence[Ordered], before: tuple[int, int], place: tuple[int, int]) -> bool:
    """Say whether the first row of a part is the rest of a row.

    That is one in mid sentence, or one without the running number that the rows before have.
    """
    first = [line for line in _rows(pages, place) if line.cell is not None and line.cell.row == 0]
    if not first or any(line.cell is not None and line.cell.column == 0 for line in first):
        return False
    if any(line.text[:1].islower() for line in first):
        return True
    above = [line.cell for line in _rows(pages, before) if line.cell is not None]
    counted = {cell.row for cell in above if cell.column == 0 and cell.width == 1}
    merged = any(cell.column == 0 and cell.height > 1 for cell in above)
    return not merged and len(counted) >= COUNTED * len({cell.row for cell in above})


def _rows(pages: Sequence[Ordered], place: tuple[int, int]) -> list[Line]:
    return [line for line in pages[place[0]].lines if line.cell is not None and line.cell.table == place[1]]


def _moved(line: Line, table: int, rows: int, columns: list[int]) -> Line:
    assert line.cell is not None
    cell = line.cell
    start = columns[cell.column]
    width = columns[cell.column + cell.width] - start
    return line._replace(cell=Cell(table, cell.row + rows, start, cell.height, max(1, width)))
