"""Tables of data: the same rows from every format, with caption, heading, merged cells, over page breaks."""

from __future__ import annotations

import pytest
from made_text import layout

import corpus
from models import Merged, Table
from parsers import parse
from parsers.knowledge import rows
from parsers.layout import Cell, Line, Run
from parsers.tables import tables
from parsers.text import build
from parsers.vietnamese.unicode import key

COLUMNS = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn", "Sản phẩm")


@pytest.mark.parametrize("suffix", ["md", "docx", "pdf"])
def test_a_table_is_read_cell_by_cell(suffix: str) -> None:
    path = next(file for file in corpus.documents().iterdir() if file.name == f"phan_cong_nhiem_vu.{suffix}")
    (table,) = parse(str(path)).tables
    assert table.columns == COLUMNS
    assert [row[0] for row in table.rows] == ["1", "2", "3", "4"]
    assert table.rows[2][2] == "Cục Quản lý nhà và thị trường bất động sản"


Rows = list[list[str | tuple[str, int, int] | None]]


def grid(rows: Rows, number: int = 0, *, bold: int = 0) -> list[Line]:
    """Give the lines of a table; (words, height, width) is a merged cell, None what it covers, bold the first rows."""
    lines = []
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            words, height, width = cell if isinstance(cell, tuple) else (cell or "", 1, 1)
            if words:
                run = Run(words, size=13, bold=row < bold)
                place = Cell(number, row, column, height, width)
                lines.append(Line((run,), role="table", cell=place, ends=True))
    return lines


def read(*lines: str | Line) -> tuple[Table, ...]:
    return tables(build(layout(*lines)))


def bold(words: str) -> Line:
    return Line((Run(words, size=13, bold=True),), ends=True)


