"""Entries: what search keeps of each document, read from the archive.

Takes a connection and keys of documents, gives entries in the order of the keys; a key without a document gives none.
Rule of the place: both backends are filled from entries alone, so that they find the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from pipeline.archive.schema import agencies, citations, document_agencies, documents, passages, recipients, signers
from pipeline.archive.terms import both_forms

if TYPE_CHECKING:
    from sqlalchemy import Connection

BATCH = 200
"""Documents read at once."""

SIGNER, RECIPIENT, ISSUER = "s:", "r:", "i:"
"""What a name is the name of, before its words; in capitals before those without marks."""


class Piece(NamedTuple):
    """A passage of an entry."""

    ordinal: int
    role: str | None
    text: str


class Entry(NamedTuple):
    """A document as search sees it.

    copy: a better copy of it is archived. agencies: ids of its issuers and of what they have become. issuer: id of the
    first, else its name. names: words of signers, recipients and issuers, each after its
    letter, with and without marks. issued: first day of
    issue as a number (`20230131`). code: key of its own code. cites: keys of the codes it cites.
    """

    key: int
    copy: bool
    agencies: tuple[str, ...]
    issuer: str | None
    names: tuple[str, ...]
    doc_type: str | None
    year: int | None
    issued: int | None
    code: str | None
    cites: tuple[str, ...]
    pieces: tuple[Piece, ...]


def entries(connection: Connection, keys: Iterable[int]) -> Iterator[Entry]:
    """Read documents, some at once."""
    batch: list[int] = []
    for key in keys:
        batch.append(key)
        if len(batch) == BATCH:
            yield from _batch(connection, batch)
            batch = []
    if batch:
        yield from _batch(connection, batch)


def name_words(kind: str, name: str) -> tuple[str, str]:
    """Give a name as it is kept: the letter of its kind, and its words in exact and in folded form."""
    exact, folded = both_forms(name)
    return kind + " ".join(exact), kind.upper() + " ".join(folded)


def day_number(day: str) -> int:
    """Give an ISO date as a number that sorts as it does."""
    return int(day.replace("-", ""))


def _batch(connection: Connection, keys: Sequence[int]) -> Iterator[Entry]:
    d = documents.c
    columns = (d.key, d.twin_of, d.issuer, d.issuer_name, d.doc_type_key, d.year, d.issued_from, d.code_key)
    found = {row.key: row for row in connection.execute(select(*columns).where(d.key.in_(keys)))}
    ids, names = _agencies(connection, keys)
    for kind, table in ((SIGNER, signers), (RECIPIENT, recipients)):
        for key, name in _of(connection, table, keys, table.c.name):
            names[key].update(dict.fromkeys(name_words(kind, name)))
    cites = _grouped(_of(connection, citations, keys, citations.c.code_key))
    p = passages.c
    pieces: defaultdict[int, list[Piece]] = defaultdict(list)
    wanted = select(p.document, p.ordinal, p.role, p.text).where(p.document.in_(keys)).order_by(p.document, p.ordinal)
    for key, *piece in connection.execute(wanted):
        pieces[key].append(Piece(*piece))
    for key in keys:
        if row := found.get(key):
            yield Entry(
                key=key,
                copy=row.twin_of is not None,
                agencies=tuple(ids[key]),
                issuer=row.issuer or row.issuer_name,
                names=tuple(names[key]),
                doc_type=row.doc_type_key,
                year=row.year,
                issued=day_number(row.issued_from) if row.issued_from else None,
                code=row.code_key,
                cites=tuple(cites[key]),
                pieces=tuple(pieces[key]),
            )


def _agencies(
    connection: Connection, keys: Sequence[int]
) -> tuple[defaultdict[int, dict[str, None]], defaultdict[int, dict[str, None]]]:
    """Give ids and names of the issuing agencies by document, each once and in order."""
    a = document_agencies.c
    wanted = (
        select(a.document, a.agency, agencies.c.line, a.name)
        .outerjoin(agencies, agencies.c.id == a.agency)
        .where(a.document.in_(keys), a.part == "issuing")
        .order_by(a.document, a.ordinal)
    )
    ids: defaultdict[int, dict[str, None]] = defaultdict(dict)
    names: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for key, identity, line, name in connection.execute(wanted):
        ids[key].update(dict.fromkeys(filter(None, (identity, line))))
        if name:
            names[key].update(dict.fromkeys(name_words(ISSUER, name)))
    return ids, names


def _of(connection: Connection, table: Any, keys: Sequence[int], column: Any) -> Iterator[tuple[int, str]]:
    wanted = select(table.c.document, column).where(table.c.document.in_(keys), column.is_not(None)).distinct()
    return ((row[0], row[1]) for row in connection.execute(wanted.order_by(table.c.document, column)))


def _grouped(pairs: Iterable[tuple[int, str]]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
