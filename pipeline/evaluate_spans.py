"""How well the stretches of text fit: the raw strings of citations, dates and targets, exactly and by overlap.

Takes gold and extracted JSON, gives verdicts. Gold has no offsets, so strings are compared: two are exact if their
folded forms are equal; two overlap if they have one key and one holds the other or they share half of the longer.
Each item is used once; exact pairs are taken first.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from pipeline.evaluate_tasks import target_key
from pipeline.folding import fold
from pipeline.verdicts import Json, Verdict, compared

HALF = 0.5
"""Share of the longer string from which two overlap."""


class Stretch(NamedTuple):
    """A list of items with `raw`, and the key by which two of them are the same thing."""

    field: str
    key: Callable[[Json], Hashable]


STRETCHES = (
    Stretch("citations", lambda item: fold(item.get("code"))),
    Stretch("dates", lambda item: item.get("edtf")),
    Stretch("targets", target_key),
)


def spans(gold: Json, got: Json) -> Iterator[Verdict]:
    """Give two verdicts, exact and overlap, for each list that gold has."""
    for field, key in STRETCHES:
        if field not in gold:
            continue
        want = [(key(item), fold(item["raw"])) for item in gold[field]]
        have = [(key(item), fold(item.get("raw"))) for item in got.get(field) or ()]
        yield compared(f"{field} (exact)", (text for _, text in want), (text for _, text in have), listed=False)
        yield _overlap(f"{field} (overlap)", want, have)


def overlaps(one: str, other: str) -> bool:
    """Say whether one folded string holds the other, or both share half of the longer."""
    if not one or not other:
        return one == other
    if one in other or other in one:
        return True
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= HALF * max(len(one), len(other))


def _overlap(field: str, want: list[tuple[Hashable, str]], have: list[tuple[Hashable, str]]) -> Verdict:
    rest, missed = list(have), []
    unpaired = []
    for item in want:
        if item in rest:
            rest.remove(item)
        else:
            unpaired.append(item)
    for key, text in unpaired:
        near = next((each for each in rest if each[0] == key and overlaps(text, each[1])), None)
        if near:
            rest.remove(near)
        else:
            missed.append(text)
    return Verdict(field, len(want) - len(missed), tuple(missed), tuple(text for _, text in rest), listed=False)
