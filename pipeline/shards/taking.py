"""Taking in: what was read of a shard put into an archive, all of it or nothing.

Takes an archive and records, leaves the archive as if they had been ingested. Rule of the place: shards come in any
order from several writers at once, and the archive must not tell in which. So one shard is put in at a time, and of
files with the same content the one whose place comes first gives the document its name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import Connection, select, text

from models import Cause, Failure
from pipeline.archive import schema
from pipeline.archive.putting import note_shard, now, put, put_new, upsert
from pipeline.archive.rows import Row, Rows
from pipeline.archive.store import LOCK, Archive, translated, writing
from pipeline.export.importing import Record
from pipeline.shards.files import rank

_PUT, _INDEX = LOCK + 1, LOCK + 2
"""Numbers of the advisory locks on PostgreSQL for putting a shard in, and for taking it into the index."""


class Taken(NamedTuple):
    """What was read of a file. rows: what it puts into the archive; None if it failed."""

    record: Record
    rows: Rows | None

    @property
    def pages(self) -> int:
        """Number of pages; one where the format has none."""
        return (self.rows["documents"][0]["pages"] or 1) if self.rows else 0

    @property
    def key(self) -> int | None:
        """Key of the document; None if it failed."""
        return self.rows["documents"][0]["key"] if self.rows else None


def is_in(archive: Archive, shard: str) -> bool:
    """Say whether a shard is in the archive."""
    with translated(archive.place), archive.engine.connect() as connection:
        return _is_in(connection, shard)


def take(archive: Archive, shard: str, found: Iterable[Taken], *, again: bool = False) -> Counter[str]:
    """Put a shard in, in one transaction with its done-mark; give what became of its files.

    shard: its id. again: also if it is in, and also documents that are.
    Raises Failure: what `pipeline.archive.store.writing` raises.
    """
    ready = sorted(found, key=lambda taken: rank(taken.record.place))  # read before others have to wait
    with writing(archive) as connection:
        _wait(connection, _PUT)
        if not again and _is_in(connection, shard):
            return Counter(skipped=len(ready))
        counts = _all_put(connection, ready, again)
        note_shard(connection, {"id": shard, "count": len(ready), "done_at": now()})
        return counts


@contextmanager
def sharing(archive: Archive) -> Iterator[None]:
    """Keep out those who want to be the only writer while shards are written by several; for a server.

    Raises Failure (BUSY): there is such a one.
    """
    with translated(archive.place), archive.engine.connect() as connection:
        if not connection.execute(text("SELECT pg_try_advisory_lock_shared(:n)"), {"n": LOCK}).scalar():
            raise Failure(Cause.BUSY, archive.place)
        connection.commit()
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock_shared(:n)"), {"n": LOCK})
            connection.commit()


@contextmanager
def alone(archive: Archive, number: int) -> Iterator[None]:
    """Wait to be the only one who does what the number of a lock stands for; for a server."""
    with translated(archive.place), archive.engine.connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:n)"), {"n": number})
        connection.commit()
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:n)"), {"n": number})
            connection.commit()


@contextmanager
def indexing(archive: Archive) -> Iterator[None]:
    """Be the only one of those who write shards that brings the index up to date."""
    if archive.folder:
        yield
    else:
        with alone(archive, _INDEX):
            yield


@contextmanager
def finishing(archive: Archive) -> Iterator[None]:
    """Keep shards out for the moment in which all documents are looked at together."""
    if archive.folder:
        yield
    else:
        with alone(archive, _PUT):
            yield


def _wait(connection: Connection, number: int) -> None:
    """Let no other shard in until this transaction ends, nor anyone who wants to be the only writer."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock_shared(:n)"), {"n": LOCK})
        connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": number})


def _is_in(connection: Connection, shard: str) -> bool:
    asked = select(schema.shards.c.id).where(schema.shards.c.id == shard)
    return connection.execute(asked).scalar() is not None


def _all_put(connection: Connection, ready: Sequence[Taken], again: bool) -> Counter[str]:
    """Put in what is new all at once, what the archive has already one by one, and note the files."""
    first = {taken.key: taken for taken in reversed(ready) if taken.rows}
    d = schema.documents.c
    known = set(connection.execute(select(d.key).where(d.key.in_(list(first)))).scalars())
    new = [taken.rows for key, taken in first.items() if taken.rows and key not in known]
    put_new(connection, new)
    counts: Counter[str] = Counter()
    for taken in ready:
        if taken.key in first and taken.key not in known:
            counts["done" if taken is first[taken.key] else "copy"] += 1
        else:
            counts[_put(connection, taken, again)] += 1
    if ready:
        upsert(connection, schema.files, [_file(taken) for taken in ready])
    return counts


def _put(connection: Connection, taken: Taken, again: bool) -> str:
    if taken.rows is None or taken.key is None:
        return "failed"
    here, named = _here(connection, taken.key, taken.rows)
    status = "copy" if here and not (again and named) else "done"
    if status == "done" or (not named and _comes_first(connection, taken.key, taken.record.place)):
        put(connection, taken.rows)
    return status


def _file(taken: Taken) -> Row:
    return {**{name: getattr(taken.record, name) for name in _FILE}, "document": taken.key}


_FILE = tuple(name for name in Record._fields if name in schema.files.c)


def _here(connection: Connection, key: int, rows: Rows) -> tuple[bool, bool]:
    """Say whether the document is in the archive as it was read now, and whether it was read from a file so named."""
    d, new = schema.documents.c, rows["documents"][0]
    found = connection.execute(select(d.extractor, d.ocr, d.name).where(d.key == key)).one_or_none()
    if found is None:
        return False, False
    return (found.extractor, found.ocr) == (new["extractor"], new["ocr"]), found.name == new["name"]


def _comes_first(connection: Connection, key: int, place: str) -> bool:
    f = schema.files.c
    others = connection.execute(select(f.place).where(f.document == key)).scalars()
    return all(rank(place) < rank(other) for other in others)
