"""find: the entity of an id.

Takes an id such as `vn/lang-son/so-tai-chinh` or one of a unit below such a body, gives the entity as it was on a
day. The name of a district or commune cannot be read back from its slug, so ids below the province are found only
where they stand for all of a level (`vn/lang-son/ubnd-cap-xa`).
"""

from __future__ import annotations

from functools import lru_cache

from parsers.agencies.choosing import unit
from parsers.agencies.days import last_day
from parsers.agencies.entities import Place, entity, placed
from parsers.agencies.tables import agencies, period, provinces
from parsers.agencies.values import Entity

_LEVEL_OF = {"-cap-tinh": "province", "-cap-huyen": "district", "-cap-xa": "commune"}


@lru_cache(maxsize=4096)
def find(identity: str, day: str = "") -> Entity | None:
    """Give the entity of an id on a day (EDTF; none: the newest), or None."""
    when = last_day(day)
    place = find_place(identity, when)
    if place:
        return entity(place)
    above, _, last = identity.rpartition("/")
    inside = agencies().get(("unit", last))
    host = find(above, day) if inside else None
    return unit(period(inside, when), host, when) if inside and host else None


def find_place(identity: str, day: str) -> Place | None:
    """Give the place in the tables that an id means, or None."""
    parts = identity.split("/")[1:]
    province = parts[0] if parts and parts[0] in provinces() else None
    name = "/".join(parts[1:] if province else parts)
    for ending, level in _LEVEL_OF.items():
        if name.endswith(ending):
            return placed(level, name.removesuffix(ending), province, day)
    if province:
        return placed("province", name, province, day)
    return placed("central", name, None, day) or placed("region", name, None, day)
