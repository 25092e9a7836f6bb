"""Task tables: rows of STT, Nội dung, Chủ trì, Phối hợp, Thời gian, Sản phẩm read into tasks.

Takes the text, whose table lines know their cells, gives one draft a row. Rule of the place: a table is one of tasks
if its heading has a column of what is done and a column of who does it (SPEC §9.5); a cell merged downwards holds for
the rows below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models import Section
from parsers.tasks.bodies import split
from parsers.tasks.details import column_deadline
from parsers.tasks.draft import Draft
from parsers.tasks.items import path_of
from parsers.tasks.words import cue, fold
from parsers.text import Paragraph, Text

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("time", re.compile(cue("column_time"))),
    ("both", re.compile(r"chủ trì.{0,12}phối hợp")),
    ("lead", re.compile(cue("column_lead"))),
    ("support", re.compile(r"phối hợp")),
    ("output", re.compile(cue("column_output"))),
    ("content", re.compile(cue("column_content"))),
)
"""Kinds of columns by words of their heads, in the order of trying: `Thời gian thực hiện` is a time."""
_NUMBERING = re.compile(r"\(?\d{1,2}\)?|\([a-z]\)")

Cells = dict[int, list[Paragraph]]
"""The paragraphs of a row by column."""


def drafts(text: Text, sections: tuple[Section, ...]) -> Iterator[Draft]:
    """Give the tasks of the task tables of a text."""
    for rows in _tables(text):
        columns, first = _heading(text, rows)
        if "content" not in columns or "lead" not in columns:
            continue
        above: Cells = {}
        named = {column: _words(text, cell) for column, cell in rows[first - 1].items()}
        for number, row in sorted(rows.items()):
            repeated = {column: _words(text, cell) for column, cell in row.items()} == named
            if number >= first and not repeated:
                yield from _row(text, sections, columns, row, above)


def _tables(text: Text) -> Iterator[dict[int, Cells]]:
    found: dict[int, dict[int, Cells]] = {}
    for paragraph in text.paragraphs:
        cell = paragraph.first.cell
        if paragraph.first.role == "table" and cell is not None:
            found.setdefault(cell.table, {}).setdefault(cell.row, {}).setdefault(cell.column, []).append(paragraph)
    yield from found.values()


def _words(text: Text, cell: list[Paragraph]) -> str:
    return " ".join(text.value[p.start : p.end] for p in cell)


def _heading(text: Text, rows: dict[int, Cells]) -> tuple[dict[str, int], int]:
    """Give the columns by what they hold, and the first row after the heading."""
    for number in sorted(rows)[:3]:
        columns: dict[str, int] = {}
        for column, cell in sorted(rows[number].items()):
            key = fold(_words(text, cell))
            kind = next((kind for kind, pattern in _COLUMNS if len(key) < 90 and pattern.search(key)), None)
            if kind:
                columns.setdefault("lead" if kind == "both" else kind, column)
        if "lead" in columns and "content" in columns:
            return columns, number + 1
    return {}, 0


def _row(
    text: Text, sections: tuple[Section, ...], columns: dict[str, int], row: Cells, above: Cells
) -> Iterator[Draft]:
    if len(row) < 2 or all(_NUMBERING.fullmatch(_words(text, cell)) for cell in row.values()):
        above.clear()
        return
    for name in ("lead", "support", "time", "output"):
        column = columns.get(name)
        if column is not None and column in row:
            above[column] = row[column]
    if columns["content"] not in row:
        return

    def words(name: str) -> str:
        column = columns.get(name)
        return _listed(text, row.get(column) or above.get(column, [])) if column is not None else ""

    leads = tuple(split(words("lead")))
    if leads:
        content = row[columns["content"]]
        start, end = content[0].start, max(p.end for cell in row.values() for p in cell)
        yield Draft(
            start, end, start, _section(sections, start), "assign", leads, "task.table",
            action=_words(text, content), support=tuple(split(words("support"))),
            deadline=column_deadline(words("time")), output=words("output") or None,
        )  # fmt: skip


def _listed(text: Text, cell: list[Paragraph]) -> str:
    """Join the paragraphs of a cell: each is a body of its own unless it plainly goes on."""
    out = ""
    for paragraph in cell:
        words = text.value[paragraph.start : paragraph.end].strip(" -+–•")
        goes_on = out.endswith((",", " và", " các", "-")) or words[:1].islower()
        out = f"{out} {words}" if out and goes_on else f"{out}; {words}" if out else words
    return out


def _section(sections: tuple[Section, ...], offset: int) -> str | None:
    """Give the path of the deepest section, bullets left out, that holds an offset."""
    path, level = "", sections
    while True:
        inner = next((s for s in level if s.span.start <= offset < s.span.end), None)
        if inner is None:
            return path or None
        path, level = path_of(inner, path), inner.children
