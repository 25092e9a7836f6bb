"""What the reader of PDF makes of pages drawn here: order, furniture, footnotes, stamps, refusals."""

from __future__ import annotations

import ctypes
import io
from typing import Any

import pypdfium2
import pytest
from made_text import tried
from pypdfium2 import raw
from reportlab.pdfgen.canvas import Canvas

from corpus.pdf_pages import face, register_fonts
from models import Cause, Document, Failure
from parsers import parse_bytes
from parsers.layout import Layout, Line
from parsers.readers.pdf import read
from parsers.sections import tree
from parsers.text import build

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 85.0, 545.0
SIZE = 14.0


class Sheet:
    """A PDF being drawn; y counts points from the top of the page."""

    def __init__(self, **options: Any) -> None:
        register_fonts()
        self._stream = io.BytesIO()
        self.canvas = Canvas(self._stream, pagesize=(WIDTH, HEIGHT), **options)
        self.y = 60.0

    def at(
        self, x: float, y: float, words: str, size: float = SIZE, *, bold: bool = False, centred: bool = False
    ) -> Sheet:
        self.canvas.setFont(face(bold), size)
        draw = self.canvas.drawCentredString if centred else self.canvas.drawString
        draw(x, HEIGHT - y, words)
        return self

    def line(self, words: str, *, full: bool = False, **options: Any) -> Sheet:
        """Draw the next line; a full one is spaced out to the right margin."""
        self.y += 20
        if not full:
            return self.at(LEFT, self.y, words, **options)
        width = self.canvas.stringWidth(words, face(), SIZE)
        text = self.canvas.beginText(LEFT, HEIGHT - self.y)
        text.setFont(face(), SIZE)
        text.setCharSpace((RIGHT - LEFT - width) / max(1, len(words) - 1))
        text.textOut(words)
        self.canvas.saveState()
        self.canvas.drawText(text)
        self.canvas.restoreState()
        return self

    def turn(self) -> Sheet:
        self.canvas.showPage()
        self.y = 60.0
        return self

    def data(self) -> bytes:
        self.canvas.save()
        return self._stream.getvalue()

    def layout(self) -> Layout:
        return read(self.data(), "a.pdf")

    def document(self) -> Document:
        return parse_bytes(self.data(), "a.pdf")


def lines(layout: Layout, page: int = 0) -> list[Line]:
    return list(layout.pages[page].lines)


def texts(layout: Layout, page: int = 0) -> list[str]:
    return [" ".join(line.text.split()) for line in lines(layout, page)]


def letterhead(sheet: Sheet) -> Sheet:
    """Draw a letterhead in two columns, line by line across the page, as Word writes it."""
    left, right = 180.0, 410.0
    sheet.at(left, 60, "UBND TỈNH BẢN MẠ", 13, centred=True)
    sheet.at(right, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True, centred=True)
    sheet.at(left, 76, "SỞ NỘI VỤ", 13, bold=True, centred=True)
    sheet.at(right, 76, "Độc lập - Tự do - Hạnh phúc", 13, bold=True, centred=True)
    sheet.at(left, 104, "Số: 45/KH-SNV", 13, centred=True)
    sheet.at(right, 104, "Bản Mạ, ngày 02 tháng 3 năm 2026", 13, centred=True)
    sheet.at(315, 140, "KẾ HOẠCH", bold=True, centred=True)
    sheet.at(315, 158, "Trồng cây phân tán năm 2026", bold=True, centred=True)
    sheet.y = 180
    return sheet


BODY = (
    "Thực hiện Chỉ thị số 7/CT-UBND ngày 01/02/2026 của UBND tỉnh về trồng",
    "cây, Sở Nội vụ ban hành Kế hoạch trồng cây phân tán ở các xã như sau:",
)


