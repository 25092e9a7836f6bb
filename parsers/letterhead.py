"""The letterhead: which line of the page's top is what.

Takes the first paragraphs of a text, gives them classed one by one: motto, number, place and day, agency,
subject of a letter, marks of secrecy and urgency. Classing looks at the words, never at the order, because
dumps give the two columns in any order (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 1-5, 10).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from parsers import edtf
from parsers.agency_names import head_of
from parsers.copy_stamps import stamp
from parsers.knowledge import rows, type_of_symbol
from parsers.readers.arrivals import Mark, arrived
from parsers.text import Paragraph, Text
from parsers.vietnamese.unicode import UPPER, bare, dashes, is_caps

_TOKEN = r"[A-ZĐƯ0-9][\wĐđ&.]*"
_SYMBOL = rf"(?P<symbol>(?=\S*[A-ZĐƯ]){_TOKEN}(?:\s?[/\-]\s?{_TOKEN})*)"
_FIGURES = r"(?P<number>\d{1,5}(?:\.\d{1,2})?[a-zđ]?(?=\s*[/\-]))?[\s.…_]*"
NUMBER = re.compile(
    r"^\W*(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Lệnh)\s+)?(?:Số|SỐ|số)\s*[:.;]?\s*"
    rf"{_FIGURES}(?P<mark>[/\-])\s*{_SYMBOL}"
)
"""`Số: 173 /PĐ-SKHĐT`, `Số 32-KH/TU`, `Số:      /KH-VP`; matched on text with every dash as `-`."""

_TYPES = "|".join(sorted(map(bare, type_of_symbol()), key=len, reverse=True))
_BARE_LABEL = r"^\W*(?:(?:Luat|Bo luat|Phap lenh|Nghi quyet|Lenh)\s+)?[Ss][oO06]\s*(?:[:.;,]\s*|(?=\d))"
_BARE_NUMBERS = (
    re.compile(rf"{_BARE_LABEL}{_FIGURES}(?P<mark>[/\-])\s*{_SYMBOL}"),
    re.compile(
        rf"{_BARE_LABEL}(?P<number>\d{{1,5}})\s?(?P<mark>)"
        rf"(?P<symbol>(?:{_TYPES})-{_TOKEN}(?:-{_TOKEN})*)"
    ),
    re.compile(rf"^\W*S[oO6]\s*[:;][^/\n]{{0,12}}(?P<number>)(?P<mark>/)\s*{_SYMBOL}"),
)
"""The same in text without marks; where the slash was lost, before a symbol that opens with a known type; and where
what stands before the slash cannot be a number, which then stays unread."""

_ONLY_NUMBER = re.compile(r"^\W*(?:Số|SỐ)\s*[:.]?\s*(?P<number>\d{1,5})\s*$")
_DOTS = r"[\s.…_/\-]*"
PLACE_DATE = re.compile(
    rf"(?:^|(?<=\s))(?P<place>[{UPPER}](?:(?!\d|[:;/]|Số\b|ngày).){{1,45}}?(?:\s\d{{1,2}})?)\s*,?\s*,\s*"
    rf"(?P<raw>(?:ngày|Ngày|NGÀY)\s*(?P<day>\d{{1,2}})?{_DOTS}(?:tháng|THÁNG)\s*(?P<month>\d{{1,2}})?{_DOTS}"
    rf"(?:năm|NĂM)\s*(?P<year>\d{{4}})?)|"
    rf"(?:^|(?<=\x00))\s*(?P<raw2>[nN]gày\s*(?P<day2>\d{{1,2}})?{_DOTS}tháng\s*(?P<month2>\d{{1,2}})?{_DOTS}"
    r"năm\s*(?P<year2>\d{4}))"
)
_JUNK = r"[^\d,;]{0,10}?"
_BARE_PLACE_DATE = re.compile(
    r"(?:^|(?<=\s))(?P<place>[A-Z](?:(?!\d|[:;/]|So\b|ngay).){1,45}?)\s*[,.;]\s*"
    rf"(?P<raw>(?i:ngay)\s*(?P<day>\d{{1,2}})?{_JUNK}(?i:thang)\s*(?P<month>\d{{1,2}})?{_JUNK}"
    r"(?i:nam)\s*(?P<year>\d{4}(?!\d))?)(?P<raw2>)(?P<year2>)(?P<month2>)(?P<day2>)"
)
"""The same in text without marks, with what recognition made of figures written by hand between the words."""
_URGENCY = re.compile(r"\W*(H[ỎO][ẢA] TỐC(?: HẸN GIỜ)?|THƯỢNG KHẨN|KHẨN)\W*")
_SECRECY = re.compile(r"\W*(TUYỆT MẬT|TỐI MẬT|MẬT)\W*")
_CIRCULATION = re.compile(r"\W*(?:XEM XONG TRẢ LẠI|LƯU HÀNH NỘI BỘ|TÀI LIỆU THU HỒI)\W*")
_DRAFT = re.compile(r"\W*(?:BẢN )?DỰ THẢO(?:\s+(?:LẦN\s+)?\d+)?\W*", re.IGNORECASE)
SUBJECT = re.compile(r"['‘’`]?(?:V/v|V/V|v/v|Về việc|về việc|Về|về)\s*:?\s*(?=[\w“\"])")
CAPACITY = re.compile(
    r"\W{0,3}(?:TM|T\.M|KT|K\.T|TL|T\.L|TUQ|TU\.Q|T/M|K/T|T/L|Q|QUYỀN|THỪA LỆNH|KÝ THAY)"
    rf"(?:\s*[./,:]\s*|\s+)(?=[{UPPER}])"
)
"""Authority to sign (quyền hạn ký, ô 7a), at the start of a line in capitals."""
ADDRESSED = re.compile(r"\W*Kính (?:gửi|trình)\b\s*:?\s*|[^\n:]{5,60}\sđiện\s*:?\s*(?=-|\n|$)", re.IGNORECASE)
_BARE_ADDRESSED = re.compile(r"\W*kinh (?:gui|trinh)\s*[:;]\s*", re.IGNORECASE)
_SESSION = re.compile(r"(?:khoa\s+[ivxl\d]+|nhiem\s+ky|ky\s+hop|phien\s+hop)\b", re.IGNORECASE)
_EDGES = " \t*_|'\"“”‘’„~^"
_AFTER_TP = re.compile(r"\bTP$", re.IGNORECASE)


class Printed(NamedTuple):
    """A place and day as printed: both ranges in their line, the day in EDTF; None for what is blank."""

    place: tuple[int, int] | None
    day: str | None
    raw: tuple[int, int] | None


def number(words: str) -> re.Match[str] | None:
    """Find number and symbol in a line: groups `number`, `mark`, `symbol`. Marks may be lost, spaces doubled."""
    folded = dashes(words)
    found = NUMBER.search(folded)
    if found is None:
        folded = bare(folded)
        found = next(filter(None, (pattern.search(folded) for pattern in _BARE_NUMBERS)), None)
    return found


def place_and_day(words: str) -> Printed | None:
    """Find place and day in a line; marks may be lost."""
    match = PLACE_DATE.search(dashes(words)) or _BARE_PLACE_DATE.search(bare(dashes(words)))
    if match is None:
        return None
    second = "2" if match["raw2"] else ""
    year = match["year" + second]
    day = edtf.day(year, match["month" + second], match["day" + second]) if year else None
    return Printed(match.span("place") if match["place"] else None, day, match.span("raw" + second) if day else None)


def addressed(words: str) -> int | None:
    """Give where the addressees begin on a line that opens with `Kính gửi:`, or None."""
    match = ADDRESSED.match(words) or _BARE_ADDRESSED.match(bare(words[:20]))
    return match.end() if match else None


@cache
def _mottoes() -> re.Pattern[str]:
    """Give the pattern of mottoes, for text without marks."""
    ends = {"motto": "", "motto_last": r"(?=\W*$)"}
    made = [
        r"[\W_]*".join(".{0,12}?" if word == "…" else re.escape(bare(word)) for word in row["words"].split())
        + ends[row["cue"]]
        for row in rows("cues")
        if row["cue"] in ends
    ]
    return re.compile("|".join(made), re.IGNORECASE)


class Classed(NamedTuple):
    """A stretch of a letterhead line and what it is."""

    kind: str
    start: int
    end: int
    paragraph: int


def classed(text: Text, stop: int, start: int = 0) -> list[Classed]:
    """Class the paragraphs from `start` and before `stop`.

    Kinds: motto, number, date, agency, subject, urgency, secrecy, draft, noise, other. The stamp of arrival and that
    of an electronic copy are left out: their numbers, days and bodies are not the document's.
    """
    found: list[Classed] = []
    printed = text.paragraphs[start:stop]
    words = [text.value[paragraph.start : paragraph.end] for paragraph in printed]
    strange = arrived([Mark(line) for line in words]) | {place for place, line in enumerate(words) if stamp(line)}
    for place, paragraph in enumerate(printed):
        if paragraph.first.role == "body" and place not in strange:
            found.extend(_classed_line(text.value, start + place, paragraph, found))
    return found


def _classed_line(value: str, index: int, paragraph: Paragraph, before: list[Classed]) -> list[Classed]:
    line = dashes(value[paragraph.start : paragraph.end])
    for kind, pattern in (("urgency", _URGENCY), ("secrecy", _SECRECY), ("draft", _DRAFT)):
        if found := pattern.fullmatch(line):
            inner = found.span(1) if kind != "draft" else found.span()
            return [Classed(kind, paragraph.start + inner[0], paragraph.start + inner[1], index)]
    parts: list[Classed] = []
    rest = line
    for kind, spans in (("motto", _motto_spans), ("number", _number_spans), ("date", _date_spans)):
        for start, end in spans(rest):
            parts.append(Classed(kind, paragraph.start + start, paragraph.start + end, index))
            rest = rest[:start] + "\x00" * (end - start) + rest[end:]
    for piece in re.finditer(r"[^\x00]+", rest):
        words = _trimmed(piece[0])
        if not any(map(str.isalnum, words)) or _CIRCULATION.fullmatch(words):
            continue
        start = paragraph.start + piece.start() + piece[0].index(words)
        kind = _kind(words, before + parts)
        parts.append(Classed(kind, start, start + len(words), index))
    return sorted(parts, key=lambda part: part.start)


def _motto_spans(line: str) -> list[tuple[int, int]]:
    return [match.span() for match in _mottoes().finditer(bare(line))]


def _number_spans(line: str) -> list[tuple[int, int]]:
    match = number(line) or _ONLY_NUMBER.search(line)
    return [match.span()] if match else []


def _date_spans(line: str) -> list[tuple[int, int]]:
    match = PLACE_DATE.search(line) or _BARE_PLACE_DATE.search(bare(line))
    return [match.span()] if match else []


def _trimmed(words: str) -> str:
    """Leave off bullets, quotes and what recognition saw at the ends of a line in capitals: `SỞ TƯ PHÁP.`, `“ ï`."""
    words = words.strip(" \t*_|").lstrip("- ")
    if not is_caps(words):
        return words
    words = re.sub(r"(?<=[\s\W])[^\W\d_]$", lambda one: one[0] if one[0].isupper() else "", words)
    trimmed = words.strip(_EDGES).rstrip(_EDGES + ".;:").lstrip(".,;:- ")
    return f"{trimmed}." if _AFTER_TP.search(trimmed) and f"{trimmed}." in words else trimmed


def _kind(words: str, before: list[Classed]) -> str:
    numbered = any(part.kind == "number" for part in before)
    match = SUBJECT.match(words)
    if match and (numbered or ("/" in match[0] and before)) and ("/" in match[0] or not is_caps(words)):
        return "subject"
    if not is_caps(words):
        return "subject" if before and before[-1].kind == "subject" else "other"
    if CAPACITY.match(words) or _SESSION.match(bare(words)):
        return "other"
    if re.match(_BARE_LABEL, bare(words)):
        return "noise"
    if numbered and any(part.kind == "agency" for part in before) and head_of(words) is None:
        return "noise"
    return "agency"
