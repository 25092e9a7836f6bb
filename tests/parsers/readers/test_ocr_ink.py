"""Ink parted into print and what was drawn: stamps, signatures, the edge of the paper."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from made_scans import DPI, Paper

from parsers.readers.ocr_ink import Ink, Ring, parted

LINE = "Tổ chức thực hiện kế hoạch"
HAND = [(230, 150), (260, 60), (285, 150), (310, 70), (340, 140), (400, 90)]


def seen(paper: Paper) -> Ink:
    return parted(paper.dark, DPI)


def stamp(paper: Paper, x: float, y: float, radius: float) -> Paper:
    """Draw the double rim of a stamp, with letters that do not touch it."""
    paper.ring(x, y, radius, thick=1.5).ring(x, y, radius - 4, thick=0.8)
    return paper.at(x, y, "ỦY BAN", 10, bold=True, centred=True)


def test_print_is_left_as_it_is() -> None:
    paper = Paper(200).lines(LINE, LINE.upper())
    ink = seen(paper)
    assert np.array_equal(ink.printed, paper.dark)
    assert not ink.drawn.any()
    assert ink.rings == ()


def test_pieces_are_given_from_left_to_right() -> None:
    ink = seen(Paper(200).lines(LINE))
    assert ink.pieces == sorted(ink.pieces)
    assert 20 < len(ink.pieces) < 50


def test_a_piece_is_the_box_of_its_ink() -> None:
    paper = Paper(100).rule(50, 40, 60, 40, 3)
    (box,) = seen(paper).pieces
    left, top, right, bottom = box
    assert paper.dark[top:bottom, left:right].all()
    assert paper.dark.sum() == (right - left) * (bottom - top)


@pytest.mark.parametrize(
    ("draw", "drawn"),
    [
        pytest.param(lambda paper: paper.strokes(HAND), True, id="a signature"),
        pytest.param(lambda paper: paper.rule(2, 0, 2, 200, 3), True, id="the edge of the paper"),
        pytest.param(lambda paper: paper.ring(300, 100, 50), True, id="a round stamp"),
        pytest.param(lambda paper: paper.at(300, 100, "QUYẾT ĐỊNH", 20, bold=True), False, id="a large heading"),
        pytest.param(lambda paper: paper.written(300, 100, "173", 16), False, id="a number written by hand"),
    ],
)
def test_what_hangs_together_over_two_lines_was_drawn(draw: Callable[[Paper], Paper], drawn: bool) -> None:
    bare, paper = Paper(200).lines(LINE), Paper(200).lines(LINE)
    draw(paper)
    ink = seen(paper)
    assert bool(ink.drawn.any()) is drawn
    if drawn:
        assert np.array_equal(ink.printed, bare.dark)
        assert ink.drawn[paper.dark & ~bare.dark].all()


@pytest.mark.parametrize("radius", [42.0, 50.0, 62.0], ids=lambda radius: f"radius {radius}")
def test_the_ring_of_a_round_stamp_is_found(radius: float) -> None:
    rings = seen(stamp(Paper(300), 200, 140, radius)).rings
    assert rings
    for ring in rings[:1]:
        found = [side * 72 / DPI for side in (ring.x, ring.y, ring.radius)]
        assert found == pytest.approx((200, 140, radius), abs=3)


def test_a_ring_that_a_signature_crosses_is_found() -> None:
    paper = stamp(Paper(300), 200, 140, 50).strokes([(180, 150), (240, 80), (260, 150), (380, 100)])
    (ring, *_) = seen(paper).rings
    assert [side * 72 / DPI for side in ring] == pytest.approx((200, 140, 50), abs=4)


def test_letters_inside_a_rim_that_they_touch_stay() -> None:
    paper = Paper(300).ring(200, 140, 50).at(250, 140, LINE)
    bare = Paper(300).at(250, 140, LINE).dark
    kept = seen(paper).printed & bare
    assert kept.sum() > 0.85 * bare.sum()


def test_half_a_ring_is_no_stamp() -> None:
    paper = Paper(300).ring(200, 140, 50)
    paper.draw.rectangle((paper.px(200), 0, paper.px(300), paper.px(300)), fill="white")
    assert seen(paper).rings == ()


@pytest.mark.parametrize("radius", [20.0, 110.0], ids=["a badge", "a plate"])
def test_a_ring_of_another_size_is_no_stamp(radius: float) -> None:
    assert seen(Paper(300).ring(200, 140, radius)).rings == ()


@pytest.mark.parametrize(
    ("box", "expected"),
    [((90, 90, 110, 110), True), ((80, 60, 120, 140), True), ((90, 90, 400, 110), False), ((300, 0, 310, 9), False)],
    ids=["in the middle", "nearly as high", "a line that begins inside", "outside"],
)
def test_what_lies_inside_of_a_ring(box: tuple[int, int, int, int], expected: bool) -> None:
    assert Ring(100, 100, 50).holds(box) is expected


def test_a_page_without_ink() -> None:
    ink = parted(np.zeros((50, 50), dtype=bool), DPI)
    assert (ink.pieces, ink.rings, bool(ink.drawn.any())) == ([], (), False)