def closing(sheet: Sheet, top: float) -> Sheet:
    """Draw recipients on the left and the signature on the right, row by row."""
    rows = [
        ("Nơi nhận:", "KT. GIÁM ĐỐC"),
        ("- UBND tỉnh (b/c);", "PHÓ GIÁM ĐỐC"),
        ("- Các xã;", ""),
        ("- Lưu: VT, TH.", ""),
    ]
    for index, (recipient, post) in enumerate(rows):
        sheet.at(LEFT, top + 16 * index, recipient, 11)
        if post:
            sheet.at(430, top + 16 * index, post, 13, bold=True, centred=True)
    return sheet.at(430, top + 90, "Lò Văn Sơn", bold=True, centred=True)


def whole() -> Sheet:
    sheet = letterhead(Sheet())
    for words in BODY:
        sheet.line(words, full=True)
    sheet.line("I. MỤC ĐÍCH", bold=True).line("1. Trồng cây ở các bản.").line("Yêu cầu các xã thực hiện./.")
    return closing(sheet, sheet.y + 40)


def test_the_letterhead_is_read_column_by_column() -> None:
    assert texts(whole().layout())[:7] == [
        "UBND TỈNH BẢN MẠ",
        "SỞ NỘI VỤ",
        "Số: 45/KH-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Bản Mạ, ngày 02 tháng 3 năm 2026",
        "KẾ HOẠCH",
    ]


def test_the_closing_is_read_column_by_column() -> None:
    assert texts(whole().layout())[-7:] == [
        "Nơi nhận:", "- UBND tỉnh (b/c);", "- Các xã;", "- Lưu: VT, TH.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Văn Sơn",
    ]  # fmt: skip


def test_the_whole_page_is_understood() -> None:
    found = whole().document()
    header = found.header
    assert (header.code, header.place, header.issued_on) == ("45/KH-SNV", "Bản Mạ", "2026-03-02")
    assert header.governing_agency is not None
    assert (header.governing_agency.raw, header.issuing_agencies[0].raw) == ("UBND TỈNH BẢN MẠ", "SỞ NỘI VỤ")
    assert (header.doc_type, header.title) == ("kế hoạch", "Trồng cây phân tán năm 2026")
    assert [(s.name, s.position, s.capacity) for s in found.signers] == [
        ("Lò Văn Sơn", "PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC",))
    ]
    assert [(r.name, r.purpose) for r in found.recipients] == [("UBND tỉnh", "b/c"), ("Các xã", None)]
    assert found.archive is not None
    assert found.archive.units == ("VT", "TH")
    assert found.source.pages == 1


def test_wrapped_lines_make_one_paragraph() -> None:
    assert " ".join(BODY) in build(whole().layout()).value.split("\n")


def test_no_letter_is_lost() -> None:
    layout = whole().layout()
    printed = "".join(line.text for line in lines(layout))
    assert sorted("".join(build(layout).value.split())) == sorted("".join(printed.split()))


def test_boxes_stand_where_the_words_are_printed() -> None:
    found = whole().document()
    span = found.signers[0].span
    assert span.page == 1
    assert span.boxes is not None
    ((left, top, right, bottom),) = span.boxes
    assert left < 430 < right
    assert abs((top + bottom) / 2 - 406) < 12
    number = found.header.evidence["number"].span
    assert number is not None
    assert number.boxes is not None
    assert 140 < number.boxes[0][0] < 180
    assert number.boxes[0][2] - number.boxes[0][0] < 20


def test_the_look_is_kept() -> None:
    title = next(line for line in lines(whole().layout()) if line.text.startswith("KẾ HOẠCH"))
    body = next(line for line in lines(whole().layout()) if line.text.startswith("1. Trồng"))
    assert (title.runs[0].bold, body.runs[0].bold) == (True, False)
    assert (title.runs[0].size, body.runs[0].size) == (SIZE, SIZE)


# furniture


