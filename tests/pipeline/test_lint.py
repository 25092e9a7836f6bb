"""Conformity: each rule on made documents with known faults, families and times, and what is never claimed."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import corpus
from models import Document, Failure
from models.conformity import Conformity
from parsers import parse, parse_bytes
from parsers.knowledge import rows
from pipeline.conformance import checked
from pipeline.conformance.family import setting
from pipeline.conformance.rules import regimes, rules, sentence

FOLDER = Path(corpus.__file__).parent / "conformity"
GOLD: dict[str, list[str]] = json.loads((FOLDER / "findings.json").read_text("utf-8"))


def read(name: str) -> Document:
    return parse(FOLDER / name)


def lint(name: str, *changes: tuple[str, str]) -> Conformity:
    """Check a made document after some of its words were changed."""
    text = (FOLDER / name).read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return checked(parse_bytes(text.encode(), name))


def broken(about: Conformity) -> list[str]:
    return sorted(found.rule for found in about.findings)


@pytest.mark.parametrize("name", sorted(GOLD))
def test_a_made_document_breaks_the_rules_it_is_known_to(name: str) -> None:
    assert Counter(broken(checked(read(name)))) == Counter(GOLD[name])


def test_every_made_document_is_known() -> None:
    assert {path.name for path in FOLDER.glob("*.txt")} == set(GOLD)


def test_every_rule_is_broken_by_a_made_document() -> None:
    assert {row["id"] for row in rows("format_rules")} - {rule for known in GOLD.values() for rule in known} == {
        "missing-party-title",  # the title tells the family; without it only the symbol does
    }


def test_a_party_document_without_its_title_is_told_by_its_symbol() -> None:
    assert "missing-party-title" in broken(lint("sach_dang.txt", ("ĐẢNG CỘNG SẢN VIỆT NAM\n", "")))


SETTINGS = [
    pytest.param("sach_ke_hoach.txt", (), ("state", "nd-30-2020"), id="a plan of 2023 is under the decree of 2020"),
    pytest.param("sach_2014.txt", (), ("state", "tt-01-2011"), id="a plan of 2014 is under the circular of 2011"),
    pytest.param(
        "sach_ke_hoach.txt", (("ngày 12 tháng 5 năm 2023", "ngày 04 tháng 3 năm 2020"),), ("state", "tt-01-2011"),
        id="the circular holds to the day before the decree",
    ),
    pytest.param(
        "sach_ke_hoach.txt", (("ngày 12 tháng 5 năm 2023", "ngày 05 tháng 3 năm 2020"),), ("state", "nd-30-2020"),
        id="the decree holds from its own day",
    ),
    pytest.param(
        "sach_ke_hoach.txt", (("ngày 12 tháng 5 năm 2023", "ngày 05 tháng 3 năm 2009"),), ("state", None),
        id="no rules are known for 2009",
    ),
    pytest.param("sach_dang.txt", (), ("party", "hd-36-vptw"), id="the Party's title decides the family"),
    pytest.param("sach_thong_tu.txt", (), ("legal", "nd-78-2025"), id="a circular is a legal document"),
    pytest.param(
        "sach_quyet_dinh.txt", (("64/QĐ-UBND", "64/2025/QĐ-UBND"),), ("legal", "nd-78-2025"),
        id="a decision with a year in its symbol is a legal document",
    ),
    pytest.param(
        "sach_ke_hoach.txt", (("UBND TỈNH BẮC GIANG\nSỞ NỘI VỤ", "LIÊN ĐOÀN LAO ĐỘNG\nTỈNH BẮC GIANG"),),
        ("other", None), id="a trade union has rules of its own",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "changes", "expected"), SETTINGS)
def test_family_and_time(name: str, changes: tuple[tuple[str, str], ...], expected: tuple[str, str | None]) -> None:
    about = lint(name, *changes)
    assert (about.family, about.regime) == expected
    assert about.regime or not about.findings


def test_without_a_day_the_latest_citation_decides() -> None:
    under = setting(read("khong_phan_dau.txt"))
    assert (under.day, under.dated_by) == ("2020-03-05", "latest")


CLEAN = [
    pytest.param("sach_cong_van.txt", ("ngày 08 tháng 02", "ngày 28 tháng 11"), id="two figures need no zero"),
    pytest.param("sach_ke_hoach.txt", ("GIÁM ĐỐC\n\n", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n"), id="a deputy signs KT."),
    pytest.param("sach_ke_hoach.txt", ("GIÁM ĐỐC\n\nNguyễn", "Q. GIÁM ĐỐC\n\nNguyễn"), id="an acting head signs Q."),
    pytest.param(
        "sach_ke_hoach.txt", ("GIÁM ĐỐC\n\nNguyễn", "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\n\nNguyễn"), id="TL. with a post"
    ),
    pytest.param("sach_ke_hoach.txt", ("- Lưu: VT, VP.", "- Lưu: VT, VP (Hà, 03b)."), id="drafter and copies"),
    pytest.param("sach_ke_hoach.txt", ("CỘNG HÒA", "CỘNG HOÀ"), id="both spellings of the tone"),
    pytest.param("sach_ke_hoach.txt", ("Số: 47/", "Số: 07/"), id="a number with its zero"),
    pytest.param(
        "sach_quyet_dinh.txt", ("tại khoản 2 Điều 5", "tại điểm a khoản 2 Điều 5"), id="a pinpoint in its capitals"
    ),
    pytest.param(
        "sach_ke_hoach.txt", ("b) Phục vụ khai thác tài liệu qua mạng.", "b) Phục vụ.\n\nc) Hai.\n\nd) Ba.\n\nđ) Bốn."),
        id="đ follows d",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change"), CLEAN)
def test_what_is_right_raises_no_alarm(name: str, change: tuple[str, str]) -> None:
    assert broken(lint(name, change)) == []


def test_a_finding_says_where_what_and_how() -> None:
    document = read("so_va_ngay.txt")
    found = next(one for one in checked(document).findings if one.rule == "number-zero")
    assert found.span is not None
    assert document.text[found.span.start : found.span.end] == "7/KH-SNV"
    assert (found.expected, found.severity) == ("07/KH-SNV", "warning")
    assert found.source == "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3c"


def test_what_was_recognised_from_a_picture_is_only_a_hint() -> None:
    document = read("ky_hieu_sai_loai.txt")
    scanned = document.model_copy(update={"source": document.source.model_copy(update={"text_origin": "ocr"})})
    assert {one.severity for one in checked(scanned).findings} == {"hint"}


def test_what_a_page_may_hold_as_a_picture_is_only_a_hint() -> None:
    document = read("de_trong.txt")
    paged = document.model_copy(update={"source": document.source.model_copy(update={"pages": 1})})
    assert {one.severity for one in checked(document).findings} == {"warning"}
    assert {one.severity for one in checked(paged).findings} == {"hint"}


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(sorted(GOLD)), kept=st.lists(st.booleans(), min_size=70, max_size=70), seed=st.randoms())
def test_whatever_lines_are_lost_findings_stand_in_the_text(name: str, kept: list[bool], seed: Random) -> None:
    lines = (FOLDER / name).read_text("utf-8").split("\n")
    left = [line for line, stays in zip(lines, kept * 2, strict=False) if stays]
    seed.shuffle(left)
    try:
        document = parse_bytes("\n".join(left).encode(), name)
    except Failure:
        assume(False)
    for one in checked(document).findings:
        assert one.span is None or 0 <= one.span.start <= one.span.end <= len(document.text)


def test_a_rule_names_its_decree_under_each_regime() -> None:
    for regime in regimes():
        assert rules(regime)
        assert all(rule.source.startswith(regime.name) for rule in rules(regime).values())


def test_every_rule_is_in_some_decree() -> None:
    held = {rule for regime in regimes() for rule in rules(regime)}
    assert {row["id"] for row in rows("format_rules")} == held


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_sentences_use_only_what_a_finding_has(lang: str) -> None:
    for row in rows("format_rules"):
        for what in ("message", "fix"):
            assert set(re.findall(r"{(\w*)}", row[f"{what}_{lang}"])) <= {"found", "expected"}
        assert "{" not in sentence(row["id"], "message", lang, "a", "b")


def test_periods_of_one_family_do_not_overlap() -> None:
    for family in ("state", "party", "legal"):
        own = [one for one in regimes() if one.family == family]
        assert all(before.valid_to < after.valid_from for before, after in pairwise(own))
        assert [one.id for one in own if not one.valid_to] == [own[-1].id]


FORMS = [
    pytest.param(("1. Rà soát", "1/ Rà soát"), ("2. Số hóa", "2/ Số hóa"), "1.", id="a clause has a full stop"),
    pytest.param(("a) Bảo quản", "1) Bảo quản"), ("b) Phục vụ", "2) Phục vụ"), "a)", id="below a clause stand letters"),
]


@pytest.mark.parametrize(("first", "second", "expected"), FORMS)
def test_the_form_of_a_clause(first: tuple[str, str], second: tuple[str, str], expected: str) -> None:
    found = lint("sach_ke_hoach.txt", first, second).findings
    assert [(one.rule, one.expected) for one in found] == [("clause-form", expected)]
