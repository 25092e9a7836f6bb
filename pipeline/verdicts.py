"""Verdicts: what one field of one document was worth, and the figures that many of them make.

Takes what gold wants and what was extracted, gives a Verdict; takes verdicts, gives Figures a field. No field is known
here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, NamedTuple

Json = Mapping[str, Any]
"""A parsed JSON object: a gold file or an extracted document."""


class Verdict(NamedTuple):
    """One comparison.

    right: how many agree. missed: what only gold has. extra: what only the extraction has.
    listed: whether a difference is one of the document (else it is another view of one that is listed elsewhere).
    """

    field: str
    right: int = 0
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    listed: bool = True


class Figures(NamedTuple):
    """Counts of a field; the shares are 1 where nothing was wanted or given."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        """Share of what was given that is right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was given."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def rounded(self) -> dict[str, float | int]:
        """Give the figures as they are published, four decimals."""
        shares = {name: round(getattr(self, name), 4) for name in ("precision", "recall", "f1")}
        return {**shares, "tp": self.tp, "fp": self.fp, "fn": self.fn}


def compared(field: str, gold: Iterable[Hashable], got: Iterable[Hashable], *, listed: bool = True) -> Verdict:
    """Compare two bags of keys; each key counts as often as it stands there."""
    want, have = Counter(gold), Counter(got)
    missed = tuple(str(key) for key in (want - have).elements())
    extra = tuple(str(key) for key in (have - want).elements())
    return Verdict(field, (want & have).total(), missed, extra, listed)


def judged(field: str, right: bool, gold: object, got: object, *, listed: bool = True) -> Verdict:
    """Compare two single values; a wrong one is both missed and extra."""
    return Verdict(field, 1, (), (), listed) if right else Verdict(field, 0, (str(gold),), (str(got),), listed)


def tally(verdicts: Iterable[Verdict]) -> dict[str, Figures]:
    """Add up verdicts field by field, in alphabetical order."""
    sums: defaultdict[str, Figures] = defaultdict(Figures)
    for field, right, missed, extra, _ in verdicts:
        tp, fp, fn = sums[field]
        sums[field] = Figures(tp + right, fp + len(extra), fn + len(missed))
    return dict(sorted(sums.items()))
