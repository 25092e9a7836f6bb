"""Strips cut out of a page: columns parted, marks and descenders within, sizes measured."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import pytest
from made_scans import DPI, Paper

from parsers.readers.ocr_ink import parted
from parsers.readers.ocr_rules import rules
from parsers.readers.ocr_strips import Strip, strips

LINE = "Tổ chức thực hiện kế hoạch trên địa bàn tỉnh"


def cut(paper: Paper, dpi: int = DPI) -> list[Strip]:
    ruled, _, _ = rules(paper.dark, dpi)
    return strips(parted(paper.dark & ~ruled, dpi), dpi)


def lines(paper: Paper) -> list[list[int]]:
    """Give for each line the left ends of its strips in points."""
    return [
        [round(strip.left * 72 / DPI) for strip in group]
        for _, group in groupby(cut(paper), key=lambda each: each.line)
    ]


SHOWN = [
    pytest.param(Paper(150).lines(LINE, LINE, LINE), [[85]] * 3, id="lines of a paragraph"),
    pytest.param(Paper(100).at(60, 50, "UBND TỈNH").at(300, 50, "CỘNG HÒA"), [[60, 300]], id="two columns of a line"),
    pytest.param(
        Paper(150).at(60, 50, "UBND TỈNH").at(300, 58, "CỘNG HÒA").at(60, 70, "SỞ Y TẾ").at(300, 78, "Độc lập"),
        [[60], [300], [60], [300]],
        id="columns whose lines stand on different levels",
    ),
    pytest.param(
        Paper(150).grid((80, 200, 400), (40, 70, 100)).at(90, 60, "Nội dung").at(210, 60, "Đơn vị")
        .at(90, 90, "Tổ chức").at(210, 90, "Sở Y tế"),
        [[90, 210], [90, 210]],
        id="cells of a table",
    ),
    pytest.param(Paper(100).at(80, 50, "- Các cơ quan;"), [[80]], id="a bullet belongs to its line"),
    pytest.param(Paper(100).at(80, 50, "Nơi nhận :"), [[80]], id="a sign after a space belongs to its line"),
    pytest.param(Paper(100), [], id="a blank page"),
    pytest.param(Paper(400).ring(200, 140, 50).at(200, 140, "UBND", 9, centred=True), [], id="words in a stamp"),
    pytest.param(
        Paper(300).strokes([(100, 200), (130, 90), (160, 200), (220, 120)]).at(85, 250, LINE), [[85]], id="a signature"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "expected"), SHOWN)
def test_lines_and_columns(paper: Paper, expected: list[list[int]]) -> None:
    found = lines(paper)
    assert [len(line) for line in found] == [len(line) for line in expected]
    for line, wanted in zip(found, expected, strict=True):
        assert line == pytest.approx(wanted, abs=2)


@pytest.mark.parametrize("words", ["Tổ chức bổ sung ở xã", "Ế Ở Ổ ẤM ẨN", "KẾ HOẠCH TỔNG THỂ", "gỡ bỏ quỹ, đẩy mạnh"])
@pytest.mark.parametrize("size", [11, 14], ids=lambda size: f"{size} points")
def test_marks_of_two_storeys_and_descenders_are_within_the_strip(words: str, size: float) -> None:
    paper = Paper(200).at(85, 60, LINE, size).at(85, 60 + 1.4 * size, words, size).at(85, 60 + 2.8 * size, LINE, size)
    alone = np.argwhere(Paper(200).at(85, 60 + 1.4 * size, words, size).dark)
    (top, left), (bottom, right) = alone.min(axis=0), alone.max(axis=0)
    box = cut(paper)[1].box
    assert box[0] <= left
    assert box[1] <= top
    assert box[2] > right
    assert box[3] > bottom - 0.05 * size * DPI / 72


@pytest.mark.parametrize("size", [11.0, 13.0, 14.0, 16.0])
def test_the_size_of_print_is_measured(size: float) -> None:
    paper = Paper(300).lines(*[LINE] * 6, size=size, lead=1.4 * size)
    assert [strip.size for strip in cut(paper)] == pytest.approx([size] * 6, rel=0.12)


@pytest.mark.parametrize("dpi", [150, 240, 300])
def test_sizes_are_points_at_any_resolution(dpi: int) -> None:
    made = cut(Paper(200, dpi=dpi).lines(LINE, LINE, LINE), dpi)
    assert [strip.size for strip in made] == pytest.approx([14] * 3, rel=0.12)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("- Các cơ quan, đơn vị", True), ("– Các cơ quan", True), ("Các cơ quan", False), ("+ Các cơ quan", False)],
    ids=["a dash", "a long dash", "no dash", "a plus"],
)
def test_a_dash_before_the_first_letter_is_a_bullet(words: str, expected: bool) -> None:
    first = cut(Paper(150).at(85, 50, words).at(85, 70, LINE))[0]
    assert first.bullet is expected


def test_strips_lie_on_the_page() -> None:
    paper = Paper(60, 200).at(0, 12, "Sát mép trang giấy ạ").at(0, 58, "Đáy trang gy")
    height, width = paper.dark.shape
    for strip in cut(paper):
        left, top, right, bottom = strip.box
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
