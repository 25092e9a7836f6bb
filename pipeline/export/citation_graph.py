"""The graph of an archive: documents, and their citations of one another.

Takes an archive's connection, gives nodes and edges for GraphML as they come. Rule of the place: a document that lies
in the archive in several copies is one node, and the citations of its best copy are its edges.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Select, func, or_, select

from pipeline.archive.schema import citations, documents, sections, works
from pipeline.export.graphml import Edge, Node
from pipeline.export.streams import ALL, Batch, Selection, batches, chosen

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PIECE = 1000


class Stretch(NamedTuple):
    """A section: where it begins and ends in the text, and its path."""

    start: int
    end: int
    path: str


def nodes(connection: Connection, selection: Selection = ALL) -> Iterator[Node]:
    """Give the documents that are meant and all that they cite, by id."""
    for row in connection.execute(_nodes(selection), execution_options={"yield_per": _PIECE}):
        yield Node(
            id=row.id,
            label=row.code or row.title or row.id,
            doc_type=row.doc_type,
            code=row.code,
            issued_on=row.issued_on,
            issuer=row.issuer,
            title=row.title,
            placeholder=row.document is None,
            cited=row.cited,
        )


def edges(
    connection: Connection, selection: Selection = ALL, each: Callable[[int], None] = lambda _: None
) -> Iterator[Edge]:
    """Give the citations of the documents that are meant, in the order of documents and places."""
    for batch in batches(connection, selection):
        yield from _edges(connection, batch)
        each(len(batch))


def _nodes(selection: Selection) -> Select[Any]:
    """Ask for the works; what is known of one that is not archived is what is printed where it is cited."""
    c, d = citations.c, documents.c
    best = select(works.c.document).join(documents, d.key == works.c.document).where(chosen(selection))
    printed = {
        "doc_type": c.doc_type,
        "code": func.coalesce(c.code, c.resolved_code),
        "issued_on": func.coalesce(c.issued_on, c.resolved_on),
        "issuer": c.issuer_name,
        "title": c.title,
    }
    cited = (
        select(c.work, func.count().label("cited"), *(func.min(each).label(name) for name, each in printed.items()))
        .where(c.work.is_not(None), c.document.in_(best))
        .group_by(c.work)
        .subquery("cited")
    )
    own = {"doc_type": d.doc_type, "code": d.code, "issued_on": d.issued_on, "issuer": d.issuer_name, "title": d.title}
    return (
        select(
            works.c.id,
            works.c.document,
            func.coalesce(cited.c.cited, 0).label("cited"),
            *(func.coalesce(own[name], cited.c[name]).label(name) for name in printed),
        )
        .select_from(works.outerjoin(documents, d.key == works.c.document).outerjoin(cited, cited.c.work == works.c.id))
        .where(or_(cited.c.work.is_not(None), works.c.document.in_(best)))
        .order_by(works.c.id)
    )


def _edges(connection: Connection, batch: Batch) -> Iterator[Edge]:
    keys = [head.key for head in batch]
    best = set(connection.execute(select(works.c.document).where(works.c.document.in_(keys))).scalars())
    c = citations.c
    asked = select(c.document, c.work, c.relation, c.raw, c.page, c.start_at).where(c.document.in_(best))
    found = defaultdict(list)
    for row in connection.execute(asked.where(c.work.is_not(None)).order_by(c.document, c.ordinal)):
        found[row.document].append(row)
    stretches = _stretches(connection, list(found))
    for head in batch:
        within = stretches.get(head.key, [])
        for row in found.get(head.key, ()):
            yield Edge(head.id, row.work, row.relation, row.raw, section_at(within, row.start_at), row.page)


def _stretches(connection: Connection, keys: list[int]) -> dict[int, list[Stretch]]:
    s = sections.c
    asked = select(s.document, s.start_at, s.end_at, s.path).where(s.document.in_(keys), s.start_at.is_not(None))
    found: dict[int, list[Stretch]] = defaultdict(list)
    for key, *where in connection.execute(asked.order_by(s.document, s.ordinal)):
        found[key].append(Stretch(*where))
    return found


def section_at(stretches: list[Stretch], place: int | None) -> str | None:
    """Give the path of the innermost section around a place; sections as they stand in the text."""
    if place is None:
        return None
    before = stretches[: bisect_right(stretches, place, key=lambda each: each.start)]
    return next((each.path for each in reversed(before) if place < each.end), None)
