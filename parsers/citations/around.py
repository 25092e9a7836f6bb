"""What stands around a code: the law's name before its number, date and issuer after it, its settled type.

Takes text with every dash as `-`, gives parts of a citation as printed.
"""

from __future__ import annotations

import re

from parsers import edtf
from parsers.citations import issuers
from parsers.citations.found import Found
from parsers.knowledge import type_of_symbol

_LAW_BEFORE = re.compile(
    r"(?<!\w)(?P<type>Bộ [Ll]uật|[Ll]uật|LUẬT|Pháp lệnh|Nghị quyết)\s"
    r"(?:(?:(?![.;:()“”\n]|\d/).){1,170}?)\s*(?:số\s*:?)\s*$"
)
_DAY = (
    r"ngày\s*(?P<d>\d{1,2})?\s*(?:(?:/|-|\.)\s?(?P<m>\d{1,2})\s?(?:/|-|\.)\s?(?P<y>\d{4})|"
    r"tháng\s*(?P<m2>\d{1,2})\s*năm\s*(?P<y2>\d{4}))"
)
_DATE = re.compile(
    rf"\s*,?\s*\(?\s*(?:ký\s+)?(?:{_DAY}|tháng\s+(?P<m3>\d{{1,2}})\s*(?:năm\s+|/)(?P<y3>\d{{4}})|"
    r"(?P<d4>\d{1,2})/(?P<m4>\d{1,2})/(?P<y4>\d{4}))",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"[Nn]gày\s+(?P<d>\d{1,2})\s*(?:/\s*|tháng\s+)(?P<m>\d{1,2})\s*(?:/\s*|năm\s+)(?P<y>\d{4})\s*,\s*"
    r"[^.;\d]{2,110}?\s+(?:đã\s+)?(?:có|ban hành|ký ban hành)\s+$"
)


def law_head(folded: str, end: int, symbol: str | None) -> tuple[int, str] | None:
    """Give where a law's name begins before its number: `Luật Giáo dục số 43/2019/QH14`."""
    if not symbol or not re.search(r"QH\d*$|UBTVQH\d*$|HĐNN\d*$", symbol):
        return None
    base = max(0, end - 190)
    window = folded[base:end]
    for head in reversed(list(re.finditer(r"(?<!\w)(?:Bộ [Ll]uật|Luật|luật|Pháp lệnh|Nghị quyết)\s", window))):
        match = _LAW_BEFORE.match(window, head.start())
        if match:
            amending = re.search(r"(?:Luật|Pháp lệnh)\s+[Ss]ửa đổi[^.;\d]*$", window[: head.start()])
            start = amending.start() if amending else head.start()
            return base + start, match["type"].lower()
    return None


def official(symbol: str | None) -> bool:
    """Say whether a symbol stands for itself without `số` or a type word: `15/2025/TT-BNV`, `48/NQ-HĐND`."""
    if not symbol:
        return False
    first = re.split(r"[-/]", re.sub(r"^\d+/", "", symbol))[0]
    return (
        first in type_of_symbol() and re.search(r"[-/]", re.sub(r"^\d+/", "", symbol)) is not None
    ) or first.startswith(("QH1", "UBTVQH"))


def settled_type(doc_type: str | None, symbol: str | None, match: re.Match[str]) -> str | None:
    """Give the type: the printed word, or what the symbol says where no word is printed; `văn bản` is a letter."""
    if match["standard"]:
        return "quy chuẩn kỹ thuật quốc gia" if match["standard"].startswith("QCVN") else "tiêu chuẩn"
    if doc_type == "văn bản":
        return "công văn"
    if doc_type is None and symbol:
        first = re.split(r"[-/]", re.sub(r"^\d+/", "", symbol))[0]
        return type_of_symbol().get(first.upper() if first.islower() else first)
    return doc_type


def completed(folded: str, item: Found) -> Found:
    """Add the date and issuer that follow, or the date that the sentence gave before."""
    end, issued = item.end, None
    date = _DATE.match(folded, end)
    if date is not None:
        day = date["d"] or date["d4"]
        month = date["m"] or date["m2"] or date["m3"] or date["m4"]
        year = date["y"] or date["y2"] or date["y3"] or date["y4"]
        issued = edtf.month(year, month) if date["m3"] else edtf.day(year, month, day)
        end = date.end()
    else:
        earlier = _EARLIER.search(folded[max(0, item.start - 160) : item.start])
        if earlier:
            issued = edtf.day(earlier["y"], earlier["m"], earlier["d"])
    issuer = issuers.after(folded, end)
    return item._replace(end=issuer[2] if issuer else end, issued_on=issued, issuer=issuer[:2] if issuer else None)
