"""Citations by code: type, code, day and issuer as printed (SPEC §3, §5, §10.1; GUIDELINES, citations)."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from made_text import cited as read


class C(NamedTuple):
    """What is printed of one citation by code."""

    code: str
    doc_type: str | None
    issued_on: str | None = None
    issuer: str | None = None


def coded(words: str) -> list[C]:
    return [
        C(c.code, c.doc_type, c.issued_on, c.issuer.raw if c.issuer else None)
        for c in read(words)
        if c.code is not None
    ]


FORMS = [
    pytest.param(
        "Chỉ thị số 27/CT-TTg ngày 16/7/2019 của Thủ tướng Chính phủ về việc phát động thi đua",
        [C("27/CT-TTg", "chỉ thị", "2019-07-16", "Thủ tướng Chính phủ")],
        id="1 full",
    ),
    pytest.param(
        "Nghị định số 43/2014/NĐ-CP ngày 15 tháng 5 năm 2014 của Chính phủ quy định chi tiết",
        [C("43/2014/NĐ-CP", "nghị định", "2014-05-15", "Chính phủ")],
        id="2 full with a long day",
    ),
    pytest.param(
        "Kết luận số 14-KL/TW, ngày 22/9/2021 của Bộ Chính trị về khuyến khích",
        [C("14-KL/TW", "kết luận", "2021-09-22", "Bộ Chính trị")],
        id="3 Party, comma before the day",
    ),
    pytest.param(
        "Chỉ thị số 40-CT/TW ngày 22/11/2014 của Ban Bí thư (khóa XI) về tín dụng",
        [C("40-CT/TW", "chỉ thị", "2014-11-22", "Ban Bí thư (khóa XI)")],
        id="4 with the term in brackets",
    ),
    pytest.param(
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của BCH Trung ương khóa XII về đổi mới",
        [C("18-NQ/TW", "nghị quyết", "2017-10-25", "BCH Trung ương khóa XII")],
        id="4 with the term after the name",
    ),
    pytest.param(
        "Chỉ thị số 27/CT-TTg của Thủ tướng Chính phủ.",
        [C("27/CT-TTg", "chỉ thị", None, "Thủ tướng Chính phủ")],
        id="5 short repeat with issuer",
    ),
    pytest.param(
        "học tập Chỉ thị 40-CT/TW gắn với", [C("40-CT/TW", "chỉ thị")], id="5 short repeat, no word for number"
    ),
    pytest.param("mục tiêu theo số 61/NQ-HĐND đã giao", [C("61/NQ-HĐND", "nghị quyết")], id="6 no type word"),
    pytest.param("đã nêu (Kế hoạch 12/KH-SNV)", [C("12/KH-SNV", "kế hoạch")], id="6 in brackets"),
    pytest.param(
        "các Nghị định số 30/2020/NĐ-CP, 13/2023/NĐ-CP",
        [C("30/2020/NĐ-CP", "nghị định"), C("13/2023/NĐ-CP", "nghị định")],
        id="7 a list shares its type word",
    ),
    pytest.param(
        "Thông tư số 01/2024/TT-BNV, số 15/2025/TT-BNV và số 16/2025/TT-BNV",
        [C("01/2024/TT-BNV", "thông tư"), C("15/2025/TT-BNV", "thông tư"), C("16/2025/TT-BNV", "thông tư")],
        id="7 a list that repeats the word for number",
    ),
    pytest.param(
        "các Công văn số 11/UBND-NC, 12/UBND-KT; 13/UBND-VX",
        [C("11/UBND-NC", "công văn"), C("12/UBND-KT", "công văn"), C("13/UBND-VX", "công văn")],
        id="7 letters share the type word, their symbols have none",
    ),
    pytest.param(
        "Quyết định số 100 và 101/QĐ-UBND của UBND tỉnh",
        [C("100", "quyết định"), C("101/QĐ-UBND", "quyết định", None, "UBND tỉnh")],
        id="7 a bare number before the code",
    ),
    pytest.param(
        "Quyết định số 5/QĐ-UBND ngày 02/01/2025 và Quyết định số 9/QĐ-UBND ngày 08/01/2025 của UBND huyện",
        [
            C("5/QĐ-UBND", "quyết định", "2025-01-02", "UBND huyện"),
            C("9/QĐ-UBND", "quyết định", "2025-01-08", "UBND huyện"),
        ],
        id="7 two of one symbol share the issuer after the last",
    ),
    pytest.param(
        "Luật Giáo dục số 43/2019/QH14",
        [C("43/2019/QH14", "luật")],
        id="11 law with number",
    ),
    pytest.param(
        "Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022",
        [C("06/2022/QH15", "luật", "2022-06-15")],
        id="11 law with a comma in its name, number and day",
    ),
    pytest.param("Pháp lệnh số 10/2009/PL-UBTVQH12", [C("10/2009/PL-UBTVQH12", "pháp lệnh")], id="11 ordinance"),
    pytest.param(
        "Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội",
        [C("202/2025/QH15", "nghị quyết", "2025-06-12", "Quốc hội")],
        id="resolution of the National Assembly",
    ),
    pytest.param(
        "Nghị quyết số 1279/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội",
        [C("1279/NQ-UBTVQH15", "nghị quyết", None, "Ủy ban Thường vụ Quốc hội")],
        id="resolution of the Standing Committee, no year in the symbol",
    ),
    pytest.param(
        "Nghị định số 20/2021/NĐ-CP (hợp nhất tại Văn bản hợp nhất số 01/VBHN-BLĐTBXH)",
        [C("20/2021/NĐ-CP", "nghị định"), C("01/VBHN-BLĐTBXH", "văn bản hợp nhất")],
        id="13 consolidated text",
    ),
    pytest.param(
        "Văn bản hợp nhất số 68/2026/VBHN-NĐ-BCT",
        [C("68/2026/VBHN-NĐ-BCT", "văn bản hợp nhất")],
        id="13 consolidated text with a year",
    ),
    pytest.param(
        "Công văn số 1234/UBND-NC, ngày 05/11/2024 của Chủ tịch UBND tỉnh về việc",
        [C("1234/UBND-NC", "công văn", "2024-11-05", "Chủ tịch UBND tỉnh")],
        id="19 letter",
    ),
    pytest.param(
        "Văn bản số 455/UBND-KGVX ngày 19/3/2018",
        [C("455/UBND-KGVX", "công văn", "2018-03-19")],
        id="19 a letter called by the general word",
    ),
    pytest.param("Thông báo số 12/TB-VPCP", [C("12/TB-VPCP", "thông báo")], id="20 notice"),
    pytest.param("Công điện số 58/CĐ-TTg", [C("58/CĐ-TTg", "công điện")], id="20 telegram"),
    pytest.param("Tờ trình số 88/TTr-SNV", [C("88/TTr-SNV", "tờ trình")], id="20 submission"),
    pytest.param("Hướng dẫn số 07-HD/VPTW", [C("07-HD/VPTW", "hướng dẫn")], id="20 Party guidance"),
    pytest.param("Báo cáo số 611/BC-UBND", [C("611/BC-UBND", "báo cáo")], id="20 report"),
    pytest.param("Kế hoạch số 18/KH-HĐTĐKT", [C("18/KH-HĐTĐKT", "kế hoạch")], id="20 plan of a council"),
    pytest.param("Chương trình số 05-CTr/TU", [C("05-CTr/TU", "chương trình")], id="20 Party programme"),
    pytest.param("theo Đề án số 08 của Chính phủ", [C("08", "đề án", None, "Chính phủ")], id="a number is a code"),
    pytest.param("tiếp tục thực hiện Chỉ thị 11 trong năm", [C("11", "chỉ thị")], id="alias: type and number"),
    pytest.param(
        "tinh thần Nghị quyết 57 và Nghị quyết 68", [C("57", "nghị quyết"), C("68", "nghị quyết")], id="two aliases"
    ),
    pytest.param(
        "55/2011/TTLT-BGDĐT-BTC là thông tư liên tịch",
        [C("55/2011/TTLT-BGDĐT-BTC", "thông tư liên tịch")],
        id="joint circular",
    ),
    pytest.param(
        "Thông tư liên tịch số 10/2013/TTLT-BTP-BCA-TANDTC-VKSNDTC-BTC ngày 26/6/2013",
        [C("10/2013/TTLT-BTP-BCA-TANDTC-VKSNDTC-BTC", "thông tư liên tịch", "2013-06-26")],
        id="joint of five",
    ),
    pytest.param(
        "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
        [C("403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "nghị quyết liên tịch")],
        id="joint resolution",
    ),
    pytest.param(
        "Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025 của Chính phủ",
        [C("66.7/2025/NQ-CP", "nghị quyết", "2025-11-15", "Chính phủ")],
        id="a decimal number is one number",
    ),
    pytest.param("Nghị quyết số 66.17/2026/NQ-CP", [C("66.17/2026/NQ-CP", "nghị quyết")], id="two decimals"),
    pytest.param("Quyết định số 61/2025/QĐ-CTUBND", [C("61/2025/QĐ-CTUBND", "quyết định")], id="decision of the chair"),
    pytest.param("Quyết định số 72/2004/QĐ-UB", [C("72/2004/QĐ-UB", "quyết định")], id="old suffix"),
    pytest.param(
        "Nghị quyết số 05/2016/NQ-HĐND8", [C("05/2016/NQ-HĐND8", "nghị quyết")], id="term glued to the council"
    ),
    pytest.param("Lệnh số 08/2001/L-CTN", [C("08/2001/L-CTN", "lệnh")], id="order of the State President"),
    pytest.param("Kế hoạch số 120/KH-CAT-PX03", [C("120/KH-CAT-PX03", "kế hoạch")], id="police sub-unit"),
    pytest.param("Công văn số 1151/BNV-BTĐKTTW", [C("1151/BNV-BTĐKTTW", "công văn")], id="letter of a ministry"),
    pytest.param("Kế hoạch số 225-KH/TWĐTN-TNNT", [C("225-KH/TWĐTN-TNNT", "kế hoạch")], id="youth union"),
    pytest.param("Báo cáo số 24-BC/UBKTTU", [C("24-BC/UBKTTU", "báo cáo")], id="Party commission"),
    pytest.param("Kế hoạch số 3a/KH-UBND", [C("3a/KH-UBND", "kế hoạch")], id="a letter after the number"),
    pytest.param("Công văn số 77/SKH&ĐT-TH", [C("77/SKH&ĐT-TH", "công văn")], id="an ampersand in the symbol"),
    pytest.param(
        "QCVN 122:2024/BGTVT", [C("QCVN122:2024/BGTVT", "quy chuẩn kỹ thuật quốc gia")], id="technical standard"
    ),
    pytest.param(
        "Quyết định số 2437/QĐ-TTg ngày 04/11/2025 về việc ban hành",
        [C("2437/QĐ-TTg", "quyết định", "2025-11-04")],
        id="no issuer printed",
    ),
    pytest.param(
        "Quyết định số 14/QĐ-TTg ngày 06/01/2020 Thủ tướng Chính phủ phê duyệt",
        [C("14/QĐ-TTg", "quyết định", "2020-01-06", "Thủ tướng Chính phủ")],
        id="issuer without the word of",
    ),
    pytest.param(
        "Bộ Nội vụ tại Công văn số 91/BNV-TĐKT", [C("91/BNV-TĐKT", "công văn")], id="an issuer before is none"
    ),
    pytest.param("Thông báo số 3/TB-UBND tháng 5 năm 2024", [C("3/TB-UBND", "thông báo", "2024-05")], id="month only"),
    pytest.param(
        "Quyết định số 15/QĐ-UBND (ngày 02/3/2024)",
        [C("15/QĐ-UBND", "quyết định", "2024-03-02")],
        id="the day in brackets",
    ),
    pytest.param(
        "Kế hoạch số 9-KH/ĐU, ngày 01-10-1997 của Đảng ủy xã về",
        [C("9-KH/ĐU", "kế hoạch", "1997-10-01", "Đảng ủy xã")],
        id="a Party day with hyphens",
    ),
    pytest.param(
        "Quyết định số 15/QĐ-UBND ngày    tháng 3 năm 2024 của UBND xã",
        [C("15/QĐ-UBND", "quyết định", "2024-03-XX", "UBND xã")],
        id="a blank day",
    ),
]

DIRTY = [
    pytest.param("Phát động số: 173 /PĐ-SKHĐT", [C("173/PĐ-SKHĐT", "phát động")], id="a space before the slash"),
    pytest.param("theo số 71/NQ-CP", [C("71/NQ-CP", "nghị quyết")], id="lower-case word for number"),
    pytest.param("Chỉ thị Số  02 / CT-UBND", [C("02/CT-UBND", "chỉ thị")], id="spaces around the slash"),
    pytest.param("Nghị định 105/2025/NĐ- CP", [C("105/2025/NĐ-CP", "nghị định")], id="a space after the hyphen"),
    pytest.param("Chỉ thị số 34 - CT/TW", [C("34-CT/TW", "chỉ thị")], id="spaces around a Party hyphen"),
    pytest.param("Luật Điện lực số 53 /2024/QH15", [C("53/2024/QH15", "luật")], id="a space inside a law's number"),
    pytest.param("Chỉ thị số 01/CT - UBND", [C("01/CT-UBND", "chỉ thị")], id="spaces around the hyphen"),
    pytest.param("Chỉ thị số 01/CT–UBND", [C("01/CT-UBND", "chỉ thị")], id="an en dash is a hyphen in the code"),
    pytest.param("Nghị định 30/2020/ND-CP", [C("30/2020/ND-CP", "nghị định")], id="accents lost: decree"),
    pytest.param("Quyết định 14/QD-TTg", [C("14/QD-TTg", "quyết định")], id="accents lost: decision"),
    pytest.param("Nghị quyết 7/NQ-HDND", [C("7/NQ-HDND", "nghị quyết")], id="accents lost: council"),
    pytest.param("Chỉ thị số 22/CT-TW", [C("22/CT-TW", "chỉ thị")], id="Party order broken"),
    pytest.param("Văn bản hợp nhất số 05VBHN-VPQH", [C("05VBHN-VPQH", "văn bản hợp nhất")], id="no slash"),
    pytest.param("Quyết định số 14/QÐ-TTg", [C("14/QÐ-TTg", "quyết định")], id="the look-alike Eth"),
    pytest.param("CHỈ THỊ SỐ 12/CT-UBND", [C("12/CT-UBND", "chỉ thị")], id="all capitals"),
    pytest.param("chỉ thị số 12/CT-UBND", [C("12/CT-UBND", "chỉ thị")], id="all small"),
    pytest.param("Quyết định\xa0số\xa014/QĐ-TTg", [C("14/QĐ-TTg", "quyết định")], id="fixed spaces"),
    pytest.param("(Nghị định số 25/2025/NĐ-CP)", [C("25/2025/NĐ-CP", "nghị định")], id="in brackets"),
    pytest.param("Nghị định số 25/2025/NĐ-CP.", [C("25/2025/NĐ-CP", "nghị định")], id="a full stop is not of the code"),
    pytest.param("Nghị định 30/2020/nđ-cp", [C("30/2020/nđ-cp", "nghị định")], id="lower case"),
]

ORDER = [
    pytest.param("Kế hoạch số 05-KH/TU", ("05", "KH/TU"), id="Party: number hyphen type slash organ"),
    pytest.param("Kế hoạch số 05/KH-UBND", ("05", "KH-UBND"), id="state: number slash type hyphen organ"),
    pytest.param("Nghị định số 30/2020/NĐ-CP", ("30", "2020/NĐ-CP"), id="QPPL: the year is of the symbol"),
    pytest.param("Công văn số 1665/UBND-NC", ("1665", "UBND-NC"), id="letter: organ hyphen unit"),
    pytest.param("Nghị quyết số 66.7/2025/NQ-CP", ("66.7", "2025/NQ-CP"), id="decimal"),
]


@pytest.mark.parametrize(("words", "expected"), FORMS)
def test_surface_forms(words: str, expected: list[C]) -> None:
    assert coded(words) == expected


@pytest.mark.parametrize(("words", "expected"), DIRTY)
def test_dirty_forms_are_read_as_printed(words: str, expected: list[C]) -> None:
    assert coded(words) == expected


@pytest.mark.parametrize(("words", "expected"), ORDER)
def test_number_and_symbol_are_parted(words: str, expected: tuple[str, str]) -> None:
    assert [(c.number, c.symbol) for c in read(words)] == [expected]


NONE = [
    pytest.param("ngày 13/01/2023 và giai đoạn 2021-2025", id="days and periods"),
    pytest.param("Kế hoạch phát triển kinh tế - xã hội 5 năm giai đoạn 2026-2030", id="21 a plan named, not numbered"),
    pytest.param("Kế hoạch 5 năm (2021 - 2025)", id="21 a plan of so many years"),
    pytest.param("Chương trình 3 năm", id="a programme of so many years"),
    pytest.param("Kế hoạch này; Quyết định này; Phong trào này", id="22 the document itself"),
    pytest.param("Kế hoạch trên; văn bản trên; Chỉ thị nêu tại mục 1", id="23 back references"),
    pytest.param("các văn bản hướng dẫn thi hành; Chỉ thị của UBND tỉnh", id="18 generic"),
    pytest.param("theo quy định của pháp luật", id="18 the law in general"),
    pytest.param("tỷ lệ 1/2 và 24/7, 8 - 9%, 3/4 Nội dung", id="fractions"),
    pytest.param("Báo cáo 2 lần; Thông báo 15 dự án", id="counts after a noun"),
    pytest.param("Điều 5 Quyết định này", id="a pinpoint into the document itself"),
    pytest.param("khu phố 12/KP, tổ 3-A", id="addresses"),
    pytest.param("xe 14A-123.45; lô 5/B", id="plates and plots"),
    pytest.param("Quyết định 35% số vốn", id="a share"),
    pytest.param("Nghị quyết Đại hội Đảng bộ tỉnh", id="a congress without ordinal"),
    pytest.param("kỷ niệm 80 năm Ngày Quốc khánh 02/9", id="a holiday"),
    pytest.param("Quyết định 3 nội dung", id="a count after a verb"),
]


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_citation(words: str) -> None:
    assert [c.raw for c in read(words)] == []


def test_the_documents_own_number_is_not_cited() -> None:
    words = "Kế hoạch số 12/KH-UBND này và Kế hoạch số 13/KH-UBND"
    assert [c.code for c in read(words, "12", "KH-UBND")] == ["13/KH-UBND"]


def test_an_own_number_left_blank_hides_nothing() -> None:
    assert [c.code for c in read("theo Kế hoạch số 12/KH-UBND", None, "KH-UBND")] == ["12/KH-UBND"]


ISSUERS = [
    pytest.param("của UBND tỉnh về trồng rừng", "UBND tỉnh", id="về"),
    pytest.param("của UBND tỉnh về việc trồng rừng", "UBND tỉnh", id="về việc"),
    pytest.param("của Chính phủ quy định chi tiết", "Chính phủ", id="quy định"),
    pytest.param("của Bộ Nội vụ ban hành Quy chế", "Bộ Nội vụ", id="ban hành"),
    pytest.param("của Thủ tướng Chính phủ phê duyệt Đề án", "Thủ tướng Chính phủ", id="phê duyệt"),
    pytest.param("của Bộ Tài chính hướng dẫn thi hành", "Bộ Tài chính", id="hướng dẫn"),
    pytest.param("của Chính phủ sửa đổi, bổ sung một số điều", "Chính phủ", id="sửa đổi"),
    pytest.param("của UBND tỉnh “về trồng rừng”", "UBND tỉnh", id="a quotation"),
    pytest.param("của UBND tỉnh; giao phòng Văn thư", "UBND tỉnh", id="a semicolon"),
    pytest.param("của UBND tỉnh, Sở Nội vụ ban hành kế hoạch", "UBND tỉnh", id="a comma before the issuer of this one"),
    pytest.param("của UBND tỉnh và các văn bản liên quan", "UBND tỉnh", id="và các"),
    pytest.param("của Bộ Chính trị, Ban Bí thư về", "Bộ Chính trị, Ban Bí thư", id="two organs of the Party's centre"),
    pytest.param(
        "của Bộ Văn hóa, Thể thao và Du lịch về", "Bộ Văn hóa, Thể thao và Du lịch", id="commas inside a name"
    ),
    pytest.param("của Sở Nông nghiệp và Môi trường hướng dẫn", "Sở Nông nghiệp và Môi trường", id="and inside a name"),
    pytest.param("của Bộ Giáo dục và Đào tạo ban hành", "Bộ Giáo dục và Đào tạo", id="and before a capital"),
    pytest.param("của Chủ tịch UBND tỉnh về", "Chủ tịch UBND tỉnh", id="a person's office"),
    pytest.param("của Bộ trưởng Bộ Y tế quy định", "Bộ trưởng Bộ Y tế", id="a minister"),
    pytest.param("của Tỉnh uỷ về", "Tỉnh uỷ", id="shortened"),
    pytest.param("của Thủ tướng về", "Thủ tướng", id="the prime minister alone"),
    pytest.param("của Ban Thường vụ Tỉnh ủy Bản Mạ về", "Ban Thường vụ Tỉnh ủy Bản Mạ", id="with the place's name"),
    pytest.param("của Hội đồng nhân dân tỉnh khóa XVI về", "Hội đồng nhân dân tỉnh khóa XVI", id="with the term"),
    pytest.param("của Ban Bí thư (khoá X) về", "Ban Bí thư (khoá X)", id="with the term, old spelling"),
    pytest.param("của Sở Công Thương (trước đây là Sở Công nghiệp) về", "Sở Công Thương", id="a gloss is left out"),
    pytest.param("của UBND huyện Mường (trước sắp xếp) về", "UBND huyện Mường (trước sắp xếp)", id="a qualifier stays"),
    pytest.param(
        "của Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh về", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", id="the Front"
    ),
    pytest.param("của Tổng Liên đoàn Lao động Việt Nam về", "Tổng Liên đoàn Lao động Việt Nam", id="the unions"),
    pytest.param("về việc trồng rừng của xã", None, id="of something else, after the subject"),
    pytest.param("CỦA CHÍNH PHỦ VỀ ĐẤT ĐAI", "CHÍNH PHỦ", id="capitals"),
    pytest.param("của UBND xã V/v làm đường", "UBND xã", id="V/v"),
]


@pytest.mark.parametrize(("words", "expected"), ISSUERS)
def test_where_the_issuer_ends(words: str, expected: str | None) -> None:
    (found,) = read(f"Quyết định số 14/QĐ-X ngày 05/01/2024 {words}")
    assert (found.issuer.raw if found.issuer else None) == expected


RAWS = [
    pytest.param("theo Nghị quyết số 7/NQ-CP ngày 1/2/2024 của Chính phủ về đất đai;",
                 "Nghị quyết số 7/NQ-CP ngày 1/2/2024 của Chính phủ", id="from the type to the issuer"),
    pytest.param("khoản 2 Điều 5 Nghị định số 7/2024/NĐ-CP.", "Nghị định số 7/2024/NĐ-CP", id="without the pinpoint"),
    pytest.param("Chỉ thị số 40-CT/TW của Ban Bí thư (khóa XI) về", "Chỉ thị số 40-CT/TW của Ban Bí thư (khóa XI)",
                 id="with the term"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), RAWS)
def test_raw_runs_from_the_type_to_the_issuer(words: str, expected: str) -> None:
    assert [c.raw for c in read(words)] == [expected]
