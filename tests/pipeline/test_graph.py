"""The graph: who stands above, below and beside a document, where a plan comes from, and what is odd."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from graph_archive import (
    CITED,
    COMMITTEE,
    DIRECTIVE,
    FIRST,
    LATER,
    LAW,
    LONELY,
    OFFICE,
    OTHER,
    RESOLUTION,
    SECOND,
    document,
    filled,
    key_of,
)  # fmt: skip
from sqlalchemy import event

from pipeline.archive.store import Archive
from pipeline.graph.build import graph
from pipeline.graph.findings import findings
from pipeline.graph.lineage import lineage
from pipeline.graph.ranks import issuer_of, rank
from pipeline.graph.relatives import relatives
from pipeline.graph.values import Graph


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    made = filled(tmp_path_factory.mktemp("graph") / "archive")
    yield made
    made.close()


def ids(found: Graph) -> set[str]:
    return {work.id for work in found.works}


def said(found: Graph) -> set[tuple[str, str, str]]:
    return {link[:3] for link in found.links}


RANKS = [
    pytest.param("vn/trung-uong-dang", "party", id="the Party"),
    pytest.param("vn/trung-uong-dang/ban-bi-thu", "party", id="a body of the Party"),
    pytest.param("vn/quoc-hoi", "assembly", id="the National Assembly"),
    pytest.param("vn/thu-tuong-chinh-phu", "government", id="the Prime Minister"),
    pytest.param("vn/bo-noi-vu", "ministry", id="a ministry"),
    pytest.param("vn/lang-son/tinh-uy", "provincial-party", id="a provincial Party committee"),
    pytest.param("vn/lang-son/hdnd", "province", id="a provincial council"),
    pytest.param("vn/lang-son/so-tai-chinh", "department", id="a department"),
    pytest.param("vn/lang-son/xa-van-lang/ubnd", "commune", id="a commune that no table holds"),
    pytest.param("nobody", "unknown", id="what is not an id"),
    pytest.param(None, "unknown", id="nobody"),
]


@pytest.mark.parametrize(("agency", "tier"), RANKS)
def test_a_body_stands_in_its_tier(agency: str | None, tier: str) -> None:
    assert rank(agency).tier == tier


ISSUERS = [
    pytest.param(OFFICE, "vn/lang-son/so-tai-chinh", id="a plan"),
    pytest.param("vn/trung-uong-dang/nghi-quyet-dai-hoi/khoa-13", "vn/trung-uong-dang", id="a congress"),
    pytest.param("vn/kien-giang/so-y-te/thanh-tra/ke-hoach/2017/9", "vn/kien-giang/so-y-te/thanh-tra", id="a unit"),
    pytest.param("sha256/0011223344556677", None, id="a file without an identity"),
    pytest.param("~5-ct-tw", None, id="a code alone"),
]


@pytest.mark.parametrize(("work", "issuer"), ISSUERS)
def test_a_document_names_its_issuer(work: str, issuer: str | None) -> None:
    assert issuer_of(work) == issuer


AROUND = [
    pytest.param(OFFICE, 1, {OFFICE, DIRECTIVE, LAW, LATER}, id="parents, bases, and what replaces it"),
    pytest.param(OFFICE, 2, {OFFICE, DIRECTIVE, LAW, LATER, COMMITTEE}, id="not down again from the parent"),
    pytest.param(OFFICE, 3, {OFFICE, DIRECTIVE, LAW, LATER, COMMITTEE, RESOLUTION}, id="what a third document tells"),
    pytest.param(DIRECTIVE, 1, {DIRECTIVE, COMMITTEE, LAW, OFFICE, OTHER}, id="children"),
    pytest.param(LONELY, 3, {LONELY}, id="nothing around it"),
    pytest.param(FIRST, 5, {FIRST, SECOND}, id="a cycle ends"),
]


@pytest.mark.parametrize(("centre", "depth", "expected"), AROUND)
def test_around_a_document_lies_what_it_rests_on_and_what_rests_on_it(
    archive: Archive, centre: str, depth: int, expected: set[str]
) -> None:
    found = graph(archive, key_of(centre), depth)
    assert ids(found) == expected
    assert found.around == centre


def test_the_whole_archive_is_there_with_what_it_cites(archive: Archive) -> None:
    found = graph(archive)
    assert ids(found) == {*CITED, COMMITTEE, LAW}  # the resolution is only mentioned
    assert {work.id for work in found.works if work.placeholder} == {COMMITTEE, LAW}
    assert ids(graph(archive, relations=("mentions",))) >= {RESOLUTION, OTHER}


def test_relations_are_chosen(archive: Archive) -> None:
    found = graph(archive, key_of(OFFICE), 2, relations=("mentions", "replaces"))
    assert said(found) == {(OFFICE, OTHER, "mentions"), (LATER, OFFICE, "replaces")}


def test_what_one_document_says_twice_is_one_link_and_the_same_words_are_one_place(archive: Archive) -> None:
    found = graph(archive, key_of(OTHER), 1)
    (link,) = (each for each in found.links if each.source == OTHER)
    assert [(place.raw, place.page) for place in link.places] == [("implements 1", 2)]
    assert len(found.links) == len(set(said(found)))


def test_what_a_limit_keeps_out_is_counted(archive: Archive) -> None:
    found = graph(archive, key_of(DIRECTIVE), 1, most=1)
    assert (len(ids(found) & {OFFICE, OTHER}), found.left_out) == (1, 1)


def test_a_key_that_is_not_there_is_told(archive: Archive) -> None:
    with pytest.raises(KeyError):
        graph(archive, 5)


def test_relatives_are_told_apart(archive: Archive) -> None:
    whole = graph(archive)
    office = relatives(whole, OFFICE)
    assert [work.id for work in office.parents] == [LAW, DIRECTIVE]
    assert [work.id for work in office.replaced_by] == [LATER]
    assert [work.id for work in relatives(whole, LATER).replaces] == [OFFICE]
    assert {work.id for work in relatives(whole, DIRECTIVE).children} == {OFFICE, OTHER}
    assert relatives(whole, "nothing").parents == ()


def test_a_plan_comes_from_the_resolution_of_the_party(archive: Archive) -> None:
    found = lineage(archive, key_of(OFFICE))
    assert [work.id for work in found.chain] == [RESOLUTION, COMMITTEE, DIRECTIVE, OFFICE]
    assert [link.relation for link in found.links] == ["implements"] * 3
    assert found.links[0].said_by == DIRECTIVE
    assert [work.id for work in found.gaps] == [RESOLUTION, COMMITTEE]
    assert [tier.rank.tier for tier in found.tiers] == ["party", "assembly", "provincial-party", "province"]


def test_a_plan_without_a_parent_comes_from_itself(archive: Archive) -> None:
    assert [work.id for work in lineage(archive, key_of(LONELY)).chain] == [LONELY]


def test_cycles_and_orphans_are_found(archive: Archive) -> None:
    found = findings(graph(archive))
    assert [{work.id for work in cycle.works} for cycle in found.cycles] == [{FIRST, SECOND}]
    assert [work.id for work in found.orphans] == [LONELY]
    assert found.rootless == ()
    assert findings(Graph()).cycles == ()


def test_around_one_document_little_is_read(tmp_path: Path) -> None:
    many = tuple(
        document(f"vn/ha-tinh/ubnd/ke-hoach/2024/{number}", ((LAW, "basis", None),)) for number in range(10, 210)
    )
    archive = filled(tmp_path / "archive", many)
    read = 0

    def count(connection: object, cursor: object, statement: str, *more: object) -> None:
        nonlocal read
        read += 1

    event.listen(archive.engine, "after_cursor_execute", count)
    found = graph(archive, key_of(OFFICE), 3)
    archive.close()
    assert len(found.works) == 6
    assert read < 60
