"""Finding one document of the archive by what a user calls it.

Takes an id, a code, the hash of a file or its beginning, a path, or a key, gives the key of the document. Rule of the
place: where a name means several documents, none is chosen; copies of one document are one.
"""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, select

from models import Cause, Failure
from pipeline.archive.codes import code_key
from pipeline.archive.planning import place_of
from pipeline.archive.schema import documents, files, works
from pipeline.archive.store import Archive, reading

_HASH = re.compile(r"(?:sha256/)?([0-9a-f]{8,64})")
_SHOWN = 5


def find(archive: Archive, name: str) -> int:
    """Give the key of the document that a name means.

    name: canonical id, code in any spelling, hash or its first eight digits or more, path or name of the file, key.
    Raises Failure (NO_DOCUMENT): no document, or several; those are named.
    """
    with reading(archive) as connection:
        for look in (_by_id, _by_place, _by_name, _by_code):
            keys = look(connection, name)
            if len(keys) == 1:
                return keys.pop()
            if keys:
                raise Failure(Cause.NO_DOCUMENT, name, _told(connection, keys))
    raise Failure(Cause.NO_DOCUMENT, name, archive.place)


def _by_id(connection: Connection, name: str) -> set[int]:
    d = documents.c
    archived = select(works.c.document).where(works.c.id == name).scalar_subquery()
    found = _best(connection, d.key == archived) or _best(connection, d.id == name)
    if not found and name.isdecimal() and len(name) < 20 and 10**12 < int(name) < 2**63:
        found = _best(connection, d.key == int(name))
    if not found and (beginning := _HASH.fullmatch(name.lower())):
        found = _best(connection, d.sha256.startswith(beginning[1]), copies=True)
    return found


def _by_place(connection: Connection, name: str) -> set[int]:
    place = place_of(Path(name))
    inside = select(files.c.document).where(files.c.place == place)
    return _best(connection, documents.c.key.in_(inside), copies=True)


def _by_name(connection: Connection, name: str) -> set[int]:
    return _best(connection, documents.c.name == name)


def _by_code(connection: Connection, name: str) -> set[int]:
    key = code_key(name)
    return _best(connection, documents.c.code_key == key) if key else set()


def _best(connection: Connection, which: ColumnElement[bool], *, copies: bool = False) -> set[int]:
    """Give the documents; where nothing names one file, only the best copy of each."""
    d = documents.c
    found = connection.execute(select(d.key, d.twin_of).where(which)).all()
    if copies:
        return {key for key, _ in found}
    return {key if best is None else best for key, best in found}


def _told(connection: Connection, keys: set[int]) -> str:
    d = documents.c
    ids = list(connection.execute(select(d.id).where(d.key.in_(keys)).order_by(d.id).limit(_SHOWN)).scalars())
    return "; ".join(ids) + (" …" if len(keys) > _SHOWN else "")
