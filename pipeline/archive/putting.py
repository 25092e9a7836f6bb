"""Putting a document in: its rows, the citations it resolves, and the note that the index has to take it in.

Takes a connection in a transaction and the rows of a document, leaves the archive as it would be had all its documents
been put in at once. Rule of the place: what is put in twice is there once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from pipeline.archive.links import resolve
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
            connection.execute(insert(table), entries)
    resolve(connection, key, before, touched)
    connection.execute(insert(changes), [{"document": key}])
    return key


def note_file(connection: Connection, row: Row) -> None:
    """Note what became of a file, in the place of what was noted before."""
    upsert(connection, files, [row])


def note_shard(connection: Connection, row: Row) -> None:
    """Note that a shard is written."""
    upsert(connection, shards, [row])


def _former(connection: Connection, key: int) -> tuple[Sequence[str | None], set[str]]:
    """Give id, id_key and code_key of the document as it was, and the works that it meant; empty if it is new."""
    d = documents.c
    found = connection.execute(select(d.id, d.id_key, d.code_key).where(d.key == key)).one_or_none()
    if found is None:
        return (), set()
    meant = select(citations.c.work).where(citations.c.document == key, citations.c.work.is_not(None))
    candidates = select(citation_candidates.c.work).where(citation_candidates.c.document == key)
    touched = set(connection.execute(meant.union(candidates)).scalars())
    return tuple(found), {*touched, found.id}


def insert_new(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Put in the rows whose key is not there yet."""
    if rows:
        connection.execute(_insert(connection, table).on_conflict_do_nothing(), rows)


def upsert(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Put in rows, in the place of those with the same key."""
    keys = [column.name for column in table.primary_key]
    statement = _insert(connection, table)
    values = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=values), rows)


def _insert(connection: Connection, table: Table) -> Any:
    return (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)
