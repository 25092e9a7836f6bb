"""Which row of the table a name means, given the place it says and the setting.

Takes the rows of a name, its place and the setting, gives the entity, or candidates. The printed place decides; a
name without one is a body of the setting's own level, else of the next level up. A body that lived on the day goes
before one that did not; where more than one is left, all are candidates.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from parsers.agencies.entities import at_day, entity, placed
from parsers.agencies.tables import Row, agencies, at, period, provinces
from parsers.agencies.tails import Tail
from parsers.agencies.values import Context, Entity, Resolution

NOTHING = Resolution()
_UPWARD = {
    "central": ("central", "unit"),
    "region": ("region", "province", "central", "unit"),
    "province": ("province", "central", "unit"),
    "district": ("district", "province", "central", "unit"),
    "commune": ("commune", "district", "province", "central", "unit"),
}
_LOCALITIES = ("huyện", "quận", "xã", "phường", "thị", "đặc")
_COMMITTEES = frozenset((
    "people-committee", "council", "party", "government", "state-post", "front", "assembly", "advisory",
))  # fmt: skip


class Setting(NamedTuple):
    """The setting of a name on one day; host: the body that issues the document, where it is known."""

    context: Context
    day: str
    host: Entity | None = None


def choose(rows: tuple[Row, ...], where: Tail, setting: Setting) -> Resolution | None:
    """Choose among the rows of a name; None: no row fits the place."""
    level = _city_level(setting) if where.level == "city" else where.level
    if where.level == "city" and level is None:
        return NOTHING
    if level:
        rows = tuple(row for row in rows if row.level == level)
        if not rows:
            return None
        slugs = _live(rows, setting.day)
    else:
        slugs = _nearest_level(rows, setting)
    found = tuple(dict.fromkeys(one for at_ in slugs for one in _entities(at_, where, setting)))
    if len(found) != 1:
        return Resolution(None, found)
    by_level = level is not None and where.province is None and where.locality is None and not where.whole
    return Resolution(found[0], (), "relative" if by_level or slugs[0][0] == "unit" else "exact")


def unit(row: Row, host: Entity, day: str) -> Entity:
    """Give a body inside another: its office, its inspectorate."""
    return _with_own_row(row, host, day) or Entity(
        id=f"{host.id}/{row.slug}",
        name=f"{row.name} {host.name}",
        kind=row.kind,
        level=host.level,
        province=host.province,
        parent=host.id,
        valid_from=host.valid_from,
        valid_to=host.valid_to,
        numbering=f"{host.id}/{row.numbered_by or row.slug}",
        status=row.status,
    )


def _with_own_row(row: Row, host: Entity, day: str) -> Entity | None:
    """Give the body inside another that has a row of its own: `Văn phòng` of the People's Committee."""
    if host.level not in ("central", "province") or "/" in host.id.removeprefix(f"vn/{host.province}/"):
        return None
    slug = host.id.rpartition("/")[2]
    own = f"{row.slug}-{slug}" if row.slug == "van-phong" else row.slug
    found = agencies().get((host.level, own))
    if not found or found[0].parent != slug:
        return None
    return next(iter(_placed((host.level, own), [host.province], day)), None)


def own_province(setting: Setting) -> str | None:
    """Give the slug of the setting's province as it was called on the day."""
    province = setting.context.province
    return at_day(province, setting.day) if province in provinces() and province else None


def _city_level(setting: Setting) -> str | None:
    """Say what `thành phố` alone means: the province where that is a city, else some city of the province."""
    slug = own_province(setting)
    return "province" if slug and period(provinces()[slug], setting.day).is_city else None


def _live(rows: Iterable[Row], day: str) -> list[tuple[str, str]]:
    """Give (level, slug) of rows that hold on the day, else of all."""
    all_rows = list(rows)
    live = [row for row in all_rows if at(row, day)]
    return list(dict.fromkeys((row.level, row.slug) for row in live or all_rows))


def _nearest_level(rows: tuple[Row, ...], setting: Setting) -> list[tuple[str, str]]:
    found = _live(rows, setting.day)
    upward = _UPWARD.get(setting.context.level or "", ())
    if setting.host and setting.host.kind not in _COMMITTEES:
        upward = ("unit", *upward)
    for level in upward:
        here = [one for one in found if one[0] == level]
        if here:
            return here
    return found


def _entities(at_: tuple[str, str], where: Tail, setting: Setting) -> list[Entity]:
    level, day = at_[0], setting.day
    if level == "unit":
        return [unit(period(agencies()[at_], day), setting.host, day)] if setting.host else []
    if level == "central":
        return _placed(at_, [None], day)
    if level == "region":
        return _placed(at_, [where.province], day, where.locality)
    province = where.province or own_province(setting)
    if level in ("district", "commune"):
        return _under(at_, where, province, setting)
    if where.whole or province:
        return _placed(at_, [None if where.whole else province], day)
    living = [each for each, all_ in provinces().items() if any(at(one, day) for one in all_)]
    return _placed(at_, living, day)


def _under(at_: tuple[str, str], where: Tail, province: str | None, setting: Setting) -> list[Entity]:
    """Give a body of a district or commune; without its name or its province it is none."""
    locality = where.locality or (None if where.whole else _own_locality(setting.context, at_[0]))
    if province is None or (locality is None and not where.whole):
        return []
    return _placed(at_, [province], setting.day, locality)


def _own_locality(context: Context, level: str) -> str | None:
    """Give the name of the setting's own district or commune, where it is of that level."""
    if context.level != level or not context.name:
        return None
    words = context.name.split()
    starts = (position for position in range(len(words) - 1, 0, -1) if words[position] in _LOCALITIES)
    return next((" ".join(words[position:]) for position in starts), None)


def _placed(
    at_: tuple[str, str], provinces_: Iterable[str | None], day: str, locality: str | None = None
) -> list[Entity]:
    found = (placed(*at_, province, day, locality) for province in provinces_)
    return [entity(place) for place in found if place]
