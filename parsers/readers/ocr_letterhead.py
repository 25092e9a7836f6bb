"""The blanks of a recognised letterhead: number and day, often written by hand or stamped.

Takes the rows of a first page, gives them with a clean number line and date line. What stands in a blank is kept if it
is read surely; else the blank stays blank, and its place is given for a reviewer to look at. No figure is guessed
(Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3-4).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from parsers.knowledge import type_of_symbol
from parsers.readers.ocr_engine import Row, Word
from parsers.readers.ocr_strips import Pixels
from parsers.vietnamese.unicode import bare, is_caps

TWO = 2
"""Figures of a day, which has a 0 below 10 (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4); one alone may be cut."""

SURE_PRINTED = 0.5
"""Least certainty of the number of a legal document, which is printed with its year and symbol."""

SURE_UNCHECKED = 0.7
"""Least certainty of a figure that can be read in no other way."""

_OPEN = re.compile(r"^\W*s[o6]\W*$|ng[a-z]y\W*$|th[a-z]ng\W*$")
_GOES_ON = re.compile(r"[/–—-]\s?[a-z]|th[a-z]ng|nam")

SURE_FIGURE = 0.85
"""Least certainty of a figure that Tesseract read in a blank."""

_YEARLY = re.compile(r"/\s?\d{4}\s?/")
_TYPE = re.compile(r"(/|/\d{4}/)([^\W\d_]{2,4})(?=-)")
_ALIKE = str.maketrans({"I": "T", "l": "T", "O": "Q", "0": "Q"})

BY_HAND = 0.7
"""Most certainty of a figure that was written by hand."""

_NUMBER = re.compile(
    r"^\W*(?P<label>[S5§sŠ][ốóòôõỏọồổộéèõoö6ôỐÓÔÕOŠS]{1,2}(?:\s*[:;.,!])?)(?P<slot>.*?)"
    r"(?P<symbol>(?:/\s?(?:\d{4}\s?/\s?)?[A-ZĐƯ][\w&.]*(?:\s?[-–—]\s?[\w&.]+)*|[-–—]\s?[A-ZĐ]{2,4}\s?/\s?[A-ZĐ][\w&.\-]*))\W*$"
)
_DATE = re.compile(
    r"^(?P<before>\D{0,45}?)\b(?P<label>[nN]g[àảáăâä]y)(?P<day>.*?)(?P<tháng>th[áảàâ]ng)(?P<month>.*?)(?P<năm>n[ăáâã]m)(?P<year>[\s\d.…]*)\W{0,3}$"
)
_YEAR = re.compile(r"\d{4}")


class Unread(NamedTuple):
    """A blank that could not be read: what it is for (`number`, `day`, `month`), what was made of it, its pixels."""

    kind: str
    read: str
    box: Pixels


class _Gap(NamedTuple):
    """A blank: its group, kind and form; the label before it, how wide that is in font sizes; the group after it."""

    group: str
    kind: str
    pattern: str
    label: str
    width: float
    after: str


_OF_NUMBER = _Gap("slot", "number", r"\d{1,5}[a-zđ]?", "label", 1.2, "symbol")
_OF_DAY = _Gap("day", "day", r"0?[1-9]|[12]\d|3[01]", "label", 1.8, "tháng")
_OF_MONTH = _Gap("month", "month", r"0?[1-9]|1[0-2]", "tháng", 2.4, "năm")

Reading = Callable[[Pixels], str | None]
"""Reads figures written by hand at a place of the page, or gives None where it is not sure."""


def filled(rows: Sequence[Row], height: int, dpi: int, by_hand: Reading) -> tuple[list[Row], list[Unread]]:
    """Put the number and the date of a first page in order, and free names from the ends of the rules under them.

    height: of its upper part, in pixels. dpi: pixels an inch. by_hand: reads what Tesseract cannot.
    """
    made, blanks = _whole(rows), list[Unread]()
    for place, row in enumerate(made):
        if row.words[0].box[1] > height:
            continue
        text = " ".join(word.text for word in row.words)
        if (found := _NUMBER.match(text)) and not any(blank.kind == "number" for blank in blanks):
            words, blank = _number(row, found, row.size * dpi / 72, by_hand)
        elif found := _DATE.match(text):
            words, blank = _date(row, found, row.size * dpi / 72, by_hand)
        elif is_caps(text) and text.endswith((".", ",", "-", "_")):
            words, blank = (*row.words[:-1], row.words[-1]._replace(text=row.words[-1].text.rstrip(".,-_ "))), []
            words = tuple(word for word in words if word.text)
        elif is_caps(text) and text.startswith("SỐ ") and not any(map(str.isdigit, text)):
            words, blank = (row.words[0]._replace(text="SỞ"), *row.words[1:]), []
        else:
            continue
        made[place] = row._replace(words=words)
        blanks += blank
    return made, blanks


def _whole(rows: Sequence[Row]) -> list[Row]:
    """Join the parts of a number line or a date line that a wide blank has parted."""
    made: list[Row] = []
    for row in rows:
        last = made[-1] if made else None
        if last and last.line == row.line and _OPEN.search(_text(last)) and _GOES_ON.match(_text(row)):
            made[-1] = last._replace(words=(*last.words, *row.words), stop=row.stop)
        else:
            made.append(row)
    return made


def _text(row: Row) -> str:
    return bare(" ".join(word.text for word in row.words)).lower()


def _number(row: Row, found: re.Match[str], em: float, by_hand: Reading) -> tuple[tuple[Word, ...], list[Unread]]:
    digits, blank = _figure(row, found, _OF_NUMBER, em, by_hand)
    symbol = _known_type(re.sub(r"\s", "", found["symbol"]))
    written = _at(row, found, "symbol")
    sure = min(written.sure, BY_HAND) if digits and digits not in found["slot"] else written.sure
    words = (
        _at(row, found, "label")._replace(text="Số:"),
        written._replace(text=f"{digits or ''}{symbol}", sure=sure),
    )
    return words, blank


def _known_type(symbol: str) -> str:
    """Put right the type at the head of a symbol, where one that looks alike is known: `TIr` is `TTr`."""
    found = _TYPE.match(symbol)
    if found is None or found[2] in type_of_symbol():
        return symbol
    alike = [known for known in type_of_symbol() if _shape(known) == _shape(found[2])]
    return symbol[: found.start(2)] + alike[0] + symbol[found.end(2) :] if len(alike) == 1 else symbol


def _shape(letters: str) -> str:
    return bare(letters).translate(_ALIKE).upper()


def _date(row: Row, found: re.Match[str], em: float, by_hand: Reading) -> tuple[tuple[Word, ...], list[Unread]]:
    day, no_day = _figure(row, found, _OF_DAY, em, by_hand)
    month, no_month = _figure(row, found, _OF_MONTH, em, by_hand)
    year = _YEAR.search(found["year"])
    words = [word for word in row.words if _end(row, word) <= found.end("before")]
    texts = [("label", "ngày"), ("day", day), ("tháng", "tháng"), ("month", month), ("năm", "năm")]
    texts += [("year", year[0] if year else None)]
    words += [_at(row, found, group)._replace(text=text) for group, text in texts if text]
    return tuple(words), [*no_day, *no_month]


def _figure(
    row: Row, found: re.Match[str], blank: _Gap, em: float, by_hand: Reading
) -> tuple[str | None, list[Unread]]:
    """Give the figure in a blank, or the blank where it cannot be read; nothing for one that is empty."""
    read = found[blank.group].strip(" .…_:;,'`|-\\{}[]()~")
    word = _at(row, found, blank.group)
    printed = _YEARLY.match(found[blank.after]) is not None
    if re.fullmatch(blank.pattern, read) and word.sure >= (SURE_PRINTED if printed else SURE_FIGURE):
        return read, []
    left, right = _label_end(row, found, blank.label, blank.width * em), _at(row, found, blank.after).box[0]
    if not any(map(str.isalnum, read)) and right - left < 0.6 * em:
        return None, []
    box = (round(left), word.box[1], round(max(right, left + 0.5 * em)), word.box[3])
    figure = None if printed else by_hand(box)
    if re.fullmatch(blank.pattern, read) and (figure == read or (figure is None and word.sure >= SURE_UNCHECKED)):
        return read, []
    if figure and re.fullmatch(blank.pattern, figure) and (blank.kind != "day" or len(figure) == TWO):
        return figure, []
    return None, [Unread(blank.kind, read, box)] if any(map(str.isalnum, read)) else []


def _label_end(row: Row, found: re.Match[str], label: str, width: float) -> float:
    """Give where a label ends: with its word, or where its letters are set if more stands in that word."""
    start, at = found.start(label), 0
    for word in row.words:
        stop = at + len(word.text)
        if stop > start:
            glued = stop > found.end(label)
            return word.box[0] + width if glued else float(word.box[2])
        at = stop + 1
    return float(row.words[-1].box[2])


def _end(row: Row, word: Word) -> int:
    """Give where a word ends in the row's text."""
    at = 0
    for other in row.words:
        at += len(other.text)
        if other is word:
            return at
        at += 1
    return at


def _at(row: Row, found: re.Match[str], group: str) -> Word:
    """Give the stretch of a row that a group of the match takes: its place and least certainty."""
    start, end = found.span(group)
    left = right = None
    sure, at = 1.0, 0
    for word in row.words:
        stop = at + len(word.text)
        if stop > start and at < end:
            x0, _, x1, _ = word.box
            width = (x1 - x0) / max(len(word.text), 1)
            begin, finish = max(start - at, 0), min(end - at, len(word.text))
            left = x0 + width * begin if left is None else left
            right = x0 + width * finish
            sure = min(sure, word.sure)
        at = stop + 1
    top, bottom = row.words[0].box[1], row.words[0].box[3]
    if left is None or right is None:
        left = right = float(_gap(row, start))
    return Word(found[group].strip(), (round(left), top, round(right), bottom), sure)


def _gap(row: Row, offset: int) -> int:
    at = 0
    for word in row.words:
        at += len(word.text) + 1
        if at > offset:
            return word.box[2]
    return row.words[-1].box[2]
