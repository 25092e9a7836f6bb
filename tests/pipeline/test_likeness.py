"""Likeness: what two texts share of the words that tell something."""

from __future__ import annotations

import time
from unicodedata import normalize

import pytest

from parsers.knowledge import rows
from parsers.vietnamese.unicode import ascii_key
from pipeline.likeness import covered, likeness, weighed

TASK = (
    "Tổ chức tuyên truyền, phổ biến Luật Thi đua, khen thưởng đến toàn thể công chức, viên chức trong quý II năm 2024"
)

CLOSER = [
    pytest.param(
        TASK,
        "Tuyên truyền, phổ biến sâu rộng Luật Thi đua, khen thưởng đến công chức, viên chức và người lao động",
        "Yêu cầu các đơn vị nghiêm túc tổ chức triển khai thực hiện trong quý II năm 2024",
        id="the matter counts, the formulas do not",
    ),
    pytest.param(
        "Trồng mới 200 ha rừng phòng hộ",
        "Trồng mới 350 ha rừng phòng hộ",
        "Đào tạo 200 cán bộ bảo vệ rừng",
        id="a figure counts little",
    ),
]

SAME = [
    pytest.param("Ủy ban nhân dân hòa bình", "UỶ BAN NHÂN DÂN HOÀ BÌNH", id="case and place of the tone mark"),
    pytest.param("kỹ thuật", "kĩ thuật", id="i and y"),
    pytest.param("phổ biến", normalize("NFD", "phổ biến"), id="letters composed or not"),
]


@pytest.mark.parametrize(("text", "near", "far"), CLOSER)
def test_of_two_texts_the_closer_is_the_liker(text: str, near: str, far: str) -> None:
    one, close, away = map(weighed, (text, near, far))
    assert likeness(one, close) > likeness(one, away) + 0.05
    assert likeness(one, close) == likeness(close, one)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spelling_does_not_part_texts(one: str, other: str) -> None:
    assert likeness(weighed(one), weighed(other)) == 1.0


def test_the_order_of_words_counts_a_little() -> None:
    one, turned, other = map(
        weighed,
        (
            "Bệnh viện tặng sinh viên miền núi học bổng",
            "Sinh viên miền núi tặng bệnh viện học bổng",
            "Bệnh viện khám sinh viên nội trú",
        ),
    )
    assert likeness(one, other) < likeness(one, turned) < 1.0


def test_a_part_is_covered_by_the_whole_it_stands_in_and_not_the_other_way() -> None:
    part, whole = weighed("khen thưởng đột xuất"), weighed(f"{TASK}; thực hiện khen thưởng đột xuất kịp thời")
    assert covered(part, whole) > 0.95
    assert covered(whole, part) < 0.3


def test_texts_that_share_nothing_and_empty_ones_are_not_alike() -> None:
    assert likeness(weighed("rừng phòng hộ"), weighed("tiêm chủng")) == 0.0
    assert likeness(weighed(""), weighed(TASK)) == covered(weighed(""), weighed(TASK)) == 0.0


def test_thousands_of_pairs_are_compared_in_a_second() -> None:
    one, other = weighed(TASK), weighed(TASK.replace("tuyên truyền", "quán triệt"))
    began = time.process_time()
    for _ in range(1000):
        likeness(one, other)
    assert time.process_time() - began < 0.5


def test_the_table_holds_folded_words_once_with_weights_from_nothing_to_one() -> None:
    table = rows("word_weights")
    words = [row["word"] for row in table]
    assert words == sorted(set(words))
    assert all(word == ascii_key(word) and not any(map(str.isdigit, word)) for word in words)
    assert all(0 <= float(row["weight"]) <= 1 for row in table)
