"""The rules of the audit, one by one: cues, days, values, succession."""

from __future__ import annotations

import pytest

from models import Date, DateKind, Span
from models.audit import Value
from models.task import Comparator
from parsers.knowledge import rows
from pipeline.audit.asked import counts, is_term, latest, sentence, yearly
from pipeline.audit.bound import is_formula, same
from pipeline.audit.cues import issuing, label, pattern, words
from pipeline.audit.grading import weaker
from pipeline.audit.references import _ended
from pipeline.audit.wording import even, run

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


LABELS = [
    ("- Thời gian hoàn thành: Quý III/2026.", True),
    ("Cơ quan chủ trì: Sở Nội vụ.", True),
    ("- Thời gian qua, công tác này còn hạn chế.", False),
    ("Sở Nội vụ là cơ quan chủ trì: theo dõi, đôn đốc.", False),
]


@pytest.mark.parametrize(("said", "expected"), LABELS, ids=[said[:40] for said, _ in LABELS])
def test_a_line_that_says_one_thing_of_the_task_above(said: str, expected: bool) -> None:
    assert (label().match(said) is not None) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [("Quan tâm đến người cao tuổi.", True), ("Rà soát các đối tượng cần quan tâm.", False)],
    ids=["at the beginning", "further on"],
)
def test_a_call_for_attention_begins_its_sentence(said: str, expected: bool) -> None:
    assert (pattern("attention").match(said) is not None) is expected


YEARLY = [("XXXX-12-15", "12-15"), ("../XXXX-06-30", "06-30"), ("2026-12-15", None), ("XXXX-12", None), (None, None)]


@pytest.mark.parametrize(("edtf", "expected"), YEARLY, ids=[str(edtf) for edtf, _ in YEARLY])
def test_a_day_of_every_year(edtf: str | None, expected: str | None) -> None:
    assert yearly(edtf) == expected


EVEN = [
    ("Củng cố 02 tủ sách ở trụ sở", "kiện toàn 2 tủ sách tại trụ sở"),
    ("Mỗi năm hai đợt", "hằng năm 2 đợt"),
    ("Ngày 05/9/2026, số 10", "ngày 5/9/2026, số 10"),
    ("Hải Dương", "hải dương"),
]


@pytest.mark.parametrize(("said", "expected"), EVEN, ids=[said for said, _ in EVEN])
def test_reworded_passages_have_one_form(said: str, expected: str) -> None:
    assert even(said) == expected


RUNS = [
    ("Tổ chức Ngày Sách và Văn hóa đọc", "phòng đọc tại nhà văn hóa thôn", 2),
    ("Kiện toàn tủ sách tại trụ sở", "củng cố tủ sách ở trụ sở", 7),
    ("", "tủ sách", 0),
]


@pytest.mark.parametrize(("one", "other", "expected"), RUNS, ids=["scattered words", "reworded", "nothing"])
def test_syllables_in_a_row(one: str, other: str, expected: int) -> None:
    assert run(one, other) == expected


COUNTS = [
    ("đọc tối thiểu 04 cuốn sách trong 12 tháng", [(4.0, "cuốn")]),
    ("trước ngày 05/9/2026 theo Quyết định số 12/QĐ-UBND", []),
    ("ngày 5 tháng 9 năm 2026", []),
]


@pytest.mark.parametrize(("said", "expected"), COUNTS, ids=[said[:30] for said, _ in COUNTS])
def test_numbers_of_things(said: str, expected: list[tuple[float, str]]) -> None:
    assert [(one.value, one.unit) for one in counts(said)] == expected
