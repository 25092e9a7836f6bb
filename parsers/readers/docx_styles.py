"""How DOCX text looks: takes `w:pPr` and `w:rPr`, gives size, weight, slant, alignment, numbering.

Rule of the place: the nearest statement wins: direct, then character style, then paragraph style, then the
document's defaults; a style without a statement asks the style it is based on. Table styles are not asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from parsers.readers.docx_package import VAL, Element, w
from parsers.vietnamese.encodings import Use
from parsers.vietnamese.encodings_letters import Encoding

Align = Literal["left", "center", "right", "justify"]

_ALIGN: Mapping[str | None, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "justify", "distribute": "justify", "thaiDistribute": "justify",
    "lowKashida": "justify", "mediumKashida": "justify", "highKashida": "justify",
}  # fmt: skip
_OFF = frozenset({"0", "false", "off", "none"})
_TOGGLES = {
    w("b"): "bold", w("i"): "italic", w("caps"): "capitals", w("smallCaps"): "capitals", w("vanish"): "hidden",
}  # fmt: skip
_FONTS, _FONT_NAMES = w("rFonts"), (w("hAnsi"), w("ascii"))
_SIZE, _RUN_STYLE, _RUN, _PARAGRAPH = w("sz"), w("rStyle"), w("rPr"), w("pPr")
_STYLE, _JC, _OUTLINE, _NUMBERING = w("pStyle"), w("jc"), w("outlineLvl"), w("numPr")
_BODY_OUTLINE = 9
"""The outline level that means body text."""


class Look(NamedTuple):
    """How a stretch of text is shown.

    size: points. capitals: shown in capitals. hidden: not shown at all. font: its name, for letters beyond ASCII.
    """

    size: float = 10.0  # what Word takes where nothing is said
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    hidden: bool = False
    font: str = ""


class Format(NamedTuple):
    """How a paragraph is set.

    look: of text without own properties. mark: the `w:rPr` of the paragraph mark, which its label follows.
    list_id, level: its automatic numbering, None where nothing is said; list_id `0` means none.
    style: the style that list_id comes from, None if it is direct. deleted: the mark itself is deleted,
    so the text runs on into the next paragraph.
    """

    look: Look
    mark: Element | None = None
    align: Align | None = None
    heading: bool = False
    list_id: str | None = None
    level: int | None = None
    style: str | None = None
    deleted: bool = False


class Styles(NamedTuple):
    """The styles of a file by id, with what has been worked out so far.

    plain: the look by the document's defaults. default: id of the style of paragraphs that name none.
    uses: the encodings of before Unicode that the text uses, by what the fonts name.
    """

    elements: Mapping[str, Element]
    plain: Look
    default: str | None
    formats: dict[str | None, Format]
    looks: dict[tuple[str, Look], Look]
    uses: Mapping[Encoding | None, Use] = MappingProxyType({})


def styles(root: Element | None) -> Styles:
    """Index the tree of the styles part; all defaults where the file has none."""
    if root is None:
        return Styles({}, Look(), None, {}, {})
    elements: dict[str, Element] = {}
    default = None
    for style in root.iterchildren(w("style")):
        style_id = style.get(w("styleId"))
        elements[style_id] = style
        if style.get(w("type")) == "paragraph" and is_on(style.get(w("default"), "0")):
            default = style_id
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{_RUN}")
    return Styles(elements, _over(Look(), defaults), default, {}, {})


def is_on(value: str | None) -> bool:
    """Say whether an on/off property is on; without a value it is."""
    return value not in _OFF


def whole(value: str | None) -> int | None:
    """Read a whole number; None for what is none."""
    try:
        return int(value) if value else None
    except ValueError:
        return None


def run_look(styles: Styles, properties: Element, base: Look) -> Look:
    """Give the look of text with these `w:rPr` in a paragraph whose look is base."""
    named = properties.find(_RUN_STYLE)
    if named is not None:
        base = _character_look(styles, named.get(VAL), base)
    return _over(base, properties)


def paragraph_format(styles: Styles, properties: Element | None) -> Format:
    """Give the format of a paragraph with these `w:pPr`."""
    if properties is None:
        return _style_format(styles, styles.default)
    named = properties.find(_STYLE)
    style = _style_format(styles, styles.default if named is None else named.get(VAL))
    return _stated(style, properties, None)


def _over(base: Look, properties: Element | None) -> Look:
    """Lay stated run properties over a look."""
    if properties is None:
        return base
    stated: dict[str, float | bool | str] = {}
    for item in properties:
        if item.tag == _FONTS:
            stated["font"] = next((name for key in _FONT_NAMES if (name := item.get(key))), base.font)
        elif item.tag == _SIZE:
            size = whole(item.get(VAL))
            if size:
                stated["size"] = size / 2
        elif item.tag in _TOGGLES:
            # a caps that is off must not undo a smallCaps that is on
            name = _TOGGLES[item.tag]
            stated[name] = is_on(item.get(VAL)) or (name == "capitals" and bool(stated.get(name)))
    return base._replace(**stated) if stated else base  # type: ignore[arg-type]


def _lineage(styles: Styles, style_id: str | None) -> Iterator[tuple[str, Element]]:
    """Give a style and those it is based on, nearest first; a circle ends where it closes."""
    seen: set[str] = set()
    while style_id is not None and style_id in styles.elements and style_id not in seen:
        seen.add(style_id)
        style = styles.elements[style_id]
        yield style_id, style
        parent = style.find(w("basedOn"))
        style_id = None if parent is None else parent.get(VAL)


def _character_look(styles: Styles, style_id: str, base: Look) -> Look:
    known = styles.looks.get((style_id, base))
    if known is None:
        known = base
        for _, style in reversed(list(_lineage(styles, style_id))):
            known = _over(known, style.find(_RUN))
        styles.looks[style_id, base] = known
    return known


def _style_format(styles: Styles, style_id: str | None) -> Format:
    """Work out the format of a paragraph style once."""
    known = styles.formats.get(style_id)
    if known is None:
        known = Format(styles.plain)
        for ancestor, style in reversed(list(_lineage(styles, style_id))):
            look = _over(known.look, style.find(_RUN))
            known = known._replace(look=look, heading=known.heading or _is_heading(style))
            known = _stated(known, style.find(_PARAGRAPH), ancestor)
        styles.formats[style_id] = known
    return known


def _is_heading(style: Element) -> bool:
    name = style.find(w("name"))
    return name is not None and str(name.get(VAL, "")).lower().startswith("heading")


def _stated(base: Format, properties: Element | None, style: str | None) -> Format:
    """Lay stated paragraph properties over a format; style is the id of the style that states them, if one does."""
    if properties is None:
        return base
    stated: dict[str, object] = {}
    for item in properties:
        if item.tag == _JC:
            stated["align"] = _ALIGN.get(item.get(VAL), base.align)
        elif item.tag == _OUTLINE:
            stated["heading"] = (whole(item.get(VAL)) or 0) < _BODY_OUTLINE
        elif item.tag == _NUMBERING:
            stated |= _numbering(item, style)
        elif item.tag == _RUN and style is None:
            stated["mark"] = item
            stated["deleted"] = item.find(w("del")) is not None
    return base._replace(**stated) if stated else base  # type: ignore[arg-type]


def _numbering(properties: Element, style: str | None) -> dict[str, object]:
    """Read `w:numPr`; a list named anew starts at its own level, not at an inherited one."""
    list_id, level = properties.find(w("numId")), properties.find(w("ilvl"))
    stated: dict[str, object] = {}
    if list_id is not None:
        stated |= {"list_id": list_id.get(VAL), "style": style, "level": None if style else 0}
    if level is not None:
        stated["level"] = whole(level.get(VAL))
    return stated
