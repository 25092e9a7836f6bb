"""Boilerplate: how much of a document stands word for word in another.

Takes the words of both, gives a share. Counted are the words of the later one that lie in a run of at least RUN words
that the other has too; shorter runs are what any two texts of the kind share.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.compare.units import Unit
from pipeline.compare.wording import keys

RUN = 7
"""Fewest words in a row that count as taken over."""


def words_of(units: Sequence[Unit]) -> list[tuple[str, ...]]:
    """Give the words of each unit."""
    return [keys(unit.text) for unit in units]


def share(source: Sequence[tuple[str, ...]], copy: Sequence[tuple[str, ...]]) -> float:
    """Give the share of the copy's words, 0 to 1, that stand word for word in the source; units are not run together.

    A unit of fewer words than a run counts if the source has a unit of the same words.
    """
    runs = {words[at : at + RUN] for words in source for at in range(len(words) - RUN + 1)}
    short = {words for words in source if len(words) < RUN}
    total = sum(map(len, copy))
    return round(sum(_taken(words, runs, short) for words in copy) / total, 4) if total else 0.0


def _taken(words: tuple[str, ...], runs: set[tuple[str, ...]], short: set[tuple[str, ...]]) -> int:
    if len(words) < RUN:
        return len(words) if words in short else 0
    covered, taken = 0, 0
    for at in range(len(words) - RUN + 1):
        if words[at : at + RUN] in runs:
            taken += at + RUN - max(covered, at)
            covered = at + RUN
    return taken
