"""Type and subject (tên loại, trích yếu): the line in capitals that names the type, and what it is about.

Takes the text, gives where type and subject stand. The subject is centred, so a line end inside it is a
space; it stops at the first sentence of the body, at an authority line, at `Kính gửi`
(Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 5a).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from parsers.agency_names import head_of
from parsers.knowledge import cue, doc_types, posts
from parsers.letterhead import ADDRESSED
from parsers.paragraphs import MARKER
from parsers.text import Paragraph, Text
from parsers.vietnamese.unicode import is_caps, key

REACH = 60
"""Number of paragraphs within which the type is looked for."""

_BODY = re.compile(rf"(?:-\s*)?(?:{cue('body_opening')}\s|Năm \d{{4}}|Ngày \d)")
_END = re.compile(r"[.;:,]$|\./\.?$")
_OPEN = re.compile(r"(?:,|\s(?:của|và|về|theo|tại|số|ngày))\s*$")
_SENDS = re.compile(r"\s+điện\s*:?$")
_SPACED_OUT = re.compile(r"(?:\S ){3,}\S")
_GUIDE = re.compile(r"\(\s*(?:Kèm theo|Ban hành kèm|Đính kèm|kèm theo)", re.IGNORECASE)


class TypeLine(NamedTuple):
    """Where the type is printed; `rest` is where the subject begins if it stands on the same line."""

    name: str
    paragraph: int
    start: int
    end: int
    rest: int | None


class Subject(NamedTuple):
    """Where the subject is printed, and the paragraph after it."""

    start: int
    stop: int
    end: int


@cache
def _type_pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(key(t.name)).replace(r"\ ", r"\s+") for t in doc_types() if t.heads)
    return re.compile(rf"(?P<name>{names})(?P<rest>\s+\S.*|[\s:.*]*)$")


@cache
def _names() -> dict[str, str]:
    return {key(t.name): t.name for t in doc_types()}


def type_of(words: str) -> tuple[str, str] | None:
    """Give the type named by a heading line and what follows it, or None: `KẾ HOẠCH` → (`kế hoạch`, ``)."""
    folded = key(words)
    if _SPACED_OUT.fullmatch(folded):
        together = key(words.replace(" ", ""))
        return next(((name, "") for name in _names().values() if key(name.replace(" ", "")) == together), None)
    match = _type_pattern().match(folded)
    if match is None:
        return None
    return _names()[re.sub(r"\s+", " ", match["name"])], match["rest"].strip(" :.*")


def type_line(text: Text) -> TypeLine | None:
    """Find the line that names the type, before the body begins."""
    second: TypeLine | None = None
    for index, paragraph in enumerate(text.paragraphs[:REACH]):
        words = text.value[paragraph.start : paragraph.end]
        if ADDRESSED.match(words) or paragraph.first.role != "body":
            break
        if index and (MARKER.match(words) or (len(words) > 60 and _BODY.match(words) and not is_caps(words))):
            break
        if len(words) > 300 or not (is_caps(words) or (words[:1].isupper() and len(words) < 22)):
            continue
        found = type_of(words)
        if found is None:
            continue
        name, rest = found
        stop = paragraph.start + len(words)
        if not rest:
            return TypeLine(name, index, paragraph.start, stop, None)
        if second is None and is_caps(words) and index:
            cut = paragraph.start + len(name)
            second = TypeLine(name, index, paragraph.start, cut, cut)
    return second


def subject(text: Text, found: TypeLine) -> Subject | None:
    """Find the subject below the type's line."""
    start = found.rest
    stop = text.paragraphs[found.paragraph].end if found.rest is not None else None
    index = found.paragraph + 1
    first: Paragraph | None = None
    while index < min(found.paragraph + 30, len(text.paragraphs)):
        paragraph = text.paragraphs[index]
        if _stops(text, paragraph, first, begun=start is not None):
            break
        first = first or paragraph
        start = paragraph.start if start is None else start
        stop = paragraph.end
        index += 1
    if start is None or stop is None:
        return None
    while start < stop and text.value[start] in " \n:-–*":
        start += 1
    return Subject(start, stop, index)


def _stops(text: Text, paragraph: Paragraph, first: Paragraph | None, *, begun: bool) -> bool:
    words = text.value[paragraph.start : paragraph.end]
    if paragraph.first.role != "body" or ADDRESSED.match(words) or _GUIDE.match(words):
        return True
    if _is_authority(words) or re.match(r"[IVX]{1,4}\s*[.\-/]\s|\d{1,2}\.\s|Điều \d", words):
        return True
    if not begun:
        return len(words) > 160 and bool(_BODY.match(words)) and words.endswith((";", ".", ":"))
    if first is not None and first.first.runs[0].bold and not paragraph.first.runs[0].bold:
        return True
    if first is not None and is_caps(words) != is_caps(text.value[first.start : first.end]):
        return True
    if first is not None and not first.first.runs[0].size and len(words) > 150 and words.endswith((".", ";", ":")):
        return True
    goes_on = _OPEN.search(text.value, max(0, paragraph.start - 12), paragraph.start) is not None
    if words[:1].isupper() and words.endswith((":", ";", ".")) and not goes_on:
        return True
    return bool(_BODY.match(words)) and (len(words) > 60 or bool(_END.search(words)))


def _is_authority(words: str) -> bool:
    """Say whether a line names the body or post that decides, as above `QUYẾT ĐỊNH:`."""
    words = _SENDS.sub("", words)
    if not is_caps(words) or len(words) > 90:
        return False
    head = head_of(words)
    folded = key(words).strip(" :,")
    return head in _deciders() or any(folded == post or folded.startswith(post + " ") for post in posts())


@cache
def _deciders() -> frozenset[str]:
    return frozenset(
        map(key, ("CHÍNH PHỦ", "THỦ TƯỚNG", "QUỐC HỘI", "CHỦ TỊCH", "ỦY BAN", "UBND", "HỘI ĐỒNG", "HĐND", "BỘ", "SỞ",
                  "BAN", "TỔNG CỤC", "CỤC"))
    )  # fmt: skip
