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
from parsers.headings import heading
from parsers.knowledge import cue, doc_types, posts, rows
from parsers.letterhead import addressed
from parsers.paragraphs import MARKER
from parsers.text import Paragraph, Text
from parsers.vietnamese.unicode import ascii_key, bare, is_caps, key

REACH = 60
"""Number of paragraphs within which the type is looked for."""

_BODY = re.compile(rf"(?:-\s*)?(?:{cue('body_opening')}\s|Năm \d{{4}}|Ngày \d)")
_LONG_CUES = [row["words"] for row in rows("cues") if row["cue"] == "body_opening" and " " in row["words"]]
_BARE_BODY = re.compile(rf"(?:-\s*)?(?:{'|'.join(map(bare, _LONG_CUES))})\s")
"""The same in text without marks; one syllable without them is too many words."""
_END = re.compile(r"[.;:,]$|\./\.?$")
_OPEN = re.compile(r"(?:,|\s(?:của|và|về|theo|tại|số|ngày))\s*$")
_SENDS = re.compile(r"\s+điện\s*:?$")
_BULLET = re.compile(r"[-–—_*]\s*(?=\S)")
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
    return re.compile(rf"(?P<name>{names})(?P<rest>,?\s+\S.*|[\s:.*]*)$")


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
        return _type_without_marks(words)
    return _names()[re.sub(r"\s+", " ", match["name"])], match["rest"].strip(" ,:.*")


@cache
def _bare_names() -> dict[str, str]:
    """Give the names of types by their letters without marks and spaces, where no two types share them."""
    made: dict[str, list[str]] = {}
    for doc_type in doc_types():
        if doc_type.heads:
            made.setdefault(_letters(doc_type.name), []).append(doc_type.name)
    return {letters: names[0] for letters, names in made.items() if len(names) == 1}


def _letters(words: str) -> str:
    return re.sub(r"[\W_]", "", ascii_key(words))


def _type_without_marks(words: str) -> tuple[str, str] | None:
    """Give the type of a line in capitals whose marks or spaces were lost: `QUYÉT ĐỊNH`, `KÉ HOẠCH`, `THÔNGBÁO`."""
    if not is_caps(words):
        return None
    first, _, rest = words.partition(",")
    name = _bare_names().get(_letters(first)) if len(first) < 40 else None
    return (name, key(rest)) if name else None


def type_line(text: Text) -> TypeLine | None:
    """Find the line that names the type, before the body begins."""
    second: TypeLine | None = None
    for index, paragraph in enumerate(text.paragraphs[:REACH]):
        words = text.value[paragraph.start : paragraph.end]
        if addressed(words) is not None or paragraph.first.role != "body":
            break
        if index and is_caps(words) and _BULLET.match(words):
            continue
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
        if second is None and is_caps(words) and (index or heading(words[len(name) :])):
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
    while start < stop and text.value[start] in " \n,:-–*":
        start += 1
    return Subject(start, stop, index)


def _stops(text: Text, paragraph: Paragraph, first: Paragraph | None, *, begun: bool) -> bool:
    words = text.value[paragraph.start : paragraph.end]
    if paragraph.first.role != "body" or addressed(words) is not None or _GUIDE.match(words):
        return True
    if _is_authority(words) or re.match(r"[IVX]{1,4}\s*[.\-/]\s|\d{1,2}\.\s|Điều \d", words):
        return True
    if not begun:
        return len(words) > 160 and bool(_BODY.match(words)) and words.endswith((";", ".", ":"))
    if first is not None and first.first.runs[0].bold and not paragraph.first.runs[0].bold:
        return True
    if first is not None and is_caps(words) != is_caps(text.value[first.start : first.end]):
        return True
    goes_on = _OPEN.search(text.value, max(0, paragraph.start - 12), paragraph.start) is not None
    long = len(words) > 150 and not goes_on
    if first is not None and not first.first.runs[0].size and long and words.endswith((".", ";", ":")):
        return True
    if words[:1].isupper() and words.endswith((":", ";", ".")) and not goes_on:
        return True
    opens = _BODY.match(words) or _BARE_BODY.match(bare(words[:40]))
    return bool(opens) and (len(words) > 60 or bool(_END.search(words)))


def _is_authority(words: str) -> bool:
    """Say whether a line names the body or post that decides, as above `QUYẾT ĐỊNH:`."""
    words = _SENDS.sub("", words)
    if not is_caps(words) or len(words) > 90:
        return False
    head = head_of(words)
    folded = key(words).strip(" :,")
    return head in _deciders() or any(folded == post or folded.startswith(post + " ") for post in posts())


def authority(text: Text, index: int) -> tuple[int, int] | None:
    """Give the range of the body that decides, in capitals below the title; of a post, the body that it heads.

    index: the paragraph after the title.
    """
    if index >= len(text.paragraphs):
        return None
    paragraph = text.paragraphs[index]
    words = text.value[paragraph.start : paragraph.end]
    if not _is_authority(words) or type_of(words) is not None:
        return None
    start, end = paragraph.start, paragraph.start + len(words.rstrip(" ,:;."))
    headed = next((m.end() for m in re.finditer(r"\s+", words) if head_of(words[m.end() :]) in _bodies()), None)
    return (start + headed if headed and key(words).startswith(tuple(posts())) else start), end


@cache
def _bodies() -> frozenset[str]:
    """Heads of the names of bodies that a post may stand before: `GIÁM ĐỐC SỞ …`, not `THỦ TƯỚNG CHÍNH PHỦ`."""
    return frozenset(map(key, ("ỦY BAN", "UBND", "HỘI ĐỒNG", "HĐND", "BỘ", "SỞ", "BAN", "TỔNG CỤC", "CỤC", "CHI CỤC",
                               "TRƯỜNG", "VIỆN", "TRUNG TÂM", "BỆNH VIỆN", "VĂN PHÒNG", "THANH TRA")))  # fmt: skip


@cache
def _deciders() -> frozenset[str]:
    return frozenset(
        map(key, ("CHÍNH PHỦ", "THỦ TƯỚNG", "QUỐC HỘI", "CHỦ TỊCH", "ỦY BAN", "UBND", "HỘI ĐỒNG", "HĐND", "BỘ", "SỞ",
                  "BAN", "TỔNG CỤC", "CỤC"))
    )  # fmt: skip
