"""Printed lines against recognised lines: which belong together, and what differs.

Takes two lists of lines of one page, gives each printed line with what was read of it. Rule of the place: reading
order is not judged here, so a line counts as read wherever on its page it was put.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

ALIKE, SURE, PART = 0.5, 0.97, 60.0
"""Least likeness of lines that belong together; likeness that ends the search; least likeness of a part, %."""
AROUND = 14


class Difference(NamedTuple):
    """A stretch read wrongly: what is printed, what was read, and the printed words around it."""

    printed: str
    read: str
    around: str


def squeezed(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


def matched(printed: Sequence[str], read: Sequence[str]) -> list[str | None]:
    """Give for each printed line what was read of it, None where nothing was.

    Lines are paired by likeness, the most alike first. A line that has no good partner is also sought as a part of
    all that was read, because recognition may join what stands side by side, or cut a line.
    """
    found: list[str | None] = [None] * len(printed)
    if not read:
        return found
    likeness = process.cdist(printed, read, scorer=Levenshtein.normalized_similarity)
    free = set(range(len(read)))
    for place in likeness.argsort(axis=None)[::-1]:
        row, column = divmod(int(place), len(read))
        if likeness[row, column] < ALIKE:
            break
        if found[row] is None and column in free:
            found[row] = read[column]
            free.discard(column)
    whole = " ".join(read)
    for row, line in enumerate(printed):
        partner = found[row]
        if partner is None or Levenshtein.normalized_similarity(line, partner) < SURE:
            found[row] = _better(line, partner, whole)
    return found


def _better(line: str, partner: str | None, whole: str) -> str | None:
    """Give the partner, or the part of all that was read that is nearer to the line."""
    part = fuzz.partial_ratio_alignment(line, whole, score_cutoff=PART) if len(line) < len(whole) else None
    if not part:
        return partner
    sought = whole[part.dest_start : part.dest_end].strip()
    if partner is None or Levenshtein.distance(line, sought) < Levenshtein.distance(line, partner):
        return sought
    return partner


def differences(printed: str, read: str) -> Iterator[Difference]:
    """Give the stretches that differ, neighbouring ones as one."""
    for step in Levenshtein.opcodes(printed, read):
        if step.tag != "equal":
            around = printed[max(0, step.src_start - AROUND) : step.src_end + AROUND]
            yield Difference(printed[step.src_start : step.src_end], read[step.dest_start : step.dest_end], around)
