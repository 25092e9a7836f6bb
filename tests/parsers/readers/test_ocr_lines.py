"""Recognised rows become printed lines: specks left out, words doubted, columns and bold print told apart."""

from __future__ import annotations

import pytest
from made_scans import DPI, row, shown

from parsers.layout import Doubt
from parsers.readers.ocr_engine import Row
from parsers.readers.ocr_lines import kept, printed, word_box

LINE = "tổ chức thực hiện kế hoạch"

KEPT = [
    pytest.param(row(LINE), [LINE], id="print"),
    pytest.param(row("Số: 173/KH-UBND", sure=0.5), ["Số: 173/KH-UBND"], id="a code, however doubted"),
    pytest.param(row("- Lưu: VT"), ["- Lưu: VT"], id="a bullet before words"),
    pytest.param(row("12"), ["12"], id="a number alone"),
    pytest.param(row("Ế"), [], id="one letter alone"),
    pytest.param(row("~ ’ ¬"), [], id="signs alone"),
    pytest.param(row("fw zj", sure=0.3), [], id="letters that are no syllable, doubted"),
    pytest.param(row("c a l", sure=0.2), [], id="single letters of a signature"),
    pytest.param(row(f"{LINE} ¬«"), [LINE], id="specks after print"),
]


@pytest.mark.parametrize(("each", "expected"), KEPT)
def test_what_is_print(each: Row, expected: list[str]) -> None:
    assert shown(kept([each])) == expected


def test_no_rows_are_no_lines() -> None:
    assert kept([]) == []
    assert printed([], DPI) == []


def test_a_row_becomes_a_line_in_points() -> None:
    (line,) = printed([row("Kế hoạch", x=240, y=480)], DPI)
    assert line.text == "Kế hoạch"
    assert line.box == (72.0, 144.0, pytest.approx((240 + 8 * 14) * 0.3), pytest.approx(510 * 0.3))
    assert word_box(row("Kế").words[0], DPI) == pytest.approx((60, 90, 68.4, 99))


def test_stretches_of_a_line_are_its_pieces() -> None:
    (line,) = printed([row("UBND TỈNH", line=3), row("CỘNG HÒA", line=3, x=900)], DPI)
    assert [piece.text for piece in line.pieces] == ["UBND TỈNH", "CỘNG HÒA"]


def test_stretches_on_different_levels_are_two_lines() -> None:
    lines = printed([row("UBND TỈNH", line=3), row("CỘNG HÒA", line=3, x=900, y=320)], DPI)
    assert [line.text for line in lines] == ["UBND TỈNH", "CỘNG HÒA"]


def test_lines_keep_their_order() -> None:
    rows = [row(word, line=number, y=300 + 60 * number) for number, word in enumerate(["một", "hai", "ba"])]
    assert [line.text for line in printed(rows, DPI)] == ["một", "hai", "ba"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("thi đua yêu nước", (), id="sure words"),
        pytest.param("thi *đua yêu nước", (Doubt(4, 7, 0.5),), id="one word is doubted where it stands"),
        pytest.param("*thi đua yêu *nước", (Doubt(0, 3, 0.5), Doubt(12, 16, 0.5)), id="the first and the last"),
    ],
)
def test_doubted_words(words: str, expected: tuple[Doubt, ...]) -> None:
    (line,) = printed([row(words)], DPI)
    assert line.pieces[0].doubts == expected
    for doubt in expected:
        assert line.text[doubt.start : doubt.end].isalpha()


def test_heavy_strokes_are_bold() -> None:
    rows = [row(LINE, line=number) for number in range(4)] + [row("KẾ HOẠCH", line=5, stroke=5.0)]
    assert [line.pieces[0].bold for line in printed(rows, DPI)] == [False] * 4 + [True]


def test_strokes_are_heavy_for_their_size() -> None:
    rows = [row(LINE, line=number) for number in range(4)] + [row("KẾ HOẠCH", line=5, size=20.0, stroke=5.0)]
    assert not printed(rows, DPI)[-1].pieces[0].bold


@pytest.mark.parametrize(
    ("size", "expected"),
    [(13.2, 14.0), (15.0, 14.0), (10.0, 10.0), (18.0, 18.0)],
    ids=["a little smaller", "a little larger", "plainly smaller", "plainly larger"],
)
def test_sizes_that_differ_little_are_the_same(size: float, expected: float) -> None:
    rows = [row(LINE, line=number) for number in range(4)] + [row("kết quả", line=5, size=size)]
    assert printed(rows, DPI)[-1].size == expected
