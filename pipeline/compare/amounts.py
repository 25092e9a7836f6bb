"""Amounts: which target of the earlier document is which of the later one, and whether it was raised or lowered.

Takes the targets of both, gives one record each. Rule of the place: raised and lowered are said of the printed value
alone, in the same unit; whether more is better is for the reader to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from models import Target
from models.comparison import TargetChange, TargetChangeKind
from parsers.vietnamese.unicode import ascii_key
from pipeline.compare.pairing import likenesses, pairs
from pipeline.compare.places import Aligned, together
from pipeline.likeness import weighed

if TYPE_CHECKING:
    from pipeline.compare.pairing import Matrix

LEAST = 0.5
"""Score that a pair must exceed."""

ALIKE = 0.35
"""Likeness of the indicators below which nothing else makes a pair."""

UNIT, PLACE, ORDER = 0.1, 0.2, 0.03
"""What it adds to have the same unit; to stand in the same section; to stand at the same height of the list."""

_SHARE = frozenset(("%", "phan tram"))


def target_changes(before: Sequence[Target], after: Sequence[Target], aligned: Aligned) -> Iterator[TargetChange]:
    """Give what became of each target, in the order of the later document; dropped ones last."""
    scores, like = _scores(before, after, aligned)
    back = {other: one for one, other in pairs(scores, LEAST)} if before and after else {}
    for place, target in enumerate(after):
        old = back.get(place)
        if old is None:
            yield TargetChange(kind="new", after=target)
        else:
            likeness = round(float(like[old, place]), 3)
            yield TargetChange(kind=_kind(before[old], target), before=before[old], after=target, likeness=likeness)
    paired = set(back.values())
    yield from (TargetChange(kind="dropped", before=old) for place, old in enumerate(before) if place not in paired)


def _scores(before: Sequence[Target], after: Sequence[Target], aligned: Aligned) -> tuple[Matrix, Matrix]:
    import numpy as np

    like = likenesses([weighed(_matter(one)) for one in before], [weighed(_matter(one)) for one in after])
    scores = like.copy()
    for one, old in enumerate(before):
        for other, new in enumerate(after):
            scores[one, other] += UNIT * (_unit(old) == _unit(new)) + PLACE * together(aligned, old.span, new.span)
    heights = np.subtract.outer(np.arange(len(before)), np.arange(len(after)))
    found: Matrix = np.where(like > ALIKE, scores - ORDER * np.minimum(np.abs(heights), 5) / 5, 0.0)
    return found, like


def _matter(target: Target) -> str:
    """Give what a target is about: its indicator, with its actor; else its words as printed."""
    return " ".join(filter(None, (target.indicator, target.actor.name if target.actor else None))) or target.raw


def _unit(target: Target) -> str:
    unit = ascii_key(target.unit or "")
    return "%" if unit in _SHARE else unit


def _kind(before: Target, after: Target) -> TargetChangeKind:
    old, new = _range(before), _range(after)
    if _unit(before) != _unit(after):
        return "changed"
    if old == new:
        return "kept" if before.comparator == after.comparator else "changed"
    if all(one <= other for one, other in zip(old, new, strict=True)):
        return "raised"
    if all(one >= other for one, other in zip(old, new, strict=True)):
        return "lowered"
    return "changed"


def _range(target: Target) -> tuple[float, float]:
    return target.value, target.value if target.value_max is None else target.value_max
