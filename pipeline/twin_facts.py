"""What a document says of itself that tells it from another with the same words.

Takes a document, gives its identity, number, symbol, day, and the years in its title; counts what contradicts.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from models import Document
from parsers.vietnamese.unicode import ascii_key

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LIKE, _WORDS = 70, 2
"""Least likeness of a word to itself after recognition, in per cent; words by which titles differ."""
_UNKNOWN = re.compile(r"-?X+.*$")


class Facts(NamedTuple):
    """What a document says of itself; None and empty where it does not say.

    id: canonical, None for a content hash. day: EDTF, unknown parts cut off. years: those in the title. title: without
    marks.
    recognised: its words come from optical recognition, in part at least.
    """

    id: str | None
    number: str | None
    symbol: str | None
    day: str | None
    years: frozenset[str]
    draft: bool
    recognised: bool
    title: str | None = None


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
        ascii_key(header.title) if header.title else None,
    )


def contradictions(one: Facts, other: Facts) -> int:
    """Count what two documents say of themselves that cannot both be so."""
    day = one.day and other.day and not (one.day.startswith(other.day) or other.day.startswith(one.day))
    years = one.years and other.years and one.years != other.years
    titles = one.title and other.title and _about_another(one.title, other.title)
    differ = (a and b and a != b for a, b in ((one.number, other.number), (one.symbol, other.symbol)))
    return sum(map(bool, (day, years, titles, *differ)))


def agreements(one: Facts, other: Facts) -> int:
    """Count what tells a document from others and is the same in both: the number, the full day."""
    number = one.number is not None and one.number == other.number
    day = one.day is not None and len(one.day) == 10 and one.day == other.day
    return number + day


def _about_another(one: str, other: str) -> bool:
    """Say whether two titles speak of different things: two words of each, a name often, have no like in the other.

    A word that recognition spoilt is still like itself.
    """
    from rapidfuzz.fuzz import ratio

    mine, theirs = ({*title.split()} for title in (one, other))
    left = [word for word in mine - theirs if all(ratio(word, each) < _LIKE for each in theirs - mine)]
    right = [word for word in theirs - mine if all(ratio(word, each) < _LIKE for each in mine - theirs)]
    return min(len(left), len(right)) >= _WORDS
