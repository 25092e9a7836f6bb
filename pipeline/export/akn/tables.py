"""Tables: which stretch of the text is which cell.

Takes the text and a table, gives its rows with the place of each cell. The words of the cells must stand in the text
one after the other, row by row; where they do not, the table has no grid and its words go out as paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from models import Table
from pipeline.export.akn.zones import line_end

LEVELS = " ▸ "
"""What stands between the rows of a heading in the name of a column."""

NOISE = 8
"""Lines between two rows that belong to no cell (stamps, a heading printed again and read otherwise), at most."""

_NUMBER = re.compile(r"\(?(\d{1,3})\)?")
_WORDS = re.compile(r"\S")


class Cell(NamedTuple):
    """A cell with the place of its words, empty where it has none, and how many rows and columns it takes."""

    start: int
    end: int
    rows: int = 1
    columns: int = 1


class Row(NamedTuple):
    """A row: its cells from the left, and whether it is part of a heading."""

    cells: tuple[Cell, ...]
    heading: bool = False


class Grid(NamedTuple):
    """A table with the place of all its words: half open, and the rows."""

    start: int
    end: int
    rows: tuple[Row, ...]


class _Wanted(NamedTuple):
    """The words of a cell that is looked for, and how many rows and columns it takes."""

    words: str
    rows: int = 1
    columns: int = 1


def grids(text: str, tables: Iterable[Table]) -> Iterator[Grid]:
    """Give the grid of each table whose cells stand in the text, in order; none overlaps another."""
    last = 0
    for table in sorted(filter(lambda one: one.span, tables), key=lambda one: one.span.start if one.span else 0):
        made = grid(text, table)
        if made is not None and made.start >= last:
            last = made.end
            yield made


def grid(text: str, table: Table) -> Grid | None:
    """Find the cells of a table in the text, None where they do not stand there as they should."""
    span = table.span
    if span is None or not 0 <= span.start < span.end <= len(text):
        return None
    wanted = [list(_row(table, row)) for row in range(len(table.rows))]
    for head in _heads(text, table, span.start, span.end):
        rows = _rows(text, wanted, head, head[-1].cells[-1].end if head else span.start, span.end)
        if rows:
            return Grid(span.start, span.end, tuple(rows))
    return None


def _row(table: Table, row: int) -> Iterator[_Wanted]:
    merged = {(one.row, one.column): one for one in table.merged}
    for column, words in enumerate(table.rows[row]):
        if words is not None:
            size = merged.get((row, column))
            yield _Wanted(words, size.rows if size else 1, size.columns if size else 1)


def _heads(text: str, table: Table, start: int, end: int) -> Iterator[list[Row]]:
    """Give the headings that may be meant: by the names of the columns, else all above some line as one cell."""
    if not table.header_rows:
        yield []
        return
    width = max(len(table.columns), 1)
    for merging in (False, True):
        levels = list(_levels(table.columns, merging=merging))
        for title in (False, True):
            place = line_end(text, start) if title else start
            above = [Row((Cell(start, place, columns=width),), heading=True)] if title else []
            found = _matched(text, levels, place, end)
            if found:
                rows = [Row(cells, heading=True) for cells in found]
                running = _running(text, rows[-1].cells[-1].end, width, end)
                yield from [[*above, *rows, *running], [*above, *rows]] if running else [[*above, *rows]]
    place = line_end(text, start)
    for _ in range(width * (table.header_rows + 1) * 2):
        if place < end:
            yield [Row((Cell(start, place, columns=width),), heading=True)]
            place = line_end(text, place + 1)


def _levels(columns: Sequence[str], *, merging: bool) -> Iterator[list[_Wanted]]:
    """Give the rows of a heading from the names of the columns; merging: equal names side by side are one cell."""
    names = [tuple(name.split(LEVELS)) for name in columns]
    depth = max(map(len, names), default=0)
    for level in range(depth):
        row = []
        keyed = [
            (name[: level + 1], len(name), column if len(name) == level + 1 and not merging else 0)
            for column, name in enumerate(names)
        ]
        for (upper, size, _), same in groupby(keyed, key=lambda key: (key[0], key[1] > level + 1, key[2])):
            if len(upper) == level + 1:
                row.append(_Wanted(upper[level], 1 if size else depth - level, sum(1 for _ in same)))
        yield row


def _running(text: str, place: int, width: int, end: int) -> list[Row]:
    """Give the row of running numbers below a heading, one line each; the last columns may have none."""
    cells: list[Cell] = []
    while len(cells) < width:
        following = _line(text, place, end)
        number = _NUMBER.fullmatch(text, following.start, following.end)
        if number is None or int(number[1]) != len(cells) + 1:
            break
        cells.append(following)
        place = following.end
    empty = [Cell(place, place)] * (width - len(cells))
    return [Row((*cells, *empty), heading=True)] if cells else []


def _line(text: str, place: int, end: int) -> Cell:
    """Give the next line that has words, as a cell."""
    found = _WORDS.search(text, place, end)
    start = found.start() if found else end
    return Cell(start, min(line_end(text, start), end))


def _rows(text: str, wanted: list[list[_Wanted]], head: list[Row], place: int, end: int) -> list[Row] | None:
    """Match all rows from a place to the end of the table; headings printed again and noise stand between them."""
    rows = list(head)
    again = [[_Wanted(text[c.start : c.end], c.rows, c.columns) for c in row.cells] for row in head]
    width = max((sum(cell.columns for cell in row) for row in wanted), default=1)
    for row in wanted:
        cells = _cells(text, row, place, end)
        if cells is None:
            between = _between(text, again, place, end, width, row)
            if between is None:
                return None
            rows += between
            cells = _cells(text, row, _end(between, place), end)
            assert cells is not None
        if cells:
            rows.append(Row(cells))
            place = cells[-1].end
    return rows if rows and not text[place:end].strip() else None


def _between(
    text: str, head: list[list[_Wanted]], place: int, end: int, width: int, row: list[_Wanted]
) -> list[Row] | None:
    """Give what stands between two rows, the heading once more or noise; None where the row does not follow."""
    repeated = _matched(text, head, place, end) if head else None
    if repeated and _cells(text, row, repeated[-1][-1].end, end) is not None:
        return [Row(cells, heading=True) for cells in repeated]
    first = _line(text, place, end).start
    for _ in range(NOISE):
        place = _line(text, place, end).end
        if _cells(text, row, place, end) is not None:
            return [Row((Cell(first, place, columns=width),))]
    return None


def _end(rows: list[Row], place: int) -> int:
    return rows[-1].cells[-1].end if rows else place


def _matched(text: str, rows: list[list[_Wanted]], place: int, end: int) -> list[tuple[Cell, ...]] | None:
    """Match rows one after the other; None where one is not there, or all are empty."""
    found = []
    for row in rows:
        cells = _cells(text, row, place, end)
        if cells is None:
            return None
        if cells:
            found.append(cells)
            place = cells[-1].end
    return found or None


def _cells(text: str, row: Iterable[_Wanted], place: int, end: int) -> tuple[Cell, ...] | None:
    """Match the cells of a row one after the other from a place; None where one is not there."""
    cells = []
    for cell in row:
        words = cell.words.split()
        start = place
        if words:
            found = re.compile(r"\s*(" + r"\s+".join(map(re.escape, words)) + r")(?!\S)").match(text, place, end)
            if found is None:
                return None
            start, place = found.span(1)
        cells.append(Cell(start, place, cell.rows, cell.columns))
    return tuple(cells)
