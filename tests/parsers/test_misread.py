"""Fields of recognised text: marks lost or changed, spaces lost, specks of ink read as signs (SPEC §14)."""

from __future__ import annotations

from typing import Any

import pytest
from made_text import document, text

from models import Header
from parsers.header import read
from parsers.vietnamese.unicode import bare

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
DATED = "Bản Mạ, ngày 02 tháng 3 năm 2026"
OPENING = "Thực hiện Chỉ thị số 7/CT-UBND ngày 01/02/2026 của UBND tỉnh, Sở Nội vụ ban hành Kế hoạch như sau:"
END = (OPENING, "I. MỤC ĐÍCH", "1. Làm tốt.")


TYPES = [
    pytest.param("QUYÉT ĐỊNH", "quyết định", id="a mark of another letter"),
    pytest.param("KÉ HOẠCH", "kế hoạch", id="a hat lost"),
    pytest.param("CHI THI", "chỉ thị", id="all marks lost"),
    pytest.param("THÔNGBÁO", "thông báo", id="the space lost"),
    pytest.param("TỞ TRINH:", "tờ trình", id="a colon after it"),
    pytest.param("KẺ HOẠCH, NHIÊM VỤ", "kế hoạch", id="more words after a comma"),
    pytest.param("THÔNG TRI", "thông tri", id="another type is not taken for its neighbour"),
    pytest.param("GIẤY MỜI.", "giấy mời", id="a speck after it"),
]


@pytest.mark.parametrize(("line", "expected"), TYPES)
def test_the_type_is_known_without_its_marks(line: str, expected: str) -> None:
    assert read(text("SỞ NỘI VỤ", "Số: 5/X-SNV", DATED, line, "Trồng cây", *END)).header.doc_type == expected


def test_two_types_with_the_same_letters_are_never_confused() -> None:
    found = read(text("SỞ NỘI VỤ", "Số: 5/X-SNV", DATED, "Chi thi", "KÊ HOACH", "Trồng cây", *END)).header
    assert found.doc_type == "kế hoạch"


NUMBERS = [
    pytest.param("Só: 45/KH-SNV", "45", "KH-SNV", id="another mark"),
    pytest.param("So: 45/KH-SNV", "45", "KH-SNV", id="no mark"),
    pytest.param("S6: 45/KH-SNV", "45", "KH-SNV", id="a figure in the label"),
    pytest.param("Số: 45KH-SNV", "45", "KH-SNV", id="the slash lost before a known type"),
    pytest.param("Số: 4łZ/KH-SNV", None, "KH-SNV", id="a number that cannot be read stays unread"),
    pytest.param("Số: J 9 Ủ /CĐ-SNV", None, "CĐ-SNV", id="letters for a number written by hand"),
    pytest.param("Nghị quyêt sô: 89/2025/UBTVQH15", "89", "2025/UBTVQH15", id="the type before the label"),
]


@pytest.mark.parametrize(("line", "number", "symbol"), NUMBERS)
def test_number_and_symbol(line: str, number: str | None, symbol: str | None) -> None:
    header = read(text("SỞ NỘI VỤ", line, *NATION, DATED, "KẾ HOẠCH", "Trồng cây", *END)).header
    assert (header.number, header.symbol) == (number, symbol)
    assert [agency.raw for agency in header.issuing_agencies] == ["SỞ NỘI VỤ"]


DAYS = [
    pytest.param("Bản Mạ, ngảy 02 thảng 3 nãm 2026", "Bản Mạ", "2026-03-02", id="other marks"),
    pytest.param("Ban Ma, ngay 02 thang 3 nam 2026", "Ban Ma", "2026-03-02", id="no marks"),
    pytest.param("Bản Mạ; ngày 02 tháng 3 năm 2026", "Bản Mạ", "2026-03-02", id="a semicolon for the comma"),
    pytest.param("Bản Mạ. ngày      tháng 3 năm 2026", "Bản Mạ", "2026-03-XX", id="a full stop for the comma"),
    pytest.param("Bản Mạ, ngày” “Tháng 03 năm 2026", "Bản Mạ", "2026-03-XX", id="quotes in the blank"),
    pytest.param("Bản Mạ, ngày lĩ tháng ỉ ỉ năm 20 ỉ 6", "Bản Mạ", None, id="a year that cannot be read"),
]


@pytest.mark.parametrize(("line", "place", "issued_on"), DAYS)
def test_place_and_day(line: str, place: str, issued_on: str | None) -> None:
    header = read(text("SỞ NỘI VỤ", "Số: 5/KH-SNV", line, "KẾ HOẠCH", "Trồng cây", *END)).header
    assert (header.place, header.issued_on) == (place, issued_on)


