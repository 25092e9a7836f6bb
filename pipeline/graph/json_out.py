"""A graph and a lineage as JSON, and as GraphML by the writer of the export.

Takes a graph, gives plain data or writes to a stream.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from pipeline.export.graphml import Edge, Node, write_graphml
from pipeline.graph.findings import Findings, findings
from pipeline.graph.lineage import Lineage
from pipeline.graph.values import Graph, Link, Work


def as_json(graph: Graph) -> dict[str, Any]:
    """Give a graph as plain data, with what is odd in it."""
    return {
        "around": graph.around,
        "left_out": graph.left_out,
        "documents": [work_json(work) for work in graph.works],
        "links": [link_json(link) for link in graph.links],
        "findings": _findings(findings(graph)),
    }


def lineage_json(found: Lineage) -> dict[str, Any]:
    """Give a lineage as plain data."""
    return {
        "document": work_json(found.work),
        "chain": [work_json(work) for work in found.chain],
        "links": [link_json(link) for link in found.links],
        "tiers": [{"tier": tier.rank.tier, "documents": [work.id for work in tier.works]} for tier in found.tiers],
        "gaps": [work.id for work in found.gaps],
    }


def work_json(work: Work) -> dict[str, Any]:
    """Give a work as plain data; the key of the archive stays inside."""
    held = work._asdict()
    del held["key"]
    return {**held, "placeholder": work.placeholder, "tier": work.rank.tier}


def link_json(link: Link) -> dict[str, Any]:
    """Give a link as plain data."""
    return {**link._asdict(), "places": [place._asdict() for place in link.places]}


def graphml(graph: Graph, out: BinaryIO) -> None:
    """Write a graph as GraphML: each place in which something is said is an edge."""
    nodes = (
        Node(w.id, w.name, w.doc_type, w.code, w.issued_on, w.issuer, w.title, w.placeholder, w.cited)
        for w in graph.works
    )
    edges = (Edge(link.source, link.target, link.relation, *place) for link in graph.links for place in link.places)
    write_graphml(nodes, edges, out)


def _findings(found: Findings) -> dict[str, Any]:
    return {
        "cycles": [[work.id for work in cycle.works] for cycle in found.cycles],
        "orphans": [work.id for work in found.orphans],
        "rootless": [work.id for work in found.rootless],
    }
