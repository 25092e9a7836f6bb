"""The tables of agencies: they agree with each other, and the check that says so sees what it should."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from parsers import knowledge
from parsers.knowledge import checks, rows
from parsers.vietnamese.syllables import is_syllable
from parsers.vietnamese.unicode import clean, key

TABLES = ("provinces", "agencies", "successions", "abbreviations", "agency_groups", "agency_posts", "own_names")


def test_the_tables_agree() -> None:
    assert checks.faults() == []


@pytest.mark.parametrize("table", [*TABLES, "word_pairs", "compounds", "word_weights"])
def test_a_table_is_plain_text(table: str) -> None:
    data = (knowledge.files(knowledge.__package__) / f"{table}.csv").read_bytes()
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert all(None not in row and None not in row.values() for row in rows(table))


def test_there_were_63_provinces_and_are_34() -> None:
    old = [row for row in rows("provinces") if row["valid_from"] <= "2024-01-01" and row["valid_to"] > "2024-01-01"]
    kept = [row for row in rows("provinces") if not row["valid_from"] and not row["valid_to"]]
    assert len(old) + len(kept) == 63
    assert len({row["slug"] for row in rows("provinces") if not row["valid_to"]}) == 34


def test_a_word_and_what_follows_it_stand_once_and_in_order() -> None:
    words = [row["word"] for row in rows("word_pairs")]
    assert words == sorted(set(words))
    assert [
        row["word"] for row in rows("word_pairs") if (after := row["followers"].split()) != sorted(set(after))
    ] == []


def test_words_are_shown_as_they_are_spelt_in_small_letters() -> None:
    text = " ".join(f"{row['word']} {row['followers']}" for row in rows("word_pairs"))
    assert text == clean(text)
    assert text == text.lower()


def test_compounds_stand_once_and_in_order() -> None:
    words = [row["compound"] for row in rows("compounds")]
    assert words == sorted(set(words))
    assert len({key(word) for word in words}) == len(words)


def test_compounds_are_words_of_two_to_four_syllables_in_small_letters() -> None:
    words = [row["compound"] for row in rows("compounds")]
    assert words == [clean(word).lower() for word in words]
    assert [word for word in words if not 2 <= len(word.split()) <= 4] == []
    assert [word for word in words if not all(map(is_syllable, word.split()))] == []


LAYERS = {"c1": (16, 1, 5, 5), "c2": (32, 16, 3, 3), "f1": (64, 32 * 7 * 7), "f2": (11, 64)}


def test_the_network_of_figures_has_the_layers_that_are_run() -> None:
    with (knowledge.files(knowledge.__package__) / "digits.npz").open("rb") as file, np.load(file) as stored:
        shapes = {name: stored[name].shape for name in stored.files}
        assert all(np.isfinite(stored[name]).all() for name in stored.files)
    assert shapes == {f"{name}.weight": shape for name, shape in LAYERS.items()} | {
        f"{name}.bias": shape[:1] for name, shape in LAYERS.items()
    }


Change = Callable[[list[dict[str, str]]], None]


def add(**fields: str) -> Change:
    return lambda table: table.append({**dict.fromkeys(table[0], ""), "status": "known", **fields})


def put(**fields: str) -> Change:
    return lambda table: table[0].update(fields)


def late(table: list[dict[str, str]]) -> None:
    next(row for row in table if row["successor"] == "province/thue-tinh")["date"] = "1990"


FAULTS: list[Any] = [
    pytest.param("provinces", add(slug="cao-bang"), "stands 2 times", id="a key twice"),
    pytest.param("provinces", put(valid_to="30/6/2025"), "date '30/6/2025'", id="a date of another form"),
    pytest.param("provinces", put(successor="nowhere"), "'nowhere' is no row", id="a successor that is not there"),
    pytest.param("provinces", put(successor="", valid_to="2025"), "without a successor", id="a province that vanishes"),
    pytest.param("agencies", put(valid_from="2025", valid_to="2024"), "before 2025", id="an end before the beginning"),
    pytest.param("agencies", put(parent="nobody"), "'nobody' is no row", id="a parent that is not there"),
    pytest.param("agencies", put(level="world"), "level 'world'", id="a level that is none"),
    pytest.param("agencies", put(status="sure"), "status 'sure'", id="a status that is none"),
    pytest.param("agencies", add(level="central", slug="bo-y-te", valid_from="2020"), "overlap", id="periods overlap"),
    pytest.param("successions", put(successor="central/nobody"), "'central/nobody' is no row", id="an end missing"),
    pytest.param("successions", late, "begins after 1990", id="a succession before the successor"),
    pytest.param("successions", put(scope="some"), "scope 'some'", id="a scope that is none"),
]


@pytest.mark.parametrize(("table", "change", "expected"), FAULTS)
def test_the_check_sees_a_fault(table: str, change: Change, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = {name: [dict(row) for row in rows(name)] for name in TABLES}
    change(changed[table])
    monkeypatch.setattr(checks, "rows", lambda name: changed[name])
    assert any(expected in fault for fault in checks.faults())
