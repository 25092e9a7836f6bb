"""Figures written by hand in the blanks of a letterhead.

Takes a place on a page, gives the number written there, or None where any figure of it is not sure: a number that is
read wrongly is worse than none. Each connected piece of ink is one figure; a small network (two convolutions, one
hidden layer, trained on MNIST with thin, slanted and broken strokes, and on letters and joined figures as what is no
figure) says which.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parsers.readers.ocr_strips import Pixels

Array = NDArray[np.float32]

SURE = 0.75
"""Least probability of each figure."""

SIDE, INNER = 28, 20
"""Pixels of the network's picture, and of the figure in its middle."""

MOST = 5
"""Most figures of a number."""

DARK = 170
"""Grey below which a pixel is ink; a pen is lighter than print."""

WHOLE = 0.6
"""Probability from which a piece of ink is one figure, and is not parted."""

LEANS = 0.2
"""How far a slash goes to the right on its way up, by its height."""

WIDE = 0.8
"""Width by height from which a piece of ink may be two figures joined, or three from twice that."""


class _Piece(NamedTuple):
    """A piece of ink: where it begins, its picture."""

    left: int
    ink: NDArray[np.bool_]


def read(grey: NDArray[np.uint8], box: Pixels) -> str | None:
    """Read the figures in a blank.

    grey: the page, levelled. box: the blank, in pixels; what is written may be taller. What follows on the right ends
    the number; a bare slanted stroke there may be a one or the slash of a symbol, so nothing is sure.
    """
    found = ""
    tall = box[3] - box[1]
    end = box[2] - box[0] - 0.4 * tall
    for piece in _pieces(grey, box):
        figures, sure = _best(piece.ink)
        if piece.left + piece.ink.shape[1] > end and _is_slash(piece.ink):
            return None
        if sure < SURE:
            return found or None if piece.left > end else None
        found += figures
        if len(found) > MOST:
            return None
    return found or None


def _is_slash(ink: NDArray[np.bool_]) -> bool:
    """Say whether a piece is one straight stroke that leans to the right, without the flag of a one."""
    height = ink.shape[0]
    rows = np.arange(height)
    thick = np.maximum(ink.sum(axis=1), 1)
    middle = (ink * np.arange(ink.shape[1])).sum(axis=1) / thick
    slope, start = np.polyfit(rows, middle, 1)
    bent = float(np.abs(middle - slope * rows - start).max())
    return bool(-slope > LEANS and bent < 0.06 * height and thick.max() < 2 * np.median(thick) + 1)


def _pieces(grey: NDArray[np.uint8], box: Pixels) -> list[_Piece]:
    """Give the connected ink in a blank from left to right; parts one above the other are one piece."""
    from scipy import ndimage

    left, top, right, bottom = box
    tall = bottom - top
    top, bottom = max(top - round(0.7 * tall), 0), min(bottom + round(0.6 * tall), grey.shape[0])
    margin = min(tall, left)
    labels, _ = ndimage.label(grey[top:bottom, left - margin : right + tall] < DARK, structure=np.ones((3, 3)))
    merged: list[tuple[int, int, list[int]]] = []
    places = list(enumerate(ndimage.find_objects(labels), start=1))
    for number, (rows, columns) in sorted(places, key=lambda each: each[1][1].start):
        x0, x1 = columns.start - margin, columns.stop - margin
        if rows.stop - rows.start < 0.3 * tall or x0 + x1 < 0.1 * tall or rows.start == 0 or rows.stop == bottom - top:
            continue
        if x0 + left > right - 0.2 * tall:
            break
        if merged and min(merged[-1][1], x1) - x0 > 0.5 * min(merged[-1][1] - merged[-1][0], x1 - x0):
            merged[-1] = (merged[-1][0], max(merged[-1][1], x1), [*merged[-1][2], number])
        else:
            merged.append((x0, x1, [number]))
    pieces = []
    for x0, x1, numbers in merged:
        ink = np.isin(labels[:, x0 + margin : x1 + margin], numbers)
        rows = np.flatnonzero(ink.any(axis=1))
        if rows[-1] - rows[0] > 0.55 * tall:
            pieces.append(_Piece(x0, ink[rows[0] : rows[-1] + 1]))
    return pieces


