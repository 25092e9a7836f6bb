"""Checks of the tables of agencies: keys, dates, references, closed sets of words.

Takes the tables, gives one sentence for each fault; an empty list means that the tables agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from parsers.knowledge import rows

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
_STATUS = frozenset(("confirmed", "known", "unconfirmed"))
_LEVELS = frozenset(("central", "region", "province", "district", "commune", "unit"))
_SCOPES = frozenset(("full", "merge", "main", "part", "split", "ended", "re-allocated"))
_KEYS = {
    "provinces": ("slug", "valid_from"),
    "agencies": ("level", "slug", "valid_from"),
    "successions": ("predecessor", "successor", "date"),
    "abbreviations": ("abbreviation",),
    "agency_groups": ("slug",),
    "agency_posts": ("post",),
    "own_names": ("head",),
}


def faults() -> list[str]:
    """Give what is wrong in the tables of agencies."""
    return [*_twice(), *_words(), *_dates(), *_overlaps(), *_references(), *_successions()]


def _twice() -> Iterator[str]:
    """A key stands once."""
    for table, columns in _KEYS.items():
        count = Counter(tuple(row[column] for column in columns) for row in rows(table))
        yield from (f"{table}: {' '.join(key)} stands {n} times" for key, n in count.items() if n > 1)


def _words() -> Iterator[str]:
    """Slugs, levels, scopes and statuses are of their kind."""
    for table in _KEYS:
        for row in rows(table):
            if row.get("status", "known") not in _STATUS:
                yield f"{table}: status {row['status']!r}"
            if not _SLUG.fullmatch(row.get("slug", "a")):
                yield f"{table}: slug {row['slug']!r}"
    yield from (f"agencies: level {row['level']!r}" for row in rows("agencies") if row["level"] not in _LEVELS)
    yield from (f"successions: scope {row['scope']!r}" for row in rows("successions") if row["scope"] not in _SCOPES)


def _dates() -> Iterator[str]:
    """Dates are ISO, a month or a year where no more is known; a period does not end before it begins."""
    for table in ("provinces", "agencies"):
        for row in rows(table):
            since, until = row["valid_from"], row["valid_to"]
            yield from (f"{table}: {row['slug']}: date {one!r}" for one in (since, until) if one and not _is_date(one))
            if since and until and until < since[: len(until)]:
                yield f"{table}: {row['slug']} ends on {until}, before {since}"
    yield from (f"successions: date {row['date']!r}" for row in rows("successions") if not _is_date(row["date"]))


def _is_date(text: str) -> bool:
    return _DATE.fullmatch(text) is not None


def _overlaps() -> Iterator[str]:
    """The periods of one body follow one another."""
    for table, columns in (("provinces", ("slug",)), ("agencies", ("level", "slug"))):
        ordered = sorted(rows(table), key=lambda row: (*(row[one] for one in columns), row["valid_from"]))
        for row, following in pairwise(ordered):
            same = all(row[one] == following[one] for one in columns)
            if same and not "" < row["valid_to"] < following["valid_from"]:
                yield f"{table}: periods of {row['slug']} overlap at {following['valid_from']}"


def _references() -> Iterator[str]:
    """Parents, numbering bodies and successors of provinces are rows."""
    known = {(row["level"], row["slug"]) for row in rows("agencies")}
    for row in rows("agencies"):
        for column in ("parent", "numbered_by"):
            name = row[column].removeprefix("province/")
            levels = ("province",) if name != row[column] else (row["level"], "province", "central")
            if name and not any((level, name) in known for level in levels):
                yield f"agencies: {row['slug']}: {column} {row[column]!r} is no row"
    slugs = {row["slug"] for row in rows("provinces")}
    yield from (
        f"provinces: {row['slug']}: successor {row['successor']!r} is no row"
        for row in rows("provinces")
        if row["successor"] and row["successor"] not in slugs
    )
    yield from (
        f"provinces: {row['slug']} ended without a successor"
        for row in rows("provinces")
        if row["valid_to"] and not row["successor"]
    )


def _successions() -> Iterator[str]:
    """Both ends of a succession are rows; the successor exists by the end of its date, the predecessor before."""
    since: dict[str, list[str]] = {}
    for row in rows("agencies"):
        since.setdefault(f"{row['level']}/{row['slug']}", []).append(row["valid_from"])
    for row in rows("successions"):
        for column in ("predecessor", "successor"):
            if row[column] not in since:
                yield f"successions: {column} {row[column]!r} is no row"
            elif min(since[row[column]])[: len(row["date"])] > row["date"]:
                yield f"successions: {column} {row[column]!r} begins after {row['date']}"
