"""Aligning: which unit of the earlier document is which of the later one, and which of them moved.

Takes the units of both, gives pairs of places with their likeness. A pair is scored by its words, those of all that
stands below it, its role, the pair it stands in and its place; the best pairing of all together is taken.
Rule of the place: numbers of sections are never looked at, for they change with each section that is put in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipeline.compare.pairing import likenesses, pairs
from pipeline.compare.units import Unit
from pipeline.likeness import Words, weighed

if TYPE_CHECKING:
    from pipeline.compare.pairing import Matrix

LEAST = 0.48
"""Score that a pair must exceed."""

OWN = 0.5
"""What the own words of a heading count against all that stands below it."""

OTHER_SERIES = -0.3
"""What it takes away that two paragraphs of the opening cite documents of other kinds."""

ROLE, OTHER_ROLE, ABOVE, ORDER = 0.12, -0.12, 0.15, 0.06
"""What it adds to stand for the same, or another, purpose; in the same section; at the same height of the document."""


class Pair(NamedTuple):
    """Places of the same unit in both documents; likeness of its words, 0 to 1; whether it moved."""

    before: int
    after: int
    likeness: float
    moved: bool


def aligned(before: Sequence[Unit], after: Sequence[Unit]) -> list[Pair]:
    """Give the pairs of units, in the order of the earlier document."""
    import numpy as np

    if not before or not after:
        return []
    said, said_now = ([weighed(unit.text) for unit in units] for units in (before, after))
    own, whole = likenesses(said, said_now), likenesses(_below(before, said), _below(after, said_now))
    headed = np.logical_and.outer([unit.heading for unit in before], [unit.heading for unit in after])
    words = np.where(headed, OWN * own + (1 - OWN) * whole, np.maximum(own, 0.8 * whole))
    base = words + _roles(before, after) + _cited(before, after)
    scores = (1 - ABOVE - ORDER) * base + ABOVE * _above(before, after, base) + ORDER * _order(len(before), len(after))
    found = dict(pairs(np.where(words > 0.15, scores, 0.0), LEAST))
    found = dict(sorted({**found, **_only_children(before, after, found)}.items()))
    moved = _moved(before, after, found)
    return [Pair(one, other, float(own[one, other]), one in moved) for one, other in found.items()]


def _below(units: Sequence[Unit], said: Sequence[Words]) -> list[Words]:
    """Give the words of units with all that stands below them."""
    return [weighed(unit.whole) if unit.heading else words for unit, words in zip(units, said, strict=True)]


def _only_children(before: Sequence[Unit], after: Sequence[Unit], found: Mapping[int, int]) -> dict[int, int]:
    """Give the pairs of paragraphs without a pair that are all that stands below two headings that are one.

    A time or a place says something else each year, in other words, under the same heading.
    """
    children = [Counter(unit.parent for unit in units) for units in (before, after)]
    taken = set(found.values())
    below = {unit.parent: place for place, unit in enumerate(after) if unit.paragraph and place not in taken}
    return {
        place: below[now]
        for place, unit in enumerate(before)
        if unit.paragraph and place not in found and children[0][unit.parent] == 1
        for now in [None if unit.parent is None else found.get(unit.parent)]
        if now is not None and now in below and children[1][now] == 1
    }


def _roles(before: Sequence[Unit], after: Sequence[Unit]) -> Matrix:
    import numpy as np

    names = {role: place for place, role in enumerate(sorted({u.role for u in (*before, *after) if u.role}), 1)}
    left = np.array([names.get(unit.role or "", 0) for unit in before])[:, None]
    right = np.array([names.get(unit.role or "", 0) for unit in after])[None, :]
    known = (left > 0) & (right > 0)
    return np.where(known & (left == right), ROLE, np.where(known, OTHER_ROLE, 0.0))


def _cited(before: Sequence[Unit], after: Sequence[Unit]) -> Matrix:
    """Give what it takes away that two lines of legal basis cite documents of other kinds."""
    import numpy as np

    found = np.zeros((len(before), len(after)))
    for one, unit in enumerate(before):
        for other, later in enumerate(after) if unit.cites else ():
            if later.cites and unit.cites.isdisjoint(later.cites):
                found[one, other] = OTHER_SERIES
    return found


def _above(before: Sequence[Unit], after: Sequence[Unit], base: Matrix) -> Matrix:
    """Give for each pair the score of the pair of units they stand in; 1 where both stand at the top."""
    import numpy as np

    padded = np.zeros((base.shape[0] + 1, base.shape[1] + 1))
    padded[:-1, :-1] = np.clip(base, 0.0, 1.0)
    padded[-1, -1] = 1.0
    left = [-1 if unit.parent is None else unit.parent for unit in before]
    right = [-1 if unit.parent is None else unit.parent for unit in after]
    found: Matrix = padded[np.ix_(left, right)]
    return found


def _order(before: int, after: int) -> Matrix:
    import numpy as np

    heights = np.subtract.outer(np.arange(before) / max(before - 1, 1), np.arange(after) / max(after - 1, 1))
    found: Matrix = 1.0 - np.abs(heights)
    return found


def _moved(before: Sequence[Unit], after: Sequence[Unit], found: Mapping[int, int]) -> set[int]:
    """Give the earlier places of units that stand in another section, or in another order in the same."""
    back = {other: one for one, other in found.items()}
    families: defaultdict[int | None, list[int]] = defaultdict(list)
    moved = set()
    for one, other in sorted(found.items()):
        if before[one].paragraph or after[other].paragraph:
            continue
        above, now_above = _anchor(before, one, found), _anchor(after, other, back)
        if (None if above is None else found[above]) == now_above:
            families[above].append(one)
        else:
            moved.add(one)
    for family in families.values():
        moved |= set(family) - _in_order(family, found)
    return moved


def _anchor(units: Sequence[Unit], place: int, paired: Mapping[int, int]) -> int | None:
    """Give the nearest unit above that has a pair."""
    above = units[place].parent
    while above is not None and above not in paired:
        above = units[above].parent
    return above


def _in_order(family: Sequence[int], found: Mapping[int, int]) -> set[int]:
    """Give the longest run of units that stand in the same order in both documents."""
    tails: list[int] = []
    ends: list[int] = []
    link: dict[int, int | None] = {}
    for one in family:
        at = bisect_left(tails, found[one])
        link[one] = ends[at - 1] if at else None
        tails[at : at + 1] = [found[one]]
        ends[at : at + 1] = [one]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = link[last]
    return kept