def _best(ink: NDArray[np.bool_]) -> tuple[str, float]:
    """Give the figures that a piece of ink is most surely: one, or two or three that touch; and how sure that is."""
    ways = [[ink]]
    height, width = ink.shape
    if width > WIDE * height:
        ways += [[ink[:, :cut], ink[:, cut:]] for cut in _cuts(ink, width // 2)]
    if width > 2 * WIDE * height:
        for first in _cuts(ink, width // 3):
            ways += [[ink[:, :first], ink[:, first:cut], ink[:, cut:]] for cut in _cuts(ink, 2 * width // 3)]
    chances = _network(np.stack([_normal(part) for way in ways for part in way]))
    best, sure, at = "", 0.0, 0
    for way in ways:
        each = chances[at : at + len(way)]
        at += len(way)
        figures, least = each.argmax(axis=1), float(each.max(axis=1).min())
        if (figures < 10).all() and least > sure and (len(way) < 2 or sure < WHOLE):
            best, sure = "".join(map(str, figures)), least
    return best, sure


def _cuts(ink: NDArray[np.bool_], near: int) -> list[int]:
    """Give the columns near a place at which the ink is thinnest."""
    reach = max(ink.shape[1] // 5, 2)
    low, high = max(near - reach, 2), min(near + reach, ink.shape[1] - 2)
    columns = ink[:, low:high].sum(axis=0)
    return [low + int(column) for column in np.argsort(columns, kind="stable")[:5]]


def _normal(figure: NDArray[np.bool_]) -> Array:
    """Put a figure into the middle of the network's picture."""
    from PIL import Image

    rows, columns = np.flatnonzero(figure.any(axis=1)), np.flatnonzero(figure.any(axis=0))
    if not rows.size:
        return np.zeros((SIDE, SIDE), dtype=np.float32)
    figure = figure[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = INNER / max(figure.shape)
    size = max(round(figure.shape[1] * scale), 1), max(round(figure.shape[0] * scale), 1)
    resample = Image.Resampling.BOX if scale < 1 else Image.Resampling.BILINEAR
    small = np.asarray(Image.fromarray(figure.astype(np.uint8) * 255).resize(size, resample), dtype=np.float32) / 255
    made = np.zeros((SIDE, SIDE), dtype=np.float32)
    row, column = (SIDE - small.shape[0]) // 2, (SIDE - small.shape[1]) // 2
    made[row : row + small.shape[0], column : column + small.shape[1]] = small
    return made


@cache
def _weights() -> dict[str, Array]:
    with files("parsers.knowledge").joinpath("digits.npz").open("rb") as file, np.load(file) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def _network(pictures: Array) -> Array:
    """Give for each picture the chances of 0 to 9 and of no figure."""
    weights = _weights()
    first = _convolved(pictures[:, None], weights["c1.weight"], weights["c1.bias"], pad=2)
    second = _convolved(first, weights["c2.weight"], weights["c2.bias"], pad=1)
    hidden = np.maximum(second.reshape(len(pictures), -1) @ weights["f1.weight"].T + weights["f1.bias"], 0)
    scores = hidden @ weights["f2.weight"].T + weights["f2.bias"]
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Array = raised / raised.sum(axis=1, keepdims=True)
    return chances


def _convolved(pictures: Array, kernel: Array, bias: Array, *, pad: int) -> Array:
    """Convolve with stride 2 and cut off below 0."""
    padded = np.pad(pictures, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape[2:], axis=(2, 3))[:, :, ::2, ::2]
    made: Array = np.maximum(np.einsum("ncyxij,kcij->nkyx", windows, kernel, optimize=True) + bias[:, None, None], 0)
    return made
