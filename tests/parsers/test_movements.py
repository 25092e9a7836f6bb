"""Movements and themes: names in quotation marks that are not to be relied on in pairs (SPEC §12.3, §14)."""

from __future__ import annotations

import pytest
from made_text import text

from parsers import roles
from parsers.movements import movements, normal, theme
from parsers.sections import tree

NAMES = [
    pytest.param("Đẩy mạnh phong trào thi đua “Ngày làm việc không giấy”.", ["Ngày làm việc không giấy"], id="one"),
    pytest.param(
        "Gắn với các phong trào: “Thôn bản không rác thải”, “Mỗi nhà một vườn rau” và “Trẻ em đến trường”.",
        ["Thôn bản không rác thải", "Mỗi nhà một vườn rau", "Trẻ em đến trường"],
        id="a list after the word once",
    ),
    pytest.param(
        "Phong trào *“Giữ sạch dòng sông”* và phong trào “Giữ sạch dòng sông”.", ["Giữ sạch dòng sông"], id="each once"
    ),
    pytest.param("Hưởng ứng phòng trào thi đua “Dân vận khéo ở thôn”.", ["Dân vận khéo ở thôn"], id="a typing error"),
    pytest.param(
        'Phong trào "Xây dựng nếp sống mới; “Thắp sáng đường quê”.',
        ["Xây dựng nếp sống mới", "Thắp sáng đường quê"],
        id="a closing mark that is missing",
    ),
    pytest.param("Quán triệt chủ trương “lấy dân làm gốc”.", [], id="other quotations are none"),
]


@pytest.mark.parametrize(("sentence", "expected"), NAMES)
def test_quoted_names_of_movements_are_found(sentence: str, expected: list[str]) -> None:
    assert [movement.name for movement in movements(text(sentence))] == expected


OWN = [
    pytest.param(
        "Hà Giang cùng cả nước chung tay vì trẻ em", None, "Cả nước chung tay vì trẻ em", id="with the country"
    ),
    pytest.param("Nông dân tỉnh Hà Giang thi đua", None, "Nông dân thi đua", id="with the word for province"),
    pytest.param("Doanh nghiệp Hà Giang vươn xa", "Hà Giang", "Doanh nghiệp vươn xa", id="its bare name, if known"),
    pytest.param("Cả nước chung tay vì trẻ em", "Hà Giang", "Cả nước chung tay vì trẻ em", id="nothing to set aside"),
]


@pytest.mark.parametrize(("printed", "province", "expected"), OWN)
def test_the_provinces_own_words_are_set_aside(printed: str, province: str | None, expected: str) -> None:
    assert normal(printed, province) == expected


def test_a_movement_has_its_launcher_and_period() -> None:
    (movement,) = movements(
        text("Phong trào do Thủ tướng Chính phủ phát động: “Cả nước trồng cây” giai đoạn 2021 - 2025.")
    )
    assert movement.launcher is not None
    assert (movement.launcher.name, movement.period, movement.raw) == (
        "Thủ tướng Chính phủ",
        "2021/2025",
        "Cả nước trồng cây",
    )


THEMES = [
    pytest.param(
        ["I. CHỦ ĐỀ THI ĐUA", "Sở phát động với chủ đề: “Đoàn kết, sáng tạo vì dân”, thực hiện các nội dung sau."],
        "Đoàn kết, sáng tạo vì dân",
        id="in quotation marks",
    ),
    pytest.param(
        ["I. CHỦ ĐỀ", "Năm 2026 thi đua với chủ đề: Kỷ cương đi đầu; dân chủ, đổi mới”."],
        "Kỷ cương đi đầu; dân chủ, đổi mới",
        id="the opening mark is missing",
    ),
    pytest.param(["I. CHỦ ĐỀ", "“Sạch làng, đẹp ngõ”."], "Sạch làng, đẹp ngõ", id="the section is the theme"),
    pytest.param(
        ["I. NỘI DUNG", "1. Phát động thi đua với chủ đề “Xanh từ bản nhỏ”."], "Xanh từ bản nhỏ", id="in a sentence"
    ),
    pytest.param(["I. NỘI DUNG", "1. Sinh hoạt theo chủ đề từng tháng."], None, id="the bare word is no theme"),
]


@pytest.mark.parametrize(("lines", "expected"), THEMES)
def test_the_theme_of_a_launch(lines: list[str], expected: str | None) -> None:
    made = text(*lines)
    found = theme(made, roles.assign(made, tree(made, 0, len(made.paragraphs)), "phát động"))
    assert (found.raw if found else None) == expected
