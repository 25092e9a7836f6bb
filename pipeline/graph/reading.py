"""Reading links: what documents of an archive say of works, asked for by a few keys at a time.

Takes a connection, gives links and works. Rule of the place: only best copies speak, each question goes through an
index, and none of them reads more than it is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, case, func, select

from pipeline.archive.schema import citations, documents, sections, works
from pipeline.export.citation_graph import Stretch, section_at
from pipeline.graph.values import Link, Place, Work

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

AT_ONCE = 500
"""Values in one question, under the limit of every database."""

READ = 100
"""Citations of a placeholder that are looked at for its name."""

_OWN = ("doc_type", "code", "issued_on", "issuer", "issuer_id", "title", "raw")
_TOLD = citations.alias("told")
_HELD = works.alias("held")


def said_by(connection: Connection, ids: Iterable[str], relations: Sequence[str]) -> list[Link]:
    """Give what works say of others; placeholders say nothing."""
    asked = _links(relations)
    return _linked(connection, (asked.where(_HELD.c.id.in_(part)) for part in parts(ids)))


def said_of(connection: Connection, ids: Iterable[str], relations: Sequence[str], most: int) -> list[Link]:
    """Give what others say of works, of each of them what at most so many documents say, the latest first.

    most: documents for each work; a law may be cited by all.
    """
    c, asked = citations.c, _links(relations)
    latest = documents.c.issued_from.desc().nulls_last()
    found: list[Link] = []
    for work in ids:
        near = (
            select(c.document)
            .join(_HELD, _HELD.c.document == c.document)
            .join(documents, documents.c.key == c.document)
            .where(c.work == work, c.relation.in_(relations))
            .group_by(c.document, documents.c.issued_from)
            .order_by(latest, c.document)
            .limit(most)
        )
        keys = list(connection.execute(near).scalars())
        narrow = asked.where(c.work == work)
        found += _linked(connection, (narrow.where(c.document.in_(part)) for part in parts(keys)))
    return found


def speakers(connection: Connection, work: str, relations: Sequence[str]) -> int:
    """Give how many documents say something of a work."""
    c = citations.c
    asked = select(func.count(func.distinct(c.document))).join(_HELD, _HELD.c.document == c.document)
    return connection.execute(asked.where(c.work == work, c.relation.in_(relations))).scalar_one()


def told_of(connection: Connection, ids: Iterable[str], most: int) -> list[Link]:
    """Give the parents of works that others tell: `Kế hoạch … thực hiện Nghị quyết …`, said by a third document.

    most: mentions looked at for each work.
    """
    c = citations.c
    found: list[Link] = []
    for work in ids:
        asked = (
            select(_HELD.c.id.label("by"), _TOLD.c.work, c.raw, c.page, c.start_at, c.document)
            .join(_HELD, _HELD.c.document == c.document)
            .join(_TOLD, (_TOLD.c.document == c.document) & (_TOLD.c.ordinal == c.parent))
            .where(c.work == work, c.parent.is_not(None), _TOLD.c.work.is_not(None), _TOLD.c.work != work)
            .order_by(c.document, c.ordinal)
            .limit(most)
        )
        rows = list(connection.execute(asked))
        within = stretches(connection, {row.document for row in rows})
        found += [
            Link(work, row.work, "implements", row.by, (_place(row, within),)) for row in rows if row.by != row.work
        ]
    return merged(found)


def _links(relations: Sequence[str]) -> Select[Any]:
    c = citations.c
    return (
        select(_HELD.c.id.label("source"), c.work, c.relation, c.raw, c.page, c.start_at, c.document)
        .join(_HELD, _HELD.c.document == c.document)
        .where(c.work.is_not(None), c.work != _HELD.c.id, c.relation.in_(relations))
        .order_by(c.document, c.ordinal)
    )


def _linked(connection: Connection, questions: Iterable[Select[Any]]) -> list[Link]:
    rows = [row for asked in questions for row in connection.execute(asked)]
    within = stretches(connection, {row.document for row in rows})
    return merged(Link(row.source, row.work, row.relation, row.source, (_place(row, within),)) for row in rows)


def merged(links: Iterable[Link]) -> list[Link]:
    """Put links that say the same in one document together, with all their places."""
    places: dict[tuple[str, str, str, str], list[Place]] = defaultdict(list)
    for link in links:
        known = places[link[:4]]
        known += (place for place in link.places if place not in known)
    return [Link(*said, tuple(where)) for said, where in places.items()]


def _place(row: Row[*tuple[Any, ...]], within: dict[int, list[Stretch]]) -> Place:
    return Place(row.raw, section_at(within.get(row.document, []), row.start_at), row.page)


def stretches(connection: Connection, keys: Iterable[int]) -> dict[int, list[Stretch]]:
    """Give the sections of documents in the order of the text."""
    s = sections.c
    found: dict[int, list[Stretch]] = defaultdict(list)
    asked = select(s.document, s.start_at, s.end_at, s.path).where(s.start_at.is_not(None))
    for part in parts(keys):
        for key, *where in connection.execute(asked.where(s.document.in_(part)).order_by(s.document, s.ordinal)):
            found[key].append(Stretch(*where))
    return found


def described(connection: Connection, ids: Iterable[str]) -> dict[str, Work]:
    """Give works by id; what is known of a placeholder is what is printed where it is cited."""
    d = documents.c
    own = (d.doc_type, d.code, d.issued_on, d.issuer_name, d.issuer, d.title)
    asked = select(works.c.id, works.c.document, *own).outerjoin(documents, d.key == works.c.document)
    c = citations.c
    counted = select(c.work, func.count()).group_by(c.work)
    found: dict[str, Work] = {}
    for part in parts(ids):
        counts: dict[str, int] = {row[0]: row[1] for row in connection.execute(counted.where(c.work.in_(part)))}
        for row in connection.execute(asked.where(works.c.id.in_(part))):
            found[row.id] = Work(*row, cited=counts.get(row.id, 0))
    return found | _printed(connection, [work for work in found.values() if work.placeholder])


def _printed(connection: Connection, placeholders: Sequence[Work]) -> dict[str, Work]:
    """Add what is printed of placeholders; of one that is cited very often, in some places."""
    c = citations.c
    code, day = func.coalesce(c.code, c.resolved_code), func.coalesce(c.issued_on, c.resolved_on)
    printed = (c.doc_type, code, day, c.issuer_name, c.issuer, c.title, c.raw)
    named = [one.label(name) for one, name in zip(printed, _OWN, strict=True)]
    often = [work.id for work in placeholders if work.cited > READ]
    seldom = [work.id for work in placeholders if work.cited <= READ]
    some = (select(c.work, *named).where(c.work == work).limit(READ).subquery() for work in often)
    few = (select(c.work, *named).where(c.work.in_(part)).subquery() for part in parts(seldom))
    known = {work.id: work for work in placeholders}
    for each in (*some, *few):
        fullest = [_code(each.c.code) if name == "code" else func.max(each.c[name]) for name in _OWN]
        for work, *values in connection.execute(select(each.c.work, *fullest).group_by(each.c.work)):
            held = dict(zip(_OWN, values, strict=True))
            raw = held.pop("raw")
            held["title"] = held["title"] or (None if held["code"] else raw)
            known[work] = known[work]._replace(**held)
    return known


def _code(code: ColumnElement[Any]) -> ColumnElement[Any]:
    """Give the code that says most: `11-CT/TU` before `11`."""
    whole = case((code.contains("/") | code.contains("-"), code))
    return func.coalesce(func.max(whole), func.max(code))


def parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Cut values into lists that one question may hold, in order, each value once."""
    whole = sorted(set(values))
    for start in range(0, len(whole), AT_ONCE):
        yield whole[start : start + AT_ONCE]
