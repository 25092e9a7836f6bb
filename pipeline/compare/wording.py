"""Wording: the difference of two texts word by word.

Takes two texts, gives pieces in reading order: words of both, words dropped, words added. Rule of the place: case,
punctuation and spelling of the same word (`hoà`, `hòa`) are no difference; a few words between two greater changes go
with them, so that a reader sees phrases and not crumbs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from models.comparison import Piece
from pipeline.archive.terms import both_forms

_WORD = re.compile(r"\S+")

CRUMB, LARGEST = 1, 4
"""Most words between two changes that always go with them; and that do so where each change has twice as many."""


class Change(NamedTuple):
    """A run of words: first and one after the last, in the earlier text and in the later one."""

    same: bool
    before: tuple[int, int]
    after: tuple[int, int]


def keys(text: str) -> tuple[str, ...]:
    """Give the words of a text as they are compared."""
    return tuple(both_forms(text)[0])


def worded(before: str, after: str) -> tuple[Piece, ...]:
    """Give the difference of two texts; empty where their words are the same."""
    if keys(before) == keys(after):
        return ()
    ones, others = _WORD.findall(before), _WORD.findall(after)
    return tuple(_pieces(_joined(list(_runs(ones, others))), ones, others))


def _runs(ones: list[str], others: list[str]) -> Iterator[Change]:
    from rapidfuzz.distance import Indel

    opcodes = Indel.opcodes([" ".join(keys(word)) for word in ones], [" ".join(keys(word)) for word in others])
    for code in opcodes:
        yield Change(code.tag == "equal", (code.src_start, code.src_end), (code.dest_start, code.dest_end))


def _joined(runs: list[Change]) -> list[Change]:
    """Join neighbouring changes, and the crumbs between two of them."""
    whole = _merged(runs)
    inside = [
        run._replace(same=run.same and not (0 < place < len(whole) - 1 and _crumb(*whole[place - 1 : place + 2])))
        for place, run in enumerate(whole)
    ]
    return _merged(inside)


def _merged(runs: list[Change]) -> list[Change]:
    found: list[Change] = []
    for run in runs:
        if found and not run.same and not found[-1].same:
            last = found.pop()
            run = Change(False, (last.before[0], run.before[1]), (last.after[0], run.after[1]))
        found.append(run)
    return found


def _crumb(earlier: Change, run: Change, later: Change) -> bool:
    size = run.after[1] - run.after[0]
    return size <= CRUMB or (size <= LARGEST and 2 * size <= min(_size(earlier), _size(later)))


def _size(run: Change) -> int:
    return max(run.before[1] - run.before[0], run.after[1] - run.after[0])


def _pieces(runs: list[Change], ones: list[str], others: list[str]) -> Iterator[Piece]:
    for run in runs:
        old, new = " ".join(ones[slice(*run.before)]), " ".join(others[slice(*run.after)])
        if run.same:
            yield Piece(kind="same", text=new)
            continue
        sides: tuple[tuple[Literal["dropped", "added"], str], ...] = (("dropped", old), ("added", new))
        yield from (Piece(kind=kind, text=text) for kind, text in sides if text)
