"""Facsimile: the pages of a PDF as pictures inside the page, and the boxes of the marks over them.

Takes the PDF's path and the marks, gives markup and the CSS that places the boxes: rules by class, in percent of
the page, because the page's policy allows no style attributes.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from models import Box
from pipeline.marks import Mark
from pipeline.markup import Html, joined, tag

DPI = 110
MAX_PIXELS = 2600
"""Longest side of a picture; larger sheets are drawn more coarsely."""
MAX_PAGES = 80
"""Pages shown at most, so that the page can still be opened."""


class Sheet(NamedTuple):
    """A page: 1-based number, width and height in points, its picture as a data URI."""

    number: int
    width: float
    height: float
    picture: str


def sheets(path: Path, limit: int = MAX_PAGES) -> tuple[list[Sheet], int]:
    """Draw the first pages of a PDF; give them and the number of all pages."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        drawn = [_sheet(pdf[index], index + 1) for index in range(min(limit, len(pdf)))]
        return drawn, len(pdf)


def _sheet(page: object, number: int) -> Sheet:
    width, height = page.get_size()  # type: ignore[attr-defined]
    scale = min(DPI / 72, MAX_PIXELS / max(width, height, 1.0))
    image = page.render(scale=scale).to_pil().convert("RGB")  # type: ignore[attr-defined]
    jpeg, png = io.BytesIO(), io.BytesIO()
    image.save(jpeg, "JPEG", quality=80, optimize=True)
    image.quantize(32).save(png, "PNG", optimize=True)
    kind, data = min((("jpeg", jpeg.getvalue()), ("png", png.getvalue())), key=lambda pair: len(pair[1]))
    return Sheet(number, width, height, f"data:image/{kind};base64,{base64.b64encode(data).decode()}")


class Facsimile(NamedTuple):
    """Pages with boxes.

    css: the rules that place the boxes. leaves: for each mark that has a box (`#p-ANCHOR`), its page.
    """

    pages: Html
    css: str
    leaves: dict[str, int]


def facsimile(drawn: Iterable[Sheet], marks: Iterable[Mark], label: str) -> Facsimile:
    """Put the boxes of the marks over the pages; large ones lie under small ones.

    label: the word for "page" in the names of the pictures.
    """
    figures, rules = [], []
    leaves: dict[str, int] = {}
    placed = [(mark, box) for mark in marks for box in mark.boxes]
    for sheet in drawn:
        here = [(mark, box, size) for mark, box in placed if mark.page == sheet.number and (size := _place(box, sheet))]
        boxes = []
        for index, (mark, _, place) in enumerate(sorted(here, key=lambda row: -_area(row[1]))):
            spot = f"b{sheet.number}-{index}"
            rules.append(f".{spot}{{{place}}}")
            key = None if mark.anchor in leaves else f"p-{mark.anchor}"
            leaves.setdefault(mark.anchor, sheet.number)
            look = f"m box {mark.kind} {spot}"
            boxes.append(tag("div", class_=look, id=key, tabindex="0", aria_description=mark.tip))
        name = f"{label} {sheet.number}"
        picture = tag("img", src=sheet.picture, alt=name, loading="lazy")
        figures.append(tag("figure", tag("div", picture, *boxes, class_="sheet"), tag("figcaption", name)))
    return Facsimile(joined(figures), "\n".join(rules), leaves)


def _area(box: Box) -> float:
    return abs((box[2] - box[0]) * (box[3] - box[1]))


def _place(box: Box, sheet: Sheet) -> str:
    """Give left, top, width and height as CSS; empty for a box that is not on the page."""
    x0, x1 = (min(max(x / sheet.width, 0.0), 1.0) * 100 for x in (box[0], box[2]))
    y0, y1 = (min(max(y / sheet.height, 0.0), 1.0) * 100 for y in (box[1], box[3]))
    if not (x1 > x0 and y1 > y0):
        return ""
    return f"left:{x0:.2f}%;top:{y0:.2f}%;width:{x1 - x0:.2f}%;height:{y1 - y0:.2f}%"
