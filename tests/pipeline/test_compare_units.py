"""The pieces of a document that are aligned: sections, paragraphs, rows of tables; not letterhead and signatures."""

from __future__ import annotations

import pytest
from made_plans import plan

from parsers import parse_bytes
from pipeline.compare.aligning import aligned
from pipeline.compare.units import units

HEADS = [
    pytest.param(
        ("1. Đối tượng: Hộ nghèo và hộ cận nghèo vùng cao.",),
        ["Đối tượng", "Hộ nghèo và hộ cận nghèo vùng cao."],
        id="words behind a title are a paragraph below it",
    ),
    pytest.param(
        ("1. Đối tượng", "Hộ nghèo và hộ cận nghèo vùng cao."),
        ["Đối tượng", "Hộ nghèo và hộ cận nghèo vùng cao."],
        id="so are words on the next line",
    ),
    pytest.param(
        ("1. Vận động hộ nghèo vùng cao trồng cây dược liệu dưới tán rừng.",),
        ["Vận động hộ nghèo vùng cao trồng cây dược liệu dưới tán rừng."],
        id="a sentence is one unit without its label",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), HEADS)
def test_sections_and_what_follows_their_titles(lines: tuple[str, ...], expected: list[str]) -> None:
    assert [unit.text for unit in units(plan(2024, "I. NỘI DUNG", *lines))] == ["NỘI DUNG", *expected]


def test_lines_of_legal_basis_are_units_of_their_own() -> None:
    lines = ("Căn cứ Luật Lưu trữ số 33/2024/QH15 ngày 21/6/2024;", "Căn cứ Chỉ thị số 34-CT/TW của Bộ Chính trị;")
    found = units(plan(2024, *lines, "", "I. NỘI DUNG", "- Vận động hộ nghèo trồng cây dược liệu."))
    assert [unit.text for unit in found[:2]] == list(lines)
    assert all(unit.cites and unit.path == "" for unit in found[:2])


def test_letterhead_recipients_and_signatures_are_no_units() -> None:
    texts = {unit.text for unit in units(plan(2024, "I. NỘI DUNG", "- Vận động hộ nghèo trồng cây dược liệu."))}
    assert texts == {"NỘI DUNG", "Vận động hộ nghèo trồng cây dược liệu."}


TABLE = """# KẾ HOẠCH

Triển khai công tác giảm nghèo năm 2024

## I. PHÂN CÔNG

| STT | Nhiệm vụ | Chủ trì |
|---|---|---|
| 1 | Rà soát hộ nghèo | Sở Y tế |
| 2 | Cấp thẻ bảo hiểm | Sở Nội vụ |
"""


def test_a_row_of_a_table_is_one_unit() -> None:
    document = parse_bytes(TABLE.encode(), "plan.md")
    assert [unit.text for unit in units(document)][-2:] == [
        "1 Rà soát hộ nghèo Sở Y tế",
        "2 Cấp thẻ bảo hiểm Sở Nội vụ",
    ]


def test_what_stands_alone_below_the_same_heading_is_the_same_thing_in_other_words() -> None:
    before, after = (
        units(plan(2024, "I. NỘI DUNG", "1. Thời gian", when, "2. Địa điểm", "Hội trường Sở Tài chính."))
        for when in ("Buổi sáng thứ Ba tuần đầu tháng Tư.", "Hai ngày liền, cuối quý.")
    )
    pairs = {(before[pair.before].text, after[pair.after].text) for pair in aligned(before, after)}
    assert ("Buổi sáng thứ Ba tuần đầu tháng Tư.", "Hai ngày liền, cuối quý.") in pairs


def test_nothing_is_aligned_with_nothing() -> None:
    assert aligned((), units(plan(2024, "I. NỘI DUNG"))) == []
