"""Captions of tables: the title printed right above one.

Takes the text and the first paragraph of a table. Rule of the place: a caption names the table (`Bảng 1. …`,
`Biểu mẫu số 01`, `PHỤ LỤC I …`, a title in capitals); the unit of its figures and the line that says with which
document it was issued stand between and are no part of it.
"""

from __future__ import annotations

import re

from parsers.sections.markers import read
from parsers.text import Text
from parsers.vietnamese.unicode import is_caps

REACH = 7
"""Paragraphs above a table that are looked at."""
MAX_WORDS = 60
"""Words of a caption, at most."""

_NAMED = re.compile(
    r"\W*(?:(?:BẢNG|Bảng|BIỂU|Biểu)(?:\s+(?:MẪU|mẫu))?\s*(?:số|SỐ)?\s*(?:[\dIVX]|\S{1,3}[.:])|(?:MẪU|Mẫu)\s*(?:số|SỐ)?\s*\d|"
    r"(?:PHỤ\s+LỤC|Phụ\s+lục)(?=\s*(?:số\s*)?[\dIVXA-H]*\s*(?:[.:–-]|$|[A-ZĐ(]))|"
    r"(?:Danh (?:mục|sách)|Bảng tổng hợp|Biểu tổng hợp)\s)"
)
_TITLE = re.compile(r"\W*(?:BẢNG|BIỂU|DANH (?:MỤC|SÁCH)|TỔNG HỢP|LỊCH|PHÂN CÔNG|THỐNG KÊ)\s")
"""What the title of a table begins with; only an appendix is named above it."""
_APPENDIX = re.compile(r"\W*(?:PHỤ\s+LỤC|Phụ\s+lục)\b")
_BETWEEN = re.compile(
    r"\W*(?:Đơn vị(?: tính)?\s*:|ĐVT\b|Đvt\b|ĐƠN VỊ TÍNH)|"
    r"\W*\(?\s*(?:Ban hành\s+)?(?:[Kk]èm theo|Đính kèm|BAN HÀNH KÈM)"
)
_GUIDE = re.compile(r"\s*\(\s*(?:Ban hành\s+)?[Kk]èm theo.*")
_LETTERHEAD = re.compile(r"\W*(?:C[ỘÔ]NG H\S+ X[ÃA]|Độc lập\s*[-–]|Số\s*[:/]|Nơi nhận|Kính gửi)")


def caption(text: Text, first: int) -> str | None:
    """Give the caption of a table; first: index of its first paragraph."""
    lines: list[str] = []
    for index in range(first - 1, max(first - 1 - REACH, -1), -1):
        paragraph = text.paragraphs[index]
        words = " ".join(text.value[paragraph.start : paragraph.end].split())
        if paragraph.first.role == "footnote":
            continue
        if paragraph.first.role != "body" or _LETTERHEAD.match(words):
            break
        if _BETWEEN.match(words):
            continue
        words = _GUIDE.sub("", words)
        if _is_prose(words):
            break
        named = _NAMED.match(words) is not None
        if any(map(_TITLE.match, lines)) and not _APPENDIX.match(words):
            break
        if not named and (read(words) or not (is_caps(words) or (paragraph.bold and paragraph.first.runs[0].size))):
            break
        lines.insert(0, words)
        if named:
            break
    found = " ".join(lines).strip(" .:;*-–")
    return found if found and len(found.split()) <= MAX_WORDS else None


def _is_prose(words: str) -> bool:
    return words.endswith((":", ";", "./.")) or len(words.split()) > MAX_WORDS
