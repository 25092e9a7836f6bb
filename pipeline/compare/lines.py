"""Lines: which documents of an archive follow one another, and which carry out one movement.

Takes an open archive, gives keys of documents in the order of time. Rule of the place: a body that was renamed or
merged is the same body, copies of one document are one, and a year has one document in a line: the one that makes the
titles of the whole line most alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from models import Cause, Failure
from pipeline.archive.agency_rows import line_of as line_of_agency
from pipeline.archive.filters import Filters, wanted
from pipeline.archive.schema import agencies, documents, movements
from pipeline.archive.store import Archive, reading
from pipeline.compare.years import planned
from pipeline.likeness import Words, covered, likeness, weighed

if TYPE_CHECKING:
    from sqlalchemy import Select

SAME_NAME = 0.8
"""Share of the words asked for that a movement's name must hold."""

_SHOWN = 5


class Issued(NamedTuple):
    """A document that may stand in a line."""

    key: int
    year: int
    issuer: str
    line: str
    title: Words


def line_of(
    archive: Archive, agency: str, types: Sequence[str], years: tuple[int, int], title: str | None = None
) -> tuple[int, ...]:
    """Give the documents of one agency, one a year, the oldest first.

    agency: name or id, of any time of its line. types: names or letters; none: any. years: those planned for, first
    and last, both included. title: words that the titles should be like; none: those that are most alike among
    themselves.
    Raises Failure (NO_DOCUMENT): the archive has none, or the name fits several agencies that have some.
    """
    found = _issued(archive, agency, types, years)
    lines = sorted({one.line for one in found})
    if len(lines) != 1:
        more = " …" if len(lines) > _SHOWN else ""
        raise Failure(Cause.NO_DOCUMENT, agency, "; ".join(lines[:_SHOWN]) + more if lines else archive.place)
    return best_line(found, weighed(title) if title else {})


def best_line(found: Iterable[Issued], title: Words) -> tuple[int, ...]:
    """Give one document a year, so that titles are most like the one asked for and each other in neighbouring years."""
    years: defaultdict[int, list[Issued]] = defaultdict(list)
    for one in found:
        years[one.year].append(one)
    paths: list[tuple[float, tuple[Issued, ...]]] = [(0.0, ())]
    for year in sorted(years):
        paths = [_longer(paths, one, covered(title, one.title)) for one in sorted(years[year])]
    return tuple(one.key for one in max(paths, key=lambda path: path[0])[1])


def _longer(
    paths: list[tuple[float, tuple[Issued, ...]]], one: Issued, worth: float
) -> tuple[float, tuple[Issued, ...]]:
    """Give the best of the paths with one more document."""

    def score(path: tuple[float, tuple[Issued, ...]]) -> float:
        return path[0] + (likeness(path[1][-1].title, one.title) if path[1] else 0.0)

    best = max(paths, key=score)
    return score(best) + worth, (*best[1], one)


def _issued(archive: Archive, agency: str, types: Sequence[str], years: tuple[int, int]) -> list[Issued]:
    asked = wanted(Filters(agencies=(agency,), types=tuple(types)))
    bodies = {line_of_agency(one) for one in asked.agencies or ()}
    d = documents.c
    query = (
        select(d.key, d.issued_on, d.issuer, agencies.c.line, d.title)
        .join(agencies, agencies.c.id == d.issuer)
        .where(d.twin_of.is_(None), agencies.c.line.in_(bodies))
    )
    if asked.types:
        query = query.where(d.doc_type_key.in_(asked.types))
    with reading(archive) as connection:
        rows = connection.execute(query).all()
    known = ((planned(row.title, row.issued_on), row) for row in rows)
    return [
        Issued(row.key, year, row.issuer, row.line, weighed(row.title or ""))
        for year, row in known
        if year is not None and years[0] <= year <= years[1]
    ]


def of_movement(archive: Archive, movement: str, years: tuple[int, int] | None = None) -> tuple[int, ...]:
    """Give the documents that name a movement, of whatever agency, the oldest first.

    Raises Failure (NO_DOCUMENT): none does.
    """
    asked = weighed(movement)
    with reading(archive) as connection:
        rows = connection.execute(_named(years)).all()
    names = {name: covered(asked, weighed(name)) >= SAME_NAME for name in {row[1] for row in rows}}
    found = tuple(dict.fromkeys(key for key, name in rows if names[name]))
    if not found:
        raise Failure(Cause.NO_DOCUMENT, movement, archive.place)
    return found


def _named(years: tuple[int, int] | None) -> Select[Any]:
    d = documents.c
    query = select(d.key, movements.c.name).join(movements, movements.c.document == d.key).where(d.twin_of.is_(None))
    if years:
        query = query.where(d.year.between(*years))
    return query.where(movements.c.name.is_not(None)).order_by(d.issued_from, d.key)
