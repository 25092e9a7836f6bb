"""Marks: every stretch of a document that is coloured, with what is said of it.

Takes a document and a language, gives marks in the order of the text. One table says which list of the document gives
which kind of mark; adding a kind is a row here and a colour in `templates/page.css`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from models import Box, Document, Header, Section, Span
from pipeline import details
from pipeline.details import Describe, Pairs
from pipeline.words import word

SLACK = 8
"""Characters between a section's marker and its title, at most."""


@dataclass(frozen=True)
class Mark:
    """A stretch of the text, half open.

    kind: a key of `KINDS`. anchor: id by which the page links to it. tip: what is said of it, one pair a line.
    field: the header field, for marks of the header.
    """

    kind: str
    start: int
    end: int
    anchor: str
    tip: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    field: str = ""


LISTS: tuple[tuple[str, str, Callable[[Document], Iterable[Any]], Describe], ...] = (
    ("task", "t", lambda document: document.tasks, details.task_pairs),
    ("target", "m", lambda document: document.targets, details.target_pairs),
    ("movement", "v", lambda document: document.movements, details.movement_pairs),
    ("movement", "h", lambda document: filter(None, [document.theme]), details.theme_pairs),
    ("citation", "c", lambda document: document.citations, details.citation_pairs),
    ("date", "d", lambda document: document.dates, details.date_pairs),
    ("signer", "g", lambda document: document.signers, details.signer_pairs),
    ("recipient", "r", lambda document: document.recipients, details.recipient_pairs),
    ("addressee", "k", lambda document: document.addressees, details.addressee_pairs),
    ("archive", "l", lambda document: filter(None, [document.archive]), details.archive_pairs),
)
"""Kind of mark, first letter of its anchors, where the document has them, what is said of each."""

KINDS = (
    "header", "section", "citation", "date", "signer", "recipient", "addressee", "archive", "footnote", "task",
    "target", "movement",
)  # fmt: skip
"""All kinds, in the order of the legend."""


def marks(document: Document, lang: str) -> list[Mark]:
    """Give all marks that lie inside the text, sorted; of two that start together the longer comes first."""
    found = [*_header(document.header, lang), *_sections(document, lang), *_listed(document, lang)]
    found += _footnotes(document, lang)
    size = len(document.text)
    return sorted((m for m in found if m.start < m.end <= size), key=lambda mark: (mark.start, -mark.end))


def anchored(sections: Iterable[Section]) -> Iterator[tuple[str, int, Section]]:
    """Give each section that is not a bullet with its anchor and its depth, in reading order."""
    for index, (depth, section) in enumerate(_walk(sections, 0)):
        yield f"s{index}", depth, section


def _walk(sections: Iterable[Section], depth: int) -> Iterator[tuple[int, Section]]:
    stack = [(depth, section) for section in reversed(tuple(sections))]
    while stack:
        depth, section = stack.pop()
        bullet = section.kind == "bullet"
        if not bullet:
            yield depth, section
        stack += [(depth if bullet else depth + 1, child) for child in reversed(section.children)]


def heading_end(text: str, section: Section) -> int:
    """Give where the section's heading ends: behind its title, or behind its marker where it has none."""
    start = section.span.start
    if section.title:
        limit = start + len(section.marker) + SLACK + len(section.title)
        place = text.find(section.title, start, limit)
        if place >= 0:
            return place + len(section.title)
    return start + len(section.marker) if text.startswith(section.marker, start) else start


def title_words(text: str, section: Section, limit: int = 60) -> str:
    """Give the section's title, or the first words of one that has none."""
    inside = text[section.span.start : section.span.end].removeprefix(section.marker).strip()
    return section.title or short(inside.split("\n", 1)[0], limit)


def short(text: str, limit: int) -> str:
    """Give the text, cut at a space where it is longer than so many characters."""
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"


def _header(header: Header, lang: str) -> Iterator[Mark]:
    for field, seen in header.evidence.items():
        if seen.span is None:
            continue
        value = getattr(header, field, None)
        shown = details.issuers(header) if field.startswith("issuing") else getattr(value, "name", value)
        pairs = [(word(field, lang), str(shown))] if shown else [(word("kind.header", lang), word(field, lang))]
        pairs.append((word("from", lang), word(f"origin.{seen.origin}", lang)))
        yield _mark("header", f"f-{field}", seen.span, pairs, seen.confidence, lang, field)


def _sections(document: Document, lang: str) -> Iterator[Mark]:
    for anchor, _, section in anchored(document.sections):
        start, end = section.span.start, heading_end(document.text, section)
        tip = details.lines(details.section_pairs(section, lang))
        yield Mark("section", start, end, anchor, tip, section.span.page, (section.span.boxes or ())[:1])


def _listed(document: Document, lang: str) -> Iterator[Mark]:
    for kind, letter, items, describe in LISTS:
        for index, item in enumerate(items(document)):
            yield _mark(kind, f"{letter}{index}", item.span, describe(item, lang), item.confidence, lang)


def _footnotes(document: Document, lang: str) -> Iterator[Mark]:
    """Mark the paragraphs that hold a citation said to stand in a footnote; the model has no other sign of them."""
    text = document.text
    inside = [item.span.start for item in document.citations if item.within == "footnote"]
    starts = sorted({text.rfind("\n", 0, start) + 1 for start in inside})
    for index, start in enumerate(starts):
        end = text.find("\n", start)
        yield Mark("footnote", start, len(text) if end < 0 else end, f"n{index}", word("kind.footnote", lang))


def _mark(kind: str, anchor: str, span: Span, pairs: Pairs, sure: float, lang: str, field: str = "") -> Mark:
    title = word(f"kind.{kind}", lang)
    tip = "\n".join([title, details.lines([*pairs, (word("confidence", lang), details.percent(sure))])])
    return Mark(kind, span.start, span.end, anchor, tip, span.page, span.boxes or (), field)
