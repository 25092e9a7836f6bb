"""The header: issuer, number, symbol, place, day, type, subject, marks (SPEC §2, §3, §5; GUIDELINES, header)."""

from __future__ import annotations

from typing import Any

import pytest
from made_text import bold, document, light, text

from models import Header
from parsers.header import read
from parsers.layout import Line, Run

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
DATED = "Bản Mạ, ngày 02 tháng 3 năm 2026"
OPENING = "Thực hiện Chỉ thị số 7/CT-UBND ngày 01/02/2026 của UBND tỉnh, Sở Nội vụ ban hành Kế hoạch như sau:"
END = (OPENING, "I. MỤC ĐÍCH", "1. Làm tốt.")


def shown(header: Header) -> dict[str, Any]:
    """Give the header as the gold writes it, without what is absent."""
    found = {
        "governing": header.governing_agency.raw if header.governing_agency else None,
        "issuing": [agency.raw for agency in header.issuing_agencies],
        "number": header.number,
        "symbol": header.symbol,
        "code": header.code,
        "place": header.place,
        "issued_on": header.issued_on,
        "doc_type": header.doc_type,
        "title": header.title,
        "urgency": header.urgency,
        "secrecy": header.secrecy,
        "is_draft": header.is_draft,
    }
    return {field: value for field, value in found.items() if value}


WHOLE = [
    pytest.param(
        ["UBND TỈNH BẢN MẠ", "SỞ NỘI VỤ", *NATION, "Số: 45/KH-SNV", DATED, "KẾ HOẠCH", "Trồng cây năm 2026", *END],
        {
            "governing": "UBND TỈNH BẢN MẠ",
            "issuing": ["SỞ NỘI VỤ"],
            "number": "45",
            "symbol": "KH-SNV",
            "code": "45/KH-SNV",
            "place": "Bản Mạ",
            "issued_on": "2026-03-02",
            "doc_type": "kế hoạch",
            "title": "Trồng cây năm 2026",
        },
        id="state: parent and issuer, left column first",
    ),
    pytest.param(
        [*NATION, "UBND TỈNH BẢN MẠ", "SỞ NỘI VỤ", DATED, "Số: 45/KH-SNV", "KẾ HOẠCH", "Trồng cây năm 2026", *END],
        {
            "governing": "UBND TỈNH BẢN MẠ",
            "issuing": ["SỞ NỘI VỤ"],
            "number": "45",
            "symbol": "KH-SNV",
            "code": "45/KH-SNV",
            "place": "Bản Mạ",
            "issued_on": "2026-03-02",
            "doc_type": "kế hoạch",
            "title": "Trồng cây năm 2026",
        },
        id="state: right column first",
    ),
    pytest.param(
        [
            "UBND TỈNH BẢN MẠ    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "SỞ NỘI VỤ    Độc lập - Tự do - Hạnh phúc",
            f"Số: 45/KH-SNV    {DATED}",
            "KẾ HOẠCH",
            "Trồng cây năm 2026",
            *END,
        ],
        {
            "governing": "UBND TỈNH BẢN MẠ",
            "issuing": ["SỞ NỘI VỤ"],
            "number": "45",
            "symbol": "KH-SNV",
            "code": "45/KH-SNV",
            "place": "Bản Mạ",
            "issued_on": "2026-03-02",
            "doc_type": "kế hoạch",
            "title": "Trồng cây năm 2026",
        },
        id="state: columns zipped line by line",
    ),
    pytest.param(
        ["ỦY BAN NHÂN DÂN", "TỈNH BẢN MẠ", *NATION, "Số: 5/KH-UBND", DATED, "KẾ HOẠCH", "Trồng cây", *END],
        {
            "issuing": ["ỦY BAN NHÂN DÂN TỈNH BẢN MẠ"],
            "number": "5",
            "symbol": "KH-UBND",
            "code": "5/KH-UBND",
            "place": "Bản Mạ",
            "issued_on": "2026-03-02",
            "doc_type": "kế hoạch",
            "title": "Trồng cây",
        },
        id="state: a name on two lines is one issuer",
    ),
    pytest.param(
        [
            "ĐẢNG BỘ TỈNH BẢN MẠ",
            "HUYỆN ỦY MƯỜNG LÁT",
            "*",
            *PARTY,
            "Số 32-KH/HU",
            DATED,
            "KẾ HOẠCH",
            "thực hiện Chỉ thị số 7-CT/TU về trồng cây",
            "-----",
            *END,
        ],
        {
            "governing": "ĐẢNG BỘ TỈNH BẢN MẠ",
            "issuing": ["HUYỆN ỦY MƯỜNG LÁT"],
            "number": "32",
            "symbol": "KH/HU",
            "code": "32-KH/HU",
            "place": "Bản Mạ",
            "issued_on": "2026-03-02",
            "doc_type": "kế hoạch",
            "title": "thực hiện Chỉ thị số 7-CT/TU về trồng cây",
        },
        id="Party: no colon after Số, hyphen, star, subject in small letters",
    ),
    pytest.param(
        ["TỈNH ỦY BẢN MẠ", *PARTY, "Số: 49 - NQ/TU", DATED, "NGHỊ QUYẾT", "về phát triển rừng", *END],
        {
            "issuing": ["TỈNH ỦY BẢN MẠ"],
            "number": "49",
            "symbol": "NQ/TU",
            "code": "49-NQ/TU",
            "place": "Bản Mạ",
            "issued_on": "2026-03-02",
            "doc_type": "nghị quyết",
            "title": "về phát triển rừng",
        },
        id="Party: with the colon, spaces around the hyphen",
    ),
    pytest.param(
        [
            "UBND TỈNH BẢN MẠ",
            "SỞ NỘI VỤ",
            "Số: 88/SNV-TĐKT",
            "V/v trồng cây năm 2026",
            *NATION,
            DATED,
            "Kính gửi: Ủy ban nhân dân các xã",
            "Thực hiện Chỉ thị số 7/CT-UBND, Sở đề nghị các xã trồng cây ngay từ đầu năm.",
            "1. Làm tốt.",
        ],
        {
            "governing": "UBND TỈNH BẢN MẠ",
            "issuing": ["SỞ NỘI VỤ"],
            "number": "88",
            "symbol": "SNV-TĐKT",
            "code": "88/SNV-TĐKT",
            "place": "Bản Mạ",
            "issued_on": "2026-03-02",
            "doc_type": "công văn",
            "title": "trồng cây năm 2026",
        },
        id="letter: no type, the subject follows V/v",
    ),
    pytest.param(
        [
            "TỈNH ỦY BẢN MẠ",
            "BAN TỔ CHỨC",
            "*",
            "Số 88-CV/BTCTU",
            "về việc trồng cây",
            *PARTY,
            DATED,
            "Kính gửi: Các đảng ủy xã",
            "Thực hiện Chỉ thị số 7-CT/TU, Ban đề nghị các xã trồng cây ngay từ đầu năm nay.",
        ],
        {
            "governing": "TỈNH ỦY BẢN MẠ",
            "issuing": ["BAN TỔ CHỨC"],
            "number": "88",
            "symbol": "CV/BTCTU",
            "code": "88-CV/BTCTU",
            "place": "Bản Mạ",
            "issued_on": "2026-03-02",
            "doc_type": "công văn",
            "title": "về việc trồng cây",
        },
        id="letter of the Party: the subject keeps về việc",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), WHOLE)
