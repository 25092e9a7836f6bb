"""HTML pages, as office programs and portals of documents save them: takes the file's bytes, gives its Layout.

Rule of the place: nothing of the page is run and nothing that it names is fetched; only its text is read. Tables are
told from layout grids and fonts of before Unicode are read as in a DOCX.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

from lxml import etree

from models import Cause, Failure
from parsers.layout import Layout, Line, Page
from parsers.readers.docx_legacy import in_unicode, uses_of
from parsers.readers.docx_runs import Call, Piece, runs, split
from parsers.readers.docx_tables import Filled, arranged
from parsers.readers.html_blocks import Block, Element, Paragraph, Table, blocks
from parsers.readers.options import DEFAULT, Options
from parsers.vietnamese.encodings import Use
from parsers.vietnamese.encodings_letters import Encoding, windows

MAX_BYTES = 50 * 2**20
"""Largest page that is read; its tree takes about ten times as much memory."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_NOTE_ID = re.compile(r"(?:_?ftn|_?edn|sdfootnote|sdendnote)(\d+)")
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_RULE = re.compile(r"[\s\-_=*~─–—]{3,}")


class _Story(NamedTuple):
    """What lines are made with: encodings used, notes by their number, running numbers of tables."""

    uses: Mapping[Encoding | None, Use]
    notes: Mapping[str, list[Block]]
    tables: Iterator[int]


def read(data: bytes, name: str, options: Options = DEFAULT) -> Layout:
    """Read an HTML page; name is used in messages.

    Raises Failure: TOO_LARGE, EMPTY.
    """
    if len(data) > MAX_BYTES:
        raise Failure(Cause.TOO_LARGE, name, f"{len(data)} bytes")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True)
    root = etree.fromstring(_DECLARED.sub("", _decode(data)).encode("utf-8", "replace"), parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Failure(Cause.TOO_LARGE, name, "elements too deep")  # the parser drops what is deeper than 256
    if root is None:
        raise Failure(Cause.EMPTY, name)
    notes = {mark: blocks(element) for mark, element in _taken_out(root)}
    body = blocks(root)
    told = [paragraph.pieces for each in (body, *notes.values()) for paragraph in _paragraphs(each)]
    story = _Story(uses_of(told), notes, count())
    lines = list(_lines(body, story))
    shown = tuple(line for line in lines if line.role != "body" or not _RULE.fullmatch(line.text))
    rules = tuple(line.text for line in lines if line.role == "body" and _RULE.fullmatch(line.text))
    page = Page(shown, furniture=rules)
    return Layout((page,), "text/html", "html", notes=("legacy-encoding",) if story.uses else ())


def _decode(data: bytes) -> str:
    """Give the page's text: by its mark, by what it declares, as UTF-8, else as Windows-1252."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    declared = _CHARSET.search(data[:4096])
    for encoding in (marked, "utf-8", declared[1].decode("ascii") if declared else None):
        try:
            if encoding:
                return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return windows(data)


def _taken_out(root: Element) -> Iterator[tuple[str, Element]]:
    """Take the texts of notes out of the page and give them by their numbers."""
    for element in root.xpath("//*[@id]"):
        found = _NOTE_ID.fullmatch(element.get("id"))
        if found and element.getparent() is not None:
            element.getparent().remove(element)
            yield found[1], element


def _paragraphs(found: Iterable[Block]) -> Iterator[Paragraph]:
    for block in found:
        if isinstance(block, Paragraph):
            yield block
        else:
            for _, inner in block.cells:
                yield from _paragraphs(inner)


def _lines(found: Iterable[Block], story: _Story) -> Iterator[Line]:
    for block in found:
        if isinstance(block, Table):
            index = next(story.tables)
            yield from arranged(index, [Filled(place, list(_lines(inner, story))) for place, inner in block.cells])
        else:
            yield from _of_paragraph(block, story)


def _of_paragraph(paragraph: Paragraph, story: _Story) -> Iterator[Line]:
    lines: list[Line] = []
    called: list[str] = []
    for texts, calls in split(in_unicode(_labelled(paragraph), story.uses)):
        marks = tuple(call.id for call in calls)
        called += marks
        if made := runs(texts):
            lines.append(Line(made, align=paragraph.align, heading=paragraph.heading, calls=marks))
        elif lines:
            lines[-1] = lines[-1]._replace(calls=lines[-1].calls + marks)
    if lines:
        lines[0] = lines[0]._replace(label=paragraph.label)
        lines[-1] = lines[-1]._replace(ends=True)
    yield from lines
    for mark in called:
        for line in _lines(story.notes.get(mark, ()), story._replace(notes={})):
            yield line._replace(role="footnote", note=mark)


def _labelled(paragraph: Paragraph) -> list[Piece]:
    """Put the label of a list item before its words."""
    if paragraph.label is None:
        return paragraph.pieces
    for index, piece in enumerate(paragraph.pieces):
        if not isinstance(piece, Call):
            opening = (f"{paragraph.label} {piece[0].lstrip()}", piece[1])
            return [*paragraph.pieces[:index], opening, *paragraph.pieces[index + 1 :]]
    return paragraph.pieces
