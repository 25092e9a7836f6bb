"""The stamp of arrival (dấu đến): which lines of a page's top belong to it.

Takes lines with their boxes, gives those of the stamp that the receiving office put on: `ĐẾN`, then `Số`, `Ngày`,
`Chuyển`, `Số và ký hiệu HS` (Nghị định 30/2020/NĐ-CP, Phụ lục IV, mục I; older: `CÔNG VĂN ĐẾN`, `Giờ`). Its number and
day are the receiver's, never the document's. Lines without boxes are judged by their order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from models import Box
from parsers.vietnamese.unicode import LOWER, UPPER, dashes, is_caps

REACH = 1.7
"""Most empty height between two lines of the stamp, in heights of its lines."""

LOWEST = 8.0
"""Height in points of a line that is lower, as a line of dots is."""

ABOVE = 2.5
"""How far the first field may begin over `ĐẾN`, which stands at the middle of the stamp, in heights of its lines."""

ASIDE = 30.0
"""Most empty width in points between two parts of the stamp."""

LONGEST = 200
"""Characters from which a line is running text."""

CENTRED = 15.0
"""Most points by which the receiver's name is off the middle of `ĐẾN`."""

_BLANK = r"[\s.…_·,:;]*"
_DAY = r"\d{1,2}\s*[/.\-]\s*\d{1,2}(?:\s*[/.\-]\s*\d{2,4})?|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
_CAME = r"Đ\s?[ẾÉÊỀE]\s?N"
_NUMBER_OR_DAY = (
    rf"(?:Số(?:\s+đến)?\s*[:.]?{_BLANK}(?:\d+(?![\d/\-]))?{_BLANK}(?![/\-]\s?[A-ZĐ])|"
    rf"Ngày(?:\s+đến)?\s*[:.]?{_BLANK}(?:{_DAY})?{_BLANK}|Giờ\s*[:.]?{_BLANK}(?:\d{{1,2}}\s*[:hg]\s*\d{{0,2}})?{_BLANK})"
)
_HANDED = (
    r"(?:(?:Kính\s+)?[Cc]huyển(?:\s+cho)?\s*:|Lưu\s+(?:HS|hồ\s+sơ)|Số\s+và\s+ký\s+hiệu\s+HS|Hồ\s+sơ\s+số)[^\n]{0,80}"
)
_FIELD = re.compile(rf"\W*(?:{_NUMBER_OR_DAY}\s*)*(?:{_HANDED})?\W*", re.IGNORECASE)
_ANCHOR = re.compile(rf"\W*(?:(?:CÔNG\s*VĂN|VĂN\s*BẢN)\s+)?{_CAME}\W*(?:\d{{1,2}}\W*)?")
_WHOLE = re.compile(
    rf"(?P<receiver>[^\n]*?)\b(?:(?:CÔNG\s*VĂN|VĂN\s*BẢN)\s+)?{_CAME}\W+(?P<fields>(?:Số|Ngày|Giờ)\b.*)",
    re.IGNORECASE,
)
_BLURRED = re.compile(rf"\W*(?:(?:CÔNG\s*VĂN|VĂN\s*BẢN)\s+)?{_CAME}\W+[{LOWER}][^{UPPER}]*\d[^{UPPER}]*")
"""`ĐẾN` and what was recognised of a written day: small letters and figures, as no title in capitals has."""

_CROSSED = re.compile(
    rf"\W*{_CAME}\s+(?:\S*[{LOWER}]\S*[^{UPPER}]*\d{{1,2}}\s*/+\s*\d{{1,2}}\s*/+\s*\d{{2,4}}\W*|(?:Ngày|Số|Giờ)\b[^{UPPER}]{{0,30}})"
)
"""`ĐẾN` and the day beside it, its label crossed by the frame of the stamp."""

