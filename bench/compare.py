"""How right a comparison is, and how long it takes: generated pairs of plans, through the parser.

    python bench/compare.py [--count N] [--seed S] [--errors] [--json]

Each pair is written as text, parsed and compared; what is said is held against what was changed. Alignment: pairs of
sections, new and dropped ones among them; kinds: the same with what became of them; targets, tasks, references: what
changed, kept ones aside. A measurement: it says which aims are met and always ends with 0.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from corpus.comparisons.pairs import Pair, pair
from corpus.comparisons.truth import SectionTruth
from models import Citation, Document, Located
from models.comparison import Comparison, Side
from parsers import parse_bytes
from pipeline.compare import compare
from pipeline.compare.wording import keys

AIMS = {"alignment": 0.95, "targets": 0.92, "tasks": 0.92}
MILLISECONDS = 150

Fact = tuple[Any, ...]


def name(words: str | None) -> str | None:
    """Give a text as it is told from others."""
    return None if words is None else " ".join(keys(words))


def said_sections(found: Comparison) -> dict[str, list[Fact]]:
    """Give the pairs of sections, and the pairs with their kinds."""

    places = {which: _named([getattr(one, which) for one in found.sections]) for which in ("before", "after")}
    pairs = [tuple(_place(named, getattr(one, which)) for which, named in places.items()) for one in found.sections]
    kinds = [(*both, one.kind) for both, one in zip(pairs, found.sections, strict=True)]
    return {"alignment": pairs, "kinds": kinds}


def _named(sides: Iterable[Side | None]) -> dict[int, Fact]:
    """Give for the start of each section its words, and how many times the same stand before it."""
    seen: Counter[str | None] = Counter()
    found: dict[int, Fact] = {}
    for one in sorted(filter(None, sides), key=lambda one: one.span.start):
        words = name(one.text)
        found[one.span.start] = (words, seen[words])
        seen[words] += 1
    return found


def _place(named: dict[int, Fact], one: Side | None) -> Fact | None:
    return named[one.span.start] if one else None


def line_of(document: Document, one: Located | None) -> str | None:
    """Give the paragraph that something stands in, its label left out."""
    if one is None:
        return None
    start = document.text.rfind("\n", 0, one.span.start + 1) + 1
    end = document.text.find("\n", one.span.start)
    line = document.text[start : end if end >= 0 else None]
    marker, _, rest = line.partition(" ")
    return name(rest if marker.rstrip(".") in "-123456789" else line)


def code_of(one: Citation | None) -> str | None:
    """Give the code of a citation."""
    return one.code if one else None


def facts(made: Pair, before: Document, after: Document, found: Comparison) -> dict[str, tuple[list[Fact], list[Fact]]]:
    """Give for each measure what is true and what is said."""
    truth, said = made.truth, said_sections(found)

    def sides(one: Any) -> Fact:
        return line_of(before, one.before), line_of(after, one.after)

    def true(rows: Iterable[Any], more: Callable[[Any], Fact]) -> list[Fact]:
        return [(name(row.before), name(row.after), *more(row)) for row in rows if row.kind != "kept"]

    def told(rows: Iterable[Any], more: Callable[[Any], Fact]) -> list[Fact]:
        return [(*sides(row), *more(row)) for row in rows if row.kind != "kept"]

    def both(row: SectionTruth) -> Fact:
        sides = ((row.before, row.before_at), (row.after, row.after_at))
        return tuple(None if text is None else (name(text), at) for text, at in sides)

    def aspects(row: Any) -> Fact:
        return row.kind, tuple(sorted(row.aspects))

    return {
        "alignment": ([both(row) for row in truth.sections], said["alignment"]),
        "kinds": ([(*both(row), row.kind) for row in truth.sections], said["kinds"]),
        "targets": (true(truth.targets, lambda row: (row.kind,)), told(found.targets, lambda row: (row.kind,))),
        "tasks": (true(truth.tasks, aspects), told(found.tasks, aspects)),
        "references": (
            [(row.kind, row.before, row.after) for row in truth.references],
            [(row.kind, code_of(row.before), code_of(row.after)) for row in found.references],
        ),
    }


def measured(count: int, seed: str) -> tuple[dict[str, Counter[str]], list[float], list[str]]:
    """Give counts of right, wrong and missed for each measure, milliseconds a comparison, and the differences."""
    counts: dict[str, Counter[str]] = {}
    times, errors = [], []
    for place in range(count):
        made = pair(f"{seed}/{place}")
        before, after = (parse_bytes(text.encode(), "plan.txt") for text in (made.before, made.after))
        began = time.perf_counter()
        found = compare(before, after)
        times.append((time.perf_counter() - began) * 1000)
        for measure, (true, said) in facts(made, before, after, found).items():
            true_ones, said_ones = Counter(true), Counter(said)
            right = (true_ones & said_ones).total()
            tally = counts.setdefault(measure, Counter())
            tally.update(right=right, wrong=said_ones.total() - right, missed=true_ones.total() - right)
            errors += [f"{place} {measure} wrong {one}" for one in said_ones - true_ones]
            errors += [f"{place} {measure} missed {one}" for one in true_ones - said_ones]
    return counts, times, errors


def rates(tally: Counter[str]) -> dict[str, float]:
    """Give precision, recall and F1."""
    right, wrong, missed = (tally[each] for each in ("right", "wrong", "missed"))
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    f1 = 2 * right / max(2 * right + wrong + missed, 1)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "count": right + missed}


def main() -> None:
    arguments = argparse.ArgumentParser(description="Measure comparisons on generated pairs of plans.")
    arguments.add_argument("--count", type=int, default=60)
    arguments.add_argument("--seed", default="held-out")
    arguments.add_argument("--errors", action="store_true")
    arguments.add_argument("--json", action="store_true")
    asked = arguments.parse_args()
    measured(1, "warm")
    counts, times, errors = measured(asked.count, asked.seed)
    figures = {measure: rates(tally) for measure, tally in counts.items()}
    spent = {"median": round(statistics.median(times), 1), "most": round(max(times), 1)}
    if asked.json:
        print(json.dumps({"figures": figures, "milliseconds": spent}, indent=1))
        return
    if asked.errors:
        print("\n".join(errors))
    for measure, rate in figures.items():
        aim = AIMS.get(measure)
        verdict = "" if aim is None else f"  aim {aim:.2f} {'met' if rate['f1'] >= aim else 'MISSED'}"
        shown = f"P {rate['precision']:.4f} R {rate['recall']:.4f} F1 {rate['f1']:.4f} of {rate['count']}"
        print(f"{measure:11} {shown}{verdict}")
    met = "met" if spent["most"] <= MILLISECONDS else "MISSED"
    print(f"time        median {spent['median']} ms, most {spent['most']} ms  aim {MILLISECONDS} ms {met}")


if __name__ == "__main__":
    main()
