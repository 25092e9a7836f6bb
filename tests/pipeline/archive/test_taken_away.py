"""An archive taken away in each format, from each of the databases."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from filled import filled, made, put

from models import Cause, Failure, load
from pipeline.archive.store import Archive
from pipeline.export import MissingExtra, archive_command
from pipeline.export.archive_command import FORMS, Choice, NeedsPath, exported, total
from pipeline.export.streams import Selection

PLANS = (
    made(1, title="=1+1"),
    made(2, issued_on="2024-05-XX"),
    made(3, issued_on=None, doc_type=None),
    made(4, issued_on="2024-03-02", doc_type="quyết định"),
)
TARGETS = {
    "json": "a.json",
    "jsonl": "a.jsonl",
    "csv": "tables",
    "xlsx": "a.xlsx",
    "parquet": "parquet",
    "akn": "akn",
    "spacy": "a.spacy",
    "graphml": "a.graphml",
}
BINARY = frozenset({"xlsx", "spacy"})
"""Formats whose bytes are not the same each time (a time stamp, an order of strings)."""


def bytes_of(place: Path) -> dict[str, bytes]:
    files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
    return {path.relative_to(place.parent).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", FORMS)
def test_it_is_the_same_from_each_database(archive: Archive, tmp_path: Path, name: str) -> None:
    pytest.importorskip("spacy" if name == "spacy" else "pandas", reason="an extra is not installed")
    put(archive, reversed(PLANS))
    other = filled(tmp_path / "other", PLANS)
    choice = Choice(Selection(years=(2000, None)))
    told: list[int] = []
    report = exported(archive, name, tmp_path / "1" / TARGETS[name], choice, told.append)
    assert report.documents == sum(told) == total(archive, choice.selection) == 3
    exported(other, name, tmp_path / "2" / TARGETS[name], choice)
    first, second = bytes_of(tmp_path / "1" / TARGETS[name]), bytes_of(tmp_path / "2" / TARGETS[name])
    assert list(first) == list(second)
    if name not in BINARY:
        assert first == second


@pytest.fixture
def small(tmp_path: Path) -> Archive:
    return filled(tmp_path / "small", PLANS)


STREAMS = [
    pytest.param("jsonl", Choice(), b'{"schema_version"', id="jsonl"),
    pytest.param("json", Choice(), b'[\n{"schema_version"', id="json"),
    pytest.param("csv", Choice(table="tasks"), b"\xef\xbb\xbfdocument_id,", id="one table"),
    pytest.param("csv", Choice(), b"\xef\xbb\xbfid,code", id="csv without a table is that of the documents"),
    pytest.param("csv", Choice(raw=True), b"\xef\xbb\xbfid,code", id="raw csv"),
    pytest.param("graphml", Choice(), b"<?xml", id="graphml"),
    pytest.param("akn", Choice(Selection(types=("quyết định",))), b"<?xml", id="one document as Akoma Ntoso"),
]


@pytest.mark.parametrize(("name", "choice", "start"), STREAMS)
def test_a_stream_goes_to_standard_output(
    small: Archive, capsysbinary: pytest.CaptureFixture[bytes], name: str, choice: Choice, start: bytes
) -> None:
    exported(small, name, None, choice)
    assert capsysbinary.readouterr().out.startswith(start)


@pytest.mark.parametrize("name", ["xlsx", "parquet", "akn", "spacy"])
def test_others_need_a_path(small: Archive, capsysbinary: pytest.CaptureFixture[bytes], name: str) -> None:
    with pytest.raises(NeedsPath):
        exported(small, name, None, Choice())
    assert capsysbinary.readouterr().out == b""


def test_raw_tables_hold_formulas_and_others_do_not(small: Archive, tmp_path: Path) -> None:
    for raw in (False, True):
        exported(small, "csv", tmp_path / f"{raw}.csv", Choice(raw=raw))
        assert (",'=1+1," in (tmp_path / f"{raw}.csv").read_text("utf-8-sig")) is not raw


def test_akn_goes_into_a_zip_by_its_name(small: Archive, tmp_path: Path) -> None:
    assert exported(small, "akn", tmp_path / "a.zip", Choice()).documents == 4
    with zipfile.ZipFile(tmp_path / "a.zip") as box:
        assert sorted(box.namelist()) == [
            f"2024/ke-hoach/2-kh-snv-{'02' * 8}.xml",
            f"2024/quyet-dinh/4-kh-snv-{'04' * 8}.xml",
            f"2026/ke-hoach/1-kh-snv-{'01' * 8}.xml",
            f"unknown/unknown/3-kh-snv-{'03' * 8}.xml",
        ]


def test_many_documents_are_several_spacy_files(
    small: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("spacy", reason="the extra nlp is not installed")
    monkeypatch.setattr("pipeline.export.documents_out.SPACY_PART", 3)
    assert exported(small, "spacy", tmp_path / "parts", Choice()).documents == 4
    assert sorted(path.name for path in (tmp_path / "parts").iterdir()) == ["part-0.spacy", "part-1.spacy"]


def test_the_graph_has_a_node_for_what_is_cited_only(small: Archive, tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    exported(small, "graphml", tmp_path / "a.graphml", Choice(Selection(years=(2026, 2026))))
    graph = networkx.read_graphml(tmp_path / "a.graphml")
    law = graph.nodes["vn/quoc-hoi/luat/2022/06"]
    assert (law["placeholder"], law["cited"], law["code"]) == (True, 1, "06/2022/QH15")
    assert graph.nodes[PLANS[0].id]["placeholder"] is False
    assert len(graph.nodes) == 5
    assert {data["relation"] for *_, data in graph.edges(data=True)} == {"basis", "implements", "amends"}


class Broken(Exception):
    """What goes wrong half way."""


@pytest.mark.parametrize("name", FORMS)
def test_nothing_half_written_stays(small: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def fails(documents: int) -> None:
        raise Broken

    out = tmp_path / "out" / TARGETS[name]
    with pytest.raises(Broken):
        exported(small, name, out, Choice(), fails)
    assert list(out.parent.iterdir()) == []


def test_an_older_file_is_taken_over_and_a_folder_with_something_in_it_is_not(small: Archive, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("old", "utf-8")
    exported(small, "jsonl", tmp_path / "a.jsonl", Choice())
    assert [load(json.loads(line)).id for line in (tmp_path / "a.jsonl").read_bytes().splitlines()]
    (tmp_path / "parquet").mkdir()
    exported(small, "parquet", tmp_path / "parquet", Choice())
    with pytest.raises(Failure) as raised:
        exported(small, "parquet", tmp_path / "parquet", Choice())
    assert raised.value.cause is Cause.UNWRITABLE


@pytest.mark.parametrize("place", ["archive.db", "tables", "x/y.jsonl"])
def test_the_archive_itself_is_not_written_over(small: Archive, place: str) -> None:
    assert small.folder
    before = (small.folder / "archive.db").read_bytes()
    with pytest.raises(Failure) as raised:
        exported(small, "jsonl", small.folder / place, Choice())
    assert raised.value.cause is Cause.UNWRITABLE
    assert (small.folder / "archive.db").read_bytes() == before


def test_a_file_where_a_folder_is_to_be_is_told(small: Archive, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    with pytest.raises(Failure) as raised:
        exported(small, "parquet", tmp_path / "out", Choice())
    assert raised.value.cause is Cause.UNWRITABLE
    assert (tmp_path / "out").read_text("utf-8") == "a file"


def test_a_missing_extra_is_told_before_anything_is_written(
    small: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> Any:
        return None

    monkeypatch.setattr(archive_command, "find_spec", absent)
    with pytest.raises(MissingExtra) as raised:
        exported(small, "xlsx", tmp_path / "out" / "a.xlsx", Choice())
    assert raised.value.extra == "tables"
    assert not (tmp_path / "out").exists()


def test_what_is_put_in_later_is_in_the_next_export(small: Archive, tmp_path: Path) -> None:
    put(small, [made(5)])
    assert exported(small, "jsonl", tmp_path / "a.jsonl", Choice()).documents == 5
