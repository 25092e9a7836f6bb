"""The rules of the audit, one by one: cues, days, values, succession."""

from __future__ import annotations

import pytest

from models import Date, DateKind, Span
from models.audit import Value
from models.task import Comparator
from parsers.knowledge import rows
from pipeline.audit.asked import is_term, latest, sentence
from pipeline.audit.bound import is_formula, same
from pipeline.audit.cues import issuing, words
from pipeline.audit.grading import weaker
from pipeline.audit.references import _ended

ISSUING = [
    ("Ban hành kế hoạch thực hiện Chỉ thị này trước ngày 06/02/2026.", True),
    ("xây dựng kế hoạch cụ thể để thực hiện, hoàn thành chậm nhất ngày 25/3/2026", True),
    ("xây dựng kế hoạch, gửi Sở Nội vụ trước ngày 20/02/2024", True),
    ("xây dựng kế hoạch kiểm tra bếp ăn tập thể trước ngày 20/02/2024", False),
    ("kiểm tra việc ban hành quy chế", False),
]


@pytest.mark.parametrize(("said", "expected"), ISSUING, ids=[said[:40] for said, _ in ISSUING])
def test_an_order_to_issue_a_plan(said: str, expected: bool) -> None:
    assert (issuing().search(said) is not None) is expected


FORMULAS = [
    ("Yêu cầu các cơ quan nghiêm túc triển khai thực hiện Chỉ thị này./.", True),
    ("Trên đây là Kế hoạch của Sở, yêu cầu các phòng thực hiện.", True),
    ("Sở Y tế nghiêm túc thực hiện việc trực cấp cứu 24 giờ tại các bệnh viện tuyến tỉnh.", False),
    ("Sở Y tế theo dõi, đôn đốc việc thực hiện.", False),
]


@pytest.mark.parametrize(("said", "expected"), FORMULAS, ids=[said[:40] for said, _ in FORMULAS])
def test_an_order_to_obey_asks_for_nothing(said: str, expected: bool) -> None:
    assert is_formula(said) is expected


DAYS = [
    ("2026-04-30", "2026-04-30"), ("2026-04/2026-06", "2026-06-30"), ("2026-02", "2026-02-28"), ("2026", "2026-12-31"),
    ("../2026-12-31", "2026-12-31"), ("2026-05-01/..", None), ("XXXX-12-15", None), (None, None),
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "expected"), DAYS, ids=[str(edtf) for edtf, _ in DAYS])
def test_the_last_day_that_a_date_means(edtf: str | None, expected: str | None) -> None:
    assert latest(edtf) == expected


TERMS: list[tuple[DateKind, str, bool]] = [
    ("deadline", "2026-04-30", True),
    ("deadline", "2025", True),
    ("period", "2026-04/2026-06", True),
    ("other", "2026-05-20", True),
    ("period", "2025/2030", False),
    ("cited", "2026-01-12", False),
    ("deadline", "XXXX-12-15", False),
]


@pytest.mark.parametrize(("kind", "edtf", "expected"), TERMS)
def test_a_span_of_years_is_no_day_by_which_something_is_done(kind: DateKind, edtf: str, expected: bool) -> None:
    assert is_term(Date(raw="", span=Span(start=0, end=0), edtf=edtf, kind=kind)) is expected


WEAKER: list[tuple[Comparator, float, Comparator, float, bool]] = [
    ("at_least", 60, "at_least", 85, True),
    ("at_least", 90, "at_least", 85, False),
    ("equal", 85, "at_least", 85, False),
    ("at_most", 5, "at_most", 2, True),
    ("at_most", 1, "at_most", 2, False),
    ("less_than", 3, "less_than", 2, True),
]


@pytest.mark.parametrize(("how", "value", "wanted", "aim", "expected"), WEAKER)
def test_a_value_that_asks_for_less(
    how: Comparator, value: float, wanted: Comparator, aim: float, expected: bool
) -> None:
    assert weaker(Value(comparator=how, value=value), Value(comparator=wanted, value=aim)) is expected


def test_a_sentence_ends_at_a_semicolon_and_not_inside_a_date() -> None:
    text = "Một việc trước ngày 06.02.2026; hai việc khác. Ba.\nBốn"
    start, end = sentence(text, text.index("06"), text.index("06") + 2)
    assert text[start:end] == "Một việc trước ngày 06.02.2026;"
    start, end = sentence(text, text.index("hai"), text.index("hai") + 3)
    assert text[start:end].strip() == "hai việc khác."


def test_agencies_of_one_line_of_succession_are_one() -> None:
    assert same("vn/lang-son/so-ke-hoach-va-dau-tu", "vn/lang-son/so-tai-chinh")
    assert not same("vn/lang-son/so-y-te", "vn/lang-son/so-tai-chinh")
    assert not same("PHÒNG KINH TẾ", "Phòng Kinh tế")


def test_a_law_that_ended_says_its_successor() -> None:
    law = _ended()["77-2015-qh13"]
    assert (law.last, law.successor) == ("2025-02-28", "65/2025/QH15")


def test_a_cue_that_is_not_in_the_table_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("no such cue")


def test_groups_whose_members_are_known_are_groups() -> None:
    slugs = {row["slug"] for row in rows("agency_groups")} | {"ubnd-cap-tinh", "ubnd-cap-huyen", "ubnd-cap-xa"}
    assert {row["group"] for row in rows("group_members")} <= slugs
    assert {row["where"] for row in rows("group_members")} <= {"centre", "province", "issuer"}
    kinds = {row["kind"] for row in rows("agencies")}
    assert {kind for row in rows("group_members") for kind in row["kinds"].split(";") if kind} <= kinds
