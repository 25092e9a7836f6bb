"""search: passages of the archive that say what is looked for, the best first, with counts.

Takes an archive, a line of the query language and filters, gives hits. Rule of the place: the backend says only which
passages; what is shown of them is read from the store, so that an index that lags never shows what is no longer there.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, bindparam, func, or_, select

from models import Cause, Failure
from pipeline.archive import indexing
from pipeline.archive.filters import Filters, Wanted, wanted
from pipeline.archive.found import Found, Hit, Matches, Place, Value
from pipeline.archive.highlights import highlights, snippet
from pipeline.archive.query import Query, parse_query
from pipeline.archive.schema import agencies, documents, files, passages
from pipeline.archive.store import Archive, reading

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

LIMIT = 10
"""Passages given where nothing is said."""

DEEPEST = 100_000
"""Most passages from the best on that can be asked for."""

_d, _p = documents.c, passages.c


@cache
def _shown(count: int) -> Select[*tuple[Any, ...]]:
    """Give the question for so many passages, each by its key; made once, that takes as long as the answer."""
    each = [and_(_p.document == bindparam(f"d{n}"), _p.ordinal == bindparam(f"o{n}")) for n in range(count)]
    shown = (_d.id, _d.key, _d.code, _d.title, _d.issuer_name, _d.issued_on, _d.doc_type, _d.name, *passages.c)
    return select(*shown).join_from(passages, documents, _d.key == _p.document).where(or_(*each))


_LIES = (
    select(files.c.document, func.min(files.c.place).label("place"))
    .where(files.c.document.in_(bindparam("keys", expanding=True)))
    .group_by(files.c.document)
)

_NAMES = select(agencies.c.id, agencies.c.name).where(agencies.c.id.in_(bindparam("ids", expanding=True)))
_PRINTED = select(_d.issuer_name).where(_d.issuer == bindparam("id")).limit(1)


def search(
    archive: Archive,
    text: str,
    filters: Filters = Filters(),  # noqa: B008
    limit: int = LIMIT,
    offset: int = 0,
    *,
    facets: bool = True,
) -> Found:
    """Search an archive; without a query, the newest documents that the filters let through.

    text: the query (`pipeline.archive.query`). limit, offset: passages to give, and after how many of the best.
    facets: whether documents, agencies, types, years and roles are counted.
    Raises QueryError: the query; ValueError: a filter, or too many passages; Failure: the archive or its index.
    """
    begun = time.perf_counter()
    if not 0 <= limit + offset <= DEEPEST or min(limit, offset) < 0:
        raise ValueError(f"limit and offset are at least 0 and together at most {DEEPEST}")
    query, held = parse_query(text), wanted(filters)
    matched, behind = _matches(archive, query, held, limit, offset, facets=facets)
    with reading(archive) as connection:
        hits = _hits(connection, query, matched.places)
        values = _labelled(connection, matched.facets)
    seconds = time.perf_counter() - begun
    return Found(matched.total, matched.documents, hits, values, seconds, behind)


def _matches(
    archive: Archive, query: Query, held: Wanted, limit: int, offset: int, *, facets: bool
) -> tuple[Matches, int]:
    """Ask the index of the archive; one that is missing or broken is made first."""
    behind = indexing.behind(archive)
    if behind is None:
        indexing.catch_up(archive)
        behind = 0
    try:
        return indexing.matches(archive, query, held, limit, offset, facets=facets), behind
    except Failure as failure:
        if failure.cause is not Cause.INDEX:
            raise
        indexing.rebuild(archive)
        return indexing.matches(archive, query, held, limit, offset, facets=facets), 0


def _hits(connection: Connection, query: Query, places: Sequence[Place]) -> tuple[Hit, ...]:
    """Read what is shown of the passages found; those that are no longer there are left out."""
    if not places:
        return ()
    asked = {f"d{n}": place.document for n, place in enumerate(places)}
    asked |= {f"o{n}": place.ordinal for n, place in enumerate(places)}
    rows = {(row.key, row.ordinal): row for row in connection.execute(_shown(len(places)), asked)}
    lies = file_places(connection, sorted({place.document for place in places}))
    found = ((rows.get((place.document, place.ordinal)), place.score) for place in places)
    return tuple(_hit(row, lies.get(row.key), query, score) for row, score in found if row is not None)


def file_places(connection: Connection, keys: Sequence[int]) -> dict[int, str]:
    """Give where documents lie, for those whose file is known."""
    return {row.document: row.place for row in connection.execute(_LIES, {"keys": keys})}


def _hit(row: Row[Any], file: str | None, query: Query, score: float) -> Hit:
    marked = highlights(query, row.text)
    return Hit(
        id=row.id,
        key=row.key,
        code=row.code,
        title=row.title,
        issuer=row.issuer_name,
        issued_on=row.issued_on,
        doc_type=row.doc_type,
        path=row.path,
        heading=row.heading,
        role=row.role,
        page=row.page,
        start=row.start_at,
        end=row.end_at,
        text=row.text,
        highlights=marked,
        snippet=snippet(row.text, marked),
        score=score,
        file=file or row.name,
    )


def _labelled(
    connection: Connection, counted: Mapping[str, Sequence[tuple[str | int, int]]]
) -> dict[str, tuple[Value, ...]]:
    """Give the values of facets the names by which they are shown."""
    names: dict[str | int, str] = {}
    ids = [str(value) for value, _ in counted.get("agency", ()) if str(value).startswith("vn/")]
    if ids:
        names |= {row.id: row.name for row in connection.execute(_NAMES, {"ids": ids}) if row.name}
        for one in set(ids) - names.keys():  # not in the tables: as one of its documents prints it
            names[one] = connection.execute(_PRINTED, {"id": one}).scalar() or one
    slugs = [value for value, _ in counted.get("type", ())]
    names |= {slug: _type_names().get(str(slug), str(slug)) for slug in slugs}
    return {
        facet: tuple(
            Value(int(value) if facet == "year" else value, names.get(value, str(value)), count)
            for value, count in values
        )
        for facet, values in counted.items()
    }


@cache
def _type_names() -> Mapping[str, str]:
    from parsers.knowledge import doc_types
    from parsers.vietnamese.slugs import slug

    return {slug(one.name): one.name for one in doc_types()}