AGENCIES = [
    pytest.param(["UBND TỈNH KIÊN GIANG", "SỞ Y TẾ."], "UBND TỈNH KIÊN GIANG", "SỞ Y TẾ", id="a speck at the end"),
    pytest.param(["'UBND TỈNH KIÊN GIANG", "'SỞ Y TẾ"], "UBND TỈNH KIÊN GIANG", "SỞ Y TẾ", id="a speck at the start"),
    pytest.param(["UBND TỈNH KIÊN GIANG” ï", "SỞ Y TẾ"], "UBND TỈNH KIÊN GIANG", "SỞ Y TẾ", id="a letter too many"),
    pytest.param(["UBND TỈNH KIÊN GIANG", "SỞY TẾ"], "UBND TỈNH KIÊN GIANG", "SỞY TẾ", id="the space lost"),
    pytest.param(["UBND TÍNH KIÊN GIANG", "SƠ Y TÊ"], "UBND TÍNH KIÊN GIANG", "SƠ Y TÊ", id="after a whole province"),
    pytest.param(["BỘ CÔNG THƯƠNG", "CUC HÓA CHẤT"], "BỘ CÔNG THƯƠNG", "CUC HÓA CHẤT", id="after a whole ministry"),
    pytest.param(["BỘ TÀI CHÍNH", "TÔNG CỤC THUẾ"], "BỘ TÀI CHÍNH", "TÔNG CỤC THUẾ", id="a head of two syllables"),
    pytest.param(["SỞ GIÁO DỤC VÀ", "ĐAO TẠO"], None, "SỞ GIÁO DỤC VÀ ĐAO TẠO", id="a name that goes on"),
    pytest.param(
        ["TRƯỜNG ĐẠI HỌC NÔNG LÂM TP .", "HỒ CHÍ MINH"],
        None,
        "TRƯỜNG ĐẠI HỌC NÔNG LÂM TP HỒ CHÍ MINH",
        id="a space before the stop of TP",
    ),
    pytest.param(
        ["TRƯỜNG ĐẠI HỌC NÔNG LÂM TP.", "HỒ CHÍ MINH"],
        None,
        "TRƯỜNG ĐẠI HỌC NÔNG LÂM TP. HỒ CHÍ MINH",
        id="the stop of TP stays",
    ),
    pytest.param(["- TÒA ÁN NHÂN DÂN TỐI CAO."], None, "TÒA ÁN NHÂN DÂN TỐI CAO", id="a speck read as a bullet"),
]


@pytest.mark.parametrize(("lines", "governing", "issuing"), AGENCIES)
def test_agencies(lines: list[str], governing: str | None, issuing: str) -> None:
    header = read(text(*lines, "Số: 5/KH-X", *NATION, DATED, "KẾ HOẠCH", "Trồng cây", *END)).header
    assert (header.governing_agency.raw if header.governing_agency else None) == governing
    assert [agency.raw for agency in header.issuing_agencies] == [issuing]


MOTTOES = [
    pytest.param("CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM.", id="another mark, a speck"),
    pytest.param("CONG HOA XA HOI CHU NGHIAVIET NAM", id="no marks, a space lost"),
    pytest.param("Độc lập - fự do - Hạnh phúc", id="a letter misread"),
    pytest.param("Độc lập Tự đo Hạnh phúc", id="the dashes lost"),
]


@pytest.mark.parametrize("motto", MOTTOES)
def test_a_motto_beside_the_issuer(motto: str) -> None:
    header = read(text(f"TRƯỜNG ĐẠI HỌC BẢN MẠ {motto}", "Số: 5/KH-ĐHBM", DATED, "KẾ HOẠCH", "Trồng cây", *END)).header
    assert [agency.raw for agency in header.issuing_agencies] == ["TRƯỜNG ĐẠI HỌC BẢN MẠ"]


def test_a_stamp_below_the_number_is_no_part_of_the_issuer() -> None:
    header = read(text("BỘ CÔNG THƯƠNG", "Số: 6/TT-BCT", "- GỂNG TIN ĐIỆN TỬ.", *NATION, DATED, "THÔNG TƯ", "Trồng cây",
                       *END)).header  # fmt: skip
    assert ([agency.raw for agency in header.issuing_agencies], header.doc_type) == (["BỘ CÔNG THƯƠNG"], "thông tư")


LETTERS = [
    pytest.param(["SỞ NỘI VỤ", "Số: 5/SNV-TH", "'V/v trồng cây"], id="a speck before it"),
    pytest.param(["SỞ NỘI VỤ", "V/v trồng cây"], id="the number lost"),
]


