"""The issuer of a document, and the setting it gives to every other name in it.

Takes the names of the letterhead and the place of issue, gives the issuing agency. The governing body says the
province and the body above (`UBND TỈNH X` over `SỞ Y`; `BỘ X` over `VĂN PHÒNG`); without one the place of issue says
the province, because a provincial body writes its province's name there (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 4).
"""

from __future__ import annotations

from parsers.agencies.folding import fold
from parsers.agencies.naming import expand
from parsers.agencies.resolving import resolve
from parsers.agencies.tables import province_names
from parsers.agencies.values import Context, Entity, Resolution
from parsers.vietnamese.unicode import key

_CITY, _TIER = key("thành phố"), key("tỉnh")
_WITH_PARTS = frozenset({"ministry", "provincial-department"})


def issuer(name: str, governing: str | None = None, place: str | None = None, date: str | None = None) -> Resolution:
    """Say which agency issues a document.

    name, governing: as printed in the letterhead. place: as printed before the date. date: EDTF.
    """
    province = _province(governing) or _province(place)
    above = resolve(governing, Context(province=province), date).agency if governing else None
    if above is None:
        found = resolve(name, Context(), date)
        return found if found.agency or province is None else resolve(name, Context(province=province), date)
    found = resolve(name, Context(above.id, above.name, above.province or province, above.level, date))
    return _part_of(name, above, found, date) if found.how == "named" and above.kind in _WITH_PARTS else found


def _part_of(name: str, above: Entity, found: Resolution, date: str | None) -> Resolution:
    """Read an own name with the name of the body above it: as others print it, who name both."""
    whole = resolve(f"{expand(name)} {above.name}", Context(province=above.province, level=above.level), date)
    other = whole.how == "named" and whole.agency and found.agency and whole.agency.id != found.agency.id
    return whole if other else found


def context_of(agency: Entity | None, date: str | None = None) -> Context:
    """Give the setting of a document that an agency issued on a date; no agency gives only the date."""
    if agency is None:
        return Context(date=date)
    return Context(agency.id, agency.name, agency.province, agency.level, date)


def _province(place: str | None) -> str | None:
    words = fold(place or "").skeleton
    return province_names().get(words.removeprefix(f"{_CITY} ").removeprefix(f"{_TIER} "))
