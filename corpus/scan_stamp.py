"""The issuer's round stamp (con dấu): rings, words along them, a star or the issuer's name in the middle.

Takes words and a resolution, gives a mask for `scan_ink.laid`. Rule of the place: measures are those of stamps of
agencies, 34-37 mm across (Thông tư 23/2022/TT-BCA).
"""

from __future__ import annotations

import math
from random import Random

from PIL import Image, ImageDraw

from corpus.scan_ink import letters, pixels, words_mask, worn

ACROSS = (34.0, 37.0)
FINE = 2
"""The mask is drawn so many times larger, then reduced."""
STAR_LEADS = ("ỦY BAN", "UỶ BAN", "HỘI ĐỒNG", "TỈNH ỦY", "TỈNH UỶ", "THÀNH ỦY", "HUYỆN ỦY")


def stamp(ring: str, middle: tuple[str, ...], dpi: int, rng: Random) -> Image.Image:
    """Give the mask of a stamp.

    ring: words along the circle. middle: lines in the middle; a star stands there for issuers that bear one.
    """
    size = round(pixels(rng.uniform(*ACROSS), dpi)) * FINE
    mask = Image.new("L", (size, size), 0)
    draw = ImageDraw.Draw(mask)
    for share, thick in ((0.985, 0.018), (0.93, 0.008), (0.63, 0.01)):
        _ring(draw, size, share, thick)
    _along(mask, ring.upper(), size)
    _star(draw, (size / 2, size * 0.895), size * 0.036)
    if middle[0].upper().startswith(STAR_LEADS) or len(middle) > 5:
        _star(draw, (size / 2, size / 2), size * 0.19)
    else:
        _lines(mask, middle, size)
    turned = worn(mask, rng).rotate(rng.uniform(-14, 14), Image.Resampling.BICUBIC)
    return turned.resize((size // FINE, size // FINE), Image.Resampling.BOX)


def _ring(draw: ImageDraw.ImageDraw, size: int, share: float, thick: float) -> None:
    radius = size / 2 * share
    box = (size / 2 - radius, size / 2 - radius, size / 2 + radius, size / 2 + radius)
    draw.ellipse(box, outline=255, width=max(1, round(size * thick)))


def _along(mask: Image.Image, words: str, size: int) -> None:
    """Draw words along the ring, clockwise from the lower left to the lower right."""
    radius, span = size * 0.39, math.radians(290)
    height = round(min(size * 0.105, span * radius / max(len(words), 8) * 1.25))
    for place, letter in enumerate(words):
        if letter == " ":
            continue
        angle = -span / 2 + span * (place + 0.5) / len(words)
        font = letters(height)
        tile = Image.new("L", (height * 2, height * 2), 0)
        ImageDraw.Draw(tile).text((height, height), letter, fill=255, font=font, anchor="mm")
        tile = tile.rotate(-math.degrees(angle), Image.Resampling.BICUBIC)
        x, y = size / 2 + radius * math.sin(angle), size / 2 - radius * math.cos(angle)
        mask.paste(255, (round(x - height), round(y - height)), tile)


def _star(draw: ImageDraw.ImageDraw, centre: tuple[float, float], radius: float) -> None:
    points = [
        (
            centre[0] + radius * (0.382 if turn % 2 else 1.0) * math.sin(turn * math.pi / 5),
            centre[1] - radius * (0.382 if turn % 2 else 1.0) * math.cos(turn * math.pi / 5),
        )
        for turn in range(10)
    ]
    draw.polygon(points, fill=255)


def _lines(mask: Image.Image, lines: tuple[str, ...], size: int) -> None:
    height = min(size * 0.1, size * 0.78 / max(len(line) for line in lines), size * 0.38 / len(lines))
    top = size / 2 - height * 1.25 * len(lines) / 2
    for number, line in enumerate(lines):
        drawn = words_mask(line.upper(), round(height))
        mask.paste(255, (round(size / 2 - drawn.width / 2), round(top + number * height * 1.25)), drawn)


def folded(words: str, most: int = 10) -> tuple[str, ...]:
    """Give words in lines of at most so many letters, as far as their breaks allow."""
    lines: list[str] = []
    for word in words.split():
        if lines and len(lines[-1]) + len(word) < most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)
