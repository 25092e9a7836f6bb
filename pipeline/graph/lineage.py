"""Lineage: what a plan comes from, from the resolution of the Party down to the office that wrote it.

Takes an open archive and the key of a document, gives a Lineage. Rule of the place: every step is a citation that
stands somewhere; where the document between is not in the archive, the lineage says what is told of it and goes no
further than that.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from parsers.vietnamese.slugs import slug
from pipeline.archive.store import Archive, reading
from pipeline.graph.build import upward, work_of
from pipeline.graph.ranks import Rank
from pipeline.graph.relatives import order
from pipeline.graph.values import Graph, Link, Work

DEPTH = 12
"""Links up at most; there are eleven ranks."""

NORMATIVE = frozenset({"hien-phap", "bo-luat", "luat", "phap-lenh", "nghi-dinh", "thong-tu", "thong-tu-lien-tich"})
"""Types of legal normative documents, as slugs (Luật Ban hành văn bản quy phạm pháp luật 2025, Điều 4)."""


class Tier(NamedTuple):
    """What a document comes from at one rank, the earliest first."""

    rank: Rank
    works: tuple[Work, ...]


class Lineage(NamedTuple):
    """Where a document comes from.

    work: the document. chain: from the highest body down to it, each resting on the one before, as `links` say.
    tiers: all that it rests on, directly and through others, from the top. gaps: placeholders in the chain.
    """

    work: Work
    chain: tuple[Work, ...]
    links: tuple[Link, ...]
    tiers: tuple[Tier, ...]
    gaps: tuple[Work, ...]


def lineage(archive: Archive, key: int) -> Lineage:
    """Give where a document comes from.

    key: of the document. Raises KeyError: the archive has none of this key; Failure: the archive cannot be read.
    """
    with reading(archive) as connection:
        found = upward(connection, work_of(connection, key), DEPTH)
    return lineage_in(found)


def lineage_in(graph: Graph) -> Lineage:
    """Give where the document in the middle of a graph comes from."""
    known = {work.id: work for work in graph.works}
    work = known[graph.around or ""]
    links = _chain(graph, known)
    chain = (*(known[link.target] for link in links), work)
    return Lineage(work, chain, links, _tiers(graph, work), tuple(each for each in chain if each.placeholder))


def _tiers(graph: Graph, work: Work) -> tuple[Tier, ...]:
    ranked = defaultdict(list)
    for each in sorted(graph.works, key=order):
        if each.id != work.id:
            ranked[each.rank].append(each)
    return tuple(Tier(each, tuple(works)) for each, works in sorted(ranked.items()))


def _chain(graph: Graph, known: dict[str, Work]) -> tuple[Link, ...]:
    """Give the links of the best chain, from the top: it goes as high as can be, and then through most documents.

    A link counts where it leads to a higher rank, or to an earlier document of the same; so there is no way round.
    """
    ways: dict[str, list[Link]] = defaultdict(list)
    for link in graph.links:
        if _leads_up(known[link.source], known[link.target]):
            ways[link.source].append(link)

    @cache
    def best(source: str) -> tuple[int, int, tuple[Link, ...]]:
        """Give the height of the best chain from here, its length and its links."""
        found: tuple[int, int, tuple[Link, ...]] = (-known[source].rank.number, 0, ())
        for link in _nearest(ways[source], known):
            top, length, rest = best(link.target)
            found = max(found, (top, length + 1, (*rest, link)), key=lambda each: each[:2])
        return found

    return best(graph.around or "")[2]


def _nearest(links: list[Link], known: dict[str, Work]) -> list[Link]:
    """Give the links that say most: what is carried out, else what it rests on, and a law only where there is no other.

    A law, a decree or a circular gives the power to act; a resolution, a directive or a plan is what is carried out.
    """
    carried = [link for link in links if link.relation == "implements"]
    policy = [link for link in links if slug(known[link.target].doc_type or "") not in NORMATIVE]
    return carried or policy or links


def _leads_up(source: Work, target: Work) -> bool:
    above, below = target.rank.number, source.rank.number
    if above == 99 or above > below:
        return False
    return above < below or (target.issued_on or "~") < (source.issued_on or "")
