"""Pinpoints: điểm (point), khoản (clause), Điều (article) before the document that is cited.

Takes the words left of a citation, gives the pinpoint as printed and spelt out, one value a provision.
The grammar knows lists and ranges: `điểm a, b khoản 1 Điều 3 và Điều 7`, `từ Điều 8 đến Điều 12`.
"""

from __future__ import annotations

import re
from itertools import product

from models import Pinpoint
from parsers.vietnamese.unicode import ITEM_LETTERS

_ITEM = r"(?:\d{1,3}[a-zđ]?|[a-zđ]|[IVXLC]+)"
_LIST = rf"{_ITEM}(?:\s*(?:,|và|đến|-|hoặc)\s*{_ITEM}(?![\w]))*"
_UNIT = rf"(?:điểm|tiết|khoản|điều|mục|chương|phần|tiểu mục|phụ lục)\s+{_LIST}"
_NEXT = r"\s*(?:,|;|và|đến|của|hoặc)?\s*(?:các\s+)?(?<!\w)"
_PINPOINT = re.compile(
    rf"(?P<pinpoint>(?<!\w){_UNIT}(?:{_NEXT}{_UNIT})*)\s*,?\s*(?:(?:của|tại|ban hành kèm theo)\s+)?$", re.IGNORECASE
)
_PARTS = re.compile(rf"(?P<unit>điểm|tiết|khoản|điều)\s+(?P<items>{_LIST})", re.IGNORECASE)
_REPEATED = re.compile(r"\b(điểm|tiết|khoản|điều)\s+(\w+)\s+đến\s+\1\s+(\w+)", re.IGNORECASE)
REACH = 130
"""Number of characters left of a citation in which its pinpoint may begin."""


def before(value: str, end: int) -> tuple[int, str] | None:
    """Give start and words of the pinpoint that ends where a citation begins, if there is one."""
    window = value[max(0, end - REACH) : end]
    match = _PINPOINT.search(window)
    if match is None:
        return None
    return max(0, end - REACH) + match.start("pinpoint"), " ".join(match["pinpoint"].split())


def spelt_out(pinpoint: str) -> tuple[Pinpoint, ...]:
    """Give each provision of a pinpoint.

    Points belong to the clause after them, clauses to the article after them.
    """
    provisions: list[Pinpoint] = []
    points: list[str | None] = []
    clauses: list[tuple[str | None, str | None]] = []
    for match in _PARTS.finditer(_REPEATED.sub(r"\1 \2 đến \3", pinpoint)):
        unit, items = match["unit"].lower(), _items(match["items"])
        if unit in ("điểm", "tiết"):
            points = list(items)
        elif unit == "khoản":
            clauses += [(clause, point) for clause, point in product(items, points or [None])]
            points = []
        else:
            inner = clauses or [(None, point) for point in points or [None]]
            provisions += [
                Pinpoint(article=article, clause=clause, point=point) for article in items for clause, point in inner
            ]
            points, clauses = [], []
    inner = clauses or [(None, point) for point in points]
    return (*provisions, *(Pinpoint(clause=clause, point=point) for clause, point in inner))


def _items(words: str) -> list[str]:
    """Spell out a list; a range of numbers or letters gives each of them."""
    found: list[str] = []
    for part in re.split(r"\s*(?:,|và|hoặc)\s*", words):
        ends = re.split(r"\s*(?:đến|-)\s*", part)
        if len(ends) == 2 and ends[0].isdigit() and ends[1].isdigit() and 0 < int(ends[1]) - int(ends[0]) < 60:
            found += [str(number) for number in range(int(ends[0]), int(ends[1]) + 1)]
        elif len(ends) == 2 and all(end in ITEM_LETTERS for end in ends):
            found += ITEM_LETTERS[ITEM_LETTERS.index(ends[0]) : ITEM_LETTERS.index(ends[1]) + 1]
        else:
            found += [end for end in ends if end]
    return found