def test_whole_headers(lines: list[str], expected: dict[str, Any]) -> None:
    assert shown(read(text(*lines)).header) == expected


def number_line(line: str) -> dict[str, Any]:
    found = shown(read(text("SỞ NỘI VỤ", line, DATED, "KẾ HOẠCH", "Trồng cây", *END)).header)
    return {field: found.get(field) for field in ("number", "symbol", "code")}


NUMBERS = [
    pytest.param("Số: 173/PĐ-SNV", "173", "PĐ-SNV", "173/PĐ-SNV", id="plain"),
    pytest.param("Số: 05/KH-SNV", "05", "KH-SNV", "05/KH-SNV", id="the leading zero is kept"),
    pytest.param("Số:      /KH-SNV", None, "KH-SNV", None, id="a blank number"),
    pytest.param("Số: /KH-SNV", None, "KH-SNV", None, id="a blank number, spaces folded"),
    pytest.param("Số:……/KH-SNV", None, "KH-SNV", None, id="dots for a number"),
    pytest.param("Số: ____/KH-SNV", None, "KH-SNV", None, id="a rule for a number"),
    pytest.param("Số: 173 /PĐ-SNV", "173", "PĐ-SNV", "173/PĐ-SNV", id="a space before the slash"),
    pytest.param("Số: 173/ PĐ - SNV", "173", "PĐ-SNV", "173/PĐ-SNV", id="spaces inside the symbol"),
    pytest.param("SỐ: 173/PĐ-SNV", "173", "PĐ-SNV", "173/PĐ-SNV", id="capitals"),
    pytest.param("Số 173/PĐ-SNV", "173", "PĐ-SNV", "173/PĐ-SNV", id="no colon"),
    pytest.param("Số:173/PĐ-SNV", "173", "PĐ-SNV", "173/PĐ-SNV", id="no space"),
    pytest.param("Số: 66.7/2025/NQ-CP", "66.7", "2025/NQ-CP", "66.7/2025/NQ-CP", id="a decimal number with year"),
    pytest.param("Số: 15a/KH-SNV", "15a", "KH-SNV", "15a/KH-SNV", id="a letter after the number"),
    pytest.param("Số: 32-KH/TU", "32", "KH/TU", "32-KH/TU", id="Party"),
    pytest.param("Số:    -KH/TU", None, "KH/TU", None, id="Party, blank"),
    pytest.param("Số: 12/SKH&ĐT-TH", "12", "SKH&ĐT-TH", "12/SKH&ĐT-TH", id="an ampersand"),
    pytest.param("Số: 30/2020/NĐ-CP", "30", "2020/NĐ-CP", "30/2020/NĐ-CP", id="QPPL"),
    pytest.param("Luật số: 06/2022/QH15", "06", "2022/QH15", "06/2022/QH15", id="a law"),
    pytest.param("Số: 120/KH-CAT-PX03", "120", "KH-CAT-PX03", "120/KH-CAT-PX03", id="three groups"),
    pytest.param("Số: 25/QĐ-TTg", "25", "QĐ-TTg", "25/QĐ-TTg", id="small letters in the symbol"),
]


