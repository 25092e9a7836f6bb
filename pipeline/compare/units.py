"""Units: the pieces of a document that are aligned with those of another.

Takes a document, gives its sections in the order of the text, each with its own words, and the paragraphs that stand
outside of the first line of a section. Rule of the place: labels are no part of the words, so that a section is the
same under another number; letterhead, signatures and recipients are no units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from models import Document, Section, Span
from pipeline.compare.series import series
from pipeline.compare.stretches import Kept, body, kept, stretches

_BEHIND = re.compile(r"[\s:.,;–-]*")


class Unit(NamedTuple):
    """A section or paragraph.

    parent: place of the unit it stands in, among all; None at the top. whole: its words with all that stands below.
    start, end: of its own words in the text. heading: whether others stand below it. cites: the series of documents
    that a paragraph outside all sections cites, as lines of legal basis do.
    """

    parent: int | None
    path: str
    title: str | None
    role: str | None
    text: str
    whole: str
    start: int
    end: int
    page: int | None = None
    heading: bool = False
    paragraph: bool = False
    cites: frozenset[str] = frozenset()


class Reading(NamedTuple):
    """A text on the way to its units, and those found so far."""

    text: str
    kept: Kept
    found: list[Unit]


def units(document: Document) -> tuple[Unit, ...]:
    """Give the units of a document in the order of the text."""
    at, last = body(document)
    reading = Reading(document.text, kept(document), [])
    for section in document.sections:
        _paragraphs(reading, at, section.span.start, None, "")
        _section(reading, section, None, "")
        at = max(at, section.span.end)
    _paragraphs(reading, at, last, None, "")
    return tuple(_citing(document, list(_headed(reading.found))))


def _citing(document: Document, found: list[Unit]) -> Iterator[Unit]:
    """Say of each unit at the top which series of documents it cites."""
    for unit in found:
        inside = (one for one in document.citations if unit.start <= one.span.start < unit.end)
        yield unit._replace(cites=frozenset(map(series, inside))) if unit.parent is None and unit.paragraph else unit


def _section(reading: Reading, section: Section, parent: int | None, above: str) -> None:
    text, found, last = reading.text, reading.found, section.span.end
    path = f"{above}/{section.label}" if above else section.label
    below = min((child.span.start for child in section.children), default=last)
    start = _after_marker(text, section)
    end, rest = _heading(text, section, start, below)
    place = len(found)
    own = Unit(parent, path, section.title, section.role, text[start:end].strip(), text[start:last], start, end)
    found.append(own._replace(page=section.span.page))
    at = rest
    for child in section.children:
        _paragraphs(reading, at, child.span.start, place, path)
        _section(reading, child, place, path)
        at = max(at, child.span.end)
    _paragraphs(reading, at, last, place, path)


def _heading(text: str, section: Section, start: int, below: int) -> tuple[int, int]:
    """Give where the own words of a section end, and where what follows begins; words behind a title follow it."""
    end = _line_end(text, start, below)
    if section.title and text.startswith(section.title, start):
        title = start + len(section.title)
        behind = _BEHIND.match(text, title, end)
        if behind and behind.end() < end:
            return title, behind.end()
    return end, end


def _line_end(text: str, start: int, last: int) -> int:
    found = text.find("\n", start, last)
    return last if found < 0 else found


def _after_marker(text: str, section: Section) -> int:
    """Give where the words of a section begin, its marker and the spaces behind it left out."""
    start = section.span.start
    if text.startswith(section.marker, start):
        start += len(section.marker)
    while start < section.span.end and text[start].isspace():
        start += 1
    return start


def _paragraphs(reading: Reading, start: int, end: int, parent: int | None, path: str) -> None:
    for first, last in stretches(reading.text, reading.kept, start, end, cut=parent is None):
        words = " ".join(reading.text[first:last].split())
        reading.found.append(Unit(parent, path, None, None, words, words, first, last, paragraph=True))


def _headed(found: list[Unit]) -> Iterator[Unit]:
    """Say of each unit whether others stand below it; a page is that of the unit it stands in where none is known."""
    parents = {unit.parent for unit in found}
    pages: list[int | None] = []
    for place, unit in enumerate(found):
        above = pages[unit.parent] if unit.parent is not None else None
        pages.append(unit.page if unit.page is not None else above)
        yield unit._replace(heading=place in parents, page=pages[place])


def span_of(unit: Unit) -> Span:
    """Give where the own words of a unit stand."""
    return Span(start=unit.start, end=unit.end, page=unit.page)
