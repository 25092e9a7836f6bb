"""Ink over print: a mask laid on a page, as ink lies on paper.

Takes masks (255 full ink, 0 none), changes the page in place. Rule of the place: ink multiplies, it never lightens,
so that black print under a red stamp stays black.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFont

from corpus.pdf_pages import FAMILY
from corpus.scan_look import Colour, shown

MM_PER_INCH = 25.4


def pixels(millimetres: float, dpi: int) -> float:
    """Give a length in pixels."""
    return millimetres * dpi / MM_PER_INCH


@cache
def letters(size: int, style: str = "Bold") -> ImageFont.FreeTypeFont:
    """Give a face of the sample documents at a size in pixels."""
    with as_file(files("corpus") / "fonts" / f"{FAMILY}-{style}.ttf") as path:
        return ImageFont.truetype(path, max(size, 4))


def laid(page: Image.Image, mask: Image.Image, colour: Colour, corner: tuple[float, float]) -> None:
    """Lay ink of a colour on a page through a mask whose top-left corner is given in pixels."""
    left, top = round(corner[0]), round(corner[1])
    box = (left, top, left + mask.width, top + mask.height)
    ink = Image.new(page.mode, mask.size, shown((255, 255, 255), page))
    ink.paste(shown(colour, page), (0, 0), mask)
    page.paste(ImageChops.multiply(page.crop(box), ink), box)


def worn(mask: Image.Image, rng: Random, patches: int = 9, least: int = 150) -> Image.Image:
    """Give a mask whose ink took unevenly: paler in patches, `least` of 255 where it is palest."""
    blotches = Image.frombytes("L", (patches, patches), bytes(rng.randint(least, 255) for _ in range(patches**2)))
    return ImageChops.multiply(mask, blotches.resize(mask.size, Image.Resampling.BICUBIC))


def words_mask(words: str, size: int, style: str = "Bold") -> Image.Image:
    """Give a mask of one line of words, cut to its letters."""
    font = letters(size, style)
    left, top, right, bottom = font.getbbox(words)
    mask = Image.new("L", (max(1, round(right - left)), max(1, round(bottom - top))), 0)
    ImageDraw.Draw(mask).text((-left, -top), words, fill=255, font=font)
    return mask
