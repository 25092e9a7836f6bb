"""What recognition mistakes again and again: signs, bullets, figures, numerals."""

from __future__ import annotations

import pytest
from made_scans import row, shown

from parsers.layout import Doubt
from parsers.readers.ocr_repairs import SURE_OF_REPAIR, numbered, repaired
from parsers.readers.pdf_pieces import Piece, PrintedLine

REPAIRED = [
    pytest.param("173⁄KH-UBND", "173/KH-UBND", id="a fraction bar is a slash"),
    pytest.param("KH‑UBND", "KH-UBND", id="a hard hyphen is a hyphen"),
    pytest.param("— Các cơ quan", "- Các cơ quan", id="a rule before words is the dash of a bullet"),
    pytest.param("_ Các cơ quan", "- Các cơ quan", id="so is a low line"),
    pytest.param("—Các cơ quan", "- Các cơ quan", id="a bullet glued to its word"),
    pytest.param("các cơ quan..", "các cơ quan.", id="a doubled full stop"),
    pytest.param("các cơ quan...", "các cơ quan...", id="three dots stay"),
    pytest.param("các cơ quan_", "các cơ quan", id="a low line at the end is the end of a rule"),
    pytest.param("(để bc);", "(để b/c);", id="a short form without its slash"),
    pytest.param("Tỉnh ủy (để th);", "Tỉnh ủy (để t/h);", id="another"),
    pytest.param("th hiện", "th hiện", id="the same letters elsewhere"),
    pytest.param("ngày l5 tháng 3", "ngày 15 tháng 3", id="l before a figure in a date"),
    pytest.param("năm 2O24", "năm 2024", id="O among figures of a year"),
    pytest.param("12/l0/2024", "12/10/2024", id="l in a date of figures"),
    pytest.param("Điều I2", "Điều 12", id="I in the number of an article"),
    pytest.param("khoản S", "khoản S", id="a letter without figures stays"),
    pytest.param("đường B5 kéo dài", "đường B5 kéo dài", id="a letter and a figure elsewhere stay"),
    pytest.param("quý IH năm 2024", "quý III năm 2024", id="the numeral after the word for a quarter"),
    pytest.param("Chương H", "Chương II", id="the numeral after the word for a chapter"),
    pytest.param("quý VH", "quý VH", id="a quarter that there is not"),
    pytest.param("Nguyễn Văn H", "Nguyễn Văn H", id="a letter after a name"),
    pytest.param("TÓ CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN", id="a mark"),
    pytest.param("kế hoạch tổng thể", "kế hoạch tổng thể", id="what is right stays"),
]


@pytest.mark.parametrize(("read", "expected"), REPAIRED)
def test_a_line_is_put_right(read: str, expected: str) -> None:
    rows, _ = repaired([row(read)])
    assert shown(rows) == [expected]


def test_the_dash_seen_before_a_line_is_its_bullet() -> None:
    rows, _ = repaired([row("Các cơ quan", bullet=True), row("- Các sở", line=1, bullet=True)])
    assert shown(rows) == ["- Các cơ quan", "- Các sở"]


def test_nothing_is_repaired_in_nothing() -> None:
    assert repaired([]) == ([], [])


def test_what_was_put_right_is_told_and_is_less_sure() -> None:
    rows, repairs = repaired([row("TÓ CHỨC")])
    assert [tuple(each) for each in repairs] == [("TÓ", "TỔ")]
    assert [word.sure for word in rows[0].words] == [SURE_OF_REPAIR, 0.96]


def test_a_word_is_put_right_by_the_line_above() -> None:
    rows, _ = repaired([row("TRƯỞNG BAN CHỈ"), row("ĐAO", line=1, y=340)])
    assert shown(rows) == ["TRƯỞNG BAN CHỈ", "ĐẠO"]