@pytest.mark.parametrize(("line", "number", "symbol", "code"), NUMBERS)
def test_number_and_symbol(line: str, number: str | None, symbol: str, code: str | None) -> None:
    assert number_line(line) == {"number": number, "symbol": symbol, "code": code}


def test_a_day_in_the_place_of_the_number_is_no_code() -> None:
    header = read(text("SỞ NỘI VỤ", "Số: 01/06/2020", "KẾ HOẠCH", "Trồng cây", *END)).header
    assert (header.number, header.symbol, header.code) == (None, None, None)


def test_a_missing_number_line_gives_neither_number_nor_symbol() -> None:
    found = shown(read(text("SỞ NỘI VỤ", DATED, "KẾ HOẠCH", "Trồng cây", *END)).header)
    assert not {"number", "symbol", "code"} & set(found)


DAYS = [
    pytest.param("Bản Mạ, ngày 31 tháng 01 năm 2023", "Bản Mạ", "2023-01-31", id="plain"),
    pytest.param("Bản Mạ, ngày 5 tháng 08 năm 2023", "Bản Mạ", "2023-08-05", id="zeros as they please"),
    pytest.param("Bản Mạ, ngày       tháng 11 năm 2024", "Bản Mạ", "2024-11-XX", id="a blank day"),
    pytest.param("Bản Mạ, ngày … tháng … năm 2024", "Bản Mạ", "2024-XX-XX", id="dots for day and month"),
    pytest.param("Bản Mạ, ngày     tháng     năm 2024", "Bản Mạ", "2024-XX-XX", id="blank day and month"),
    pytest.param("Bản Mạ, ngày     tháng     năm", "Bản Mạ", None, id="all blank is no day"),
    pytest.param("Thành phố Hồ Chí Minh, ngày 31 tháng 01 năm 2023", "Thành phố Hồ Chí Minh", "2023-01-31",
                 id="a city in full"),
    pytest.param("TP. Hồ Chí Minh, ngày 31 tháng 01 năm 2023", "TP. Hồ Chí Minh", "2023-01-31", id="a city, short"),
    pytest.param("Bà Rịa - Vũng Tàu, ngày 31 tháng 01 năm 2023", "Bà Rịa - Vũng Tàu", "2023-01-31", id="a double name"),
    pytest.param("Đắk Lắk,ngày 31 tháng 01 năm 2023", "Đắk Lắk", "2023-01-31", id="no space after the comma"),
    pytest.param("ngày 31 tháng 01 năm 2023", None, "2023-01-31", id="no place"),
    pytest.param("Quận 1, ngày 31 tháng 01 năm 2023", "Quận 1", "2023-01-31", id="a numbered district"),
    pytest.param("Phường 12, ngày 31 tháng 01 năm 2023", "Phường 12", "2023-01-31", id="a numbered ward"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "place", "issued_on"), DAYS)
def test_place_and_day(line: str, place: str | None, issued_on: str | None) -> None:
    header = read(text("SỞ NỘI VỤ", "Số: 5/KH-SNV", line, "KẾ HOẠCH", "Trồng cây", *END)).header
    assert (header.place, header.issued_on) == (place, issued_on)


