"""Issuers: the body in whose book a number stands, as an id.

Takes the letters of a symbol, the issuer as printed and the setting of the citing document, gives an id such as
`vn/lang-son/so-tai-chinh`. Bodies have the ids that `parsers.agencies` gives them; own spelling is left for what
its tables do not know. A printed name decides where its letters may mean it, for it says level and place; else the
letters do: `TB-VPCP` is a number of the Office even where the text says `của Thủ tướng`. Nothing is guessed: a
level that stays open gives no id.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from parsers import agencies
from parsers.agencies import Context, Entity, context_of
from parsers.identity.cycles import Days
from parsers.identity.places import Place, place
from parsers.identity.symbols import Symbol
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


_OPEN = Days(None, None)
_LEVELS = ("central", "province")
_BODIES_TOO = frozenset({"CT", "TTR", "CĐ", "HĐ"})
_TOLD_APART = 3
"""Letters of a symbol from which on they tell bodies apart: `PC` is an office in one agency, a company in another."""


class Issuer(NamedTuple):
    """A row of the table of symbols: the body's name and its part of an id, at which level it is, and its cycle.

    letters: all that it is known by.
    """

    name: str
    slug: str
    scope: str
    cycle: str
    letters: tuple[str, ...] = ()


class Own(NamedTuple):
    """What is known of the citing document.

    issuer, letters: id of the body whose number it bears, and that body's letters. province, unit: slugs of its
    place. days: on which it may have been issued. context: the setting in which it names agencies.
    """

    issuer: str | None = None
    letters: str | None = None
    province: str | None = None
    unit: str | None = None
    days: Days = Days(None, None)
    context: Context = Context()


def folded(letters: str) -> str:
    """Give letters of a symbol in one spelling: `SKH&ĐT` → `SKHĐT`."""
    return re.sub(r"[&.\s]", "", letters).upper()


@cache
def _by_letters() -> dict[str, Issuer]:
    found: dict[str, Issuer] = {}
    for row in rows("symbol_issuers"):
        spellings = (row["code"], *filter(None, row["variants"].split(";")))
        for letters in spellings:
            found.setdefault(folded(letters), Issuer(row["name"], row["slug"], row["scope"], row["cycle"], spellings))
    return found


def known(letters: str | None) -> Issuer | None:
    """Give the row for the letters of a body, or None; letters of a body that any agency has (`VP`) are not enough."""
    row = _by_letters().get(folded(letters)) if letters else None
    return row if row is not None and row.scope != "own" else None


def _anyones(letters: str) -> bool:
    return folded(letters) in _by_letters() and known(letters) is None


def read_by(parts: Symbol, word: str | None) -> Symbol:
    """Give a state letter's symbol with the letters of a body that are those of a type too: `CT-THNV`, a tax office."""
    if word == "công văn" and parts.letters in _BODIES_TOO and known(parts.bodies[0]) is None:
        return parts._replace(letters=None, bodies=(parts.letters, *parts.bodies))
    return parts


def issuer_slug(bodies: tuple[str, ...], printed: str | None, own: Own, when: Days = _OPEN) -> str | None:
    """Give the id of the body whose letters stand in a symbol and whose name is printed after it.

    bodies: letters of the issuers, the lead body first. printed: the issuer's name, if any. own: the citing document.
    when: the days on which the cited document may have been issued; open: those of the citing one.
    """
    setting = own.context._replace(date=when.last.isoformat()) if when.last else own.context
    letters = bodies[0] if bodies else None
    body, row = _printed(printed, setting) if printed else None, known(letters)
    meant = body and (meaning(row, body) if row else body.numbering)
    if meant:
        return meant
    if row is None or letters is None:
        return _unlisted(bodies, printed, own, setting)
    if body is not None:
        return booked(row, context_of(body, setting.date)) or _listed(row, letters, body.name, own, setting)
    return _listed(row, letters, printed, own, setting)


