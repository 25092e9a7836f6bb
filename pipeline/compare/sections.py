"""Sections: what became of each section and paragraph.

Takes the units of both documents and their pairs, gives one record each, in the order of the later document; what was
dropped stands where it stood, behind what came before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from models.comparison import SectionChange, SectionChangeKind, Side
from pipeline.compare.aligning import Pair
from pipeline.compare.units import Unit, span_of
from pipeline.compare.wording import keys, worded


def section_changes(before: Sequence[Unit], after: Sequence[Unit], pairs: Sequence[Pair]) -> Iterator[SectionChange]:
    """Give what became of each unit."""
    later, earlier = {pair.after: pair for pair in pairs}, {pair.before: pair for pair in pairs}
    dropped: defaultdict[int, list[int]] = defaultdict(list)
    last = -1
    for place in range(len(before)):
        if place in earlier:
            last = earlier[place].after if not earlier[place].moved else last
        else:
            dropped[last].append(place)
    for place in range(-1, len(after)):
        if place >= 0:
            pair = later.get(place)
            yield _paired(before[pair.before], after[place], pair) if pair else _new(after[place])
        for gone in dropped[place]:
            yield SectionChange(kind="dropped", before=side(before[gone]))


def _new(unit: Unit) -> SectionChange:
    return SectionChange(kind="new", after=side(unit))


def _paired(before: Unit, after: Unit, pair: Pair) -> SectionChange:
    same = keys(before.text) == keys(after.text)
    kind: SectionChangeKind = "moved" if pair.moved else "kept" if same else "reworded"
    return SectionChange(
        kind=kind,
        before=side(before),
        after=side(after),
        likeness=1.0 if same else round(pair.likeness, 3),
        words=() if same else worded(before.text, after.text),
    )


def side(unit: Unit) -> Side:
    """Give a unit as a side of a change."""
    return Side(path=unit.path, title=unit.title, role=unit.role, text=unit.text, span=span_of(unit))
