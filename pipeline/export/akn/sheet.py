"""The text of a document with its marks, and how a stretch of it goes into an element.

Takes marks (a stretch, an element, its attributes), gives inline markup that nests: each character of the text stands
once and in order. Where two marks cross, or a mark goes over the border of a paragraph, it is cut; only its first
piece has the eId. Characters that XML does not have are dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from pipeline.export.akn.zones import line_end
from pipeline.export.xml_characters import fit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from pipeline.export.akn.tables import Grid

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
BLANK = " \t\r\n"
"""White space of XML; others, as the no-break space, are words to it."""


class Mark(NamedTuple):
    """A stretch of the text, half open, with the element that holds it and the element's attributes."""

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    eid: str | None = None


class Sheet(NamedTuple):
    """A text with its marks in order, the starts of them, the length of the longest, its tables, the eIds given.

    joints: the line feeds inside of references, at which no paragraph ends.
    """

    text: str
    marks: tuple[Mark, ...]
    starts: tuple[int, ...]
    longest: int
    grids: tuple[Grid, ...]
    joints: frozenset[int]
    eids: Counter[str]


def sheet(text: str, marks: Iterable[Mark], grids: Iterable[Grid]) -> Sheet:
    """Make the sheet; marks outside the text are left out, of two that start together the longer goes outside."""
    inside = (mark for mark in marks if 0 <= mark.start < mark.end <= len(text))
    ordered = tuple(sorted(inside, key=lambda mark: (mark.start, -mark.end)))
    starts = tuple(mark.start for mark in ordered)
    longest = max((mark.end - mark.start for mark in ordered), default=0)
    joints = frozenset(
        place for mark in ordered if mark.tag == "ref" for place in range(mark.start, mark.end) if text[place] == "\n"
    )
    return Sheet(text, ordered, starts, longest, tuple(grids), joints, Counter())


def blank(words: str) -> bool:
    """Say whether nothing but white space goes out for these words."""
    return not fit(words).strip(BLANK)


def paragraph_end(page: Sheet, place: int) -> int:
    """Give where the line of a place ends, before its line feed; a reference over two lines makes them one."""
    end = line_end(page.text, place)
    while end in page.joints:
        end = line_end(page.text, end + 1)
    return end


def child(parent: Element, tag: str, **attributes: str) -> Element:
    """Add an element to another."""
    from lxml.etree import SubElement

    return SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)


def eid(page: Sheet, base: str) -> str:
    """Give an eId not given before: a second `sec_1` is `sec_1-2`."""
    page.eids[base] += 1
    return base if page.eids[base] == 1 else eid(page, f"{base}-{page.eids[base]}")


def counted(page: Sheet, base: str) -> str:
    """Give the next eId of something without a number of its own: `table_1`, `table_2`."""
    page.eids[f"{base}_"] += 1
    own = f"{base}_{page.eids[f'{base}_']}"
    return counted(page, base) if page.eids[own] else eid(page, own)


def write(element: Element, words: str) -> None:
    """Put words at the end of an element."""
    words = fit(words)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def fill(element: Element, page: Sheet, start: int, end: int) -> None:
    """Put a stretch of the text at the end of an element, with its marks."""
    first = bisect_left(page.starts, start - page.longest)
    touching = page.marks[first : bisect_left(page.starts, end)]
    _fill(element, page.text, start, end, [mark for mark in touching if mark.end > start])


def _fill(element: Element, text: str, start: int, end: int, marks: list[Mark]) -> None:
    while marks:
        mark, *marks = marks
        first, last = max(mark.start, start), min(mark.end, end)
        write(element, text[start:first])
        start = last
        inner = [other for other in marks if other.start < last]
        marks = [other for other in marks if other.end > last]  # one that crosses goes on behind this mark
        if blank(text[first:last]):
            write(element, text[first:last])
        else:
            opened = child(element, mark.tag, **dict(mark.attributes))
            if mark.eid and mark.start == first:
                opened.set("eId", mark.eid)
            _fill(opened, text, first, last, inner)
    write(element, text[start:end])
