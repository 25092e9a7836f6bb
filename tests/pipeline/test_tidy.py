"""The tidy tables: what is in them, their order, what a selection leaves, and that they stream."""

from __future__ import annotations

import gc
import io
import json
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filled import cloned, empty, filled, made

from models import Cause, Document, Failure, load
from pipeline.archive import schema
from pipeline.archive.store import Archive, reading
from pipeline.export.json_lines import write_lines
from pipeline.export.streams import ALL, Selection, batches, contents, count, pour, rest, rows
from pipeline.export.tidy import DOCUMENT, DOCUMENTS, TABLES
from pipeline.words import WORDS

PLANS = (
    made(1, issued_on="2026-01-31"),
    made(2, issued_on="2024-05-XX"),
    made(3, issued_on=None, doc_type=None),
    made(4, issued_on="2024-03-02", doc_type="quyết định"),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    opened = filled(tmp_path_factory.mktemp("archive"), PLANS)
    yield opened
    opened.close()


def taken(archive: Archive, name: str, selection: Selection = ALL) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    names = [column.name for column in TABLES[name].columns]
    with reading(archive) as connection:
        pour(connection, {name: lambda row: found.append(dict(zip(names, row, strict=True)))}, selection)
    return found


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_each_column_and_each_label_once(name: str) -> None:
    columns = TABLES[name].columns
    assert len({column.name for column in columns}) == len(columns)
    assert len({column.label for column in columns}) == len(columns)


@pytest.mark.parametrize("name", TABLES)
def test_what_stands_in_a_table_is_in_the_archive(name: str) -> None:
    tidy = TABLES[name]
    plain = [column for column in tidy.own if column.name not in tidy.parts]
    assert {column.source or column.name for column in plain} <= set(tidy.table.columns.keys())
    assert all(part.value in part.table.columns for part in tidy.parts.values())


def test_words_of_closed_sets_are_in_the_table_of_words() -> None:
    beginnings = {column.words for table in TABLES.values() for column in table.columns if column.words}
    assert beginnings <= {key.partition(".")[0] for key in WORDS}


EXPECTED = [
    pytest.param("documents", "issuers", ("Sở Nội vụ tỉnh Lạng Sơn",), id="agencies of the letterhead are a list"),
    pytest.param("documents", "places", ("in/plan2.pdf",), id="a document says where its files are"),
    pytest.param("documents", "issued_from", "2024-05-01", id="the first day that a date may mean"),
    pytest.param("sections", "path", "I", id="sections begin with the first"),
    pytest.param("citations", "within", "preamble", id="where a citation stands"),
    pytest.param("signers", "capacity", ("TM. BAN GIÁM ĐỐC", "KT. GIÁM ĐỐC"), id="lines of authority are a list"),
    pytest.param("recipients", "part", "addressee", id="addressees are told from recipients"),
    pytest.param("tasks", "lead", ("Phòng Thi đua - Khen thưởng",), id="who leads is a list"),
    pytest.param("tasks", "lead_ids", (None,), id="an agency without a known id has its place all the same"),
    pytest.param("tasks", "beneficiary", (), id="a list may be empty"),
    pytest.param("targets", "value", 80.0, id="a value is a number"),
    pytest.param("movements", "period", "2026/2030", id="a movement has its period"),
    pytest.param("files", "place", "in/plan2.pdf", id="a file has its place"),
    pytest.param("files", "changed_ns", 1_732_000_000_123_456_789, id="a time is kept to the nanosecond"),
]


@pytest.mark.parametrize(("table", "column", "value"), EXPECTED)
def test_the_second_of_the_years_comes_first_and_is_told_as_read(
    archive: Archive, table: str, column: str, value: object
) -> None:
    number = {"documents": "id"}.get(table, "document_id")
    first = next(row for row in taken(archive, table) if row[number] == PLANS[1].id)
    assert first[column] == value


def test_documents_come_by_year_and_type_and_those_of_unknown_year_last(archive: Archive) -> None:
    ids = [row["id"] for row in taken(archive, "documents")]
    assert ids == [PLANS[place].id for place in (1, 3, 0, 2)]


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.of_document])
def test_rows_follow_their_documents_and_say_whose_they_are(archive: Archive, name: str) -> None:
    ids = [row["document_id"] for row in taken(archive, name)]
    told = [identity for place, identity in enumerate(ids) if place == 0 or ids[place - 1] != identity]
    assert told == [*(PLANS[place].id for place in (1, 3, 0, 2)), *([None] if name == "files" else [])]
    assert {column.name for column in DOCUMENT} <= set(taken(archive, name)[0])


