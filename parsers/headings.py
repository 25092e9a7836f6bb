"""The heading that says all: issuer, number and day on the lines of the type, as the Gazette set older documents.

Takes the words below or beside the type's name, gives what they say and where the subject begins. Until the 1990s a
document opened `NGHỊ ĐỊNH CỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ 217-HĐBT NGÀY 14-11-1987 VỀ VIỆC …`; the decrees of 1945 have
nothing else above their articles (`SẮC LỆNH CỦA CHỦ TỊCH CHÍNH PHỦ SỐ 1 NGÀY 30 THÁNG 8 NĂM 1945`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers import edtf
from parsers.vietnamese.unicode import bare, dashes

_OPENS_SUBJECT = r"(?:VE|BAN HANH|QUY DINH|QUI DINH|HUONG DAN|SUA DOI|CHO PHEP|CU|BO NHIEM|THANH LAP)\b"
_HEADING = re.compile(
    r"\W*(?:CUA\s+(?P<issuer>\D{3,90}?)\s+)?SO\s*:?\s*(?P<number>\d{1,4}[A-Z]?)\s?(?P<mark>[-/])?"
    r"(?P<symbol>(?<=[-/])\s?[A-Z][A-Z/-]*)?\s*,?\s*"
    r"(?P<raw>NGAY\s+(?P<day>\d{1,2})(?:\s+THANG\s+|\s?[-/.]\s?)(?P<month>\d{1,2})(?:\s+NAM\s+|\s?[-/.]\s?)"
    r"(?P<year>1[89]\d\d|20\d\d))"
    rf"(?:\s+CUA\s+(?P<issuer2>\D{{3,90}}?)(?=\s+{_OPENS_SUBJECT}|\W*$))?[\s,.:]*",
    re.IGNORECASE,
)

Span = tuple[int, int]


class Heading(NamedTuple):
    """What a heading says, as ranges in its words; `day` is EDTF, `rest` is where the subject begins."""

    issuer: Span | None
    number: Span
    mark: str
    symbol: Span | None
    raw: Span
    day: str
    rest: int


def heading(words: str) -> Heading | None:
    """Read the words after the type's name; None if they do not open with number and day."""
    match = _HEADING.match(bare(dashes(words)))
    day = edtf.day(match["year"], match["month"], match["day"]) if match else None
    if match is None or day is None:
        return None
    issuer = "issuer" if match["issuer"] else "issuer2"
    return Heading(
        issuer=match.span(issuer) if match[issuer] else None,
        number=match.span("number"),
        mark=match["mark"] or "",
        symbol=match.span("symbol") if match["symbol"] else None,
        raw=match.span("raw"),
        day=day,
        rest=match.end(),
    )