ZIPPED = [
    pytest.param("Số: 45/KH-SNV Bản Mạ, ngày 02 tháng 3 năm 2026", ("45", "Bản Mạ", "2026-03-02"), id="single spaces"),
    pytest.param(
        "Số:      /KH-SNV Bản Mạ, ngày      tháng 3 năm 2026", (None, "Bản Mạ", "2026-03-XX"), id="two blanks"
    ),
    pytest.param("Số 45-KH/TU    Bản Mạ, ngày 02 tháng 3 năm 2026", ("45", "Bản Mạ", "2026-03-02"), id="Party"),
    pytest.param("Số: 45/KH-SNV ngày 02 tháng 3 năm 2026", ("45", None, "2026-03-02"), id="no place"),
]


@pytest.mark.parametrize(("line", "expected"), ZIPPED)
def test_number_and_day_on_one_line(line: str, expected: tuple[str | None, ...]) -> None:
    header = read(text("SỞ NỘI VỤ", line, "KẾ HOẠCH", "Trồng cây", *END)).header
    assert (header.number, header.place, header.issued_on) == expected


AGENCIES = [
    pytest.param(
        ["BỘ TÀI CHÍNH", "TỔNG CỤC THUẾ"], "5/KH-TCT", "BỘ TÀI CHÍNH", ["TỔNG CỤC THUẾ"], id="ministry, bureau"
    ),
    pytest.param(["BỘ TÀI CHÍNH TỔNG CỤC THUẾ"], "5/KH-TCT", "BỘ TÀI CHÍNH", ["TỔNG CỤC THUẾ"], id="run together"),
    pytest.param(
        ["UBND TỈNH BẢN MẠ", "SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"],
        "5/KH-SNNMT",
        "UBND TỈNH BẢN MẠ",
        ["SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"],
        id="the issuer's name wraps",
    ),
    pytest.param(
        ["UBND TỈNH BẢN MẠ", "SỞ NÔNG NGHIỆP VÀ MÔI", "TRƯỜNG"],
        "5/KH-SNNMT",
        "UBND TỈNH BẢN MẠ",
        ["SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"],
        id="the name wraps before a word that begins other names",
    ),
    pytest.param(
        ["ỦY BAN NHÂN DÂN", "TỈNH BẢN MẠ", "VĂN PHÒNG"],
        "5/KH-VP",
        "ỦY BAN NHÂN DÂN TỈNH BẢN MẠ",
        ["VĂN PHÒNG"],
        id="the parent's name wraps",
    ),
    pytest.param(
        ["ỦY BAN THƯỜNG VỤ", "QUỐC HỘI"],
        "5/NQ-UBTVQH16",
        None,
        ["ỦY BAN THƯỜNG VỤ QUỐC HỘI"],
        id="a name that ends in a body's name",
    ),
    pytest.param(["VĂN PHÒNG CHÍNH PHỦ"], "5/TB-VPCP", None, ["VĂN PHÒNG CHÍNH PHỦ"], id="one line"),
    pytest.param(["CHÍNH PHỦ"], "5/NQ-CP", None, ["CHÍNH PHỦ"], id="the government"),
    pytest.param(["THỦ TƯỚNG CHÍNH PHỦ"], "5/QĐ-TTg", None, ["THỦ TƯỚNG CHÍNH PHỦ"], id="the prime minister"),
    pytest.param(
        ["CHỦ TỊCH", "ỦY BAN NHÂN DÂN TỈNH BẢN MẠ"],
        "5/QĐ-CTUBND",
        None,
        ["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẢN MẠ"],
        id="the chair is the issuer, not the parent",
    ),
    pytest.param(
        ["UBND TỈNH BẢN MẠ", "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"],
        "5/KH-HĐTĐKT",
        "UBND TỈNH BẢN MẠ",
        ["HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"],
        id="a dash inside a name",
    ),
    pytest.param(
        ["UBND TỈNH BẢN MẠ", "HỘI ĐỒNG THI ĐUA -", "KHEN THƯỞNG"],
        "5/KH-HĐTĐKT",
        "UBND TỈNH BẢN MẠ",
        ["HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"],
        id="a name that wraps after its dash keeps it",
    ),
    pytest.param(
        ["SỞ NỘI VỤ - SỞ TÀI CHÍNH"], "5/HDLN-SNV-STC", None, ["SỞ NỘI VỤ", "SỞ TÀI CHÍNH"], id="joint: two on one line"
    ),
    pytest.param(
        ["SỞ NỘI VỤ", "SỞ TÀI CHÍNH"],
        "5/HDLN-SNV-STC",
        None,
        ["SỞ NỘI VỤ", "SỞ TÀI CHÍNH"],
        id="joint: two on two lines",
    ),
    pytest.param(
        ["UBND TỈNH BẢN MẠ", "SỞ NỘI VỤ", "CÔNG AN TỈNH"],
        "5/KHLT-SNV-CAT",
        "UBND TỈNH BẢN MẠ",
        ["SỞ NỘI VỤ", "CÔNG AN TỈNH"],
        id="joint: below one parent, on two lines",
    ),
    pytest.param(
        ["BỘ GIÁO DỤC VÀ ĐÀO TẠO - BỘ CÔNG AN"],
        "5/2025/TTLT-BGDĐT-BCA",
        None,
        ["BỘ GIÁO DỤC VÀ ĐÀO TẠO", "BỘ CÔNG AN"],
        id="joint circular",
    ),
    pytest.param(
        ["ỦY BAN MTTQ VIỆT NAM TỈNH BẢN MẠ", "BAN THƯỜNG TRỰC"],
        "5/KH-MTTQ-BTT",
        "ỦY BAN MTTQ VIỆT NAM TỈNH BẢN MẠ",
        ["BAN THƯỜNG TRỰC"],
        id="the Front",
    ),
    pytest.param(
        ["TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH BẢN MẠ"],
        "5/KH-LĐLĐ",
        "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
        ["LIÊN ĐOÀN LAO ĐỘNG TỈNH BẢN MẠ"],
        id="trade unions",
    ),
    pytest.param(
        ["BỘ CÔNG AN", "CÔNG AN TỈNH BẢN MẠ"], "5/KH-CAT-PX03", "BỘ CÔNG AN", ["CÔNG AN TỈNH BẢN MẠ"], id="police"
    ),
    pytest.param(
        ["QUÂN KHU 1", "BỘ CHỈ HUY QUÂN SỰ TỈNH"], "5/KH-BCH", "QUÂN KHU 1", ["BỘ CHỈ HUY QUÂN SỰ TỈNH"], id="army"
    ),
    pytest.param(
        ["UỶ BAN NHÂN DÂN", "XÃ BẢN MẠ"],
        "5/KH-UBND",
        None,
        ["UỶ BAN NHÂN DÂN XÃ BẢN MẠ"],
        id="the other place of the tone",
    ),
    pytest.param(
        ["SỞ Y TẾ", "BỆNH VIỆN ĐA KHOA TỈNH"], "5/KH-BV", "SỞ Y TẾ", ["BỆNH VIỆN ĐA KHOA TỈNH"], id="hospital"
    ),
    pytest.param(
        ["BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG ĐẠI HỌC BẢN MẠ"],
        "5/KH-ĐHBM",
        "BỘ GIÁO DỤC VÀ ĐÀO TẠO",
        ["TRƯỜNG ĐẠI HỌC BẢN MẠ"],
        id="university",
    ),
    pytest.param(
        ["UBND TỈNH BẢN MẠ", "SỞ NỘI VỤ - CÔNG AN TỈNH"],
        "5/KHLT-SNV-CAT",
        "UBND TỈNH BẢN MẠ",
        ["SỞ NỘI VỤ", "CÔNG AN TỈNH"],
        id="joint: below one parent, of two kinds",
    ),
    pytest.param(
        ["TRƯỜNG ĐẠI HỌC NÔNG LÂM", "THÀNH PHỐ HỒ CHÍ MINH", "KHOA CÔNG NGHỆ THÔNG TIN"],
        "5/TB-KCNTT",
        "TRƯỜNG ĐẠI HỌC NÔNG LÂM THÀNH PHỐ HỒ CHÍ MINH",
        ["KHOA CÔNG NGHỆ THÔNG TIN"],
        id="a faculty below a school whose name ends with its city",
    ),
    pytest.param(
        ["TRƯỜNG ĐẠI HỌC BẢN MẠ", "KHOA LUẬT"], "5/TB-KL", "TRƯỜNG ĐẠI HỌC BẢN MẠ", ["KHOA LUẬT"], id="a faculty"
    ),
    pytest.param(
        ["BỘ GIÁO DỤC VÀ ĐÀO TẠO", "VIỆN NGHIÊN CỨU", "KHOA HỌC TRỒNG CÂY"],
        "5/TB-VNC",
        "BỘ GIÁO DỤC VÀ ĐÀO TẠO",
        ["VIỆN NGHIÊN CỨU KHOA HỌC TRỒNG CÂY"],
        id="science is no faculty",
    ),
    pytest.param(
        ["ỦY BAN THƯỜNG VỤ QUỐC HỘI"], "5/KH-UBTVQH16", None, ["ỦY BAN THƯỜNG VỤ QUỐC HỘI"], id="committee, not BAN"
    ),
    pytest.param(
        ["HỘI ĐỒNG NHÂN DÂN TỈNH LẠNG SƠN", "KHÓA XVII, KỲ HỌP THỨ 5"],
        "5/NQ-HĐND",
        None,
        ["HỘI ĐỒNG NHÂN DÂN TỈNH LẠNG SƠN"],
        id="the session of a council is no body",
    ),
]


