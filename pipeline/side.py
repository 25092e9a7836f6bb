"""What stands beside the text on a page: outline, header card, legend, warnings and lists that lead into the text.

Takes a document, gives markup. Each list is one row of `LISTS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from models import Document, Merged, Signer, Table
from pipeline.details import copy_words, header_pairs, signature_pairs, target_value
from pipeline.marks import KINDS, Mark, anchored, short, title_words
from pipeline.markup import Html, joined, tag
from pipeline.words import word

OPEN = 12
"""Lists with more lines than this are folded at first."""

Rows = Iterator[tuple[str, str, str]]
"""Anchor, main words and lesser words of each line of a list."""


Leaves = Mapping[str, int]
"""The page on which a mark has a box over the page's picture, by anchor."""


def _leaf(anchor: str, leaves: Leaves, lang: str) -> str:
    """Give the link to the box, which is seen while the pages are."""
    name = f"{word('page', lang)} {leaves[anchor]}" if anchor in leaves else ""
    return tag("a", name, href=f"#p-{anchor}", class_="leaf") if name else ""


def outline(document: Document, leaves: Leaves, lang: str) -> Html:
    """Give links to the sections, indented by depth."""
    rows = []
    for anchor, depth, section in anchored(document.sections):
        label, title = tag("b", section.marker), title_words(document.text, section)
        link = tag("a", label, " ", title, href=f"#{anchor}")
        rows.append(tag("li", link, _leaf(anchor, leaves, lang), class_=f"o{min(depth, 4)}"))
    return tag("ol", *rows)


def card(document: Document, lang: str) -> Html:
    """Give the header fields and the file as a list of terms."""
    source = document.source
    rows = [*header_pairs(document.header, lang), (word("id", lang), document.id)]
    rows.append((word("source", lang), source.name))
    if source.pages:
        rows.append((word("pages", lang), str(source.pages)))
    rows.append((word("text_origin", lang), word(f"text_origin.{source.text_origin}", lang)))
    if document.certified_copy:
        rows.append((word("certified_copy", lang), copy_words(document.certified_copy)))
    rows += [(word("signatures", lang), ", ".join(said)) for said in _signed(document, lang)]
    return tag("dl", *(joined([tag("dt", label), tag("dd", value)]) for label, value in rows))


def _signed(document: Document, lang: str) -> Iterator[list[str]]:
    """Give signer, time and state of each digital signature."""
    for signature in document.source.signatures:
        yield [value for _, value in signature_pairs(signature, lang)]


def legend(marks: Sequence[Mark], lang: str) -> Html:
    """Give a switch for each kind that occurs, with its count."""
    count = Counter(mark.kind for mark in marks)
    rows = []
    for kind in filter(count.get, KINDS):
        box = tag("input", type="checkbox", id=f"show-{kind}", checked=True)
        name = tag("span", word(f"kind.{kind}", lang), class_="kind")
        rows.append(tag("label", box, name, tag("span", str(count[kind]), class_="count"), class_=f"switch {kind}"))
    return joined(rows)


def warnings(document: Document) -> Html:
    """Give the warnings, empty where there are none."""
    rows = [tag("li", warning.message, " ", tag("code", warning.code)) for warning in document.warnings]
    return tag("ul", *rows) if rows else Html()


def _citations(document: Document, lang: str) -> Rows:
    for index, item in enumerate(document.citations):
        pinpoint = f"{item.pinpoint}, " if item.pinpoint else ""
        yield f"c{index}", short(item.raw, 90), pinpoint + word(f"relation.{item.relation}", lang)


def _dates(document: Document, lang: str) -> Rows:
    for index, item in enumerate(document.dates):
        if item.kind != "cited":
            yield f"d{index}", item.edtf, word(f"date.{item.kind}", lang)


def _signers(document: Document, lang: str) -> Rows:
    for index, item in enumerate(document.signers):
        yield f"g{index}", " ".join(filter(None, (item.honorific, item.name))), _post(item)


def _post(signer: Signer) -> str:
    return ", ".join(filter(None, (*signer.capacity, signer.position)))


def _recipients(document: Document, lang: str) -> Rows:
    for index, item in enumerate(document.recipients):
        yield f"r{index}", item.name, item.purpose or ""


def _addressees(document: Document, lang: str) -> Rows:
    for index, item in enumerate(document.addressees):
        yield f"k{index}", item.name, ""


def _archive(document: Document, lang: str) -> Rows:
    if item := document.archive:
        yield "l0", ", ".join(item.units), item.drafter or ""


def _tasks(document: Document, lang: str) -> Rows:
    for index, item in enumerate(document.tasks):
        lead = ", ".join(body.name for body in item.lead)
        due = f" ({word('deadline', lang)}: {item.deadline})" if item.deadline else ""
        yield f"t{index}", lead or word(f"mode.{item.mode}", lang), short(item.action, 120) + due


def _targets(document: Document, lang: str) -> Rows:
    for index, item in enumerate(document.targets):
        yield f"m{index}", item.indicator or short(item.raw, 80), target_value(item, lang)


def _movements(document: Document, lang: str) -> Rows:
    for index, item in enumerate(document.movements):
        yield f"v{index}", item.name, item.period or ""
    if document.theme:
        yield "h0", document.theme.raw, word("theme", lang)


LISTS: tuple[tuple[str, str, Callable[[Document, str], Rows]], ...] = (
    ("addressees", "addressee", _addressees),
    ("signers", "signer", _signers),
    ("citations", "citation", _citations),
    ("tasks", "task", _tasks),
    ("targets", "target", _targets),
    ("movements", "movement", _movements),
    ("dates", "date", _dates),
    ("recipients", "recipient", _recipients),
    ("archive", "archive", _archive),
)
"""Heading, kind (for the colour) and lines of each list."""


def lists(document: Document, leaves: Leaves, lang: str) -> Html:
    """Give all lists that have a line, each folding away."""
    parts = []
    for heading, kind, rows in LISTS:
        if lines := list(rows(document, lang)):
            title = tag("summary", word(heading, lang), tag("span", str(len(lines)), class_="count"))
            drawn = tag("ul", *(_line(row, leaves, lang) for row in lines))
            parts.append(tag("details", title, drawn, class_=kind, open=len(lines) <= OPEN))
    return joined(parts)


def _line(row: tuple[str, str, str], leaves: Leaves, lang: str) -> Html:
    anchor, main, lesser = row
    link = tag("a", main, href=f"#{anchor}")
    return tag("li", link, _leaf(anchor, leaves, lang), tag("small", lesser) if lesser else "")


def tables(document: Document, lang: str) -> Html:
    """Give the tables of the document, below its text."""
    drawn = [_table(each) for each in document.tables]
    return tag("section", tag("h2", word("tables", lang)), *drawn, class_="tables") if drawn else Html()


def _table(table: Table) -> Html:
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in table.columns))) if table.columns else ""
    spans = {(merged.row, merged.column): merged for merged in table.merged}
    rows = [
        tag("tr", *(_cell(cell, spans.get((row, column))) for column, cell in enumerate(cells) if cell is not None))
        for row, cells in enumerate(table.rows)
    ]
    return tag("table", tag("caption", table.caption) if table.caption else "", head, tag("tbody", *rows))


def _cell(words: str, merged: Merged | None) -> Html:
    if merged is None:
        return tag("td", words)
    sizes = (("rowspan", merged.rows), ("colspan", merged.columns))
    return tag("td", words, **{name: str(size) for name, size in sizes if size > 1})
