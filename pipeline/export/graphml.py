"""GraphML: a graph of documents and what they say of one another.

Takes nodes and edges as they come and writes them as they come, so that memory does not grow with the graph
(http://graphml.graphdrawing.org/specification.html).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from pipeline.export.xml_characters import fit

if TYPE_CHECKING:
    from lxml.etree import _IncrementalFileWriter

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


class Node(NamedTuple):
    """A document. placeholder: it is cited only, and not at hand. cited: how many edges lead to it."""

    id: str
    label: str
    doc_type: str | None = None
    code: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    title: str | None = None
    placeholder: bool = False
    cited: int = 0


class Edge(NamedTuple):
    """One mention: ids of both nodes, relation, words of the mention, label path of its section, page from 1."""

    source: str
    target: str
    relation: str
    raw: str | None = None
    section: str | None = None
    page: int | None = None


class Attribute(NamedTuple):
    """One attribute of nodes or edges: id of its key, field, type in GraphML."""

    key: str
    field: str
    type: str = "string"


NODES = (
    Attribute("n0", "label"),
    Attribute("n1", "doc_type"),
    Attribute("n2", "code"),
    Attribute("n3", "issued_on"),
    Attribute("n4", "issuer"),
    Attribute("n5", "title"),
    Attribute("n6", "placeholder", "boolean"),
    Attribute("n7", "cited", "int"),
)

EDGES = (
    Attribute("e0", "relation"),
    Attribute("e1", "raw"),
    Attribute("e2", "section"),
    Attribute("e3", "page", "int"),
)


def write_graphml(nodes: Iterable[Node], edges: Iterable[Edge], out: BinaryIO) -> None:
    """Write a directed graph, all nodes before all edges.

    nodes, edges: taken one by one; absent values are left out, and characters that XML does not have.
    out: is written to and stays open.
    """
    from lxml import etree

    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        with file.element(_name("graphml"), nsmap={None: NAMESPACE}):
            _keys(file)
            with file.element(_name("graph"), edgedefault="directed"):
                for node in nodes:
                    _written(file, "node", {"id": node.id}, node, NODES)
                for edge in edges:
                    _written(file, "edge", {"source": edge.source, "target": edge.target}, edge, EDGES)


def _keys(file: _IncrementalFileWriter) -> None:
    for kind, attributes in (("node", NODES), ("edge", EDGES)):
        for one in attributes:
            names = {"id": one.key, "for": kind, "attr.name": one.field, "attr.type": one.type}
            with file.element(_name("key"), names):
                pass
            file.write("\n")


def _written(
    file: _IncrementalFileWriter, tag: str, names: dict[str, str], value: Node | Edge, attributes: Iterable[Attribute]
) -> None:
    with file.element(_name(tag), {name: _shown(held) for name, held in names.items()}):
        for one in attributes:
            held = getattr(value, one.field)
            if held is not None:
                with file.element(_name("data"), key=one.key):
                    file.write(_shown(held))
    file.write("\n")


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _shown(held: str | int | bool) -> str:
    return str(held).lower() if isinstance(held, bool) else fit(str(held))
