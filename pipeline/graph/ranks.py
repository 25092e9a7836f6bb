"""Ranks: how high an issuing body stands, from the Central Committee of the Party down to a school.

Takes the id of an agency or of a document, gives its rank; the table is `agency_ranks`. Rule of the place: a smaller
number stands higher, and a body whose kind is not known is ranked by its level alone.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from parsers.knowledge import doc_types, rows
from parsers.vietnamese.slugs import slug
from pipeline.archive.agency_rows import agency_row


class Rank(NamedTuple):
    """How high a body stands. number: 1 is the highest. tier: name of the row it stands in, `rank.…` in the words."""

    number: int
    tier: str


NOWHERE = Rank(99, "unknown")
"""Rank of a body of which nothing is known."""


@lru_cache(maxsize=65536)
def rank(agency: str | None) -> Rank:
    """Give the rank of an agency by its id (`vn/lang-son/so-tai-chinh`)."""
    if not agency:
        return NOWHERE
    row = agency_row(agency)
    found = _ranks().get((row["level"] or _level(agency), row["kind"] or ""))
    return found or _ranks().get((row["level"] or _level(agency), ""), NOWHERE)


@lru_cache(maxsize=65536)
def issuer_of(work: str) -> str | None:
    """Give the id of the agency in a document's canonical id: what stands before its type."""
    parts = work.split("/")
    at = next((i for i, part in enumerate(parts) if i > 1 and part in _types()), None)
    return "/".join(parts[:at]) if parts[0] == "vn" and at else None


@cache
def tiers() -> tuple[Rank, ...]:
    """Give the tiers from the top, each once."""
    return tuple(sorted(set(_ranks().values())))


@cache
def _ranks() -> dict[tuple[str, str], Rank]:
    return {(row["level"], row["kind"]): Rank(int(row["rank"]), row["tier"]) for row in rows("agency_ranks")}


@cache
def _types() -> frozenset[str]:
    return frozenset({slug(each.name) for each in doc_types()} | {"nghi-quyet-dai-hoi"})


def _level(agency: str) -> str:
    """Guess the level of an agency that no table holds by the depth of its id."""
    place = agency.split("/")[1:]
    provinces = {row["slug"] for row in rows("provinces")}
    if not place or place[0] not in provinces:
        return "central" if len(place) == 1 else ""
    return {2: "province", 3: "commune"}.get(len(place), "unit") if len(place) > 1 else "province"
