"""What the reader of text dumps and Markdown makes of them: (words, what is expected)."""

from __future__ import annotations

import unicodedata

import pytest

from models import Cause, Failure
from parsers import parse_bytes
from parsers.layout import Layout, Line
from parsers.readers import read as read_any
from parsers.readers.plain import read
from parsers.text import build


def layout(words: str) -> Layout:
    return read(words.encode(), "a.txt")


def lines(words: str) -> list[Line]:
    return [line for page in layout(words).pages for line in page.lines]


def texts(words: str) -> list[str]:
    return [line.text for line in lines(words)]


def paragraphs(words: str) -> list[str]:
    return build(layout(words)).value.split("\n")


LINES = [
    pytest.param("Kế hoạch\nTrồng cây", ["Kế hoạch", "Trồng cây"], id="a line each"),
    pytest.param("Kế hoạch\r\nTrồng cây\r\n", ["Kế hoạch", "Trồng cây"], id="line ends of Windows"),
    pytest.param("Kế hoạch\rTrồng cây", ["Kế hoạch", "Trồng cây"], id="line ends of old Macs"),
    pytest.param("\ufeffKế hoạch", ["Kế hoạch"], id="a byte order mark is left out"),
    pytest.param("  Kế hoạch  ", ["Kế hoạch"], id="spaces at the ends are left out"),
    pytest.param("Kế\u00a0hoạch\u200b", ["Kế hoạch"], id="odd spaces"),
    pytest.param("Ke\u0302\u0301 hoa\u0323ch", ["Kế hoạch"], id="decomposed letters become one"),
    pytest.param("Quyết định số 5/QÐ-TTg", ["Quyết định số 5/QĐ-TTg"], id="Eth becomes Đ"),
    pytest.param("một\n-----\nhai", ["một", "hai"], id="a rule is left out"),
    pytest.param("một\n\n2\n\nhai", ["một", "hai"], id="a page number alone is left out"),
    pytest.param("một\n\n- 2 -\n\nhai", ["một", "hai"], id="a page number between dashes is left out"),
    pytest.param("một\n2\nhai", ["một", "2", "hai"], id="a number between lines is text"),
    pytest.param("một\n\f hai", ["một", "hai"], id="a form feed starts a page"),
    pytest.param("một\n hai ba", ["một", "hai ba"], id="one leading space starts a page"),
]


@pytest.mark.parametrize(("words", "expected"), LINES)
def test_lines_of_a_dump(words: str, expected: list[str]) -> None:
    assert texts(words) == expected


def test_what_is_left_out_is_kept_as_furniture() -> None:
    assert layout("một\n-----\n\n2\n\nhai").pages[0].furniture == ("-----", "2")


def test_a_form_feed_parts_pages_that_have_no_number() -> None:
    made = layout("một\fhai")
    assert [len(page.lines) for page in made.pages] == [1, 1]
    assert [page.number for page in made.pages] == [None, None]
    assert not made.paged


WRAPPED = (
    "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh về trồng cây phân tán, Sở ban\n"
    "hành Kế hoạch trồng cây với những nội dung chủ yếu sau đây, yêu cầu các xã\n"
    "tổ chức thực hiện nghiêm túc:\n"
    "1. Mỗi xã trồng ít nhất năm héc ta rừng phòng hộ đầu nguồn ngay trong mùa\n"
    "mưa năm nay.\n"
    "2. Báo cáo kết quả về Sở."
)
JOINED = [
    "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh về trồng cây phân tán, Sở ban hành Kế hoạch trồng cây với những nội"
    " dung chủ yếu sau đây, yêu cầu các xã tổ chức thực hiện nghiêm túc:",
    "1. Mỗi xã trồng ít nhất năm héc ta rừng phòng hộ đầu nguồn ngay trong mùa mưa năm nay.",
    "2. Báo cáo kết quả về Sở.",
]
SPACED = WRAPPED.replace("\n", "\n\n") + "\n\n3. Sở theo dõi.\n\n4. Các xã báo cáo."
DUMPS = [
    pytest.param(WRAPPED, JOINED, id="wrapped lines are joined"),
    pytest.param(SPACED, [*JOINED, "3. Sở theo dõi.", "4. Các xã báo cáo."], id="double spacing means nothing"),
    pytest.param(
        unicodedata.normalize("NFD", SPACED),
        [*JOINED, "3. Sở theo dõi.", "4. Các xã báo cáo."],
        id="double spacing in decomposed letters means nothing",
    ),
    pytest.param(WRAPPED.replace("\n", "\r\n"), JOINED, id="wrapped lines with the line ends of Windows"),
    pytest.param("\n".join(JOINED), JOINED, id="a paragraph a line stays so"),
    pytest.param("\n\n".join(JOINED), JOINED, id="paragraphs parted by blank lines stay so"),
    pytest.param(
        WRAPPED.replace("mùa\nmưa", "mùa\n\n2\n\nmưa"), JOINED, id="a page number in the middle of a sentence"
    ),
]


