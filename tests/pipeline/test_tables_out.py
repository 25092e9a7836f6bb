"""Tables that go out: CSV, Excel and Parquet, read back."""

from __future__ import annotations

import csv
import gc
import io
import re
import tracemalloc
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filled import cloned, empty, filled, made

from models import Document
from pipeline.archive.store import Archive, reading
from pipeline.export import parquet, streams, xlsx
from pipeline.export.csv_tables import cell, write_folder, write_table
from pipeline.export.days import as_day
from pipeline.export.streams import ALL
from pipeline.export.tidy import DOCUMENTS, SIGNERS, TABLES, TASKS

pytest.importorskip("pandas", reason="the extra tables is not installed")
pytest.importorskip("pyarrow", reason="the extra tables is not installed")
pytest.importorskip("xlsxwriter", reason="the extra tables is not installed")

BAD = '=HYPERLINK("http://x.vn";"đọc")'
PLANS = (
    made(1, title=BAD, place="http://example.vn/ke-hoach"),
    made(2, issued_on="2024-05-XX", title="@SUM(1)", place="a\x00\x0b\ufffe_x0041_"),
    made(3, issued_on=None, doc_type=None, title="𝐀" * 30_000),
)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    opened = filled(tmp_path_factory.mktemp("archive"), PLANS)
    yield opened
    opened.close()


def sheet(archive: Archive, name: str, *, raw: bool = False) -> list[dict[str, str]]:
    out = io.BytesIO()
    with reading(archive) as connection:
        write_table(connection, TABLES[name], out, raw=raw)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))


CELLS = [
    pytest.param(BAD, f"'{BAD}", id="a formula is not run"),
    pytest.param("+84 24", "'+84 24", id="a plus"),
    pytest.param("-", "'-", id="a bullet"),
    pytest.param("@SUM(1)", "'@SUM(1)", id="an at sign"),
    pytest.param("\t=1", "'\t=1", id="a tab before it"),
    pytest.param("\r=1", "'\r=1", id="a line end before it"),
    pytest.param("＝1＋1", "'＝1＋1", id="a wide sign"),
    pytest.param("a=1", "a=1", id="a sign inside is nothing"),
    pytest.param(("=1", "=2"), "'=1; =2", id="a list"),
    pytest.param(("a", None, "b"), "a; ; b", id="a list with a gap"),
    pytest.param((), "", id="an empty list"),
    pytest.param(-5.5, "-5.5", id="a number below zero is a number"),
    pytest.param(True, "true", id="a flag"),
    pytest.param(None, "", id="nothing"),
]


class TestCsv:
    @pytest.mark.parametrize(("value", "expected"), CELLS)
    def test_a_cell(self, value: Any, expected: str) -> None:
        assert cell(value) == expected

    def test_raw_cells_are_left_as_they_are(self) -> None:
        assert cell(BAD, raw=True) == BAD

    def test_it_begins_with_a_mark_and_ends_its_lines_as_the_standard_says(self, archive: Archive) -> None:
        out = io.BytesIO()
        with reading(archive) as connection:
            assert write_table(connection, SIGNERS, out) == (3, {"signers": 3})
        assert out.getvalue().startswith(b"\xef\xbb\xbfdocument_id,")
        assert out.getvalue().count(b"\r\n") == 4
        assert not out.closed

    def test_titles_come_back(self, archive: Archive) -> None:
        assert [row["title"] for row in sheet(archive, "documents")] == ["'@SUM(1)", f"'{BAD}", PLANS[2].header.title]
        assert [row["title"] for row in sheet(archive, "documents", raw=True)][1] == BAD

    def test_a_folder_has_one_file_a_table(self, archive: Archive, tmp_path: Path) -> None:
        with reading(archive) as connection:
            documents, counted = write_folder(connection, tmp_path)
        assert documents == 3
        assert {path.stem for path in tmp_path.iterdir()} == set(TABLES)
        for name in TABLES:
            text = (tmp_path / f"{name}.csv").read_text("utf-8-sig")
            found = list(csv.DictReader(io.StringIO(text, newline="")))
            assert len(found) == counted[name]
            assert found == sheet(archive, name)


