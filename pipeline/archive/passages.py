"""Passages: a document's text cut along its sections, for search.

Takes a document, gives passages in the order of the text. Rule of the place: together they are the whole text, each
character once, but for white space at their edges; a passage never reaches from one top section into another. Bullets
belong to what they stand under. What is long is cut where a paragraph or a sentence ends; what is short is joined with
its neighbours under one heading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, count
from typing import NamedTuple

from models import Document
from models.section import Section

LONGEST = 1200
"""Characters after which a passage is cut at the next end of a paragraph or sentence before them."""

SHORT = 300
"""Characters under which a passage is joined with its neighbour."""

ABOVE = " › "
"""What stands between the titles of a heading."""

_ENDS = re.compile(r"[.;:!?…]['\"”’)\]]*\s|\n")


class Passage(NamedTuple):
    """A stretch of text with its place in the document; the columns of the table `passages`.

    section: ordinal of its section among all sections, a parent before its children; None outside all.
    path: labels from the top (`II/1/a`). heading: titles from the top, parted by ` › `.
    role: of the nearest section that has one. page: where it starts, from 1. start, end: characters of the text.
    """

    ordinal: int
    section: int | None
    path: str | None
    heading: str | None
    role: str | None
    page: int | None
    start: int
    end: int
    text: str


class _Place(NamedTuple):
    """A section with what its passages inherit: from the top section to itself, ordinals, labels and titles."""

    line: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    role: str | None = None


class _Zone(NamedTuple):
    """A stretch of text and its section. leads: it is the beginning of its section, not several joined."""

    start: int
    end: int
    place: _Place
    leads: bool = True


_OUTSIDE = _Place()


def passages(document: Document) -> Iterator[Passage]:
    """Give the passages of a document, the title and what stands above it first."""
    text, anchors = document.text, _anchors(document)
    body = _title_end(document)
    title = _cut(text, _Zone(0, body, _OUTSIDE))
    rest = (piece for zone in _zones(document, body) for piece in _cut(text, zone))
    for ordinal, zone in enumerate(chain(title, _joined(rest))):
        place = zone.place
        yield Passage(
            ordinal=ordinal,
            section=place.line[-1] if place.line else None,
            path="/".join(place.labels) or None,
            heading=ABOVE.join(filter(None, place.titles)) or None,
            role=place.role,
            page=_page(anchors, zone.start),
            start=zone.start,
            end=zone.end,
            text=text[zone.start : zone.end],
        )


def _title_end(document: Document) -> int:
    """Give the end of the title, 0 where it was not found or a section begins before it ends."""
    found = document.header.evidence.get("title")
    first = document.sections[0].span.start if document.sections else len(document.text)
    return found.span.end if found and found.span and found.span.end <= first else 0


def _zones(document: Document, start: int) -> Iterator[_Zone]:
    """Give the zones after the title: each section's own text, and what stands before, between and behind."""
    place = _OUTSIDE
    for end, after in (*_borders(document.sections, _OUTSIDE, count()), (len(document.text), _OUTSIDE)):
        end = min(max(start, end), len(document.text))
        if end > start:
            yield _Zone(start, end, place)
        start, place = end, after


def _borders(sections: Iterable[Section], above: _Place, ordinals: Iterator[int]) -> Iterator[tuple[int, _Place]]:
    """Give each character at which text begins to belong to another section, and that section."""
    for section in sections:
        ordinal, place = next(ordinals), above
        if section.kind != "bullet":
            place = _Place(
                (*above.line, ordinal),
                (*above.labels, section.label),
                (*above.titles, section.title or ""),
                section.role or above.role,
            )
        yield section.span.start, place
        yield from _borders(section.children, place, ordinals)
        yield section.span.end, above


def _cut(text: str, zone: _Zone) -> Iterator[_Zone]:
    """Give a zone in pieces that are not too long, white space at their edges left out."""
    start, end = zone.start, zone.end
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        stop = end if end - start <= LONGEST else _stop(text, start)
        last = stop
        while last > start and text[last - 1].isspace():
            last -= 1
        if last > start:
            yield _Zone(start, last, zone.place)
        start = stop


def _stop(text: str, start: int) -> int:
    """Give the place of a cut: the last end of a paragraph, else of a sentence, else of a word, else the limit."""
    first, limit = start + LONGEST // 3, start + LONGEST
    paragraph = text.rfind("\n", first, limit)
    if paragraph > 0:
        return paragraph + 1
    sentences = [found.end() for found in _ENDS.finditer(text, first, limit)]
    return sentences[-1] if sentences else max(text.rfind(" ", first, limit) + 1, 0) or limit


def _joined(pieces: Iterable[_Zone]) -> Iterator[_Zone]:
    """Join what is short with its neighbours."""
    held: _Zone | None = None
    for piece in pieces:
        place = _common(held, piece) if held else None
        if held and place is not None:
            held = _Zone(held.start, piece.end, place, leads=held.leads and place == piece.place)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _common(one: _Zone, other: _Zone) -> _Place | None:
    """Give the section of two neighbours joined, None where they stay apart."""
    short, shorter = one.end - one.start < SHORT, min(one.end - one.start, other.end - other.start) < SHORT
    length = other.end - one.start
    if one.place == other.place:
        return one.place if shorter and length <= LONGEST else None
    if length > LONGEST or not one.place.line:
        return None
    depth = len(one.place.line)
    if one.leads and other.place.line[:depth] == one.place.line:
        return other.place if short else None
    shared = [a for a, b in zip(one.place.line, other.place.line, strict=False) if a == b]
    if not shared or not shorter or one.place.role != other.place.role or length > LONGEST // 2:
        return None
    place, size = one.place, len(shared)
    return _Place(place.line[:size], place.labels[:size], place.titles[:size], place.role)


def _anchors(document: Document) -> tuple[list[int], list[int]]:
    """Give characters whose page is known, in order, and their pages."""
    spans = [one.span for one in _sections(document.sections)]
    located = (document.citations, document.dates, document.tasks, document.targets, document.signers)
    spans += [one.span for items in (*located, document.recipients, document.addressees) for one in items]
    spans += [one.span for one in document.header.evidence.values() if one.span]
    known = sorted((span.start, span.page) for span in spans if span.page is not None)
    return [start for start, _ in known], [page for _, page in known]


def _sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _sections(section.children)


def _page(anchors: tuple[list[int], list[int]], start: int) -> int | None:
    """Give the page of the last thing with a known page at or before a character, else of the first after it."""
    starts, pages = anchors
    return pages[max(bisect_right(starts, start) - 1, 0)] if starts else None
