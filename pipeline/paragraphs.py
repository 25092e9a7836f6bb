"""The text of a document as paragraphs of a page, dressed by what the marks say of them.

Takes a document and its marks, gives markup: letterhead, type and subject, headings by depth, items, footnotes and the
closing block each have a class; nothing is left out and nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from models import Document
from pipeline.marks import Mark, anchored, heading_end
from pipeline.markup import Html, joined, tag
from pipeline.nesting import nested

CLOSING = {"signer": "sign", "recipient": "to", "archive": "to", "addressee": "dear", "footnote": "note"}
"""Class of a paragraph that holds a mark of this kind."""

SUBJECT = {"doc_type": "type", "title": "subject"}
"""Class of a paragraph that holds this field of the header."""

MAX_DEPTH = 4


def paragraphs(document: Document, marks: Sequence[Mark]) -> Html:
    """Give the whole text, one element a line of it."""
    heads = _headings(document)
    letterhead = _body_start(marks)
    out = []
    for start, end, inside in _lines(document.text, marks):
        if start == end:
            continue
        depth, heading = next((heads[place] for place in heads if start <= place < end), (None, False))
        classes = [_dress(start, end, inside, letterhead)]
        if depth is not None:
            classes = [f"{'head' if heading else 'item'} d{min(depth, MAX_DEPTH)}"]
        elif re.match(r"[-+*•]\s", document.text[start:end]) and not classes[0]:
            classes = ["bullet"]
        out.append(tag("p", nested(document.text, start, end, inside), class_=" ".join(filter(None, classes)) or None))
    return joined(out)


def _lines(text: str, marks: Sequence[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Give start and end of each line with the marks that touch it."""
    waiting, live, start = list(reversed(marks)), list[Mark](), 0
    for line in text.split("\n"):
        end = start + len(line)
        while waiting and waiting[-1].start < end:
            live.append(waiting.pop())
        live = [mark for mark in live if mark.end > start]
        yield start, end, live
        start = end + 1


def _headings(document: Document) -> dict[int, tuple[int, bool]]:
    """Give for each section where it starts: its depth, and whether its title ends its line."""
    text = document.text
    out = {}
    for _, depth, section in anchored(document.sections):
        rest = text[heading_end(text, section) :].split("\n", 1)[0]
        out[section.span.start] = depth, bool(section.title) and not rest.strip(" .:")
    return out


def _body_start(marks: Sequence[Mark]) -> int:
    """Give where the letterhead ends: at the type of the document, 0 where none is printed."""
    return next((mark.start for mark in marks if mark.field == "doc_type"), 0)


def _dress(start: int, end: int, inside: Sequence[Mark], letterhead: int) -> str:
    for mark in inside:
        if mark.field in SUBJECT and mark.start < end:
            return SUBJECT[mark.field]
    kinds = [mark.kind for mark in inside]
    closing = next((CLOSING[kind] for kind in kinds if kind in CLOSING), "")
    return closing or ("letterhead" if end < letterhead else "")
