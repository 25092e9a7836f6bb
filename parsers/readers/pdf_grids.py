"""Grids of a PDF page: the cells that drawn rules make, merged ones included.

Takes the rules of a page. Rules that touch make one grid; a cell reaches over the edges at which no rule is drawn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from models import Box
from parsers.readers.pdf_pieces import PrintedLine
from parsers.readers.pdf_rules import THIN

SAME = 3.0
"""Points within which two rules are one, or touch."""
OPEN_SIDE = 20.0
"""Points by which level rules stand out of the last upright one where a table has no rule at its side."""
COVERED = 0.6
"""Share of an edge along which a rule is drawn, from which it is closed."""
MAX_PAIRS = 400_000
"""Pairs of level and upright rules that are tried; a page with more is a drawing."""


class Rule(NamedTuple):
    """A straight rule. at: its place across (y of a level one, x of an upright one). start, end: along it."""

    at: float
    start: float
    end: float


class Place(NamedTuple):
    """A cell of a grid: its first row and column from 0, and how many of them it takes."""

    row: int
    column: int
    height: int
    width: int


class Grid(NamedTuple):
    """Edges of columns from left to right and of rows from top to bottom, in points; the cell at each place."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    places: tuple[tuple[Place, ...], ...]
    upright: tuple[Rule, ...]

    @property
    def box(self) -> Box:
        """Give the outline."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]

    def place(self, box: Box) -> Place | None:
        """Give the cell in which the middle of a box stands, None outside of the grid."""
        row = bisect_right(self.rows, (box[1] + box[3]) / 2) - 1
        column = bisect_right(self.columns, (box[0] + box[2]) / 2) - 1
        inside = 0 <= row < len(self.rows) - 1 and 0 <= column < len(self.columns) - 1
        return self.places[row][column] if inside else None


def grids(rules: Sequence[Box]) -> tuple[Grid, ...]:
    """Give the grids of two columns or more that rules make, from the top; those inside of a cell are left out."""
    level = _joined(Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in rules if y1 - y0 <= THIN and x1 - x0 > THIN)
    upright = _joined(Rule((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in rules if x1 - x0 <= THIN and y1 - y0 > THIN)
    if len(level) * len(upright) > MAX_PAIRS:
        return ()
    found = [grid for part in _touching(level, upright) if (grid := _grid(*part)) is not None]
    found.sort(key=lambda grid: grid.rows[0])
    return tuple(grid for grid in found if not any(_holds(other, grid) for other in found if other is not grid))


def crossed(lines: Sequence[PrintedLine], found: Sequence[Grid]) -> bool:
    """Say whether words of two cells were read as one piece: an upright rule crosses it, or it stands in two rows."""
    pieces = [piece.box for line in lines for piece in line.pieces] if found else []
    return bool(found) and (
        any(line.is_tall for line in lines)
        or any(
            x0 + 1 < rule.at < x1 - 1 and rule.start < (y0 + y1) / 2 < rule.end
            for grid in found
            for rule in grid.upright
            for x0, y0, x1, y1 in pieces
        )
    )


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Join the rules that go on from one another."""
    joined: list[Rule] = []
    last: dict[int, int] = {}
    for rule in sorted(rules, key=lambda rule: (rule.start, rule.at)):
        near = range(round(rule.at) - 1, round(rule.at) + 2)
        known = next((last[at] for at in near if at in last and joined[last[at]].end >= rule.start - SAME), None)
        if known is not None and abs(joined[known].at - rule.at) <= 1:
            joined[known] = joined[known]._replace(end=max(joined[known].end, rule.end))
        else:
            last[round(rule.at)] = len(joined)
            joined.append(rule)
    return joined


def _touching(level: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Part rules into groups that touch."""
    group = list(range(len(level)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    ends: list[int | None] = []
    for rule in upright:
        met = [
            index
            for index, other in enumerate(level)
            if rule.start - SAME <= other.at <= rule.end + SAME and other.start - SAME <= rule.at <= other.end + SAME
        ]
        for index in met[1:]:
            group[root(index)] = root(met[0])
        ends.append(met[0] if met else None)
    for top in sorted({root(index) for index in range(len(level))}):
        yield (
            [rule for index, rule in enumerate(level) if root(index) == top],
            [rule for rule, end in zip(upright, ends, strict=True) if end is not None and root(end) == top],
        )


def _grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    if len(level) < 2 or not upright:
        return None
    columns = _clustered(rule.at for rule in upright)
    left, right = min(rule.start for rule in level), max(rule.end for rule in level)
    columns = ([left] if left < columns[0] - OPEN_SIDE else []) + columns
    columns += [right] if right > columns[-1] + OPEN_SIDE else []
    rows = _clustered(rule.at for rule in level)
    if len(columns) < 3 or len(rows) < 2:
        return None
    return Grid(tuple(columns), tuple(rows), _places(columns, rows, level, upright), tuple(upright))


def _clustered(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > SAME:
            kept.append(value)
    return kept


def _places(
    columns: list[float], rows: list[float], level: list[Rule], upright: list[Rule]
) -> tuple[tuple[Place, ...], ...]:
    """Give the cell at each place: it grows to the right and then down until a rule is drawn."""
    height, width = len(rows) - 1, len(columns) - 1
    right = [[_closed(upright, columns[c + 1], rows[r], rows[r + 1]) for c in range(width)] for r in range(height)]
    below = [[_closed(level, rows[r + 1], columns[c], columns[c + 1]) for c in range(width)] for r in range(height)]
    taken: dict[tuple[int, int], Place] = {}
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            end = column + 1
            while end < width and not right[row][end - 1] and (row, end) not in taken:
                end += 1
            last = row + 1
            while last < height and not any(below[last - 1][c] for c in range(column, end)):
                last += 1
            place = Place(row, column, last - row, end - column)
            taken |= {(r, c): place for r in range(row, last) for c in range(column, end)}
    return tuple(tuple(taken[row, column] for column in range(width)) for row in range(height))


def _closed(rules: list[Rule], at: float, start: float, end: float) -> bool:
    covered = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= SAME)
    return covered > COVERED * (end - start)


def _holds(outer: Grid, inner: Grid) -> bool:
    (x0, y0, x1, y1), box = outer.box, inner.box
    return x0 <= box[0] and y0 <= box[1] and x1 >= box[2] and y1 >= box[3] and outer.box != box
