"""Ruled tables of PDF: cells by the drawn lines, merged cells, tables over page breaks."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus.pdf_pages import face, register_fonts
from models import Merged, Table
from parsers.readers.options import Options
from parsers.readers.pdf import read
from parsers.readers.pdf_grids import Place, grids
from parsers.tables import tables
from parsers.text import build

HEIGHT = 842.0
EDGES = (85.0, 125.0, 330.0, 430.0, 545.0)
ROW = 24.0
HEAD = ("TT", "Nội dung", "Đơn vị", "Số cây")


class Page:
    """A page with ruled tables; y counts points from the top."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.y = 60.0

    def line(self, words: str) -> Page:
        self.y += 20
        self.at(85, self.y, words)
        return self

    def at(self, x: float, y: float, words: str, size: float = 12) -> None:
        self.canvas.setFont(face(False), size)
        self.canvas.drawString(x, HEIGHT - y, words)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def table(self, *rows: tuple[str | None, ...], edges: tuple[float, ...] = EDGES, sides: bool = True) -> Page:
        """Draw rows; None is covered by the cell to the left, "^" by the cell above."""
        top = self.y + 10
        for number, row in enumerate(rows):
            above, below = top + number * ROW, top + (number + 1) * ROW
            following = rows[number + 1] if number + 1 < len(rows) else ()
            for column, words in enumerate(row):
                left, right = edges[column], edges[column + 1]
                if words is not None and (column or sides):
                    self.rule(left, above, left, below)
                if words != "^" and not (words is None and "^" in row[:column]):
                    self.rule(left, above, right, above)
                if words not in (None, "^"):
                    for step, part in enumerate(words.split("\n")):
                        self.at(left + 4, above + 11 + 11 * step, part, 11 if "\n" not in words else 10)
                if not following:
                    self.rule(left, below, right, below)
            if sides:
                self.rule(edges[-1], above, edges[-1], below)
        self.y = top + len(rows) * ROW + 20
        return self


def found(*pages: Callable[[Page], object]) -> tuple[Table, ...]:
    """Give the tables of pages that are drawn here."""
    register_fonts()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595.0, HEIGHT))
    for fill in pages:
        fill(Page(canvas))
        canvas.showPage()
    canvas.save()
    return tables(build(read(stream.getvalue(), "a.pdf", Options(ocr="never"))))


def test_cells_stand_where_the_rules_say() -> None:
    rows = (("1", "Trồng cây", "", "500"), ("2", "Đắp đường", "m", ""))
    (table,) = found(lambda page: page.line("Các xã trồng cây như sau:").table(HEAD, *rows).line("Hết."))
    assert (table.columns, table.rows, table.merged) == (HEAD, rows, ())
    assert (table.page, table.pages) == (1, (1,))


def test_words_of_a_cell_that_run_up_to_the_rule_stay_in_it() -> None:
    words = "Trồng cây phân tán ở vùng cao của xã"
    (table,) = found(
        lambda page: page.line("Sở giao:").table(HEAD, ("1", words, "Sở Tài chính m", "5"), ("2", "b", "c", "d"))
    )
    assert table.rows[0] == ("1", words, "Sở Tài chính m", "5")


def test_the_lines_of_a_cell_are_joined() -> None:
    (table,) = found(
        lambda page: page.line("Sở giao:").table(HEAD, ("1", "Trồng cây ở\ncác bản", "xã", "5"), ("2", "b", "c", "d"))
    )
    assert table.rows[0][1] == "Trồng cây ở các bản"


def test_a_table_of_two_columns() -> None:
    rows = [("TT", "Nội dung"), ("1", "Trồng cây"), ("2", "Đắp đường"), ("3", "Nạo kênh")]
    (table,) = found(lambda page: page.line("Sở giao:").table(*rows, edges=(85, 125, 545)))
    assert (table.columns, table.rows) == (rows[0], tuple(rows[1:]))


def test_a_table_without_rules_at_its_sides() -> None:
    (table,) = found(
        lambda page: page.line("Sở giao:").table(HEAD, ("1", "a", "b", "c"), ("2", "d", "e", "f"), sides=False)
    )
    assert table.rows == (("1", "a", "b", "c"), ("2", "d", "e", "f"))


def test_merged_cells() -> None:
    rows = (
        ("TT", "Nội dung", "Năm", None),
        ("^", "^", "2025", "2026"),
        ("I. Cấp tỉnh", None, None, None),
        ("1", "Trồng cây", "5", "6"),
        ("2", "^", "7", "8"),
    )
    (table,) = found(lambda page: page.line("Sở giao:").table(*rows))
    assert table.columns == ("TT", "Nội dung", "Năm ▸ 2025", "Năm ▸ 2026")
    assert table.rows == (("I. Cấp tỉnh", None, None, None), ("1", "Trồng cây", "5", "6"), ("2", None, "7", "8"))
    assert table.merged == (Merged(row=0, column=0, columns=4), Merged(row=1, column=1, rows=2))


def long(page: Page) -> Page:
    page.line("Sở giao:")
    page.y = 700
    return page.table(HEAD, ("1", "a", "b", "c"), ("2", "d", "e", "f"))