DAYS = [
    pytest.param("2024-02-29", date(2024, 2, 29), id="a day"),
    pytest.param("2023-02-29", None, id="a day that the calendar has not"),
    pytest.param("2024-05-XX", None, id="a month"),
    pytest.param("2024-01-01/2024-02-01", None, id="a period"),
    pytest.param(None, None, id="nothing"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_whole_days(text: str | None, day: date | None) -> None:
    assert as_day(text) == day


class Book:
    """An Excel file read with nothing but ZIP and XML."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as box:
            self.parts = {name: box.read(name) for name in box.namelist()}
        workbook = ElementTree.fromstring(self.parts["xl/workbook.xml"])
        self.names = [each.get("name") for each in workbook.iter(f"{SHEET}sheet")]

    def sheet(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[f"xl/worksheets/sheet{self.names.index(name) + 1}.xml"])

    def column(self, sheet: str, label: str) -> list[tuple[str | None, str | None]]:
        """Give kind and value of the cells below a label."""
        head, *below = self.sheet(sheet).iter(f"{SHEET}row")
        letters = next(re.sub("[0-9]", "", each.get("r", "")) for each in head if "".join(each.itertext()) == label)
        cells = [next((c for c in row if re.sub("[0-9]", "", c.get("r", "")) == letters), None) for row in below]
        return [(None, None) if c is None else (c.get("t"), "".join(c.itertext())) for c in cells]


@pytest.fixture(scope="module")
def book(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Book:
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    with reading(archive) as connection:
        documents, counted = xlsx.write_workbook(connection, path)
    assert (documents, counted["cut"]) == (3, 1)
    assert [each.name for each in path.parent.iterdir()] == ["a.xlsx"]
    return Book(path)


class TestExcel:
    def test_sheets_and_columns_are_in_vietnamese(self, book: Book) -> None:
        assert book.names == [table.label for table in TABLES.values()]
        for table in TABLES.values():
            head = next(book.sheet(table.label).iter(f"{SHEET}row"))
            assert ["".join(each.itertext()) for each in head] == [column.label for column in table.columns]

    @pytest.mark.parametrize("name", TABLES)
    def test_the_head_is_frozen_and_can_be_filtered(self, book: Book, name: str) -> None:
        drawn = book.sheet(TABLES[name].label)
        (pane,) = drawn.iter(f"{SHEET}pane")
        assert (pane.get("state"), pane.get("ySplit"), pane.get("topLeftCell")) == ("frozen", "1", "A2")
        (offered,) = drawn.iter(f"{SHEET}autoFilter")
        assert (offered.get("ref") or "").endswith(str(len(list(drawn.iter(f"{SHEET}row")))))

    def test_no_cell_is_a_formula_or_a_link(self, book: Book) -> None:
        assert not any(re.search(rb"<f[ >]|<hyperlink|externalLink", data) for data in book.parts.values())
        assert ("inlineStr", BAD) in book.column("Văn bản", "Trích yếu")
        assert ("inlineStr", "http://example.vn/ke-hoach") in book.column("Văn bản", "Nơi ban hành")

    def test_a_text_that_is_too_long_is_cut_where_one_sees_it(self, book: Book) -> None:
        long = book.column("Văn bản", "Trích yếu")[-1][1] or ""
        assert long.endswith(xlsx.CUT)
        assert xlsx.CELL - 1 <= len(long.encode("utf-16-le")) // 2 <= xlsx.CELL

    def test_what_xml_does_not_have_is_dropped_and_what_looks_like_an_escape_is_kept(self, book: Book) -> None:
        assert book.column("Văn bản", "Nơi ban hành")[0] == ("inlineStr", "a_x005F_x0041_")

    def test_whole_days_are_days_and_others_texts(self, book: Book) -> None:
        issued = book.column("Văn bản", "Ngày ban hành")
        assert issued[0] == ("inlineStr", "2024-05-XX")
        assert issued[1] == (None, str((date(2026, 1, 31) - date(1899, 12, 30)).days))
        assert issued[2] == (None, None)

    def test_values_are_in_words_and_numbers_are_numbers(self, book: Book) -> None:
        assert book.column("Viện dẫn", "Quan hệ")[0] == ("inlineStr", "căn cứ")
        assert book.column("Chỉ tiêu", "Giá trị")[0][0] in (None, "n")
        assert book.column("Tệp", "Sửa đổi (ns từ 1970)")[0] == ("inlineStr", "1732000000123456789")
        assert book.column("Văn bản", "Dự thảo")[0] == ("inlineStr", "có")

    def test_it_opens_as_a_spreadsheet(self, archive: Archive, tmp_path: Path) -> None:
        from python_calamine import CalamineWorkbook

        with reading(archive) as connection:
            xlsx.write_workbook(connection, tmp_path / "a.xlsx", lang="en")
        opened = CalamineWorkbook.from_path(tmp_path / "a.xlsx")
        assert opened.sheet_names == list(TABLES)
        head, *found = opened.get_sheet_by_name("tasks").to_python()
        assert head == [column.name for column in TASKS.columns]
        assert found[0][head.index("deadline")] == date(2026, 12, 15)
        assert found[0][head.index("mode")] == "assign"

    def test_rows_beyond_the_limit_go_on_in_another_sheet(
        self, archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(xlsx, "ROWS", 11)
        with reading(archive) as connection:
            xlsx.write_workbook(connection, tmp_path / "a.xlsx")
        book = Book(tmp_path / "a.xlsx")
        named = [name for name in book.names if (name or "").startswith("Đề mục")]
        assert named == ["Đề mục", "Đề mục (2)", "Đề mục (3)"]
        assert [len(list(book.sheet(name or "").iter(f"{SHEET}row"))) for name in named] == [11, 11, 8]
        labels = [value for name in named for _, value in book.column(name or "", "Nhãn")]
        assert labels == ["I", "1", "a", "b", "2", "-", "II", "1", "2"] * 3

    @pytest.mark.parametrize("text", ["a" * xlsx.CELL, "𝐀" * (xlsx.CELL // 2)], ids=["letters", "pairs"])
    def test_what_just_fits_is_not_cut(self, text: str) -> None:
        assert xlsx.fitted(text) == text


@pytest.fixture(scope="module")
def folder(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parquet")
    with reading(archive) as connection:
        assert parquet.write_folder(connection, folder)[0] == 3
    return folder


class TestParquet:
    @pytest.mark.parametrize("name", TABLES)
    def test_pandas_reads_each_table(self, folder: Path, archive: Archive, name: str) -> None:
        from pandas import read_parquet

        found = read_parquet(folder / name)
        columns = [parquet.RENAMED.get(column.name, column.name) for column in TABLES[name].columns]
        more = ["json"] if TABLES[name] is DOCUMENTS else []
        assert list(found.columns) == [*columns, *more, *(["year", "type"] if name != "agencies" else [])]
        assert len(found) == len(sheet(archive, name))

    def test_it_is_parted_by_year_and_type(self, folder: Path) -> None:
        parts = {path.parent.relative_to(folder).as_posix() for path in (folder / "tasks").rglob("*.parquet")}
        assert parts == {
            "tasks/year=2024/type=ke-hoach",
            "tasks/year=2026/type=ke-hoach",
            "tasks/year=unknown/type=unknown",
        }
        assert [path.name for path in (folder / "agencies").iterdir()] == ["part-0.parquet"]

    def test_columns_are_of_their_kind_and_packed(self, folder: Path) -> None:
        from pyarrow.parquet import ParquetFile

        with ParquetFile(folder / "tasks/year=2026/type=ke-hoach/part-0.parquet") as file:
            kinds = {field.name: str(field.type) for field in file.schema_arrow}
            assert file.metadata.row_group(0).column(0).compression == "ZSTD"
        assert (kinds["ordinal"], kinds["deadline_to"], kinds["measurable"]) == ("int64", "date32[day]", "bool")
        assert kinds["lead"].startswith("list<")

    def test_full_files_are_followed_by_others(
        self, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from pandas import read_parquet

        monkeypatch.setattr(parquet, "PART_ROWS", 7)
        archive = cloned(empty(tmp_path / "archive"), document, 20)
        with reading(archive) as connection:
            parquet.write_folder(connection, tmp_path / "out")
        assert len(list((tmp_path / "out/documents").rglob("*.parquet"))) == 3
        assert read_parquet(tmp_path / "out/documents").sha256.nunique() == 20

    def test_a_table_without_rows_has_its_columns(self, tmp_path: Path) -> None:
        from pandas import read_parquet

        with reading(empty(tmp_path / "archive")) as connection:
            parquet.write_folder(connection, tmp_path / "out")
        assert [len(read_parquet(tmp_path / "out" / name)) for name in TABLES] == [0] * len(TABLES)


WRITERS = {
    "xlsx": lambda connection, out, *more: xlsx.write_workbook(connection, out / "a.xlsx", *more),
    "csv": write_folder,
    "parquet": parquet.write_folder,
}


@pytest.mark.parametrize("name", WRITERS)
def test_memory_does_not_grow_with_the_archive(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Only what Python holds is seen here; little is held at once, so that few documents show it."""
    monkeypatch.setattr(streams, "AT_ONCE", 10)
    monkeypatch.setattr(parquet, "ROWS", 50)
    monkeypatch.setattr(parquet, "WEIGHT", 100_000)

    def peak(number: int) -> int:
        archive = cloned(empty(tmp_path / f"{number}"), document, number)
        (out := tmp_path / f"{number}-out").mkdir()
        with reading(archive) as connection:
            tracemalloc.start()
            WRITERS[name](connection, out, ALL, lambda _: gc.collect())  # garbage is not what is held
            held = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        return held

    peak(10)  # what is loaded and cached once is not counted
    assert peak(120) - peak(40) < 80 * len(document.model_dump_json()) / 3
