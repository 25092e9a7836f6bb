"""Blocks: a stretch of the text as paragraphs and tables.

Takes an element and a stretch of the text, puts one `<p>` a line into the element and a `<table>` where one lies
whole in the stretch; the white space between them stays between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.export.akn.sheet import Sheet, blank, child, counted, fill, paragraph_end, write
from pipeline.export.akn.tables import Cell, Grid
from pipeline.export.xml_characters import fit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def blocks(element: Element, page: Sheet, start: int, end: int, prefix: str = "") -> None:
    """Put text[start:end] into an element that takes blocks; prefix: that of the eIds (`sec_I__`)."""
    for grid in page.grids:
        if start <= grid.start and grid.end <= end:
            lines(element, page, start, grid.start)
            _table(element, page, grid, prefix)
            start = grid.end
    lines(element, page, start, end)


def zone(element: Element, page: Sheet, tag: str, start: int, end: int, **attributes: str) -> None:
    """Put text[start:end] as blocks into a child of an element; nothing but white space makes no child."""
    start = spaced(element, page, start, end)
    if start < end:
        blocks(child(element, tag, **attributes), page, start, end)


def lines(element: Element, page: Sheet, start: int, end: int) -> None:
    """Put text[start:end] into an element, one paragraph a line."""
    while start < end:
        stop = min(paragraph_end(page, start), end)
        if blank(page.text[start:stop]):
            write(element, page.text[start:stop])
        else:
            fill(child(element, "p"), page, start, stop)
        write(element, page.text[stop : min(stop + 1, end)])
        start = stop + 1


def spaced(element: Element, page: Sheet, start: int, end: int) -> int:
    """Put the white space with which text[start:end] begins into an element, give where it ends."""
    words = page.text[start:end]
    first = next((place for place, letter in enumerate(words) if not blank(letter)), len(words))
    write(element, words[:first])
    return start + first


def _table(element: Element, page: Sheet, grid: Grid, prefix: str) -> None:
    table = child(element, "table", eId=counted(page, f"{prefix}table"))
    place = grid.start
    for row in grid.rows:
        line = child(table, "tr")
        for cell in row.cells:
            write(line, page.text[place : cell.start])
            _cell(line, page, cell, heading=row.heading)
            place = cell.end
    write(table, page.text[place : grid.end])


def _cell(line: Element, page: Sheet, cell: Cell, *, heading: bool) -> None:
    sizes = {"rowspan": cell.rows, "colspan": cell.columns}
    made = child(line, "th" if heading else "td", **{name: str(size) for name, size in sizes.items() if size > 1})
    if cell.start < cell.end:
        lines(made, page, cell.start, cell.end)
    else:
        child(made, "p")


def headed(element: Element, page: Sheet, tag: str, start: int, end: int) -> None:
    """Put text[start:end] into a child of an element, the white space around it beside it."""
    start = spaced(element, page, start, end)
    stop = start + len(page.text[start:end].rstrip())
    if fit(page.text[start:stop]):
        fill(child(element, tag), page, start, stop)
    write(element, page.text[stop:end])
