"""Texts made line by line, for tests that need no file."""

from __future__ import annotations

from collections.abc import Iterable

from models import Box, Cause, Citation, Document, Failure, Source
from parsers import parse_bytes
from parsers.citations import Setting, citations
from parsers.document import assemble
from parsers.layout import Layout, Line, Page, Role, Run
from parsers.readers.options import DEFAULT, Options
from parsers.text import Text, build

WIDTH, HEIGHT = 595.0, 842.0


def layout(*lines: str | Line) -> Layout:
    """Give a layout in which every line is a paragraph of its own, as a reader of DOCX gives it."""
    made = tuple(line if isinstance(line, Line) else Line((Run(line),), ends=True) for line in lines)
    return Layout((Page(made),), "text/plain", "made")


def text(*lines: str | Line) -> Text:
    """Give the text of lines that are paragraphs."""
    return build(layout(*lines))


def bold(words: str) -> Line:
    """Give a paragraph in bold, with a known size."""
    return Line((Run(words, size=13, bold=True),), ends=True)


def light(words: str) -> Line:
    """Give a paragraph in light type, with a known size."""
    return Line((Run(words, size=13),), ends=True)


def placed(words: str, left: float, top: float, right: float, *, role: Role = "body") -> Line:
    """Give a line with its place on a page, 14 points high."""
    box: Box = (left, top, right, top + 14)
    return Line((Run(words, box, 14.0),), box, role)


def paged(*pages: Iterable[Line]) -> Layout:
    """Give a layout of A4 pages."""
    made = (Page(tuple(lines), number, WIDTH, HEIGHT) for number, lines in enumerate(pages, start=1))
    return Layout(tuple(made), "application/pdf", "made", paged=True)


def document(*lines: str | Line) -> Document:
    """Give the document of lines that are paragraphs."""
    return assemble(layout(*lines), source())


def source(reader: str = "made") -> Source:
    """Give the source of a file that does not exist."""
    return Source(name="made.txt", sha256="0" * 64, media_type="text/plain", reader=reader)


def cited(words: str, number: str | None = None, symbol: str | None = None) -> list[Citation]:
    """Give the citations of words in the body of a document that has this number and symbol."""
    made = text(*words.split("\n"))
    setting = Setting(begin=0, title_end=0, within=((0, "body"),), opening=0, own_number=number, own_symbol=symbol)
    return citations(made, setting)


def tried(data: bytes, name: str = "a.txt", options: Options = DEFAULT) -> Document | Cause:
    """Give the document of a file's bytes, or the cause for which it was refused."""
    try:
        return parse_bytes(data, name, options)
    except Failure as failure:
        return failure.cause
