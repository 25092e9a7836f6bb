"""The hand-written gold of roles, tasks and targets: it is whole, and says what the documents print."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import corpus
from pipeline.evaluate import pairs
from pipeline.samples import copied

FILES = sorted(corpus.gold().glob("*.tasks.json"))
MODES = {"assign", "request", "order", "self"}
COMPARATORS = {"between", "at_least", "at_most", "more_than", "less_than", "equal"}
DUE = re.compile(r"(?:\d{4}|XXXX)(?:-\d{2}(?:-\d{2})?)?(?:/\d{4}-\d{2}(?:-\d{2})?)?")
WORDS = 40
"""Syllables of an action, at most."""

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.removesuffix(".tasks.json"))


def read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text("utf-8")))


def shown(path: Path) -> str:
    """Give the text form of the document that gold names, its line ends as spaces."""
    words = (corpus.documents() / read(path)["file"]).read_text("utf-8")
    return " ".join(unicodedata.normalize("NFC", words).split())


def quoted(gold: dict[str, Any]) -> Iterator[str]:
    """Give all that gold quotes as printed."""
    for task in gold["tasks"]:
        yield from (*task["lead"], *task["support"], task["action"])
    yield from (target["raw"] for target in gold["targets"])


def test_every_document_has_its_gold() -> None:
    assert len(FILES) >= 12
    assert {path.name.removesuffix(".tasks.json") for path in FILES} == {p.stem for p in corpus.documents().iterdir()}


@each_file
def test_it_stands_beside_the_gold_of_the_same_document(path: Path) -> None:
    assert read(path)["file"] == read(path.with_name(path.name.replace(".tasks", "")))["file"]


@each_file
def test_what_it_quotes_is_printed(path: Path) -> None:
    text = shown(path)
    assert [words for words in quoted(read(path)) if words not in text] == []


@each_file
def test_its_paths_are_sections(path: Path) -> None:
    gold, beside = read(path), read(path.with_name(path.name.replace(".tasks", "")))
    paths = {section["path"] for section in beside["sections"]}
    roles = [role["path"] for role in gold["roles"]]
    assert len(roles) == len(set(roles))
    assert {*roles, *(item["section"] for item in (*gold["tasks"], *gold["targets"]))} <= paths


@each_file
def test_it_has_the_form_of_the_guidelines(path: Path) -> None:
    gold = read(path)
    assert list(gold) == ["file", "roles", "tasks", "targets"]
    for task in gold["tasks"]:
        assert list(task) == ["section", "mode", "lead", "support", "action", "deadline"]
        assert (task["mode"] in MODES, bool(task["lead"])) == (True, True)
        assert len(task["action"].split()) <= WORDS
        assert task["deadline"] is None or DUE.fullmatch(task["deadline"])
    for target in gold["targets"]:
        assert list(target) == ["section", "raw", "indicator", "comparator", "value", "value_max", "unit"]
        assert target["comparator"] in COMPARATORS
        assert (target["value_max"] is not None) == (target["comparator"] == "between")


def test_the_samples_of_a_user_come_with_it_and_are_scored_with_it(tmp_path: Path) -> None:
    files = {path.relative_to(tmp_path).as_posix() for path in copied(tmp_path)}
    assert {f"gold/{path.name}" for path in FILES} <= files
    (tmp_path / "json").mkdir()
    assert all(pair.tasks for pair in pairs(tmp_path / "gold", tmp_path / "json"))
