"""The language: the form that is shown, keys for comparison, names of persons (SPEC §7.3, §14)."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.vietnamese.names import is_name
from parsers.vietnamese.unicode import LOWER, UPPER, ascii_key, bare, clean, dashes, key

some_text = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60)

SHOWN = [
    pytest.param("Ke\u0302\u0301 hoa\u0323ch", "Kế hoạch", id="decomposed letters become one"),
    pytest.param("QÐ-TTg", "QĐ-TTg", id="Eth is Đ"),
    pytest.param("QƉ-TTg", "QĐ-TTg", id="African D is Đ"),
    pytest.param("Số:\xa05", "Số: 5", id="a fixed space"),
    pytest.param("Số:\u20095", "Số: 5", id="a thin space"),
    pytest.param("kế\u200bhoạch", "kếhoạch", id="no width"),
    pytest.param("kế\u00adhoạch", "kếhoạch", id="a soft hyphen"),
    pytest.param("\ufeffKế", "Kế", id="a byte order mark"),
    pytest.param("1.\tMục", "1. Mục", id="a tab"),
    pytest.param("Uỷ ban – UỶ BAN", "Uỷ ban – UỶ BAN", id="the place of the tone and the dash stay"),
    pytest.param("kĩ thuật", "kĩ thuật", id="i stays i"),
]


@pytest.mark.parametrize(("given_text", "expected"), SHOWN)
def test_the_form_that_is_shown(given_text: str, expected: str) -> None:
    assert clean(given_text) == expected


@given(some_text)
@settings(deadline=None, max_examples=60)
def test_the_form_that_is_shown_is_stable_and_nfc(words: str) -> None:
    once = clean(words)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(some_text)
@settings(deadline=None, max_examples=60)
def test_folding_dashes_keeps_offsets(words: str) -> None:
    assert len(dashes(words)) == len(words)


@given(some_text)
@settings(deadline=None, max_examples=60)
def test_taking_off_the_marks_keeps_offsets(words: str) -> None:
    assert len(bare(words)) == len(words)


BARE = [
    pytest.param("QUYÉT ĐỊNH", "QUYET DINH", id="case stays"),
    pytest.param("Ưỡng ậ đ", "Uong a d", id="every mark and the bar"),
    pytest.param("“số” 5 – Ï", "“so” 5 – I", id="signs stay"),
]


@pytest.mark.parametrize(("given_text", "expected"), BARE)
def test_letters_without_their_marks(given_text: str, expected: str) -> None:
    assert bare(given_text) == expected


EQUAL = [
    pytest.param("Uỷ ban", "Ủy ban", id="uy"),
    pytest.param("HOÀ BÌNH", "hòa bình", id="oa, case"),
    pytest.param("hoá", "hóa", id="oa with sắc"),
    pytest.param("khoẻ", "khỏe", id="oe"),
    pytest.param("thuỷ lợi", "thủy lợi", id="uy with hỏi"),
    pytest.param("Thuý", "Thúy", id="a name"),
    pytest.param("a – b", "a - b", id="dashes"),
    pytest.param("a  b\nc", "a b c", id="spaces"),
    pytest.param("Ke\u0302\u0301", "Kế", id="decomposed"),
]

APART = [
    pytest.param("quí", "quỳ", id="tones differ"),
    pytest.param("đa", "da", id="đ is not d"),
    pytest.param("ban", "bán", id="a tone or none"),
    pytest.param("thi", "thị", id="another word"),
]


@pytest.mark.parametrize(("left", "right"), EQUAL)
def test_keys_of_two_spellings_are_equal(left: str, right: str) -> None:
    assert key(left) == key(right)


@pytest.mark.parametrize(("left", "right"), APART)
def test_keys_of_two_words_differ(left: str, right: str) -> None:
    assert key(left) != key(right)


@given(some_text)
@settings(deadline=None, max_examples=60)
def test_a_key_does_not_depend_on_the_unicode_form(words: str) -> None:
    assert key(unicodedata.normalize("NFD", words)) == key(unicodedata.normalize("NFC", words))


def test_the_ascii_key_has_no_marks() -> None:
    assert ascii_key("Đường Nguyễn Huệ – UỶ BAN") == "duong nguyen hue - uy ban"


def test_the_alphabet_has_every_letter_once() -> None:
    assert len(set(LOWER)) == len(LOWER) == 12 * 6 + 1 + 20
    assert set(UPPER) == {letter.upper() for letter in LOWER}
    assert not set(UPPER) & set(LOWER)


NAMES = [
    "Lò Sơn", "Lò Văn Sơn", "Trần Thị Thanh Nhàn", "Nguyễn Đức Ủy", "LÒ VĂN SƠN", "Nguyễn Thị Thúy-Hằng",
    "Y Thanh Hà Niê Kđăm", "Đặng Ý", "H’Lan Niê", "Hồ A. Tuấn", "NGUYỄN Ý NHI",
]  # fmt: skip
NO_NAMES = [
    "Sơn", "lò văn sơn", "Lò văn Sơn", "Lò Văn Sơn,", "Lò Văn 5", "GIÁM ĐỐC", "PHÓ CHỦ TỊCH", "ỦY BAN NHÂN DÂN",
    "SỞ NỘI VỤ", "Một Hai Ba Bốn Năm Sáu Bảy", "", "Nơi nhận:", "VT", "Đã ký",
]  # fmt: skip


@pytest.mark.parametrize("words", NAMES)
def test_names_of_persons(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize("words", NO_NAMES)
def test_what_is_no_name(words: str) -> None:
    assert not is_name(words)
