"""The stamp of arrival: its number and day are the receiver's, in the text layer, an annotation or a dump."""

from __future__ import annotations

import pytest
from made_signed import LETTERHEAD, NAME, drawn, signed
from made_text import document

from models import Box
from parsers import parse_bytes
from parsers.readers.arrivals import Mark, arrived
from parsers.readers.pdf import read

WHOLE = "CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ ĐẾN Số: 123 Ngày: 12/3/2020"
LINES = [
    pytest.param([WHOLE, "CHÍNH PHỦ"], [WHOLE], id="all on one line"),
    pytest.param(
        ["CÔNG VĂN ĐẾN Số: 55 Ngày 3/4/2024 Chuyển: Phòng Nội vụ"],
        ["CÔNG VĂN ĐẾN Số: 55 Ngày 3/4/2024 Chuyển: Phòng Nội vụ"],
        id="an incoming letter, on one line",
    ),
    pytest.param(
        ["UBND TỈNH", "SỞ NỘI VỤ", "CÔNG VĂN ĐẾN", "Số: 1234", "Ngày: 12/11/2024", "Chuyển: P. NV", "Số: 12/KH-SNV"],
        ["CÔNG VĂN ĐẾN", "Số: 1234", "Ngày: 12/11/2024", "Chuyển: P. NV"],
        id="between the issuer and the number",
    ),
    pytest.param(
        ["TRUNG TÂM LƯU TRỮ", "ĐẾN", "Số: ..........", "Ngày: ..........", "Số và ký hiệu HS: 04", "UBND TỈNH BẢN MẠ"],
        ["TRUNG TÂM LƯU TRỮ", "ĐẾN", "Số: ..........", "Ngày: ..........", "Số và ký hiệu HS: 04"],
        id="the decree's own form, not filled in",
    ),
    pytest.param(["Đ Ế N", "Giờ: 9h30 Ngày: 24/9/2014"], ["Đ Ế N", "Giờ: 9h30 Ngày: 24/9/2014"], id="spaced letters"),
    pytest.param(["ĐÉN", "Số: 7", "Ngày 24-9-2014"], ["ĐÉN", "Số: 7", "Ngày 24-9-2014"], id="a misread accent"),
    pytest.param(["Số đến: 55", "Ngày đến: 3/4/2024"], ["Số đến: 55", "Ngày đến: 3/4/2024"], id="fields that say so"),
    pytest.param(
        ["VĂN BẢN ĐẾN", "Số: 12", "Lưu hồ sơ số: 3"], ["VĂN BẢN ĐẾN", "Số: 12", "Lưu hồ sơ số: 3"], id="files"
    ),
    pytest.param(["GIAI ĐOẠN TỪ NAY", "ĐẾN", "NĂM 2030"], [], id="a word of the title"),
    pytest.param(["KẾ HOẠCH ĐẾN NĂM 2030", "Số: 12"], [], id="a title, then a number"),
    pytest.param(["Số: 12/KH-UBND", "Bản Mạ, ngày 3 tháng 4 năm 2024"], [], id="the document's own"),
    pytest.param(["ĐẾN Số: 12/KH-UBND Ngày: 3/4/2024"], [], id="a number with a symbol is no arrival"),
    pytest.param(["ĐẾN", "Số: 12/KH-UBND"], [], id="the number of the document under the word"),
    pytest.param(["ĐẾN " + "." * 5000], [], id="a very long line"),
    pytest.param([], [], id="nothing"),
]


@pytest.mark.parametrize(("lines", "expected"), LINES)
def test_lines_in_order(lines: list[str], expected: list[str]) -> None:
    assert [lines[index] for index in sorted(arrived([Mark(line) for line in lines]))] == expected


def at(x: float, y: float, words: str) -> Mark:
    box: Box = (x, y, x + 6.5 * len(words), y + 14)
    return Mark(words, box)


