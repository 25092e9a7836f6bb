"""Which printed lines make one paragraph.

Takes a Layout, gives groups of lines. A reader that knows where paragraphs end says so; otherwise geometry
decides (a line that stops short ends its paragraph, an indented line opens one), and in text dumps length,
punctuation and markers do (blank lines there mean nothing).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers.knowledge import cue
from parsers.layout import Layout, Line, Page
from parsers.vietnamese.unicode import LOWER, UPPER, is_caps

Group = list[tuple[int | None, Line]]

MARKER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\s?[.)/\-–]|[a-zđ]{1,2}\s?[.)]|(?:[IVXLC]{1,6}|[A-ZĐ])\s?[./\-–])(?=\s+\S|[^\W\d_])"
    r"|\d{1,2}\.\d{1,2}\s"
    r"|\((?:\d{1,2}|[ivx]{1,4}|[a-zđ])\)\.?\s|[-–+*•]\s?(?=\S)"
    r"|(?:Điều|ĐIỀU)\s+\d+[a-zđ]?\s*(?:[.:]|$)"
    r"|(?:Chương|Mục|Phần|PHẦN|CHƯƠNG|MỤC|Phụ lục|PHỤ LỤC)\s+(?:\d+|[IVXLC]+|thứ|THỨ)\b"
)
"""What may open an item at the start of a line; the section tree decides later what it is."""

_CUE = re.compile(rf"{cue('paragraph_opening')}|Số\s*[:/]|(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\.\s?[{UPPER}]|Điều \d+\.|CỘNG H")
_DANGLING = (" theo", " của", " và", " tại", " số", " ngày", " về")
_YEARS = re.compile(r"[-–]\s?(?:19|20)\d\d\b")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_DASH_IN_QUOTE = re.compile(r"[-–]\s[^“]*”")
_LAST = re.compile(r"[.:;!?…”\")/]$")
_STOP = re.compile(r"(?:\./\.?|[.:;!?])[”\")]?$")
_LOWER = re.compile(rf"[{LOWER}(,]")
NARROW = 130
"""Longest line in characters of a dump whose lines are wrapped; longer ones hold whole paragraphs."""


class Measure(NamedTuple):
    """The margins of a page: left and right edge in points, or the width in characters of a dump."""

    left: float
    right: float
    width: int


def _measures(layout: Layout) -> list[Measure]:
    """Give the margins of each page, from its wide lines, or those of the document where it has few."""
    found = [_measure(page) for page in layout.pages]
    known = sorted(measure for measure in found if measure is not None)
    usual = known[len(known) // 2] if known else _hull(layout)
    return [measure or usual for measure in found]


def _hull(layout: Layout) -> Measure:
    """Give the margins of a document that has no page of running text: those of all its lines."""
    boxes = [line.box for page in layout.pages for line in page.lines if line.box is not None]
    return Measure(min((box[0] for box in boxes), default=0.0), max((box[2] for box in boxes), default=0.0), 0)


def _measure(page: Page) -> Measure | None:
    boxes = [line.box for line in page.lines if line.box is not None and line.role == "body"]
    if boxes:
        wide = [box for box in boxes if box[2] - box[0] > 0.5 * page.width]
        if len(wide) < 4:
            return None
        lefts = sorted(box[0] for box in wide)
        rights = sorted(box[2] for box in wide)
        return Measure(lefts[len(lefts) // 8], rights[len(rights) // 2], 0)
    lengths = sorted(len(line.text) for line in page.lines)
    return Measure(0.0, 0.0, lengths[len(lengths) * 9 // 10]) if lengths else None


def paragraphs(layout: Layout) -> Iterator[tuple[int | None, Group]]:
    """Give the lines of each paragraph, each with its page, in reading order, and the page it starts on.

    Footnotes come after the paragraph that calls them; where no call is known, after the paragraph that
    ends their page.
    """
    group: Group = []
    waiting: list[Group] = []
    for page, measure in zip(layout.pages, _measures(layout), strict=True):
        calls = {mark for line in page.lines for mark in line.calls}
        waiting += _notes(page, calls, paged=layout.paged)
        for line in page.lines:
            entry = (page.number, line)
            if line.role == "footnote" and (layout.paged or line.note in calls):
                continue
            if group and _continues(group, line, measure, new_page=group[-1][0] != page.number):
                group.append(entry)
            else:
                yield from _closed(group, waiting)
                group = [entry]
    yield from _closed(group, waiting)
    for note in waiting:
        yield note[0][0], note


def _notes(page: Page, calls: set[str], *, paged: bool) -> list[Group]:
    """Give the footnotes of a page that wait for their call, each with all its lines."""
    notes: list[Group] = []
    for line in page.lines:
        if line.role != "footnote" or not (paged or line.note in calls):
            continue
        if notes and notes[-1][-1][1].note == line.note:
            notes[-1].append((page.number, line))
        else:
            notes.append([(page.number, line)])
    return notes


def _closed(group: Group, waiting: list[Group]) -> Iterator[tuple[int | None, Group]]:
    """Give a finished paragraph and the notes that are due after it."""
    if not group:
        return
    yield group[0][0], group
    calls = {mark for _, line in group for mark in line.calls}
    page = group[-1][0]
    for note in list(waiting):
        passed = page is not None and note[0][0] is not None and note[0][0] < page
        if note[0][1].note in calls or passed:
            waiting.remove(note)
            yield note[0][0], note


def _continues(group: Group, line: Line, measure: Measure, *, new_page: bool) -> bool:
    last = group[-1][1]
    if last.role != line.role or last.cell != line.cell or line.heading or last.heading:
        return False
    before, text = last.text.rstrip(), line.text.lstrip()
    if before.endswith(("./.", "./")):
        return False
    if (_YEARS.match(text) and before[-1:].isdigit()) or (before.endswith(("-", "–")) and _YEAR.match(text)):
        return True
    if before.rfind("“") > before.rfind("”") and _DASH_IN_QUOTE.match(text):
        return True
    if last.ends is not None:
        return not last.ends or (
            bool(_LOWER.match(text))
            and not _LAST.search(before)
            and last.cell is None
            and not MARKER.match(text)
            and len(before) > 40
        )
    if _CUE.match(text) and (_STOP.search(before) or (text[0].isupper() and not _mid_sentence(before))):
        return False
    if last.box is not None and line.box is not None:
        return _goes_on_in_print(group, line, measure, new_page=new_page)
    return _goes_on_in_dump(before, text, measure)


def _mid_sentence(before: str) -> bool:
    return before.endswith((",", *_DANGLING))


def _goes_on_in_print(group: Group, line: Line, measure: Measure, *, new_page: bool) -> bool:
    last = group[-1][1]
    assert last.box is not None
    assert line.box is not None
    before, text = last.text.rstrip(), line.text.lstrip()
    size = max(last.runs[0].size, 6.0)
    full = last.box[2] > measure.right - 2.5 * size
    at_left = line.box[0] < measure.left + 0.8 * size
    if not new_page and not -2 < line.box[1] - last.box[1] < 2.6 * size:
        return False
    if MARKER.match(text):
        return (
            full
            and at_left
            and not _STOP.search(before)
            and not is_caps(before)
            and not text.lstrip("-–+*• ")[:1].isupper()
        )
    if _centred(last, measure) and _centred(line, measure) and not new_page and not MARKER.match(before):
        return _one_title(last, line)
    if full and at_left:
        return not _is_heading_before(last, line)
    return _wraps_in_column(group, line, measure)


def _is_heading_before(last: Line, line: Line) -> bool:
    """Say whether a bold line ends at a line in light type that begins a sentence: a subject above the body."""
    bold = all(run.bold for run in last.runs) and not any(run.bold for run in line.runs)
    return bold and line.text.lstrip()[:1].isupper() and not _mid_sentence(last.text.rstrip())


def _centred(line: Line, measure: Measure) -> bool:
    """Say whether a line is centred between the margins and reaches neither."""
    assert line.box is not None
    middle = (line.box[0] + line.box[2]) / 2 - (measure.left + measure.right) / 2
    return abs(middle) < 12 and line.box[0] > measure.left + 8 and line.box[2] < measure.right - 8


def _one_title(last: Line, line: Line) -> bool:
    """Say whether two centred lines are one title: same look, and the first is long enough to have wrapped."""
    assert last.box is not None
    assert line.box is not None
    same = last.runs[0].bold == line.runs[0].bold and abs(last.runs[0].size - line.runs[0].size) < 0.6
    wide = last.box[2] - last.box[0] > 0.75 * (line.box[2] - line.box[0])
    return same and wide and is_caps(last.text) == is_caps(line.text) and len(last.text) > 24


def _wraps_in_column(group: Group, line: Line, measure: Measure) -> bool:
    """Say whether a short line runs on inside a narrow column, as a recipient's name or a table cell does."""
    first, last = group[0][1], group[-1][1]
    assert first.box is not None
    assert last.box is not None
    assert line.box is not None
    before, text = last.text.rstrip(), line.text.lstrip()
    if _STOP.search(before) or MARKER.match(text) or is_caps(text) != is_caps(before):
        return False
    beside = line.box[0] < last.box[2] and last.box[0] < line.box[2]
    if last.role == "table":
        return beside
    hanging = abs(line.box[0] - first.box[0]) < 20 and line.box[0] > measure.left + 60
    narrow = hanging or last.box[2] < measure.left + 0.7 * (measure.right - measure.left)
    return narrow and beside and first.text.lstrip()[:1] in "-–+•" and last.box[2] - last.box[0] > 60


def _goes_on_in_dump(before: str, text: str, measure: Measure) -> bool:
    if measure.width > NARROW:
        return False
    if before.endswith(_DANGLING) and not is_caps(before):
        return True
    full = len(before) > (0.82 if _LAST.search(before) else 0.72) * measure.width
    if MARKER.match(text):
        return full and not _STOP.search(before) and not is_caps(before) and not text.lstrip("-–+*• ")[:1].isupper()
    if is_caps(text):
        return full and not _STOP.search(before) and not is_caps(before)
    if is_caps(before):
        return False
    if full:
        return not (_STOP.search(before) and before.endswith(":"))
    return bool(_LOWER.match(text)) and not _LAST.search(before)