def test_a_file_that_failed_is_in_the_table_of_files_with_its_cause(archive: Archive) -> None:
    (failed,) = (row for row in taken(archive, "files") if row["status"] == "failed")
    assert (failed["place"], failed["cause"], failed["page"]) == ("in/bad.pdf", "TRUNCATED", 3)


def test_a_copy_names_the_better_one_by_its_hash(tmp_path: Path) -> None:
    archive = filled(tmp_path, PLANS[:2])
    with archive.engine.begin() as connection:
        better = connection.execute(schema.documents.select().where(schema.documents.c.id == PLANS[0].id)).one()
        connection.execute(
            schema.documents.update().where(schema.documents.c.id == PLANS[1].id).values(twin_of=better.key)
        )
    assert {row["id"]: row["twin_of"] for row in taken(archive, "documents")} == {
        PLANS[0].id: None,
        PLANS[1].id: PLANS[0].source.sha256,
    }


SELECTIONS = [
    pytest.param(ALL, (1, 3, 0, 2), id="all"),
    pytest.param(Selection(years=(2025, None)), (0,), id="from a year on"),
    pytest.param(Selection(years=(None, 2025)), (1, 3), id="up to a year"),
    pytest.param(Selection(years=(None, None)), (1, 3, 0), id="any known year"),
    pytest.param(Selection(types=("Kế hoạch",)), (1, 0), id="a type as it is spelt"),
    pytest.param(Selection(types=("quyet-dinh", "ke-hoach")), (1, 3, 0), id="types as slugs"),
    pytest.param(Selection(agencies=("vn/lang-son/so-noi-vu",)), (1, 3, 0, 2), id="an agency"),
    pytest.param(Selection(agencies=("vn/lang-son/ubnd",)), (), id="a governing agency did not issue it"),
]


@pytest.mark.parametrize(("selection", "places"), SELECTIONS)
def test_a_selection_leaves_these(archive: Archive, selection: Selection, places: tuple[int, ...]) -> None:
    assert [row["id"] for row in taken(archive, "documents", selection)] == [PLANS[place].id for place in places]
    with reading(archive) as connection:
        assert count(connection, selection) == len(places)
    files = {row["place"] for row in taken(archive, "files", selection)}
    assert ("in/bad.pdf" in files) == (selection == ALL)


def test_the_json_is_that_which_was_put_in(archive: Archive) -> None:
    with reading(archive) as connection:
        found = [load(json.loads(data)) for batch in batches(connection) for _, data in contents(connection, batch)]
    assert found == [PLANS[place] for place in (1, 3, 0, 2)]


def test_indented_json_goes_out_in_one_line(tmp_path: Path) -> None:
    archive = filled(tmp_path, PLANS[:1])
    with archive.engine.begin() as connection:
        indented = zlib.compress(PLANS[0].model_dump_json(indent=2).encode())
        connection.execute(schema.contents.update().values(json=indented))
    with reading(archive) as connection, (tmp_path / "out").open("xb") as out:
        assert write_lines(connection, out) == 1
    (line,) = (tmp_path / "out").read_bytes().splitlines()
    assert load(json.loads(line)) == PLANS[0]


def test_an_empty_archive_has_no_rows(tmp_path: Path) -> None:
    archive = empty(tmp_path)
    assert [taken(archive, name) for name in TABLES] == [[]] * len(TABLES)


def test_progress_is_told_by_documents(archive: Archive) -> None:
    told: list[int] = []
    with reading(archive) as connection:
        assert pour(connection, {}, ALL, told.append) == 4 == sum(told)


def test_the_rows_of_one_batch_are_all_that_is_held(tmp_path: Path, document: Document) -> None:
    def peak(number: int) -> int:
        archive = cloned(empty(tmp_path / str(number)), document, number)
        with reading(archive) as connection:
            tracemalloc.start()
            for batch in batches(connection, size=20):
                for table in TABLES.values():
                    for _ in rows(connection, table, batch):
                        pass
                for _ in contents(connection, batch):
                    pass
                gc.collect()  # what is no longer held, but waits to be collected, is not counted
            for _ in rest(connection, DOCUMENTS):
                pass
            held = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        return held

    peak(40)  # what is loaded and cached once is not counted
    assert peak(400) < 1.3 * peak(80)


@pytest.mark.parametrize("change", [schema.contents.update().values(json=b"no"), schema.contents.delete()])
def test_a_damaged_document_is_told_by_its_id(tmp_path: Path, change: Any) -> None:
    archive = filled(tmp_path, PLANS[:1])
    with archive.engine.begin() as connection:
        connection.execute(change)
    with reading(archive) as connection, pytest.raises(Failure) as raised:
        write_lines(connection, io.BytesIO())
    assert (raised.value.cause, raised.value.name) == (Cause.NOT_ARCHIVE, PLANS[0].id)
