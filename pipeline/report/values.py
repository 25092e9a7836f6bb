"""Values of a report: what every writer is given. All text in it may come from strangers; writers escape it."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from pipeline.report.tones import Tone

Mark = Literal["plain", "strong", "faint", "quote", "added", "dropped"]
"""How words look. quote: of a document. added, dropped: in the later document only, in the earlier one only."""


class Run(NamedTuple):
    """Words that look the same."""

    text: str
    mark: Mark = "plain"


Cell = tuple[Run, ...]
"""What stands in a cell of a table; a line feed begins a new line."""


class Row(NamedTuple):
    """A row of a table. tone: what it says, shown by a sign in a column of its own; None where it says nothing."""

    cells: tuple[Cell, ...]
    tone: Tone | None = None


class Table(NamedTuple):
    """A table. note: one line above it. widths: share of each column, of the whole. toned: it has a column of signs."""

    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    widths: tuple[int, ...] = ()
    note: str | None = None

    @property
    def toned(self) -> bool:
        """Say whether a row has a tone."""
        return any(row.tone for row in self.rows)


class Matrix(NamedTuple):
    """Who against what: names of the rows, ids of the columns, and a tone for each pair, None where none is asked."""

    title: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Tone | None, ...]], ...]
    note: str | None = None


class Event(NamedTuple):
    """Something on a day, in a row of a timeline. day: None where it did not happen. note: shown beside it."""

    name: str
    day: date | None
    tone: Tone
    note: str = ""


class Timeline(NamedTuple):
    """Days in rows, between the day on which it began and the last day on which it was due."""

    title: str
    start: tuple[date, str] | None = None
    due: tuple[date, str] | None = None
    events: tuple[Event, ...] = ()


class Bars(NamedTuple):
    """Counts by tone, a bar for each name."""

    title: str
    rows: tuple[tuple[str, tuple[tuple[Tone, int], ...]], ...] = ()


class Report(NamedTuple):
    """A report.

    over: what kind of report it is. title: what it is about. scope: name and value of what was looked at, and how.
    summary: sentences that say the most important. findings: what was found, the gravest first. tables: evidence.
    """

    lang: str
    over: str
    title: str
    scope: tuple[tuple[str, str], ...]
    summary: tuple[str, ...]
    findings: Table
    matrix: Matrix | None = None
    timeline: Timeline | None = None
    bars: tuple[Bars, ...] = ()
    tables: tuple[Table, ...] = ()


def plain(text: object) -> Cell:
    """Give words as a cell; None gives an empty one."""
    return (Run(str(text)),) if text is not None else ()


def text_of(cell: Cell) -> str:
    """Give the words of a cell without their looks."""
    return "".join(run.text for run in cell)
