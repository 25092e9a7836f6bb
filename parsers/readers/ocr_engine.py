"""Tesseract: a grey picture to its words, each with place and certainty.

Takes a picture, gives its rows. Tesseract finds the lines; each is then recognised by itself, cut out with room for
its marks. One engine serves one thread. Its own threads are switched off, which makes it three times faster; pages
run side by side instead.
"""

from __future__ import annotations

import os
import re
import threading
from bisect import bisect_left
from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from models import Cause, Failure
from parsers.readers.ocr_data import LANGUAGE, PACKAGE, folder
from parsers.readers.ocr_ink import Ink, parted
from parsers.readers.ocr_numerals import CALLS, numeral
from parsers.readers.ocr_picture import threshold
from parsers.readers.ocr_rules import rules
from parsers.readers.ocr_strips import Pixels, Strip, strips
from parsers.vietnamese.unicode import clean

if TYPE_CHECKING:
    from tesserocr import PyTessBaseAPI

SECONDS = 60
"""Longest that one page may take."""

_MISREAD = re.compile(r"[IVXHLTUMYÌÍÏíl1|!.\"“”'’]{0,6}[.,\-/—–_;:]*")
"""What recognition makes of a Roman numeral."""

BRIDGE = 6.0
"""Widest gap in a line, in font sizes, that a signature leaves."""

SURE_BRIDGE = 0.75
"""Least certainty of a line that was read with the signature on it."""

BY_SHAPE = 0.9
"""Certainty of a numeral that was read from its shape."""

SURE = 0.85
"""Mean certainty of a line below which it is read a second time."""


class Word(NamedTuple):
    """A word as recognised: text, box in pixels, certainty from 0 to 1."""

    text: str
    box: Pixels
    sure: float


class Row(NamedTuple):
    """A stretch of a line as recognised: words from left to right, font size in points, number of its line.

    stroke: how thick its strokes are, in pixels. bullet: a dash stands before its first letter. stop: a dot stands
    after its last.
    """

    words: tuple[Word, ...]
    size: float
    line: int
    stroke: float
    bullet: bool = False
    stop: bool = True


class Found(NamedTuple):
    """A page as recognised: its rows in the order of its lines, the boxes of its drawn rules in pixels."""

    rows: list[Row]
    rules: list[Pixels]


_engines = threading.local()


def _engine(name: str) -> PyTessBaseAPI:
    """Give this thread's engine, made when first asked for.

    Raises Failure: TOOL_MISSING.
    """
    if not hasattr(_engines, "api"):
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        place = folder()
        if place is None:
            raise Failure(Cause.TOOL_MISSING, name, PACKAGE)
        from tesserocr import OEM, PyTessBaseAPI

        _engines.api = PyTessBaseAPI(path=str(place), lang=LANGUAGE, oem=OEM.LSTM_ONLY)
        _engines.api.SetVariable("debug_file", os.devnull)
    return _engines.api


def recognise(picture: Image.Image, name: str, dpi: int) -> Found:
    """Recognise a page, line by line.

    picture: grey, upright. name: of the file, for messages. dpi: pixels an inch.
    Raises Failure: TOOL_MISSING, TIMED_OUT.
    """
    api = _engine(name)
    pixels = np.array(picture)
    edge = threshold(pixels)
    dark = pixels < edge
    ruled, across, down = rules(dark, dpi)
    ink = parted(dark & ~ruled, dpi)
    crossed = pixels.copy()
    pixels[ruled | ink.drawn] = 255
    api.SetImage(Image.fromarray(pixels))
    api.SetSourceResolution(dpi)
    stop = monotonic() + SECONDS
    read = [(strip, _rectangle(api, strip.box, stop, name)) for strip in strips(ink, dpi) if _is_whole(strip.box)]
    rows = []
    for strip, words in read:
        best = words if _certainty(words) > SURE else _again(api, words, pixels, strip.box, edge, stop, name)
        if best:
            best = tuple(_within(word, strip) for word in best)
            rows.append(
                (strip, Row(best, strip.size, strip.line, _stroke(ink.printed, best), strip.bullet, strip.stop))
            )
    rows = _bridged(api, rows, crossed, ink, dpi)
    api.Clear()
    return Found([_termed(_headed(row, ink, strip, dpi), ink, strip, dpi) for strip, row in rows], [*across, *down])


