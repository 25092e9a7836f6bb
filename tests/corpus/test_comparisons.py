"""The pairs of plans with known changes: they are what they say, and a comparison of them comes out right."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from corpus.comparisons import wording
from corpus.comparisons.pairs import pair, write
from parsers import parse_bytes
from pipeline.compare import compare
from pipeline.compare.wording import keys


def test_the_same_seed_gives_the_same_pair() -> None:
    assert pair("a/1") == pair("a/1")
    assert pair("a/1") != pair("a/2")


@pytest.mark.parametrize("seed", [f"truth/{place}" for place in range(5)])
def test_truth_speaks_of_what_is_printed(seed: str) -> None:
    made = pair(seed)
    printed = [" ".join(text.split()) for text in (made.before, made.after)]
    for row in (*made.truth.sections, *made.truth.targets, *made.truth.tasks):
        assert all(said is None or said in text for said, text in zip((row.before, row.after), printed, strict=True))
        assert (row.before is None, row.after is None) == (row.kind == "new", row.kind == "dropped")


def test_all_kinds_of_change_occur() -> None:
    made = [pair(f"kinds/{place}").truth for place in range(30)]
    assert {row.kind for one in made for row in one.sections} == {"kept", "reworded", "moved", "new", "dropped"}
    assert {row.kind for one in made for row in one.targets} == {"kept", "raised", "lowered", "new", "dropped"}
    assert {row.kind for one in made for row in one.references} == {"added", "dropped", "replaced"}
    assert {aspect for one in made for row in one.tasks for aspect in row.aspects} == {
        "lead", "support", "deadline", "action",
    }  # fmt: skip


def test_a_matter_has_wordings_that_differ() -> None:
    rows = (*wording.PURPOSES, *wording.REQUIREMENTS, *wording.CONTENTS, *wording.TASKS, *wording.MONEY)
    assert [row for row in rows if len({keys(text) for text in row}) < len(row)] == []
    assert len({row[0] for row in rows}) == len(rows)


def test_pairs_are_written_with_their_truth(tmp_path: Path) -> None:
    [path] = write(tmp_path, 1, 7)
    assert json.loads(path.read_text("utf-8")).keys() == {"sections", "targets", "tasks", "references"}
    assert (tmp_path / "0000.before.txt").read_text("utf-8") == pair("7/0").before


@pytest.mark.parametrize("seed", [f"whole/{place}" for place in range(4)])
def test_a_comparison_finds_what_was_changed(seed: str) -> None:
    made = pair(seed)
    before, after = (parse_bytes(text.encode(), "plan.txt") for text in (made.before, made.after))
    found = compare(before, after)
    for name in ("sections", "targets", "tasks", "references"):
        changes = ([row.kind for row in getattr(one, name)] for one in (made.truth, found))
        true, said = (Counter(kind for kind in each if kind != "kept") for each in changes)
        assert (true - said).total() <= 0.05 * true.total(), name
        assert (said - true).total() <= 0.05 * true.total(), name
