"""Citations resolved in the archive, anew for what a document changes.

Takes a connection in a transaction and the document that was put in, sets `citations.work`, `citations.found`, the
candidates and the works. Rule of the place: after each document the archive is as if all had been resolved at once
(`resolve_all`), so that the order of documents does not matter and no step is left over if the program is ended.

A citation that tells its target depends on the archived documents alone. One whose book of numbers is unknown depends,
besides, on the works that others are known to mean; so the first kind is resolved first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, delete, exists, insert, or_, select, update

from models.document_id import UNKNOWN
from parsers.vietnamese.slugs import slug
from pipeline.archive.meaning import Archived, Cited, Meaning, is_known, meaning
from pipeline.archive.rows import id_key
from pipeline.archive.schema import citation_candidates, citations, documents, works
from pipeline.pieces import pieces

_BATCH = 500
"""Values in one question to the database."""


def resolve(connection: Connection, key: int, before: Sequence[str | None], touched: set[str]) -> None:
    """Resolve what a document changes: its own citations, and those that may mean it.

    key: of the document. before: id, id_key and code_day that it had, if it was in the archive already.
    touched: works that its former citations meant.
    """
    row = connection.execute(
        select(documents.c.id, documents.c.id_key, documents.c.code_day).where(documents.c.key == key)
    ).one()
    named = [{each for each in pair if each} for pair in zip(row, before or row, strict=True)]
    _archive(connection, named[0])
    mine = _cited(connection, [citations.c.document == key])
    for column, values in zip((citations.c.target, citations.c.target_key, citations.c.code_day), named, strict=True):
        if values:
            mine |= _cited(connection, [column.in_(values)])
    _settle(connection, mine, touched | named[0])


def resolve_new(connection: Connection, keys: Sequence[int]) -> None:
    """Resolve what documents that were not in the archive before change, as `resolve` for one after the other would."""
    d, named = documents.c, (set[str](), set[str](), set[str]())
    mine: dict[tuple[int, int], _Row] = {}
    for part in pieces(keys, _BATCH):
        mine |= _cited(connection, [citations.c.document.in_(part)])
        for row in connection.execute(select(d.id, d.id_key, d.code_day).where(d.key.in_(part))):
            for values, value in zip(named, row, strict=True):
                values |= {value} if value else set()
    _archive(connection, named[0])
    for column, values in zip((citations.c.target, citations.c.target_key, citations.c.code_day), named, strict=True):
        for some in pieces(values, _BATCH):
            mine |= _cited(connection, [column.in_(some)])
    _settle(connection, mine, named[0])


def resolve_all(connection: Connection) -> None:
    """Resolve every citation from the beginning."""
    connection.execute(delete(citation_candidates))
    connection.execute(update(citations).values(work=None, found="none"))
    connection.execute(delete(works))
    _archive(connection, set(connection.execute(select(documents.c.id).distinct()).scalars()))
    _settle(connection, _cited(connection, []), set())


def best_copies(connection: Connection, ids: Iterable[str]) -> None:
    """Let works lead to the best copy of their document."""
    for part in pieces(ids, _BATCH):
        rows = connection.execute(
            select(documents.c.id, documents.c.key)
            .where(documents.c.id.in_(part))
            .order_by(documents.c.id, documents.c.twin_of.is_not(None).desc(), documents.c.key.desc())
        )
        best = [{"of": work, "best": key} for work, key in dict(rows.all()).items()]
        if best:
            statement = update(works).where(works.c.id == bindparam("of")).values(document=bindparam("best"))
            connection.execute(statement, best)


def _archive(connection: Connection, ids: set[str]) -> None:
    """See that archived documents have a work, and that one which is archived no more leads nowhere."""
    here = {each for part in pieces(ids, _BATCH) for each in _column(connection, documents.c.id, part)}
    _add(connection, here)
    best_copies(connection, here)
    for part in pieces(ids - here, _BATCH):
        connection.execute(update(works).where(works.c.id.in_(part)).values(document=None))


def _settle(connection: Connection, affected: dict[tuple[int, int], _Row], touched: set[str]) -> None:
    """Resolve the citations, then those of unknown books that new or former works concern, then drop idle works."""
    told = {place: row for place, row in affected.items() if row.is_told()}
    open_ = {place: row for place, row in affected.items() if place not in told}
    new, left = _apply(connection, told)
    touched = touched | left
    for part in pieces(filter(None, map(_key_of, new | touched)), _BATCH):
        rows = _cited(connection, [citations.c.target_key.in_(part)])
        open_ |= {place: row for place, row in rows.items() if not row.is_told()}
    _, left = _apply(connection, open_)
    _drop(connection, touched | left)


class _Row:
    """A citation with what it was taken to mean."""

    __slots__ = ("cited", "found", "work")

    def __init__(self, cited: Cited, work: str | None, found: str) -> None:
        self.cited, self.work, self.found = cited, work, found

    def is_told(self) -> bool:
        """Say whether what it means depends on archived documents alone."""
        return self.cited.target is None or is_known(self.cited.target)


_CITING: Select[*tuple[Any, ...]] = (
    select(
        citations.c.document, citations.c.ordinal, citations.c.raw, citations.c.target, citations.c.target_key,
        citations.c.code_key, citations.c.code_day, citations.c.doc_type, citations.c.issuer,
        documents.c.id, documents.c.issued_to, citations.c.work, citations.c.found,
    ).join(documents, documents.c.key == citations.c.document)
)  # fmt: skip


def _cited(connection: Connection, which: list[ColumnElement[bool]]) -> dict[tuple[int, int], _Row]:
    return {(row.document, row.ordinal): _row(row) for row in connection.execute(_CITING.where(*which))}


def _row(row: Row[*tuple[Any, ...]]) -> _Row:
    cited = Cited(
        row.document,
        row.ordinal,
        row.raw,
        row.target,
        row.target_key,
        row.code_key,
        row.code_day,
        slug(row.doc_type) if row.doc_type else None,
        row.issuer,
        row.id,
        row.issued_to,
    )
    return _Row(cited, row.work, row.found)


def _apply(connection: Connection, rows: dict[tuple[int, int], _Row]) -> tuple[set[str], set[str]]:
    """Resolve citations; give the works that are new, and those that one of them does not mean any more."""
    if not rows:
        return set(), set()
    meanings = _meanings(connection, [row.cited for row in rows.values()])
    changed = [
        (row, told)
        for row, told in zip(rows.values(), meanings, strict=True)
        if told.found == "ambiguous" or (told.work, told.found) != (row.work, row.found)
    ]
    new = _add(connection, {work for _, told in changed for work in (told.work, *told.candidates) if work})
    _write(connection, changed)
    return new, {row.work for row, told in changed if row.work and row.work != told.work}


def _write(connection: Connection, changed: list[tuple[_Row, Meaning]]) -> None:
    if not changed:
        return
    places = [{"d": row.cited.document, "o": row.cited.ordinal} for row, _ in changed]
    values = [{**place, "w": told.work, "f": told.found} for place, (_, told) in zip(places, changed, strict=True)]
    connection.execute(_UPDATE, values)
    shaky = [
        place for place, (row, told) in zip(places, changed, strict=True) if "ambiguous" in (row.found, told.found)
    ]
    if shaky:
        connection.execute(_NO_CANDIDATES, shaky)
    candidates = [
        {"document": row.cited.document, "citation": row.cited.ordinal, "work": work}
        for row, told in changed
        for work in told.candidates
    ]
    if candidates:
        connection.execute(insert(citation_candidates), candidates)


_UPDATE = (
    update(citations)
    .where(citations.c.document == bindparam("d"), citations.c.ordinal == bindparam("o"))
    .values(work=bindparam("w"), found=bindparam("f"))
)
_NO_CANDIDATES = delete(citation_candidates).where(
    citation_candidates.c.document == bindparam("d"), citation_candidates.c.citation == bindparam("o")
)


def _meanings(connection: Connection, cited: list[Cited]) -> list[Meaning]:
    """Ask once for all that may be meant, then say of each citation what it means."""
    numbers = {c.target_key for c in cited if c.target_key and not is_known(c.target)}
    by_id = _archived(connection, documents.c.id, {c.target for c in cited if c.target and is_known(c.target)})
    by_code = _archived(connection, documents.c.code_day, {c.code_day for c in cited if c.code_day})
    by_number = _archived(connection, documents.c.id_key, numbers)
    known: dict[str, list[str]] = defaultdict(list)
    for part in pieces(numbers, _BATCH):
        for key, work in connection.execute(_SUPPORTED.where(works.c.id_key.in_(part))):
            known[key].append(work)
    return [
        meaning(
            c,
            [*by_id.get(c.target or "", ()), *by_code.get(c.code_day or "", ())]
            if is_known(c.target) or c.target is None
            else by_number.get(c.target_key or "", ()),
            known.get(c.target_key or "", ()),
        )
        for c in cited
    ]


_SUPPORTED = select(works.c.id_key, works.c.id).where(
    or_(
        works.c.document.is_not(None),
        exists().where(
            citations.c.work == works.c.id,
            or_(citations.c.target.is_(None), ~citations.c.target.contains(f"/{UNKNOWN}")),
        ),
    )
)
"""Works that are archived or that a citation names with its book: only these are candidates for one without."""


def _archived(connection: Connection, column: ColumnElement[Any], values: set[str]) -> dict[str, list[Archived]]:
    found: dict[str, list[Archived]] = defaultdict(list)
    d = documents.c
    fields = (d.id, d.code_day, d.doc_type_key, d.issuer, d.issued_from)
    for part in pieces(values, _BATCH):
        for value, *rest in connection.execute(select(column, *fields).where(column.in_(part))):
            found[value].append(Archived(*rest))
    return found


def _add(connection: Connection, ids: set[str]) -> set[str]:
    """Put in the works that are not there yet; give them."""
    here = {each for part in pieces(ids, _BATCH) for each in _column(connection, works.c.id, part)}
    new = ids - here
    if new:
        rows = [{"id": work, "id_key": _key_of(work), "document": None} for work in sorted(new)]
        connection.execute(insert(works), rows)
    return new


def _drop(connection: Connection, ids: set[str]) -> None:
    """Remove those works that are neither archived nor meant by any citation."""
    for part in pieces(ids, _BATCH):
        connection.execute(
            delete(works).where(
                works.c.id.in_(part),
                works.c.document.is_(None),
                ~exists().where(citations.c.work == works.c.id),
                ~exists().where(citation_candidates.c.work == works.c.id),
            )
        )


def _column(connection: Connection, column: ColumnElement[str], values: Sequence[str]) -> Iterable[str]:
    return connection.execute(select(column).where(column.in_(values)).distinct()).scalars()


def _key_of(work: str) -> str | None:
    """Give issuer, type and number of a work whose book is known."""
    return id_key(work) if is_known(work) and not work.startswith("~") else None
