"""Number and day of a recognised letterhead: read surely, or left blank for a person to look at."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from made_scans import DPI, row, shown

from parsers.readers.ocr_letterhead import BY_HAND, Unread, filled
from parsers.readers.ocr_strips import Pixels

HEIGHT = 1000
NATION = "CỘNG HÒA XÃ HỘI"


def by_hand(figures: str | None) -> Callable[[Pixels], str | None]:
    return lambda _box: figures


def read(line: str, figures: str | None = None, sure: float = 0.96) -> tuple[str, list[Unread]]:
    """Give a line of the letterhead as it is put in order, a hand that reads these figures beside it."""
    rows, blanks = filled([row(line, sure=sure)], HEIGHT, DPI, by_hand(figures))
    return shown(rows)[0], blanks


SURE = [
    pytest.param("Số: 173/KH-UBND", "Số: 173/KH-UBND", id="a printed number"),
    pytest.param("Số 173 /KH-UBND", "Số: 173/KH-UBND", id="spaces within, no colon"),
    pytest.param("Số: 173a/KH-UBND", "Số: 173a/KH-UBND", id="a letter after the number"),
    pytest.param("Số: 05-KH/TU", "Số: 05-KH/TU", id="the form of the Party"),
    pytest.param("SỐ: 12/QĐ-TTg", "Số: 12/QĐ-TTg", id="a symbol with small letters"),
    pytest.param("Só: 12/KH-SYT", "Số: 12/KH-SYT", id="a label misread"),
    pytest.param(
        "Hà Nội, ngày 15 tháng 3 năm 2024", "Hà Nội, ngày 15 tháng 3 năm 2024", id="a printed day and its place"
    ),
    pytest.param("Phú Thọ, ngày 02 tháng 12 năm 2024", "Phú Thọ, ngày 02 tháng 12 năm 2024", id="a leading nought"),
    pytest.param("Hà Nội, ngày tháng năm 2024", "Hà Nội, ngày tháng năm 2024", id="an empty day and month"),
    pytest.param("Số: /KH-UBND", "Số: /KH-UBND", id="an empty number"),
    pytest.param("Số: .../KH-UBND", "Số: /KH-UBND", id="dots for an empty number"),
]


@pytest.mark.parametrize(("line", "expected"), SURE)
def test_what_is_sure_or_empty_gives_no_blank(line: str, expected: str) -> None:
    assert read(line) == (expected, [])


UNREAD = [
    pytest.param("Số: 17*3/KH-UBND", "Số: /KH-UBND", ["number"], id="a sign among the figures"),
    pytest.param("Số: AB3 /KH-UBND", "Số: /KH-UBND", ["number"], id="letters for a number"),
    pytest.param("Số: 123456 /KH-UBND", "Số: /KH-UBND", ["number"], id="six figures"),
    pytest.param("Hà Nội, ngày Ac tháng 3 năm 2024", "Hà Nội, ngày tháng 3 năm 2024", ["day"], id="letters for a day"),
    pytest.param(
        "Hà Nội, ngày 15 tháng 2A năm 2024", "Hà Nội, ngày 15 tháng năm 2024", ["month"], id="letters for a month"
    ),
    pytest.param("Hà Nội, ngày 45 tháng 3 năm 2024", "Hà Nội, ngày tháng 3 năm 2024", ["day"], id="a day over 31"),
    pytest.param("Hà Nội, ngày 5 tháng 13 năm 2024", "Hà Nội, ngày 5 tháng năm 2024", ["month"], id="a month over 12"),
    pytest.param(
        "Hà Nội, ngày x5 tháng y3 năm 2024", "Hà Nội, ngày tháng năm 2024", ["day", "month"], id="day and month"
    ),
]


@pytest.mark.parametrize(("line", "expected", "kinds"), UNREAD)
def test_what_is_not_sure_stays_blank_and_is_told(line: str, expected: str, kinds: list[str]) -> None:
    text, blanks = read(line)
    assert text == expected
    assert [blank.kind for blank in blanks] == kinds


def test_a_doubted_figure_is_no_figure() -> None:
    text, blanks = read("Số: 173 /KH-UBND", sure=0.6)
    assert text == "Số: /KH-UBND"
    assert [(blank.kind, blank.read) for blank in blanks] == [("number", "173")]


def test_the_place_of_a_blank_is_between_its_label_and_what_follows() -> None:
    line = row("Số: AB3 /KH-UBND")
    _, (blank,) = filled([line], HEIGHT, DPI, by_hand(None))
    label, _, symbol = (word.box for word in line.words)
    assert label[2] - 2 <= blank.box[0] < blank.box[2] <= symbol[0] + 2
    assert (blank.box[1], blank.box[3]) == (label[1], label[3])


@pytest.mark.parametrize(
    ("line", "figures", "expected"),
    [
        pytest.param("Số: AB3 /KH-UBND", "173", "Số: 173/KH-UBND", id="a number"),
        pytest.param("Hà Nội, ngày Ac tháng 3 năm 2024", "15", "Hà Nội, ngày 15 tháng 3 năm 2024", id="a day"),
        pytest.param("Hà Nội, ngày 15 tháng z năm 2024", "3", "Hà Nội, ngày 15 tháng 3 năm 2024", id="a month"),
    ],
)
def test_a_hand_fills_the_blank(line: str, figures: str, expected: str) -> None:
    assert read(line, figures) == (expected, [])


def test_a_hand_that_reads_no_day_leaves_the_blank() -> None:
    text, blanks = read("Hà Nội, ngày Ac tháng 3 năm 2024", "45")
    assert text == "Hà Nội, ngày tháng 3 năm 2024"
    assert [blank.kind for blank in blanks] == ["day"]


def test_a_number_by_hand_is_never_sure() -> None:
    rows, _ = filled([row("Số: AB3 /KH-UBND")], HEIGHT, DPI, by_hand("173"))
    assert rows[0].words[-1].sure <= BY_HAND


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("SỞ NÔNG NGHIỆP_", "SỞ NÔNG NGHIỆP", id="the end of a rule under a name in capitals"),
        pytest.param("CHỦ NGHĨA VIỆT NAM.", "CHỦ NGHĨA VIỆT NAM", id="a speck after the nation's name"),
        pytest.param("Căn cứ Luật Đầu tư.", "Căn cứ Luật Đầu tư.", id="a sentence keeps its full stop"),
        pytest.param("theo số 173 của sở", "theo số 173 của sở", id="a number in a sentence"),
        pytest.param(NATION, NATION, id="another line"),
    ],
)
def test_other_lines_of_the_letterhead(line: str, expected: str) -> None:
    assert read(line) == (expected, [])


def test_below_the_head_of_the_page_nothing_is_put_in_order() -> None:
    below = row("Số: AB3 /KH-UBND", y=HEIGHT + 1)
    assert filled([below], HEIGHT, DPI, by_hand("173")) == ([below], [])


def test_no_rows_have_no_blanks() -> None:
    assert filled([], HEIGHT, DPI, by_hand(None)) == ([], [])