@pytest.mark.parametrize(("lines", "code", "governing", "issuing"), AGENCIES)
def test_agencies(lines: list[str], code: str, governing: str | None, issuing: list[str]) -> None:
    header = read(text(*lines, *NATION, f"Số: {code}", DATED, "KẾ HOẠCH", "Trồng cây", *END)).header
    assert (header.governing_agency.raw if header.governing_agency else None) == governing
    assert [agency.raw for agency in header.issuing_agencies] == issuing
    assert not any(agency.inferred for agency in header.issuing_agencies)


def test_two_equal_bodies_in_bold_below_a_light_parent_issue_together() -> None:
    lines = (light("UBND TỈNH BẢN MẠ"), bold("SỞ NỘI VỤ"), bold("CÔNG AN TỈNH"))
    header = read(text(*lines, light("Số: 5/KHLT-SNV-CAT"), bold("KẾ HOẠCH LIÊN TỊCH"), bold("Trồng cây"), *END)).header
    assert header.governing_agency is not None
    assert header.governing_agency.raw == "UBND TỈNH BẢN MẠ"
    assert [agency.raw for agency in header.issuing_agencies] == ["SỞ NỘI VỤ", "CÔNG AN TỈNH"]


TYPES = [
    pytest.param("KẾ HOẠCH", "kế hoạch", id="plan"),
    pytest.param("PHÁT ĐỘNG", "phát động", id="launch"),
    pytest.param("QUYẾT ĐỊNH", "quyết định", id="decision"),
    pytest.param("CHỈ THỊ", "chỉ thị", id="directive"),
    pytest.param("HƯỚNG DẪN", "hướng dẫn", id="guidance"),
    pytest.param("CHƯƠNG TRÌNH HÀNH ĐỘNG", "chương trình hành động", id="action programme"),
    pytest.param("KẾ HOẠCH LIÊN TỊCH", "kế hoạch liên tịch", id="joint plan"),
    pytest.param("THÔNG BÁO KẾT LUẬN", "thông báo", id="notice with more words"),
    pytest.param("TỜ TRÌNH", "tờ trình", id="submission"),
    pytest.param("CÔNG ĐIỆN", "công điện", id="telegram"),
    pytest.param("KẾ HOẠCH:", "kế hoạch", id="a colon after it"),
    pytest.param("K Ế   H O Ạ C H", "kế hoạch", id="letters spaced out"),
]