def numbered(pages: int, head: str = "") -> Sheet:
    sheet = Sheet()
    for page in range(1, pages + 1):
        if page > 1:
            sheet.at(WIDTH / 2, 45, str(page), 13, centred=True)
        if head:
            sheet.at(LEFT, 810, head, 9)
        for item in range(1, 25):
            sheet.line(f"{24 * (page - 1) + item}. Xã trồng cây ở các bản vùng cao.")
        sheet.turn()
    return sheet


def test_page_numbers_are_furniture() -> None:
    layout = numbered(3).layout()
    assert [page.furniture for page in layout.pages] == [(), ("2",), ("3",)]
    assert [page.number for page in layout.pages] == [1, 2, 3]
    assert len(texts(layout, 1)) == 24


def test_a_running_head_is_furniture() -> None:
    layout = numbered(3, head="Cổng thông tin điện tử Bản Mạ").layout()
    assert all("Cổng thông tin điện tử Bản Mạ" in page.furniture for page in layout.pages)
    assert "Cổng" not in build(layout).value


def test_a_numbered_running_foot_is_furniture() -> None:
    sheet = Sheet()
    for page in (1, 2):
        for item in range(20):
            sheet.line(f"{item + 1}. Trồng cây ở bản.")
        sheet.at(480, 815, f"Trang {page}/2", 10).turn()
    assert [page.furniture for page in sheet.layout().pages] == [("Trang 1/2",), ("Trang 2/2",)]


def test_a_sentence_runs_on_over_the_page_number() -> None:
    sheet = Sheet()
    for _ in range(4):
        sheet.line("Xã trồng cây phân tán ở các bản vùng cao của tỉnh trong mùa mưa,", full=True)
    sheet.line("bản nào cũng có vườn ươm, hộ nào cũng có cây, trên khắp các sườn", full=True).turn()
    sheet.at(WIDTH / 2, 45, "2", 13, centred=True)
    for _ in range(4):
        sheet.line("đồi trọc của xã, từ bờ suối lên tới đỉnh núi, nơi nào có đất trống,", full=True)
    sheet.line("nơi ấy có rừng.")
    (paragraph,) = build(sheet.layout()).value.split("\n")
    assert "trên khắp các sườn đồi trọc của xã" in paragraph


# footnotes


def footnoted() -> Sheet:
    sheet = Sheet()
    sheet.line("1. Trồng rừng phòng hộ ở đầu nguồn các con suối lớn của tỉnh nhà,", full=True)
    sheet.y += 20
    words = "ưu tiên các bản vùng cao"
    sheet.at(LEFT, sheet.y, words)
    edge = LEFT + sheet.canvas.stringWidth(words, face(), SIZE)
    sheet.at(edge, sheet.y - 5, "1", 8)
    sheet.at(edge + 5, sheet.y, ", nơi đất dốc nhất.")
    for item in range(2, 12):
        sheet.line(f"{item}. Xã trồng cây ở các bản vùng cao của tỉnh.")
    sheet.at(LEFT, 775, "1", 6.5).at(LEFT + 5, 780, "Theo Nghị quyết số 9-NQ/TU ngày 05/3/2024 của Tỉnh ủy.", 10)
    return sheet


def test_a_superscript_is_a_call_and_not_part_of_the_word() -> None:
    layout = footnoted().layout()
    (calling,) = (line for line in lines(layout) if line.calls)
    assert calling.calls == ("1",)
    assert " ".join(calling.text.split()) == "ưu tiên các bản vùng cao, nơi đất dốc nhất."


def test_a_footnote_stands_after_the_paragraph_that_calls_it() -> None:
    paragraphs = build(footnoted().layout()).value.split("\n")
    assert paragraphs[0].endswith("nơi đất dốc nhất.")
    assert paragraphs[1] == "1 Theo Nghị quyết số 9-NQ/TU ngày 05/3/2024 của Tỉnh ủy."
    assert paragraphs[2].startswith("2. Xã")


