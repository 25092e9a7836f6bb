"""GraphML: another program reads what is written, whatever characters are in it, and memory stays flat."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator

import networkx
import pytest
from lxml import etree
from typing_extensions import Buffer

from pipeline.export.graphml import EDGES, NODES, Edge, Node, write_graphml

ODD = [
    pytest.param('<a href="x">&amp;</a> & ]]>', '<a href="x">&amp;</a> & ]]>', id="markup"),
    pytest.param("Căn cứ Nghị định số 30/2020/NĐ-CP", "Căn cứ Nghị định số 30/2020/NĐ-CP", id="Vietnamese"),
    pytest.param("Ủy ban", "Ủy ban", id="combining marks stay as they are"),
    pytest.param("a\u200bb\u00a0c 😀", "a\u200bb\u00a0c 😀", id="invisible and beyond the basic plane"),
    pytest.param("a\tb\nc\rd", "a\tb\nc\rd", id="white space"),
    pytest.param("a\x00\x0cb\ufffe\ud800c", "abc", id="what XML does not have is dropped"),
    pytest.param("", "", id="empty"),
]


class Counting(io.BytesIO):
    """Counts what is written and keeps nothing."""

    size = 0

    def write(self, data: Buffer) -> int:
        self.size += len(bytes(data))
        return len(bytes(data))


def written(nodes: list[Node], edges: list[Edge]) -> bytes:
    out = io.BytesIO()
    write_graphml(nodes, edges, out)
    return out.getvalue()


def read(nodes: list[Node], edges: list[Edge]) -> networkx.MultiDiGraph:
    return networkx.read_graphml(io.BytesIO(written(nodes, edges)), force_multigraph=True)


PLAN = Node("vn/lang-son/ubnd/ke-hoach/2023/7", "7/KH-UBND", "kế hoạch", "7/KH-UBND", "2023-02-XX", "UBND", "Thi đua")
LAW = Node("vn/quoc-hoi/luat/qh15-2022/6", "Luật", placeholder=True, cited=2)


def test_every_field_comes_back_with_its_type() -> None:
    edge = Edge(PLAN.id, LAW.id, "basis", "Luật Thi đua, khen thưởng", "II/1/a", 3)
    graph = read([PLAN, LAW], [edge])
    assert graph.nodes[PLAN.id] == {one.field: getattr(PLAN, one.field) for one in NODES}
    assert graph.nodes[LAW.id] == {"label": "Luật", "placeholder": True, "cited": 2}
    assert list(graph.edges(data=True)) == [
        (PLAN.id, LAW.id, {one.field: getattr(edge, one.field) for one in EDGES}),
    ]


def test_each_mention_is_an_edge_of_its_own_and_has_a_direction() -> None:
    graph = read([PLAN, LAW], [Edge(PLAN.id, LAW.id, relation) for relation in ("basis", "mentions")])
    assert graph.is_directed()
    assert [data["relation"] for *_, data in graph.edges(data=True)] == ["basis", "mentions"]


def test_an_empty_graph_is_one() -> None:
    assert len(read([], [])) == 0


@pytest.mark.parametrize(("words", "expected"), ODD)
def test_odd_characters_survive(words: str, expected: str) -> None:
    graph = read([Node("a", words), Node("b", "b")], [Edge("a", "b", "basis", raw=words)])
    # networkx reads an empty element as no value at all
    assert graph.nodes["a"].get("label", "") == expected
    assert [data.get("raw", "") for *_, data in graph.edges(data=True)] == [expected]


def test_an_odd_id_still_joins_its_edges() -> None:
    name = 'sha256/<"a"&\tb\n>'
    assert list(read([Node(name, "a"), Node("b", "b")], [Edge(name, "b", "basis")]).edges()) == [(name, "b")]


def test_keys_are_declared_once_and_used_as_declared() -> None:
    root = etree.fromstring(written([PLAN, LAW], [Edge(PLAN.id, LAW.id, "basis", page=1)]))
    declared = {key.get("id") for key in root.iterfind("{*}key")}
    assert declared == {one.key for one in (*NODES, *EDGES)}
    assert {data.get("key") for data in root.iter("{*}data")} <= declared
    assert [child.tag.rpartition("}")[2] for child in root.find("{*}graph")] == ["node", "node", "edge"]


def test_memory_does_not_grow_with_the_graph() -> None:
    def nodes(size: int) -> Iterator[Node]:
        return (Node(str(number), "nhãn " * 20) for number in range(size))

    def edges(size: int) -> Iterator[Edge]:
        return (Edge(str(number), "0", "basis", "Căn cứ " * 20) for number in range(size))

    def peak(size: int) -> tuple[int, int]:
        out = Counting()
        tracemalloc.start()
        write_graphml(nodes(size), edges(size), out)
        peaked = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peaked, out.size

    peak(10)
    (small, first), (large, last) = peak(200), peak(4000)
    assert last > 15 * first
    assert large < small + 64_000
