"""Issuers: the body in whose book a number stands, as an id.

Takes the letters of a symbol, the issuer as printed and the setting of the citing document, gives an id such as
`vn/lang-son/so-tai-chinh`. The letters decide where the table knows them: `CT-UBND` is a number of the People's
Committee even where the text says `của Chủ tịch UBND`. The letters do not say the level; the printed name does,
else the citing document's own province. Nothing is guessed: a level that stays open gives no id.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from parsers.identity.cycles import Days
from parsers.identity.places import Place, place
from parsers.knowledge import rows
from parsers.vietnamese.slugs import slug
from parsers.vietnamese.unicode import key

_OFFICE = re.compile(
    r"(?:Quyền\s+)?(?:Phó\s+)?"
    r"(?:Bộ trưởng|Thứ trưởng|Giám đốc|Chủ tịch|Chủ nhiệm|Cục trưởng|Tổng cục trưởng|Trưởng ban|Chánh|Tổng)\s+"
    r"(?=(?:Bộ|Sở|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Cục|Tổng cục|Ban|Văn phòng|Thanh tra|Kiểm toán|Ngân hàng"
    r"|Công an|Chi cục)(?!\w))"
)
_RELATIVE = frozenset(
    map(key, ("Sở", "Giám đốc Sở", "Bộ", "Bộ trưởng", "Văn phòng", "Ban", "Cục", "Cục trưởng", "Chi cục"))
)
_COMMITTEE = re.compile(r"(?P<kind>Huyện|Quận|Thị|HUYỆN|QUẬN|THỊ)\s+(?:ủy|uỷ|ỦY|UỶ)\s+(?P<name>\S.*)")
_AFTER_NAME = re.compile(
    r"\s*(?:\(|,|\s(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|khóa|khoá|nhiệm kỳ)\s(?!hội)).*$", re.IGNORECASE
)


class Issuer(NamedTuple):
    """A row of the table of symbols: the body's name and its part of an id, at which level it is, and its cycle."""

    name: str
    slug: str
    scope: str
    cycle: str


class Own(NamedTuple):
    """What is known of the citing document: its issuer and that body's letters, its place, its day of issue."""

    issuer: str | None = None
    letters: str | None = None
    province: str | None = None
    unit: str | None = None
    days: Days = Days(None, None)


def folded(letters: str) -> str:
    """Give letters of a symbol in one spelling: `SKH&ĐT` → `SKHĐT`."""
    return re.sub(r"[&.\s]", "", letters).upper()


@cache
def _by_letters() -> dict[str, Issuer]:
    found: dict[str, Issuer] = {}
    for row in rows("symbol_issuers"):
        for letters in (row["code"], *filter(None, row["variants"].split(";"))):
            found.setdefault(folded(letters), Issuer(row["name"], row["slug"], row["scope"], row["cycle"]))
    return found


@cache
def _by_name() -> dict[str, Issuer]:
    return {key(row.name): row for row in _by_letters().values() if row.scope != "own"}


def known(letters: str | None) -> Issuer | None:
    """Give the row for the letters of a body, or None; letters of a body that any agency has (`VP`) are not enough."""
    row = _by_letters().get(folded(letters)) if letters else None
    return row if row is not None and row.scope != "own" else None


def _anyones(letters: str) -> bool:
    return folded(letters) in _by_letters() and known(letters) is None


@cache
def named(printed: str) -> Issuer | None:
    """Give the row whose name begins a printed name: `Sở Công Thương tỉnh Quảng Ngãi` → `Sở Công Thương`."""
    words = key(_OFFICE.sub("", printed)).replace("ubnd", key("Ủy ban nhân dân")).split()
    for length in range(len(words), 0, -1):
        found = _by_name().get(" ".join(words[:length]))
        if found is not None:
            return found
    return None


def issuer_slug(bodies: tuple[str, ...], printed: str | None, own: Own) -> str | None:
    """Give the id of the body whose letters stand in a symbol and whose name is printed after it.

    bodies: letters of the issuers, the lead body first. printed: the issuer's name, if any. own: the citing document.
    """
    row = known(bodies[0] if bodies else None) or (named(printed) if printed else None)
    if row is None:
        return _unlisted(bodies, printed, own)
    if row.scope == "central":
        return f"vn/{row.slug}"
    where = place(printed) if printed else Place()
    if row.scope == "local":
        return _local(bodies, row.slug, printed, where, own)
    province = where.province or own.province
    return f"vn/{province}/{row.slug}" if province else None


def _local(bodies: tuple[str, ...], name: str, printed: str | None, where: Place, own: Own) -> str | None:
    """Give the id of a body that exists at several levels: by the level printed, else that of the citing document."""
    province, unit = where.province or own.province, where.unit
    committee = _COMMITTEE.match(printed or "")
    if committee:
        unit = slug(f"{committee['kind']} {_AFTER_NAME.sub('', committee['name'])}")
    if unit is None and where.level == "unit":
        unit = own.unit
        if unit is None:
            return None
    elif unit is None and where.level is None and where.province is None:
        if own.issuer and own.letters and bodies and folded(own.letters) == folded(bodies[0]):
            return own.issuer
        if own.unit or own.province is None or name.endswith("-uy"):
            return None
    if province is None:
        return None
    return f"vn/{province}/{unit}/{name}" if unit else f"vn/{province}/{name}"


def _unlisted(bodies: tuple[str, ...], printed: str | None, own: Own) -> str | None:
    """Give the id of a body that the table does not know: the citing body itself, its printed name, or its letters."""
    same = own.letters is not None and bodies and folded(own.letters) == folded(bodies[0])
    if own.issuer and (same or (printed and key(printed) in _RELATIVE)) and (not printed or key(printed) in _RELATIVE):
        return own.issuer
    if printed and key(printed) not in _RELATIVE:
        where = place(printed)
        name = slug(_AFTER_NAME.sub("", _OFFICE.sub("", printed)))
        return "/".join(filter(None, ("vn", where.province, where.unit, name))) if name else None
    letters = "" if bodies and _anyones(bodies[0]) else slug("-".join(bodies))
    return "/".join(filter(None, ("vn", own.province, f"_{letters}"))) if letters else None
