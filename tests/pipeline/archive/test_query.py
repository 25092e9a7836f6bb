from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.archive.query import (
    LONGEST,
    And,
    Coded,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    QueryError,
    Words,
    parse_query,
)


def told(node: Node | None) -> str:
    """The tree on one line: words as folded, phrases in quotes, `&`, `|`, `!`."""
    match node:
        case None:
            return ""
        case Words(found):
            return " ".join(word.folded for word in found)
        case Phrase(found):
            return f'"{" ".join(word.folded for word in found)}"'
        case Prefix(start):
            return f"{start}*"
        case Coded(key):
            return f"#{key}"
        case Not(part):
            return f"!{told(part)}"
        case And(parts):
            return f"({' & '.join(map(told, parts))})"
        case Or(parts):
            return f"({' | '.join(map(told, parts))})"


QUERIES = [
    pytest.param("", "", id="nothing"),
    pytest.param("*** -- ,", "", id="signs alone"),
    pytest.param("kế hoạch thi đua", "ke hoach thi dua", id="words"),
    pytest.param('"thi đua" yêu nước', '("thi dua" & yeu nuoc)', id="a phrase and words"),
    pytest.param("“thi đua”", '"thi dua"', id="other quotation marks"),
    pytest.param('a "b c', '(a & "b c")', id="a quotation mark too few is forgiven"),
    pytest.param("a OR b c", "(a | b c)", id="AND binds closer"),
    pytest.param("(a OR b) AND c", "((a | b) & c)", id="brackets"),
    pytest.param("a HOẶC b KHÔNG c", "(a | (b & !c))", id="Vietnamese operators"),
    pytest.param("a và b", "a va b", id="operators in small letters are words"),
    pytest.param("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "so ke hoach va dau tu", id="all in capitals: VÀ is a word"),
    pytest.param("SỞ OR TƯ", "(so | tu)", id="all in capitals: OR is an operator"),
    pytest.param("a -b", "(a & !b)", id="minus"),
    pytest.param("-b", "!b", id="minus alone"),
    pytest.param("chuy* số", "(chuy* & so)", id="a beginning"),
    pytest.param("(.a* (b", None, id="a bracket that is not closed"),
    pytest.param("2021-2025", '"2021 2025"', id="written together"),
    pytest.param("số 2437 /QĐ -TTg", "#2437-qd-ttg", id="a code"),
    pytest.param('"2437/QD-TTg"', "#2437-qd-ttg", id="a code in quotes"),
    pytest.param("kế hoạch số 19/CT-TTg", "(ke hoach & #19-ct-ttg)", id="words and a code"),
    pytest.param("2437/QĐ-TTg,19/CT-TTg", "(#2437-qd-ttg & #19-ct-ttg)", id="two codes"),
    pytest.param("QĐ-UBND", '"qd ubnd"', id="a symbol alone"),
    pytest.param("x AND", None, id="an operator at the end"),
    pytest.param("OR x", None, id="an operator at the beginning"),
    pytest.param("()", None, id="empty brackets"),
    pytest.param("a)", None, id="a bracket too many"),
    pytest.param("a AND AND b", None, id="two operators"),
    pytest.param("(" * 60 + "a" + ")" * 60, None, id="too deep"),
    pytest.param("a " * LONGEST, None, id="too long"),
]


@pytest.mark.parametrize(("text", "expected"), QUERIES)
def test_queries(text: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(QueryError) as error:
            parse_query(text)
        assert 0 <= error.value.position <= len(text)
        assert str(error.value.position + 1) in error.value.line("vi")
    else:
        assert told(parse_query(text).node) == expected


FOLDED = [
    pytest.param("ke hoach thi dua", True, id="no mark at all"),
    pytest.param("ke hoach thi đua", False, id="one mark"),
    pytest.param('ke "hoạch"', False, id="a mark in a phrase"),
    pytest.param("ke 19/QĐ-TTg", True, id="marks of a code do not count"),
    pytest.param("ke -đua", False, id="a mark in what must not be there"),
    pytest.param("đu*", False, id="a mark in a beginning"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_marks_count_where_one_is_typed(text: str, folded: bool) -> None:
    assert parse_query(text).folded is folded


@given(st.text(alphabet="ab đ\"“()-*:\\/'19QĐTg&|!\n\u0301", max_size=30) | st.text(max_size=20))
def test_whatever_is_typed_gives_a_tree_or_a_clear_error(text: str) -> None:
    with suppress(QueryError):
        assert parse_query(text).folded in (True, False)
