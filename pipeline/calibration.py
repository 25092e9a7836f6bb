"""Calibration: of the items given a confidence, the share that is right.

Takes gold and extracted JSON, gives (field, confidence, right) an item, and bins of these. An item is right if gold
still has an item of its key; the keys are those of the evaluation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.evaluate_fields import HEADER, archive_key, citation_key, name, recipient_key
from pipeline.evaluate_tasks import target_key, task_key
from pipeline.folding import fold
from pipeline.verdicts import Json

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Bins are closed below and open above; the last holds 1."""

KEYS: dict[str, Callable[[Json], Hashable]] = {
    "citations": lambda item: (bool(item.get("code")), citation_key(item)),
    "dates": lambda item: item.get("edtf"),
    "signers": lambda item: fold(item.get("name")),
    "recipients": recipient_key,
    "addressees": lambda item: fold(name(item)),
    "tasks": task_key,
    "targets": target_key,
}


class Judged(NamedTuple):
    """One item with its confidence and whether it is right."""

    field: str
    confidence: float
    right: bool


class Bin(NamedTuple):
    """The items of a stretch of confidence: how many, their mean confidence, the share that is right."""

    low: float
    high: float
    items: int
    confidence: float
    right: float


def judged_items(gold: Json, got: Json) -> Iterator[Judged]:
    """Judge each item that has a confidence, of the fields that gold has."""
    for field, key in KEYS.items():
        if field in gold:
            yield from _listed(field, map(key, gold[field]), got.get(field) or (), key)
    if "header" in gold:
        yield from _header(gold["header"], got.get("header") or {})
    note = got.get("archive") or {}
    if "archive" in gold and note.get("confidence") is not None:
        yield Judged("archive", note["confidence"], archive_key(note) == archive_key(gold["archive"] or {}))


def _listed(
    field: str, wanted: Iterable[Hashable], items: Iterable[Json], key: Callable[[Json], Hashable]
) -> Iterator[Judged]:
    pool = Counter(wanted)
    for item in items:
        right = pool[key(item)] > 0
        pool[key(item)] -= right
        if item.get("confidence") is not None:
            yield Judged(field, item["confidence"], right)


def _header(gold: Json, got: Json) -> Iterator[Judged]:
    evidence = got.get("evidence") or {}
    for field, read in HEADER.items():
        seen = evidence.get(field) or evidence.get("issuing_agencies" if field == "issuing_agency" else field)
        value = read(got)
        if seen and seen.get("confidence") is not None and fold(value):
            yield Judged("header", seen["confidence"], fold(value) == fold(gold.get(field)))


def bins(items: Iterable[Judged]) -> list[Bin]:
    """Sort items into bins; empty bins are left out."""
    given = list(items)
    out = []
    for low, high in [*pairwise(EDGES), (EDGES[-1], EDGES[-1])]:
        inside = [each for each in given if low <= each.confidence < high or low == high == each.confidence]
        if inside:
            mean = sum(each.confidence for each in inside) / len(inside)
            out.append(Bin(low, high, len(inside), mean, sum(each.right for each in inside) / len(inside)))
    return out


def gap(filled: Iterable[Bin]) -> float:
    """Give the mean distance of confidence and share right, weighted by items (expected calibration error)."""
    rows = list(filled)
    return sum(row.items * abs(row.confidence - row.right) for row in rows) / (sum(row.items for row in rows) or 1)
