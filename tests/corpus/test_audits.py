"""The audited families: files are those of the descriptions, and the truth is true of what is printed."""

from __future__ import annotations

import json
from datetime import date

import pytest

from corpus.audits import FAMILIES, documents, family, gold
from corpus.audits.build import texts, written_truth
from corpus.audits.family import GRADE_OF, PARTS, Family, truth
from corpus.flow import Line, layout

each_family = pytest.mark.parametrize("name", FAMILIES)


def squeezed(words: str) -> str:
    return " ".join(words.split())


def printed(described: Family, file: str) -> str:
    plan = dict(described.plans())[file]
    return squeezed("\n".join(block.words() for block in layout(plan) if isinstance(block, Line)))


@each_family
def test_the_committed_files_are_those_of_the_description(name: str) -> None:
    written = dict(texts(name))
    assert {file: (documents() / file).read_text("utf-8") for file in written} == written
    assert (gold() / f"{name}.json").read_text("utf-8") == written_truth(name)


def test_no_file_is_left_over() -> None:
    assert {path.name for path in documents().iterdir()} == {file for name in FAMILIES for file, _ in texts(name)}
    assert {path.stem for path in gold().glob("*.json")} == set(FAMILIES)


@each_family
def test_a_family_has_five_replies_and_someone_who_is_silent(name: str) -> None:
    described = family(name)
    assert len(described.replies) == 5
    assert described.silent
    assert set(described.silent) <= set(described.bound)
    assert not {reply.house.id for reply in described.replies} & set(described.silent)


@each_family
def test_what_a_duty_quotes_stands_once_in_the_directive(name: str) -> None:
    described = family(name)
    words = printed(described, name)
    assert [duty.key for duty in described.duties if words.count(duty.quote) != 1] == []


@each_family
def test_a_reply_takes_only_wordings_that_there_are(name: str) -> None:
    described = family(name)
    for reply in described.replies:
        asked = {duty.key: duty for duty in described.asked(reply)}
        assert set(reply.took) <= set(asked)
        for key, duty in asked.items():
            took = reply.took.get(key, "covered")
            assert took == "missing" or took in (GRADE_OF if reply.written else duty.wordings)


@each_family
def test_every_wording_has_a_grade(name: str) -> None:
    assert {took for duty in family(name).duties for took in duty.wordings} <= set(GRADE_OF)


@each_family
def test_the_part_on_reports_is_there_as_the_truth_says(name: str) -> None:
    described = family(name)
    for reply in described.replies:
        there = "báo cáo" in printed(described, f"{name}.{reply.name}").lower()
        assert there is ("reporting" not in reply.lacks), reply.name


@each_family
def test_days_are_counted_from_the_directive(name: str) -> None:
    told = json.loads(json.dumps(truth(family(name))))
    due = date.fromisoformat(told["due"])
    for child in told["children"]:
        late = (date.fromisoformat(child["issued_on"]) - due).days
        assert child["days_late"] == (None if child["via"] else max(0, late))
        assert child["days_after"] > 0
        assert set(child["parts"]) == set(PARTS)


def test_together_they_have_each_kind_of_fault() -> None:
    children = [child for name in FAMILIES for child in json.loads(json.dumps(truth(family(name))))["children"]]
    assert {grade for child in children for grade in child["grades"].values()} == set(GRADE_OF.values())
    assert {part for child in children for part, there in child["parts"].items() if not there} == set(PARTS) - {"tasks"}
    assert {state for child in children for state in child["outdated"].values()} == {"replaced", "repealed"}
    assert any(child["via"] for child in children)
    assert any(child["wrong_reference"] for child in children)
    assert any(child["days_late"] for child in children)
