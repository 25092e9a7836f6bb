"""Headings of older documents: issuer, number and day on the lines of the type (the Gazette until the 1990s)."""

from __future__ import annotations

import pytest
from made_text import document, text

from parsers.header import read
from parsers.headings import heading

ARTICLES = ("Điều thứ nhất: Nay lập Sở Trồng cây.", "Điều thứ hai: Bộ trưởng Bộ Canh nông thi hành Sắc lệnh này.")
WHOLE = [
    pytest.param(
        ["SẮC LỆNH", "CỦA CHỦ TỊCH CHÍNH PHỦ LÂM THỜI", "SỐ 7 NGÀY 3 THÁNG 10 NĂM 1945", "CHỦ TỊCH CHÍNH PHỦ",
         "Xét rằng rừng cần được giữ;", "RA SẮC LỆNH:", *ARTICLES],
        ("sắc lệnh", "CHỦ TỊCH CHÍNH PHỦ LÂM THỜI", "7", None, None, "1945-10-03", None),
        id="a decree of 1945, on two lines",
    ),
    pytest.param(
        ["SẮC LỆNH", "CỦA CHỦ TỊCH CHÍNH PHỦ SỐ 7 NGÀY 3 THÁNG 10 NĂM 1945", "CHỦ TỊCH CHÍNH PHỦ", "SẮC:", *ARTICLES],
        ("sắc lệnh", "CHỦ TỊCH CHÍNH PHỦ", "7", None, None, "1945-10-03", None),
        id="on one line",
    ),
    pytest.param(
        ["NGHỊ ĐỊNH", "CỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ 917-HĐBT NGÀY 14-11-1987 VỀ VIỆC TRỒNG CÂY", "HỘI ĐỒNG BỘ TRƯỞNG",
         "Căn cứ Luật Tổ chức Hội đồng Bộ trưởng;", "Điều 1. Trồng cây."],
        ("nghị định", "HỘI ĐỒNG BỘ TRƯỞNG", "917", "HĐBT", "917-HĐBT", "1987-11-14", "VỀ VIỆC TRỒNG CÂY"),
        id="symbol after a dash, short day, subject on the line",
    ),
    pytest.param(
        ["THÔNG TƯ CỦA BỘ LÂM NGHIỆP SỐ 5-LN NGÀY 1-3-1986 HƯỚNG DẪN TRỒNG CÂY", "Căn cứ Nghị định;", "I. MỤC ĐÍCH"],
        ("thông tư", "BỘ LÂM NGHIỆP", "5", "LN", "5-LN", "1986-03-01", "HƯỚNG DẪN TRỒNG CÂY"),
        id="all on the line of the type",
    ),
    pytest.param(
        ["QUYẾT ĐỊNH", "SỐ 5-CT NGÀY 1/3/1986 CỦA HỘI ĐỒNG BỘ TRƯỞNG VỀ TRỒNG CÂY", "Điều 1. Trồng cây."],
        ("quyết định", "HỘI ĐỒNG BỘ TRƯỞNG", "5", "CT", "5-CT", "1986-03-01", "VỀ TRỒNG CÂY"),
        id="the issuer after the day",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), WHOLE)
def test_a_heading_that_says_all(lines: list[str], expected: tuple[str | None, ...]) -> None:
    header = read(text(*lines)).header
    (issuer,) = header.issuing_agencies
    found = (header.doc_type, issuer.raw, header.number, header.symbol, header.code, header.issued_on, header.title)
    assert (found, issuer.inferred) == (expected, False)


def test_its_day_is_the_day_of_issue() -> None:
    made = document("SẮC LỆNH", "CỦA CHỦ TỊCH CHÍNH PHỦ SỐ 7 NGÀY 3 THÁNG 10 NĂM 1945", "CHỦ TỊCH CHÍNH PHỦ", *ARTICLES)
    assert [(date.edtf, date.kind) for date in made.dates] == [("1945-10-03", "issued")]


NONE = [
    pytest.param("VỀ VIỆC SỬA ĐỔI NGHỊ ĐỊNH SỐ 84/2015/NĐ-CP NGÀY 30 THÁNG 9 NĂM 2015", id="a number inside a title"),
    pytest.param("CỦA NGÀNH CÔNG THƯƠNG NĂM 2026", id="no number"),
    pytest.param("SỐ 5 NGÀY 31 THÁNG 13 NĂM 1986", id="a day that is none"),
    pytest.param("SỐ 5 NĂM 1986", id="no day"),
]


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_heading(words: str) -> None:
    assert heading(words) is None


DECIDERS = [
    pytest.param("ỦY BAN NHÂN DÂN TỈNH BẢN MẠ", "ỦY BAN NHÂN DÂN TỈNH BẢN MẠ", id="a body"),
    pytest.param("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẢN MẠ", "ỦY BAN NHÂN DÂN TỈNH BẢN MẠ", id="its head"),
    pytest.param("GIÁM ĐỐC SỞ NỘI VỤ", "SỞ NỘI VỤ", id="a director"),
    pytest.param("THỦ TƯỚNG CHÍNH PHỦ", "THỦ TƯỚNG CHÍNH PHỦ", id="a post that issues by itself"),
]


@pytest.mark.parametrize(("line", "expected"), DECIDERS)
def test_without_a_letterhead_who_decides_is_the_issuer(line: str, expected: str) -> None:
    header = read(
        text("QUYẾT ĐỊNH", "Về việc trồng cây", line, "Căn cứ Luật Đất đai năm 2024;", "Điều 1. Trồng cây.")
    ).header
    assert [(agency.raw, agency.inferred) for agency in header.issuing_agencies] == [(expected, True)]
    assert header.evidence["issuing_agencies"].origin == "body"
