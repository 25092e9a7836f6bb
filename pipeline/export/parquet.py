"""Parquet: all tables as a folder of files, parted by year and type, that can be imported back.

Takes an archive's connection, writes TABLE/year=2024/type=ke-hoach/part-0.parquet (`unknown` where year or type are
not known), agencies/part-0.parquet. Rule of the place: nothing is lost, so documents carry their whole JSON, and files
say where each was. A column named as a part of the path would be read twice, so that `year` is `document_year` here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.export.days import as_day
from pipeline.export.streams import ALL, Batch, Row, Selection, alike, batches, contents, rest, rows
from pipeline.export.tidy import DOCUMENTS, TABLES, Tidy, Value

if TYPE_CHECKING:
    from sqlalchemy import Connection

JSON = "json"
"""Column of the documents with the whole of what was read."""
UNKNOWN = "unknown"
RENAMED = {"year": "document_year"}
ROWS, WEIGHT = 8_192, 8 * 2**20
"""Rows, and characters of texts, that are held before they are written as one group."""
PART_ROWS, PART_WEIGHT = 1_000_000, 2**30
"""Rows, and characters of texts, after which a new file is begun."""


def write_folder(
    connection: Connection, folder: Path, selection: Selection = ALL, each: Callable[[int], None] = lambda _: None
) -> tuple[int, Counter[str]]:
    """Write all tables into a folder; give the number of documents, and that of rows by table."""
    documents, counted = 0, Counter[str]()
    parts: dict[str, Part] = {}

    def put(table: Tidy, place: str, row: Row) -> None:
        part = parts.get(table.name)
        if part is None or part.place != place or part.full:
            if part:
                part.close()
            part = parts[table.name] = Part(folder / table.name, place, schema(table))
        part.put(tuple(map(_stored, row, part.days)))
        counted[table.name] += 1

    for batch in batches(connection, selection):
        for (year, kind), heads in alike(batch):
            place = f"year={year or UNKNOWN}/type={kind or UNKNOWN}"
            for table in TABLES.values():
                for row in _rows(connection, table, heads):
                    put(table, place, row)
        documents += len(batch)
        each(len(batch))
    nowhere = f"year={UNKNOWN}/type={UNKNOWN}"
    for table in TABLES.values():
        place = nowhere if table.of_document or table is DOCUMENTS else ""
        for row in rest(connection, table, selection):
            put(table, place, row)
        if table.name not in parts:
            parts[table.name] = Part(folder / table.name, place, schema(table))
    for part in parts.values():
        part.close()
    return documents, counted


def schema(table: Tidy) -> Any:
    """Give the columns of a table and what is in each."""
    import pyarrow as pa

    kinds = {
        "integer": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "day": pa.date32(),
        "list": pa.list_(pa.string()),
    }
    fields = [(RENAMED.get(column.name, column.name), kinds.get(column.kind, pa.string())) for column in table.columns]
    return pa.schema([*fields, (JSON, pa.string())] if table is DOCUMENTS else fields)


def _rows(connection: Connection, table: Tidy, heads: Batch) -> Iterator[Row]:
    found = rows(connection, table, heads)
    if table is not DOCUMENTS:
        yield from found
    else:
        for row, (_, data) in zip(found, contents(connection, heads), strict=True):
            yield (*row, data.decode())


class Part:
    """A file that is being written; it holds at most ROWS rows or about WEIGHT characters of them."""

    def __init__(self, folder: Path, place: str, columns: Any) -> None:
        """Begin the next file of a place in the folder of a table."""
        from pyarrow import types
        from pyarrow.parquet import ParquetWriter

        self.place, self.columns = place, columns
        self.days = [types.is_date(field.type) for field in columns]
        self.held: list[tuple[Value | date, ...]] = []
        self.rows = self.weight = self.held_weight = 0
        (folder / place).mkdir(parents=True, exist_ok=True)
        path = folder / place / f"part-{sum(1 for _ in (folder / place).iterdir())}.parquet"
        plain = [name for name in columns.names if name != JSON]
        self.writer = ParquetWriter(path, columns, compression="zstd", use_dictionary=plain)

    @property
    def full(self) -> bool:
        """Say whether the next row belongs into another file."""
        return self.rows + len(self.held) >= PART_ROWS or self.weight + self.held_weight >= PART_WEIGHT

    def put(self, row: tuple[Value | date, ...]) -> None:
        """Take a row."""
        self.held.append(row)
        self.held_weight += sum(len(value) for value in row if isinstance(value, str))
        if len(self.held) >= ROWS or self.held_weight >= WEIGHT:
            self._flush()

    def close(self) -> None:
        """Write what is held and end the file."""
        self._flush()
        self.writer.close()

    def _flush(self) -> None:
        from pyarrow import array, table

        columns = zip(*self.held, strict=True) if self.held else [()] * len(self.columns)
        arrays = [array(values, field.type) for values, field in zip(columns, self.columns, strict=True)]
        if self.held or not self.rows:
            self.writer.write_table(table(arrays, schema=self.columns))
        self.rows, self.weight = self.rows + len(self.held), self.weight + self.held_weight
        self.held, self.held_weight = [], 0


def _stored(value: Value, is_day: bool) -> Value | date:
    return as_day(value) if is_day else value