BODY: Rows = [["1", "Trồng cây", "500"], ["2", "Đắp đường", "700"]]
HEADS = [
    pytest.param([["TT", "Việc", "Số"]], 0, ("TT", "Việc", "Số"), 1, id="a counter heads the table"),
    pytest.param([["Số\nTT", "Việc", "Số"]], 0, ("Số TT", "Việc", "Số"), 1, id="a counter in two lines"),
    pytest.param(
        [["Chỉ tiêu", "Đơn vị", "Kế hoạch 2026"]], 0, ("Chỉ tiêu", "Đơn vị", "Kế hoạch 2026"), 1,
        id="words that head columns",
    ),
    pytest.param([["Xã", "Bản", "Cây"]], 1, ("Xã", "Bản", "Cây"), 1, id="bold above light"),
    pytest.param([["Xã", "Bản", "Cây"]], 0, (), 0, id="words that say nothing are a row"),
    pytest.param([["Xã", "Bản", "Cây"], ["(1)", "(2)", "(3)"]], 0, ("Xã", "Bản", "Cây"), 2, id="numbered columns"),
    pytest.param(
        [[("TT", 2, 1), ("Năm", 1, 2), None], [None, "2025", "2026"]], 0, ("TT", "Năm ▸ 2025", "Năm ▸ 2026"), 2,
        id="two levels, the counter merged down",
    ),
    pytest.param(
        [["TT", ("Năm", 1, 2), None], ["", "2025", "2026"]], 0, ("TT", "Năm ▸ 2025", "Năm ▸ 2026"), 2,
        id="two levels, nothing merged down",
    ),
    pytest.param(
        [["TT", ("Mô tả", 1, 2), None]], 0, ("TT", "Mô tả", "Mô tả"), 1, id="a wide name with records below",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("head", "strong", "columns", "height"), HEADS)
def test_headings(head: Rows, strong: int, columns: tuple[str, ...], height: int) -> None:
    (table,) = read("I. SỐ LIỆU", *grid([*head, *BODY], bold=strong))
    assert (table.columns, table.header_rows) == (columns, height)
    assert table.rows[len(head) - height :] == (("1", "Trồng cây", "500"), ("2", "Đắp đường", "700"))


CAPTIONS = [
    pytest.param(["1. Số liệu nêu sau đây.", "Bảng 1. Số cây trồng"], "Bảng 1. Số cây trồng", id="numbered"),
    pytest.param(["Bảng 2. Số cây", "Đơn vị tính: cây"], "Bảng 2. Số cây", id="the unit stands between"),
    pytest.param(["Nơi nhận:", "Biểu mẫu số 01"], "Biểu mẫu số 01", id="a form"),
    pytest.param(
        ["Phụ lục I", "DANH MỤC CÂY TRỒNG", "(Kèm theo Kế hoạch số 5/KH-UBND ngày 05/01/2026)"],
        "Phụ lục I DANH MỤC CÂY TRỒNG", id="the title of the appendix, without its guide",
    ),
    pytest.param(
        ["MỘT SỐ VIỆC (Kèm theo Kế hoạch số 5/KH-UBND)"], "MỘT SỐ VIỆC", id="the guide on the line of the title",
    ),
    pytest.param(["PHÚ THỌ 2012", "BẢNG TỪ VIẾT TẮT"], "BẢNG TỪ VIẾT TẮT", id="a title begins with its kind"),
    pytest.param(["I. MỤC ĐÍCH"], None, id="a section is no caption"),
    pytest.param(["Các xã trồng cây như sau:"], None, id="a sentence is no caption"),
]  # fmt: skip


@pytest.mark.parametrize(("above", "expected"), CAPTIONS)
def test_captions(above: list[str], expected: str | None) -> None:
    (table,) = read(*above, *grid([["TT", "Việc", "Số"], *BODY]))
    assert table.caption == expected


def test_a_row_over_the_whole_width_above_the_heading_is_the_caption() -> None:
    (table,) = read("Sở báo cáo.", *grid([[("TỔNG HỢP", 1, 3), None, None], ["TT", "Việc", "Số"], *BODY]))
    assert (table.caption, table.columns, table.header_rows) == ("TỔNG HỢP", ("TT", "Việc", "Số"), 2)


def test_a_merged_cell_has_its_words_once() -> None:
    body: Rows = [[("I. Xã", 1, 3), None, None], ["1", ("Cây", 2, 1), "5"], ["2", None, ""]]
    (table,) = read(*grid([["TT", "Việc", "Số"], *body]))
    assert table.rows == (("I. Xã", None, None), ("1", "Cây", "5"), ("2", None, ""))
    assert table.merged == (Merged(row=0, column=0, columns=3), Merged(row=1, column=1, rows=2))


def test_rows_and_columns_without_words_are_left_out() -> None:
    (table,) = read(*grid([["TT", "Việc", "", "Số"], ["", "", "", ""], ["1", "Trồng cây", "", "5"]]))
    assert (table.columns, table.rows) == (("TT", "Việc", "Số"), (("1", "Trồng cây", "5"),))


HEAD: Rows = [["TT", "Việc", "Số"]]
MORE: Rows = [["3", "Nạo kênh", "9"]]
PARTS = [
    pytest.param([*HEAD, *MORE], [], 1, id="with the heading once more"),
    pytest.param([["TT", "Viêc", "Số"], *MORE], [], 1, id="with an error of recognition in the heading"),
    pytest.param(MORE, [], 1, id="the numbers go on"),
    pytest.param([["1", "Nạo kênh", "9"]], [], 2, id="the numbers begin again"),
    pytest.param([*HEAD, *MORE], ["ưc"], 1, id="a stain between"),
    pytest.param([*HEAD, *MORE], ["2. Việc của xã là:"], 2, id="a sentence between"),
    pytest.param([["TT", "Người", "Chức"], *MORE], [], 2, id="another heading"),
    pytest.param([["3", "Nạo kênh"]], [], 2, id="another width"),
]


@pytest.mark.parametrize(("second", "between", "count"), PARTS)
def test_parts_of_one_table_are_joined(second: Rows, between: list[str], count: int) -> None:
    found = read("Sở báo cáo.", *grid([*HEAD, *BODY]), *between, *grid(second, 1))
    assert len(found) == count
    if count == 1:
        assert [row[0] for row in found[0].rows] == ["1", "2", "3"]


def test_a_heading_repeated_inside_is_no_row() -> None:
    (table,) = read(*grid([*HEAD, *BODY, *HEAD, *MORE]))
    assert [row[0] for row in table.rows] == ["1", "2", "3"]


def test_the_span_holds_the_table() -> None:
    text = build(layout("Sở báo cáo.", *grid([*HEAD, *BODY]), "Hết."))
    (table,) = tables(text)
    assert table.span is not None
    assert text.value[table.span.start : table.span.end].split("\n")[:3] == ["TT", "Việc", "Số"]
    assert text.value[table.span.end :] == "\nHết."


def test_paragraphs_of_a_cell_stay_apart() -> None:
    lines = [*grid(HEAD), *grid([["1", "Trồng cây;", "5"]])]
    cells = [line._replace(cell=line.cell._replace(row=1)) for line in lines[3:] if line.cell]
    extra = cells[1]._replace(runs=(Run("Đắp đường."),))
    (table,) = read(*lines[:3], *cells[:2], extra, cells[2])
    assert table.rows == (("1", "Trồng cây;\nĐắp đường.", "5"),)


def test_no_name_of_a_column_stands_twice_in_the_table_of_heads() -> None:
    words = [key(row["words"]) for row in rows("table_heads")]
    assert len(set(words)) == len(words)
