"""Syllables of Vietnamese, what share of a text they are, and letters that Vietnamese does not have."""

from __future__ import annotations

import unicodedata

import pytest

from parsers.knowledge import rows
from parsers.vietnamese.quality import LEAST_SYLLABLES, has_foreign_letters, syllable_share
from parsers.vietnamese.syllables import is_syllable

SYLLABLES = """
a ở ý và của những được nước nghiêng khuyến quyết huỳnh nguyễn khuỷu thuở quốc giêng gìn gì giết giữa ghế nghị kỷ cử
người ngoằn đường trưởng xoong uỷ ủy yêu oanh iêu ương Đảng TỈNH PHÚ Ế ạ quý qua quăng hoặc loét tếch ích
"""
NONE = {
    "a foreign letter": "fax zalo web jun",
    "an onset that none begins with": "strong flo bl hh trh",
    "a rhyme that there is not": "bẩk toăo nhinp đêm2 aeo",
    "no vowel": "ng th bđ tr",
    "two tones": "bà́ hòạ",
    "an open tone before a stop": "câp bàc tàp hểt thich",
    "k before a back vowel": "ka kó kư",
    "c before a front vowel": "ci cế ce",
    "gh before a back vowel": "gha gho",
    "ng before a front vowel": "ngi nghà ngê",
    "Vietnamese read by an English engine": "Ngh1 uy6n c6ng b5ng",
    "signs and figures": "- 12 / . KH-UBND",
}


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("reason", NONE)
def test_no_syllable_has(reason: str) -> None:
    assert [word for word in NONE[reason].split() if is_syllable(word)] == []


def test_nothing_is_no_syllable() -> None:
    assert not is_syllable("")


def test_the_words_of_the_table_of_pairs_are_syllables() -> None:
    words = {word for row in rows("word_pairs") for word in (row["word"], *row["followers"].split())}
    assert len(words) > 1000
    assert sorted(word for word in words if not is_syllable(word)) == []


SHARES = [
    pytest.param("Ủy ban nhân dân tỉnh ban hành kế hoạch", 1.0, 9, id="readable text"),
    pytest.param("Committees shall approve every other year", 0.0, 6, id="English"),
    pytest.param("UBND HĐND", 0.0, 0, id="short words in capitals are abbreviations, not judged"),
    pytest.param("PHONGTRÀO THIĐUA", 0.0, 1, id="long words in capitals are judged"),
    pytest.param("số 25/QĐ-TTg ngày", 1.0, 2, id="codes are not judged"),
    pytest.param("gửi về a@b.vn", 1.0, 2, id="addresses are not judged"),
    pytest.param("12 / 34", 0.0, 0, id="no words"),
    pytest.param("", 0.0, 0, id="nothing"),
]


@pytest.mark.parametrize(("text", "share", "words"), SHARES)
def test_the_share_of_syllables(text: str, share: float, words: int) -> None:
    assert syllable_share(text) == (pytest.approx(share), words)


def test_foreign_names_in_readable_text_stay_below_what_is_doubted() -> None:
    text = "Bộ trưởng gặp ông Schmidt và bà Johnson tại trụ sở của cơ quan để ký bản ghi nhớ về hợp tác đào tạo nghề"
    assert LEAST_SYLLABLES < syllable_share(text)[0] < 1


FOREIGN = [
    pytest.param("Ủy ban nhân dân tỉnh", False, id="Vietnamese"),
    pytest.param("THƢỞNG TRƢỚC ĐƢỜNG", True, id="a broken character map: Ƣ for Ư"),
    pytest.param("Ñaûng boä tænh", True, id="VNI without its font"),
    pytest.param("Bộ trưởng tiếp ông Wolfgang tại trụ sở của cơ quan để ký bản ghi nhớ về hợp tác", False, id="one w"),
    pytest.param("", False, id="nothing"),
    pytest.param("12/2024", False, id="figures"),
]


@pytest.mark.parametrize(("text", "expected"), FOREIGN)
def test_letters_that_vietnamese_does_not_have(text: str, expected: bool) -> None:
    assert has_foreign_letters(text) is expected
