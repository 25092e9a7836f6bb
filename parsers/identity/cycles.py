"""Cycles: in which book a number stands, told by symbol, body and day.

Takes the days on which the document may have been issued, gives the cycle, or the cycles that fit. State bodies
begin at 01 each year, and again on the day on which a merger made a new body; Party committees begin with each
term, the National Assembly keeps one book a term (Hướng dẫn 36-HD/VPTW; Nghị quyết 202/2025/QH15).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache
from typing import NamedTuple

from parsers.knowledge import rows

_KHOA = re.compile(r"(?:khóa|khoá)\s+(?P<ordinal>[IVXL]+|\d{1,2})(?!\w)(?!\s*,\s*[IVX])", re.IGNORECASE)
_YEARS = re.compile(r"nhiệm kỳ\s+(?P<first>\d{4})\s*[-–]\s*(?P<last>\d{4})", re.IGNORECASE)
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}


class Days(NamedTuple):
    """The first and the last day that fit; None where nothing bounds that side."""

    first: date | None
    last: date | None


class Term(NamedTuple):
    """A term of a body: its token, and the days within which it opened."""

    token: str
    opens_from: date
    opens_by: date


def days(edtf: str | None) -> Days:
    """Give the days that an EDTF date may mean: `2024-11-XX` is all of November 2024."""
    parts = (edtf or "").replace("X", "").split("-")
    if edtf is None or "/" in edtf or len(parts[0]) != 4:
        return Days(None, None)
    year, month, day = (int(parts[i]) if len(parts) > i and parts[i] else None for i in range(3))
    if year is None or not 1900 <= year <= 2100:
        return Days(None, None)
    try:
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
        return Days(date(year, month or 1, day or 1), last)
    except ValueError:
        return Days(None, None)


def roman(ordinal: str) -> int | None:
    """Give the value of a Roman or Arabic ordinal: `XIII`, `13` → 13."""
    if ordinal.isdigit():
        return int(ordinal)
    values = [_DIGITS.get(letter, 0) for letter in ordinal.upper()]
    if not values or 0 in values:
        return None
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def printed_term(words: str) -> str | None:
    """Give the term that words name: `khóa XI` → `khoa-11`, `nhiệm kỳ 2020 - 2025` → `nk-2020-2025`."""
    years = _YEARS.search(words)
    if years:
        return f"nk-{years['first']}-{years['last']}"
    ordinal = _KHOA.search(words)
    value = roman(ordinal["ordinal"]) if ordinal else None
    return f"khoa-{value}" if value else None


@cache
def terms(body: str) -> tuple[Term, ...]:
    """Give the terms of a kind of body, in order: `quoc-hoi`, `trung-uong`, `tinh-uy`, `huyen-uy`, `dang-uy`."""
    prefix = {"quoc-hoi": "qh", "trung-uong": "khoa-"}.get(body, "nk-")
    found = []
    for row in rows("terms"):
        opens, by = days(row["opens_from"]).first, days(row["opens_by"]).last
        if row["body"] == body and opens and by:
            found.append(Term(prefix + row["term"], opens, by))
    return tuple(found)


def possible_terms(body: str, when: Days) -> tuple[str, ...]:
    """Give the terms in which a day may lie; days while congresses were held fit two."""
    known = terms(body)
    ends = [following.opens_by for following in known[1:]] + [date.max]
    first, last = when.first or date.min, when.last or date.max
    return tuple(term.token for term, end in zip(known, ends, strict=True) if term.opens_from <= last and first <= end)


@cache
def _restarts() -> dict[str, date]:
    """Give for each province made by a merger the day on which its bodies began their numbers again."""
    return {
        row["slug"]: date.fromisoformat(row["valid_from"])
        for row in rows("provinces")
        if row["valid_from"] and " + " in row["merge_group"]
    }


def year_cycles(issuer: str, year: int | None, when: Days, prefix: str = "") -> tuple[str, ...]:
    """Give the cycles by year that fit.

    issuer: id of the body. year: printed in the symbol, if it is. when: the day of issue. prefix: `qppl-` or none.
    """
    if year is None:
        if when.first is None or when.last is None or when.first.year != when.last.year:
            return ()
        year = when.first.year
    restart = _restarts().get(issuer.split("/")[1])
    if restart is None or restart.year != year or restart == date(year, 1, 1):
        return (f"{prefix}{year}",)
    again = f"{prefix}{year}-{restart.month:02}"
    if when.first and when.first >= restart:
        return (again,)
    if when.last and when.last < restart:
        return (f"{prefix}{year}",)
    return (f"{prefix}{year}", again)
