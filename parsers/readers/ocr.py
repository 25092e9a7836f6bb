"""Recognition of page pictures (OCR): a picture to the printed lines of a page.

Takes pictures, gives lines, rules and certainty, several pages at once. What is read is put right where the domain
proves it (ocr_repairs). The picture is levelled first; boxes are those of the page as it lies.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

import numpy as np
from PIL import Image

from models import Box
from parsers.layout import Blank, Repair
from parsers.readers import ocr_digits, ocr_engine, ocr_picture, progress
from parsers.readers.ocr_letterhead import Unread, filled
from parsers.readers.ocr_lines import kept, printed, trimmed
from parsers.readers.ocr_repairs import repaired
from parsers.readers.ocr_rules import Pixels
from parsers.readers.pdf_pieces import PrintedLine

DPI = 240
"""Pixels an inch at which pages are recognised; more costs time and reads no better."""

COARSEST = 72
"""Fewest pixels an inch that are worth recognising; a page that must be drawn coarser is too large."""

HEAD = 0.4
"""Share of a first page's height in which number and day stand."""


class Recognised(NamedTuple):
    """A page as recognised: printed lines, drawn rules, size in points.

    sure: mean certainty, None where there are no words. blanks: what of the letterhead could not be read.
    repairs: words that were put right.
    """

    lines: list[PrintedLine]
    rules: tuple[Box, ...]
    width: float
    height: float
    sure: float | None
    blanks: tuple[Blank, ...] = ()
    repairs: tuple[Repair, ...] = ()


class Picture(NamedTuple):
    """A page to recognise: its number from 1, its picture, pixels an inch."""

    number: int
    image: Image.Image
    dpi: int


def pages(pictures: Iterable[Picture], name: str, threads: int) -> Iterator[Recognised]:
    """Recognise pages side by side, in order; pictures are taken as they are needed.

    name: of the file, for messages. threads: pages at once.
    Raises Failure: TOOL_MISSING, TIMED_OUT, TOO_LARGE.
    """

    def work(picture: Picture) -> Recognised:
        progress.at("ocr", picture.number)
        return page(picture, name)

    if threads < 2:
        yield from map(work, pictures)
        return
    with ThreadPoolExecutor(threads) as pool:
        yield from _in_order(pool, work, pictures, threads + 1)


def _in_order(
    pool: ThreadPoolExecutor, work: Callable[[Picture], Recognised], pictures: Iterable[Picture], ahead: int
) -> Iterator[Recognised]:
    flying: deque[Future[Recognised]] = deque()
    try:
        for picture in pictures:
            flying.append(pool.submit(work, picture))
            if len(flying) > ahead:
                yield flying.popleft().result()
        while flying:
            yield flying.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def page(picture: Picture, name: str) -> Recognised:
    """Recognise one page."""
    image, dpi = picture.image, picture.dpi
    clean, pen = ocr_picture.grey(image)
    angle = ocr_picture.skew(clean)
    found = ocr_engine.recognise(ocr_picture.level(clean, angle), name, dpi)
    width, height = image.width * 72 / dpi, image.height * 72 / dpi
    rows, unread = found.rows, list[Unread]()
    if picture.number == 1:
        pixels = np.asarray(ocr_picture.level(pen, angle))
        rows, unread = filled(trimmed(rows), round(HEAD * image.height), dpi, partial(ocr_digits.read, pixels))
    rows, repairs = repaired(kept(rows))
    lines = printed(rows, dpi)
    letters = [(word.sure, len(word.text)) for row in found.rows for word in row.words]
    total = sum(length for _, length in letters)
    blanks = tuple(Blank(blank.kind, blank.read, _points(blank.box, dpi)) for blank in unread)
    sure = sum(sure * length for sure, length in letters) / total if lines and total else None
    return Recognised(
        lines, tuple(_points(box, dpi) for box in found.rules), width, height, sure, blanks, tuple(repairs)
    )


def _points(box: Pixels, dpi: int) -> Box:
    return box[0] * 72 / dpi, box[1] * 72 / dpi, box[2] * 72 / dpi, box[3] * 72 / dpi
