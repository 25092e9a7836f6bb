"""The printer and the scanner: ragged letters on a sheet of paper, which becomes a noisy picture.

Takes a page as typeset, gives it as printed; takes a page as printed and stamped, gives it as scanned. Rule of the
place: what happens to light happens in its order: paper, place on the glass, lens, lamp, sensor, then what the
scanner's program keeps.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from corpus.scan_ink import pixels
from corpus.scan_look import Look, Sheet, grey, shown

COARSE = (9, 12)
"""Columns and rows of the map of light, which changes slowly."""
SOFT, STEEP = 0.07, 3.0
"""How far toner scatters, mm, and how many times steeper than that the edge of a letter is."""
GLASS = 46
"""Shade of the lid beyond the paper."""


def printed(page: Image.Image, look: Look, sheet: Sheet, dpi: int) -> Image.Image:
    """Give a typeset page (grey) as the printer or copier gives it: letters thick or thin, with ragged edges."""
    chance = np.random.default_rng((sheet.seed, 1))
    soft = np.asarray(page.filter(ImageFilter.GaussianBlur(pixels(SOFT, dpi))), dtype=np.float32)
    near = soft < 255
    rough = soft[near]
    grain = chance.standard_normal(rough.shape, dtype=np.float32) * look.grain
    rough += grain * (1 - np.abs(rough / 127.5 - 1))
    taken = np.full(soft.shape, 255, dtype=np.uint8)
    taken[near] = np.clip((rough - look.spread) * STEEP + 127.5, 0, 255).astype(np.uint8)
    return Image.fromarray(taken)


def scanned(page: Image.Image, look: Look, sheet: Sheet, dpi: int) -> Image.Image:
    """Give a page (grey or colour, white paper) as the scanner gives it, of the same size."""
    chance = np.random.default_rng(sheet.seed)
    page = page.point([look.toner + value * (255 - look.toner) // 255 for value in range(256)] * len(page.getbands()))
    shift = (round(pixels(sheet.shift[0], dpi)), round(pixels(sheet.shift[1], dpi)))
    white = shown((255, 255, 255), page)
    page = page.rotate(sheet.skew, Image.Resampling.BICUBIC, translate=shift, fillcolor=white)
    _specks(page, look, chance, dpi)
    page = page.filter(ImageFilter.GaussianBlur(pixels(look.blur, dpi)))
    light = _light(page.size, look, sheet)
    if sheet.edge:
        _beyond(light, sheet.edge, dpi)
    seen = _lit(page, light, look)
    seen += _noise(seen.shape, look, chance)
    seen *= 255 / look.white
    picture = Image.fromarray(np.clip(seen, 0, 255).astype(np.uint8))
    if look.mode == "bilevel":
        return picture.point([255 * (value >= look.threshold) for value in range(256)], "1")
    return picture


def _light(size: tuple[int, int], look: Look, sheet: Sheet) -> Any:
    """Give the share of light at each pixel, 1 in the bright corner."""
    across = np.abs(np.linspace(0, 1, COARSE[0], dtype=np.float32) - sheet.dim[0])
    down = np.abs(np.linspace(0, 1, COARSE[1], dtype=np.float32) - sheet.dim[1])
    far = (across[None, :] + down[:, None]) / 2
    coarse = 1 - look.shade / 255 * (1 - far) ** 2
    return np.array(Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC))


def _beyond(light: Any, edge: tuple[str, float], dpi: int) -> None:
    """Darken the strip where the lid shows beyond the paper, and the shadow of the paper's edge beside it."""
    side, width = edge
    lines = {"left": light.T, "right": light.T[::-1], "top": light, "bottom": light[::-1]}[side]
    strip, shadow = round(pixels(width, dpi)), max(1, round(pixels(2.5, dpi)))
    lines[:strip] *= GLASS / 255
    lines[strip : strip + shadow] *= np.linspace(0.75, 1, shadow, dtype=np.float32)[:, None]


def _lit(page: Image.Image, light: Any, look: Look) -> Any:
    seen = np.asarray(page, dtype=np.float32)
    if seen.ndim == 2:
        return seen * (light * (grey(look.paper) / 255))
    return seen * light[..., None] * (np.array(look.paper, dtype=np.float32) / 255)


def _noise(shape: tuple[int, ...], look: Look, chance: np.random.Generator) -> Any:
    """Give the sensor's noise: fine in brightness and, in colour, coarser in hue."""
    high, wide = shape[:2]
    fine = chance.standard_normal((high, wide), dtype=np.float32) * look.noise
    if len(shape) == 2:
        return fine
    hue = chance.standard_normal((high // 3 + 1, wide // 3 + 1, 3), dtype=np.float32) * (look.noise * 0.5)
    return fine[..., None] + hue.repeat(3, axis=0).repeat(3, axis=1)[:high, :wide]


def _specks(page: Image.Image, look: Look, chance: np.random.Generator, dpi: int) -> None:
    """Draw dust and dirt of the copier: specks anywhere, a trace of staples at the top-left corner."""
    draw = ImageDraw.Draw(page)
    for _ in range(look.specks):
        x, y = chance.uniform(0, page.width), chance.uniform(0, page.height)
        size = pixels(chance.uniform(0.08, 0.32), dpi)
        draw.ellipse((x, y, x + size, y + size * chance.uniform(0.6, 1.4)), fill=shown((40, 40, 40), page))
    if look.specks > 3:
        for _ in range(6):
            x, y = (pixels(chance.uniform(4, 16), dpi) for _ in range(2))
            length = pixels(chance.uniform(0.4, 1.8), dpi)
            draw.line((x, y, x + length, y - length * 0.5), fill=shown((60, 60, 60), page), width=max(1, dpi // 100))
