"""Places: in which unit of a document something stands, and which unit of the other document that is.

Takes units, their pairs and offsets, gives places of units.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from models import Span
from pipeline.compare.aligning import Pair
from pipeline.compare.units import Unit


class Aligned(NamedTuple):
    """The units of both documents with the places of the later units by those of the earlier."""

    before: tuple[Unit, ...]
    after: tuple[Unit, ...]
    pairs: dict[int, int]


def aligned_by(before: tuple[Unit, ...], after: tuple[Unit, ...], pairs: Sequence[Pair]) -> Aligned:
    """Give units and pairs as they are asked."""
    return Aligned(before, after, {pair.before: pair.after for pair in pairs})


def unit_at(units: Sequence[Unit], span: Span) -> int | None:
    """Give the place of the unit whose words a span begins in; None outside all."""
    place = bisect_right([unit.start for unit in units], span.start) - 1
    return place if place >= 0 and span.start < units[place].end else None


def together(aligned: Aligned, before: Span, after: Span) -> bool:
    """Say whether two spans stand in units that are a pair."""
    one, other = unit_at(aligned.before, before), unit_at(aligned.after, after)
    return one is not None and other is not None and aligned.pairs.get(one) == other
