"""The tables of agencies, read once: rows, provinces, successions, and the names that lead to rows.

Takes the tables of `parsers.knowledge`, gives them in the form in which they are asked. A row stands for one body
(`central`) or for one kind of body in each place of its level; `{place}`, `{name}` and `{Kind}` in its name stand
for the place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, TypeVar

from parsers.agencies.days import first_day, last_day
from parsers.agencies.folding import Folded, fold, skeleton
from parsers.knowledge import rows


class Row(NamedTuple):
    """A row of the table of agencies."""

    level: str
    slug: str
    name: str
    kind: str
    parent: str
    numbered_by: str
    valid_from: str
    valid_to: str
    status: str


class Province(NamedTuple):
    """A province in one period (tỉnh, thành phố trực thuộc trung ương)."""

    slug: str
    name: str
    type: str
    valid_from: str
    valid_to: str
    successor: str
    basis: str
    status: str

    @property
    def is_city(self) -> bool:
        """Say whether it is a city under the centre."""
        return self.type.lower() == "thành phố"


class Succession(NamedTuple):
    """A row of the table of successions; bodies as (level, slug)."""

    predecessor: tuple[str, str]
    successor: tuple[str, str]
    scope: str
    date: str
    basis: str
    note: str
    status: str


Period = TypeVar("Period", Row, Province)
K = TypeVar("K")
V = TypeVar("V")
_TOLD_APART = 3
_HEAD_OF = {"S": "sở", "B": "bộ", "P": "phòng"}


class Names(NamedTuple):
    """Rows by the skeleton of a name, and by its letters as they are printed.

    joints: how many commas, `và` and dashes a name has at most; more in print makes a list of it.
    """

    words: dict[str, tuple[Row, ...]]
    letters: dict[str, tuple[Row, ...]]
    joints: dict[str, int]


@cache
def agencies() -> dict[tuple[str, str], tuple[Row, ...]]:
    """Give the rows by (level, slug), the periods of each in order of time."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows("agencies"):
        fields = (row[name] for name in Row._fields)
        found[row["level"], row["slug"]].append(Row(*fields))
    return {at: tuple(sorted(each, key=lambda row: row.valid_from)) for at, each in found.items()}


@cache
def provinces() -> dict[str, tuple[Province, ...]]:
    """Give the provinces by slug, the periods of each in order of time."""
    found: dict[str, list[Province]] = defaultdict(list)
    for row in rows("provinces"):
        found[row["slug"]].append(Province(*(row[name] for name in Province._fields)))
    return {slug: tuple(sorted(each, key=lambda one: one.valid_from)) for slug, each in found.items()}


@cache
def province_names() -> dict[str, str]:
    """Give the slug of a province for each spelling of its name."""
    found = {}
    for row in rows("provinces"):
        for name in (row["name"], *filter(None, row["spellings"].split(";"))):
            found[skeleton(name)] = row["slug"]
    return found


class Group(NamedTuple):
    """A row of the table of groups: bodies that are named together and are no body."""

    slug: str
    name: str
    scope: str
    status: str


class Post(NamedTuple):
    """A post, and the words with which bodies begin that have it; none: any body."""

    name: str
    of: tuple[Folded, ...]


class OwnName(NamedTuple):
    """A word with which own names begin: to whom such a body belongs, and what kind it is."""

    head: str
    scope: str
    kind: str


@cache
def groups() -> dict[str, Group]:
    """Give the groups by the skeleton of each wording."""
    return {
        skeleton(wording): Group(*(row[name] for name in Group._fields))
        for row in rows("agency_groups")
        for wording in (row["name"], *filter(None, row["variants"].split(";")))
    }


@cache
def posts() -> dict[str, Post]:
    """Give the posts by skeleton."""
    return {
        skeleton(row["post"]): Post(row["post"], tuple(map(fold, filter(None, row["of"].split(";")))))
        for row in rows("agency_posts")
    }


