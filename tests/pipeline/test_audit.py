"""The audit: each finding of the families as their truth says, through parser and archive."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from audited import audited, parsed

from corpus.audits import FAMILIES, gold
from models import Cause, Failure
from models.audit import Audit, Place
from pipeline.archive.asked import find
from pipeline.archive.putting import put
from pipeline.archive.rows import rows
from pipeline.archive.store import opened, writing
from pipeline.audit import audit, audit_files

FREE = frozenset({"tiet_kiem_dien", "dai_cho_meo", "van_hoa_doc"})
"""Families in words of their own, whose every grade is not demanded: they are judged with all others."""

each_family = pytest.mark.parametrize("name", FAMILIES)
each_fitted = pytest.mark.parametrize("name", [name for name in FAMILIES if name not in FREE])


def told(name: str) -> dict[str, Any]:
    return dict(json.loads((gold() / f"{name}.json").read_text("utf-8")))


def keys(answer: Audit, truth: dict[str, Any]) -> dict[str, str]:
    """Give the duty that each requirement is."""
    return {
        one.id: each["key"]
        for one in answer.requirements
        for each in truth["requirements"]
        if each["quote"] in " ".join(one.place.quote.split())
    }


@each_family
def test_who_is_bound_and_who_issued_nothing(name: str) -> None:
    answer, truth = audited(name), told(name)
    assert sorted(one.agency for one in answer.bound if one.why != ("issued",)) == truth["bound"]
    assert sorted(one.agency for one in answer.findings if one.kind == "not_issued") == truth["silent"]


@each_family
def test_every_child_is_found_with_its_days_and_its_chain(name: str) -> None:
    answer, truth = audited(name), told(name)
    ids = {document.id: file for file, document in parsed(name).items()}
    found = {
        ids[one.document.id]: (
            one.agency, one.issued_on, one.days_after, one.days_late, [ids[via] for via in one.via], bool(one.wrong)
        )
        for one in answer.children
    }  # fmt: skip
    assert answer.due == truth["due"]
    assert found == {
        one["file"]: (
            one["agency"], one["issued_on"], one["days_after"], one["days_late"], [one["via"]] if one["via"] else [],
            one["wrong_reference"],
        )
        for one in truth["children"]
    }  # fmt: skip


@each_fitted
def test_each_duty_is_one_requirement(name: str) -> None:
    answer, truth = audited(name), told(name)
    found = keys(answer, truth)
    assert sorted(found.values()) == sorted(one["key"] for one in truth["requirements"])
    kinds = {found[one.id]: f"{one.kind}s" for one in answer.requirements}
    assert kinds == {one["key"]: one["kind"] for one in truth["requirements"]}


@each_fitted
def test_each_agency_gets_the_grade_it_earned(name: str) -> None:
    answer, truth = audited(name), told(name)
    named = keys(answer, truth)
    found = {(one.agency, named[one.requirement]): one.grade for one in answer.matrix}
    assert found == {
        (child["agency"], key): grade for child in truth["children"] for key, grade in child["grades"].items()
    }


def test_of_all_grades_that_blame_most_are_right_and_most_are_found() -> None:
    have, want = set(), set()
    for name in FAMILIES:
        truth = told(name)
        named = keys(audited(name), truth)
        have |= {(one.grade, one.agency, named.get(one.requirement)) for one in audited(name).matrix}
        want |= {(grade, child["agency"], key) for child in truth["children"] for key, grade in child["grades"].items()}
    have, want = ({one for one in some if one[0] != "covered"} for some in (have, want))
    assert len(have & want) / len(have) >= 0.93
    assert len(have & want) / len(want) >= 0.90


@each_family
def test_parts_and_outdated_references(name: str) -> None:
    answer, truth = audited(name), told(name)
    for child in truth["children"]:
        assert {one.part: one.present for one in answer.parts if one.agency == child["agency"]} == child["parts"]
        states = {one.cited: one.state for one in answer.references if one.agency == child["agency"]}
        assert states == child["outdated"]


@each_family
def test_all_evidence_is_quoted_as_it_stands(name: str) -> None:
    answer = audited(name)
    text = {document.id: document.text for document in parsed(name).values()}
    places: list[Place] = [place for one in answer.findings for place in one.evidence]
    places += [one.sought for one in answer.matrix] + [one.found for one in answer.matrix if one.found]
    places += [one.evidence for one in answer.children] + [place for one in answer.bound for place in one.evidence]
    assert places
    assert [one for one in places if text[one.document][one.span.start : one.span.end] != one.quote] == []


@each_family
def test_no_grade_is_without_evidence(name: str) -> None:
    assert all(one.found is not None and one.sought.quote for one in audited(name).matrix)


def test_a_scope_leaves_the_others_out() -> None:
    directive, *others = parsed("duoi_nuoc").values()
    answer = audit_files(directive, others, ["UBND các xã, phường"])
    agencies = {one.agency for one in answer.bound}
    assert len(agencies) == 4
    assert all(one.endswith("/ubnd") for one in agencies)
    assert {one.agency for one in answer.children} == agencies


@pytest.mark.parametrize(
    "scope", ["Sở Nội vụ", "vn/nghe-an/so-noi-vu"], ids=["by its name in the directive's setting", "by its id"]
)
def test_a_scope_of_one_agency(scope: str) -> None:
    directive, *others = parsed("chuyen_doi_so").values()
    answer = audit_files(directive, others, [scope])
    assert {one.agency for one in answer.bound} == {"vn/nghe-an/so-noi-vu"}
    assert {one.agency for one in answer.matrix} == {"vn/nghe-an/so-noi-vu"}


def test_a_directive_alone_leaves_everyone_silent() -> None:
    answer = audit_files(parsed("phong_chay")["phong_chay"], [])
    assert {one.kind for one in answer.findings} == {"not_issued"}
    assert {one.agency for one in answer.findings} == {one.agency for one in answer.bound}
    assert answer.matrix == ()


def test_a_plan_says_what_it_implements() -> None:
    files = parsed("phong_chay")
    answer = audit_files(files["phong_chay.so-y-te"], [files["phong_chay"], files["phong_chay.trung-tam-cap-cuu"]])
    assert [(one.id, one.archived) for one in answer.parents] == [("vn/lam-dong/ubnd/chi-thi/2026/5", True)]
    assert [one.document.id for one in answer.children] == [files["phong_chay.trung-tam-cap-cuu"].id]


def test_a_document_that_is_older_carries_nothing_out(tmp_path: Path) -> None:
    files = parsed("phong_chay")
    later = files["phong_chay"].header.model_copy(update={"issued_on": "2026-02-10"})
    directive = files["phong_chay"].model_copy(update={"header": later})
    answer = audit_files(directive, [files["phong_chay.so-y-te"], files["phong_chay.so-giao-duc"]])
    assert [one.document.id for one in answer.children] == [files["phong_chay.so-giao-duc"].id]
    assert [one.wrong for one in answer.children] == ["day"]


def test_in_an_archive_a_directive_is_found_by_its_code(tmp_path: Path) -> None:
    with opened(str(tmp_path / "archive"), create=True) as archive:
        with writing(archive) as connection:
            for document in parsed("rac_thai_nhua").values():
                put(connection, rows(document, document.model_dump_json(by_alias=True).encode()))
        assert audit(archive, find(archive, "45/KH-UBND")).findings == audited("rac_thai_nhua").findings
        with pytest.raises(Failure) as caught:
            audit(archive, 1)
        assert caught.value.cause is Cause.NO_DOCUMENT
