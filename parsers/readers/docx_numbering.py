"""Automatic numbering in DOCX: takes a paragraph's list and level, gives the label that Word shows.

Rule of the place: counts belong to the abstract list, so lists that share one go on counting; a list with a
start of its own restarts the count when it is first met. Ask once for each paragraph, in document order.
Source of the rules: ECMA-376 part 1, 17.9.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from parsers.readers.docx_package import VAL, Element, w
from parsers.readers.docx_styles import is_on, whole
from parsers.readers.docx_symbols import SYMBOL_FONTS, bullet

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class Level(NamedTuple):
    """One level of a list.

    text: the label with `%1` for the first level's number. restart: number of the level that restarts this one
    (1 is the top), 0 for never, None for any level above. legal: all numbers in the label are decimal.
    suffix: what stands between label and text. style: id of the paragraph style bound to the level.
    symbolic: the bullet is in a symbol font. look: its `w:rPr`.
    """

    start: int
    form: str
    text: str
    restart: int | None
    legal: bool
    suffix: str
    style: str | None
    symbolic: bool
    look: Element | None


class List(NamedTuple):
    """A list (`w:num`). key: its abstract list, which owns the counts. starts: level to its own first number."""

    key: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Label(NamedTuple):
    """A label as shown. gap: what follows it. counted: it holds a number, so it stands even without text."""

    text: str
    gap: str
    counted: bool
    look: Element | None


class Numbering(NamedTuple):
    """The lists of a file by id, those worked out so far, and the counts so far by abstract list."""

    nums: Mapping[str, Element]
    abstracts: Mapping[str, Element]
    lists: dict[str, List | None]
    counts: dict[str, dict[int, int]]


def numbering(root: Element | None) -> Numbering:
    """Index the tree of the numbering part; no lists where the file has none."""
    if root is None:
        return Numbering({}, {}, {}, {})
    abstracts = {element.get(w("abstractNumId")): element for element in root.iterchildren(w("abstractNum"))}
    nums = {element.get(w("numId")): element for element in root.iterchildren(w("num"))}
    return Numbering(nums, abstracts, {}, {})


def label(known: Numbering, list_id: str, level: int | None, style: str | None = None) -> Label | None:
    """Count one more paragraph of a list and give its label; None where nothing is shown.

    level: from 0, None for the level bound to style, the paragraph style that the list comes from.
    """
    first = list_id not in known.lists
    if first:
        known.lists[list_id] = _list(known, list_id)
    found = known.lists[list_id]
    if found is None:
        return None
    if level is None:
        level = next((number for number, at in found.levels.items() if style and at.style == style), 0)
    counts = known.counts.setdefault(found.key, {})
    if first:
        for number in found.starts:
            counts.pop(number, None)
    _count(found, counts, level)
    return _shown(found, counts, level)


def written(number: int, form: str) -> str:
    """Write a number in a form of Word (`lowerRoman`); forms that are not known are decimal."""
    return _FORMS.get(form, str)(number)


def _count(found: List, counts: dict[int, int], level: int) -> None:
    """Count one more at a level and forget the counts below it that restart with it."""
    counts[level] = counts[level] + 1 if level in counts else _start(found, level)
    for below in [number for number in counts if number > level]:
        restart = found.levels[below].restart if below in found.levels else None
        if restart is None or level < restart:
            del counts[below]


def _start(found: List, level: int) -> int:
    stated = found.starts.get(level)
    if stated is not None:
        return stated
    return found.levels[level].start if level in found.levels else 1


def _shown(found: List, counts: Mapping[int, int], level: int) -> Label | None:
    at = found.levels.get(level)
    if at is None:
        return None
    if at.form == "bullet":
        text = bullet(at.text, at.symbolic)
    else:
        text = _PLACE.sub(lambda place: _number(found, counts, at, int(place[1]) - 1), at.text)
    gap = "" if at.suffix == "nothing" and not text.endswith(" ") else " "
    text = text.strip()
    return Label(text, gap, at.form != "bullet", at.look) if text else None


def _number(found: List, counts: Mapping[int, int], at: Level, level: int) -> str:
    """Write one number of a label; a level not met yet shows its start."""
    form = found.levels[level].form if level in found.levels else "decimal"
    if at.legal and form != "none":
        form = "decimal"
    number = counts.get(level)
    return written(_start(found, level) if number is None else number, form)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, digits in _ROMAN:
        text += digits * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    """Write a, b … z, aa, bb …, as Word does; the count of letters is kept short for wild numbers."""
    if number < 1:
        return str(number)
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(turns + 1, 30)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "none": lambda number: "",
}
"""How a number is written."""


def _list(known: Numbering, list_id: str) -> List | None:
    """Work out a list: the levels of its abstract list, with its own levels and starts laid over them."""
    num = known.nums.get(list_id)
    pointer = None if num is None else num.find(w("abstractNumId"))
    key = "" if pointer is None else _linked(known, pointer.get(VAL))
    if num is None or key not in known.abstracts:
        return None
    levels = dict(map(_level, known.abstracts[key].iterchildren(w("lvl"))))
    starts: dict[int, int] = {}
    for override in num.iterchildren(w("lvlOverride")):
        number = whole(override.get(w("ilvl"))) or 0
        levels |= dict(map(_level, override.iterchildren(w("lvl"))))
        start = _value(override, "startOverride")
        if start is not None:
            starts[number] = whole(start) or 0
    return List(key, levels, starts)


def _linked(known: Numbering, key: str) -> str:
    """Follow `w:numStyleLink` to the abstract list that carries the levels."""
    link = _value(known.abstracts[key], "numStyleLink") if key in known.abstracts else None
    if link is None:
        return key
    return next((other for other, element in known.abstracts.items() if _value(element, "styleLink") == link), key)


def _level(element: Element) -> tuple[int, Level]:
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    legal = element.find(w("isLgl"))
    start = whole(_value(element, "start"))
    return min(whole(element.get(w("ilvl"))) or 0, _LEVELS - 1), Level(
        start=1 if start is None else start,
        form=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText") or "",
        restart=whole(_value(element, "lvlRestart")),
        legal=legal is not None and is_on(legal.get(VAL)),
        suffix=_value(element, "suff") or "tab",
        style=_value(element, "pStyle"),
        symbolic=fonts is not None and fonts.get(w("ascii"), "").lower() in SYMBOL_FONTS,
        look=element.find(w("rPr")),
    )


def _value(element: Element, name: str) -> str | None:
    found = element.find(w(name))
    return None if found is None else found.get(VAL)