@cache
def own_names() -> dict[str, OwnName]:
    """Give the words with which own names begin, by skeleton."""
    return {skeleton(row["head"]): OwnName(row["head"], row["scope"], row["kind"]) for row in rows("own_names")}


@cache
def successions() -> tuple[Succession, ...]:
    """Give the successions."""
    return tuple(
        Succession(_at(row["predecessor"]), _at(row["successor"]), *(row[name] for name in Succession._fields[2:]))
        for row in rows("successions")
    )


@cache
def became() -> dict[tuple[str, str], tuple[Succession, ...]]:
    """Give the successions by predecessor."""
    return _grouped((change.predecessor, change) for change in successions())


@cache
def came_from() -> dict[tuple[str, str], tuple[Succession, ...]]:
    """Give the successions by successor."""
    return _grouped((change.successor, change) for change in successions())


@cache
def joined() -> dict[str, tuple[Province, ...]]:
    """Give the provinces that ended, by the slug of the one they became or joined."""
    return _grouped((one.successor, one) for each in provinces().values() for one in each if one.successor)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for k, v in pairs:
        found[k].append(v)
    return {k: tuple(v) for k, v in found.items()}


def _at(reference: str) -> tuple[str, str]:
    level, _, slug = reference.partition("/")
    return level, slug


@cache
def names() -> Names:
    """Give the rows that a name or a code may mean; periods of one body stand together."""
    words: dict[str, dict[Row, None]] = defaultdict(dict)
    letters: dict[str, dict[Row, None]] = defaultdict(dict)
    joints: dict[str, int] = {}
    for source in rows("agencies"):
        row = Row(*(source[name] for name in Row._fields))
        for name in (source["name"], source["code"], *source["variants"].split(";")):
            for plain in _plain(name):
                if _is_letters(plain):
                    letters[plain.replace("&", "")][row] = None
                if not _is_letters(plain) or len(plain) >= _TOLD_APART:
                    folded = fold(plain)
                    words[folded.skeleton][row] = None
                    joints[folded.skeleton] = max(folded.joints, joints.get(folded.skeleton, 0))
        head = _HEAD_OF.get(source["code"][:1])
        if head and skeleton(source["name"]).startswith(head):
            words[f"{head} {skeleton(source['code'][1:])}"][row] = None
    words.pop("", None)
    return Names({k: tuple(v) for k, v in words.items()}, {k: tuple(v) for k, v in letters.items()}, joints)


def named(name: Folded, size: int) -> tuple[Row, ...]:
    """Give the rows whose name the first tokens are; a list of two bodies is no name, though its words may be one."""
    first = " ".join(name.tokens[:size])
    rows_ = names().words.get(first, ())
    return rows_ if rows_ and sum(map(name.listed, range(1, size))) <= names().joints.get(first, 9) else ()


def _plain(name: str) -> tuple[str, ...]:
    """Give a name without its place; where the place's type is in it, once for each type."""
    bare = name.replace("{place}", "").replace("{name}", "").strip()
    if "{Kind}" in bare or "{kind}" in bare:
        pairs = (("Tỉnh", "tỉnh"), ("Thành", "thành phố"))
        return tuple(bare.replace("{Kind}", kind).replace("{kind}", small) for kind, small in pairs)
    return (bare,)


def _is_letters(name: str) -> bool:
    return " " not in name and sum(map(str.isupper, name)) > 1


def at(row: Row | Province, day: str) -> bool:
    """Say whether a period holds a day."""
    return first_day(row.valid_from) <= day <= last_day(row.valid_to)


def period(rows_: tuple[Period, ...], day: str) -> Period:
    """Give the period that holds a day, else the nearest: the last one that ended before, or the first to come."""
    holding = [row for row in rows_ if at(row, day)]
    if holding:
        return holding[-1]
    ended = [row for row in rows_ if last_day(row.valid_to) < day]
    return ended[-1] if ended else rows_[0]
