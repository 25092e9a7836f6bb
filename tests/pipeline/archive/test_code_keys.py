import pytest

from pipeline.archive.codes import code_key, codes

KEYS = [
    pytest.param("2437/QĐ-TTg", "2437-qd-ttg", id="as printed"),
    pytest.param("2437/QD-TTg", "2437-qd-ttg", id="without marks"),
    pytest.param("số 2437 /QĐ -TTg", "2437-qd-ttg", id="spaces and the word before it"),
    pytest.param("Số: 2437/QĐ–TTg", "2437-qd-ttg", id="another dash"),
    pytest.param("2437/qđ/ttg", "2437-qd-ttg", id="small letters, a slash for a dash"),
    pytest.param("2437/QÐ-TTg", "2437-qd-ttg", id="Eth for Đ"),
    pytest.param("02/KH-UBND", "2-kh-ubnd", id="leading zeros do not count"),
    pytest.param("QĐ-UBND", "qd-ubnd", id="a symbol without its number"),
    pytest.param("/KH-UBND", "kh-ubnd", id="a blank number"),
    pytest.param("30/2020/NĐ-CP", "30-2020-nd-cp", id="a year between"),
    pytest.param("66.7/2025/NQ-CP", "66.7-2025-nq-cp", id="decimals of a number are kept"),
    pytest.param("45/2019/QH14", "45-2019-qh14", id="National Assembly"),
    pytest.param("135-KH/TU", "135-kh-tu", id="Party"),
    pytest.param("12/KH-SGD&ĐT", "12-kh-sgddt", id="and-sign"),
    pytest.param("", "", id="nothing"),
    pytest.param("số", "", id="the word alone"),
]


@pytest.mark.parametrize(("code", "key"), KEYS)
def test_all_spellings_of_a_code_have_one_key(code: str, key: str) -> None:
    assert code_key(code) == key


TEXTS = [
    pytest.param("Quyết định số 2437 /QĐ -TTg ngày 04/11/2025", ["2437 /QĐ -TTg"], id="dates are no codes"),
    pytest.param("Luật số 45/2019/QH14 và Kế hoạch 12/KH-UBND", ["45/2019/QH14", "12/KH-UBND"], id="two"),
    pytest.param("Kế hoạch 135-KH/TU của Tỉnh ủy", ["135-KH/TU"], id="Party"),
    pytest.param("giai đoạn 2021-2025, 24/7, 15/kg, và/hoặc 1/2", [], id="periods and fractions"),
    pytest.param("2437/QĐ-TTg,19/CT-TTg", ["2437/QĐ-TTg", "19/CT-TTg"], id="a comma between"),
    pytest.param("3 - Ban/ngành", [], id="an item of a list"),
    pytest.param("xem 2437/qd-ttg", ["2437/qd-ttg"], id="as somebody types it"),
]


@pytest.mark.parametrize(("text", "found"), TEXTS)
def test_codes_of_a_text(text: str, found: list[str]) -> None:
    assert [text[code.start : code.end] for code in codes(text)] == found
