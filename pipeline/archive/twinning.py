"""Twins in the archive: which documents are one, and which copy is the best.

Takes the archive, sets `documents.twin_of` and `twin_grade`, and lets works lead to the best copies. Rule of the place:
the groups depend on the set of documents, whatever their order, so all sketches are compared whenever one is new. That
takes about 1.5 kB of memory and some 50 microseconds a document.
"""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, func, insert, select, update

from pipeline.archive.links import best_copies
from pipeline.archive.putting import last_change, upsert
from pipeline.archive.schema import changes, documents, meta, sketches
from pipeline.archive.sketches import unpacked
from pipeline.archive.store import Archive, writing
from pipeline.twins import grouped

_MARK = "twins"
"""Row of `meta`: the last change that was looked at."""


def find_twins(archive: Archive) -> int:
    """Find the twins anew if a document came or changed; give how many documents have a better copy."""
    with writing(archive) as connection:
        if last_change(connection) > int(_mark(connection) or 0):
            _update(connection)
        upsert(connection, meta, [{"key": _MARK, "value": str(last_change(connection))}])
        return connection.execute(
            select(func.count()).select_from(documents).where(documents.c.twin_of.is_not(None))
        ).scalar_one()


def _mark(connection: Connection) -> str | None:
    return connection.execute(select(meta.c.value).where(meta.c.key == _MARK)).scalar()


def _update(connection: Connection) -> None:
    keys, told = [], []
    for key, data in connection.execute(select(sketches).order_by(sketches.c.document)).yield_per(1000):
        keys.append(key)
        told.append(unpacked(data))
    wanted = {
        keys[member.place]: (keys[group.best], member.grade)
        for group in grouped(told)
        for member in group.members
        if member.place != group.best
    }
    d = documents.c
    found = select(d.key, d.twin_of, d.twin_grade).where(d.twin_of.is_not(None))
    before = {key: (best, grade) for key, best, grade in connection.execute(found)}
    changed = {key for key in {*wanted, *before} if wanted.get(key) != before.get(key)}
    if not changed:
        return
    values = [dict(zip(("of", "best", "grade"), (key, *wanted.get(key, (None, None))), strict=True)) for key in changed]
    statement = update(documents).where(d.key == bindparam("of"))
    connection.execute(statement.values(twin_of=bindparam("best"), twin_grade=bindparam("grade")), values)
    connection.execute(insert(changes), [{"document": key} for key in sorted(changed)])
    ids = [{"of": key} for key in sorted(changed)]
    works = {connection.execute(select(d.id).where(d.key == each["of"])).scalar_one() for each in ids}
    best_copies(connection, works)
