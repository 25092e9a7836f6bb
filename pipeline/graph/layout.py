"""Layout: where each box of a graph stands, the highest bodies on top.

Takes a graph, gives places. Rule of the place: a row is a tier of the state, so that the height of a box says who
issued it; within a row boxes are sorted to cross few lines, and the same graph always lies the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import NamedTuple

from pipeline.graph.ranks import Rank
from pipeline.graph.relatives import order
from pipeline.graph.values import Graph, Work

ACROSS, LINE, GAP = 280, 84, 70
"""From box to box, from line to line of a tier, and between tiers, in units of the drawing."""
SWEEPS = 6
"""Times that the rows are sorted by their neighbours."""

FLOORS = 4
"""Lines of a tier below the first for what rests on others of the tier."""


class Band(NamedTuple):
    """A tier as it lies: its rank, and its upper and lower edge."""

    rank: Rank
    top: float
    bottom: float


class Layout(NamedTuple):
    """Places of the boxes' centres by id, x to the right and y down; and the bands from the top."""

    places: Mapping[str, tuple[float, float]]
    bands: tuple[Band, ...]


def layout(graph: Graph) -> Layout:
    """Give the places; a tier of many boxes takes several lines, and what rests on one of its tier lies below it."""
    floors = _floors(graph)
    tiers: dict[tuple[Rank, int], list[str]] = defaultdict(list)
    for work in sorted(graph.works, key=order):
        tiers[work.rank, floors[work.id]].append(work.id)
    rows = [tiers[each] for each in sorted(tiers)]
    near = _neighbours(graph)
    for sweep in range(SWEEPS):
        _swept(rows if sweep % 2 else rows[::-1], near)
    width = _width(len(graph.works), max(map(len, rows), default=0))
    places: dict[str, tuple[float, float]] = {}
    edges: dict[Rank, list[float]] = defaultdict(list)
    y, odd = 0.0, 0  # every other line is moved by half a box, so that a link passes between the boxes of a line
    for (rank, floor), row in zip(sorted(tiers), rows, strict=True):
        y += GAP if floor == 0 and places else 0
        for line in (row[at : at + width] for at in range(0, len(row), width)):
            left = -((len(line) - 1) // 2) * ACROSS + odd * ACROSS / 2
            odd = 1 - odd
            places |= {each: (left + at * ACROSS, y) for at, each in enumerate(line)}
            edges[rank] += (y - LINE / 2, y + LINE / 2)
            y += LINE
    return Layout(places, tuple(Band(rank, min(ends), max(ends)) for rank, ends in edges.items()))


def _floors(graph: Graph) -> dict[str, int]:
    """Give how many documents of its own tier each rests on, one on the other; round a cycle no more than FLOORS."""
    ranks = {work.id: work.rank for work in graph.works}
    floors = dict.fromkeys(ranks, 0)
    inside = [link for link in graph.links if ranks[link.source] == ranks[link.target]]
    for _ in range(FLOORS):
        for link in inside:
            floors[link.source] = max(floors[link.source], min(floors[link.target] + 1, FLOORS))
    return floors


def _width(works: int, widest: int) -> int:
    """Give how many boxes stand in one line, so that the whole is about as broad as a screen."""
    return min(widest, max(6, round((works * 0.9) ** 0.5))) or 1


def _neighbours(graph: Graph) -> Mapping[str, Sequence[str]]:
    near: dict[str, list[str]] = defaultdict(list)
    for link in graph.links:
        near[link.source].append(link.target)
        near[link.target].append(link.source)
    return near


def _swept(rows: Sequence[list[str]], near: Mapping[str, Sequence[str]]) -> None:
    """Sort each row by the mean place of what its boxes are linked to, as the rows stand now."""
    at = {each: (index + 0.5) / len(row) for row in rows for index, each in enumerate(row)}
    for row in rows:
        row.sort(key=lambda each: fmean([at[other] for other in near.get(each, ()) if other in at] or [at[each]]))
        at |= {each: (index + 0.5) / len(row) for index, each in enumerate(row)}


def thinned(graph: Graph, most: int) -> Graph:
    """Give the graph with at most so many works: the one asked for, then those with most links; the rest is counted."""
    if len(graph.works) <= most:
        return graph
    touched: dict[str, int] = defaultdict(int)
    for link in graph.links:
        touched[link.source] += 1
        touched[link.target] += 1

    def worth(work: Work) -> tuple[bool, int, int, str]:
        return (work.id != graph.around, abs(work.steps), -touched[work.id], work.id)

    kept = tuple(sorted(graph.works, key=worth)[:most])
    ids = {work.id for work in kept}
    inside = tuple(link for link in graph.links if link.source in ids and link.target in ids)
    return graph._replace(works=kept, links=inside, left_out=graph.left_out + len(graph.works) - most)
