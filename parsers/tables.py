"""Tables of the document as rows of cell texts.

Takes the Text, whose table lines know their cells; gives each table with caption, heading, rows and merged cells.
Rule of the place: one table that was printed in parts (over pages, or set as two tables with nothing between them) is
one; grids that only lay out the letterhead or the closing never come here, because their lines are body text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from models import Merged, Table
from parsers.paragraphs import MARKER
from parsers.table_captions import caption
from parsers.table_heads import Filled, Grid, columns_of, counts, heading, sized
from parsers.text import Paragraph, Text
from parsers.vietnamese.unicode import key

SAME_HEADING = 88.0
"""Likeness in percent from which two headings are one, with an error of recognition here and there."""

NOISE = 4
"""Letters of a line between two parts of a table, at most, that recognition made of a stain or a stamp."""

_STOP = re.compile(r"[.;:!?…]\W*$")


class _Part(NamedTuple):
    """One table as it was set: its cells, the range of its paragraphs and its pages."""

    grid: Grid
    first: int
    last: int
    pages: tuple[int, ...]


def tables(text: Text) -> tuple[Table, ...]:
    """Give the tables of a text in the order in which they begin."""
    made: list[tuple[_Part, int]] = []
    for part in _parts(text):
        depth = heading(part.grid)
        if made and (joined := _joined(text, *made[-1], part, depth)) is not None:
            made[-1] = (joined, made[-1][1])
        else:
            made.append((part, depth))
    return tuple(_table(text, part, depth) for part, depth in made)


def _parts(text: Text) -> Iterator[_Part]:
    found: dict[int, dict[tuple[int, int], list[Paragraph]]] = {}
    places: dict[int, list[int]] = {}
    for index, paragraph in enumerate(text.paragraphs):
        cell = paragraph.first.cell
        if paragraph.first.role == "table" and cell is not None:
            found.setdefault(cell.table, {}).setdefault((cell.row, cell.column), []).append(paragraph)
            places.setdefault(cell.table, []).append(index)
    for number, cells in found.items():
        pages = sorted({p.page for paragraphs in cells.values() for p in paragraphs if p.page is not None})
        grid = _pressed({place: _filled(text, paragraphs) for place, paragraphs in cells.items()})
        yield _Part(grid, places[number][0], places[number][-1], tuple(pages))


def _filled(text: Text, paragraphs: list[Paragraph]) -> Filled:
    cells = [cell for paragraph in paragraphs if (cell := paragraph.first.cell) is not None]
    words = ""
    for before, paragraph in zip([None, *paragraphs], paragraphs, strict=False):
        own = text.value[paragraph.start : paragraph.end]
        words += own if before is None else ("\n" if _ends(text, before, own) else " ") + own
    return Filled(
        words,
        max(cell.height for cell in cells),
        max(cell.width for cell in cells),
        all(paragraph.bold for paragraph in paragraphs),
    )


def _ends(text: Text, before: Paragraph, after: str) -> bool:
    """Say whether a paragraph of a cell ends; in print a short line of a narrow cell ends nothing."""
    known = before.lines[-1].ends
    return known or _STOP.search(text.value[before.start : before.end]) is not None or MARKER.match(after) is not None


def _pressed(cells: Mapping[tuple[int, int], Filled]) -> Grid:
    """Leave out the rows and columns of the grid in which no cell with words begins."""
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})

    def within(kept: list[int], start: int, size: int) -> int:
        return max(1, bisect_left(kept, start + size) - bisect_left(kept, start))

    return {
        (bisect_left(rows, row), bisect_left(columns, column)): filled._replace(
            height=within(rows, row, filled.height), width=within(columns, column, filled.width)
        )
        for (row, column), filled in sorted(cells.items())
    }


def _joined(text: Text, before: _Part, depth: int, part: _Part, own: int) -> _Part | None:
    """Give two tables as one where the second goes on with the first, None where it does not."""
    between = text.paragraphs[before.last + 1 : part.first]
    height, width = sized(before.grid)
    if not depth or width != sized(part.grid)[1] or not all(_is_noise(text, p) for p in between):
        return None
    if own:
        names = [" ".join(columns_of(grid, rows)) for grid, rows in ((before.grid, depth), (part.grid, own))]
        if ratio(*map(key, names)) < SAME_HEADING:
            return None
    elif not counts(before.grid, part.grid):
        return None
    moved = {(row - own + height, column): filled for (row, column), filled in part.grid.items() if row >= own}
    return _Part({**before.grid, **moved}, before.first, part.last, tuple(sorted({*before.pages, *part.pages})))


def _is_noise(text: Text, paragraph: Paragraph) -> bool:
    letters = sum(letter.isalnum() for letter in text.value[paragraph.start : paragraph.end])
    return paragraph.first.role == "footnote" or letters <= NOISE


def _without_repeats(grid: Grid, depth: int) -> Grid:
    """Leave out the rows that print the heading once more."""

    def words(first: int) -> list[tuple[int, int, str]]:
        inside = (((r, c), f) for (r, c), f in grid.items() if first <= r < first + depth)
        return [(r - first, c, key(f.words)) for (r, c), f in sorted(inside, key=lambda entry: entry[0])]

    named = words(0)
    starts = [row for row in range(depth, sized(grid)[0]) if words(row) == named] if depth else []
    gone = {row + step for row in starts for step in range(depth)}
    return _pressed({place: filled for place, filled in grid.items() if place[0] not in gone}) if gone else grid


def _table(text: Text, part: _Part, depth: int) -> Table:
    grid = _without_repeats(part.grid, depth)
    above = caption(text, part.first)
    top = grid.get((0, 0))
    height, width = sized(grid)
    if depth and top is not None and top.width >= width > 1:
        above = above or " ".join(top.words.split())
    start, end = text.paragraphs[part.first].start, text.paragraphs[part.last].end
    return Table(
        page=part.pages[0] if part.pages else None,
        pages=part.pages,
        caption=above,
        columns=columns_of(grid, depth),
        header_rows=depth,
        rows=tuple(tuple(_row(grid, row, width)) for row in range(depth, height)),
        merged=tuple(
            Merged(row=row - depth, column=column, rows=filled.height, columns=filled.width)
            for (row, column), filled in sorted(grid.items())
            if row >= depth and (filled.height > 1 or filled.width > 1)
        ),
        span=text.extent(start, end),
    )


def _row(grid: Grid, row: int, width: int) -> Iterator[str | None]:
    for column in range(width):
        own = grid.get((row, column))
        if own is not None:
            yield own.words
        else:
            yield None if covering(grid, row, column) else ""


def covering(grid: Grid, row: int, column: int) -> bool:
    """Say whether a merged cell that begins elsewhere takes a place."""
    return any(
        r <= row < r + filled.height and c <= column < c + filled.width
        for (r, c), filled in grid.items()
        if filled.height > 1 or filled.width > 1
    )
