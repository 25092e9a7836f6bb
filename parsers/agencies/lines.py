"""line: an agency with all that came before and after it.

Takes an id or an entity, gives its line: predecessors back to the first the tables know, successors up to today.
What took over only a part is named and not followed further.
"""

from __future__ import annotations

from parsers.agencies.days import last_day
from parsers.agencies.entities import Place, after, before, entity, placed
from parsers.agencies.finding import find_place
from parsers.agencies.values import Entity, Line, Step
from parsers.vietnamese.slugs import slug

_DEEPEST = 8


def line(agency: str | Entity, date: str | None = None) -> Line | None:
    """Give the line of an agency.

    agency: an id, or an entity where the id alone does not say its name (a district or commune).
    date: EDTF, the day on which the agency is looked at; none: the entity's own period, or the newest of an id.
    None: the tables do not know the agency.
    """
    if isinstance(agency, str):
        place = find_place(agency, last_day(date or ""))
    else:
        place = _place_of(agency, last_day(date or agency.valid_to or ""))
    return Line(entity(place), _steps(place, back=True), _steps(place, back=False)) if place else None


def _place_of(agency: Entity, day: str) -> Place | None:
    parts = agency.id.split("/")
    if agency.level not in ("district", "commune") or agency.kind == "group" or len(parts) < 4:
        return find_place(agency.id, day)
    words = agency.name.split()
    ends = (" ".join(words[start:]) for start in range(len(words)))
    locality = next((end for end in ends if slug(end) == parts[2]), None)
    return placed(agency.level, "/".join(parts[3:]), agency.province, day, locality)


def _steps(place: Place, *, back: bool, depth: int = 0) -> tuple[Step, ...]:
    if depth > _DEEPEST:  # a circle of rows must not hang
        return ()
    found = before(place) if back else after(place)
    return tuple(
        Step(link, entity(other), () if link.scope == "part" else _steps(other, back=back, depth=depth + 1))
        for link, other in found
    )
