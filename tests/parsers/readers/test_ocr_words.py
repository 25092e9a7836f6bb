"""Words put right by their neighbours, and what is left as it was read."""

from __future__ import annotations

import pytest

from parsers.readers.ocr_words import Seen, mended

SURE, FAIR, DOUBTED = 0.96, 0.87, 0.6


def right(line: str, sure: float) -> str:
    """Give a line put right; `|` parts what does not belong together."""
    words = [Seen("" if word == "|" else word, sure) for word in line.split()]
    made = line.split()
    for place, better in mended(words):
        made[place] = better
    return " ".join(made)


MENDED = [
    pytest.param("TÓ CHỨC", "TỔ CHỨC", SURE, id="a mark mistaken in capitals, one neighbour"),
    pytest.param("TÓ CHỨC", "TỔ CHỨC", DOUBTED, id="a doubted word has its own letters before those that look alike"),
    pytest.param("TÓ CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN", SURE, id="a word with neighbours on both sides"),
    pytest.param("ỦY BAN NHÂN DẦN", "ỦY BAN NHÂN DÂN", SURE, id="the last word of a line"),
    pytest.param("KỀ HOẠCH", "KẾ HOẠCH", SURE, id="one mark of two storeys for another"),
    pytest.param("thâm quyền", "thẩm quyền", FAIR, id="a lost mark in small letters"),
    pytest.param("Phong trao thi đua", "Phong trào thi đua", SURE, id="both neighbours speak for a sure word"),
    pytest.param("Ủy ban nhần dân tỉnh", "Ủy ban nhân dân tỉnh", SURE, id="within a line"),
    pytest.param("Kê hoạch", "Kế hoạch", FAIR, id="a first capital stays"),
    pytest.param("(TÓ CHỨC)", "(TỔ CHỨC)", SURE, id="signs around stay"),
    pytest.param("KT.CHỦ TICH", "KT.CHỦ TỊCH", SURE, id="a capacity glued to the post stays"),
    pytest.param("TM.ỦY BẠN", "TM.ỦY BAN", SURE, id="the word after a capacity"),
    pytest.param("Chủ tieh", "Chủ tịch", DOUBTED, id="a letter that looks alike, where no syllable is"),
    pytest.param("chí đạo", "chỉ đạo", FAIR, id="one tone for another"),
]
LEFT = [
    pytest.param("thâm quyền", SURE, id="a sure word in small letters with one neighbour alone"),
    pytest.param("tổ chức thực hiện", DOUBTED, id="words seen together, however doubted"),
    pytest.param("KẾ HOẠCH", DOUBTED, id="a heading that is right"),
    pytest.param("Nguyễn Văn Tô", DOUBTED, id="a person's name"),
    pytest.param("Lê Thi Bình", FAIR, id="a person's name without its mark"),
    pytest.param("Trần Văn Tich", SURE, id="a name that is no dictionary's"),
    pytest.param("huyện Bình Liêu", FAIR, id="a place's name"),
    pytest.param("đồng chí Tô Chức", FAIR, id="a name that sounds like a word"),
    pytest.param("tó | chức", FAIR, id="words of two columns are no neighbours"),
    pytest.param("tó. chức", FAIR, id="a full stop parts"),
    pytest.param("tó, chức", FAIR, id="a comma parts"),
    pytest.param("tó", DOUBTED, id="a word alone"),
    pytest.param("KH-UBND 173 25/2024/QĐ-TTg", DOUBTED, id="codes and figures"),
    pytest.param("ngày 5 thang 3", DOUBTED, id="nothing but figures beside"),
    pytest.param("", DOUBTED, id="nothing"),
]


@pytest.mark.parametrize(("line", "expected", "sure"), MENDED)
def test_a_word_is_put_right_by_its_company(line: str, expected: str, sure: float) -> None:
    assert right(line, sure) == expected


@pytest.mark.parametrize(("line", "sure"), LEFT)
def test_a_word_is_left_as_it_was_read(line: str, sure: float) -> None:
    assert right(line, sure) == line


def test_what_was_put_right_is_company_for_the_next() -> None:
    assert right("TÓ CHÚC THỰC HIỆN", SURE).endswith("CHỨC THỰC HIỆN")


def test_mending_twice_changes_no_more() -> None:
    once = right("TÓ CHỨC THỰC HIỆN PHONG TRAO THI ĐUA", SURE)
    assert right(once, SURE) == once
