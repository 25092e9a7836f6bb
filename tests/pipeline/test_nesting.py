"""Marks that overlap give markup that nests and keeps each character once."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.marks import Mark
from pipeline.nesting import nested


def mark(kind: str, start: int, end: int) -> Mark:
    return Mark(kind, start, end, f"{kind}1", "")


def bare(markup: str) -> str:
    return re.sub(r'<mark class="m (\w+)"[^>]*>', r"<\1>", markup).replace("</mark>", "</>")


CASES = [
    pytest.param([], "abcdef", id="no mark"),
    pytest.param([mark("x", 1, 3)], "a<x>bc</>def", id="one"),
    pytest.param([mark("x", 0, 6), mark("y", 2, 4)], "<x>ab<y>cd</>ef</>", id="one inside the other"),
    pytest.param(
        [mark("x", 0, 4), mark("y", 2, 6)], "<x>ab</><y><x>cd</>ef</>", id="two that cross: the longer is outside"
    ),
    pytest.param([mark("x", 1, 3), mark("y", 1, 3)], "a<x><y>bc</></>def", id="two of one stretch"),
    pytest.param([mark("x", 1, 3), mark("y", 3, 5)], "a<x>bc</><y>de</>f", id="two that touch"),
    pytest.param([mark("x", -5, 2), mark("y", 4, 99)], "<x>ab</>cd<y>ef</>", id="marks that reach beyond the line"),
]


@pytest.mark.parametrize(("marks", "expected"), CASES)
def test_nested(marks: list[Mark], expected: str) -> None:
    assert _leaves(bare(nested("abcdef", 0, 6, marks))) == _leaves(expected)


def _leaves(markup: str) -> list[tuple[str, frozenset[str]]]:
    """Give each character with the marks around it; fails unless the markup nests."""
    out, stack = [], []
    for piece in re.findall(r"<\w+>|</>|.", markup):
        if piece == "</>":
            stack.pop()
        elif piece.startswith("<"):
            stack.append(piece)
        else:
            out.append((piece, frozenset(stack)))
    assert not stack
    return out


TEXT = "a<b>&\"c'd é\u0000f"
MARKS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 8)).map(lambda s: mark(f"k{s[0]}", s[0], s[0] + s[1])), max_size=7
)


@given(MARKS)
def test_each_character_stands_once_under_exactly_its_marks(marks: list[Mark]) -> None:
    markup = nested(TEXT, 0, len(TEXT), sorted(marks, key=lambda m: (m.start, -m.end)))
    pieces = re.findall(r'<mark class="m (\w+)"[^>]*>|(</mark>)|([^<]+)', markup)
    stack: list[str] = []
    place = 0
    for kind, close, words in pieces:
        if kind:
            stack.append(kind)
        elif close:
            stack.pop()
        for character in html.unescape(words):
            assert character == TEXT[place].replace("\x00", "\ufffd")
            assert sorted(stack) == sorted(m.kind for m in marks if m.start <= place < m.end)
            place += 1
    assert (place, stack) == (len(TEXT), [])


def test_an_anchor_is_given_once() -> None:
    markup = nested("abcdef", 0, 6, [mark("x", 0, 4), mark("y", 2, 6)])
    assert markup.count('id="x1"') == markup.count('id="y1"') == 1
