"""Building a graph: a whole archive, or what lies around one document.

Takes an open archive, gives a Graph. Rule of the place: around a document the graph goes up to what it rests on and
down to what rests on it, and never from a common basis down again, which would lead to the whole archive; what changes
a document on the way (amends, replaces, repeals) is shown beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from pipeline.archive.schema import documents, works
from pipeline.archive.store import Archive, reading
from pipeline.graph.reading import described, merged, said_by, said_of, speakers, told_of
from pipeline.graph.values import CHANGING, STRUCTURAL, UPWARD, Graph, Link

if TYPE_CHECKING:
    from sqlalchemy import Connection

DEPTH = 2
"""Links from the document, where nothing is said."""
MOST = 200
"""Documents that are followed down from one work, and mentions that are looked at for its parents."""


def graph(
    archive: Archive,
    around: int | None = None,
    depth: int = DEPTH,
    relations: Sequence[str] = STRUCTURAL,
    most: int = MOST,
) -> Graph:
    """Give the graph of a whole archive or around one document.

    around: key of a document in the archive. depth: links up and down from it. relations: which links are followed and
    shown, in any order. most: documents that are followed down from one work; the latest go first.
    Raises KeyError: the archive has no document of this key; Failure: the archive cannot be read.
    """
    wanted = tuple(relations)
    with reading(archive) as connection:
        if around is None:
            return _whole(connection, wanted)
        return _around(connection, work_of(connection, around), depth, wanted, most)


def work_of(connection: Connection, key: int) -> str:
    """Give the id of the work of a document; a copy stands for its best copy.

    Raises KeyError: the archive has no document of this key.
    """
    found: str | None = connection.execute(select(documents.c.id).where(documents.c.key == key)).scalar()
    if found is None:
        raise KeyError(key)
    return found


def _whole(connection: Connection, relations: Sequence[str]) -> Graph:
    held = list(connection.execute(select(works.c.id).where(works.c.document.is_not(None))).scalars())
    links = said_by(connection, held, relations)
    known = described(connection, {*held, *_ends(links)})
    return Graph(tuple(known[each] for each in sorted(known)), tuple(links))


def _around(connection: Connection, centre: str, depth: int, relations: Sequence[str], most: int) -> Graph:
    steps = {centre: 0}
    links = [*_up(connection, steps, depth, relations, most), *_down(connection, steps, depth, relations, most)]
    changing = [each for each in CHANGING if each in relations]
    links += said_of(connection, [work for work, step in steps.items() if step <= 0], changing, most)
    for link in links:
        for end, other in ((link.source, link.target), (link.target, link.source)):
            steps.setdefault(end, steps.get(other, 0))
    known = described(connection, steps)
    shown = tuple(known[each]._replace(steps=steps[each]) for each in sorted(known))
    inside = tuple(link for link in merged(links) if link.source in known and link.target in known)
    below = speakers(connection, centre, relations)
    reached = len({link.source for link in inside if link.target == centre and link.said_by == link.source})
    return Graph(shown, inside, centre, max(0, below - reached))


def _up(
    connection: Connection, steps: dict[str, int], depth: int, relations: Sequence[str], most: int
) -> Iterable[Link]:
    """Follow what works say of others, and what third documents tell of works that are not at hand."""
    front = [work for work, step in steps.items() if step == 0]
    for step in range(1, depth + 1):
        links = said_by(connection, front, relations)
        if "implements" in relations:
            links += told_of(connection, front, most)
        yield from links
        front = _new(steps, (link.target for link in links), -step)


def _down(
    connection: Connection, steps: dict[str, int], depth: int, relations: Sequence[str], most: int
) -> Iterable[Link]:
    front = [work for work, step in steps.items() if step == 0]
    for step in range(1, depth + 1):
        links = said_of(connection, front, relations, most)
        yield from links
        front = _new(steps, (link.source for link in links), step)


def upward(connection: Connection, centre: str, depth: int, most: int = MOST) -> Graph:
    """Give what a document rests on, directly and through others; nothing else.

    depth: links up from it. most: mentions looked at for the parents of a placeholder.
    """
    steps = {centre: 0}
    links = merged(_up(connection, steps, depth, UPWARD, most))
    known = described(connection, steps)
    return Graph(tuple(known[each]._replace(steps=steps[each]) for each in sorted(known)), tuple(links), centre)


def _new(steps: dict[str, int], reached: Iterable[str], step: int) -> list[str]:
    new = sorted(set(reached) - set(steps))
    steps.update(dict.fromkeys(new, step))
    return new


def _ends(links: Iterable[Link]) -> set[str]:
    return {end for link in links for end in (link.source, link.target)}
