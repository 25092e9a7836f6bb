import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.archive.terms import JOINT, beginning, both_forms, forms, is_marked, tokens, words

SAME = [
    pytest.param("hòa", "hoà", id="oa"),
    pytest.param("uỷ", "ủy", id="uy"),
    pytest.param("THÚY", "thuý", id="case"),
    pytest.param("kỹ", "kĩ", id="y after k"),
    pytest.param("lý", "lí", id="y after l"),
    pytest.param("quy", "qui", id="qu"),
    pytest.param("quý", "quí", id="qu with a tone"),
    pytest.param("Ða\u0323i", "đại", id="Eth and a loose mark"),
    pytest.param("05", "5", id="zeros before a number"),
]
OTHER = [
    pytest.param("thúy", "thúi", id="uy is not ui"),
    pytest.param("án", "an", id="a tone"),
    pytest.param("dân", "đân", id="đ"),
    pytest.param("tay", "tai", id="ay is not ai"),
    pytest.param("yêu", "iêu", id="y of a rhyme"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_word_are_equal(one: str, other: str) -> None:
    assert forms(one) == forms(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_words_are_not(one: str, other: str) -> None:
    assert forms(one)[0] != forms(other)[0]


@pytest.mark.parametrize(("word", "folded"), [("Đường", "duong"), ("kỹ", "ki"), ("quý", "qui"), ("QĐ", "qd")])
def test_folded_forms_have_no_mark(word: str, folded: str) -> None:
    assert forms(word)[1] == folded


@given(st.text(alphabet="aăâbdđ hòaủỷýk\u0301\u0323-/.1Ð\n", max_size=40))
def test_tokens_point_into_the_text_and_agree_with_their_forms(text: str) -> None:
    found = list(tokens(text))
    assert [forms(text[token.start : token.end]) for token in found] == [token[2:] for token in found]
    assert both_forms(text) == ([token.exact for token in found], [token.folded for token in found])


def test_compounds_are_the_longest_first() -> None:
    exact, _ = both_forms("Ủy ban nhân dân tỉnh phát động thi đua")
    found = [term.split(JOINT) for term in words(exact)]
    assert found == [both_forms(one)[0] for one in ("uỷ ban nhân dân", "phát động", "thi đua")]


@pytest.mark.parametrize(("text", "marked"), [("ke hoach 19/CT", False), ("dì", True), ("đ", True), ("", False)])
def test_marks(text: str, marked: bool) -> None:
    assert is_marked(text) is marked


BEGINNINGS = [
    pytest.param("chuyể", "chuyển", True, id="a tone in the middle"),
    pytest.param("chuyể", "chuyên", False, id="without the tone"),
    pytest.param("qu", "quyết", True, id="any tone where none is typed"),
    pytest.param("ky", "kỹ", True, id="y that is kept as i"),
    pytest.param("quy", "quyết", True, id="y within a rhyme"),
]


@pytest.mark.parametrize(("start", "word", "begins"), BEGINNINGS)
def test_beginnings(start: str, word: str, begins: bool) -> None:
    letters, tone, terms = beginning(start)
    exact = forms(word)[0]
    assert (exact in terms or (not tone and exact.startswith(letters))) is begins
