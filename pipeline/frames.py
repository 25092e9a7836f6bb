"""Frames: the tables of an archive as pandas DataFrames, for analysts.

Takes an open Archive, or the folder or URL of one; gives the same tables, columns and order as the exports do. Texts
are `string`, words of a closed set `category`, counts `Int64`, flags `boolean`, whole days `datetime64[s]`, lists
Python lists; dates of which a part may be unknown stay EDTF texts. Two tables are joined by `document_sha256`.

    >>> from pipeline import frames
    >>> tasks = frames.tasks("vanban-archive")
    >>> tasks[tasks.deadline_to < "2026-12-31"].explode("lead").groupby("lead").size()
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import islice
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from pipeline.archive.store import Archive, opened, reading
from pipeline.export import MissingExtra
from pipeline.export.days import as_day
from pipeline.export.streams import ALL, Row, Selection, batches, rest, rows
from pipeline.export.tidy import TABLES, Column, Kind

if TYPE_CHECKING:
    from pandas import DataFrame
    from sqlalchemy import Connection

    from pipeline.export.tidy import Tidy

Place = Archive | str | PathLike[str]

_PIECE = 20_000
"""Rows that are turned into a piece of a frame together."""
_TYPES: dict[Kind, str] = {
    "text": "string", "edtf": "string", "choice": "category", "integer": "Int64", "number": "float64",
    "flag": "boolean", "day": "datetime64[s]", "list": "object",
}  # fmt: skip


def documents(archive: Place, selection: Selection = ALL) -> DataFrame:
    """Give one row a document: what its header says, and its file."""
    return frame(archive, "documents", selection)


def sections(archive: Place, selection: Selection = ALL) -> DataFrame:
    """Give one row a section, with its path, title and role."""
    return frame(archive, "sections", selection)


def citations(archive: Place, selection: Selection = ALL) -> DataFrame:
    """Give one row a mention of another document, and the document that it means."""
    return frame(archive, "citations", selection)


def dates(archive: Place, selection: Selection = ALL) -> DataFrame:
    """Give one row a date or period of a text."""
    return frame(archive, "dates", selection)


def signers(archive: Place, selection: Selection = ALL) -> DataFrame:
    """Give one row a signer."""
    return frame(archive, "signers", selection)


def recipients(archive: Place, selection: Selection = ALL) -> DataFrame:
    """Give one row a recipient (nơi nhận) or addressee (kính gửi)."""
    return frame(archive, "recipients", selection)


def tasks(archive: Place, selection: Selection = ALL) -> DataFrame:
    """Give one row a task: who must do what by when."""
    return frame(archive, "tasks", selection)


def targets(archive: Place, selection: Selection = ALL) -> DataFrame:
    """Give one row a measurable aim."""
    return frame(archive, "targets", selection)


def movements(archive: Place, selection: Selection = ALL) -> DataFrame:
    """Give one row a movement (phong trào thi đua)."""
    return frame(archive, "movements", selection)


def agencies(archive: Place) -> DataFrame:
    """Give one row an agency that documents name."""
    return frame(archive, "agencies")


def files(archive: Place, selection: Selection = ALL) -> DataFrame:
    """Give one row a file that was looked at, and what became of it."""
    return frame(archive, "files", selection)


def frame(archive: Place, name: str, selection: Selection = ALL) -> DataFrame:
    """Give a table by its name.

    Raises KeyError: there is no such table. MissingExtra: pandas is not installed. Failure: the archive cannot be
    opened or read.
    """
    if not find_spec("pandas"):
        raise MissingExtra("pandas", "tables")
    from pandas import concat

    table = TABLES[name]
    with _connected(archive) as connection:
        found = _all(connection, table, selection)
        pieces = [_piece(table.columns, [])]
        while piece := list(islice(found, _PIECE)):
            pieces.append(_piece(table.columns, piece))
    joined = concat(pieces[1:], ignore_index=True) if len(pieces) > 1 else pieces[0]
    return joined.astype({column.name: _TYPES[column.kind] for column in table.columns})


@contextmanager
def _connected(archive: Place) -> Iterator[Connection]:
    if isinstance(archive, Archive):
        with reading(archive) as connection:
            yield connection
    else:
        with opened(fspath(archive)) as found, reading(found) as connection:
            yield connection


def _all(connection: Connection, table: Tidy, selection: Selection) -> Iterator[Row]:
    for batch in batches(connection, selection):
        yield from rows(connection, table, batch)
    yield from rest(connection, table, selection)


def _piece(columns: tuple[Column, ...], found: list[Row]) -> DataFrame:
    from pandas import DataFrame

    values: Any = zip(*found, strict=True) if found else [()] * len(columns)
    return DataFrame({column.name: _series(column, each) for column, each in zip(columns, values, strict=True)})


def _series(column: Column, values: tuple[Any, ...]) -> Any:
    """Give the values of a column; words of closed sets stay texts until all pieces are joined."""
    from numpy import array
    from pandas import Series

    if column.kind == "day":
        return Series(array([as_day(value) for value in values], "datetime64[s]"))
    if column.kind == "list":
        return Series([list(value) for value in values], dtype="object")
    return Series(values, dtype="string" if column.kind == "choice" else _TYPES[column.kind])
