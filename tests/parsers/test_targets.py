"""Targets: measurable aims, and the numbers that are none (SPEC §12.2; GUIDELINES, targets)."""

from __future__ import annotations

import pytest
from made_text import text

from models import Target
from parsers import roles
from parsers.sections import tree
from parsers.targets import targets


def found(*lines: str) -> list[Target]:
    made = text(*lines)
    sections = roles.assign(made, tree(made, 0, len(made.paragraphs)), "kế hoạch")
    return targets(made, sections)


AIMS = [
    pytest.param("Phấn đấu tỷ lệ che phủ rừng đạt từ 52 - 54%.", ("between", 52, 54, "%"), id="from to"),
    pytest.param("Phấn đấu thu quỹ tăng ít nhất 15% so với dự toán.", ("at_least", 15, None, "%"), id="at least"),
    pytest.param("Phấn đấu giảm hộ nghèo xuống dưới 2%.", ("less_than", 2, None, "%"), id="under"),
    pytest.param("Tỷ lệ hộ dùng nước sạch đạt trên 95%.", ("more_than", 95, None, "%"), id="over"),
    pytest.param("Chỉ tiêu: hồ sơ trễ hạn không quá 1,5%.", ("at_most", 1.5, None, "%"), id="decimal comma"),
    pytest.param(
        "Phấn đấu mỗi năm nạo vét từ 04 công trình trở lên.", ("at_least", 4, None, "công trình"), id="upwards"
    ),
    pytest.param("Bảo đảm 100% thôn có tủ sách.", ("equal", 100, None, "%"), id="all of a kind"),
    pytest.param(
        "Phấn đấu thu ngân sách đạt 1.350 tỷ đồng.", ("equal", 1350, None, "tỷ đồng"), id="dots part thousands"
    ),
    pytest.param("Phấn đấu xếp thứ 12 toàn quốc.", ("at_most", 12, None, None), id="a rank"),
    pytest.param("Phấn đấu nâng tỷ lệ che phủ từ 50% lên 55%.", ("equal", 55, None, "%"), id="the aim, not the start"),
    pytest.param("Mỗi tổ có tối thiểu 01 sáng kiến.", ("at_least", 1, None, "sáng kiến"), id="so many each"),
]


@pytest.mark.parametrize(("sentence", "expected"), AIMS)
def test_an_aim_with_a_number_is_a_target(sentence: str, expected: tuple[str, float, float | None, str | None]) -> None:
    assert [(t.comparator, t.value, t.value_max, t.unit) for t in found("II. NỘI DUNG", f"1. {sentence}")] == [expected]


NONE = [
    pytest.param("Tổ chức lớp học vào ngày 15/6/2026 theo Điều 5 Nghị định số 30/2020/NĐ-CP.", id="dates and articles"),
    pytest.param("Năm qua, xã đã trồng 85% diện tích, tăng 12% so với cùng kỳ.", id="what the past reached"),
    pytest.param("Thành lập 01 cụm thi đua gồm 12 đơn vị.", id="a norm of organisation"),
    pytest.param("Cộng 05 điểm cho đơn vị hoàn thành 100% kế hoạch.", id="a scoring rule"),
    pytest.param("Hỗ trợ 50% giá giống, kinh phí 500 triệu đồng.", id="budgets and prices"),
    pytest.param("Tiết kiệm 5% chi thường xuyên.", id="a rule of spending"),
    pytest.param("Cấp 02 bản sao cho mỗi hộ.", id="counts of copies"),
    pytest.param("Nâng cấp dịch vụ công mức độ 4 cho người dân.", id="a level"),
    pytest.param("Hoàn thành 02 dự án quan trọng.", id="a count nobody aims at"),
]


@pytest.mark.parametrize("sentence", NONE)
def test_other_numbers_are_no_targets(sentence: str) -> None:
    assert found("II. NỘI DUNG", f"1. {sentence}") == []


def test_counts_in_a_section_of_targets_are_targets() -> None:
    (target,) = found("II. CHỈ TIÊU", "- Xây dựng 02 mô hình nuôi cá.")
    assert (target.section, target.indicator, target.value, target.unit) == ("II", "Xây dựng", 2, "mô hình")


def test_numbers_in_a_section_on_money_are_none() -> None:
    assert found("III. KINH PHÍ", "1. Phấn đấu huy động ít nhất 30% từ dân.") == []


def test_a_target_says_what_against_what_and_when() -> None:
    (target,) = found("II. NỘI DUNG", "1. Phấn đấu sản lượng cá năm 2026 tăng ít nhất 20% so với năm trước.")
    assert (target.indicator, target.basis, target.period) == ("sản lượng cá năm 2026", "so với năm trước", "2026")
    assert target.raw == "tăng ít nhất 20% so với năm trước"


def test_what_follows_the_number_is_the_indicator_where_nothing_stands_before_it() -> None:
    (target,) = found("II. NỘI DUNG", "1. Sửa đường làng, phấn đấu 100% ngõ có đèn; trồng hoa.")
    assert (target.indicator, target.raw) == ("ngõ có đèn", "100% ngõ có đèn")