@pytest.mark.parametrize("lines", LETTERS)
@pytest.mark.parametrize("address", ["Kinh gửi: Các xã", "Kính gừi: Các xã"])
def test_the_subject_of_a_letter(lines: list[str], address: str) -> None:
    made = document(*lines, *NATION, DATED, address, OPENING)
    assert (made.header.doc_type, made.header.title) == ("công văn", "trồng cây")
    assert [addressee.name for addressee in made.addressees] == ["Các xã"]


BODY = ("SỞ NỘI VỤ", "Số: 45/KH-SNV", DATED, "KẾ HOẠCH", "Trồng cây năm 2026", *END, "Yêu cầu các xã thực hiện./.")
RECIPIENTS = ("- UBND tỉnh (để b/c);", "- Các xã;")
CLOSINGS = [
    pytest.param(["Noi nhận:", *RECIPIENTS, "- Luu: VT.", "GIAM ĐỌC", "Lò Văn Sơn"], id="marks lost"),
    pytest.param(["Nơi nhận:22^", *RECIPIENTS, "- Lưu: VT.", "GIÁM ĐỐC.", "Lò Văn Sơn"], id="noise after the heading"),
    pytest.param(["Nơi nhận:", *RECIPIENTS, "- VT, TH (Hoa).", "- GIÁM ĐỐC", "Lò Văn Sơn"], id="the word Lưu lost"),
    pytest.param(
        ["Nơi nhận:", *RECIPIENTS, "- Lưu: VT.", "'GIÁM ĐỐC", "“Lò Văn Sơn."], id="quotes around post and name"
    ),
    pytest.param(["Nơi nhận:", "- UBND tỉnh (đề b/c);", "- Các xã;", "- Lưu: VT.", "GIÁM ĐỐC", "Lò Văn Sơn"], id="để"),
]


@pytest.mark.parametrize("lines", CLOSINGS)
def test_a_closing(lines: list[str]) -> None:
    made = document(*BODY, *lines)
    assert [(bare(r.name), bare(r.purpose or "")) for r in made.recipients] == [("UBND tinh", "de b/c"), ("Cac xa", "")]
    assert made.archive is not None
    assert made.archive.units[0] == "VT"
    assert [(bare(s.position or "")[:3], s.name) for s in made.signers] == [("GIA", "Lò Văn Sơn")]


DEPUTIES = [
    pytest.param(["KT. GIÁM ĐỐC", "- PHÓ GIÁM ĐỐC.", "Lò Văn Sơn"], ("KT. GIÁM ĐỐC",), id="a speck before the post"),
    pytest.param(["- KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "Lò Văn Sơn"], ("KT. GIÁM ĐỐC",), id="both on one line"),
    pytest.param(["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Văn Sơn"], ("GIÁM ĐỐC",), id="the letters KT lost"),
    pytest.param(["KT. GIAM ĐỐC PHÓ GIÁM ĐÔC Lò Văn Sơn"], ("KT. GIAM ĐỐC",), id="all on one line, marks changed"),
]


@pytest.mark.parametrize(("lines", "capacity"), DEPUTIES)
def test_a_deputy(lines: list[str], capacity: tuple[str, ...]) -> None:
    made = document(*BODY, "Nơi nhận:", *RECIPIENTS, "- Lưu: VT.", *lines)
    assert [(s.capacity, bare(s.position or ""), s.name) for s in made.signers] == [
        (capacity, "PHO GIAM DOC", "Lò Văn Sơn")
    ]
    assert [r.name for r in made.recipients] == ["UBND tỉnh", "Các xã"]


def test_a_person_in_capitals_is_not_taken_for_a_post() -> None:
    made = document(*BODY, "Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "CHU TRÍ DŨNG")
    assert [(s.position, s.name) for s in made.signers] == [("GIÁM ĐỐC", "CHU TRÍ DŨNG")]


def test_without_any_mark_the_header_says_the_same() -> None:
    lines = ("UBND TỈNH LẠNG SƠN", "SỞ NỘI VỤ", "Số: 45/KH-SNV", *NATION, DATED, "KẾ HOẠCH", "Trồng cây năm 2026", *END)
    assert fields(read(text(*map(bare, lines))).header) == {
        field: bare(str(value)) if field != "doc_type" else value
        for field, value in fields(read(text(*lines)).header).items()
    }


def fields(header: Header) -> dict[str, Any]:
    return {
        "governing": header.governing_agency.raw if header.governing_agency else None,
        "issuing": header.issuing_agencies[0].raw,
        **header.model_dump(include={"number", "symbol", "code", "place", "issued_on", "doc_type", "title"}),
    }
