"""A page's picture made ready: stamps and pens lightened, lines made level, print told from paper."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from made_scans import HEIGHT, Colour, Paper, noise
from PIL import Image

from parsers.readers.ocr_picture import LEVEL, STEEPEST, grey, level, skew, threshold

LINES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19",
    "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về việc",
    "phát động phong trào thi đua yêu nước trong toàn tỉnh",
)
RED, BLUE, BLACK = (205, 30, 45), (40, 70, 190), (20, 20, 24)
DARK, LIGHT = 128, 225


def patch(ink: Colour, *, over: Colour | None = None) -> Image.Image:
    """Give a page with a square of ink in its middle, over print of a colour."""
    picture = Image.new("RGB", (400, 400), (250, 250, 250))
    if over is not None:
        picture.paste(over, (150, 150, 250, 250))
    seen = np.asarray(picture).copy()
    seen[100:300, 100:300] = np.minimum(seen[100:300, 100:300], ink)
    return Image.fromarray(seen)


def middle(picture: Image.Image) -> int:
    return int(np.asarray(picture)[200, 200])


@pytest.mark.parametrize(
    ("picture", "clean", "pen"),
    [
        pytest.param(patch(RED), "light", "light", id="a red stamp vanishes"),
        pytest.param(patch(RED, over=BLACK), "dark", "dark", id="print under a red stamp stays"),
        pytest.param(patch(BLUE), "light", "dark", id="blue ink vanishes for print and stays for hands"),
        pytest.param(patch(BLUE, over=BLACK), "dark", "dark", id="print under blue ink stays"),
        pytest.param(patch((214, 70, 84)), "light", "light", id="a pale stamp vanishes"),
        pytest.param(patch(BLACK), "dark", "dark", id="black ink stays"),
        pytest.param(patch((24, 30, 96)), "dark", "dark", id="a pen that is nearly black stays"),
        pytest.param(patch((120, 120, 120)), "dark", "dark", id="grey print stays"),
    ],
)
def test_coloured_ink_is_lightened(picture: Image.Image, clean: str, pen: str) -> None:
    for made, expected in zip(grey(picture), (clean, pen), strict=True):
        assert made.mode == "L"
        assert middle(made) < DARK if expected == "dark" else middle(made) > LIGHT


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "RGBA", "CMYK", "P"])
def test_every_kind_of_picture_becomes_grey_of_its_size(mode: str) -> None:
    source = Image.new("L", (300, 200), 250)
    source.paste(10, (100, 50, 200, 150))
    picture = source.convert(mode)
    for made in grey(picture):
        assert (made.mode, made.size) == ("L", (300, 200))
        assert made.getpixel((150, 100)) < DARK < LIGHT < made.getpixel((10, 10))


@cache
def page(lines: int, high: float = HEIGHT) -> Image.Image:
    return Paper(high, dpi=150).lines(*(LINES * 9)[:lines]).picture


def askew(picture: Image.Image, angle: float) -> Image.Image:
    return picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


@pytest.mark.parametrize("angle", [-3.0, -1.7, -0.5, 0.4, 1.0, 2.2, 3.0], ids=lambda angle: f"{angle} degrees")
@pytest.mark.parametrize(
    ("lines", "high"), [(24, HEIGHT), (3, HEIGHT), (6, 200.0)], ids=["a full page", "three lines", "a strip of a page"]
)
def test_skew_is_found_within_a_tenth_of_a_degree(lines: int, high: float, angle: float) -> None:
    assert skew(askew(page(lines, high), angle)) == pytest.approx(angle, abs=0.1)


def test_skew_is_found_in_noise() -> None:
    assert skew(noise(askew(page(24), -0.8), 3, 12)) == pytest.approx(-0.8, abs=0.1)


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(page(24), id="level lines"),
        pytest.param(askew(page(24), 0.5 * LEVEL), id="lines that are all but level"),
        pytest.param(Image.new("L", (1200, 1700), 255), id="a blank page"),
        pytest.param(Image.new("L", (1, 1), 255), id="one pixel"),
        pytest.param(Image.new("L", (5000, 3), 255), id="a thread"),
        pytest.param(Paper(dpi=150).at(300, 60, "1").picture, id="a page number alone"),
    ],
)
def test_what_is_level_or_cannot_be_told_is_left(picture: Image.Image) -> None:
    assert skew(picture) == 0.0
    assert level(picture, 0.0) is picture


@pytest.mark.parametrize("angle", [-2.0, 1.2], ids=lambda angle: f"{angle} degrees")
def test_a_page_is_made_level(angle: float) -> None:
    lying = askew(page(24), angle)
    made = level(lying, skew(lying))
    assert made.size == lying.size
    assert skew(made) == 0.0


def test_no_angle_beyond_the_steepest_is_given() -> None:
    assert abs(skew(askew(page(24), 20))) <= STEEPEST + 0.11


@pytest.mark.parametrize(
    ("print_", "paper"), [(0, 255), (60, 230), (110, 240), (20, 180)], ids=lambda shade: f"shade {shade}"
)
def test_print_is_told_from_paper(print_: int, paper: int) -> None:
    pixels = np.full((400, 400), paper, dtype=np.uint8)
    pixels[100:140] = print_
    assert print_ < threshold(pixels) < paper
