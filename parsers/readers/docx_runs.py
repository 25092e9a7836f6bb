"""What a DOCX paragraph says: takes one `w:p`, gives its words, its text boxes and the notes it calls.

Rule of the place: the text is what the page shows. Deleted and hidden text, field instructions and comments are
not shown; inserted text, field results and capitals by format are. A break made by the author parts two lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from parsers.layout import Run
from parsers.readers.docx_package import ALTERNATE, Element, branch, w
from parsers.readers.docx_styles import Look, Styles, run_look
from parsers.readers.docx_symbols import glyph, is_private, plain
from parsers.vietnamese.unicode import clean

TAB_GAP = "    "
"""What a tab is shown as: wide enough to be told from a space between words."""

_RUN, _LOOK, _TEXT, _SYMBOL, _FIELD = w("r"), w("rPr"), w("t"), w("sym"), w("fldChar")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MATHS = frozenset({f"{_MATH}oMath", f"{_MATH}oMathPara"})
_HOLDERS = frozenset(
    map(w, ("hyperlink", "smartTag", "sdt", "sdtContent", "ins", "moveTo", "customXml", "fldSimple", "dir", "bdo"))
)
"""Elements inside a paragraph that only wrap runs; what is not here (`del`, `moveFrom`, …) is not shown."""
_CHARACTERS = {
    w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-",
    w("softHyphen"): "\u00ad",
}  # fmt: skip
_DRAWINGS = frozenset(map(w, ("drawing", "pict", "object")))
_BOX = w("txbxContent")
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_RUBY = f"{w('rubyBase')}/{w('r')}"
_MARKS = re.compile("[\u0300-\u036f]+")
_BROKEN = re.compile(r"\s*[\r\n]\s*")
_LABEL = re.compile(r"(?:[-+*•–]|[0-9IVXLC]+(?:\.[0-9]+)*[.)/]?|[a-zđ][.)])")
_LONGEST_LABEL = 20
_TABS = re.compile(r"\t\s*")


class Call(NamedTuple):
    """A call of a note. kind: `footnotes` or `endnotes`. mark: one typed by the author instead of a number."""

    kind: str
    id: str
    mark: str | None


Piece: TypeAlias = tuple[str, Look] | Call
"""Text with its look, or a call of a note."""


class Words(NamedTuple):
    """What was found in a paragraph. pieces: text with its look, `\\n` a break; or a call of a note.

    boxes: the `w:txbxContent` anchored here. fields: the open fields, True where the result has begun.
    """

    pieces: list[Piece]
    boxes: list[Element]
    fields: list[bool]


def words(paragraph: Element, styles: Styles, base: Look) -> Words:
    """Gather what a paragraph says; base is the look of text without own properties."""
    found = Words([], [], [])
    _gather(paragraph, styles, base, found)
    return found


def split(pieces: list[Piece]) -> Iterator[tuple[list[tuple[str, Look]], list[Call]]]:
    """Part pieces at the author's line breaks; give the text and the calls of each line."""
    texts: list[tuple[str, Look]] = []
    calls: list[Call] = []
    for piece in pieces:
        if isinstance(piece, Call):
            calls.append(piece)
        elif piece[0] == "\n":
            yield texts, calls
            texts, calls = [], []
        else:
            texts.append(piece)
    yield texts, calls


def runs(pieces: list[tuple[str, Look]]) -> tuple[Run, ...]:
    """Make the runs of a line: NFC, one for each look, no space at either end. Blanks inside the line stay."""
    merged: list[tuple[list[str], tuple[float, bool, bool]]] = []
    for text, look in _untabbed(pieces):
        shown = look[:3]
        if merged and (merged[-1][1] == shown or text.isspace()):
            merged[-1][0].append(text)
        elif not text.isspace():
            merged.append(([text], shown))
    texts = _cleaned(["".join(parts) for parts, _ in merged])
    return _stripped([Run(text, None, *look) for text, (_, look) in zip(texts, merged, strict=True) if text])


def _cleaned(texts: list[str]) -> list[str]:
    """Clean each text; marks that were cut from their letter go back to it first, so NFC holds for the whole line."""
    for index in range(1, len(texts)):
        marks = _MARKS.match(texts[index])
        if marks:
            texts[index - 1] += marks[0]
            texts[index] = texts[index][marks.end() :]
    return [clean(text) for text in texts]


