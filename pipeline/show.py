"""One document for the terminal: header card, outline, and a table for each list that has an item.

Takes a document and a language, gives rich renderables. Text of the document is only ever put into `Text`, without
control characters, so that no file can colour, move or clear the reader's terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from models import Document
from pipeline.details import copy_words, header_pairs, percent, signature_pairs, target_value
from pipeline.marks import anchored, title_words
from pipeline.markup import visible
from pipeline.words import word

Row = tuple[str | None, ...]


def _addressees(document: Document, lang: str) -> Iterator[Row]:
    return ((item.name, percent(item.confidence)) for item in document.addressees)


def _citations(document: Document, lang: str) -> Iterator[Row]:
    for item in document.citations:
        code = item.code or (item.resolved.code if item.resolved else None)
        day = item.issued_on or (item.resolved.issued_on if item.resolved else None)
        issuer = item.issuer.name if item.issuer else None
        relation = word(f"relation.{item.relation}", lang)
        yield item.raw, relation, code, day, issuer, item.pinpoint, percent(item.confidence)


def _dates(document: Document, lang: str) -> Iterator[Row]:
    for item in document.dates:
        yield item.raw, item.edtf, word(f"date.{item.kind}", lang), percent(item.confidence)


def _tasks(document: Document, lang: str) -> Iterator[Row]:
    for item in document.tasks:
        lead, support = (", ".join(body.name for body in bodies) for bodies in (item.lead, item.support))
        yield lead, support, item.action, item.deadline, item.section


def _targets(document: Document, lang: str) -> Iterator[Row]:
    for item in document.targets:
        yield item.indicator or item.raw, target_value(item, lang), item.period, item.section


def _movements(document: Document, lang: str) -> Iterator[Row]:
    for item in document.movements:
        yield item.name, item.launcher.name if item.launcher else None, item.period


def _signers(document: Document, lang: str) -> Iterator[Row]:
    for item in document.signers:
        name, capacity = " ".join(filter(None, (item.honorific, item.name))), "\n".join(item.capacity)
        yield name, item.position, capacity, item.other_post, percent(item.confidence)


def _recipients(document: Document, lang: str) -> Iterator[Row]:
    return ((item.name, item.purpose, percent(item.confidence)) for item in document.recipients)


def _archive(document: Document, lang: str) -> Iterator[Row]:
    if item := document.archive:
        yield ", ".join(item.units), item.drafter, None if item.copies is None else str(item.copies)


def _signatures(document: Document, lang: str) -> Iterator[Row]:
    for item in document.source.signatures:
        said = dict(signature_pairs(item, lang))
        yield tuple(said.get(word(column, lang)) for column in SIGNATURE)


def _tables(document: Document, lang: str) -> Iterator[Row]:
    for item in document.tables:
        yield (
            item.caption,
            " | ".join(item.columns),
            str(len(item.rows)),
            "–".join(map(str, item.pages[:1] + item.pages[1:][-1:])),
        )


def _warnings(document: Document, lang: str) -> Iterator[Row]:
    return ((item.message, item.code) for item in document.warnings)


SIGNATURE = ("signer", "organisation", "signed_at", "integrity", "changes")
"""Columns of the table of digital signatures."""

LISTS: tuple[tuple[str, tuple[str, ...], Callable[[Document, str], Iterator[Row]]], ...] = (
    ("addressees", ("name", "confidence"), _addressees),
    ("citations", ("raw", "relation", "code", "issued_on", "issuer", "pinpoint", "confidence"), _citations),
    ("dates", ("raw", "edtf", "kind", "confidence"), _dates),
    ("tasks", ("lead", "support", "action", "deadline", "section"), _tasks),
    ("targets", ("indicator", "value", "period", "section"), _targets),
    ("movements", ("name", "launcher", "period"), _movements),
    ("signers", ("name", "position", "capacity", "other_post", "confidence"), _signers),
    ("recipients", ("name", "purpose", "confidence"), _recipients),
    ("archive", ("units", "drafter", "copies"), _archive),
    ("signatures", SIGNATURE, _signatures),
    ("tables", ("caption", "columns", "rows", "page"), _tables),
    ("warnings", ("message", "kind"), _warnings),
)
"""Heading, columns and rows of each table, in the order in which they are shown."""


def summary(document: Document, lang: str = "vi") -> Group:
    """Give everything that is shown of a document."""
    parts: list[RenderableType] = [card(document, lang)]
    if document.sections:
        parts += [outline(document, lang), Text()]
    for heading, columns, rows in LISTS:
        if lines := list(rows(document, lang)):
            parts += [listed(heading, columns, lines, lang), Text()]
    return Group(*parts)


def card(document: Document, lang: str) -> Panel:
    """Give the header fields in a frame, under the file's name."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    pairs = [*header_pairs(document.header, lang), (word("id", lang), document.id)]
    if document.theme:
        pairs.append((word("theme", lang), document.theme.raw))
    if document.certified_copy:
        pairs.append((word("certified_copy", lang), copy_words(document.certified_copy)))
    for label, value in pairs:
        grid.add_row(Text(label), text(value))
    return Panel(grid, title=text(document.source.name), title_align="left", border_style="dim", padding=(1, 2))


def outline(document: Document, lang: str) -> Tree:
    """Give the tree of sections, bullets left out."""
    branches = [Tree(Text(word("outline", lang), style="bold"), guide_style="dim")]
    for _, depth, section in anchored(document.sections):
        del branches[depth + 1 :]
        label = text(section.marker, style="bold" if section.title else "dim")
        label.append(" " + visible(title_words(document.text, section)), style="" if section.title else "dim")
        label.append(f"  {section.role}" if section.role else "", style="dim italic")
        branches.append(branches[-1].add(label))
    return branches[0]


def listed(heading: str, columns: Iterable[str], rows: Iterable[Row], lang: str) -> Table:
    """Give one list as a table."""
    title = Text(word(heading, lang), style="bold")
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for column in columns:
        narrow = column in {"confidence", "issued_on", "edtf", "deadline"}
        table.add_column(
            Text(word(column, lang)), no_wrap=narrow, justify="right" if column == "confidence" else "left"
        )
    for row in rows:
        table.add_row(*(text(cell or "") for cell in row))
    return table


def text(value: str, style: str = "") -> Text:
    """Give words of a document as text that a terminal can be given."""
    return Text(visible(value), style=style)
