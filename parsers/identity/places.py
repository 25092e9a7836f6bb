"""Places: the province and the unit below it that the name of a body is bound to.

Takes a name as printed (`UBND tỉnh Lào Cai`, `Đảng ủy xã Văn Lãng`), gives slugs. A province is one of the table
of provinces; a unit below it is whatever name follows `huyện`, `xã`, `phường` and their like.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from parsers.knowledge import rows
from parsers.vietnamese.slugs import slug
from parsers.vietnamese.unicode import UPPER, key

_KINDS = ("huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
_KIND = "|".join(form for kind in _KINDS for form in (kind, kind.capitalize(), kind.upper()))
_ENDS = rf"$|[,;(]|tỉnh|TỈNH|thành phố|THÀNH PHỐ|{_KIND}|khóa|nhiệm kỳ|lần"
_UNIT = re.compile(
    rf"(?<!\w)(?P<kind>{_KIND})\s+(?!hội|Hội|HỘI)"
    rf"(?P<name>\d+|[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{0,3}}?)(?=[\s,;.)]*(?:{_ENDS}))"
)
_CITY = re.compile(rf"(?<!\w)(?:thành phố|Thành phố|THÀNH PHỐ)\s+(?P<name>[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{0,2}})")
_LEVEL = re.compile(r"(?<!\w)(?:tỉnh|TỈNH|Tỉnh|thành phố|THÀNH PHỐ|Thành phố)(?!\w)")
_LOW = re.compile(rf"(?<!\w)(?:{'|'.join(_KINDS)})(?!\w)(?!\s+hội)", re.IGNORECASE)


class Place(NamedTuple):
    """Where a body belongs: slugs of the province and of the unit below it.

    level: what the name itself says, `province` (`UBND tỉnh`) or `unit` (`UBND xã`), even where no place is named.
    """

    province: str | None = None
    unit: str | None = None
    level: str | None = None


@cache
def _provinces() -> tuple[re.Pattern[str], dict[str, str]]:
    slugs: dict[str, str] = {}
    for row in rows("provinces"):
        for name in filter(None, (row["name"], *row["spellings"].split(";"))):
            slugs[key(name)] = row["slug"]
    names = sorted(slugs, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)"), slugs


@cache
def province(words: str) -> str | None:
    """Give the slug of the province named last in some words, or None."""
    pattern, slugs = _provinces()
    found = pattern.findall(key(words))
    return slugs[found[-1]] if found else None


@cache
def place(words: str) -> Place:
    """Give the place that the name of a body says."""
    unit = _unit(words)
    level = "unit" if unit or _LOW.search(words) else "province" if _LEVEL.search(words) else None
    above = words[: words.rfind(unit[1])] + words[words.rfind(unit[1]) + len(unit[1]) :] if unit else words
    return Place(province(above), unit[0] if unit else None, level)


def _unit(words: str) -> tuple[str, str] | None:
    """Give the slug of the unit below the province and the words that name it."""
    match = _UNIT.search(words)
    if match:
        return slug(f"{match['kind']} {match['name']}"), match["name"]
    city = _CITY.search(words)
    if city and province(city["name"]) is None:
        return slug(f"thành phố {city['name']}"), city["name"]
    return None