@pytest.mark.parametrize(("words", "expected"), DUMPS)
def test_paragraphs_of_a_dump(words: str, expected: list[str]) -> None:
    assert paragraphs(words) == expected


NOTES = (
    "1. Các xã tổ chức trồng rừng phòng hộ1 ngay từ đầu mùa mưa năm nay, ưu tiên các\n"
    "1 Theo Nghị quyết số 9-NQ/TU ngày 05/3/2024 của Tỉnh ủy về phát triển rừng.\n"
    " bản ở đầu nguồn, nơi đất dốc và dễ sạt lở nhất trong mỗi mùa mưa lũ hằng năm.\n"
    "2. Báo cáo kết quả về Sở."
)


def test_a_footnote_in_the_middle_of_a_sentence_is_set_apart() -> None:
    assert [(line.role, line.note) for line in lines(NOTES)] == [
        ("body", None), ("footnote", "1"), ("body", None), ("body", None),
    ]  # fmt: skip
    assert paragraphs(NOTES)[1] == "1 Theo Nghị quyết số 9-NQ/TU ngày 05/3/2024 của Tỉnh ủy về phát triển rừng."
    assert "ưu tiên các bản ở đầu nguồn" in paragraphs(NOTES)[0]


def test_a_citation_in_a_footnote_says_so() -> None:
    found = parse_bytes(NOTES.encode(), "a.txt")
    assert [(c.code, c.within) for c in found.citations] == [("9-NQ/TU", "footnote")]


def test_a_number_that_no_word_calls_opens_no_footnote() -> None:
    assert {line.role for line in lines("1. Trồng cây.\n5 xã đã trồng.\n2. Tưới cây.")} == {"body"}


MARKDOWN = [
    pytest.param("## KẾ HOẠCH", "KẾ HOẠCH", id="a heading's marks are left out"),
    pytest.param("##### 1. Mục đích", "1. Mục đích", id="a heading of any level"),
    pytest.param("**KẾ HOẠCH**", "KẾ HOẠCH", id="bold"),
    pytest.param("*Căn cứ Luật Đất đai;* **x**", "Căn cứ Luật Đất đai; x", id="italics"),
    pytest.param("***Nơi nhận:*** **x**", "Nơi nhận: x", id="bold italics"),
    pytest.param("__KẾ HOẠCH__ **x**", "KẾ HOẠCH x", id="bold with underscores"),
    pytest.param("**1\\. Mục đích**", "1. Mục đích", id="escaped marks"),
    pytest.param("**x** 5 * 3 * 2", "x 5 * 3 * 2", id="stars between spaces are stars"),
    pytest.param("**x**_y", "x_y", id="an underscore in a word is one"),
]


@pytest.mark.parametrize(("words", "expected"), MARKDOWN)
def test_markdown_marks_are_left_out(words: str, expected: str) -> None:
    assert texts(words) == [expected]


def test_the_look_of_markdown_is_kept() -> None:
    heading, strong, plain = lines("## KẾ HOẠCH\n\n**Trồng cây**\n\nSở Nội vụ.")
    assert (heading.heading, strong.heading, plain.heading) == (True, False, False)
    assert [line.runs[0].bold for line in (strong, plain)] == [True, False]