def _is_whole(box: Pixels) -> bool:
    return box[2] - box[0] > 2 and box[3] - box[1] > 5


def _rectangle(api: PyTessBaseAPI, box: Pixels, stop: float, name: str) -> tuple[Word, ...]:
    """Recognise a rectangle of the page as one line."""
    from tesserocr import PSM

    if monotonic() > stop:
        raise Failure(Cause.TIMED_OUT, name, f"OCR, {SECONDS} s")
    api.SetPageSegMode(PSM.SINGLE_LINE)
    api.SetRectangle(box[0], box[1], box[2] - box[0], box[3] - box[1])
    api.Recognize()
    return tuple(_words(api, (0, 0)))


def _again(
    api: PyTessBaseAPI,
    words: tuple[Word, ...],
    pixels: NDArray[np.uint8],
    box: Pixels,
    edge: float,
    stop: float,
    name: str,
) -> tuple[Word, ...]:
    """Read an unsure strip in other ways, and give the surest: as one raw line; with all paler than print made white.

    A stamp is paler than the name under it.
    """
    from tesserocr import PSM

    crop = pixels[box[1] : box[3], box[0] : box[2]]
    black = float(np.percentile(crop, 2))
    clear = np.clip((crop - black) / max(edge - black, 1.0) * 255, 0, 255).astype(np.uint8)
    best = words
    for picture, mode in ((crop, PSM.RAW_LINE), (clear, PSM.SINGLE_LINE)):
        if monotonic() > stop:
            raise Failure(Cause.TIMED_OUT, name, f"OCR, {SECONDS} s")
        best = max(best, _cut_out(api, picture, mode, box[:2]), key=_certainty)
        if _certainty(best) > SURE:
            break
    return best


def _bridged(
    api: PyTessBaseAPI, rows: list[tuple[Strip, Row]], pixels: NDArray[np.uint8], ink: Ink, dpi: int
) -> list[tuple[Strip, Row]]:
    """Read anew, as one, two stretches of a line whose middle went with the signature that crosses it.

    pixels: the page with all its ink.
    """
    from tesserocr import PSM

    made: list[tuple[Strip, Row]] = []
    for strip, row in rows:
        before = made[-1][0] if made else None
        gap = (before.box[2], strip.box[0]) if before and before.line == strip.line else (0, 0)
        em = strip.size * dpi / 72
        if before is None or not -em < gap[1] - gap[0] < BRIDGE * em:
            made.append((strip, row))
            continue
        middle = ink.drawn[strip.top : strip.bottom, before.box[2] - round(em) : strip.box[0] + round(em)]
        box = before.box[0], min(before.box[1], strip.box[1]), strip.box[2], max(before.box[3], strip.box[3])
        last = made[-1][1]
        whole = pixels[box[1] : box[3], box[0] : box[2]]
        words = _cut_out(api, whole, PSM.SINGLE_LINE, box[:2]) if middle.any() else ()
        if len(words) > len(last.words) + len(row.words) and _certainty(words) > SURE_BRIDGE:
            joined = strip._replace(box=box, left=before.left, top=min(before.top, strip.top))
            made[-1] = joined, last._replace(words=tuple(_within(word, joined) for word in words), stop=row.stop)
        else:
            made.append((strip, row))
    return made


def _cut_out(api: PyTessBaseAPI, picture: NDArray[np.uint8], mode: int, origin: tuple[int, int]) -> tuple[Word, ...]:
    """Recognise a part of the page by itself; origin is its place on the page."""
    api.SetPageSegMode(mode)
    api.SetImage(Image.fromarray(picture))
    api.Recognize()
    return tuple(_words(api, origin))