def top(page: Page) -> Page:
    page.y = 50
    return page


OTHER = (85.0, 200.0, 300.0, 400.0, 545.0)
WIDE = (60.0, 100.0, 305.0, 405.0, 520.0)
NEXT = [
    pytest.param(lambda page: top(page).table(("3", "g", "h", "i")), ("1", "2", "3"), id="without a heading"),
    pytest.param(lambda page: top(page).table(HEAD, ("3", "g", "h", "i")), ("1", "2", "3"), id="heading again"),
    pytest.param(lambda page: top(page).table(("3", "g", "h", "i"), edges=WIDE), ("1", "2", "3"), id="a shifted page"),
    pytest.param(
        lambda page: top(page).table(("", "và dd", "", ""), ("3", "g", "h", "i")),
        ("1", "2", "3"),
        id="a row broken off",
    ),
    pytest.param(
        lambda page: top(page).table(("3", "Mục chung", None, None), ("4", "g", "h", "i")),
        ("1", "2", "3", "4"),
        id="fewer columns at first",
    ),
    pytest.param(
        lambda page: top(page).table(("3", "g", "h", "i"), edges=OTHER),
        ("1", "2", "3"),
        id="other columns, and the numbers go on",
    ),
    pytest.param(
        lambda page: top(page).table(("1", "g", "h", "i"), ("2", "j", "k", "l"), edges=OTHER),
        ("1", "2"),
        id="other columns are another table",
    ),
    pytest.param(
        lambda page: page.line("2. Việc khác.").table(HEAD, ("3", "g", "h", "i")), ("1", "2"), id="a line between"
    ),
]


@pytest.mark.parametrize(("second", "numbers"), NEXT)
def test_a_table_goes_on_over_the_page_break(second: Any, numbers: tuple[str, ...]) -> None:
    table = found(long, second)[0]
    assert tuple(row[0] for row in table.rows) == numbers
    assert table.pages == ((1, 2) if len(numbers) > 2 else (1,))


def test_the_rest_of_a_row_joins_it() -> None:
    table = found(long, lambda page: top(page).table(("", "và dd", "", ""), ("3", "g", "h", "i")))[0]
    assert table.rows[1] == ("2", "d và dd", "e", "f")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((("Nơi nhận:", "KT. GIÁM ĐỐC"), ("- Lưu: VT.", "Trần Văn A")), id="a closing in rules"),
        pytest.param(
            (("SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("Số: 4/KH", "Độc lập - Tự do")), id="a letterhead"
        ),
    ],
)
def test_a_grid_of_the_layout_is_no_table(rows: Any) -> None:
    assert found(lambda page: page.line("Sở giao.").table(*rows, edges=(85, 300, 545))) == ()


def test_shading_behind_words_draws_no_grid() -> None:
    def shaded(page: Page) -> None:
        for number in range(6):
            page.line("Các xã trồng cây")
            page.canvas.setFillColorRGB(0.8, 0.8, 0.8)
            for column in range(5):
                page.canvas.rect(85 + 90 * column, HEIGHT - page.y - 4, 90, 16, stroke=0, fill=1)
            page.canvas.setFillColorRGB(0, 0, 0)
            for column in range(5):
                page.at(90 + 90 * column, page.y, f"từ {number}")

    assert found(shaded) == ()


GRIDS = [
    pytest.param([], 0, id="nothing is drawn"),
    pytest.param([(0, 0, 100, 0.5), (0, 50, 100, 50.5)], 0, id="two lines"),
    pytest.param([(0, y, 100, y) for y in (0, 50)] + [(x, 0, x, 50) for x in (0, 100)], 0, id="a box"),
    pytest.param([(0, y, 100, y) for y in (0, 50)] + [(x, 0, x, 50) for x in (0, 50, 100)], 1, id="two cells"),
    pytest.param(
        [(0, y, 100, y) for y in (0, 50)]
        + [(x, 0, x, 20) for x in (0, 50, 100)]
        + [(x, 20, x, 50) for x in (0, 50, 100)],
        1,
        id="rules in pieces",
    ),
    pytest.param(
        [(0, y, 200, y) for y in (0, 50)]
        + [(x, 0, x, 50) for x in (0, 100, 200)]
        + [(10, y, 90, y) for y in (10, 40)]
        + [(x, 10, x, 40) for x in (10, 50, 90)],
        1,
        id="a grid in a cell",
    ),
]


@pytest.mark.parametrize(("rules", "count"), GRIDS)
def test_grids(rules: list[tuple[float, float, float, float]], count: int) -> None:
    assert len(grids(rules)) == count


def test_a_cell_reaches_over_an_edge_that_is_not_drawn() -> None:
    (grid,) = grids(
        [(0, y, 100, y) for y in (0.0, 20.0, 40.0)] + [(x, 0, x, 40) for x in (0.0, 100.0)] + [(50, 20, 50, 40)]
    )
    assert grid.place((60, 5, 70, 10)) == Place(0, 0, 1, 2)
    assert grid.place((60, 25, 70, 30)) == Place(1, 1, 1, 1)
    assert grid.place((160, 25, 170, 30)) is None
