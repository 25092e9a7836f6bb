"""Search on PostgreSQL: its own full-text index, filled with our terms, so that it finds what the other backend finds.

Takes an archive on a server, keeps two tables of terms in step with it and searches them. Rule of the place: the server
never cuts words itself (its parser breaks `2437/QĐ-TTg`, and knows neither tone placement nor đ); vectors and queries
are written as literals. What is in these tables is made from the others and can be made again at any time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    Boolean,
    Column,
    CompoundSelect,
    Connection,
    Float,
    Index,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    delete,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    text,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY, TSVECTOR
from sqlalchemy.sql import ColumnElement

from pipeline.archive.codes import codes
from pipeline.archive.entries import Entry, entries
from pipeline.archive.filters import Wanted
from pipeline.archive.found import FACETS, Matches, Place
from pipeline.archive.index import State, form
from pipeline.archive.putting import last_change, upsert
from pipeline.archive.query import Query
from pipeline.archive.schema import changes, documents, meta
from pipeline.archive.store import Archive, reading, writing
from pipeline.archive.terms import both_forms, words
from pipeline.archive.tsquery import CODE, adjacent, compounds, tsquery

metadata = MetaData()
"""Of tables that stand on PostgreSQL only."""

document_terms = Table(
    "document_terms",
    metadata,
    Column("document", BigInteger, primary_key=True, autoincrement=False),
    Column("copy", Boolean, nullable=False),
    Column("agencies", ARRAY(Text), nullable=False),
    Column("names", ARRAY(Text), nullable=False),
    Column("cites", ARRAY(Text), nullable=False),
    Column("issuer", Text),
    Column("doc_type", Text),
    Column("year", Integer),
    Column("issued", Integer),
    Index("ix_document_terms_agencies", "agencies", postgresql_using="gin"),
    Index("ix_document_terms_cites", "cites", postgresql_using="gin"),
    comment="What search is held to, by document",
)

passage_terms = Table(
    "passage_terms",
    metadata,
    Column("document", BigInteger, primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("role", Text),
    Column("exact", TSVECTOR, nullable=False),
    Column("folded", TSVECTOR, nullable=False),
    Column("words", TSVECTOR, nullable=False),
    Index("ix_passage_terms_exact", "exact", postgresql_using="gin"),
    Index("ix_passage_terms_folded", "folded", postgresql_using="gin"),
    comment="Terms of the passages: with marks, without, and compound words",
    postgresql_with={"toast_tuple_target": 8160},  # vectors in the row itself: ranking reads them all
)

STATE = "search"
"""Row of `meta` that says how far the tables have come."""

_BATCH = 500
_LOCK = 0x76626E5F7478
"""Number of the advisory lock of the tables."""


def catch_up(archive: Archive) -> int:
    """Take in what has changed since the last time; give the number of documents.

    Raises Failure: what `pipeline.archive.store.writing` raises.
    """
    with writing(archive) as connection:
        _ready(connection)
        newest, known = last_change(connection), _state(connection)
        if known is None or known.form != form() or known.seq > newest:
            return _rebuilt(connection, newest)
        wanted_keys = select(changes.c.document).where(changes.c.seq > known.seq, changes.c.seq <= newest).distinct()
        keys = list(connection.execute(wanted_keys).scalars())
        for table in (document_terms, passage_terms):
            connection.execute(delete(table).where(table.c.document.in_(wanted_keys)))
        _add(connection, entries(connection, keys))
        _note(connection, newest)
        return len(keys)


def rebuild(archive: Archive) -> int:
    """Make the tables anew; give the number of documents."""
    with writing(archive) as connection:
        _ready(connection)
        return _rebuilt(connection, last_change(connection))


def behind(archive: Archive) -> int | None:
    """Give how many changes the tables have not taken in; None where they cannot be used."""
    with reading(archive) as connection:
        there = connection.execute(select(func.to_regclass(passage_terms.name))).scalar()
        known = _state(connection) if there else None
        newest = last_change(connection)
    return newest - known.seq if known and known.form == form() and known.seq <= newest else None


def matches(archive: Archive, query: Query, held: Wanted, limit: int, offset: int, *, facets: bool) -> Matches:
    """Search; limit, offset: how many passages, and after how many."""
    d, p = document_terms.c, passage_terms.c
    conditions = list(_conditions(held))
    score: ColumnElement[Any] = func.coalesce(d.issued, 0)
    if query.node:
        vector, asked = (p.folded if query.folded else p.exact), _query(tsquery(query))
        conditions.append(vector.bool_op("@@")(asked))
        score = func.ts_rank(vector, asked, 1)
        if row := adjacent(query):
            score = score + func.ts_rank(vector, _query(row), 1)
        if joined := compounds(query):
            score = score + func.ts_rank(p.words, _query(joined), 1)
    hit = (
        select(p.document, p.ordinal, p.role, d.issuer, d.doc_type, d.year, score.label("score"))
        .join(document_terms, d.document == p.document)
        .where(*conditions)
        .cte("hit")
    )
    with reading(archive) as connection:
        rows = connection.execute(_wanted(hit, limit, offset, facets=facets)).all()
    found = sorted(
        (row for row in rows if row.kind == "place"), key=lambda row: (-row.score, row.document, row.ordinal)
    )
    numbers = {row.kind: row.number for row in rows if row.kind in ("total", "documents")}
    values = {
        name: sorted(((row.value, row.number) for row in rows if row.kind == name), key=lambda one: (-one[1], one[0]))
        for name in (FACETS if facets else ())
    }
    return Matches(
        total=numbers["total"],
        documents=numbers["documents"],
        places=tuple(Place(row.document, row.ordinal, row.score if query.node else 0.0) for row in found),
        facets={name: tuple(each) for name, each in values.items()},
    )


def _wanted(hit: CTE, limit: int, offset: int, *, facets: bool) -> CompoundSelect[Any]:
    """Ask for a page, for the counts and for all facets at once, so that the words are looked up once."""
    h = hit.c
    page = _row("place", h.document, h.ordinal, score=h.score).order_by(h.score.desc(), h.document, h.ordinal)
    parts = [
        page.limit(limit).offset(offset),
        _row("total", number=func.count()).select_from(hit),
        _row("documents", number=func.count(h.document.distinct())).select_from(hit),
    ]
    for name, field in FACETS.items() if facets else ():
        number = func.count()
        counted = _row(name, value=h[field].cast(Text), number=number).where(h[field].is_not(None)).group_by(h[field])
        parts.append(counted.order_by(number.desc(), h[field]).limit(50))
    return union_all(*(select(part.subquery()) for part in parts))


def _row(
    kind: str, document: Any = None, ordinal: Any = None, value: Any = None, number: Any = None, score: Any = None
) -> Select[Any]:
    """Give one row of the answer: a place, a count or a value of a facet."""
    columns = (
        ("document", document, BigInteger), ("ordinal", ordinal, Integer), ("value", value, Text),
        ("number", number, BigInteger), ("score", score, Float),
    )  # fmt: skip
    given = ((null() if column is None else column).cast(as_type).label(name) for name, column, as_type in columns)
    return select(literal(kind, Text).label("kind"), *given)


def _query(words: str) -> ColumnElement[Any]:
    return literal(words, Text).cast(TSQUERY)


def _conditions(held: Wanted) -> Iterator[ColumnElement[bool]]:
    """Give a condition for each filter that is set."""
    d, p = document_terms.c, passage_terms.c
    if not held.copies:
        yield ~d.copy
    if held.types:
        yield d.doc_type.in_(held.types)
    if held.roles:
        yield p.role.in_(held.roles)
    if held.cites:
        yield d.cites.overlap(list(held.cites))
    if held.agencies is not None:
        yield or_(d.agencies.overlap(list(held.agencies)), *map(_named, held.issuers))
    for patterns in held.names:
        yield or_(*map(_named, patterns))
    if held.years:
        yield or_(*(d.year.between(first, last) for first, last in held.years))
    if held.issued:
        yield d.issued.between(*held.issued)


def _named(pattern: str) -> ColumnElement[bool]:
    name = func.unnest(document_terms.c.names).column_valued("name")
    return select(literal(1)).where(name.regexp_match(f"^({pattern})$")).exists()


def _ready(connection: Connection) -> None:
    """Be the only one that fills the tables until the transaction ends, and see to it that they are there."""
    connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    metadata.create_all(connection)


def _rebuilt(connection: Connection, newest: int) -> int:
    for table in (document_terms, passage_terms):
        connection.execute(delete(table))
    keys = connection.execute(select(documents.c.key).order_by(documents.c.key)).scalars().all()
    _add(connection, entries(connection, keys))
    connection.execute(text(f"ANALYZE {document_terms.name}, {passage_terms.name}"))
    _note(connection, newest)
    return len(keys)


def _add(connection: Connection, found: Iterable[Entry]) -> None:
    """Put entries in, some rows at once."""
    about: list[dict[str, Any]] = []
    pieces: list[dict[str, Any]] = []

    def flush() -> None:
        for table, waiting in ((document_terms, about), (passage_terms, pieces)):
            if waiting:
                connection.execute(insert(table), waiting)
                waiting.clear()

    for entry in found:
        about.append(_about(entry))
        pieces += _pieces(entry)
        if len(pieces) >= _BATCH:
            flush()
    flush()


def _about(entry: Entry) -> dict[str, Any]:
    return {
        "document": entry.key, "copy": entry.copy, "agencies": list(entry.agencies), "names": list(entry.names),
        "cites": list(entry.cites), "issuer": entry.issuer, "doc_type": entry.doc_type, "year": entry.year,
        "issued": entry.issued,
    }  # fmt: skip


def _pieces(entry: Entry) -> Iterator[dict[str, Any]]:
    for place, (ordinal, role, words_) in enumerate(entry.pieces):
        exact, folded = both_forms(words_)
        own = {entry.code} if entry.code and place == 0 else set()
        coded = sorted({CODE + code.key for code in codes(words_)} | {CODE + code for code in own})
        yield {
            "document": entry.key,
            "ordinal": ordinal,
            "role": role,
            "exact": _vector(exact, coded),
            "folded": _vector(folded, coded),
            "words": _vector(list(words(exact))),
        }


def _vector(terms: Iterable[str], coded: Iterable[str] = ()) -> str:
    """Give the literal of a vector: each term with its places, from 1; codes without places."""
    places: dict[str, list[str]] = {}
    for place, term in enumerate(terms, 1):
        places.setdefault(term, []).append(str(place))
    return " ".join([*(f"'{term}':{','.join(at)}" for term, at in places.items()), *(f"'{code}'" for code in coded)])


def _state(connection: Connection) -> State | None:
    value = connection.execute(select(meta.c.value).where(meta.c.key == STATE)).scalar()
    return State(**json.loads(value)) if value else None


def _note(connection: Connection, seq: int) -> None:
    upsert(connection, meta, [{"key": STATE, "value": json.dumps(State(form(), seq)._asdict())}])
