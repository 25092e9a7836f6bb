"""Headings of tables: which rows name the columns, and by what names.

Takes the cells of a table by their places. Rule of the place: a heading is the first rows, told by a counter (`STT`),
by words that head columns, by bold type that the rest has not, or by the row of running numbers below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from parsers.knowledge import rows
from parsers.vietnamese.unicode import key

MAX_ROWS = 4
"""Most rows that a heading takes, its row of running numbers left aside."""
MAX_NAME = 160
"""Longest name of a column in characters."""
JOINT = " ▸ "
"""Stands between the levels of a column's name."""

_COUNTER = re.compile(r"(?:s\s*)?tt|số\s+(?:tt|thứ\s+tự)|stt", re.IGNORECASE)
_RUNNING = re.compile(r"\(?\s*(?:\d{1,2}[a-z]?|[A-ZĐ])\s*\)?(?:\s*=\s*[\d\s()+\-–x:/*%]+)?")
_NUMBER = re.compile(r"[\s\d.,%+\-–/()]+")
_FIRST_NUMBER = re.compile(r"\W*(\d{1,4})\W*$")


class Filled(NamedTuple):
    """A cell with words; height and width: the rows and columns that it takes."""

    words: str
    height: int = 1
    width: int = 1
    bold: bool = False


Grid = dict[tuple[int, int], Filled]
"""The cells with words of a table by row and column, from 0."""


def sized(grid: Grid) -> tuple[int, int]:
    """Give how many rows and columns a table has."""
    return (
        max(row + filled.height for (row, _), filled in grid.items()),
        max(column + filled.width for (_, column), filled in grid.items()),
    )


@cache
def _names() -> re.Pattern[str]:
    words = sorted((row["words"] for row in rows("table_heads")), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(key(each)) for each in words)})(?!\w)")


def heading(grid: Grid) -> int:
    """Give how many rows at the top of a table are its heading, 0 where none is."""
    height, width = sized(grid)
    start = 1 if _whole_row(grid, 0, width) and height > 2 else 0
    depth = _depth(grid, start, width)
    if width < 2 or depth > height or depth - start > MAX_ROWS:
        return 0
    numbered = _is_running(grid, depth, width)
    if not (numbered or _names_columns(grid, start, depth)):
        return 0
    return depth + numbered


def _row(grid: Grid, row: int) -> list[tuple[int, Filled]]:
    return sorted((column, filled) for (r, column), filled in grid.items() if r == row)


def _whole_row(grid: Grid, row: int, width: int) -> bool:
    cells = _row(grid, row)
    return len(cells) == 1 and cells[0][1].width >= width > 1


def _depth(grid: Grid, start: int, width: int) -> int:
    """Give the row after the heading that starts at a row: names below a wider name belong to it."""
    end = start + 1
    row = start
    while row < end:
        cells = _row(grid, row)
        wide = {c for column, filled in cells if 1 < filled.width < width for c in range(column, column + filled.width)}
        below = {column for column, _ in _row(grid, row + 1)}
        end = max([end, row + 1 + bool(below and below <= wide), *(row + filled.height for _, filled in cells)])
        row += 1
    return end


def _is_running(grid: Grid, row: int, width: int) -> bool:
    """Say whether a row only numbers the columns: `(1) (2) (3) = (1) + (2)`, `A B 1 2`."""
    cells = [filled.words.strip() for _, filled in _row(grid, row)]
    plain = [word for word in cells if _RUNNING.fullmatch(word)]
    return len(cells) > max(1, width // 2) and len(plain) == len(cells) and len(set(cells)) == len(cells)


def _names_columns(grid: Grid, start: int, depth: int) -> bool:
    cells = [filled for row in range(start, depth) for _, filled in _row(grid, row)]
    if len(cells) < 2 or any(len(filled.words) > MAX_NAME for filled in cells):
        return False
    first = _row(grid, start)
    if first[0][0] == 0 and is_counter(first[0][1].words):
        return True
    if sum(_NUMBER.fullmatch(filled.words) is not None for filled in cells) > len(cells) // 2:
        return False
    if sum(_names().match(key(filled.words)) is not None for filled in cells) > 1:
        return True
    below = [filled for row in (depth, depth + 1) for _, filled in _row(grid, row)]
    return all(filled.bold for filled in cells) and not all(filled.bold for filled in below)


def is_counter(words: str) -> bool:
    """Say whether a column is one of running numbers by its head: `STT`, `TT`, `Số TT`."""
    return _COUNTER.fullmatch(" ".join(words.split()).strip(" .")) is not None


def columns_of(grid: Grid, depth: int) -> tuple[str, ...]:
    """Give the names of the columns from the heading's rows, the row of running numbers and a title left out."""
    if not depth:
        return ()
    _, width = sized(grid)
    start = 1 if _whole_row(grid, 0, width) else 0
    end = depth - 1 if depth - start > 1 and _is_running(grid, depth - 1, width) else depth
    return tuple(JOINT.join(_levels(grid, range(start, end), column)) for column in range(width))


def _levels(grid: Grid, levels: range, column: int) -> Iterator[str]:
    for (row, first), filled in sorted(grid.items()):
        if row in levels and first <= column < first + filled.width:
            yield " ".join(filled.words.split())


def counts(before: Grid, after: Grid) -> bool:
    """Say whether the running numbers of one table go on in another: `…, 6` and `7, …`."""
    last = [found for place in sorted(before) if place[1] == 0 and (found := _FIRST_NUMBER.match(before[place].words))]
    first = [found for place in sorted(after) if place[1] == 0 and (found := _FIRST_NUMBER.match(after[place].words))]
    return bool(last and first) and int(first[0][1]) == int(last[-1][1]) + 1
