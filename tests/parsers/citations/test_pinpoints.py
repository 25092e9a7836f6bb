"""Pinpoints: as printed and spelt out, one value a provision (SPEC §10.1 row 14)."""

from __future__ import annotations

import pytest
from made_text import cited

from models import Pinpoint
from parsers.citations.pinpoints import spelt_out

P = Pinpoint
PRINTED = [
    pytest.param("Theo khoản 2 Điều 5 ", "khoản 2 Điều 5", id="clause and article"),
    pytest.param(
        "tại điểm a, b khoản 1 Điều 3 và Điều 7 ", "điểm a, b khoản 1 Điều 3 và Điều 7", id="points, and more"
    ),
    pytest.param("Điều 5, 6 và 7 ", "Điều 5, 6 và 7", id="a list of articles"),
    pytest.param("từ Điều 8 đến Điều 12 ", "Điều 8 đến Điều 12", id="a range of articles"),
    pytest.param(
        "quy định tại điểm đ khoản 3 Điều 12a của ", "điểm đ khoản 3 Điều 12a", id="đ, a lettered article, of"
    ),
    pytest.param("Mục II ", "Mục II", id="a division"),
    pytest.param("Chương III ", "Chương III", id="a chapter"),
    pytest.param("khoản 1, khoản 3 Điều 9 ", "khoản 1, khoản 3 Điều 9", id="the word repeated"),
    pytest.param("Thực hiện ", None, id="none"),
    pytest.param("5 điểm của ", None, id="a number before the word is a count"),
    pytest.param("Phụ lục I ban hành kèm theo ", "Phụ lục I", id="an appendix issued with it"),
]


@pytest.mark.parametrize(("left", "expected"), PRINTED)
def test_a_pinpoint_is_given_as_printed(left: str, expected: str | None) -> None:
    (found,) = cited(left + "Nghị định số 11/2024/NĐ-CP")
    assert found.pinpoint == expected
    assert found.raw == "Nghị định số 11/2024/NĐ-CP"


def test_a_pinpoint_before_a_law_by_name() -> None:
    (found,) = cited("Theo quy định tại khoản 1 Điều 88 Luật Thi đua, khen thưởng năm 2022")
    assert (found.pinpoint, found.pinpoints) == ("khoản 1 Điều 88", (P(article="88", clause="1"),))


def test_a_pinpoint_does_not_reach_over_a_paragraph_end() -> None:
    (found,) = cited("theo khoản 2 Điều 5\nNghị định số 11/2024/NĐ-CP")
    assert found.pinpoint is None


SPELT = [
    pytest.param("khoản 2 Điều 5", [P(article="5", clause="2")], id="one"),
    pytest.param("Điều 5, 6 và 7", [P(article="5"), P(article="6"), P(article="7")], id="a list"),
    pytest.param("Điều 8 đến 12", [P(article=str(n)) for n in range(8, 13)], id="a range"),
    pytest.param("các điều 8 - 10", [P(article=str(n)) for n in range(8, 11)], id="a range with a dash"),
    pytest.param(
        "điểm a, b khoản 1 Điều 3 và Điều 7",
        [P(article="3", clause="1", point="a"), P(article="3", clause="1", point="b"), P(article="7")],
        id="points of a clause, then an article",
    ),
    pytest.param(
        "khoản 1, 2 Điều 3, khoản 4 Điều 6",
        [P(article="3", clause="1"), P(article="3", clause="2"), P(article="6", clause="4")],
        id="two articles",
    ),
    pytest.param(
        "khoản 1 và khoản 3 Điều 9",
        [P(article="9", clause="1"), P(article="9", clause="3")],
        id="two clauses of one article",
    ),
    pytest.param(
        "điểm a khoản 1 và điểm b khoản 2 Điều 4",
        [P(article="4", clause="1", point="a"), P(article="4", clause="2", point="b")],
        id="points of two clauses",
    ),
    pytest.param("điểm a Điều 4", [P(article="4", point="a")], id="a point of an article without clauses"),
    pytest.param("Điều 12a", [P(article="12a")], id="a lettered article"),
    pytest.param("khoản 3", [P(clause="3")], id="a clause alone"),
    pytest.param("Điều 8 đến Điều 12", [P(article=str(n)) for n in range(8, 13)], id="a range, the word repeated"),
    pytest.param(
        "điểm a đến điểm d khoản 1 Điều 4",
        [P(article="4", clause="1", point=point) for point in "abcd"],
        id="a range of points",
    ),
    pytest.param(
        "điểm c đến e khoản 1 Điều 4",
        [P(article="4", clause="1", point=point) for point in ("c", "d", "đ", "e")],
        id="a range of points runs in the order of the alphabet, with đ",
    ),
]


@pytest.mark.parametrize(("words", "expected"), SPELT)
def test_a_pinpoint_is_spelt_out(words: str, expected: list[Pinpoint]) -> None:
    assert list(spelt_out(words)) == expected
