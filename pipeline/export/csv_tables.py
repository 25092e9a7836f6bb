"""CSV: one table as a stream, or all as a folder of files (RFC 4180, UTF-8 with a byte order mark).

Takes an archive's connection. Rule of the place: a spreadsheet must not run what a document says, so a text that it
would take for a formula gets an apostrophe before it, unless the texts are asked for raw. Lists are joined by `; `.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from pipeline.export.streams import ALL, Row, Selection, pour
from pipeline.export.tidy import TABLES, Tidy, Value

if TYPE_CHECKING:
    from sqlalchemy import Connection

FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""A cell that begins with one of these is run by some spreadsheet; the wide ones by those set to East Asian."""
JOINT = "; "
_WORDS = {None: "", True: "true", False: "false"}

Each = Callable[[int], None]


def write_table(
    connection: Connection,
    table: Tidy,
    out: BinaryIO,
    selection: Selection = ALL,
    each: Each = lambda _: None,
    *,
    raw: bool = False,
) -> tuple[int, Counter[str]]:
    """Write one table to a stream; give the number of documents, and that of rows by table."""
    counted: Counter[str] = Counter()
    with _sheet(table, out, counted, raw=raw) as put:
        return pour(connection, {table.name: put}, selection, each), counted


def write_folder(
    connection: Connection, folder: Path, selection: Selection = ALL, each: Each = lambda _: None, *, raw: bool = False
) -> tuple[int, Counter[str]]:
    """Write each table to `TABLE.csv` in a folder; give the number of documents, and that of rows by table."""
    counted: Counter[str] = Counter()
    with ExitStack() as files:
        takers = {}
        for name, table in TABLES.items():
            out = files.enter_context((folder / f"{name}.csv").open("xb"))
            takers[name] = files.enter_context(_sheet(table, out, counted, raw=raw))
        return pour(connection, takers, selection, each), counted


def cell(value: Value, *, raw: bool = False) -> str:
    """Give a value as the text of a cell."""
    if isinstance(value, bool) or value is None:
        return _WORDS[value]
    if isinstance(value, int | float):
        return str(value)
    text = JOINT.join(each or "" for each in value) if isinstance(value, tuple) else value
    return text if raw or text[:1] not in FORMULA else f"'{text}"


@contextmanager
def _sheet(table: Tidy, out: BinaryIO, counted: Counter[str], *, raw: bool) -> Iterator[Callable[[Row], None]]:
    text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=False)
    sheet = csv.writer(text)
    sheet.writerow([column.name for column in table.columns])
    as_text = partial(cell, raw=raw)

    def put(row: Row) -> None:
        sheet.writerow(map(as_text, row))
        counted[table.name] += 1

    try:
        yield put
    finally:
        text.detach()  # flushes; the stream is not ours to close
