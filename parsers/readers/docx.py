"""DOCX: takes the file's bytes, gives its Layout, one page with all lines in reading order.

Rule of the place: a line is a paragraph, or the part of one up to a break the author made. Text boxes follow the
paragraph they hang on, footnotes the paragraph that calls them, cells come in the order they are read.
Where page headers hold the letterhead it opens the section; all else in headers and footers is furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

from models import Cause, Failure
from parsers.layout import Layout, Line, Page
from parsers.readers.docx_legacy import uses
from parsers.readers.docx_numbering import Numbering, numbering
from parsers.readers.docx_package import ALTERNATE, RELATION_ID, VAL, Element, Package, branch, open_package, part, w
from parsers.readers.docx_paragraphs import NOTE_KINDS, Called, paragraph
from parsers.readers.docx_signatures import signatures
from parsers.readers.docx_styles import Styles, is_on, styles
from parsers.readers.docx_tables import Filled, arranged, places
from parsers.readers.options import DEFAULT, Options

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_LETTERHEAD = re.compile(r"C[ỘÔ]NG H\S+ X[ÃA] HỘI|Độc lập\s*[-–]|^Số\s*:|ĐẢNG CỘNG SẢN", re.MULTILINE)
_RULE = re.compile(r"[\s\-_=*~─–—]{3,}")
_PAGE_NUMBER = re.compile(r"\W*(?:(?:Trang|Page)\s*)?\d+(?:\s*/\s*\d+)?\W*", re.IGNORECASE)
_PARAGRAPH, _TABLE, _SECTION, _HEADER, _FOOTER = map(w, ("p", "tbl", "sectPr", "headerReference", "footerReference"))
_HOLDERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")))
"""Elements between paragraphs that only wrap them; what is not here (`del`, `moveFrom`, …) is not shown."""


class Story(NamedTuple):
    """What reading a paragraph needs to know of the file.

    notes: kind and id of a note to its element. tables, marks: running numbers of tables and, by kind, of notes.
    first: the first paragraph of the body, whose text boxes stand above it.
    """

    styles: Styles
    lists: Numbering
    notes: Mapping[tuple[str, str], Element]
    tables: Iterator[int]
    marks: Mapping[str, Iterator[int]]
    first: Element | None


def read(data: bytes, name: str, options: Options = DEFAULT) -> Layout:
    """Read a DOCX file; name is used in messages.

    Raises Failure: TRUNCATED, TOO_LARGE, ENCRYPTED.
    """
    package = open_package(data, name)
    with package.archive:
        body = package.document.find(w("body"))
        if body is None:
            raise Failure(Cause.TRUNCATED, name, "no body")
        story = _story(package, body)
        lines, furniture = _body(body, story, package)
        signed = signatures(package)
    shown = tuple(line for line in lines if not _is_rule(line))
    rules = [line.text for line in lines if _is_rule(line)]
    page = Page(shown, furniture=(*dict.fromkeys(furniture), *rules))
    notes = ("legacy-encoding",) if story.styles.uses else ()
    return Layout((page,), MEDIA_TYPE, "docx", signatures=signed, notes=notes)


def _is_rule(line: Line) -> bool:
    """Say whether a line is a rule drawn with characters, as below the issuer and the motto."""
    return line.role == "body" and not line.calls and _RULE.fullmatch(line.text) is not None


def _story(package: Package, body: Element) -> Story:
    looks = styles(part(package, "styles"))
    return Story(
        looks._replace(uses=uses(body, looks)),
        numbering(part(package, "numbering")),
        {(kind, note.get(w("id"))): note for kind in NOTE_KINDS for note in _notes(package, body, kind)},
        count(),
        {kind: count(1) for kind in NOTE_KINDS},
        next(body.iter(_PARAGRAPH), None),
    )


def _notes(package: Package, body: Element, kind: str) -> Iterable[Element]:
    """Give the notes of a kind; the part is not opened where nothing calls one."""
    called = next(body.iter(w(f"{kind[:-1]}Reference")), None) is not None
    tree = part(package, kind) if called else None
    return () if tree is None else tree.iterchildren(w(kind[:-1]))


def _body(body: Element, story: Story, package: Package) -> tuple[list[Line], list[str]]:
    """Give the lines and the furniture. A section names its headers at its end, so they are set in at its start."""
    lines: list[Line] = []
    furniture: list[str] = []
    start, seen = 0, set[str]()
    for block in body:
        lines.extend(_block(block, story))
        for section in block.iter(_SECTION):
            letterhead, rest = _headers(section, story, package, seen)
            lines[start:start] = letterhead
            furniture += rest
            start = len(lines)
    return lines, furniture


def _headers(section: Element, story: Story, package: Package, seen: set[str]) -> tuple[list[Line], list[str]]:
    """Read the headers and footers a section shows; give the lines of a letterhead and the furniture."""
    letterhead: list[Line] = []
    furniture: list[str] = []
    for reference in _references(section):
        key = reference.get(RELATION_ID, "")
        tree = None if key in seen else part(package, key)
        seen.add(key)
        lines = [] if tree is None else list(_blocks(tree, story))
        heads = reference.tag == _HEADER and _LETTERHEAD.search("\n".join(line.text for line in lines))
        for line in lines:
            if heads and not _PAGE_NUMBER.fullmatch(line.text):
                letterhead.append(line)
            else:
                furniture.append(line.text)
    return letterhead, furniture


def _references(section: Element) -> list[Element]:
    """Give the headers and footers in use, those of the first page first; the ones of even pages repeat the others."""
    title = section.find(w("titlePg"))
    kinds = ["first", "default"] if title is not None and is_on(title.get(VAL)) else ["default"]
    found = [child for child in section if child.tag in (_HEADER, _FOOTER) and child.get(w("type"), "default") in kinds]
    return sorted(found, key=lambda reference: kinds.index(reference.get(w("type"), "default")))


def _blocks(parent: Element, story: Story) -> Iterator[Line]:
    for child in parent:
        yield from _block(child, story)


def _block(element: Element, story: Story) -> Iterable[Line]:
    """Give the lines of one paragraph or table, or of what a wrapper holds."""
    tag = element.tag
    if tag == _PARAGRAPH:
        return _paragraph(element, story)
    if tag == _TABLE:
        index = next(story.tables)
        return arranged(index, [Filled(place, list(_blocks(place.element, story))) for place in places(element)])
    if tag in _HOLDERS:
        return _blocks(element, story)
    chosen = branch(element) if tag == ALTERNATE else None
    return () if chosen is None else _blocks(chosen, story)


def _paragraph(element: Element, story: Story) -> list[Line]:
    read = paragraph(element, story.styles, story.lists, story.marks)
    lines = [*read.lines, *(line for call in read.calls for line in _note(call, story))]
    boxes = [line for box in read.boxes for line in _blocks(box, story)]
    return boxes + lines if element is story.first else lines + boxes


def _note(call: Called, story: Story) -> Iterator[Line]:
    """Give the lines of a note; what a note calls is not followed, so a note that calls itself ends."""
    element = story.notes.get((call.kind, call.id))
    for line in () if element is None else _blocks(element, story._replace(notes={})):
        yield line._replace(role="footnote", note=call.mark)
