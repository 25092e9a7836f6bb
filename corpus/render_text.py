"""Text dumps, as other programs leave them behind when they strip a document of its layout.

Takes a `Plan` and a `Dump` (which of the real conventions to follow), gives the text.
Rule of the place: physical lines are made first, one list for the whole document; paging and spacing come after
and touch no word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

from corpus import closing
from corpus.flow import Line, Signatures, layout
from corpus.plan import Letterhead, Plan, Signer, Table, plain

GAP = 4
LEFT = 44
SIGN_GAP = 4
CENTRED = frozenset({"type", "title", "command", "annex-heading", "annex-title", "guide", "centred-heading"})
PAGE_END = "\f"
NOTE = "\v"


@dataclass(frozen=True)
class Dump:
    """The conventions of one text dump.

    width: characters a line, None for one line a paragraph. double: a blank line after each physical line.
    lead: a space before the first line of each page. trail: a space behind each line.
    page: lines a page, None without pages; from page 2 the page's number stands on a line.
    head: letterhead column by column with the number line zipped (`columns`), wholly column by column (`stacked`),
    row by row (`rows`). close: order of recipients and signers. decomposed: Unicode NFD, as some PDF writers leave it.
    """

    width: int | None = 78
    double: bool = False
    lead: bool = False
    trail: bool = False
    page: int | None = None
    head: Literal["columns", "stacked", "rows"] = "columns"
    close: Literal["recipients-first", "signers-first", "inline", "rows", "split"] = "recipients-first"
    decomposed: bool = False


def render(plan: Plan, dump: Dump) -> str:
    """Give the text dump of a document."""
    lines = list(_physical(plan, dump))
    if dump.page:
        lines = list(_paged(lines, dump.page, dump.lead))
    elif dump.lead:
        lines[0] = f" {lines[0]}"
    text = "\n".join(line.lstrip(NOTE) for line in _spaced(lines, dump) if line.strip(" ") != PAGE_END) + "\n"
    return unicodedata.normalize("NFD", text) if dump.decomposed else text


def _physical(plan: Plan, dump: Dump) -> Iterator[str]:
    for block in layout(plan):
        if isinstance(block, Letterhead):
            yield from letterhead(block, dump.head)
        elif isinstance(block, Signatures):
            yield ""
            yield from signatures(block, dump.close)
        elif isinstance(block, Table):
            yield from _table(block, dump)
        elif block.style == "page":
            yield from ("", PAGE_END)
        else:
            yield from _paragraph(block, dump)


def _paragraph(line: Line, dump: Dump) -> Iterator[str]:
    around = line.style in ("type", "command", "annex-heading")
    if around:
        yield ""
    words = "".join(run.text for run in line.runs)
    yield from _folded(words, dump.width and (56 if line.style in CENTRED else dump.width))
    if around and line.style == "command":
        yield ""
    if line.style in ("title", "annex-title", "guide"):
        yield ""
    for number, note in line.notes:
        yield from (NOTE + row for row in _folded(f"{number} {plain(note)}", dump.width))


def _folded(words: str, width: int | None) -> list[str]:
    if not width:
        return [words]
    return wrap(words, width, break_long_words=False, break_on_hyphens=False) or [""]


def _table(table: Table, dump: Dump) -> Iterator[str]:
    rows = (table.columns, *(tuple(plain(cell) for cell in row) for row in table.rows))
    for row in rows:
        if dump.width:
            for cell in row:
                yield from _folded(cell, 32)
        else:
            yield "\t".join(row)
    yield ""


def letterhead(top: Letterhead, head: str) -> Iterator[str]:
    """Give the lines of the letterhead in one of the three orders."""
    if top.shown == "nothing":
        return
    left = (*top.governing, *closing.issuers(top)) if top.shown == "all" else ()
    right = closing.national(top) if top.shown == "all" else ()
    number, place = closing.number_line(top), closing.place_line(top)
    subject = wrap(closing.subject_line(top), 36, break_on_hyphens=False)
    if head == "stacked":
        yield from (*left, number, *subject, "", *right, place)
    elif head == "rows":
        yield from _side_by_side((*left, number), _lowered((*right, place), len(left) + 1))
        yield from subject
    else:
        yield from (*left, *([""] if left else ()), *right, *([""] if right else ()))
        yield from (f"{number}   {place}", *subject)
    yield ""


def _lowered(lines: tuple[str, ...], height: int) -> tuple[str, ...]:
    """Push the last line of a column down to the given row, so that number and date share a line."""
    return (*lines[:-1], *[""] * (height - len(lines)), lines[-1])


def _side_by_side(left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[str]:
    for row in range(max(len(left), len(right))):
        first = left[row] if row < len(left) else ""
        second = right[row] if row < len(right) else ""
        pad = max(LEFT, len(first) + GAP)
        yield f"{first:<{pad}}{second}" if second else first


def signatures(block: Signatures, close: str) -> Iterator[str]:
    """Give the lines of the closing block in one of the orders that dumps show."""
    items = closing.recipient_lines(block.recipients, block.archive)
    listed = ("Nơi nhận:", *items) if items else ()
    signed = _signed(block.signers)
    if close == "rows":
        yield from _side_by_side(listed, signed)
    elif close == "inline" and items:
        posts = [post for signer in block.signers for post in closing.posts(signer)]
        yield from (f"Nơi nhận: {posts[0]}", *posts[1:], *[""] * SIGN_GAP, *_names(block.signers), *items)
    elif close in ("signers-first", "split"):
        yield from (*signed, "", *([PAGE_END] if close == "split" else ()), *listed)
    else:
        yield from (*listed, "", *signed)


def _signed(signers: tuple[Signer, ...]) -> tuple[str, ...]:
    """One signer as a column; of several all posts, then all names, as rows of a table are dumped."""
    posts = tuple(post for signer in signers for post in closing.posts(signer))
    return (*posts, *[""] * SIGN_GAP, *_names(signers))


def _names(signers: tuple[Signer, ...]) -> tuple[str, ...]:
    return tuple(
        line for signer in signers for line in (*([signer.signed] if signer.signed else ()), *closing.names(signer))
    )


def _paged(lines: list[str], height: int, lead: bool) -> Iterator[str]:
    """Break lines into pages: footnotes, a gap, the number of the page to come, a space before its first line."""
    page, row, first = 1, 0, lead
    notes: list[str] = []
    for line in lines:
        if (row >= height and not line.startswith(NOTE)) or line == PAGE_END:
            page, row, first = page + 1, 0, lead
            yield from (*notes, "", "", f"{page} ")
            notes = []
        if line.startswith(NOTE):
            notes.append(line)
        elif line != PAGE_END:
            yield f" {line}" if first and line else line
            first = first and not line
        row += line != PAGE_END
    yield from notes


def _spaced(lines: list[str], dump: Dump) -> Iterator[str]:
    for line in lines:
        yield f"{line} " if dump.trail and line and line != PAGE_END else line
        if dump.double and line:
            yield ""
