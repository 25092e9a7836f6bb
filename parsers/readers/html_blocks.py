"""What an HTML page says: takes its tree, gives paragraphs and tables with their look.

Rule of the place: the tree is walked as it is; nothing is run and nothing is fetched. Style sheets are not read: tags,
attributes and `style` say how text looks. A blank is one space, as on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from lxml import etree

from parsers.readers.docx_numbering import written
from parsers.readers.docx_runs import Call, Piece
from parsers.readers.docx_styles import Align, Look, whole
from parsers.readers.docx_tables import MAX_SPAN, Place

Element: TypeAlias = etree._Element

_SKIPPED = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "button",
        "select",
        "textarea",
        "svg",
        "object",
        "iframe",
        "video",
        "audio",
        "map",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "body",
        "html",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "blockquote",
        "center",
        "pre",
        "form",
        "fieldset",
        "address",
        "hr",
        "caption",
        "figure",
        "figcaption",
        "aside",
        "thead",
        "tbody",
        "tfoot",
    ]
)
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_ALIGNS: dict[str, Align] = {"left": "left", "center": "center", "right": "right", "justify": "justify"}
_COUNTERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLE = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_POINTS = re.compile(r"(\d+(?:\.\d+)?)\s*(pt|px)")
_BLANK = re.compile(r"[ \t\r\n\f]+")
_CALL = re.compile(r"#(?:_?ftn|_?edn|sdfootnote|sdendnote)(\d+)(?:sym)?")
_BACK = re.compile(r"#(?:_?ftnref|_?ednref|sdfootnote\d+anc|sdendnote\d+anc)")


class Paragraph(NamedTuple):
    """A paragraph. pieces: text with its look, line breaks, calls of notes. label: number or bullet of a list item."""

    pieces: list[Piece]
    align: Align | None
    heading: bool
    label: str | None


class Table(NamedTuple):
    """A table: its cells in document order, each with what it holds."""

    cells: list[tuple[Place, list[Block]]]


Block: TypeAlias = "Paragraph | Table"


class _Form(NamedTuple):
    """How the blocks inside an element are set. kept: blanks and line ends are shown as they are."""

    look: Look
    align: Align | None = None
    heading: bool = False
    kept: bool = False


class _Open(NamedTuple):
    """The blocks so far, the pieces of the open paragraph and the label that waits for one."""

    blocks: list[Block]
    pieces: list[Piece]
    label: list[str]


def blocks(element: Element) -> list[Block]:
    """Give the blocks of an element in reading order."""
    return _inside(element, _Form(Look(size=0.0)))


def _inside(element: Element, form: _Form) -> list[Block]:
    found = _Open([], [], [])
    _walk(element, form, found)
    _close(found, form)
    return found.blocks


def _walk(element: Element, form: _Form, found: _Open) -> None:
    _say(element.text, form, found)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SKIPPED:
            _child(child, form, found)
        _say(child.tail, form, found)


def _child(child: Element, outer: _Form, found: _Open) -> None:
    tag = child.tag
    form = _form(child, outer)
    if tag == "br":
        found.pieces.append(("\n", form.look))
    elif form.look.hidden or (tag == "a" and _BACK.match(child.get("href", ""))):
        return
    elif tag == "a" and (call := _CALL.fullmatch(child.get("href", ""))):
        found.pieces.append(Call("footnotes", call[1], call[1]))
    elif tag not in _BLOCKS:
        _walk(child, form, found)
    else:
        _close(found, outer)
        _block(child, form, found)
        _close(found, form)


def _block(element: Element, form: _Form, found: _Open) -> None:
    if element.tag == "table":
        cells = [(place, _inside(place.element, _form(place.element, form))) for place in _places(element)]
        found.blocks.append(Table(cells))
    elif element.tag in ("ul", "ol"):
        _list(element, form, found)
    else:
        _walk(element, form, found)


def _list(element: Element, form: _Form, found: _Open) -> None:
    number = whole(element.get("start")) or 1
    for child in element:
        if child.tag == "li":
            shown = written(number, _COUNTERS.get(element.get("type", ""), "decimal"))
            found.label[:] = [f"{shown}." if element.tag == "ol" else "-"]
            number += 1
        if isinstance(child.tag, str):
            _child(child, form, found)


def _say(text: str | None, form: _Form, found: _Open) -> None:
    if not text:
        return
    if form.kept:
        parts = text.replace("\r\n", "\n").split("\n")
        for index, part in enumerate(parts):
            found.pieces.extend([("\n", form.look)] if index else [])
            found.pieces.append((part, form.look))
    else:
        found.pieces.append((_BLANK.sub(" ", text), form.look))


def _close(found: _Open, form: _Form) -> None:
    """End the open paragraph; blanks between blocks are none."""
    if any(isinstance(piece, Call) or piece[0].strip() for piece in found.pieces):
        label = found.label.pop() if found.label else None
        found.blocks.append(Paragraph(found.pieces.copy(), form.align, form.heading, label))
    found.pieces.clear()


def _form(element: Element, outer: _Form) -> _Form:
    """Give the look inside an element."""
    tag, look = element.tag, outer.look
    if tag in ("b", "strong", "th") or tag in _HEADINGS:
        look = look._replace(bold=True)
    elif tag in ("i", "em"):
        look = look._replace(italic=True)
    elif tag == "font" and element.get("face"):
        look = look._replace(font=element.get("face", "").split(",")[0].strip())
    style = dict(_STYLE.findall(element.get("style", "")))
    look = _styled(look, style) if style else look
    align = _ALIGNS.get(style.get("text-align", element.get("align", "")).strip().lower())
    align = "center" if tag in ("center", "th") and align is None else align
    kept = outer.kept or tag == "pre"
    return _Form(look, align or outer.align, outer.heading or tag in _HEADINGS, kept)


def _styled(look: Look, style: dict[str, str]) -> Look:
    weight = style.get("font-weight", "").strip()
    if weight:
        look = look._replace(bold=weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600))
    if "font-style" in style:
        look = look._replace(italic=style["font-style"].strip() in ("italic", "oblique"))
    if "font-family" in style:
        look = look._replace(font=style["font-family"].split(",")[0].strip(" \"'"))
    if found := _POINTS.match(style.get("font-size", "").strip()):
        look = look._replace(size=float(found[1]) * (0.75 if found[2] == "px" else 1))
    if style.get("text-transform", "").strip() == "uppercase":
        look = look._replace(capitals=True)
    hidden = style.get("display", "").strip() == "none" or style.get("mso-hide", "").strip() == "all"
    return look._replace(hidden=look.hidden or hidden)


def _places(table: Element) -> Iterator[Place]:
    """Give the cells of a table; those of tables inside it are theirs."""
    taken: dict[int, int] = {}
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for row, element in enumerate(rows):
        column = 0
        for cell in (child for child in element if child.tag in ("td", "th")):
            while taken.get(column, 0) > row:
                column += 1
            span, height = (_count(cell.get(name)) for name in ("colspan", "rowspan"))
            yield Place(row, column, span, cell, height)
            taken |= dict.fromkeys(range(column, column + span), row + height)
            column += span


def _count(value: str | None) -> int:
    return max(1, min(whole(value) or 1, MAX_SPAN))
