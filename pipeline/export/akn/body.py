"""The section tree as hierarchical elements with eIds.

Takes sections and the stretch of the text that they are to cover. Rule of the place: what stands before the first
child of a section is its intro, what stands behind the last its wrapUp; nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from models import Section
from pipeline.export.akn.blocks import blocks, headed, spaced
from pipeline.export.akn.marks import concept, refers
from pipeline.export.akn.sheet import Sheet, blank, child, counted, eid, write
from pipeline.export.akn.zones import line_end, sound

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


Sections = Sequence[Section]


class Kind(NamedTuple):
    """The element of a kind of section, its short name in eIds, and its name where the element is a hcontainer."""

    tag: str
    short: str
    name: str | None = None


KINDS = {
    "part": Kind("part", "part"),
    "chapter": Kind("chapter", "chp"),
    "division": Kind("section", "sec"),
    "article": Kind("article", "art"),
    "upper": Kind("hcontainer", "upper", "upper"),
    "roman": Kind("section", "sec"),
    "arabic": Kind("paragraph", "para"),
    "decimal": Kind("subparagraph", "subpara"),
    "letter": Kind("point", "point"),
    "parenthesis": Kind("subparagraph", "subpara"),
    "bullet": Kind("indent", "indent"),
    "appendix": Kind("hcontainer", "appendix", "appendix"),
    "attachment": Kind("hcontainer", "attachment", "attachment"),
}
"""Element of each kind of section; under an article `1.` is a clause (khoản)."""

CLAUSE = Kind("clause", "cl")
LOOSE = Kind("hcontainer", "text", "text")
"""Text between two sections that belongs to neither."""

_PUNCTUATION = re.compile(r"[\s.:;]*")
_JOINT = re.compile(r"[\s.:;,)/\]–-]{0,8}")
"""What may stand between a section's marker and its title."""


def tree(element: Element, page: Sheet, sections: Sections, start: int, end: int, prefix: str, *, loose: bool) -> None:
    """Put sections into an element, with the text of text[start:end] that lies between and around them.

    loose: the element takes blocks beside sections; where it does not, such text goes into a hcontainer.
    """
    for section in outside_tables(page, sections):
        between(element, page, start, section.span.start, prefix, loose=loose)
        _section(element, page, section, prefix, article=False)
        start = section.span.end
    between(element, page, start, end, prefix, loose=loose)


def empty(element: Element, page: Sheet, *, loose: bool) -> None:
    """Put an empty paragraph into a body without text, which may not be empty."""
    if not loose:
        own = counted(page, LOOSE.short)
        element = child(child(element, LOOSE.tag, eId=own, name=LOOSE.short), "content", eId=f"{own}__content")
    child(element, "p")


def outside_tables(page: Sheet, sections: Sections) -> list[Section]:
    """Leave out the sections that begin or end inside a table."""
    return [
        section
        for section in sections
        if not any(
            grid.start < section.span.start < grid.end or grid.start < section.span.end < grid.end
            for grid in page.grids
        )
    ]


def between(element: Element, page: Sheet, start: int, end: int, prefix: str, *, loose: bool) -> None:
    """Put text that belongs to no section into an element that takes sections."""
    if loose or blank(page.text[start:end]):
        blocks(element, page, start, end, prefix)
    else:
        _text(element, page, start, end, prefix)


def _text(element: Element, page: Sheet, start: int, end: int, prefix: str) -> None:
    start = spaced(element, page, start, end)
    own = counted(page, f"{prefix}{LOOSE.short}")
    made = child(element, LOOSE.tag, eId=own, name=LOOSE.short)
    _part(made, page, "content", start, end, own)


def _part(element: Element, page: Sheet, tag: str, start: int, end: int, own: str) -> None:
    """Put a stretch into a part of a section (intro, content, wrapUp), nothing but white space beside it."""
    if blank(page.text[start:end]):
        write(element, page.text[start:end])
        return
    start = spaced(element, page, start, end)
    name = f"{own}__{tag}"
    blocks(child(element, tag, eId=name), page, start, end, f"{name}__")


def _section(element: Element, page: Sheet, section: Section, prefix: str, *, article: bool) -> None:
    kind = CLAUSE if article and section.kind == "arabic" else KINDS[section.kind]
    number = _number(section)
    base = f"{prefix}{kind.short}"
    own = eid(page, f"{base}_{number}") if number else counted(page, base)
    named = {"name": kind.name} if kind.name else {}
    made = child(element, kind.tag, eId=own, **named, **meant(section))
    start, end = section.span.start, section.span.end
    children = outside_tables(page, sound(section.children, start + 1, end))
    start = _heading(made, page, section, children[0].span.start if children else end)
    if not children:
        _part(made, page, "content", start, end, own)
        return
    _part(made, page, "intro", start, children[0].span.start, own)
    for index, inner in enumerate(children):
        if index:
            between(made, page, start, inner.span.start, f"{own}__", loose=False)
        _section(made, page, inner, f"{own}__", article=section.kind == "article")
        start = inner.span.end
    _part(made, page, "wrapUp", start, end, own)


def meant(section: Section) -> dict[str, str]:
    """Give the attribute that says what a section is for, none where this is unknown."""
    return dict(refers(concept(section.role))) if section.role else {}


def _number(section: Section) -> str:
    """Give the number of a section as it stands in its eId: `2` of `Điều 2`, `1-1` of `1.1`, `` of a bullet."""
    return re.sub(r"\W+", "-", section.label.split()[-1] if section.label.strip() else "").strip("-")


def _heading(element: Element, page: Sheet, section: Section, limit: int) -> int:
    """Put the marker and the title into a section's element, give where they end."""
    start = section.span.start
    marked = page.text.startswith(section.marker, start) and start + len(section.marker) <= limit
    place = start + len(section.marker) if marked else start
    title = titled(page.text, section.title, place, limit) if section.title else None
    if title:
        place = title[0]
    if place > start:
        headed(element, page, "num", start, place)
    if title:
        headed(element, page, "heading", *title)
    return title[1] if title else place


def titled(text: str, title: str, start: int, limit: int) -> tuple[int, int] | None:
    """Find a title behind its marker, with the punctuation that ends its line; None where it does not stand there."""
    begin = _JOINT.match(text, start, limit)
    assert begin
    words = re.compile(r"\s+".join(map(re.escape, title.split()))).match(text, begin.end(), limit)
    if words is None or not title.strip():
        return None
    end = line_end(text, words.end())
    closed = _PUNCTUATION.fullmatch(text, words.end(), min(end, limit))
    return words.start(), min(end, limit) if closed else words.end()
