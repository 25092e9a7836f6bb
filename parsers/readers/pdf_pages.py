"""One page of a PDF, as its text layer gives it.

Takes a page, gives its printed lines, what annotations put on it, its drawn grids, and what the layer is worth.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import pypdfium2
from pypdfium2 import raw

from models.source import Grade
from parsers.layout import Blank, Repair
from parsers.readers.page_grades import grade
from parsers.readers.pdf_grids import Grid, crossed, grids
from parsers.readers.pdf_lines import GAP, page_lines
from parsers.readers.pdf_pieces import Piece, PrintedLine
from parsers.readers.pdf_rules import in_rows, rules
from parsers.readers.pdf_stamps import flattened, has_stamps, stamped, without_arrivals

_SHOWN = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)

FOOT = 0.7
"""Share of the page's height below which a table that is broken off ends."""

MAX_OBJECTS = 20_000
"""Most objects of a page that are looked at to see what covers it."""


class PageRead(NamedTuple):
    """A page: printed lines in stream order, stamps, drawn grids where words stand in rows, size in points.

    words: the loose words of its annotations. grade: what its text layer is worth. origin, sure, blanks, repairs: as
    those of layout.Page.
    """

    lines: list[PrintedLine]
    stamps: tuple[str, ...]
    grids: tuple[Grid, ...]
    width: float
    height: float
    words: tuple[Piece, ...] = ()
    grade: Grade = "good"
    origin: Literal["text", "ocr"] = "text"
    sure: float | None = None
    blanks: tuple[Blank, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @property
    def foot(self) -> Grid | None:
        """Give the grid that reaches down to the foot of the page and may go on on the next."""
        last = self.grids[-1] if self.grids else None
        return last if last is not None and last.rows[-1] > FOOT * self.height else None


def read_page(document: pypdfium2.PdfDocument, index: int, before: Grid | None = None) -> PageRead:
    """Read a page from its text layer; index is its place, from 0. before: the grid at the foot of the page before."""
    page = document[index]
    try:
        width, height = page.get_size()
        shown = dict[int, int]()
        if has_stamps(page):
            page, shown = flattened(document, page, index)
        lines, words = page_lines(page, height, shown)
        drawn = grids(rules(page, height)) if before is not None or in_rows(lines, GAP) else ()
        if crossed(lines, drawn):
            lines, words = page_lines(page, height, shown, [rule for grid in drawn for rule in grid.upright])
        worth = grade("\n".join(line.text for line in lines), lambda: _covered(page))
        lines, arrival = without_arrivals(lines, height) if index == 0 else (lines, ())
        lines, stamps = stamped(lines, words) if words else (lines, ())
        return PageRead(lines, (*arrival, *stamps), drawn, width, height, tuple(words), worth)
    finally:
        page.close()


def _covered(page: pypdfium2.PdfPage) -> float:
    """Give the share of a page that pictures and shapes cover, each counted, 1 at most."""
    width, height = page.get_size()
    total = 0.0
    for index, item in enumerate(page.get_objects(max_depth=3)):
        if index > MAX_OBJECTS:
            break
        if item.type not in _SHOWN:
            continue
        left, bottom, right, top = item.get_bounds()
        total += max(min(right, width) - max(left, 0), 0) * max(min(top, height) - max(bottom, 0), 0)
    return min(total / (width * height), 1.0) if width * height else 0.0
