"""Bound: who has to carry a directive out.

Takes a directive and the agencies that the archive knows below its issuer, gives who is bound and why. Addressees,
recipients who are sent it to act, those who lead a task, and those whom `Điều n` makes answer for it are bound; a group
(`các sở, ban, ngành`) binds those of its members whom the archive knows and who lived on that day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase
from functools import cache
from typing import NamedTuple

from models import PrintedAgency
from models.audit import Bound, Place, Why
from parsers import bodies
from parsers.agencies import Context, Entity, Resolution, find, resolve, split
from parsers.agencies.days import first_day, last_day
from parsers.knowledge import rows
from pipeline.archive.agency_rows import line_of
from pipeline.audit.cues import pattern
from pipeline.audit.places import Located

Known = tuple[str, str | None, str | None]
"""Id, name, kind of an agency."""
Below = Callable[[str], Iterable[Known]]
"""Place (`vn/nghe-an/`) → the agencies known there."""

ORDER: tuple[Why, ...] = ("addressee", "assignee", "article", "recipient", "group", "issued")
_SUPERIOR = ("central", "region", "province", "district", "commune")
_SUBJECT = frozenset({"provincial-department", "management-board", "people-committee", "department", "public-unit"})
_LISTS = re.compile(r"\s*;\s*|\s*,\s*(?=[^,;:]{2,40}:\s)")
"""Where one list of bodies ends and the next, with a colon of its own, begins: `…, Giám đốc các Sở: Nội vụ, …`."""
_POST = re.compile(r"^[^,;:]{2,20}?\s+(?=các\s+[^,;:]{1,20}:\s)")
"""The post before such a list, which binds the bodies all the same."""
_GOVERNING = frozenset({"people-committee", "government", "state-post"})
"""Kinds of bodies to which others than their own units answer."""


class Named(NamedTuple):
    """A body as the directive names it: its entity, or its words alone; why and where."""

    words: str
    entity: Entity | None
    why: Why
    place: Place


class Doers(NamedTuple):
    """Whom a list of leads means: ids or names; everyone: all who are bound; several: more than one, or a group."""

    agencies: tuple[str, ...]
    everyone: bool = False
    several: bool = False


class Binding:
    """Reads the names of one directive; groups are looked up in the archive once."""

    def __init__(self, located: Located, below: Below) -> None:
        """Keep the directive and the way to ask for agencies."""
        self.located, self._below = located, cache(lambda place: tuple(below(place)))
        self.context = bodies.setting(located.document.header)
        self.day = located.document.header.issued_on or ""

    def bound(self) -> tuple[Bound, ...]:
        """Give who is bound, in the order in which they are named."""
        found: dict[str, list[tuple[Why, str, Place]]] = {}
        for named in self._named():
            for agency, name, why in self._meant(named):
                found.setdefault(agency, []).append((why, name, named.place))
        return tuple(_bound(agency, told) for agency, told in found.items())

    def doers(self, leads: Iterable[PrintedAgency]) -> Doers:
        """Say whom the leads of a task mean."""
        agencies: dict[str, None] = {}
        everyone, count = False, 0
        for lead in (one for each in leads for one in self._each(each)):
            entity = self._entity(lead.name, lead.id)
            members = self.members(entity) if entity else None
            if members is None and (self.is_every(lead.raw) or entity is None):
                everyone = everyone or self.is_every(lead.raw)
                agencies |= {} if self.is_every(lead.raw) else {lead.name: None}
            elif members is not None:
                agencies |= {one: None for one, _ in members}
                count += 1
            elif entity:
                agencies[entity.id] = None
            count += 1
        return Doers(tuple(agencies), everyone or not agencies, several=count > 1)

    def _each(self, lead: PrintedAgency) -> Iterator[PrintedAgency]:
        """Give the bodies of a lead that names several at once: `UBND các tỉnh Sơn La, Lào Cai`; else it alone."""
        names = split(lead.name) if lead.id is None else ()
        if len(names) > 1 and all(self._entity(name, None) is not None for name in names):
            yield from (PrintedAgency(raw=name, name=name) for name in names)
        else:
            yield lead

    def listed(self, words: str) -> Doers:
        """Say whom a heading means that lists who does what stands below; everyone, where it names no body."""
        names = [PrintedAgency(raw=name, name=name) for name in split(" ".join(words.split()))]
        known = all(self._entity(one.name, None) is not None or self.is_every(one.raw) for one in names)
        return self.doers(names) if known and names else Doers((), True)

    def is_every(self, words: str) -> bool:
        """Say whether words begin with a word before all of a kind: `Các cơ quan, đơn vị`."""
        return pattern("every").match(words.strip()) is not None

    def members(self, entity: Entity) -> tuple[tuple[str, str], ...] | None:
        """Give ids and names of the members of a group; None for what is no group of the table."""
        slug = entity.id.rpartition("/")[2]
        patterns = [row for row in rows("group_members") if row["group"] == slug]
        if not patterns:
            return None
        found: dict[str, str] = {}
        for row in patterns:
            root = _root(row["where"], entity, self.context)
            for identity, name, kind in self._below(root) if root else ():
                kinds = row["kinds"].split(";") if row["kinds"] else ()
                rest = identity.removeprefix(root or "")
                fits = fnmatchcase(rest, row["pattern"]) and rest.count("/") == row["pattern"].count("/")
                if fits and (not kinds or kind in kinds) and not _is_group(rest) and self._lived(identity):
                    known = find(identity, self.day)
                    found[identity] = (known.name if known else name) or identity
        return tuple(found.items())

    def _lived(self, identity: str) -> bool:
        known = find(identity, self.day)
        if known is None:
            return True
        return first_day(known.valid_from) <= last_day(self.day) and last_day(known.valid_to) >= first_day(self.day)

    def _named(self) -> Iterator[Named]:
        document = self.located.document
        for addressee in document.addressees:
            yield from self._listed(addressee.name, "addressee", addressee.span.start, addressee.span.end)
        for task in document.tasks:
            if task.mode != "self" and not is_formula(task.raw):
                for lead in task.lead:
                    place = self.located.place(task.span.start, task.span.end)
                    yield Named(lead.name, self._entity(lead.name, lead.id), "assignee", place)
        yield from self._articles()
        for recipient in document.recipients:
            purpose = recipient.purpose or ""
            if pattern("bound").search(purpose) or not pattern("informed").search(purpose):
                sure = bool(pattern("bound").search(purpose))
                for named in self._listed(recipient.name, "recipient", recipient.span.start, recipient.span.end):
                    if sure or self._is_subject(named.entity):
                        yield named

    def _articles(self) -> Iterator[Named]:
        """Read `Điều 3`: those who answer for the decision."""
        text = self.located.document.text
        for _, section in self.located.sections:
            if section.kind != "article":
                continue
            words = text[section.span.start : section.span.end]
            ends = pattern("responsible").search(words)
            if ends:
                start = section.span.start + len(section.marker)
                yield from self._listed(
                    text[start : section.span.start + ends.start()], "article", start, section.span.end
                )

    def _listed(self, words: str, why: Why, start: int, end: int) -> Iterator[Named]:
        place = self.located.place(start, end)
        for piece in _LISTS.split(" ".join(words.split())):
            for name in split(_POST.sub("", piece)):
                yield Named(name, self._entity(name, None), why, place)

    def _entity(self, name: str, identity: str | None) -> Entity | None:
        """Give the body that a name means; one that the tables do not hold only if parser or archive know it."""
        found = resolve(name, self.context)
        if found.agency and (found.agency.id == identity or self._is_sure(found)):
            return found.agency
        return (find(identity, self.day) if identity else None) or self._begun(name)

    def _begun(self, name: str) -> Entity | None:
        """Read the body with which words begin that run on: `UBND thành phố Hạ Long lắp lưới …`."""
        words = name.split()
        shorter = (resolve(" ".join(words[:size]), self.context) for size in range(min(len(words) - 1, 12), 1, -1))
        return next((one.agency for one in shorter if one.agency and self._is_sure(one)), None)

    def _is_sure(self, found: Resolution) -> bool:
        if found.agency is None or found.how == "fuzzy":
            return False
        if found.how != "named" and (found.agency.kind == "group" or find(found.agency.id, self.day)):
            return True
        root = found.agency.id.rpartition("/")[0] + "/"
        return any(identity == found.agency.id for identity, _, _ in self._below(root))

    def _is_subject(self, entity: Entity | None) -> bool:
        """Say whether a body that is sent the directive without a purpose stands below its issuer."""
        if entity is None or entity.id == self.context.issuer:
            return False
        if self.members(entity) is not None:
            return True
        if entity.id.startswith(f"{self.context.issuer}/"):
            return True
        host = find(self.context.issuer, self.day) if self.context.issuer else None
        levels = {level: rank for rank, level in enumerate(_SUPERIOR)}
        own, theirs = levels.get(self.context.level or "", 0), levels.get(entity.level, len(levels))
        return host is not None and host.kind in _GOVERNING and entity.kind in _SUBJECT and theirs >= own

    def _meant(self, named: Named) -> Iterator[tuple[str, str, Why]]:
        """Give id, name and reason of each agency that a name binds; a name of all in general binds none by itself."""
        members = self.members(named.entity) if named.entity else None
        if members is not None:
            yield from ((identity, name, "group") for identity, name in members)
        elif named.entity is None or self.is_every(named.words) or named.entity.id == self.context.issuer:
            return
        else:
            whole = find(named.entity.id, self.day) if named.entity.post else named.entity
            yield named.entity.id, (whole or named.entity).name, named.why


def is_formula(words: str) -> bool:
    """Say whether a sentence only orders to obey: `… nghiêm túc triển khai thực hiện Chỉ thị này./.`"""
    if pattern("closing").match(words.strip()):
        return True
    found = pattern("formula").search(words)
    return found is not None and len(words[found.end() :].split()) <= 5


def same(one: str, other: str) -> bool:
    """Say whether two agencies are one, or of one line of succession."""
    return one == other or ("/" in one and "/" in other and line_of(one) == line_of(other))


def _root(where: str, entity: Entity, context: Context) -> str | None:
    if where == "centre":
        return "vn/"
    if where == "issuer":
        return entity.id.rpartition("/")[0] + "/"
    return f"vn/{entity.province or context.province}/" if entity.province or context.province else None


def _is_group(rest: str) -> bool:
    return rest.rpartition("/")[2].startswith("cac-") or "-cap-" in rest


def _bound(agency: str, told: list[tuple[Why, str, Place]]) -> Bound:
    ordered = sorted(told, key=lambda one: ORDER.index(one[0]))
    places = {(place.span.start, place.span.end): place for _, _, place in ordered}
    why = tuple(dict.fromkeys(why for why, _, _ in ordered))
    return Bound(agency=agency, name=ordered[0][1], why=why, evidence=tuple(places.values())[:3])