@pytest.mark.parametrize(("line", "expected"), TYPES)
def test_the_type_is_spelt_out(line: str, expected: str) -> None:
    assert read(text("SỞ NỘI VỤ", "Số: 5/X-SNV", DATED, line, "Trồng cây", *END)).header.doc_type == expected


SUBJECTS = [
    pytest.param(["KẾ HOẠCH", "Trồng cây", OPENING], "Trồng cây", id="one line"),
    pytest.param(
        ["KẾ HOẠCH", "Trồng cây và chăm sóc", "rừng năm 2026", OPENING],
        "Trồng cây và chăm sóc rừng năm 2026",
        id="a line end is a space",
    ),
    pytest.param(["KẾ HOẠCH TRỒNG CÂY NĂM 2026", OPENING], "TRỒNG CÂY NĂM 2026", id="on the line of the type"),
    pytest.param(["KẾ HOẠCH", "Trồng cây", "-----", OPENING], "Trồng cây", id="stops at the rule"),
    pytest.param(
        ["QUYẾT ĐỊNH", "Về việc trồng cây", "GIÁM ĐỐC SỞ NỘI VỤ", "Căn cứ Luật Đất đai năm 2024;"],
        "Về việc trồng cây",
        id="keeps Về việc, stops at the authority",
    ),
    pytest.param(
        ["QUYẾT ĐỊNH", "Ban hành Kế hoạch trồng cây", "ỦY BAN NHÂN DÂN TỈNH BẢN MẠ", "Căn cứ Luật Đất đai;"],
        "Ban hành Kế hoạch trồng cây",
        id="stops at the deciding body",
    ),
    pytest.param(
        ["TỜ TRÌNH", "Về việc trồng cây", "Kính gửi: Ủy ban nhân dân tỉnh", OPENING],
        "Về việc trồng cây",
        id="stops at the address",
    ),
    pytest.param(
        ["KẾ HOẠCH", "Thực hiện phong trào thi đua trồng cây", OPENING],
        "Thực hiện phong trào thi đua trồng cây",
        id="may begin like a sentence of the body",
    ),
    pytest.param(
        ["KẾ HOẠCH", "Trồng cây năm 2026", "Năm 2026 là năm đầu tiên thực hiện Nghị quyết, Sở ban hành Kế hoạch:"],
        "Trồng cây năm 2026",
        id="stops at context",
    ),
    pytest.param(["KẾ HOẠCH, NHIỆM VỤ", "TRỒNG CÂY", OPENING], "NHIỆM VỤ TRỒNG CÂY", id="a comma after the type"),
    pytest.param(["KẾ HOẠCH", "I. MỤC ĐÍCH", "Làm tốt."], None, id="none before the first section"),
    pytest.param(
        ["PHÁT ĐỘNG", "Trồng cây năm 2026", "Sở Nội vụ tỉnh Bản Mạ phát động phong trào trồng cây như sau:"],
        "Trồng cây năm 2026",
        id="stops at the sentence that issues, though it opens with the issuer",
    ),
    pytest.param(
        [
            "NGHỊ ĐỊNH",
            "Sửa đổi Nghị định số 5/2020/NĐ-CP của",
            "Chính phủ quy định việc trồng " + "rừng, " * 30 + "cây.",
            OPENING,
        ],
        "Sửa đổi Nghị định số 5/2020/NĐ-CP của Chính phủ quy định việc trồng " + "rừng, " * 30 + "cây",
        id="goes on after a word that cannot end it, however long",
    ),
    pytest.param(
        ["CHỈ THỊ", "Về việc trồng cây", "Rừng đầu nguồn của xã còn thưa, lũ về nhanh hơn trước."],
        "Về việc trồng cây",
        id="stops at a sentence that ends in a full stop",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), SUBJECTS)