PLACED = [
    pytest.param(
        [at(445, 146, "ĐẾN"), at(400, 162, "Số: 1234"), at(250, 150, "KẾ HOẠCH"), at(400, 178, "Ngày: 12/11/2024")],
        ["ĐẾN", "Số: 1234", "Ngày: 12/11/2024"],
        id="beside the title",
    ),
    pytest.param(
        [at(120, 60, "UBND TỈNH"), at(110, 104, "Số:"), at(445, 146, "ĐẾN"), at(400, 162, "Số: 7")],
        ["ĐẾN", "Số: 7"],
        id="the blank of the letterhead stands over it and far away",
    ),
    pytest.param(
        [at(120, 60, "UBND TỈNH"), at(405, 130, "TRUNG TÂM LƯU"), at(438, 145, "ĐẾN"), at(400, 162, "Số: 7")],
        ["TRUNG TÂM LƯU", "ĐẾN", "Số: 7"],
        id="with the receiver's name",
    ),
    pytest.param(
        [
            at(80, 54, "UBND TỈNH"),
            at(42, 123, "TRUNG TẦM LƯU TRỬ"),
            at(39, 143, "- ĐẾN ga 12041204."),
            at(90, 170, "Số: 7"),
        ],
        ["TRUNG TẦM LƯU TRỬ", "- ĐẾN ga 12041204.", "Số: 7"],
        id="fields that were recognised as noise",
    ),
    pytest.param([at(200, 150, "TẦM NHÌN"), at(200, 166, "ĐẾN 31/12/2030")], [], id="a day after the word"),
    pytest.param([at(200, 150, "GIAI ĐOẠN"), at(200, 166, "ĐẾN NĂM 2030")], [], id="a year after the word"),
    pytest.param([at(445, 146, "ĐẾN"), at(400, 400, "Số: 1234")], [], id="a number far below"),
]


@pytest.mark.parametrize(("marks", "expected"), PLACED)
def test_lines_with_boxes(marks: list[Mark], expected: list[str]) -> None:
    assert [marks[index].text for index in sorted(arrived(marks))] == expected


STAMP = ("TRUNG TÂM LƯU TRỮ", "ĐẾN", "Số: 1234", "Ngày: 12/11/2025", "Chuyển: Phòng Lâm nghiệp")


def test_a_printed_stamp_is_kept_apart_from_the_text_and_the_header() -> None:
    words = tuple((400 + 3 * (16 - len(line)), 130 + 15 * row, line) for row, line in enumerate(STAMP))
    data = drawn((*LETTERHEAD, *words))
    assert set(read(data, "a.pdf").pages[0].stamps) == set(STAMP)
    found, plain = parse_bytes(data, "a.pdf"), parse_bytes(drawn(LETTERHEAD), "a.pdf")
    assert found.header == plain.header
    assert found.text == plain.text
    assert (found.header.number, found.header.issued_on) == (None, "2026-03-XX")


def test_a_stamp_as_an_annotation_is_kept_apart_wherever_it_stands() -> None:
    plain = parse_bytes(drawn(LETTERHEAD), "a.pdf")
    for box in (NAME, (120, 60, 330, 150)):
        found = parse_bytes(signed(drawn(LETTERHEAD), words=STAMP, box=box), "a.pdf")
        assert found.text == plain.text
        assert found.header.model_dump(exclude={"evidence"}) == plain.header.model_dump(exclude={"evidence"})


@pytest.mark.parametrize("stamp", [pytest.param(STAMP[1:], id="lines"), pytest.param((WHOLE,), id="one line")])
def test_a_stamp_in_a_text_dump_is_not_the_number(stamp: tuple[str, ...]) -> None:
    lines = (
        *("UBND TỈNH BẢN MẠ", "SỞ NỘI VỤ", *stamp, "Số: 45/KH-SNV", "Bản Mạ, ngày 02 tháng 3 năm 2026"),
        *("KẾ HOẠCH", "Trồng cây phân tán năm 2026", "I. MỤC ĐÍCH"),
        "1. Trồng cây lâm nghiệp ở các bản để giữ nguồn nước.",
    )
    plain = document(*(line for line in lines if line not in stamp)).header
    header = document(*lines).header
    assert (header.code, header.issued_on) == ("45/KH-SNV", "2026-03-02")
    assert header.issuing_agencies == plain.issuing_agencies