def test_a_citation_in_a_footnote_says_so() -> None:
    assert [(c.code, c.within) for c in footnoted().document().citations] == [("9-NQ/TU", "footnote")]


# line ends inside codes

CODES = [
    pytest.param("theo Quyết định số 14/QĐ-", "UBND ngày 05/01/2026", "14/QĐ-UBND", id="after a hyphen"),
    pytest.param("theo Nghị định số 30/2020/", "NĐ-CP ngày 05/03/2020", "30/2020/NĐ-CP", id="after a slash"),
    pytest.param("theo Nghị định số 30/", "2020/NĐ-CP ngày 05/03/2020", "30/2020/NĐ-CP", id="before the year"),
]


@pytest.mark.parametrize(("first", "second", "code"), CODES)
def test_a_code_cut_at_the_line_end_is_mended(first: str, second: str, code: str) -> None:
    sheet = Sheet()
    for _ in range(4):
        sheet.line("Xã trồng cây phân tán ở các bản vùng cao của tỉnh trong mùa mưa.", full=True)
    sheet.line("Các xã vùng cao của tỉnh trồng cây " + first, full=True).line(second + " của Sở.")
    assert [c.code for c in sheet.document().citations] == [code]


# tables

ROWS = (("TT", "Xã", "Số cây"), ("1", "Bản Mạ", "500"), ("2", "Mường Lát", "700"))


def tabled(sheet: Sheet) -> Sheet:
    sheet.line("1. Xã trồng cây theo bảng sau:")
    sheet.y += 10
    for row in ROWS:
        sheet.y += 22
        for x, words in zip((LEFT, 160.0, 380.0), row, strict=True):
            sheet.at(x, sheet.y, words, 12)
    sheet.y += 30
    return sheet.line("2. Báo cáo kết quả.")


TABLED = [
    pytest.param(lambda: letterhead(Sheet()), id="below a letterhead"),
    pytest.param(Sheet, id="without a letterhead"),
]


@pytest.mark.parametrize("make", TABLED)
def test_a_table_keeps_its_rows(make: Any) -> None:
    made = build(tabled(make()).layout())
    words = " ".join(made.value.split())
    assert "bảng sau: TT Xã Số cây 1 Bản Mạ 500 2 Mường Lát 700 2. Báo cáo" in words
    assert [section.label for section in tree(made, 0, len(made.paragraphs))] == ["1", "2"]


# stamped number and day


def with_stamps(data: bytes, stamps: list[tuple[float, float, str]], kind: int = raw.FPDF_ANNOT_STAMP) -> bytes:
    """Put words on the first page as annotations with an appearance; places from the top-left."""
    pdf = pypdfium2.PdfDocument(data)
    page = pdf[0]
    for x, y, words in stamps:
        annotation = raw.FPDFPage_CreateAnnot(page, kind)
        rect = raw.FS_RECTF(x - 1, HEIGHT - y + 12, x + 9 * len(words), HEIGHT - y - 4)
        raw.FPDFAnnot_SetRect(annotation, ctypes.byref(rect))
        item = raw.FPDFPageObj_NewTextObj(pdf, b"Times-Roman", 13.0)
        letters = (words + "\x00").encode("utf-16-le")
        raw.FPDFText_SetText(item, ctypes.cast(ctypes.create_string_buffer(letters), raw.FPDF_WIDESTRING))
        raw.FPDFPageObj_Transform(item, 1, 0, 0, 1, x, HEIGHT - y)
        raw.FPDFAnnot_AppendObject(annotation, item)
        raw.FPDFPage_CloseAnnot(annotation)
    page.close()
    out = io.BytesIO()
    pdf.save(out)
    pdf.close()
    return out.getvalue()


