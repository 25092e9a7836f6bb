"""The query language: what somebody types, as a tree.

Takes a line of text, gives a frozen tree. Words next to each other must all be there; "quoted" words stand next to each
other in this order; AND OR NOT (VÀ HOẶC KHÔNG) in capitals, `-word`, brackets; `word*` for a beginning; a code is found
in every spelling. Rule of the place: whatever is typed gives a tree or a QueryError with its place; a quotation mark
too few is forgiven. A query without any mark is compared without marks, any other as it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from parsers.vietnamese.unicode import clean
from pipeline.archive.codes import codes
from pipeline.archive.terms import Token, is_marked, tokens

LONGEST = 2000
"""Most characters of a query."""

DEEPEST = 40
"""Most brackets and negations one in another."""

_QUOTES = '"“”„«»'
_WORD = re.compile(rf"[^\s(){_QUOTES}]+")
_QUOTED = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]?")
_NUMBER_WORD = re.compile(r"(?i:số|so|s[oố])\s*:?\s*")
_ENGLISH = {"AND": "and", "OR": "or", "NOT": "not"}
_VIETNAMESE = {"VÀ": "and", "HOẶC": "or", "KHÔNG": "not"}


class QueryError(ValueError):
    """A query that cannot be read: where, in characters from 0, and why, in Vietnamese and English."""

    def __init__(self, position: int, vi: str, en: str) -> None:
        """Keep the place and the reason."""
        self.position, self.vi, self.en = position, vi, en
        super().__init__(self.line("en"))

    def line(self, lang: str = "vi") -> str:
        """Give the one line shown to users; characters are counted from 1 there."""
        return (
            f"{self.en} (character {self.position + 1})" if lang == "en" else f"{self.vi} (ký tự {self.position + 1})"
        )


class Words(NamedTuple):
    """Words that must all be there, in any order; next to each other they count for more."""

    words: tuple[Token, ...]


class Phrase(NamedTuple):
    """Words one after the other."""

    words: tuple[Token, ...]


class Prefix(NamedTuple):
    """The beginning of a word, as typed."""

    start: str


class Coded(NamedTuple):
    """A number and symbol, by its key."""

    key: str


class And(NamedTuple):
    """All of the parts."""

    parts: tuple[Node, ...]


class Or(NamedTuple):
    """At least one of the parts."""

    parts: tuple[Node, ...]


class Not(NamedTuple):
    """What must not be there."""

    part: Node


Node: TypeAlias = Words | Phrase | Prefix | Coded | And | Or | Not


class Query(NamedTuple):
    """What is looked for; None where nothing was typed. folded: marks do not count."""

    node: Node | None
    folded: bool


class _Sign(NamedTuple):
    """A piece of the line: and, or, not, open, close, or a leaf."""

    kind: str
    at: int
    leaf: Node | None = None


def parse_query(text: str) -> Query:
    """Read a query.

    Raises QueryError: an operator without its words, a bracket too many or too few, too long, too deep.
    """
    if len(text) > LONGEST:
        raise QueryError(LONGEST, "Câu tìm quá dài.", "The query is too long.")
    signs = tuple(_signs(text))
    node = _Reader(signs, len(text)).whole() if signs else None
    return Query(node, not any(map(_is_marked, leaves(node))))


def leaves(node: Node | None) -> Iterator[Words | Phrase | Prefix | Coded]:
    """Give the leaves of a tree from the left, those that must not be there included."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves(part)
    elif isinstance(node, Not):
        yield from leaves(node.part)
    elif node is not None:
        yield node


