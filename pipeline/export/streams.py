"""Rows of the tidy tables, as a stream.

Takes an archive's connection, gives the rows of each table by document, in the order year, type, id. Rule of the
place: only the list of documents is sorted; what belongs to them is fetched for some at a time by their keys, so that
memory does not grow with the archive.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from models import Cause, Failure
from parsers.vietnamese.slugs import slug
from pipeline.archive import schema
from pipeline.export.tidy import AGENCIES, DOCUMENTS, FILES, TABLES, Part, Tidy, Value

if TYPE_CHECKING:
    from sqlalchemy import Connection

Row = tuple[Value, ...]

AT_ONCE = 200
"""Documents whose rows are fetched together."""
_PIECE = 1000
"""Rows of a long answer that are fetched together."""


class Selection(NamedTuple):
    """Which documents go out.

    years: first and last year of issue, both included, None for an open end; None for all years, and for documents
    without one. types: spelt out or as slugs. agencies: ids; the bodies of their lines of succession are meant too.
    """

    years: tuple[int | None, int | None] | None = None
    types: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


ALL = Selection()


class Head(NamedTuple):
    """What is known of a document in every row: `key` and `slug` for us, the others as the columns `DOCUMENT`."""

    key: int
    slug: str | None
    id: str
    code: str | None
    doc_type: str | None
    year: int | None
    issuer: str | None
    issuer_name: str | None
    sha256: str


Batch = tuple[Head, ...]
"""Some documents, in order."""


def count(connection: Connection, selection: Selection = ALL) -> int:
    """Give the number of documents that are meant."""
    return connection.execute(select(func.count()).select_from(schema.documents).where(chosen(selection))).scalar_one()


def batches(connection: Connection, selection: Selection = ALL, size: int = 0) -> Iterator[Batch]:
    """Give the documents that are meant, by year, type and id; what is not known comes last.

    size: how many at a time, by default AT_ONCE.
    """
    documents = schema.documents.c
    names = ("doc_type_key" if name == "slug" else name for name in Head._fields)
    binary = "C" if connection.dialect.name == "postgresql" else "BINARY"
    asked = (
        select(*(documents[name] for name in names))
        .where(chosen(selection))
        .order_by(
            documents.year.asc().nulls_last(),
            documents.doc_type_key.collate(binary).asc().nulls_last(),
            documents.id.collate(binary),
            documents.sha256.collate(binary),
        )
    )
    for piece in connection.execute(asked, execution_options={"yield_per": size or AT_ONCE}).partitions():
        yield tuple(Head(*row) for row in piece)


def alike(batch: Batch) -> Iterator[tuple[tuple[int | None, str | None], Batch]]:
    """Cut a batch where year or type change, and give both with each piece."""
    for about, heads in groupby(batch, lambda head: (head.year, head.slug)):
        yield about, tuple(heads)


def rows(connection: Connection, table: Tidy, batch: Batch) -> Iterator[Row]:
    """Give the rows of a table that belong to these documents, in the order of the documents; of AGENCIES none."""
    if table is AGENCIES:
        return
    key = table.table.c.key if table is DOCUMENTS else table.table.c.document
    keys = [head.key for head in batch]
    lists = {name: _lists(connection, part, keys) for name, part in table.parts.items()}
    found: dict[int, list[Row]] = defaultdict(list)
    for row in connection.execute(_asked(table, key).where(key.in_(keys)).order_by(*_order(table))).mappings():
        found[row["_key"]].append(tuple(_own(table, row, lists)))
    for head in batch:
        about, digest = head[2:-1], (head.sha256,)
        yield from ((*about, *own, *digest) if table.of_document else own for own in found.pop(head.key, ()))


def rest(connection: Connection, table: Tidy, selection: Selection = ALL) -> Iterator[Row]:
    """Give the rows that belong to no document: all agencies; the files that failed, unless documents were selected."""
    if table is AGENCIES:
        for row in _streamed(connection, _asked(table).order_by(schema.agencies.c.id)):
            yield tuple(_own(table, row, {}))
    elif table is FILES and selection == ALL:
        failed = schema.files.c.document.is_(None)
        nothing = (None,) * (len(Head._fields) - 3)
        for row in _streamed(connection, _asked(table).where(failed).order_by(schema.files.c.place)):
            yield (*nothing, *_own(table, row, {}), None)


def contents(connection: Connection, batch: Batch) -> Iterator[tuple[Head, bytes]]:
    """Give each document with its JSON in one line, as it was put in.

    Raises Failure (NOT_ARCHIVE): the JSON of one is missing or damaged.
    """
    asked = select(schema.contents).where(schema.contents.c.document.in_([head.key for head in batch]))
    packed: dict[int, bytes] = {row.document: row.json for row in connection.execute(asked)}
    for head in batch:
        try:
            data = zlib.decompress(packed.pop(head.key))
        except (KeyError, zlib.error) as error:
            raise Failure(Cause.NOT_ARCHIVE, head.id, "its JSON is missing or damaged") from error
        yield head, _one_line(data)


def _one_line(data: bytes) -> bytes:
    """Give JSON without its line ends; inside strings JSON has none."""
    return b" ".join(line.strip() for line in data.splitlines()) if b"\n" in data or b"\r" in data else data


def chosen(selection: Selection) -> ColumnElement[bool]:
    """Give the condition that a document is meant."""
    documents = schema.documents.c
    asked: list[ColumnElement[bool]] = []
    if selection.years:
        first, last = selection.years
        asked.append(documents.year.is_not(None))
        asked += [documents.year >= first] if first is not None else []
        asked += [documents.year <= last] if last is not None else []
    if selection.types:
        asked.append(documents.doc_type_key.in_([slug(each) for each in selection.types]))
    if selection.agencies:
        known, issuing = schema.agencies.c, schema.document_agencies.c
        lines = select(known.line).where(known.id.in_(selection.agencies))
        meant = select(known.id).where(or_(known.id.in_(selection.agencies), known.line.in_(lines)))
        asked.append(
            exists().where(issuing.document == documents.key, issuing.part == "issuing", issuing.agency.in_(meant))
        )
    return and_(True, *asked)


def _asked(table: Tidy, key: ColumnElement[Any] | None = None) -> Select[Any]:
    columns = [_stored(table, column.source or column.name).label(column.name) for column in _plain(table)]
    more = [] if key is None else [key.label("_key")]
    owners = {part.owner for part in table.parts.values() if part.owner}
    return select(*columns, *more, *(table.table.c.ordinal.label(f"_{owner}") for owner in sorted(owners)))


def _plain(table: Tidy) -> Iterator[Any]:
    return (column for column in table.own if column.name not in table.parts)


def _stored(table: Tidy, name: str) -> ColumnElement[Any]:
    if table is DOCUMENTS and name == "twin_of":  # keys are ours; others know a file by its hash
        better = schema.documents.alias("better")
        return select(better.c.sha256).where(better.c.key == schema.documents.c.twin_of).scalar_subquery()
    return table.table.c[name]


def _order(table: Tidy) -> list[ColumnElement[Any]]:
    return [table.table.c[name] for name in table.order]


def _own(table: Tidy, row: Mapping[Any, Any], lists: Mapping[str, _Lists]) -> Iterator[Value]:
    for column in table.own:
        if part := table.parts.get(column.name):
            yield tuple(lists[column.name].get((row["_key"], row[f"_{part.owner}"] if part.owner else 0), ()))
        elif column.kind == "list":
            yield tuple((row[column.name] or "").splitlines())
        else:
            yield row[column.name]


_Lists = dict[tuple[int, int], list[str | None]]
"""Values of a column of lists, by document and ordinal."""


def _lists(connection: Connection, part: Part, keys: Sequence[int]) -> _Lists:
    columns = part.table.c
    key, order = columns[part.key], columns[part.order]
    owner = [columns[part.owner]] if part.owner else []
    asked = select(key, columns[part.value], *owner).where(key.in_(keys)).order_by(key, *owner, order)
    found: _Lists = defaultdict(list)
    for row in connection.execute(asked.where(columns.part == part.part) if part.part else asked):
        found[row[0], row[2] if owner else 0].append(row[1])
    return found


def _streamed(connection: Connection, asked: Select[Any]) -> Iterator[Mapping[Any, Any]]:
    yield from connection.execute(asked, execution_options={"yield_per": _PIECE}).mappings()


def pour(
    connection: Connection,
    takers: Mapping[str, Callable[[Row], object]],
    selection: Selection = ALL,
    each: Callable[[int], None] = lambda documents: None,
) -> int:
    """Give every row of the tables named to its taker, all tables in one pass; give the number of documents.

    each: is told how many documents were added, as it goes on.
    """
    documents = 0
    for batch in batches(connection, selection):
        for name, put in takers.items():
            for row in rows(connection, TABLES[name], batch):
                put(row)
        documents += len(batch)
        each(len(batch))
    for name, put in takers.items():
        for row in rest(connection, TABLES[name], selection):
            put(row)
    return documents
