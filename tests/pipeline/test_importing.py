"""What was exported comes back whole; what is broken is told with its place, and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from filled import empty, filled, made, put
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from models import Cause, Failure
from pipeline.archive import schema
from pipeline.archive.store import Archive, reading
from pipeline.export import importing, json_pieces
from pipeline.export.archive_command import Choice, exported
from pipeline.export.importing import Record, records
from pipeline.export.json_pieces import pieces

PLANS = (made(1), made(2, issued_on="2024-05-XX"), made(3, issued_on=None, doc_type=None, title="“a” {b} [c] \\ \n d"))
BY_HASH = {plan.source.sha256: plan for plan in PLANS}
PARQUET = pytest.importorskip("pyarrow.parquet", reason="the extra tables is not installed")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return filled(tmp_path / "archive", PLANS)


def read(path: Path) -> tuple[list[Record], list[Failure]]:
    found = list(records(path))
    return [one for one in found if isinstance(one, Record)], [one for one in found if isinstance(one, Failure)]


def contents(archive: Archive, table: str) -> set[tuple[Any, ...]]:
    with reading(archive) as connection:
        return {
            tuple(json.dumps(v) if isinstance(v, list) else v for v in row)
            for row in connection.execute(schema.metadata.tables[table].select())
        }


@pytest.mark.parametrize("name", ["json", "jsonl", "parquet"])
def test_documents_come_back_as_they_were(archive: Archive, tmp_path: Path, name: str) -> None:
    exported(archive, name, tmp_path / f"out.{name}", Choice())
    found, failed = read(tmp_path / f"out.{name}")
    assert failed == []
    assert {one.sha256: one.document for one in found if one.document} == BY_HASH
    made = [one for one in found if one.document]
    assert all(json.loads(one.json or b"") == one.document.model_dump(mode="json") for one in made if one.document)


@pytest.mark.parametrize("name", ["json", "jsonl", "parquet"])
def test_an_archive_made_of_an_export_has_the_same_rows(archive: Archive, tmp_path: Path, name: str) -> None:
    exported(archive, name, tmp_path / f"out.{name}", Choice())
    found, _ = read(tmp_path / f"out.{name}")
    again = put(empty(tmp_path / "again"), [one.document for one in found if one.document])
    tables = sorted(set(schema.metadata.tables) - {"changes", "files"})
    assert [contents(again, table) for table in tables] == [contents(archive, table) for table in tables]


def test_parquet_keeps_every_file_that_was_looked_at(archive: Archive, tmp_path: Path) -> None:
    with archive.engine.begin() as connection:
        row = connection.execute(schema.files.select().where(schema.files.c.place == "in/plan2.pdf")).mappings().one()
        connection.execute(schema.files.insert(), {**row, "place": "in/a copy.pdf"})
    exported(archive, "parquet", tmp_path / "out", Choice())
    found, _ = read(tmp_path / "out")
    kept = [column for column in schema.files.c if column.name != "document"]
    with reading(archive) as connection:
        before = {tuple(row) for row in connection.execute(select(*kept))}
    assert {tuple(getattr(one, column.name) for column in kept) for one in found} == before
    assert [one.place for one in found if one.json is None] == ["in/bad.pdf"]


def test_files_in_another_order_are_all_given(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_AHEAD", 1)
    more = [made(number) for number in range(10, 15)]
    exported(put(archive, more), "parquet", tmp_path / "out", Choice())
    (part,) = (tmp_path / "out/files/year=2026/type=ke-hoach").iterdir()
    table = PARQUET.read_table(part, partitioning=None)
    PARQUET.write_table(table.take(list(reversed(range(len(table))))), part)
    found, failed = read(tmp_path / "out")
    assert failed == []
    assert {one.sha256 for one in found if one.json} >= {one.source.sha256 for one in (*PLANS, *more)}
    assert {one.place for one in found} >= {f"in/{one.source.name}" for one in (*PLANS, *more)}


def test_a_document_without_a_known_place_gets_one_that_is_its_own(archive: Archive, tmp_path: Path) -> None:
    exported(archive, "jsonl", tmp_path / "out.jsonl", Choice())
    places = [one.place for one in read(tmp_path / "out.jsonl")[0]]
    assert places[0] == f"{tmp_path}/out.jsonl!{'02' * 8}/plan2.pdf"
    assert len(set(places)) == 3


def test_a_part_that_a_cluster_wrote_is_read_by_its_columns(tmp_path: Path) -> None:
    import pyarrow

    rows = [
        {
            "place": "s3://in/1.pdf",
            "status": "done",
            "cause": None,
            "seconds": 0.5,
            "json": PLANS[0].model_dump_json(),
            "more": 1,
        },
        {"place": "s3://in/2.pdf", "status": "failed", "cause": "EMPTY", "seconds": 0.1, "json": None, "more": 2},
        {"place": None, "status": "done", "json": None},
    ]
    (tmp_path / "shards").mkdir()
    PARQUET.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "shards/0001.parquet")
    (tmp_path / "shards/_SUCCESS").touch()
    found, failed = read(tmp_path / "shards")
    assert [(one.place, one.status, one.cause, one.seconds) for one in found] == [
        ("s3://in/1.pdf", "done", None, 0.5),
        ("s3://in/2.pdf", "failed", "EMPTY", 0.1),
    ]
    assert found[0].document == PLANS[0]
    assert [(one.cause, one.name) for one in failed] == [(Cause.SCHEMA, f"{tmp_path}/shards/0001.parquet:3")]


GOOD = PLANS[0].model_dump_json()
BROKEN = [
    pytest.param("{", Cause.SCHEMA, id="half an object"),
    pytest.param("nothing", Cause.SCHEMA, id="no JSON"),
    pytest.param("[1]", Cause.SCHEMA, id="no object"),
    pytest.param("{}", Cause.SCHEMA, id="an object without a version"),
    pytest.param(GOOD.replace('"1.0"', '"9.0"', 1), Cause.SCHEMA, id="another version"),
    pytest.param(GOOD.replace('"text":', '"words":', 1), Cause.SCHEMA, id="a field that is not in the models"),
    pytest.param("[" * 100_000, Cause.SCHEMA, id="too deep"),
    pytest.param("\udcff\udcfe", Cause.SCHEMA, id="no UTF-8"),
]


@pytest.mark.parametrize(("line", "cause"), BROKEN)
def test_a_line_that_does_not_fit_is_told_and_the_rest_goes_on(tmp_path: Path, line: str, cause: Cause) -> None:
    text = f"\ufeff{GOOD}\n\n{line}\r\n{PLANS[1].model_dump_json()}"
    (tmp_path / "a.jsonl").write_bytes(text.encode("utf-8", "surrogateescape"))
    found, failed = read(tmp_path / "a.jsonl")
    assert [one.document for one in found] == list(PLANS[:2])
    assert [(one.cause, one.name) for one in failed] == [(cause, f"{tmp_path}/a.jsonl:3")]


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "pieces", lambda stream: pieces(stream, len(GOOD.encode()) + 100))
    (tmp_path / "a.jsonl").write_text(f"{GOOD}\n{'x' * 3_000_000}\n{GOOD}\n", "utf-8")
    found, failed = read(tmp_path / "a.jsonl")
    assert len(found) == 2
    assert [(one.cause, one.name) for one in failed] == [(Cause.TOO_LARGE, f"{tmp_path}/a.jsonl:2")]


def cut(folder: Path) -> None:
    path = next((folder / "documents").rglob("*.parquet"))
    path.write_bytes(path.read_bytes()[:-100])


def garbled(folder: Path) -> None:
    path = next((folder / "files").rglob("*.parquet"))
    data = bytearray(path.read_bytes())
    data[4 : len(data) // 2] = bytes(len(data) // 2 - 4)
    path.write_bytes(data)


@pytest.mark.parametrize("harm", [cut, garbled], ids=["cut off", "garbled inside"])
def test_a_damaged_part_of_a_folder_is_told_and_the_rest_goes_on(
    archive: Archive, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    exported(archive, "parquet", tmp_path / "out", Choice())
    harm(tmp_path / "out")
    found, failed = read(tmp_path / "out")
    assert [one.cause for one in failed] == [Cause.TRUNCATED]
    assert len([one for one in found if one.document]) >= 2


def test_a_group_of_rows_that_would_fill_the_memory_is_passed_over(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported(archive, "parquet", tmp_path / "out", Choice())
    monkeypatch.setattr(importing, "GROUP", 100)
    found, failed = read(tmp_path / "out")
    assert found == []
    assert {one.cause for one in failed} == {Cause.TOO_LARGE}


REFUSED = [
    pytest.param("missing.jsonl", None, Cause.NOT_FOUND, id="nothing there"),
    pytest.param("empty.jsonl", b"", Cause.EMPTY, id="an empty file"),
    pytest.param("folder", None, Cause.UNSUPPORTED, id="a folder without anything to read"),
]


@pytest.mark.parametrize(("name", "data", "cause"), REFUSED)
def test_what_cannot_be_imported_is_refused(tmp_path: Path, name: str, data: bytes | None, cause: Cause) -> None:
    (tmp_path / "folder").mkdir()
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(Failure) as raised:
        list(records(tmp_path / name))
    assert raised.value.cause is cause


PIECES = [
    pytest.param(b'{"a":1}\n{"b":2}\n', [(1, b'{"a":1}'), (2, b'{"b":2}')], id="lines"),
    pytest.param(b'[{"a":1},\n{"b":[2,{}]}]', [(1, b'{"a":1}'), (2, b'{"b":[2,{}]}')], id="an array"),
    pytest.param(b'{\n "a": 1\n}\n', [(1, b'{\n "a": 1\n}')], id="one indented object"),
    pytest.param(b'{\n "a": 1\n}\n{\n}\n', [(1, b'{\n "a": 1\n}'), (4, b"{\n}")], id="indented objects"),
    pytest.param(b'[{"a":"}\\"{"}]', [(1, b'{"a":"}\\"{"}')], id="brackets in strings are letters"),
    pytest.param(b'[{"a":1}', [(1, b'{"a":1}')], id="an array without its end"),
    pytest.param(b'[\n{"a":1},\n{"b"', [(2, b'{"a":1}'), (3, b'{"b"')], id="an array cut off"),
    pytest.param(b'[\n1,\n{"a":1}]', [(2, b"1"), (3, b'{"a":1}')], id="something else in an array"),
    pytest.param(b"[]", [], id="an empty array"),
    pytest.param(b"\n\n", [], id="empty lines"),
]


@pytest.mark.parametrize(("data", "expected"), PIECES)
@pytest.mark.parametrize("chunk", [1, 2, 3, 2**20])
def test_pieces(data: bytes, expected: list[Any], chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_pieces, "_CHUNK", chunk)
    if chunk < 3 and not data.strip():
        expected = []
    assert list(pieces(BytesIO(data))) == expected


VALUES = st.recursive(
    st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


@given(st.lists(st.dictionaries(st.text(), VALUES)), st.sampled_from([None, 1]), st.integers(1, 50))
def test_the_objects_of_any_array_are_found(values: list[Any], indent: int | None, chunk: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_pieces, "_CHUNK", chunk)
        written = json.dumps(values, indent=indent, ensure_ascii=False).encode("utf-8", "surrogatepass")
        found = [json.loads((each.data or b"").decode("utf-8", "surrogatepass")) for each in pieces(BytesIO(written))]
    assert found == values


@given(st.binary(max_size=60), st.integers(1, 20))
def test_any_bytes_are_cut_into_pieces_without_an_error(data: bytes, limit: int) -> None:
    for each in pieces(BytesIO(data), limit):
        assert each.data is None or each.data in data
