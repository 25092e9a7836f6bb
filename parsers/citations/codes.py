"""Codes: number and symbol of a document, in every order and spelling.

Takes text with every dash as `-`, gives where codes stand. Anchored on the figure and the mark after it, so
that long texts are passed over at the speed of the pattern engine
(Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; Party: Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

import re

from parsers.knowledge import type_of_symbol
from parsers.vietnamese.unicode import LOWER

_T = r"(?:[A-ZĐƯ][\w&]*(?:\.[\w&]+)*|\d{2,4}(?=[-/][A-ZĐ])|[a-zđ]{2,6}(?=-[a-zđ])|(?<=[a-zđ]-)[a-zđ]{2,8})"
_SYM = rf"{_T}(?:\s?[-/]\s?(?:{_T}|\d{{1,2}}[A-ZĐ]*\b))*"
_NUM = r"\d{1,5}(?:\.\d{1,2})?[a-zđ]?"

CODE = re.compile(
    rf"(?<![\w/.\-:])(?:"
    rf"(?P<standard>(?:QCVN|TCVN|QCĐP|TCXDVN)\s?\d[\d\-.]*\s?:\s?\d{{4}}(?:/[A-ZĐ]+)?)"
    rf"|(?P<number>{_NUM})\s?(?P<mark>/)\s?(?P<symbol>\d{{4,5}}\s?/?\s?{_SYM})"
    rf"|(?P<number2>{_NUM})\s?(?P<mark2>/)\s?(?P<symbol2>{_SYM})"
    rf"|(?P<number3>\d{{1,5}})\s?(?P<mark3>-)\s?(?P<symbol3>[A-ZĐ][\wĐđ]*(?:\s?[/-]\s?[A-ZĐ][\wĐđ.]*)+)"
    rf"|(?P<odd>(?<=[Ss]ố )[A-ZĐ][\w.]*(?:-[\w.]+)*/[\w.-]+)"
    rf"|(?P<number4>\d{{2,5}})(?P<mark4>VBHN)-(?P<symbol4>[A-ZĐ][\wĐđ-]*)"
    rf")"
)
"""QPPL with year, plain, Party, letters, technical standards, and what only the word `số` shows to be a code."""

_COUNTED = r"nội dung|điểm\b|bước|chỉ tiêu|vấn đề|năm|tháng|tỷ|triệu|đồng|%|dự án|mục tiêu|giờ|lần|nhiệm vụ|người|quý|-"
BARE = re.compile(rf"(?<![\w.,/-])(?P<number>\d{{1,4}})(?![\d.,/%]{{0,20}}[\w%/-])(?!\s*(?:{_COUNTED}))")
"""A number alone, as in `Đề án số 08` or `Chỉ thị 11`."""


def parts(match: re.Match[str]) -> tuple[str | None, str | None, str]:
    """Give number, symbol and code, spaces removed."""
    code = re.sub(r"\s+", "", match[0]).rstrip(".,;-")
    for suffix in ("", "2", "3", "4"):
        number = match[f"number{suffix}"]
        if number:
            symbol = re.sub(r"\s+", "", match[f"symbol{suffix}"]).rstrip(".,;-")
            return number, symbol, code
    return None, None, code


def is_code(match: re.Match[str]) -> bool:
    """Say whether what has the shape of a code holds enough capitals to be one (not `1/Nội dung`)."""
    if match["standard"] or match["odd"] or match["number4"]:
        return True
    symbol = parts(match)[1] or ""
    first = re.split(r"[-/.]", re.sub(r"^\d+/?", "", symbol))[0]
    if first.islower():
        return first.upper() in type_of_symbol()
    capitals = sum(c.isupper() for c in symbol)
    return capitals >= 2 and len(first) <= 16 and not re.match(rf"[A-ZĐ][{LOWER}]{{2,}}", first)