def test_the_subject(lines: list[str], expected: str | None) -> None:
    assert read(text("SỞ NỘI VỤ", "Số: 5/KH-SNV", DATED, *lines, "I. MỤC ĐÍCH", "Làm.")).header.title == expected


LETTERS = [
    pytest.param(["V/v trồng cây"], "trồng cây", id="V/v"),
    pytest.param(["V/v: trồng cây"], "trồng cây", id="V/v with a colon"),
    pytest.param(["V/v trồng cây và chăm sóc", "rừng năm 2026"], "trồng cây và chăm sóc rừng năm 2026", id="two lines"),
    pytest.param(["Về trồng cây"], "trồng cây", id="Về is left out"),
    pytest.param(["Về việc trồng cây"], "Về việc trồng cây", id="Về việc stays"),
]


@pytest.mark.parametrize(("lines", "expected"), LETTERS)
def test_the_subject_of_a_letter(lines: list[str], expected: str) -> None:
    header = read(text("SỞ NỘI VỤ", "Số: 5/SNV-TH", *lines, *NATION, DATED, "Kính gửi: Các xã", OPENING)).header
    assert (header.doc_type, header.title) == ("công văn", expected)


MARKS = [
    pytest.param("HỎA TỐC", {"urgency": "HỎA TỐC"}, id="express"),
    pytest.param("HOẢ TỐC", {"urgency": "HOẢ TỐC"}, id="express, the other place of the tone"),
    pytest.param("HỎA TỐC HẸN GIỜ", {"urgency": "HỎA TỐC HẸN GIỜ"}, id="express at an hour"),
    pytest.param("THƯỢNG KHẨN", {"urgency": "THƯỢNG KHẨN"}, id="very urgent"),
    pytest.param("KHẨN", {"urgency": "KHẨN"}, id="urgent"),
    pytest.param("TUYỆT MẬT", {"secrecy": "TUYỆT MẬT"}, id="top secret"),
    pytest.param("TỐI MẬT", {"secrecy": "TỐI MẬT"}, id="secret"),
    pytest.param("MẬT", {"secrecy": "MẬT"}, id="confidential"),
    pytest.param("DỰ THẢO", {"is_draft": True}, id="draft"),
    pytest.param("DỰ THẢO 2", {"is_draft": True}, id="numbered draft"),
    pytest.param("Dự thảo lần 1", {"is_draft": True}, id="draft, small letters"),
    pytest.param("(DỰ THẢO)", {"is_draft": True}, id="draft in brackets"),
]


