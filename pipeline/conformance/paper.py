"""A document as its checks see it: the text parted into letterhead, bases, body and closing, line by line.

Takes a Document, gives a Paper. The parts are told by what the parsers found there, so that a check never searches
where the thing it checks cannot stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from models import Document, Section, Span
from parsers.vietnamese.unicode import bare, dashes

_RECIPIENTS = re.compile(r"(?im)^\W*noi\s+nhan\b[^\n]{0,3}:?")
_BASIS = re.compile(r"[-–\s]*(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét Tờ trình)\b")
_HEAD = ("number", "symbol", "place", "issued_on", "doc_type", "title", "issuing_agencies", "governing_agency")
_HEAD_MOST = 4000
_PREAMBLE_MOST = 12_000


class Line(NamedTuple):
    """One paragraph of the text, and where it stands."""

    start: int
    end: int
    words: str


class Hit(NamedTuple):
    """A rule that is broken at a place: what stands there, what should; no place for what is missing."""

    rule: str
    start: int | None = None
    end: int | None = None
    found: str = ""
    expected: str = ""


class Paper(NamedTuple):
    """A document in parts.

    folded: the text without marks and with one kind of dash, letter for letter. head: the lines of letterhead, type
    and subject. bases: the paragraphs that name a legal basis, in one run. closing: where recipients and signature
    stand. sections: those of the document itself, without appendices. letterhead: the file shows the top of the
    first page. recipients: the words `Nơi nhận` are there.
    """

    document: Document
    folded: str
    head: tuple[Line, ...]
    bases: tuple[Line, ...]
    closing: tuple[int, int]
    sections: tuple[Section, ...]
    letterhead: bool
    recipients: bool


def paper(document: Document) -> Paper:
    """Part a document."""
    folded = dashes(bare(document.text))
    end = head_end(document)
    stop = document.text.find("\n", end)
    head = tuple(lines(document.text, 0, stop if stop >= 0 else len(document.text))) if end else ()
    body = head[-1].end if head else 0
    said = _RECIPIENTS.search(folded, body)
    closing = _closing(document, said.start() if said else None)
    return Paper(
        document=document,
        folded=folded,
        head=head,
        bases=_bases(document.text, body, min(closing[0], body + _PREAMBLE_MOST)),
        closing=closing,
        sections=tuple(one for one in document.sections if one.kind not in ("appendix", "attachment")),
        letterhead=_has_letterhead(document, folded),
        recipients=bool(document.recipients) or said is not None,
    )


def head_end(document: Document) -> int:
    """Give where the header ends: after the last of its parts that were read from the text."""
    evidence = document.header.evidence
    ends = [one.span.end for name, one in evidence.items() if name in _HEAD and one.origin == "text" and one.span]
    return min(max(ends, default=0), _HEAD_MOST)


def place(document: Document, start: int, end: int) -> Span:
    """Give the span of a place, on the page of the nearest thing before it that has one."""
    found = sorted((one.start, one.page) for one in _spans(document) if one.page)
    if not found:
        return Span(start=start, end=end)
    before = bisect_right([at for at, _ in found], start)
    return Span(start=start, end=end, page=found[max(before - 1, 0)][1])


def lines(text: str, start: int, stop: int) -> Iterator[Line]:
    """Give the paragraphs between two places, without the spaces at their ends."""
    for found in re.finditer(r"[^\n]+", text[start:stop]):
        words = found[0].strip()
        if words:
            at = start + found.start() + found[0].index(words)
            yield Line(at, at + len(words), words)


def walked(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Give all sections of a tree, each before its children."""
    for section in sections:
        yield section
        yield from walked(section.children)


def _closing(document: Document, said: int | None) -> tuple[int, int]:
    """Give the range of recipients and signature; empty, at the text's end, where there are none."""
    parts = [*document.recipients, *document.signers, *filter(None, [document.archive])]
    starts = [part.span.start for part in parts] + ([said] if said is not None else [])
    last = max((part.span.end for part in parts), default=len(document.text))
    stop = document.text.find("\n", last)
    return min(starts, default=len(document.text)), stop if stop >= 0 else len(document.text)


def _bases(text: str, start: int, stop: int) -> tuple[Line, ...]:
    found: list[Line] = []
    for line in lines(text, start, stop):
        if _BASIS.match(line.words):
            found.append(line)
        elif found:
            break
    return tuple(found)


def _has_letterhead(document: Document, folded: str) -> bool:
    """Say whether the file shows the top of the first page: an issuer, and a number, a day or the national name."""
    evidence = document.header.evidence
    issuer = evidence.get("issuing_agencies")
    printed = issuer is not None and issuer.origin == "text" and issuer.span is not None
    named = re.search(r"cong hoa xa hoi|dang cong san", folded[:600], re.IGNORECASE) is not None
    return (printed and ("symbol" in evidence or "issued_on" in evidence)) or (
        named and ("symbol" in evidence or printed)
    )


def _spans(document: Document) -> Iterator[Span]:
    """Give the places of things that were read from the document."""
    yield from (section.span for section in walked(document.sections))
    for part in (document.citations, document.dates, document.signers, document.recipients, document.addressees):
        yield from (one.span for one in part)
    yield from (one.span for one in document.header.evidence.values() if one.span)
