"""Filters: which documents and passages a search is held to.

Takes what a user typed, gives what the backends compare. Rule of the place: values of one filter widen it, different
filters narrow it. An agency stands for its whole line of succession; where the tables do not know it, or know several
of the name, the words of the issuer's name decide. In a name, marks must agree where they are typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import NamedTuple

from parsers.agencies import Resolution, expand, resolve
from parsers.agencies.days import first_day, last_day
from parsers.knowledge import rows, type_of_symbol
from parsers.vietnamese.slugs import slug
from pipeline.archive.agency_rows import line_of
from pipeline.archive.codes import code_key
from pipeline.archive.entries import ISSUER, RECIPIENT, SIGNER, day_number
from pipeline.archive.terms import is_marked, tokens

_YEARS = re.compile(r"(\d{4})?(\.\.)?(\d{4})?")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_ID = "vn/"
_LONGEST = 120
_MOST = 14
"""Words of a name that are compared."""


class Filters(NamedTuple):
    """What is asked for, as typed; empty where anything will do.

    agencies: names, letters or ids. types: names or letters. years: first and last, both included. roles: ids, or
    their parts (`organisation`, `plan`). cites: codes. before, after: days, months or years, both included.
    copies: also documents of which a better copy is archived.
    """

    agencies: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    roles: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    before: str | None = None
    after: str | None = None
    copies: bool = False


class Wanted(NamedTuple):
    """Filters as they are compared; None where anything will do.

    agencies: ids. names: for each filter by name, the patterns of which one must fit a whole name as it is kept.
    issuers: patterns of issuers' names that are as good as the ids. issued: first and last day as numbers.
    """

    agencies: tuple[str, ...] | None
    issuers: tuple[str, ...]
    types: tuple[str, ...] | None
    years: tuple[tuple[int, int], ...] | None
    roles: tuple[str, ...] | None
    cites: tuple[str, ...] | None
    names: tuple[tuple[str, ...], ...]
    issued: tuple[int, int] | None
    copies: bool


def years_of(typed: str) -> tuple[int, int]:
    """Read years: `2024`, `2023..2026`, `2023..`, `..2026`.

    Raises ValueError: it is neither.
    """
    found = _YEARS.fullmatch(typed.strip())
    if not found or not (found[1] or found[3]) or (found[1] and found[3] and not found[2]):
        raise ValueError(f"{typed} is no year such as 2024 or 2023..2026")
    first = int(found[1] or 0)
    return first, int(found[3] or (9999 if found[2] else first))


def wanted(filters: Filters) -> Wanted:
    """Give filters as they are compared.

    Raises ValueError: before or after is no day, month or year.
    """
    ids, issuers = _agencies(_clean(filters.agencies))
    return Wanted(
        agencies=ids if filters.agencies else None,
        issuers=issuers,
        types=tuple(slug(type_of_symbol().get(one, one)) for one in _clean(filters.types)) or None,
        years=filters.years or None,
        roles=tuple(sorted({role for one in _clean(filters.roles) for role in _roles(one)})) or None,
        cites=tuple(map(code_key, _clean(filters.cites))) or None,
        names=tuple(
            tuple(name_pattern(kind, one) for one in _clean(typed))
            for kind, typed in ((SIGNER, filters.signers), (RECIPIENT, filters.recipients))
            if typed
        ),
        issued=_issued(filters.before, filters.after),
        copies=filters.copies,
    )


def _clean(typed: Iterable[str]) -> tuple[str, ...]:
    """Leave out what no database takes: characters that are none, and what is longer than any name."""
    return tuple(one.encode("utf-8", "ignore").decode().replace("\0", "")[:_LONGEST] for one in typed)


def name_pattern(kind: str, typed: str) -> str:
    """Give the pattern of the names that hold the words typed, in their order; very long ones only by their first."""
    marked = is_marked(typed)
    words = (token.exact if marked else token.folded for token in islice(tokens(typed), _MOST))
    return f"{kind if marked else kind.upper()}(.* )?{' (.* )?'.join(words)}( .*)?"


def _agencies(typed: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the ids that names stand for, and the patterns of those that are not known for sure."""
    ids: dict[str, None] = {}
    patterns: list[str] = []
    for one in typed:
        found = Resolution() if one.startswith(_ID) else resolve(one)
        meant = [one] if one.startswith(_ID) else [agency.id for agency in (found.agency, *found.candidates) if agency]
        ids.update(dict.fromkeys((*meant, *map(line_of, meant))))
        if not one.startswith(_ID) and found.agency is None:
            patterns.append(name_pattern(ISSUER, expand(one)))
    return tuple(ids), tuple(patterns)


@cache
def _known_roles() -> frozenset[str]:
    return frozenset(row["role"] for row in rows("section_roles"))


def _roles(typed: str) -> Iterable[str]:
    """Give the roles that a word means: itself, all of a family, or those that end in it."""
    if typed in _known_roles():
        return (typed,)
    return [role for role in _known_roles() if typed in role.split(".")] or (typed,)


def _issued(before: str | None, after: str | None) -> tuple[int, int] | None:
    for day in filter(None, (before, after)):
        if not _DAY.fullmatch(day):
            raise ValueError(f"{day} is no date such as 2024-11-05")
    if not before and not after:
        return None
    return day_number(first_day(after) if after else "0001-01-01"), day_number(
        last_day(before) if before else "9999-12-31"
    )