_OWN = re.compile(rf"\W*(?:Số|Ngày)\s+đến\b{_BLANK}(?:{_DAY}|\d+)?{_BLANK}", re.IGNORECASE)
_MOTTO = re.compile(r"CỘNG\s+H\S{1,3}\s+XÃ\s+HỘI|Độc\s+lập|ĐẢNG\s+CỘNG\s+SẢN", re.IGNORECASE)


class Mark(NamedTuple):
    """A line, or the part of one in one column, and its place; None where the source has no pages."""

    text: str
    box: Box | None = None


def arrived(lines: Sequence[Mark]) -> frozenset[int]:
    """Give the indexes of the lines that belong to the stamp of arrival; `lines` are those of the page's top."""
    lines = [line if len(line.text) < LONGEST else line._replace(text="") for line in lines]
    found = {index for index, line in enumerate(lines) if _is_whole(line.text) or _OWN.fullmatch(line.text)}
    for index, line in enumerate(lines):
        if line.box and (_BLURRED.fullmatch(line.text) or _CROSSED.fullmatch(line.text)):
            rest = _fields(lines, {index})
            found |= {index, *rest, *_receiver(lines, index, rest)}
    for index, line in enumerate(lines):
        if index not in found and _ANCHOR.fullmatch(line.text) and is_caps(line.text):
            rest = _fields(lines, {index})
            if rest:
                found |= {index, *rest, *_receiver(lines, index, rest)}
    return frozenset(found | _fields(lines, found) if found else found)


def _is_field(words: str) -> bool:
    return any(map(str.isalnum, words)) and _FIELD.fullmatch(dashes(words)) is not None


def _is_whole(words: str) -> bool:
    """Say whether a line is the whole stamp: receiver in capitals, `ĐẾN`, fields."""
    match = _WHOLE.fullmatch(words)
    if match is None or not _is_field(match["fields"]):
        return False
    receiver = match["receiver"]
    came = words[match.end("receiver") : match.start("fields")]
    return is_caps(came) and (not any(map(str.isalpha, receiver)) or is_caps(receiver))


def _fields(lines: Sequence[Mark], known: set[int]) -> set[int]:
    """Give the field lines that hang together with known lines of the stamp: under and beside, or after in order."""
    found: set[int] = set()
    if lines[max(known)].box is None:
        for index in range(max(known) + 1, len(lines)):
            if not _is_field(lines[index].text):
                break
            found.add(index)
        return found
    grown = True
    while grown:
        boxes = [box for index in known | found if (box := lines[index].box)]
        near = {
            index
            for index, line in enumerate(lines)
            if index not in known | found and line.box and _is_field(line.text) and _near(line.box, boxes)
        }
        found |= near
        grown = bool(near)
    return found


def _near(box: Box, boxes: list[Box]) -> bool:
    """Say whether a box stands beside others, or hardly above or under them."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    height = max(LOWEST, *(other[3] - other[1] for other in [box, *boxes]))
    beside = box[0] < max(rights) + ASIDE and box[2] > min(lefts) - ASIDE
    return beside and bool(min(tops) - ABOVE * height < box[1] < max(bottoms) + REACH * height)


def _receiver(lines: Sequence[Mark], anchor: int, fields: set[int]) -> set[int]:
    """Give the line of the receiver's name over `ĐẾN`, if the page has another line that can name the issuer."""
    box = lines[anchor].box
    others = [i for i, line in enumerate(lines) if i != anchor and i not in fields and _is_body(line.text)]
    if box is None:
        over = [anchor - 1] if anchor == 1 and 0 in others else []
    else:
        over = [i for i in others if (at := lines[i].box) and _is_over(at, box)]
    return set(over[-1:]) if len(others) > 1 else set()


def _is_body(words: str) -> bool:
    return is_caps(words) and len(words) > 4 and _MOTTO.search(words) is None and _ANCHOR.fullmatch(words) is None


def _is_over(upper: Box, lower: Box) -> bool:
    gap = lower[1] - upper[3]
    middle = abs((upper[0] + upper[2]) / 2 - (lower[0] + lower[2]) / 2)
    return middle < CENTRED and -2 < gap < (lower[3] - lower[1])
