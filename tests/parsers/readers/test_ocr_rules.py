"""Rules of tables found in the ink of a page and told from letters, borders and pictures."""

from __future__ import annotations

import numpy as np
import pytest
from made_scans import DPI, Paper

from parsers.readers.ocr_ink import Box
from parsers.readers.ocr_rules import rules


def points(boxes: list[Box]) -> list[tuple[int, ...]]:
    """Give boxes in whole points, in their order on the page."""
    return sorted(tuple(round(side * 72 / DPI) for side in box) for box in boxes)


def found(paper: Paper) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    _, across, down = rules(paper.dark, DPI)
    return points(across), points(down)


def table(thick: float = 0.75) -> Paper:
    paper = Paper(300)
    for y in (60, 90, 140):
        paper.rule(80, y, 400, y, thick)
    for x in (80, 200, 400):
        paper.rule(x, 60, x, 140, thick)
    return paper.at(90, 80, "Nội dung").at(210, 80, "Đơn vị chủ trì").at(90, 120, "Tổ chức hội nghị")


@pytest.mark.parametrize("thick", [0.5, 0.75, 1.5], ids=lambda thick: f"{thick} points thick")
def test_the_rules_of_a_table_are_found(thick: float) -> None:
    across, down = found(table(thick))
    for boxes, wanted in (
        (across, [(80, 60, 400, 60), (80, 90, 400, 90), (80, 140, 400, 140)]),
        (down, [(80, 60, 80, 140), (200, 60, 200, 140), (400, 60, 400, 140)]),
    ):
        assert len(boxes) == 3
        for box, expected in zip(boxes, wanted, strict=True):
            assert box == pytest.approx(expected, abs=1)


def test_what_is_left_is_the_print_alone() -> None:
    where, _, _ = rules(table().dark, DPI)
    bare = Paper(300).at(90, 80, "Nội dung").at(210, 80, "Đơn vị chủ trì").at(90, 120, "Tổ chức hội nghị")
    assert np.array_equal(table().dark & ~where, bare.dark)


@pytest.mark.parametrize(
    ("paper", "across", "down"),
    [
        pytest.param(Paper(200), 0, 0, id="a blank page"),
        pytest.param(Paper(200).lines("ỦY BAN NHÂN DÂN", "llll IIII ____", size=16, bold=True), 0, 0, id="letters"),
        pytest.param(Paper(200).rule(100, 60, 130, 60), 0, 0, id="a dash as long as two letters"),
        pytest.param(Paper(200).rule(100, 60, 160, 60), 1, 0, id="the rule under a heading"),
        pytest.param(Paper(200).rule(100, 60, 100, 75), 0, 0, id="a stroke no longer than a line is high"),
        pytest.param(Paper(200).rule(100, 60, 100, 100), 0, 1, id="a rule down a cell"),
        pytest.param(Paper(200).rule(100, 60, 300, 60, 12), 0, 0, id="a black bar is no rule"),
        pytest.param(Paper(200).rule(100, 60, 300, 60).rule(100, 62.5, 300, 62.5), 2, 0, id="a double rule"),
    ],
)
def test_what_is_a_rule(paper: Paper, across: int, down: int) -> None:
    assert tuple(map(len, found(paper))) == (across, down)


def test_dots_of_noise_do_not_break_a_rule() -> None:
    dark = Paper(200).rule(100, 60, 400, 60, 1).dark.copy()
    dark[:, ::40] = False
    _, across, _ = rules(dark, DPI)
    assert len(across) == 1


def test_a_page_of_stripes_is_no_table() -> None:
    dark = np.zeros((800, 700), dtype=bool)
    dark[::8] = True
    _, across, down = rules(dark, DPI)
    assert down == []
    assert len(across) <= 100


@pytest.mark.parametrize("shape", [(1, 1), (3, 900), (900, 3), (2, 2)], ids=str)
def test_a_page_of_any_shape(shape: tuple[int, int]) -> None:
    for dark in (np.ones(shape, dtype=bool), np.zeros(shape, dtype=bool)):
        where, _, _ = rules(dark, DPI)
        assert where.shape == shape


@pytest.mark.parametrize("radius", [42, 50, 62], ids=lambda radius: f"radius {radius}")
@pytest.mark.parametrize("thick", [1.0, 2.0, 2.8], ids=lambda thick: f"{thick} points thick")
def test_the_sides_of_a_round_stamp_are_no_rules(radius: float, thick: float) -> None:
    assert found(Paper(200).ring(200, 100, radius, thick=thick)) == ([], [])


def test_letters_beside_a_rule_do_not_bend_it() -> None:
    paper = Paper(200).rule(100, 60, 100, 95).at(102, 80, "Nội dung").at(101.5, 92, "thực hiện")
    assert len(found(paper)[1]) == 1
