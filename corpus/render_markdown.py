"""Markdown, as converters make it of a DOCX or an HTML page.

Takes a `Plan` and a `Markup` (which of the converters' habits to follow), gives the text.
Rule of the place: one line a paragraph, a blank line between; marks (`#`, `*`) stand around words, never inside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus import closing
from corpus.flow import Line, Run, Signatures, layout
from corpus.plan import Letterhead, Plan, Table, plain

HASHES = {"type": "##", "title": "###", "command": "##", "annex-heading": "##", "annex-title": "###"}
LEVELS = {"roman": "####", "upper": "###", "arabic": "#####", "chapter": "###", "part": "###", "article": "####"}


@dataclass(frozen=True)
class Markup:
    """The habits of one converter.

    headings: `#` lines, bold lines or no mark at all. head: the letterhead as a pipe table or as lines.
    notes: footnotes as `[^1]` with the notes at the end, or a glued digit with the note below its paragraph.
    """

    headings: Literal["hashes", "bold", "plain"] = "hashes"
    head: Literal["table", "lines"] = "lines"
    notes: Literal["caret", "glued"] = "caret"


def render(plan: Plan, markup: Markup) -> str:
    """Give a document as Markdown."""
    blocks = tuple(layout(plan))
    lines = [line for block in blocks for line in _block(block, markup)]
    if markup.notes == "caret":
        lines += [f"[^{n}]: {plain(note)}" for b in blocks if isinstance(b, Line) for n, note in b.notes]
    return "\n\n".join(lines) + "\n"


def _block(block: Letterhead | Line | Table | Signatures, markup: Markup) -> Iterator[str]:
    if isinstance(block, Letterhead):
        yield from _letterhead(block, markup)
    elif isinstance(block, Signatures):
        yield from _signatures(block)
    elif isinstance(block, Table):
        yield _pipes((block.columns, *(tuple(plain(cell) for cell in row) for row in block.rows)))
    elif block.style != "page":
        yield _marked(block, markup)
        if markup.notes == "glued":
            yield from (f"{number} {plain(note)}" for number, note in block.notes)


def _marked(line: Line, markup: Markup) -> str:
    words = "".join(_run(run, markup) for run in line.runs).strip()
    hashes = HASHES.get(line.style) or (LEVELS.get(line.kind) if line.style.endswith("heading") else None)
    if markup.headings == "hashes" and hashes:
        return f"{hashes} {words}"
    bold = hashes or (line.runs and all(run.bold for run in line.runs if run.text.strip() and run.note is None))
    if markup.headings == "bold" and bold:
        return f"**{words}**"
    return f"*{words}*" if line.style == "guide" and markup.headings != "plain" else words


def _run(run: Run, markup: Markup) -> str:
    return f"[^{run.note}]" if run.note is not None and markup.notes == "caret" else run.text


def _letterhead(top: Letterhead, markup: Markup) -> Iterator[str]:
    if top.shown == "nothing":
        return
    number, place, subject = closing.number_line(top), closing.place_line(top), closing.subject_line(top)
    left = (*top.governing, *closing.issuers(top)) if top.shown == "all" else ()
    right = closing.national(top) if top.shown == "all" else ()
    if markup.head == "table" and left:
        tail = f"{number} {subject}".strip()
        yield _pipes(((" ".join((*left, "-------")), " ".join((*right, "---------------"))), (tail, place)))
        return
    yield from (*left, *right, number, *([subject] if subject else ()), place)


def _pipes(rows: tuple[tuple[str, ...], ...]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join((lines[0], "|---" * len(rows[0]) + "|", *lines[1:]))


def _signatures(block: Signatures) -> Iterator[str]:
    items = closing.recipient_lines(block.recipients, block.archive)
    if items:
        yield from ("***Nơi nhận:***", "\n".join(items))
    for signer in block.signers:
        yield from (f"**{post}**" for post in closing.posts(signer))
        if signer.signed:
            yield f"*{signer.signed}*"
        yield from (f"**{name}**" for name in closing.names(signer))
