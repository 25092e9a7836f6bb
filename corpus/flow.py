"""A plan laid out in reading order: what the renderers print and what the gold is read from.

Takes a `Plan`, gives blocks from the letterhead to the last line. Rule of the place: this is the only walk through
a plan; renderers and gold both take it, so that no word is printed that gold has not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Literal, TypeAlias

from corpus.plan import (
    Annex,
    Archive,
    Bullet,
    Letterhead,
    Node,
    Note,
    Para,
    Plan,
    Recipient,
    Section,
    Signer,
    Text,
    plain,
    say,
)
from corpus.plan import Table as Rows

Style = Literal[
    "mark", "type", "title", "command", "addressee-lead", "addressee", "basis", "paragraph",
    "heading", "centred-heading", "item", "bullet", "page", "annex-heading", "annex-title", "guide",
]  # fmt: skip

KINDS = (
    ("part", re.compile(r"(?i)phần .+")),
    ("chapter", re.compile(r"(?i)chương .+")),
    ("article", re.compile(r"Điều \d+")),
    ("roman", re.compile(r"[IVX]+")),
    ("upper", re.compile(r"[A-Z]")),
    ("arabic", re.compile(r"\d+")),
    ("decimal", re.compile(r"\d+(\.\d+)+")),
    ("letter", re.compile(r"[a-zđ]")),
)
BOLD_TITLES = frozenset({"part", "chapter", "article", "roman", "upper", "arabic"})


@dataclass(frozen=True)
class Run:
    """Words in one face; `note` is the number of a footnote called here."""

    text: str
    bold: bool = False
    italic: bool = False
    note: int | None = None


@dataclass(frozen=True)
class Line:
    """One paragraph as printed: its words for gold, its runs for paper, the section it opens, its footnotes.

    marker: the printed label or bullet, which also begins `runs`. kind: class of the label (`roman`, `arabic`, …).
    """

    style: Style
    text: Text = ()
    runs: tuple[Run, ...] = ()
    marker: str = ""
    kind: str = ""
    depth: int = 0
    section: tuple[str, str | None] | None = None
    notes: tuple[tuple[int, Text], ...] = ()

    def words(self) -> str:
        """Give the printed words in one string, footnotes' numbers left out."""
        return "".join(run.text for run in self.runs if run.note is None)


@dataclass(frozen=True)
class Signatures:
    """Signers and recipients, which stand side by side."""

    signers: tuple[Signer, ...]
    recipients: tuple[Recipient, ...] = ()
    archive: Archive | None = None


Block: TypeAlias = Letterhead | Line | Rows | Signatures


@dataclass
class _Counter:
    """Numbers of the footnotes of one document."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))


def kind_of(label: str) -> str:
    """Give the class of a label: `roman`, `arabic`, `letter`, `article`, …"""
    return next((kind for kind, pattern in KINDS if pattern.fullmatch(label)), "")


def label_of(marker: str) -> str:
    """Give the label of a printed marker: `I` of `I-`, `Điều 1` of `Điều 1.`"""
    return marker.strip().rstrip(".)-–/: ").strip("(")


def layout(plan: Plan) -> Iterator[Block]:
    """Give the blocks of a document in reading order."""
    numbers = _Counter()
    yield plan.letterhead
    for mark in plan.letterhead.marks:
        yield _line("mark", (mark,), numbers, bold=True)
    if plan.type_line:
        yield _line("type", (plan.type_line,), numbers, bold=True)
        yield _line("title", plan.title, numbers, bold=True)
    yield from _addressees(plan.addressees, numbers)
    for paragraph in plan.opening:
        yield _para(paragraph, numbers)
    yield from _nodes(plan.body, "", 1, numbers)
    for paragraph in plan.closing:
        yield _para(paragraph, numbers)
    yield Signatures(plan.signers, plan.recipients, plan.archive)
    for annex in plan.annexes:
        yield from _annex(annex, numbers)


def _addressees(names: tuple[str, ...], numbers: _Counter) -> Iterator[Line]:
    if len(names) == 1:
        yield _line("addressee-lead", (f"Kính gửi: {names[0]}",), numbers)
    elif names:
        yield _line("addressee-lead", ("Kính gửi:",), numbers)
        for name in names:
            end = "." if name == names[-1] else ";"
            yield _line("addressee", (name + end,), numbers, marker="-")


def _annex(annex: Annex, numbers: _Counter) -> Iterator[Block]:
    yield Line("page")
    opened = (annex.label, plain(annex.title))
    yield _line("annex-heading", (annex.heading,), numbers, bold=True, section=opened)
    yield _line("annex-title", annex.title, numbers, bold=True)
    if annex.guide:
        yield _line("guide", annex.guide, numbers, italic=True)
    yield from _nodes(annex.body, annex.label, 1, numbers)


def _nodes(nodes: tuple[Node, ...], above: str, depth: int, numbers: _Counter) -> Iterator[Block]:
    for node in nodes:
        if isinstance(node, Section):
            path = "/".join(filter(None, (above, label_of(node.marker))))
            yield from _opened(node, path, depth, numbers)
            yield from _nodes(node.body, path, depth + 1, numbers)
        elif isinstance(node, Bullet):
            yield _line("bullet", node.text, numbers, marker=node.marker, depth=depth)
        elif isinstance(node, Para):
            yield _para(node, numbers)
        else:
            yield node


def _opened(node: Section, path: str, depth: int, numbers: _Counter) -> Iterator[Line]:
    label = label_of(node.marker)
    kind = kind_of(label)
    opened = (path, plain(node.title) or None)
    if kind in ("part", "chapter"):
        yield _line("centred-heading", (node.marker,), numbers, bold=True, kind=kind, section=opened)
        yield _line("centred-heading", node.title, numbers, bold=True, kind=kind)
        return
    bold = kind in BOLD_TITLES
    lead, tail = say(node.title, node.end), node.text
    runs: tuple[Run, ...] = (Run(f"{node.marker} ", (bold and bool(node.title)) or kind == "article"),)
    notes: list[tuple[int, Text]] = []
    runs += tuple(_runs(lead, numbers, notes, bold=bold, italic=kind == "letter"))
    runs += tuple(_runs(say(" " if node.title and tail else "", tail), numbers, notes))
    style: Style = "heading" if node.title and not tail else "item"
    yield Line(style, say(lead, tail), runs, node.marker, kind, depth, opened, tuple(notes))


def _para(paragraph: Para, numbers: _Counter) -> Line:
    if paragraph.style == "command":
        return _line("command", paragraph.text, numbers, bold=True)
    if paragraph.style == "basis":
        return _line("basis", paragraph.text, numbers, italic=True)
    return _line("paragraph", paragraph.text, numbers)


def _line(
    style: Style, text: Text, numbers: _Counter, *, marker: str = "", bold: bool = False, italic: bool = False,
    kind: str = "", depth: int = 0, section: tuple[str, str | None] | None = None,
) -> Line:  # fmt: skip
    notes: list[tuple[int, Text]] = []
    lead = (Run(f"{marker} "),) if marker else ()
    runs = lead + tuple(_runs(text, numbers, notes, bold=bold, italic=italic))
    return Line(style, text, runs, marker, kind, depth, section, tuple(notes))


def _runs(
    text: Text, numbers: _Counter, notes: list[tuple[int, Text]], *, bold: bool = False, italic: bool = False
) -> Iterator[Run]:
    for piece in text:
        if isinstance(piece, Note):
            number = next(numbers.numbers)
            notes.append((number, piece.text))
            yield Run(str(number), note=number)
        elif shown := plain((piece,)):
            yield Run(shown, bold, italic)
