"""Spreadsheets: each sheet a line and a table, values as a document prints them."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import date, datetime, time

import pytest
from test_office import compound

from models import Cause, Failure
from parsers.layout import Layout
from parsers.readers import read, spreadsheet
from parsers.readers.spreadsheet import Value, shown

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xlsx(sheets: dict[str, str], hidden: tuple[str, ...] = ()) -> bytes:
    """Pack an XLSX file: sheet names with the inside of `sheetData`."""
    listed = links = types = ""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for number, (name, rows) in enumerate(sheets.items(), 1):
            state = ' state="hidden"' if name in hidden else ""
            listed += f'<sheet name="{name}" sheetId="{number}"{state} r:id="r{number}"/>'
            links += relation(f"r{number}", "worksheet", f"worksheets/sheet{number}.xml")
            types += f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{TYPE}.worksheet+xml"/>'
            inside = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
            package.writestr(f"xl/worksheets/sheet{number}.xml", inside)
        types += f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        package.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>')
        package.writestr("_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml")))
        package.writestr("xl/_rels/workbook.xml.rels", relations(links))
        book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
        package.writestr("xl/workbook.xml", book)
    return stream.getvalue()


def relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def relations(links: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def row(number: int, *values: str | float | None) -> str:
    cells = ""
    for column, value in zip("ABCDEFGH", values, strict=False):
        if isinstance(value, str):
            cells += f'<c r="{column}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
        elif value is not None:
            cells += f'<c r="{column}{number}"><v>{value}</v></c>'
    return f'<row r="{number}">{cells}</row>'


def xls(*texts: str) -> bytes:
    """Make an XLS file with one sheet and one row of texts (BIFF8)."""

    def record(kind: int, content: bytes) -> bytes:
        return struct.pack("<HH", kind, len(content)) + content

    name = "Biểu 1"
    opening = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    written = name.encode("utf-16-le")
    sheet = struct.pack("<BB", len(name), 1) + written
    start = len(opening) + 4 + 6 + len(sheet) + 4
    book = opening + record(0x0085, struct.pack("<IBB", start, 0, 0) + sheet) + record(0x000A, b"")
    cells = b"".join(
        record(0x0204, struct.pack("<HHHHB", 0, column, 0, len(text), 1) + text.encode("utf-16-le"))
        for column, text in enumerate(texts)
    )
    inside = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    inside += record(0x0200, struct.pack("<IIHHH", 0, 1, 0, len(texts), 0)) + cells + record(0x000A, b"")
    return compound(Workbook=book + inside)


def told(layout: Layout) -> list[tuple[str, tuple[int, int, int] | None]]:
    return [(line.text, line.cell[:3] if line.cell else None) for line in layout.pages[0].lines]


def test_a_sheet_is_its_name_and_a_table() -> None:
    rows = row(1, "TT", "Nội dung", "Kinh phí") + row(2, 1, "Trồng cây", 12.5) + row(3, 2, None, 2000)
    layout = read(xlsx({"Phụ lục 1": rows, "Trống": "", "Phụ lục 2": row(1, "Xã", "Số hộ")}), "a.xlsx")
    assert (layout.media_type, layout.reader) == (spreadsheet.XLSX, "spreadsheet")
    assert told(layout) == [
        ("Phụ lục 1", None),
        ("TT", (0, 0, 0)), ("Nội dung", (0, 0, 1)), ("Kinh phí", (0, 0, 2)),
        ("1", (0, 1, 0)), ("Trồng cây", (0, 1, 1)), ("12,5", (0, 1, 2)),
        ("2", (0, 2, 0)), ("2000", (0, 2, 2)),
        ("Phụ lục 2", None),
        ("Xã", (2, 0, 0)), ("Số hộ", (2, 0, 1)),
    ]  # fmt: skip
    assert {line.role for line in layout.pages[0].lines if line.cell} == {"table"}


def test_a_hidden_sheet_is_not_shown() -> None:
    layout = read(xlsx({"A": row(1, "thấy"), "B": row(1, "khuất")}, hidden=("B",)), "a.xlsx")
    assert [text for text, _ in told(layout)] == ["A", "thấy"]


def test_a_sheet_of_excel_97() -> None:
    layout = read(xls("Đơn vị", "Số lượng"), "a.xls")
    assert layout.media_type == spreadsheet.XLS
    assert told(layout) == [("Biểu 1", None), ("Đơn vị", (0, 0, 0)), ("Số lượng", (0, 0, 1))]


def test_an_old_encoding_is_read() -> None:
    rows = row(1, "Tæng hîp kinh phÝ", "§¬n vÞ tÝnh") + row(2, "TËp huÊn nghiÖp vô", "TriÖu ®ång")
    layout = read(xlsx({"1": rows}), "a.xlsx")
    assert [text for text, _ in told(layout)][1:] == [
        "Tổng hợp kinh phí",
        "Đơn vị tính",
        "Tập huấn nghiệp vụ",
        "Triệu đồng",
    ]
    assert layout.notes == ("legacy-encoding",)


VALUES = [
    pytest.param(3.0, "3", id="a whole number"),
    pytest.param(1234567.25, "1234567,25", id="a decimal comma"),
    pytest.param(0.1 + 0.2, "0,3", id="no noise of the machine"),
    pytest.param(date(2025, 12, 31), "31/12/2025", id="a day"),
    pytest.param(datetime(2025, 12, 31), "31/12/2025", id="a day without a time"),
    pytest.param(datetime(2025, 12, 31, 8, 30), "31/12/2025 08:30", id="a day with a time"),
    pytest.param(time(8, 30), "08:30", id="a time"),
    pytest.param(True, "x", id="a tick"),
    pytest.param(False, "", id="no tick"),
    pytest.param("a\nb", "a\nb", id="text"),
]


@pytest.mark.parametrize(("value", "expected"), VALUES)
def test_shown(value: Value, expected: str) -> None:
    assert shown(value) == expected


def test_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MAX_ROWS", 2)
    with pytest.raises(Failure) as caught:
        read(xlsx({"A": row(1, "a") + row(2, "b") + row(3, "c")}), "a.xlsx")
    assert (caught.value.cause, caught.value.detail) == (Cause.TOO_LARGE, "3 rows, 3 cells")


def test_a_sheet_whose_cells_are_far_apart_is_refused() -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(Failure) as caught:
        read(xlsx({"A": far}), "a.xlsx")
    assert caught.value.cause is Cause.TOO_LARGE


def test_a_bomb_is_refused_before_it_is_opened() -> None:
    with pytest.raises(Failure) as caught:
        read(xlsx({"A": " " * 400 * 2**20}), "a.xlsx")
    assert caught.value.cause is Cause.TOO_LARGE


BROKEN = [
    pytest.param(xls("a")[:1500], Cause.TRUNCATED, id="an XLS cut"),
    pytest.param(xlsx({"A": "<row"}), Cause.TRUNCATED, id="XML that is none"),
    pytest.param(compound(Workbook=bytes(4096)), Cause.EMPTY, id="a book of nothing"),
]


@pytest.mark.parametrize(("data", "cause"), BROKEN)
def test_what_is_broken_is_refused(data: bytes, cause: Cause) -> None:
    with pytest.raises(Failure) as caught:
        read(data, "a.xls")
    assert caught.value.cause is cause