def blank_letterhead() -> Sheet:
    sheet = Sheet()
    sheet.at(120, 60, "UBND TỈNH BẢN MẠ", 13).at(310, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 11, bold=True)
    sheet.at(140, 76, "SỞ NỘI VỤ", 13, bold=True).at(330, 76, "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    sheet.at(110, 104, "Số:           /KH-SNV", 13).at(310, 104, "Bản Mạ, ngày           tháng 3 năm 2026", 13)
    sheet.at(315, 140, "KẾ HOẠCH", bold=True, centred=True)
    sheet.at(315, 158, "Trồng cây phân tán năm 2026", bold=True, centred=True)
    sheet.y = 180
    for words in BODY:
        sheet.line(words, full=True)
    return sheet.line("I. MỤC ĐÍCH", bold=True).line("1. Trồng cây ở các bản.")


def test_blanks_stay_blank() -> None:
    header = parse_bytes(blank_letterhead().data(), "a.pdf").header
    assert (header.number, header.symbol, header.issued_on) == (None, "KH-SNV", "2026-03-XX")


def test_stamped_figures_take_the_blank_they_stand_in() -> None:
    data = with_stamps(blank_letterhead().data(), [(136, 104, "45"), (395, 104, "02")])
    header = parse_bytes(data, "a.pdf").header
    assert (header.number, header.code, header.issued_on) == ("45", "45/KH-SNV", "2026-03-02")
    assert {header.evidence[field].origin for field in ("number", "issued_on")} == {"annotation"}
    assert header.evidence["symbol"].origin == "text"


def test_a_stamp_of_arrival_is_not_the_number() -> None:
    data = with_stamps(blank_letterhead().data(), [(110, 300, "1234"), (395, 104, "02")])
    layout = read(data, "a.pdf")
    assert layout.pages[0].stamps == ("1234",)
    assert parse_bytes(data, "a.pdf").header.number is None


def test_the_file_with_stamps_is_not_changed_by_reading() -> None:
    data = with_stamps(blank_letterhead().data(), [(136, 104, "45")])
    before = bytes(data)
    assert parse_bytes(data, "a.pdf") == parse_bytes(data, "a.pdf")
    assert data == before


# refusals


def scan(pages: int = 2) -> bytes:
    sheet = Sheet()
    for page in range(pages):
        sheet.canvas.rect(80, 80, 400, 600, fill=1)
        sheet.at(WIDTH / 2, 45, str(page + 1), 13, centred=True).turn()
    return sheet.data()


def without_pages() -> bytes:
    pdf = pypdfium2.PdfDocument.new()
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def closed(password: str) -> bytes:
    return Sheet(encrypt=password).line("1. Trồng cây ở các bản vùng cao.").data()


REFUSED = [
    pytest.param(lambda: closed("mật"), Cause.ENCRYPTED, id="a password"),
    pytest.param(lambda: whole().data()[:600], Cause.TRUNCATED, id="cut off near the head"),
    pytest.param(lambda: b"%PDF-1.7\n", Cause.TRUNCATED, id="the head alone"),
    pytest.param(lambda: b"%PDF-1.7\n" + bytes(range(256)) * 8, Cause.TRUNCATED, id="no PDF behind the head"),
    pytest.param(without_pages, Cause.TRUNCATED, id="no pages"),
    pytest.param(scan, Cause.NO_TEXT, id="a scan with page numbers"),
    pytest.param(lambda: Sheet().turn().data(), Cause.NO_TEXT, id="an empty page"),
]


@pytest.mark.parametrize(("make", "cause"), REFUSED)
def test_what_cannot_be_read_is_refused(make: Any, cause: Cause) -> None:
    with pytest.raises(Failure) as caught:
        parse_bytes(make(), "a.pdf")
    assert (caught.value.cause, caught.value.name) == (cause, "a.pdf")


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_cut_file_is_read_or_refused(share: float) -> None:
    data = whole().data()
    found = tried(data[: int(share * len(data))], "a.pdf")
    assert isinstance(found, Document) or found in (Cause.TRUNCATED, Cause.NO_TEXT)
