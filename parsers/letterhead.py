"""The letterhead: which line of the page's top is what.

Takes the first paragraphs of a text, gives them classed one by one: motto, number, place and day, agency,
subject of a letter, marks of secrecy and urgency. Classing looks at the words, never at the order, because
dumps give the two columns in any order (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 1-5, 10).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.text import Paragraph, Text
from parsers.vietnamese.unicode import UPPER, dashes, is_caps

_TOKEN = r"[A-ZĐƯ0-9][\wĐđ&.]*"
NUMBER = re.compile(
    r"^\W*(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Lệnh)\s+)?(?:Số|SỐ|số)\s*[:.;]?\s*"
    r"(?P<number>\d{1,5}(?:\.\d{1,2})?[a-zđ]?(?=\s*[/\-]))?[\s.…_]*"
    rf"(?P<mark>[/\-])\s*(?P<symbol>(?=\S*[A-ZĐƯ]){_TOKEN}(?:\s?[/\-]\s?{_TOKEN})*)"
)
"""`Số: 173 /PĐ-SKHĐT`, `Số 32-KH/TU`, `Số:      /KH-VP`; matched on text with every dash as `-`."""

_BARE_NUMBER = re.compile(r"^\W*(?:Số|SỐ)\s*[:.]?\s*(?P<number>\d{1,5})\s*$")
_DOTS = r"[\s.…_/\-]*"
PLACE_DATE = re.compile(
    rf"(?:^|(?<=\s))(?P<place>[{UPPER}](?:(?!\d|[:;/]|Số\b|ngày).){{1,45}}?(?:\s\d{{1,2}})?)\s*,?\s*,\s*"
    rf"(?P<raw>(?:ngày|Ngày|NGÀY)\s*(?P<day>\d{{1,2}})?{_DOTS}(?:tháng|THÁNG)\s*(?P<month>\d{{1,2}})?{_DOTS}"
    rf"(?:năm|NĂM)\s*(?P<year>\d{{4}})?)|"
    rf"(?:^|(?<=\x00))\s*(?P<raw2>[nN]gày\s*(?P<day2>\d{{1,2}})?{_DOTS}tháng\s*(?P<month2>\d{{1,2}})?{_DOTS}"
    r"năm\s*(?P<year2>\d{4}))"
)
_MOTTO = re.compile(
    r"C[ỘÔO]NG\s+H\S{1,3}\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s*VIỆT\s*NAM|Độc\s+lập\s*-?\s*Tự\s+do\s*-?\s*Hạnh\s+phúc|"
    r"ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|ĐOÀN\s+TNCS\s+HỒ\s+CHÍ\s+MINH(?=\s*$)",
    re.IGNORECASE,
)
_URGENCY = re.compile(r"\W*(H[ỎO][ẢA] TỐC(?: HẸN GIỜ)?|THƯỢNG KHẨN|KHẨN)\W*")
_SECRECY = re.compile(r"\W*(TUYỆT MẬT|TỐI MẬT|MẬT)\W*")
_CIRCULATION = re.compile(r"\W*(?:XEM XONG TRẢ LẠI|LƯU HÀNH NỘI BỘ|TÀI LIỆU THU HỒI)\W*")
_DRAFT = re.compile(r"\W*(?:BẢN )?DỰ THẢO(?:\s+(?:LẦN\s+)?\d+)?\W*", re.IGNORECASE)
SUBJECT = re.compile(r"(?:V/v|V/V|v/v|Về việc|về việc|Về|về)\s*:?\s*(?=[\w“\"])")
CAPACITY = re.compile(
    r"\W{0,3}(?:TM|T\.M|KT|K\.T|TL|T\.L|TUQ|TU\.Q|T/M|K/T|T/L|Q|QUYỀN|THỪA LỆNH|KÝ THAY)"
    rf"(?:\s*[./,:]\s*|\s+)(?=[{UPPER}])"
)
"""Authority to sign (quyền hạn ký, ô 7a), at the start of a line in capitals."""
ADDRESSED = re.compile(r"\W*Kính (?:gửi|trình)\b\s*:?\s*|[^\n:]{5,60}\sđiện\s*:?\s*(?=-|\n|$)", re.IGNORECASE)


class Classed(NamedTuple):
    """A stretch of a letterhead line and what it is."""

    kind: str
    start: int
    end: int
    paragraph: int


def classed(text: Text, stop: int) -> list[Classed]:
    """Class the paragraphs before `stop`.

    Kinds: motto, number, date, agency, subject, urgency, secrecy, draft, other.
    """
    found: list[Classed] = []
    for index, paragraph in enumerate(text.paragraphs[:stop]):
        if paragraph.first.role == "body":
            found.extend(_classed_line(text.value, index, paragraph, found))
    return found


def _classed_line(value: str, index: int, paragraph: Paragraph, before: list[Classed]) -> list[Classed]:
    line = dashes(value[paragraph.start : paragraph.end])
    for kind, pattern in (("urgency", _URGENCY), ("secrecy", _SECRECY), ("draft", _DRAFT)):
        if found := pattern.fullmatch(line):
            inner = found.span(1) if kind != "draft" else found.span()
            return [Classed(kind, paragraph.start + inner[0], paragraph.start + inner[1], index)]
    parts: list[Classed] = []
    rest = line
    for kind, pattern in (("motto", _MOTTO), ("number", NUMBER), ("number", _BARE_NUMBER), ("date", PLACE_DATE)):
        taken = {part.kind for part in parts}
        for match in pattern.finditer(rest):
            if kind not in taken or kind == "motto":
                parts.append(Classed(kind, paragraph.start + match.start(), paragraph.start + match.end(), index))
                rest = rest[: match.start()] + "\x00" * (match.end() - match.start()) + rest[match.end() :]
                taken.add(kind)
    for piece in re.finditer(r"[^\x00]+", rest):
        words = piece[0].strip(" \t*_|").lstrip("- ")
        if not any(map(str.isalnum, words)) or _CIRCULATION.fullmatch(words):
            continue
        start = paragraph.start + piece.start() + piece[0].index(words)
        kind = _kind(words, before + parts)
        parts.append(Classed(kind, start, start + len(words), index))
    return sorted(parts, key=lambda part: part.start)


def _kind(words: str, before: list[Classed]) -> str:
    numbered = any(part.kind == "number" for part in before)
    if SUBJECT.match(words) and numbered and not is_caps(words):
        return "subject"
    if is_caps(words):
        return "other" if CAPACITY.match(words) else "agency"
    return "subject" if before and before[-1].kind == "subject" else "other"
