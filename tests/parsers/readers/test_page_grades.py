"""What the text layer of a page is worth."""

from __future__ import annotations

import pytest

from models.source import Grade
from parsers.readers.page_grades import grade

LINE = "Ủy ban nhân dân tỉnh ban hành kế hoạch phát động phong trào thi đua yêu nước giai đoạn mới "
ENGLISH = "The committee shall approve every project that members propose before the end of each year "
BROKEN = "THƢỞNG TRỰC ĐƢỢC BAN HÀNH TRƢỚC ĐƢỜNG NƢỚC thƣởng đƣợc trƣớc đƣờng nƣớc ngƣời hƣớng phƣơng chƣơng trƣờng "
ASCII = "Uy ban nhdn ddn tinh ban hdnh ke hoqch phdt dQng phong trdo thi dua yeu nu6c giai doqn moi cria chfnh phri "

GRADES = [
    pytest.param(LINE * 5, 0.0, "good", id="readable Vietnamese"),
    pytest.param(LINE * 5, 1.0, "good", id="readable Vietnamese over a picture: a scan recognised well"),
    pytest.param(BROKEN * 5, 0.0, "garbled", id="letters that Vietnamese does not have"),
    pytest.param(ASCII * 5, 0.0, "wrong-letters", id="a scan recognised as English"),
    pytest.param(ENGLISH * 5, 0.0, "wrong-letters", id="another language, until its picture is read"),
    pytest.param("", 1.0, "none", id="nothing on a picture"),
    pytest.param("", 0.0, "good", id="nothing on a blank page"),
    pytest.param("2", 1.0, "none", id="a figure alone has no letters"),
    pytest.param("Trang 2", 1.0, "page-number", id="what was stamped on a scan"),
    pytest.param("Trang 2", 0.1, "good", id="few words on a page without a picture"),
    pytest.param("Nơi nhận: Lưu VT", 0.3, "good", id="few words beside a small picture"),
    pytest.param("Schmidt Johnson Williams Brown Davis Miller", 0.0, "good", id="too few words to judge"),
]


@pytest.mark.parametrize(("text", "covered", "expected"), GRADES)
def test_a_layer_is_judged(text: str, covered: float, expected: Grade) -> None:
    assert grade(text, lambda: covered) == expected


def test_pictures_are_not_looked_at_where_there_are_words() -> None:
    def covered() -> float:
        raise AssertionError("asked")

    assert grade(LINE * 5, covered) == "good"
