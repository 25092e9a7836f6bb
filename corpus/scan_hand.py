"""What a hand puts on a page: a signature, and the receiver's stamp of arrival (dấu đến) with its number and day.

Takes a source of chance and a resolution, gives masks for `scan_ink.laid`. Rule of the place: strokes are chains of
cubic Bézier curves, as a pen moves without lifting.
"""

from __future__ import annotations

from random import Random

from PIL import Image, ImageDraw

from corpus.scan_ink import letters, pixels

Point = tuple[float, float]
STEPS = 24
WIDE, HIGH = 48.0, 26.0
"""The room of a signature, mm."""


def signature(dpi: int, rng: Random) -> Image.Image:
    """Give the mask of a signature: a chain of loops, then a flourish through or under it."""
    mask = Image.new("L", (round(pixels(WIDE, dpi)), round(pixels(HIGH, dpi))), 0)
    draw = ImageDraw.Draw(mask)
    pen = pixels(rng.uniform(0.28, 0.55), dpi)
    _stroke(draw, _loops(rng), pen, dpi)
    start = (rng.uniform(2, 10), rng.uniform(17, 23))
    end = (rng.uniform(38, 47), rng.uniform(9, 20))
    bend = ((rng.uniform(10, 25), rng.uniform(20, 26)), (rng.uniform(25, 40), rng.uniform(8, 22)))
    _stroke(draw, [start, *bend, end], pen * 0.8, dpi)
    return mask


def _loops(rng: Random) -> list[Point]:
    """Give the points of a chain of loops, three new ones a curve; each curve goes on as the last one ended."""
    x, y = rng.uniform(4, 10), rng.uniform(6, 14)
    points = [(x, y)]
    out = (x + rng.uniform(-4, 4), y - rng.uniform(4, 9))
    for number in range(rng.randint(4, 7)):
        reach = 9.0 / (1 + 0.25 * number)
        x += rng.uniform(2.0, 6.0)
        y = 13 + reach * (0.8 if number % 2 else -0.8) * rng.uniform(0.5, 1.1)
        back = (x + rng.uniform(-6, 2), y + reach * (0.6 if number % 2 else -0.6))
        points += [out, back, (x, y)]
        out = (2 * x - back[0], 2 * y - back[1])
    return points


def _stroke(draw: ImageDraw.ImageDraw, points: list[Point], pen: float, dpi: int) -> None:
    """Draw a chain of cubic curves; the pen presses harder in the middle of each."""
    for place in range(0, len(points) - 3, 3):
        curve = [_on(points[place : place + 4], step / STEPS) for step in range(STEPS + 1)]
        for step in range(STEPS):
            pressed = pen * (0.7 + 0.6 * (1 - abs(2 * step / STEPS - 1)))
            ends = [(pixels(x, dpi), pixels(y, dpi)) for x, y in curve[step : step + 2]]
            draw.line(ends, fill=235, width=max(1, round(pressed)), joint="curve")


def _on(knots: list[Point], share: float) -> Point:
    """Give the point at a share of a cubic curve."""
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    return (
        sum(weight * knot[0] for weight, knot in zip(weights, knots, strict=True)),
        sum(weight * knot[1] for weight, knot in zip(weights, knots, strict=True)),
    )


def arrival(dpi: int, rng: Random) -> Image.Image:
    """Give the mask of a stamp of arrival: `ĐẾN` beside rows for number, day and whom it goes to."""
    wide, high, row = (pixels(length, dpi) for length in (46.0, 17.0, 5.6))
    mask = Image.new("L", (round(wide), round(high)), 0)
    draw = ImageDraw.Draw(mask)
    pen = max(1, round(pixels(0.35, dpi)))
    draw.rectangle((0, 0, mask.width - 1, mask.height - 1), outline=255, width=pen)
    divide = pixels(15.0, dpi)
    draw.line([(divide, 0), (divide, high)], fill=255, width=pen)
    draw.text((divide / 2, high / 2), "ĐẾN", fill=255, font=letters(round(pixels(4.6, dpi))), anchor="mm")
    size = round(pixels(3.3, dpi))
    day = f"{rng.randint(1, 28):02}/{rng.randint(1, 12)}/20{rng.randint(18, 25)}"
    rows = (f"Số: {rng.randint(10, 9999)}", f"Ngày: {day}", f"Chuyển: {'.' * 14}")
    for number, words in enumerate(rows):
        place = (divide + pixels(1.5, dpi), row * (number + 0.5))
        draw.text(place, words, fill=255, font=letters(size, "Regular"), anchor="lm")
    return mask.rotate(rng.uniform(-2.5, 2.5), Image.Resampling.BICUBIC, expand=True)
