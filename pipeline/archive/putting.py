"""Putting a document in: its rows, the citations it resolves, and the note that the index has to take it in.

Takes a connection in a transaction and the rows of a document, leaves the archive as it would be had all its documents
been put in at once. Rule of the place: what is put in twice is there once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from pipeline.archive.links import resolve, resolve_new
from pipeline.archive.rows import Row, Rows
from pipeline.archive.schema import (
    PARTS,
    agencies,
    changes,
    citation_candidates,
    citations,
    documents,
    files,
    shards,
)

_INSERT = {table.name: insert(table) for table in PARTS}


def put(connection: Connection, rows: Rows) -> int:
    """Put a document in, in the place of what was read of the same file before; give its key."""
    row = rows["documents"][0]
    key: int = row["key"]
    insert_new(connection, agencies, rows["agencies"])
    before, touched = _former(connection, key)
    if before:
        for table in reversed(PARTS):
            connection.execute(delete(table).where(table.c.document == key))
    upsert(connection, documents, [row])
    for table in PARTS:
        if entries := rows.get(table.name):
            connection.execute(_INSERT[table.name], entries)
    resolve(connection, key, before, touched)
    connection.execute(insert(changes), [{"document": key}])
    return key


def put_new(connection: Connection, many: Sequence[Rows]) -> None:
    """Put documents in, of which none is in the archive and none there twice; in a fraction of the time."""
    keys = [rows["documents"][0]["key"] for rows in many]
    bodies = {row["id"]: row for rows in many for row in rows["agencies"]}
    insert_new(connection, agencies, [row for _, row in sorted(bodies.items())])
    for table in (documents, *PARTS):
        if entries := [row for rows in many for row in rows.get(table.name, ())]:
            connection.execute(insert(table), entries)
    if keys:
        resolve_new(connection, keys)
        connection.execute(insert(changes), [{"document": key} for key in keys])


def note_file(connection: Connection, row: Row) -> None:
    """Note what became of a file, in the place of what was noted before."""
    upsert(connection, files, [row])


def note_shard(connection: Connection, row: Row) -> None:
    """Note that a shard is written."""
    upsert(connection, shards, [row])


def _former(connection: Connection, key: int) -> tuple[Sequence[str | None], set[str]]:
    """Give id, id_key and code_day of the document as it was, and the works that it meant; empty if it is new."""
    d = documents.c
    found = connection.execute(select(d.id, d.id_key, d.code_day).where(d.key == key)).one_or_none()
    if found is None:
        return (), set()
    meant = select(citations.c.work).where(citations.c.document == key, citations.c.work.is_not(None))
    candidates = select(citation_candidates.c.work).where(citation_candidates.c.document == key)
    touched = set(connection.execute(meant.union(candidates)).scalars())
    return tuple(found), {*touched, found.id}


def insert_new(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Put in the rows whose key is not there yet."""
    if rows:
        connection.execute(_inserting(connection.dialect.name, table), rows)


def upsert(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Put in rows, in the place of those with the same key; all must give the same columns."""
    if rows:
        connection.execute(_upserting(connection.dialect.name, table, tuple(rows[0])), rows)


@cache
def _inserting(dialect: str, table: Table) -> Any:
    return _DIALECTS[dialect].insert(table).on_conflict_do_nothing()


@cache
def _upserting(dialect: str, table: Table, columns: tuple[str, ...]) -> Any:
    """Give the statement, which takes longer to make than to run."""
    keys = [column.name for column in table.primary_key]
    statement = _DIALECTS[dialect].insert(table)
    values = {name: statement.excluded[name] for name in columns if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=values)


_DIALECTS: dict[str, Any] = {"sqlite": sqlite, "postgresql": postgresql}


def last_change(connection: Connection) -> int:
    """Give the number of the last change, 0 where nothing was put in."""
    return connection.execute(select(func.max(changes.c.seq))).scalar() or 0


def now() -> str:
    """Give the time as the archive writes it: ISO 8601, UTC, to the millisecond."""
    return datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")
