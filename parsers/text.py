"""Text: one immutable string in reading order, with the way back to the page.

Takes a Layout, gives the text on which everything is matched. Wraps are joined inside a paragraph, paragraphs
are parted by one line feed, footnotes stand after the paragraph that calls them. Every character belongs to
one printed line (or is the joint between two), so every offset maps back to page and box.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from models import Box, Span
from parsers.layout import Doubt, Layout, Line
from parsers.metrics import between
from parsers.paragraphs import paragraphs


class Printed(NamedTuple):
    """A stretch of the text that was printed on one line, in one place; a footnote's at the foot of its page."""

    start: int
    end: int
    page: int | None
    box: Box | None
    footnote: bool = False


class Paragraph(NamedTuple):
    """A stretch of the text between two line feeds, with the layout lines it was made of."""

    start: int
    end: int
    lines: tuple[Line, ...]
    page: int | None

    @property
    def first(self) -> Line:
        """Give the line that opens it."""
        return self.lines[0]

    @property
    def bold(self) -> bool:
        """Say whether all of it is bold."""
        return all(run.bold for line in self.lines for run in line.runs)


class Text:
    """The document's text. Not changed after it is made."""

    __slots__ = ("_starts", "doubts", "paragraphs", "printed", "value")

    def __init__(
        self,
        value: str,
        paragraphs: tuple[Paragraph, ...],
        printed: tuple[Printed, ...],
        doubts: tuple[Doubt, ...] = (),
    ) -> None:
        """Keep the string, its paragraphs, its printed stretches and the words recognised with doubt, all in order."""
        self.value = value
        self.paragraphs = paragraphs
        self.printed = printed
        self.doubts = doubts
        self._starts = [stretch.start for stretch in printed]

    def span(self, start: int, end: int) -> Span:
        """Give the place of `value[start:end]`: page on which it starts, one box a printed stretch."""
        touched = self._touched(start, end)
        if not touched or touched[0].box is None:
            return Span.model_construct(start=start, end=end, page=touched[0].page if touched else None, boxes=None)
        boxes = tuple(
            _rounded(between(self.value[p.start : p.end], p.box, start - p.start, end - p.start))
            for p in touched
            if p.box is not None and p.page == touched[0].page
        )
        return Span.model_construct(start=start, end=end, page=touched[0].page, boxes=boxes)

    def extent(self, start: int, end: int) -> Span:
        """Give the place of a long stretch, a section, as one box: what it takes up of the page on which it starts.

        Footnotes stand at the foot of the page and are left out.
        """
        first = self._touched(start, start + 1)
        if not first or first[0].box is None:
            return self.span(start, min(end, start + 1)).model_copy(update={"end": end})
        page = first[0].page
        last = bisect_right(self._starts, max(start, end - 1))
        boxes = []
        for stretch in self.printed[max(bisect_right(self._starts, start) - 1, 0) : last]:
            if stretch.page != page:
                break
            if stretch.box is not None and (not stretch.footnote or first[0].footnote):
                boxes.append(stretch.box)
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        box = _rounded((min(lefts), min(tops), max(rights), max(bottoms)))
        return Span.model_construct(start=start, end=end, page=page, boxes=(box,))

    def _touched(self, start: int, end: int) -> list[Printed]:
        index = max(bisect_right(self._starts, start) - 1, 0)
        touched: list[Printed] = []
        while index < len(self.printed) and (not touched or self.printed[index].start < end):
            if self.printed[index].end > start or self.printed[index].start >= start:
                touched.append(self.printed[index])
            index += 1
        return touched

    def paragraph_at(self, offset: int) -> int:
        """Give the index of the paragraph that holds an offset."""
        return max(bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1, 0)


def _rounded(box: Box) -> Box:
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)


_MENDED = re.compile(r"[\w)][-/]$")
_GOES_ON = re.compile(r"[A-ZĐ\d]")


def _joint(left: str, right: str) -> str:
    """Give what stands between two lines of a paragraph: nothing where a code was cut at its dash or slash."""
    return "" if _MENDED.search(left) and _GOES_ON.match(right) and not left[-2:-1].islower() else " "


def build(layout: Layout) -> Text:
    """Make the text of a layout."""
    parts: list[str] = []
    made: list[Paragraph] = []
    printed: list[Printed] = []
    doubted: list[Doubt] = []
    position = 0
    for page, lines in paragraphs(layout):
        start = position
        last = ""
        for number, line in lines:
            for words, box, doubts in _stretches(line):
                joint = _joint(last, words) if last and position > start else ""
                parts.append(joint + words)
                position += len(joint)
                doubted += [Doubt(position + start, position + end, sure) for start, end, sure in doubts]
                printed.append(Printed(position, position + len(words), number, box, line.role == "footnote"))
                position += len(words)
                last = words
        made.append(Paragraph(start, position, tuple(line for _, line in lines), page))
        parts.append("\n")
        position += 1
    value = "".join(parts)[:-1]
    return Text(value, tuple(made), tuple(printed), tuple(doubted))


_Stretch = tuple[str, Box | None, tuple[Doubt, ...]]


def _stretches(line: Line) -> Iterable[_Stretch]:
    """Give the words of a line with their boxes and doubts, single spaces inside, runs that touch as one."""
    if len(line.runs) == 1:
        return [(" ".join(line.runs[0].text.split()), line.runs[0].box, line.runs[0].doubts)]
    found: list[_Stretch] = []
    glued = False
    for run in line.runs:
        words = " ".join(run.text.split())
        if words and glued and not run.text[0].isspace():
            text, box, doubts = found[-1]
            later = tuple(Doubt(len(text) + start, len(text) + end, sure) for start, end, sure in run.doubts)
            found[-1] = (text + words, _hull(box, run.box), doubts + later)
        elif words:
            found.append((words, run.box, run.doubts))
        glued = bool(found) and not run.text[-1:].isspace()
    return found


def _hull(left: Box | None, right: Box | None) -> Box | None:
    if left is None or right is None:
        return left or right
    return min(left[0], right[0]), min(left[1], right[1]), max(left[2], right[2]), max(left[3], right[3])