def wanted(node: Node | None) -> Iterator[Words | Phrase | Prefix | Coded]:
    """Give the leaves that are looked for, without what must not be there."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from wanted(part)
    elif node is not None and not isinstance(node, Not):
        yield node


def _is_marked(leaf: Words | Phrase | Prefix | Coded) -> bool:
    if isinstance(leaf, Words | Phrase):
        return any(word.exact != word.folded for word in leaf.words)
    return isinstance(leaf, Prefix) and is_marked(leaf.start)


def _signs(text: str) -> Iterator[_Sign]:
    """Cut the line into signs; what is neither letter nor sign is left out."""
    coded = {code.start: code for code in codes(text)}
    operators = _ENGLISH if _is_capitals(text) else _ENGLISH | _VIETNAMESE
    at = 0
    while at < len(text):
        number = _NUMBER_WORD.match(text, at)
        code = coded.get(at) or (coded.get(number.end()) if number else None)
        if code:
            yield _Sign("leaf", at, Coded(code.key))
            at = code.end
        elif text[at] in _QUOTES:
            quoted = _QUOTED.match(text, at)
            end = quoted.end() if quoted else at + 1
            yield from _quoted(quoted[1] if quoted else "", at)
            at = end
        elif text[at] in "()":
            yield _Sign("open" if text[at] == "(" else "close", at)
            at += 1
        elif text[at] == "-" and text[at + 1 : at + 2].strip(" -") and (at == 0 or text[at - 1] in " (\t\n"):
            yield _Sign("not", at)
            at += 1
        elif found := _WORD.match(text, at):
            end = min((start for start in coded if at < start < found.end()), default=found.end())
            word = text[at:end]
            yield from [_Sign(operators[word], at)] if word in operators else _word(word, at)
            at = end
        else:
            at += 1


def _quoted(words: str, at: int) -> Iterator[_Sign]:
    code = next(codes(words), None)
    if code and not (words[: code.start] + words[code.end :]).strip():
        yield _Sign("leaf", at, Coded(code.key))
    elif found := tuple(tokens(clean(words))):
        yield _Sign("leaf", at, Phrase(found))


def _word(word: str, at: int) -> Iterator[_Sign]:
    """Give a word, the beginning of one, or what is written together (`2021-2025`) as a phrase."""
    found = tuple(tokens(clean(word)))
    if word.endswith("*") and len(found) == 1:
        yield _Sign("leaf", at, Prefix(clean(word)[found[0].start : found[0].end].lower()))
    elif found:
        yield _Sign("leaf", at, Phrase(found) if len(found) > 1 else Words(found))


def _is_capitals(text: str) -> bool:
    """Say whether all that is typed is in capitals, so that VÀ may be a word as any other."""
    rest = re.sub(rf"(?<!\w)(?:{'|'.join(_ENGLISH | _VIETNAMESE)})(?!\w)", "", text)
    return rest.isupper() and sum(map(str.isalpha, rest)) > 2


class _Reader:
    """Reads signs by descent: alternatives of sequences of negated or plain parts."""

    def __init__(self, signs: tuple[_Sign, ...], end: int) -> None:
        self._signs, self._end, self._next = signs, end, 0

    def whole(self) -> Node:
        node = self._either(0)
        if sign := self._sign():
            raise QueryError(sign.at, "Thừa dấu ngoặc đóng.", "A closing bracket too many.")
        return node

    def _sign(self, *kinds: str) -> _Sign | None:
        sign = self._signs[self._next] if self._next < len(self._signs) else None
        return sign if sign and (not kinds or sign.kind in kinds) else None

    def _take(self, *kinds: str) -> _Sign | None:
        sign = self._sign(*kinds)
        self._next += sign is not None
        return sign

    def _either(self, depth: int) -> Node:
        parts = [self._all(depth)]
        while self._take("or"):
            parts.append(self._all(depth))
        return Or(tuple(parts)) if len(parts) > 1 else parts[0]

    def _all(self, depth: int) -> Node:
        parts = [self._one(depth)]
        while self._sign("and", "not", "open", "leaf"):
            self._take("and")
            parts.append(self._one(depth))
        merged = tuple(_merged(parts))
        return And(merged) if len(merged) > 1 else merged[0]

    def _one(self, depth: int) -> Node:
        sign = self._take("not", "open", "leaf")
        if depth > DEEPEST and sign:
            raise QueryError(sign.at, "Quá nhiều ngoặc lồng nhau.", "Brackets are too deep.")
        if sign is None:
            here = self._sign()
            raise QueryError(here.at if here else self._end, "Thiếu từ cần tìm.", "A word is missing here.")
        if sign.leaf:
            return sign.leaf
        if sign.kind == "not":
            return Not(self._one(depth + 1))
        node = self._either(depth + 1)
        if not self._take("close"):
            raise QueryError(sign.at, "Ngoặc mở mà không đóng.", "This bracket is not closed.")
        return node


def _merged(parts: list[Node]) -> Iterator[Node]:
    """Join single words that stand next to each other."""
    held: tuple[Token, ...] = ()
    for part in parts:
        if isinstance(part, Words):
            held += part.words
            continue
        if held:
            yield Words(held)
            held = ()
        yield part
    if held:
        yield Words(held)
