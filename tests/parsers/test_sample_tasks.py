"""Roles, tasks and targets of the packaged samples, against the gold that was written by reading them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import corpus
from parsers import parse
from pipeline.evaluate import Evaluation, Pair, compare

BOUNDS = {"tasks": 0.90, "targets": 0.90, "roles": 0.92}
"""The least F1 of a field over all samples."""


def read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text("utf-8")))


def pair(gold: Path) -> Pair:
    wanted, tasks = read(gold.with_name(gold.name.replace(".tasks", ""))), read(gold)
    got = parse(corpus.documents() / wanted["file"]).model_dump_json(by_alias=True)
    return Pair(wanted, tasks, json.loads(got))


@pytest.fixture(scope="module")
def found() -> Evaluation:
    return compare(map(pair, sorted(corpus.gold().glob("*.tasks.json"))))


def test_all_samples_are_scored(found: Evaluation) -> None:
    assert found.documents == len({path.stem for path in corpus.documents().iterdir()})


@pytest.mark.parametrize("field", BOUNDS)
def test_a_field_scores_well(found: Evaluation, field: str) -> None:
    errors = [line for line in found.errors if f": {field}" in line]
    assert found.fields[field].f1 >= BOUNDS[field], errors