def test_words_of_two_columns_are_no_neighbours() -> None:
    read = [row("TÓ", line=0), row("CHỨC", line=0, x=900)]
    assert shown(repaired(read)[0]) == ["TÓ", "CHỨC"]


def test_places_stay_where_they_were() -> None:
    read = row("— TÓ CHỨC")
    rows, _ = repaired([read])
    assert [word.box for word in rows[0].words] == [word.box for word in read.words]


def heading(text: str, *, bold: bool = True, doubts: tuple[Doubt, ...] = ()) -> PrintedLine:
    box = (85.0, 100.0, 400.0, 114.0)
    return PrintedLine((Piece(text, box, bold, doubts=doubts),), box, 14.0)


NUMBERED = [
    pytest.param(["I. MỤC ĐÍCH", "H. NỘI DUNG", "HI. TỔ CHỨC"], ["I.", "II.", "III."], id="strokes misread as letters"),
    pytest.param(["I. MỤC ĐÍCH", "1I. NỘI DUNG", "IIl. TỔ CHỨC"], ["I.", "II.", "III."], id="strokes as figures"),
    pytest.param(["I. MỤC ĐÍCH", "II. NỘI DUNG", "II. TỔ CHỨC"], ["I.", "II.", "III."], id="one stroke too few"),
    pytest.param(
        ["I. A LỚN", "II. B LỚN", "III. C LỚN", "TV. D LỚN", "Y. Đ LỚN"], ["I.", "II.", "III.", "IV.", "V."],
        id="IV and V",
    ),
    pytest.param(["I, MỤC ĐÍCH"], ["I,"], id="a numeral that is right keeps its sign"),
    pytest.param(["l. MỤC ĐÍCH"], ["I."], id="the first"),
    pytest.param(["1. Mục đích", "2. Yêu cầu"], ["1.", "2."], id="figures are figures"),
    pytest.param(["B. PHỤ LỤC"], ["B."], id="a letter that is no numeral"),
    pytest.param(["X. PHỤ LỤC"], ["X."], id="a numeral far from the next"),
]  # fmt: skip


@pytest.mark.parametrize(("read", "expected"), NUMBERED)
def test_numerals_of_headings_follow_each_other(read: list[str], expected: list[str]) -> None:
    lines, last = numbered([heading(text) for text in read], 0)
    assert [line.text.split()[0] for line in lines] == expected
    assert [line.text.split(" ", 1)[1] for line in lines] == [text.split(" ", 1)[1] for text in read]
    assert last <= len(expected)


def test_numerals_go_on_from_page_to_page() -> None:
    _, last = numbered([heading("I. MỤC ĐÍCH"), heading("II. NỘI DUNG")], 0)
    lines, last = numbered([heading("HI. TỔ CHỨC")], last)
    assert (lines[0].text, last) == ("III. TỔ CHỨC", 3)


def test_numerals_begin_anew_in_an_annex() -> None:
    lines, _ = numbered([heading("I. MỘT LÀ"), heading("II. HAI LÀ"), heading("I. BA LÀ"), heading("H. BỐN LÀ")], 0)
    assert [line.text.split()[0] for line in lines] == ["I.", "II.", "I.", "II."]


def test_a_line_in_light_small_letters_is_no_heading() -> None:
    lines, last = numbered([heading("I. MỤC ĐÍCH"), heading("H. nội dung khác", bold=False)], 0)
    assert (lines[1].text, last) == ("H. nội dung khác", 1)


def test_a_numeral_put_right_is_doubted_and_the_doubts_after_it_move() -> None:
    lines, _ = numbered([heading("I. MỤC ĐÍCH"), heading("H. NỘI DUNG", doubts=(Doubt(3, 6, 0.5),))], 0)
    doubts = lines[1].pieces[0].doubts
    assert [lines[1].text[doubt.start : doubt.end] for doubt in doubts] == ["II.", "NỘI"]
    assert doubts[0].sure == SURE_OF_REPAIR
