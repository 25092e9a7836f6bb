"""What is odd in a graph: cycles, documents that nothing holds to the others, and those without a parent.

Takes a graph, gives findings; networkx does the searching. Rule of the place: a finding says that something is to be
looked at, not that it is wrong; two documents of one day may well cite each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.graph.relatives import order
from pipeline.graph.values import UPWARD, Graph, Link, Work

if TYPE_CHECKING:
    from collections.abc import Iterable

    from networkx import MultiDiGraph


class Cycle(NamedTuple):
    """Documents of which each rests on the next and the last on the first, and the links that say so."""

    works: tuple[Work, ...]
    links: tuple[Link, ...]


class Findings(NamedTuple):
    """What is odd. orphans: archived documents that no link touches. rootless: with links, but resting on nothing."""

    cycles: tuple[Cycle, ...] = ()
    orphans: tuple[Work, ...] = ()
    rootless: tuple[Work, ...] = ()


def network(graph: Graph, relations: Iterable[str] | None = None) -> MultiDiGraph:
    """Give the graph for networkx: nodes by id with their Work as `work`, edges with their Link as `link`.

    relations: only links of these; None for all.
    """
    from networkx import MultiDiGraph

    wanted = None if relations is None else frozenset(relations)
    made = MultiDiGraph()
    made.add_nodes_from((work.id, {"work": work}) for work in graph.works)
    made.add_edges_from(
        (link.source, link.target, {"link": link}) for link in graph.links if wanted is None or link.relation in wanted
    )
    return made


def findings(graph: Graph) -> Findings:
    """Give what is odd in a graph; one cycle of each knot of documents that rest on one another."""
    above = network(graph, UPWARD)
    touched = {end for link in graph.links for end in (link.source, link.target)}
    held = sorted((work for work in graph.works if not work.placeholder), key=order)
    return Findings(
        cycles=_cycles(above),
        orphans=tuple(work for work in held if work.id not in touched),
        rootless=tuple(work for work in held if work.id in touched and not above.out_degree(work.id)),
    )


def _cycles(above: MultiDiGraph) -> tuple[Cycle, ...]:
    from networkx import find_cycle, strongly_connected_components

    knots = sorted(sorted(knot) for knot in strongly_connected_components(above) if len(knot) > 1)
    cycles = []
    for knot in knots:
        edges = find_cycle(above.subgraph(knot), knot[0])
        links = tuple(above.edges[edge]["link"] for edge in edges)
        cycles.append(Cycle(tuple(above.nodes[source]["work"] for source, *_ in edges), links))
    return tuple(cycles)