def _stripped(made: list[Run]) -> tuple[Run, ...]:
    """Take the space off both ends of a line."""
    while made and made[-1].text.isspace():
        made.pop()
    while made and made[0].text.isspace():
        made.pop(0)
    if made and made[0].text[0].isspace():
        made[0] = made[0]._replace(text=made[0].text.lstrip())
    if made and made[-1].text[-1].isspace():
        made[-1] = made[-1]._replace(text=made[-1].text.rstrip())
    return tuple(made)


def _untabbed(pieces: list[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """Write tabs as gaps, the one after a typed label as a single space, and capitals as they are shown."""
    if not any("\t" in text or look.capitals for text, look in pieces):
        return pieces
    done: list[tuple[str, Look]] = []
    before = ""
    for text, look in pieces:
        if "\t" in text and _LABEL.fullmatch((before + text[: text.index("\t")]).strip()):
            text = _TABS.sub(" ", text, count=1)
        text = text.replace("\t", TAB_GAP)
        before = (before + text)[:_LONGEST_LABEL]
        done.append((text.upper() if look.capitals else text, look))
    return done


def _gather(parent: Element, styles: Styles, base: Look, found: Words) -> None:
    for child in parent:
        tag = child.tag
        if tag == _RUN:
            _gather_run(child, styles, base, found)
        elif tag in _HOLDERS:
            _gather(child, styles, base, found)
        elif tag in _MATHS:
            _say("".join(text.text or "" for text in child.iter(f"{_MATH}t")), base, found)
        elif tag == ALTERNATE:
            chosen = branch(child)
            if chosen is not None:
                _gather(chosen, styles, base, found)


def _gather_run(run: Element, styles: Styles, base: Look, found: Words) -> None:
    look = base
    for item in run:
        tag = item.tag
        if tag == _TEXT:
            text = item.text
            if text:
                _say(_typed(text, run), look, found)
        elif tag == _LOOK:
            look = run_look(styles, item, base)
        elif tag in _CHARACTERS:
            _say(_CHARACTERS[tag], look, found)
        elif tag in _NOTES:
            if _call(_NOTES[tag], item, run, look, found):
                return
        else:
            _gather_rare(item, styles, look, found)


def _gather_rare(item: Element, styles: Styles, look: Look, found: Words) -> None:
    tag = item.tag
    if tag == _FIELD:
        _turn(item.get(w("fldCharType")), found.fields)
    elif tag in _DRAWINGS:
        found.boxes.extend(_boxes(item))
    elif tag == _SYMBOL:
        _say(glyph(item.get(w("char"), ""), item.get(w("font"), "")), look, found)
    elif tag == ALTERNATE:
        chosen = branch(item)
        if chosen is not None:
            _gather_run(chosen, styles, look, found)
    elif tag == w("ruby"):
        for base in item.iterfind(_RUBY):
            _gather_run(base, styles, look, found)


def _say(text: str, look: Look, found: Words) -> None:
    """Take text in, unless it is hidden or belongs to a field's instruction."""
    if text and not look.hidden and (not found.fields or all(found.fields)):
        found.pieces.append((text, look))


def _typed(text: str, run: Element) -> str:
    """Give the text of `w:t`: a line feed in the XML is a space; private characters are read by their font."""
    if "\n" in text:
        text = _BROKEN.sub(" ", text)
    if is_private(text):
        fonts = run.find(f"{_LOOK}/{w('rFonts')}")
        text = plain(text, "" if fonts is None else fonts.get(w("ascii"), ""))
    return text


def _turn(kind: str | None, fields: list[bool]) -> None:
    """Follow a complex field: instruction, then result, then end; a stray mark is let be."""
    if kind == "begin":
        fields.append(False)
    elif kind == "separate" and fields:
        fields[-1] = True
    elif kind == "end" and fields:
        fields.pop()


def _call(kind: str, item: Element, run: Element, look: Look, found: Words) -> bool:
    """Take a call in; True if the rest of the run is its mark."""
    if look.hidden or not all(found.fields):
        return False
    custom = item.get(w("customMarkFollows")) in {"1", "true", "on"}
    mark = "".join(text.text or "" for text in run.iterchildren(_TEXT)).strip() if custom else None
    found.pieces.append(Call(kind, item.get(w("id"), ""), mark))
    return custom


def _boxes(drawing: Element) -> Iterator[Element]:
    """Give the text boxes of a drawing, those inside a box left to that box."""
    if next(drawing.iter(_BOX), None) is None:
        return
    for child in drawing:
        if child.tag == _BOX:
            yield child
        elif child.tag == ALTERNATE:
            chosen = branch(child)
            if chosen is not None:
                yield from _boxes(chosen)
        else:
            yield from _boxes(child)