def test_the_media_type_is_that_of_the_content() -> None:
    assert layout("Kế hoạch").media_type == "text/plain"
    assert layout("# Kế hoạch").media_type == "text/markdown"


TABLE = "**Bảng**\n\n| TT | Xã |\n| --- | --- |\n| 1 | Bản Mạ |\n| 2 | Mường A<br>Mường B |\n\nHết."


def test_a_markdown_table_keeps_its_cells() -> None:
    cells = [(line.cell.row, line.cell.column, line.text) for line in lines(TABLE) if line.cell]
    assert cells == [
        (0, 0, "TT"), (0, 1, "Xã"), (1, 0, "1"), (1, 1, "Bản Mạ"), (2, 0, "2"), (2, 1, "Mường A"), (2, 1, "Mường B"),
    ]  # fmt: skip


def test_two_markdown_tables_are_two() -> None:
    assert {line.cell.table for line in lines(TABLE + "\n\n" + TABLE) if line.cell} == {0, 1}


def test_the_letterhead_of_a_markdown_table_is_read() -> None:
    words = (
        "| UBND TỈNH BẢN MẠ<br>**SỞ NỘI VỤ**<br>Số: 45/KH-SNV | "
        "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>Độc lập - Tự do - Hạnh phúc"
        "<br>Bản Mạ, ngày 02 tháng 3 năm 2026 |\n| --- | --- |\n\n**KẾ HOẠCH**\n\n**Trồng cây**\n\n"
        "Thực hiện Chỉ thị số 7/CT-UBND, Sở Nội vụ ban hành Kế hoạch như sau:\n\n**I. MỤC ĐÍCH**\n\nLàm tốt.\n"
    )
    header = parse_bytes(words.encode(), "a.md").header
    assert [agency.raw for agency in header.issuing_agencies] == ["SỞ NỘI VỤ"]
    assert (header.code, header.issued_on, header.title) == ("45/KH-SNV", "2026-03-02", "Trồng cây")


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_of_unicode(encoding: str) -> None:
    marks = {"utf-16-le-bom": (b"\xff\xfe", "utf-16-le"), "utf-16-be-bom": (b"\xfe\xff", "utf-16-be")}
    mark, codec = marks.get(encoding, (b"", encoding))
    found = read_any(mark + "Kế hoạch\nTrồng cây".encode(codec), "a.txt")
    assert [line.text for line in found.pages[0].lines] == ["Kế hoạch", "Trồng cây"]


FAILURES = [
    pytest.param(b"", Cause.EMPTY, id="nothing"),
    pytest.param(b"  \n\t\n ", Cause.EMPTY, id="spaces"),
    pytest.param(b"\xef\xbb\xbf", Cause.EMPTY, id="a byte order mark alone"),
    pytest.param(b"-----\n\n2\n\n", Cause.EMPTY, id="rules and page numbers alone"),
    pytest.param(b"\xff\xfe", Cause.EMPTY, id="a byte order mark of UTF-16 alone"),
    pytest.param(bytes(range(256)) * 4, Cause.NOT_TEXT, id="all bytes"),
    pytest.param(b"\x00\x01\x02" * 100, Cause.NOT_TEXT, id="binary"),
    pytest.param("Kế hoạch trồng cây phân tán".encode("cp1258", "replace") * 20, Cause.NOT_TEXT, id="another encoding"),
    pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), Cause.TRUNCATED, id="an old Word file cut"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(50), Cause.TRUNCATED, id="a damaged picture"),
]


@pytest.mark.parametrize(("data", "cause"), FAILURES)
def test_what_is_no_text_is_refused(data: bytes, cause: Cause) -> None:
    with pytest.raises(Failure) as caught:
        parse_bytes(data, "a.txt")
    assert caught.value.cause is cause


def test_a_few_odd_bytes_do_not_matter() -> None:
    found = parse_bytes(("Kế hoạch trồng cây phân tán ở các xã. " * 60).encode() + b"\xff\xfe", "a.txt")
    assert found.text.startswith("Kế hoạch trồng cây")
