"""Place and day of issue: zeros, words, comma, name of the place.

Takes a Paper, gives the rules that are broken (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 4; Thông tư 01/2011/TT-BNV,
Điều 9).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.conformity import Family
from parsers.vietnamese.unicode import UPPER
from pipeline.conformance.paper import Hit, Line, Paper

_DAY = re.compile(
    r"(?P<word>[Nn]gày)\s*(?P<day>\d{1,2})?[\s.…_]*tháng\s*(?P<month>\d{1,2})?[\s.…_]*năm\s*(?P<year>\d{4})?"
)
_SHORT = re.compile(
    r"(?P<word>[Nn]gày\s*)?(?<![\d/])(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})(?!\d)"
)
_PLACE = re.compile(rf"(?P<place>[{UPPER}][^\W\d]*(?:[ .-]+[{UPPER}][^\W\d]*){{0,4}})\s*(?P<comma>,?)\s*$")
_ABBREVIATED = re.compile(r"(?:TP|Tp|T\.P|TX|TT|Q|H|P|X)\b\.?\s*[^\W\d]|.*\bHCM\b")


def dates(paper: Paper, family: Family) -> Iterator[Hit]:
    """Check place and day of issue."""
    found = _printed(paper)
    header = paper.document.header
    if found is None:
        if paper.letterhead and header.issued_on is None:
            yield from _short(paper)
        return
    line, match = found
    shown = " ".join(match[0].split())
    start, end = line.start + match.start(), line.start + match.end()
    if not (match["day"] and match["month"] and match["year"]):
        yield Hit("blank-date", start, end, shown)
    yield from _zeros(match, start, end, shown)
    yield from _place(paper, line, match)


def _printed(paper: Paper) -> tuple[Line, re.Match[str]] | None:
    """Give the line of the letterhead that has the day of issue; days in the subject are no such."""
    title = paper.document.header.evidence.get("title")
    at = paper.document.header.evidence.get("issued_on")
    for line in paper.head:
        inside = title and title.span and title.span.start <= line.start < title.span.end
        match = _DAY.search(line.words)
        near = at is None or at.span is None or line.start <= at.span.start <= line.end
        if match and not inside and near:
            return line, match
    return None


def _short(paper: Paper) -> Iterator[Hit]:
    title = paper.document.header.evidence.get("title")
    stop = title.span.start if title and title.span else len(paper.document.text)
    for line in paper.head:
        match = _SHORT.search(line.words)
        if match and line.start < stop and re.search(r",\s*$|^\W*$", line.words[: match.start()]):
            right = f"ngày {match['day']:0>2} tháng {_month(match['month'])} năm {match['year']}"
            yield Hit("date-form", line.start + match.start(), line.start + match.end(), match[0], right)
            return
    end = paper.head[-1].end if paper.head else 0
    if not re.search(r"ngay\W.{0,30}\bthang\b", paper.folded[: min(end, stop)], re.IGNORECASE):
        yield Hit("missing-date")


def _month(month: str) -> str:
    return f"0{int(month)}" if int(month) < 3 else str(int(month))


def _zeros(match: re.Match[str], start: int, end: int, shown: str) -> Iterator[Hit]:
    day, month, year = match["day"], match["month"], match["year"] or "…"
    right = f"ngày {day.zfill(2) if day else '…'} tháng {_month(month) if month else '…'} năm {year}"
    if day and len(day) == 1:
        yield Hit("day-zero", start, end, shown, right)
    if month in ("1", "2"):
        yield Hit("month-zero", start, end, shown, right)
    if month and len(month) == 2 and "03" <= month <= "09":
        yield Hit("month-no-zero", start, end, shown, right)


def _place(paper: Paper, line: Line, match: re.Match[str]) -> Iterator[Hit]:
    before = line.words[: match.start()]
    found = _PLACE.search(before)
    if found is None:
        if not before.strip(" ,.…") and paper.letterhead and not paper.document.header.place:
            yield Hit("missing-place", line.start, line.end)
        return
    start, end = line.start + found.start(), line.start + match.end()
    if not found["comma"]:
        yield Hit("place-comma", start, end, " ".join(line.words[found.start() : match.end()].split()),
                  f"{found['place']}, {match[0]}")  # fmt: skip
    if _ABBREVIATED.match(found["place"]):
        yield Hit("place-short", start, line.start + found.end("place"), found["place"])
