"""Zones of a document by its spans: preface, preamble, body, conclusions, attachments.

Takes a document, gives offsets into its text; together and in this order they are the whole of it. Rule of the
place: spans that are out of order or outside the text move no border, so that any document has its zones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from models import Document, Section

HEADER = frozenset(
    {"governing_agency", "issuing_agencies", "number", "symbol", "place", "issued_on", "doc_type", "title", "urgency",
     "secrecy"}
)  # fmt: skip
"""Fields whose place in the text is part of the preface."""

ATTACHED = frozenset({"appendix", "attachment"})
_ABOVE_CLOSING = re.compile(r"\W*Nơi\s+nhận\b.{0,60}|\W*(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\.?\s\S.{0,80}", re.IGNORECASE)
FORMULA = 40
"""Longest enacting formula (`QUYẾT ĐỊNH:`), in characters."""


class Zones(NamedTuple):
    """Where each zone ends, in order; sections of the body and the attached ones; where a copy's own block begins."""

    preface: int
    preamble: int
    body: int
    conclusions: int
    sections: tuple[Section, ...]
    attached: tuple[Section, ...]
    copy: int


def zones(document: Document) -> Zones:
    """Split a document."""
    text = document.text
    inner = sound((one for one in document.sections if one.kind not in ATTACHED), 0, len(text))
    below = inner[-1].span.end if inner else 0
    attached = sound((one for one in document.sections if one.kind in ATTACHED), below, len(text))
    copy = _copy(document, attached[-1].span.start + 1 if attached else below)
    end = attached[0].span.start if attached else copy
    opening = inner[0].span.start if inner else _closing(document, 0, end)
    preface = _preface(document, opening)
    closing = below if inner else _closing(document, preface, end)
    preamble = opening if inner else _preamble(document, preface, closing)
    return Zones(preface, preamble, closing, end, inner, attached, copy)


def sound(sections: Iterable[Section], start: int, end: int) -> tuple[Section, ...]:
    """Give the sections that lie between start and end, one after the other; others are left out."""
    kept: list[Section] = []
    for section in sections:
        if start <= section.span.start < section.span.end <= end:
            kept.append(section)
            start = section.span.end
    return tuple(kept)


def line_start(text: str, place: int) -> int:
    """Give where the line of a place begins."""
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, place: int) -> int:
    """Give where the line of a place ends, before its line feed."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _copy(document: Document, above: int) -> int:
    """Give where the block of a certified copy begins, the end of the text where there is none."""
    copy = document.certified_copy
    span = copy.span if copy else None
    return span.start if span and above <= span.start < len(document.text) else len(document.text)


def _preface(document: Document, limit: int) -> int:
    """Give the end of the letterhead, with type, subject and addressees."""
    evidence = document.header.evidence.items()
    spans = [seen.span for field, seen in evidence if field in HEADER and seen.origin == "text"]
    ends = [span.end for span in (*spans, *(one.span for one in document.addressees)) if span and span.end <= limit]
    return min(line_end(document.text, max(ends)), limit) if ends else 0


def _closing(document: Document, start: int, limit: int) -> int:
    """Give where the first line of the closing begins, by who signs and who receives."""
    text = document.text
    items = (*document.signers, *document.recipients, *filter(None, [document.archive]))
    starts = [line_start(text, one.span.start) for one in items if start <= one.span.start < limit]
    first = max(min(starts), start) if starts else limit
    while first > start and _ABOVE_CLOSING.fullmatch(text[line_start(text, first - 1) : first].rstrip()):
        first = max(line_start(text, first - 1), start)
    return first


def _preamble(document: Document, start: int, limit: int) -> int:
    """Give where the last legal basis ends, or the enacting formula below it, of a document without sections."""
    text = document.text
    bases = [one.span.end for one in document.citations if one.relation == "basis" and one.within == "preamble"]
    ends = [end for end in bases if start < end <= limit]
    if not ends:
        return start
    end = line_end(text, max(ends))
    following = line_end(text, end + 1)
    return min(following if is_formula(text[end:following]) else end, limit)


def is_formula(words: str) -> bool:
    """Say whether a line is the enacting formula: short and in capitals."""
    return words.isupper() and len(words.strip()) <= FORMULA


def heading(text: str, section: Section, limit: int) -> tuple[int, tuple[int, int] | None]:
    """Give where the heading of an attached section ends, and the place of its title, None where it was not found.

    Letterhead, type and the line that says with what it was issued may stand above the title.
    """
    start = section.span.start
    first = sound(section.children, start + 1, limit)
    stop = first[0].span.start if first else limit
    words = (section.title or "").split()
    found = re.compile(r"\s+".join(map(re.escape, words))).search(text, start, stop) if words else None
    end = found.end() if found else start + len(section.marker)
    return (min(line_end(text, end), stop) if end > start else start), found.span() if found else None
