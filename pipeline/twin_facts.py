"""What a document says of itself that tells it from another with the same words.

Takes a document, gives its identity, number, symbol, day, and the years in its title; counts what contradicts.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from models import Document
from parsers.vietnamese.unicode import ascii_key

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UNKNOWN = re.compile(r"-?X+.*$")


class Facts(NamedTuple):
    """What a document says of itself; None and empty where it does not say.

    id: canonical, None for a content hash. day: EDTF, unknown parts cut off. years: those in the title.
    recognised: its words come from optical recognition, in part at least.
    """

    id: str | None
    number: str | None
    symbol: str | None
    day: str | None
    years: frozenset[str]
    draft: bool
    recognised: bool


def facts(document: Document) -> Facts:
    """Give what a document says of itself."""
    header = document.header
    return Facts(
        None if document.id.startswith("sha256/") else document.id,
        header.number.lstrip("0").lower() if header.number else None,
        re.sub(r"[^a-z0-9]+", "-", ascii_key(header.symbol)) if header.symbol else None,
        _UNKNOWN.sub("", header.issued_on) or None if header.issued_on else None,
        frozenset(_YEAR.findall(header.title or "")),
        header.is_draft,
        document.source.text_origin != "digital",
    )


def contradictions(one: Facts, other: Facts) -> int:
    """Count what two documents say of themselves that cannot both be so."""
    day = one.day and other.day and not (one.day.startswith(other.day) or other.day.startswith(one.day))
    years = one.years and other.years and one.years != other.years
    differ = (a and b and a != b for a, b in ((one.number, other.number), (one.symbol, other.symbol)))
    return sum(map(bool, (day, years, *differ)))
