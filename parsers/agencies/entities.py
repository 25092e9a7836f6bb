"""Entities: a row of the table in one place and one period, with what came before it and after it.

Takes a row, its province and locality, gives the entity. It lives while its row and its province both live: a
department of a merged province ends with the province, and one of a merged department ends with the department.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from parsers.agencies.days import BEGINNING, END, day_after, day_before, first_day, last_day
from parsers.agencies.tables import (
    Province,
    Row,
    Succession,
    agencies,
    at,
    became,
    came_from,
    joined,
    period,
    provinces,
)
from parsers.agencies.values import Entity, Link
from parsers.vietnamese.slugs import slug

_CLASS_OF = {"province": "cấp tỉnh", "district": "cấp huyện", "commune": "cấp xã"}


class Place(NamedTuple):
    """A row in one place.

    province: none for the whole country. locality: name of a district, commune or region (`huyện Hữu Lũng`),
    none for all of them.
    """

    row: Row
    province: Province | None = None
    locality: str | None = None


@lru_cache(maxsize=16384)
def placed(level: str, name: str, province: str | None, day: str, locality: str | None = None) -> Place | None:
    """Give the row (level, slug) in a province as it stood on a day, or on the nearest day on which both lived.

    None: the table has no such row, or the row and the province never lived together.
    """
    found = agencies().get((level, name))
    if found is None:
        return None
    if province is None:
        return Place(period(found, day), None, locality)
    row = period(found, _near(day, period(provinces()[province], day)))
    place = Place(row, period(provinces()[province], _near(day, row)), locality)
    since, until = _life(place)
    return place if since <= until else None


def _near(day: str, living: Row | Province) -> str:
    """Give the day of a life that is nearest to a day."""
    return min(max(day, first_day(living.valid_from)), last_day(living.valid_to))


@lru_cache(maxsize=16384)
def entity(place: Place) -> Entity:
    """Give the entity of a row in a place."""
    row, since, until = place.row, *_life(place)
    whole = _is_class(place)
    prefix = "/".join(filter(None, ("vn", place.province and place.province.slug)))
    identity = f"{prefix if row.level != 'region' or place.locality else 'vn'}/{_slug(place)}"
    return Entity(
        id=identity,
        name=_name(place),
        kind="group" if whole else row.kind,
        level=row.level,
        province=place.province.slug if place.province else None,
        parent=_id(row.parent, place) if row.parent else None,
        valid_from="" if since == BEGINNING else since,
        valid_to="" if until == END else until,
        numbering=_id(row.numbered_by, place) if row.numbered_by else identity,
        predecessors=tuple(link for link, _ in before(place)),
        successors=tuple(link for link, _ in after(place)),
        status=row.status,
    )


def before(place: Place) -> list[tuple[Link, Place]]:
    """Give what a place came from, and what it took over later."""
    since, until = _life(place)
    found = []
    for change in came_from().get((place.row.level, place.row.slug), ()):
        on = first_day(change.date)
        if since <= on <= until:
            found += [(change, other) for other in _there(place, change.predecessor, day_before(on))]
    linked = [(_link(change, other), other) for change, other in found]
    return linked + _provinces_before(place, since)


def after(place: Place) -> list[tuple[Link, Place]]:
    """Give what a place became, and what was taken from it."""
    since, until = _life(place)
    end, found = day_after(until), []
    for change in became().get((place.row.level, place.row.slug), ()):
        on = first_day(change.date)
        if since < on <= end:
            found += [(change, other) for other in _there(place, change.successor, on)]
    linked = [(_link(change, other), other) for change, other in found]
    return linked + _province_after(place, until)


def _there(place: Place, body: tuple[str, str], day: str) -> Iterator[Place]:
    """Give the body (level, slug) where a place is; of districts and communes all that are in its province."""
    level = body[0]
    if level == "unit" or place.row.level == "unit":
        return
    where = None if level == "central" or place.province is None else _province_on(place.province, day)
    yield Place(period(agencies()[body], day), where)


def _province_on(province: Province, day: str) -> Province:
    """Give the province that has the ground on a day; where several were one later, the one of the same name."""
    return period(provinces()[at_day(province.slug, day)], day)


def at_day(province: str, day: str) -> str:
    """Give the slug of the province that a province was on a day: what it had become by then, or was before."""
    while (old := _only_before(province)) and day < first_day(provinces()[province][0].valid_from):
        province = old
    while last_day((now := period(provinces()[province], day)).valid_to) < day and now.successor:
        if now.successor == province:
            break
        province = now.successor
    return province


@lru_cache(maxsize=256)
def _only_before(province: str) -> str | None:
    """Give the slug of the one province that took another name with the first day of this one."""
    since = provinces()[province][0].valid_from
    old = [
        one for one in joined().get(province, ()) if since and last_day(one.valid_to) == day_before(first_day(since))
    ]
    return old[0].slug if len(old) == 1 and old[0].slug != province else None


def _provinces_before(place: Place, since: str) -> list[tuple[Link, Place]]:
    where = place.province
    if where is None or first_day(where.valid_from) > since or not where.valid_from:
        return _joined_later(place)
    day = day_before(first_day(where.valid_from))
    old = [one for one in joined().get(where.slug, ()) if last_day(one.valid_to) == day]
    scope = "merge" if len(old) > 1 else "raised" if old and old[0].name == where.name else "full"
    return _moved(place, old, day, where, scope) + _joined_later(place)


def _joined_later(place: Place) -> list[tuple[Link, Place]]:
    """Give the bodies of provinces that joined this one while it lived on."""
    where = place.province
    if where is None:
        return []
    since, until = first_day(where.valid_from), last_day(where.valid_to)
    others = (one for one in joined().get(where.slug, ()) if one.slug != where.slug)
    old = [one for one in others if since <= last_day(one.valid_to) < until]
    return [pair for one in old for pair in _moved(place, [one], last_day(one.valid_to), where, "merge")]


def _moved(place: Place, old: list[Province], day: str, new: Province, scope: str) -> list[tuple[Link, Place]]:
    row = period(agencies()[place.row.level, place.row.slug], day)
    if not at(row, day) or place.row.level == "region" or _is_class(place):
        return []
    change = Succession(("", ""), ("", ""), scope, day_after(day), new.basis, "", new.status)
    others = [Place(row, one, place.locality) for one in old]
    return [(_link(change, other), other) for other in others]


def _province_after(place: Place, until: str) -> list[tuple[Link, Place]]:
    where = place.province
    if where is None or not where.successor or last_day(where.valid_to) > until or place.row.level == "region":
        return []
    on = day_after(until)
    row = period(agencies()[place.row.level, place.row.slug], on)
    if not at(row, on) or _is_class(place):
        return []
    new = period(provinces()[where.successor], on)
    together = sum(one.valid_to == where.valid_to for one in joined()[new.slug])
    alone = together == 1 and new.valid_from == on
    scope = "merge" if not alone else "full" if new.slug != where.slug else "raised"
    other = Place(row, new, place.locality)
    return [(_link(Succession(("", ""), ("", ""), scope, on, new.basis, "", new.status), other), other)]


def _link(change: Succession, other: Place) -> Link:
    identity = _id(other.row.slug, other, other.row.level)
    return Link(identity, _name(other), change.date, change.scope, change.basis, change.note, change.status)


def _life(place: Place) -> tuple[str, str]:
    row, where = place.row, place.province
    since, until = first_day(row.valid_from), last_day(row.valid_to)
    if where is None:
        return since, until
    return max(since, first_day(where.valid_from)), min(until, last_day(where.valid_to))


def _is_class(place: Place) -> bool:
    return place.locality is None and (place.row.level in ("district", "commune") or _unplaced(place))


def _unplaced(place: Place) -> bool:
    return place.row.level == "province" and place.province is None


def _slug(place: Place) -> str:
    """Give the part of an id after the province."""
    row = place.row
    if row.level in ("province", "district", "commune"):
        if _is_class(place):
            return f"{row.slug}-{slug(_CLASS_OF[row.level])}"
        return f"{slug(place.locality)}/{row.slug}" if place.locality else row.slug
    return f"{row.slug}-{slug(place.locality)}" if place.locality else row.slug


def _name(place: Place) -> str:
    row, where = place.row, place.province
    city = where is not None and where.is_city
    title = f"{where.type} {where.name}" if where else ""
    if _is_class(place):
        title = " ".join(filter(None, (_CLASS_OF[row.level], title)))
    elif row.level in ("district", "commune"):
        title = place.locality or ""
    own = title.split(" ", 1)[-1] if place.locality else where.name if where else ""
    name = row.name.replace("{Kind}", "Thành" if city else "Tỉnh").replace("{kind}", "thành phố" if city else "tỉnh")
    name = name.replace("{place}", title).replace("{name}", own if not _is_class(place) else title).strip()
    return f"{name} {place.locality}" if row.level == "region" and place.locality else name


def _id(reference: str, place: Place, level: str | None = None) -> str:
    """Give the id of the body a row refers to: in the same place, in the province, or of the whole country."""
    own, _, name = reference.rpartition("/") if reference.startswith("province/") else ("", "", reference)
    if level is None:
        level = own or next((one for one in (place.row.level, "province") if (one, name) in agencies()), "central")
    prefix = "/".join(filter(None, ("vn", place.province and place.province.slug)))
    if level == "central" or (level == "region" and not place.locality):
        return f"vn/{name}"
    if level != place.row.level:
        return f"{prefix}/{name}"
    other = place._replace(row=place.row._replace(slug=name))
    return f"{prefix}/{_slug(other)}"
