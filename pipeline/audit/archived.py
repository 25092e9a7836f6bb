"""What an audit asks of an archive: few questions, each for only what is needed.

Takes a connection, gives documents, the ones that cite a document, placeholders it may have been taken for, the
agencies of a place, and what became of cited documents. Rule of the place: every question goes through an index, so
that its time grows with the answer and not with the archive.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, or_, select
from sqlalchemy.orm import aliased

from models import Document
from models.audit import State
from pipeline.archive.schema import agencies, citations, contents, document_agencies, documents, works
from pipeline.pieces import pieces

T = TypeVar("T")
_BATCH = 500
"""Values in one question to the database."""
_LAST = "\U0010ffff"
"""A character after all others, to bound ids that begin alike."""
STATES: dict[str, State] = {"replaces": "replaced", "repeals": "repealed", "amends": "amended"}
"""What becomes of a document by the relation in which another cites it."""
_CARRIES_OUT = ("implements", "basis")


class Citing(NamedTuple):
    """A citation of a work in another document.

    document: key. work: what it means. start, end: characters. through: the work in between, where the document cites
    one that is said there to implement this one.
    """

    document: int
    work: str
    start: int
    end: int
    through: str | None = None


class Change(NamedTuple):
    """What became of a work: by which document, when."""

    work: str
    state: State
    by: str
    on: str
    key: int


def load(connection: Connection, keys: Collection[int]) -> dict[int, Document]:
    """Give documents by key."""
    found = {}
    for part in pieces(keys, _BATCH):
        asked = select(contents.c.document, contents.c.json).where(contents.c.document.in_(part))
        for key, data in connection.execute(asked):
            found[key] = Document.model_validate_json(zlib.decompress(data))
    return found


def citing(connection: Connection, ids: Collection[str]) -> Iterator[Citing]:
    """Give who carries works out, copies left out: by citing them so, or by citing what is said to implement them."""
    c, inner = citations.c, aliased(citations)
    for part in pieces(ids, _BATCH):
        best = select(c.document, c.work, c.start_at, c.end_at).join(works, works.c.document == c.document)
        for row in connection.execute(best.where(c.work.in_(part), c.relation.in_(_CARRIES_OUT))):
            yield Citing(*row)
        between = best.add_columns(inner.c.work).join(
            inner, (inner.c.document == c.document) & (inner.c.parent == c.ordinal)
        )
        told = between.where(c.work.in_(part), inner.c.relation.in_(_CARRIES_OUT), c.relation.not_in(_CARRIES_OUT))
        for row in connection.execute(told):
            yield Citing(*row)


def placeholders(connection: Connection, identity: str, id_key: str | None, day: str | None) -> Iterator[Citing]:
    """Give who carries out a document that is not archived and may be this one with a slip of the pen.

    identity: canonical id of the right one; id_key: the same without its book of numbers; day: of its issue. Such a
    slip keeps number, type and issuer (then the year differs), or issuer, type and day (then the number differs).
    """
    if identity.startswith(("~", "sha256/")) or id_key is None:
        return
    c, w = citations.c, works.c
    book = identity.rpartition("/")[0] + "/"
    asked = (
        select(c.document, c.work, c.start_at, c.end_at)
        .join(works, w.id == c.work)
        .where(w.document.is_(None), w.id != identity, c.relation.in_(_CARRIES_OUT))
    )
    other_day = asked.where(w.id_key == id_key)
    other_number = asked.where(w.id > book, w.id < book + _LAST, or_(c.issued_on == day, c.resolved_on == day))
    for row in [*connection.execute(other_day), *(connection.execute(other_number) if day else ())]:
        yield Citing(*row)


def keys_of(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    """Give the keys of the best copies of documents, by id."""
    found: dict[str, int] = {}
    for part in pieces(ids, _BATCH):
        asked = select(works.c.id, works.c.document).where(works.c.id.in_(part), works.c.document.is_not(None))
        found |= {row[0]: row[1] for row in connection.execute(asked)}
    return found


def ids_of(connection: Connection, keys: Collection[int]) -> dict[int, tuple[str, str | None, str | None]]:
    """Give id, first day of issue and id without its book of documents, by key."""
    d = documents.c
    found: dict[int, tuple[str, str | None, str | None]] = {}
    for part in pieces(keys, _BATCH):
        for key, *rest in connection.execute(select(d.key, d.id, d.issued_from, d.id_key).where(d.key.in_(part))):
            found[key] = (rest[0], rest[1], rest[2])
    return found


def agencies_below(connection: Connection, place: str) -> tuple[tuple[str, str | None, str | None], ...]:
    """Give id, name and kind of the agencies whose ids begin with a place (`vn/nghe-an/`)."""
    a = agencies.c
    asked = select(a.id, a.name, a.kind).where(a.id > place, a.id < place + _LAST).order_by(a.id)
    return tuple((row[0], row[1], row[2]) for row in connection.execute(asked))


def names(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Give the names under which agencies issued documents, by id; the shortest of several."""
    a = document_agencies.c
    found: dict[str, str] = {}
    for part in pieces(ids, _BATCH):
        asked = select(a.agency, a.name).where(a.agency.in_(part), a.part == "issuing", a.name.is_not(None))
        for identity, name in connection.execute(asked.distinct().order_by(a.agency, a.name)):
            if identity not in found or len(name) < len(found[identity]):
                found[identity] = name
    return found


def cited_works(connection: Connection, keys: Collection[int]) -> dict[tuple[int, int], str]:
    """Give the work that each citation of some documents means, by key and ordinal."""
    c = citations.c
    found: dict[tuple[int, int], str] = {}
    for part in pieces(keys, _BATCH):
        asked = select(c.document, c.ordinal, c.work).where(c.document.in_(part), c.work.is_not(None))
        found |= {(row[0], row[1]): row[2] for row in connection.execute(asked)}
    return found


def changes(connection: Connection, ids: Collection[str]) -> Iterator[Change]:
    """Give what the archive says became of works."""
    c, d = citations.c, documents.c
    for part in pieces(ids, _BATCH):
        asked = (
            select(c.work, c.relation, d.id, d.issued_from, d.key)
            .join(documents, d.key == c.document)
            .where(c.work.in_(part), c.relation.in_(STATES), d.issued_from.is_not(None), d.twin_of.is_(None))
            .order_by(c.work, d.issued_from, d.id)
        )
        for work, relation, by, day, key in connection.execute(asked):
            yield Change(work, STATES[relation], by, day, key)