@pytest.mark.parametrize(("line", "expected"), MARKS)
@pytest.mark.parametrize("place", [0, 2], ids=["above the issuer", "under the number"])
def test_marks(line: str, expected: dict[str, Any], place: int) -> None:
    lines = ["SỞ NỘI VỤ", "Số: 5/KH-SNV", DATED, "KẾ HOẠCH", "Trồng cây", *END]
    found = shown(read(text(*lines[:place], line, *lines[place:])).header)
    assert {field: found.get(field) for field in expected} == expected
    assert found["issuing"] == ["SỞ NỘI VỤ"]
    assert {"urgency", "secrecy", "is_draft"} & set(found) == set(expected)


def test_a_stamped_number_and_day_say_that_they_were_stamped() -> None:
    number = Line((Run("Số:"), Run(" 45", origin="annotation"), Run(" /KH-SNV")), ends=True)
    day = Line((Run("Bản Mạ, ngày"), Run(" 02", origin="annotation"), Run(" tháng 3 năm 2026")), ends=True)
    header = read(text("SỞ NỘI VỤ", number, day, "KẾ HOẠCH", "Trồng cây", *END)).header
    assert (header.number, header.code, header.issued_on) == ("45", "45/KH-SNV", "2026-03-02")
    assert {field: e.origin for field, e in header.evidence.items() if field in ("number", "symbol", "issued_on")} == {
        "number": "annotation", "symbol": "text", "issued_on": "annotation",
    }  # fmt: skip


def test_each_value_has_its_evidence() -> None:
    made = text("UBND TỈNH BẢN MẠ", "SỞ NỘI VỤ", "KHẨN", "Số: 45/KH-SNV", DATED, "KẾ HOẠCH", "Trồng cây", *END)
    evidence = read(made).header.evidence
    printed = {f: made.value[e.span.start : e.span.end] for f, e in evidence.items() if e.span is not None}
    assert printed == {
        "governing_agency": "UBND TỈNH BẢN MẠ", "issuing_agencies": "SỞ NỘI VỤ", "urgency": "KHẨN", "number": "45",
        "symbol": "KH-SNV", "place": "Bản Mạ", "issued_on": "ngày 02 tháng 3 năm 2026", "doc_type": "KẾ HOẠCH",
        "title": "Trồng cây",
    }  # fmt: skip


INFERRED = [
    pytest.param(
        "Sở Tài chính tỉnh Bản Mạ phát động phong trào thi đua trồng cây như sau:",
        "Sở Tài chính tỉnh Bản Mạ",
        id="launches",
    ),
    pytest.param(
        "Thực hiện Chỉ thị số 7/CT-UBND, Sở Tài chính ban hành Kế hoạch trồng cây như sau:",
        "Sở Tài chính",
        id="issues a plan",
    ),
    pytest.param(
        "Văn phòng UBND tỉnh Bản Mạ ban hành Kế hoạch trồng cây như sau:",
        "Văn phòng Ủy ban nhân dân tỉnh Bản Mạ",
        id="an office",
    ),
    pytest.param(
        "Ủy ban nhân dân tỉnh xây dựng Kế hoạch trồng cây như sau:", "Ủy ban nhân dân tỉnh", id="the province"
    ),
]


@pytest.mark.parametrize(("opening", "expected"), INFERRED)
def test_a_missing_issuer_is_inferred_from_the_body(opening: str, expected: str) -> None:
    opening = "Phát huy kết quả trồng rừng phòng hộ và rừng sản xuất của năm 2025, " + opening
    lines = ("KẾ HOẠCH", "Trồng cây năm 2026", opening, "I. MỤC ĐÍCH", "Làm tốt.", "GIÁM ĐỐC", "Lò Văn Sơn")
    (agency,) = document(*lines).header.issuing_agencies
    assert (agency.name, agency.inferred) == (expected, True)
    evidence = document(*lines).header.evidence["issuing_agencies"]
    assert evidence.origin == "body"


def test_an_empty_letterhead_gives_no_values() -> None:
    header = read(text("KẾ HOẠCH", "Trồng cây", *END)).header
    assert shown(header) == {"doc_type": "kế hoạch", "title": "Trồng cây"}
