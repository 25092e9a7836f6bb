"""Citations by name: laws, congresses, plenums (SPEC §10.1 rows 8-12, 15-17; GUIDELINES, citations)."""

from __future__ import annotations

import pytest
from made_text import cited as read

LAWS = [
    pytest.param("Căn cứ Luật Thi đua, khen thưởng năm 2022;", [("Luật Thi đua, khen thưởng năm 2022", "2022")],
                 id="8 name and year, a comma in the name"),
    pytest.param("Căn cứ Luật Thi đua, khen thưởng 2022;", [("Luật Thi đua, khen thưởng 2022", "2022")],
                 id="8 the year without its word"),
    pytest.param("quy định của Luật Tiếp công dân và các văn bản", [("Luật Tiếp công dân", None)], id="9 name only"),
    pytest.param("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;",
                 [("Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003", "2003-11-26")], id="10 name and long day"),
    pytest.param("Căn cứ Luật Đất đai ngày 18/01/2024;", [("Luật Đất đai ngày 18/01/2024", "2024-01-18")],
                 id="10 name and day"),
    pytest.param(
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương"
        " ngày 22 tháng 11 năm 2019;",
        [("Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương"
          " ngày 22 tháng 11 năm 2019", "2019-11-22")],
        id="12 a law that amends two laws is one citation",
    ),
    pytest.param(
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16 tháng 11 năm 2013;",
        [("Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16 tháng 11 năm 2013", "2013-11-16")],
        id="12 a law that amends a law with a comma in its name",
    ),
    pytest.param(
        "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi đua,"
        " khen thưởng ngày 14 tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013",
        [("Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003", "2003-11-26"),
         ("Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 14 tháng 6 năm 2005", "2005-06-14")],
        id="10 a law and the one that amends it",
    ),
    pytest.param("Căn cứ Bộ luật Lao động năm 2019;", [("Bộ luật Lao động năm 2019", "2019")], id="a code of law"),
    pytest.param("Căn cứ Pháp lệnh Ưu đãi người có công với cách mạng ngày 09/12/2020;",
                 [("Pháp lệnh Ưu đãi người có công với cách mạng ngày 09/12/2020", "2020-12-09")], id="an ordinance"),
    pytest.param("Căn cứ Hiến pháp năm 2013;", [("Hiến pháp năm 2013", "2013")], id="the constitution"),
    pytest.param(
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013;",
        [("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", "2013")], id="the constitution in full",
    ),
    pytest.param("Luật Phòng, chống tác hại của rượu, bia năm 2019 được",
                 [("Luật Phòng, chống tác hại của rượu, bia năm 2019", "2019")], id="two commas in the name"),
    pytest.param("Luật Trẻ em, Luật Giáo dục và Luật Phòng, chống ma túy",
                 [("Luật Trẻ em", None), ("Luật Giáo dục", None), ("Luật Phòng, chống ma túy", None)],
                 id="a list of laws, commas between and inside"),
    pytest.param("theo Luật Ban hành văn bản quy phạm pháp luật năm 2025, Sở trình",
                 [("Luật Ban hành văn bản quy phạm pháp luật năm 2025", "2025")], id="a name that holds a cue word"),
    pytest.param("Luật Giao thông đường bộ quy định về tốc độ", [("Luật Giao thông đường bộ", None)],
                 id="the name ends at the verb"),
    pytest.param("thi hành Luật Căn cước về việc cấp thẻ", [("Luật Căn cước", None)], id="the name ends at về"),
    pytest.param("phổ biến luật đất đai đến người dân", [("luật đất đai", None)], id="a known law in small letters"),
    pytest.param("CĂN CỨ LUẬT ĐẤT ĐAI NĂM 2024", [("LUẬT ĐẤT ĐAI NĂM 2024", "2024")], id="capitals"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), LAWS)
def test_laws_by_name(words: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(c.raw, c.issued_on) for c in read(words)] == expected
    assert all(c.code is None for c in read(words))


CONGRESSES = [
    pytest.param("Nghị quyết Đại hội XIII của Đảng;", "Nghị quyết Đại hội XIII của Đảng", id="15 short"),
    pytest.param(
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng và",
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng",
        id="15 full",
    ),
    pytest.param(
        "Nghị quyết Đại hội lần thứ XIII của Đảng.", "Nghị quyết Đại hội lần thứ XIII của Đảng", id="15 middle"
    ),
    pytest.param(
        "Nghị quyết Đại hội đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2020 - 2025;",
        "Nghị quyết Đại hội đảng bộ tỉnh lần thứ XVII",
        id="17 a province's, the term left out",
    ),
    pytest.param(
        "các Nghị quyết Đại hội Đảng bộ tỉnh Bản Mạ lần thứ I, nhiệm kỳ 2025- 2030",
        "Nghị quyết Đại hội Đảng bộ tỉnh Bản Mạ lần thứ I",
        id="17 a province's, named",
    ),
    pytest.param(
        "Nghị quyết Hội nghị Trung ương 8 khóa XII về",
        "Nghị quyết Hội nghị Trung ương 8 khóa XII",
        id="16 plenum with term",
    ),
    pytest.param("Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Trung ương 4 khóa XII", id="16 plenum, short"),
    pytest.param(
        "Nghị quyết Trung ương 4 (khóa XI, XII) về",
        "Nghị quyết Trung ương 4 (khóa XI, XII)",
        id="16 plenum of two terms",
    ),
]


@pytest.mark.parametrize(("words", "expected"), CONGRESSES)
def test_congresses_and_plenums(words: str, expected: str) -> None:
    assert [(c.raw, c.doc_type, c.code) for c in read(words)] == [(expected, "nghị quyết", None)]


NONE = [
    pytest.param("Nghị quyết Đại hội Đảng bộ tỉnh", id="a congress without ordinal or term"),
    pytest.param("Đại hội lần thứ XIV của Đảng", id="the event itself"),
    pytest.param("chào mừng Đại hội XIV", id="the event, short"),
    pytest.param("Luật này có hiệu lực", id="the law itself"),
    pytest.param("pháp luật về thi đua", id="the law in general"),
    pytest.param("kỷ luật Đảng; luật sư; Đoàn Luật sư tỉnh; cử nhân Luật", id="words that hold the word"),
    pytest.param("dự án Luật của Quốc hội", id="a bill without name"),
    pytest.param("luật pháp quốc tế", id="international law"),
    pytest.param("Trường Đại học Luật Hà Nội", id="a school of law"),
]


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_named_citation(words: str) -> None:
    assert [c.raw for c in read(words)] == []


def test_a_law_with_its_code_is_one_citation() -> None:
    (found,) = read("Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022")
    assert (found.doc_type, found.code) == ("luật", "06/2022/QH15")
    assert found.raw == "Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022"
