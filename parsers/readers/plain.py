"""Plain text and Markdown: dumps of documents, as other programs leave them.

Takes the file's bytes, gives its Layout. A dump may carry a blank line after each physical line, page starts
(form feed or one leading space), page numbers, footnotes in the middle of a sentence, and Markdown marks.
"""

from __future__ import annotations

import itertools
import re

from models import Cause, Failure
from parsers.layout import Cell, Layout, Line, Page, Run
from parsers.readers.options import DEFAULT, Options
from parsers.readers.plain_notes import footnotes
from parsers.vietnamese import encodings
from parsers.vietnamese.unicode import clean

MAX_ODD = 0.002
"""Largest share of undecodable bytes; more of them mean another encoding or no text."""

NARROW = 130
"""Longest line in characters of a dump whose lines are wrapped; longer ones hold whole paragraphs."""

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3})(?=\S)(.+?)(?<=\S)\1")
_NOTE = re.compile(r"\s*\[\^(\w+)\]:\s*")
_CALL = re.compile(r"\[\^(\w+)\]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])")
_PAGE_NUMBER = re.compile(r"\s*(?:-\s*)?\d{1,3}(?:\s*-)?\s*")
_RULE = re.compile(r"[\s\-_=*~.─–—]{3,}")
_TABLE_ROW = re.compile(r"\s*\|(.*)\|\s*")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*")
_CELL_BREAK = re.compile(
    r"<br\s*/?>|(?:^|(?<=\s))[-_]{4,}(?:\s|$)|(?<=[;:.])\s+(?=[-–+] )|\s+(?=Độc lập\s*[-–]\s*Tự do)|\s+(?=V/v\b)"
)


def read(data: bytes, name: str, options: Options = DEFAULT) -> Layout:
    """Read plain text or Markdown.

    data: the file's bytes. name: its name, for messages.
    Raises Failure: NOT_TEXT where the bytes are no text in a known encoding, EMPTY where there is no word.
    """
    text, notes = _in_unicode(data, name)
    marked = _is_markdown(text)
    pages = [_page(page, number, marked=marked) for number, page in enumerate(text.split("\f"))]
    if not any(page.lines for page in pages):
        raise Failure(Cause.EMPTY, name)
    return Layout(tuple(pages), "text/markdown" if marked else "text/plain", "plain", notes=notes)


def _in_unicode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Give the text in Unicode and the notes on how it was read."""
    text = _decode(data)
    read = encodings.decoded(data) if text is None else None
    if text is None and read is None:
        raise Failure(Cause.NOT_TEXT, name, "not UTF-8")
    written = read or text or ""
    shown = encodings.repaired(written)
    return shown, ("legacy-encoding",) if read is not None or shown != written else ()


def _decode(data: bytes) -> str | None:
    """Give the text of UTF-16 or UTF-8, None where too much of it is neither."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    text = data.decode("utf-8-sig", "replace")
    odd = text.count("\ufffd") + sum(text.count(c) for c in map(chr, (*range(9), *range(14, 32), 127)))
    if odd > MAX_ODD * len(text) + 2:
        return None
    return text.replace("\x00", "")


def _is_markdown(text: str) -> bool:
    return re.search(r"(?m)^\s{0,3}#{1,6} \S|\*\*\S|^\s*\|(?:\s*:?-{2,}:?\s*\|)+", text) is not None


def _page(text: str, number: int, *, marked: bool) -> Page:
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    spaced = not marked and _is_double_spaced(raw)
    lines: list[Line] = []
    furniture: list[str] = []
    for index, source in enumerate(raw):
        line = clean(source)
        if not line.strip():
            continue
        if (_PAGE_NUMBER.fullmatch(line) and _stands_alone(raw, index)) or _RULE.fullmatch(line):
            furniture.append(line.strip())
        elif marked and (row := _TABLE_ROW.fullmatch(line)):
            lines.extend(_row(row[1], lines) if not _TABLE_RULE.fullmatch(line) else ())
        else:
            ends = True if _blank_after(raw, index) > spaced else None
            lines.append(_line(line, ends=ends, marked=marked))
    return Page(tuple(_with_tables(footnotes(lines))), None, furniture=tuple(furniture))


def _with_tables(lines: list[Line]) -> list[Line]:
    """Mark the lines of tables of data; grids of one or two columns lay out the letterhead and the closing."""
    wide = {line.cell.table for line in lines if line.cell is not None and line.cell.column > 1}
    return [line._replace(role="table") if line.cell and line.cell.table in wide else line for line in lines]


def _is_double_spaced(raw: list[str]) -> bool:
    """Say whether blank lines follow each physical line, so that they say nothing about paragraphs."""
    printed = [index for index, line in enumerate(raw) if line.strip()]
    if len(printed) < 8:
        return False
    if sorted(len(raw[index]) for index in printed)[len(printed) * 9 // 10] > NARROW:
        return False
    apart = sum(later - earlier > 1 for earlier, later in itertools.pairwise(printed))
    cut = sum(
        raw[earlier].rstrip()[-1] not in '.:;?!”")' and raw[later].lstrip()[0].islower()
        for earlier, later in itertools.pairwise(printed)
    )
    return apart > 0.7 * len(printed) and cut > max(2, 0.06 * len(printed))


def _blank_after(raw: list[str], index: int) -> int:
    """Count the blank lines that follow; one of them means nothing where the dump is double spaced."""
    count = 0
    while index + count + 1 < len(raw) and not raw[index + count + 1].strip():
        count += 1
    return count


def _stands_alone(raw: list[str], index: int) -> bool:
    before = index == 0 or not raw[index - 1].strip()
    return before and (index + 1 >= len(raw) or not raw[index + 1].strip() or raw[index + 1].startswith(" "))


def _line(text: str, *, ends: bool | None, marked: bool, cell: Cell | None = None) -> Line:
    heading, bold, note, calls = False, False, None, ()
    if marked:
        found = _HEADING.match(text)
        heading = found is not None
        text = text[found.end() :] if found else text
        plain = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
        bold = plain != text and text.strip().startswith("**")
        text = _ESCAPE.sub(r"\1", plain)
        note = _NOTE.match(text)
        calls = tuple(_CALL.findall(text)) if note is None else ()
        text = f"{note[1]} {text[note.end() :]}" if note else _CALL.sub("", text)
    starts_page = text.startswith(" ") and not text.startswith("  ")
    text = ("\f" if starts_page else "") + text.strip()
    line = Line((Run(text, bold=bold),), ends=ends, heading=heading, cell=cell, calls=calls)
    return line._replace(role="footnote", note=note[1]) if note else line


def _row(inside: str, before: list[Line]) -> list[Line]:
    """Give the lines of one row of a Markdown table; its cells hold several printed lines each."""
    last = next((line.cell for line in reversed(before) if line.cell), None)
    follows = bool(before) and before[-1].cell is not None
    table = 0 if last is None else last.table if follows else last.table + 1
    row = last.row + 1 if follows and last is not None else 0
    lines: list[Line] = []
    for column, text in enumerate(re.split(r"(?<!\\)\|", inside)):
        cell = Cell(table, row, column)
        parts = [part.strip() for part in _CELL_BREAK.split(text) if part and part.strip()]
        lines.extend(_line(part, ends=True, marked=True, cell=cell) for part in parts)
    return lines
