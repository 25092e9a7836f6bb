"""Stretches: the paragraphs of a document that are compared, and where they begin and end.

Takes a document and offsets, gives offsets. Rule of the place: a row of a table is one stretch, several lines of legal
basis that readers ran together are several; recipients and signatures are none, nor is what has no word in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from models import Document, Table
from parsers.vietnamese.unicode import key

Stretch = tuple[int, int]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BASIS = re.compile(r"(?<=;)\s+(?=[^\W\d_a-zà-ỹđ])")
_WORDLESS = re.compile(r"[\W\d_]*")
_RECIPIENTS, _BASES = key("Nơi nhận"), key("Căn cứ")


class Kept(NamedTuple):
    """What cuts a document's lines. rows: of its tables. closing: recipients and signatures. said: lines of posts."""

    rows: tuple[Stretch, ...]
    closing: Stretch
    said: frozenset[str]


def stretches(text: str, kept: Kept, start: int, end: int, *, cut: bool) -> Iterator[Stretch]:
    """Give the stretches between two offsets. cut: part lines of legal basis."""
    past = start
    for line in _LINE.finditer(text, start, max(start, end)):
        if line.start() < past or _is_closing(line[0], line.start(), kept):
            continue
        row = next((row for row in kept.rows if row[0] <= line.start() < row[1] <= end), None)
        past = row[1] if row else line.end()
        for one in [(line.start(), past)] if row or not cut else _bases(line):
            if not _WORDLESS.fullmatch(text, *one):
                yield one


def body(document: Document) -> Stretch:
    """Give where the words between letterhead and signatures begin and end."""
    evidence = document.header.evidence
    tops = [evidence[name].span for name in ("title", "doc_type", "number", "symbol", "issued_on") if name in evidence]
    first = max((span.end for span in tops if span), default=0)
    begun = min((section.span.start for section in document.sections), default=len(document.text))
    ends = [one.span.start for one in (*document.signers, *document.recipients) if one.span.start > first]
    done = max((section.span.end for section in document.sections), default=first)
    return min(first, begun), max(done, min(ends, default=len(document.text)))


def kept(document: Document) -> Kept:
    """Give what cuts the lines of a document."""
    ends = [one.span for one in (*document.recipients, *document.signers) if one.span.start > 0]
    ends += [document.archive.span] if document.archive else []
    start = min((one.start for one in ends), default=0)
    closing = (document.text.rfind("\n", 0, start) + 1, max((one.end for one in ends), default=0))
    rows = (row for table in document.tables for row in _of_table(document.text, table))
    said = {line for signer in document.signers for line in (*signer.capacity, signer.position or "", signer.name)}
    return Kept(tuple(rows), closing, frozenset(map(key, said)))


def _is_closing(line: str, start: int, kept: Kept) -> bool:
    words = key(line.strip())
    return kept.closing[0] <= start < kept.closing[1] or words.startswith(_RECIPIENTS) or words in kept.said


def _bases(line: re.Match[str]) -> Iterator[Stretch]:
    at = line.start()
    for found in _BASIS.finditer(line.string, *line.span()) if key(line[0]).startswith(_BASES) else ():
        yield at, found.start()
        at = found.end()
    yield at, line.end()


def _of_table(text: str, table: Table) -> Iterator[Stretch]:
    """Give the rows of a table in the text, its heading first; none where its lines are not those of its cells."""
    lines = [line.span() for line in _LINE.finditer(text, table.span.start, table.span.end)] if table.span else []
    sizes = [sum(len(_LINE.findall(cell)) for cell in row if cell) for row in table.rows]
    at = len(lines) - sum(sizes)
    if not lines or at < 0:
        return
    for size in (at, *sizes):
        if size:
            yield lines[0][0], lines[size - 1][1]
            lines = lines[size:]
