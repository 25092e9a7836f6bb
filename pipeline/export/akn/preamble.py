"""The preamble: legal bases (căn cứ) as citations, other grounds as recitals, the enacting formula.

Takes the stretch between letterhead and body. A line that holds a citation of a legal basis is one; a sentence that
follows it and is not the last one of the preamble is a recital.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from models import Document
from pipeline.export.akn.blocks import blocks, lines, spaced, zone
from pipeline.export.akn.sheet import Sheet, blank, child, counted, paragraph_end, write
from pipeline.export.akn.zones import is_formula

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

GROUPS = {"citation": ("citations", "cit", "cits"), "recital": ("recitals", "rec", "recs")}
"""Kind of line → element around those in a row, short names of both in eIds."""


def preamble(element: Element, page: Sheet, document: Document, start: int, end: int) -> None:
    """Put the preamble into the document's element, nothing but white space where it is empty."""
    if blank(page.text[start:end]):
        write(element, page.text[start:end])
        return
    bases = [one.span.start for one in document.citations if one.relation == "basis" and one.within == "preamble"]
    start = spaced(element, page, start, end)
    into = child(element, "preamble")
    for kind, some in groupby(_kinds(page, bases, start, end), key=lambda line: line[0]):
        places = [(first, last) for _, first, last in some]
        first, last = places[0][0], places[-1][1]
        if kind in GROUPS:
            _group(into, page, kind, places)
        elif kind == "formula":
            zone(into, page, "formula", first, last, eId=counted(page, "formula"), name="enacting")
        else:
            blocks(into, page, first, last)


def _kinds(page: Sheet, bases: list[int], start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Give each line with its line feed: `citation`, `recital`, `formula` or ``."""
    text = page.text
    last, before = len(text[:end].rstrip()), ""
    while start < end:
        stop = min(paragraph_end(page, start) + 1, end)
        words = text[start:stop].strip()
        kind = ""
        if any(start <= place < stop for place in bases):
            kind = "citation"
        elif stop >= last and is_formula(words):
            kind = "formula"
        elif not words or (before and words[0].isalpha() and words[-1] in ".,;"):
            kind = before and (before if not words else "recital")
        yield kind, start, stop
        before, start = kind, stop


def _group(into: Element, page: Sheet, kind: str, places: list[tuple[int, int]]) -> None:
    name, short, outer = GROUPS[kind]
    own = counted(page, outer)
    group = child(into, name, eId=own)
    for first, last in places:
        if blank(page.text[first:last]):
            write(group, page.text[first:last])
        else:
            start = spaced(group, page, first, last)
            lines(child(group, kind, eId=counted(page, f"{own}__{short}")), page, start, last)
