"""Figures written by hand in a blank: read where each is sure, refused otherwise."""

from __future__ import annotations

import pytest
from made_scans import Paper, font

from parsers.readers.ocr_digits import read

X, Y, HIGH = 50.0, 40.0, 14.0


def blank(paper: Paper, figures: int) -> tuple[int, int, int, int]:
    """Give the box of a blank with room for so many figures."""
    right = X + 0.8 * HIGH * figures
    return paper.px(X - 3), paper.px(Y - HIGH), paper.px(right + 3), paper.px(Y + 1)


def seen(paper: Paper, figures: int) -> str | None:
    return read(paper.pixels, blank(paper, figures))


@pytest.mark.parametrize("figure", list("0123456789"))
def test_a_figure_is_read(figure: str) -> None:
    assert seen(Paper(60, 200).written(X, Y, figure, HIGH), 1) == figure


@pytest.mark.parametrize("number", ["17", "48", "173", "2026", "90251"])
def test_figures_side_by_side_are_a_number(number: str) -> None:
    assert seen(Paper(60, 200).written(X, Y, number, HIGH), len(number)) == number


@pytest.mark.parametrize("high", [10, 14, 20], ids=lambda high: f"{high} points high")
def test_a_hand_may_be_small_or_large(high: float) -> None:
    paper = Paper(60, 200).written(X, Y, "173", high)
    box = (paper.px(X - 3), paper.px(Y - HIGH), paper.px(X + 2.4 * high + 3), paper.px(Y + 1))
    assert read(paper.pixels, box) == "173"


def test_a_pale_pen_is_ink() -> None:
    assert seen(Paper(60, 200).written(X, Y, "173", HIGH, ink=140), 3) == "173"


def test_two_figures_that_touch_are_parted() -> None:
    paper = Paper(60, 200).written(X, Y, "2", HIGH).written(X + 0.58 * HIGH, Y, "5", HIGH)
    paper.strokes([(X + 0.5 * HIGH, Y - 0.6), (X + 0.66 * HIGH, Y - 1.5)])
    assert seen(paper, 2) in ("25", None)


@pytest.mark.parametrize(
    "paper",
    [
        pytest.param(Paper(60, 200), id="nothing is written"),
        pytest.param(Paper(60, 200).at(X, Y, "abc"), id="letters"),
        pytest.param(Paper(60, 200).at(X, Y, "m/k"), id="letters with a slash"),
        pytest.param(
            Paper(60, 200).strokes([(50, 40), (64, 28), (52, 27), (66, 41), (58, 24), (56, 42)]), id="a scribble"
        ),
        pytest.param(Paper(60, 200).at(X, Y, "....."), id="dots of a form"),
        pytest.param(Paper(60, 200).rule(X, Y - 5, X + 40, Y - 5), id="a rule"),
        pytest.param(Paper(60, 200).written(X, Y, "123456", HIGH), id="six figures are no number of a document"),
        pytest.param(Paper(60, 200).written(X, Y, "1", HIGH).at(X + 12, Y, "k"), id="one letter among figures"),
    ],
)
def test_what_is_not_sure_is_not_read(paper: Paper) -> None:
    assert seen(paper, 6) is None


def test_print_after_the_blank_is_not_its_figure() -> None:
    paper = Paper(60, 300).written(X, Y, "48", HIGH).at(X + 26, Y, "/KH-UBND")
    assert read(paper.pixels, (paper.px(X - 3), paper.px(Y - HIGH), paper.px(X + 26), paper.px(Y + 1))) == "48"


def test_the_label_before_the_blank_is_not_its_figure() -> None:
    paper = Paper(60, 300).at(X - 22, Y, "Số:").written(X, Y, "48", HIGH)
    assert read(paper.pixels, blank(paper, 2)) == "48"


def test_the_picture_is_not_changed() -> None:
    paper = Paper(60, 200).written(X, Y, "17", HIGH)
    pixels = paper.pixels.copy()
    pixels.setflags(write=False)
    assert read(pixels, blank(paper, 2)) == "17"


@pytest.mark.parametrize("size", [13, 14], ids=lambda size: f"{size} points")
def test_a_slash_within_the_blank_is_no_one(size: float) -> None:
    paper = Paper(60, 300).at(X, Y, "1207/PĐ", size)
    width = paper.draw.textlength("1207/", font(paper.px(size)))
    assert read(paper.pixels, (paper.px(X - 3), paper.px(Y - 10), paper.px(X) + round(width), paper.px(Y + 1))) is None


def test_a_one_with_a_flag_may_stand_last() -> None:
    paper = Paper(60, 300).written(X, Y, "21", HIGH).at(X + 26, Y, "/KH")
    assert read(paper.pixels, (paper.px(X - 3), paper.px(Y - HIGH), paper.px(X + 24), paper.px(Y + 1))) == "21"