def _termed(row: Row, ink: Ink, strip: Strip, dpi: int) -> Row:
    """Read the Roman numerals that a word calls for (`quý III/2025`, `lần thứ XIII`) from their shape."""
    em = strip.size * dpi / 72
    made = list(row.words)
    for place, word in enumerate(made[1:], start=1):
        core, slash, rest = word.text.partition("/")
        sign = core[len(core.rstrip(".,;:)")) :]
        if made[place - 1].text.lower() not in CALLS or not _MISREAD.fullmatch(core):
            continue
        inside = _pieces(ink, strip, em, made[place - 1].box[2] - 0.1 * em, word.box[2] + 0.1 * em)
        read = numeral((ink.printed[y0:y1, x0:x1] for x0, y0, x1, y1 in inside), alone=not slash)
        if read and read.rstrip("./-") != core.rstrip(".,;:)"):
            made[place] = word._replace(text=read.rstrip("./-") + sign + slash + rest, sure=min(word.sure, BY_SHAPE))
    return row._replace(words=tuple(made))


def _headed(row: Row, ink: Ink, strip: Strip, dpi: int) -> Row:
    """Put the numeral at the start of a line in the place of what was made of it."""
    em = strip.size * dpi / 72
    first = _pieces(ink, strip, em, strip.left, strip.left + 4 * em)
    read = numeral(ink.printed[y0:y1, x0:x1] for x0, y0, x1, y1 in first)
    if read is None or row.words[0].text.startswith(read):
        return row
    end = first[min(len(read), len(first)) - 1][2]
    rest = tuple(word for word in row.words if word.box[0] + word.box[2] > 2 * end)
    gone = row.words[: len(row.words) - len(rest)]
    missed = not gone and row.words[0].box[0] < end - 0.15 * em
    if missed or not rest or not all(_MISREAD.fullmatch(word.text) for word in gone):
        return row
    box = (strip.left, row.words[0].box[1], end, row.words[0].box[3])
    return row._replace(words=(Word(read, box, BY_SHAPE), *rest))


def _pieces(ink: Ink, strip: Strip, em: float, low: float, high: float) -> list[Pixels]:
    """Give the pieces of ink of a line that begin between two places, specks left out; em: its font size in pixels."""
    begin, end = (bisect_left(ink.pieces, (round(place),)) for place in (low, high))
    top, bottom = strip.top - 0.1 * em, strip.bottom + 0.1 * em
    return [b for b in ink.pieces[begin:end] if top < b[1] and b[3] < bottom and b[2] - b[0] > 0.05 * em]


def _stroke(ink: NDArray[np.bool_], words: tuple[Word, ...]) -> float:
    """Give the mean thickness of the strokes of words: their ink by the number of times a row of it begins."""
    total = begun = 0
    for word in words:
        left, top, right, bottom = word.box
        part = ink[top:bottom, left:right]
        total += int(part.sum())
        begun += int((part[:, 1:] & ~part[:, :-1]).sum()) + int(part[:, :1].sum())
    return total / begun if begun else 0.0


def _within(word: Word, strip: Strip) -> Word:
    """Give a word the height of its strip's letters; Tesseract's boxes reach into the lines above and below."""
    left, _, right, _ = word.box
    return word._replace(box=(left, strip.top, right, max(strip.bottom, strip.top + 1)))


def _certainty(words: tuple[Word, ...]) -> float:
    """Give the mean certainty of words, each weighed by its length."""
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 0.0


def _words(api: PyTessBaseAPI, origin: tuple[int, int]) -> Iterator[Word]:
    """Give the words that were recognised; origin is the place of the picture on the page."""
    from tesserocr import RIL, iterate_level

    iterator = api.GetIterator()
    if iterator is None:
        return
    for each in iterate_level(iterator, RIL.WORD):
        if each.Empty(RIL.WORD):
            continue
        text = clean(each.GetUTF8Text(RIL.WORD) or "").strip()
        box = each.BoundingBox(RIL.WORD)
        if text and box:
            x, y = origin
            box = box[0] + x, box[1] + y, box[2] + x, box[3] + y
            yield Word(text, box, each.Confidence(RIL.WORD) / 100)