def _printed(name: str, setting: Context) -> Entity | None:
    """Give the one body that a name means; a list of bodies and all bodies of a level issue nothing together."""
    if any(agencies.resolve(other, setting, setting.date).agency for other in agencies.split(name)[1:]):
        return None
    found = agencies.resolve(name, setting, setting.date)
    return None if found.agency and found.agency.kind == "group" and found.how != "named" else found.agency


def meaning(row: Issuer, body: Entity) -> str | None:
    """Give the id of a printed body for which the letters of a row may stand, or None: they are another's.

    They may stand for it by name, for one like it in another place, or for one of its name that the tables know by
    these letters.
    """
    last = _last(body.numbering)
    if last == _last(row.slug) or (row.scope != "central" and last.startswith(f"{row.slug}-")):
        return body.numbering
    inside = context_of(body)
    known_as = (booked(letters, inside) for letters in row.letters)
    return next((found for found in known_as if found and _last(found) == last), None)


def _last(identity: str) -> str:
    return identity.rpartition("/")[2]


def booked(row: Issuer | str, setting: Context) -> str | None:
    """Give the id of the body in whose book a row's numbers stand, or that letters mean, in a setting."""
    found = agencies.resolve(row if isinstance(row, str) else row.name, setting, setting.date).agency
    return found.numbering if found and found.kind != "group" else None


def _listed(row: Issuer, letters: str, printed: str | None, own: Own, setting: Context) -> str | None:
    """Give the id of the body of a row, at the place printed, else at that of the citing document."""
    if row.scope == "central":
        return booked(row, Context(level="central", date=setting.date)) or f"vn/{row.slug}"
    where = place(printed) if printed else Place()
    if row.scope == "local":
        return _local(row, letters, printed, where, own, setting)
    return _at_province(row, where.province or own.province, setting)


def _at_province(row: Issuer, province: str | None, setting: Context) -> str | None:
    """Give the id of a province's body, under the name that the province had on the day."""
    if province is None:
        return None
    return booked(row, Context(province=province, level="province", date=setting.date)) or f"vn/{province}/{row.slug}"


def _local(row: Issuer, letters: str, printed: str | None, where: Place, own: Own, setting: Context) -> str | None:
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
        if own.issuer and own.letters and folded(own.letters) == folded(letters):
            return _again(row, own, setting)
        if own.unit or own.province is None or row.slug.endswith("-uy"):
            return None
    if province is None:
        return None
    return f"vn/{province}/{unit}/{row.slug}" if unit else _at_province(row, province, setting)


def _again(row: Issuer, own: Own, setting: Context) -> str | None:
    """Give the id of the citing body itself; on an earlier day its province may have had another name."""
    before = booked(row, setting) if own.context.issuer else None
    return before if before and _last(before) == _last(own.issuer or "") else own.issuer


def _unlisted(bodies: tuple[str, ...], printed: str | None, own: Own, setting: Context) -> str | None:
    """Give the id of a body that no table knows: the citing body itself, its printed name, or its letters."""
    relative = printed is not None and key(printed) in _RELATIVE
    same = own.letters is not None and bool(bodies) and folded(own.letters) == folded(bodies[0])
    if own.issuer and (same or relative) and (not printed or relative):
        return own.issuer
    if printed and not relative:
        where = place(printed)
        name = slug(_AFTER_NAME.sub("", _OFFICE.sub("", printed)))
        return "/".join(filter(None, ("vn", where.province, where.unit, name))) if name else None
    if not bodies or _anyones(bodies[0]):
        return None
    letters = slug("-".join(bodies))
    return _by_agencies(bodies[0], setting) or "/".join(filter(None, ("vn", own.province, f"_{letters}")))


def _by_agencies(letters: str, setting: Context) -> str | None:
    """Give the id of the one body of the setting's own level that the table of agencies knows by letters."""
    if len(folded(letters)) < _TOLD_APART:
        return None
    found = agencies.resolve(letters, setting, setting.date)
    body = found.agency if found.how == "abbreviation" else None
    return body.numbering if body and body.level == setting.level and body.level in _LEVELS else None
