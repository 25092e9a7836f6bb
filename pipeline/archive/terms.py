"""Terms: the words of a text as they are compared in search.

Takes text, gives tokens with their offsets. Each has two forms: exact (lower case, the tone mark behind the syllable,
`y` after a single consonant and `qu` as `i`, so that `hòa` = `hoà`, `uỷ` = `ủy`, `kỹ` = `kĩ`, `quý` = `quí`, but `thúy`
is not `thúi`) and folded (without any mark, đ as d). Words are compounds of the table, the longest first (`thi_đua`).
Rule of the place: document and query go through the same functions, so that what is equal here is found there.
Source: Quyết định 240/QĐ of 5/3/1984 (chính tả) on `i` for `y`; tone placement differs between editors only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from parsers.knowledge import rows
from parsers.vietnamese.syllables import letters_of_syllables
from parsers.vietnamese.unicode import bare, clean

JOINT = "_"
"""What stands between the syllables of a compound in its term."""

_TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = re.compile(f"[{_TONES}]")
_SHORT_Y = re.compile(r"(h|k|l|m|qu|s|t|v)y")


class Token(NamedTuple):
    """A syllable or number: its first character, the one after its last, its two forms."""

    start: int
    end: int
    exact: str
    folded: str


def tokens(text: str) -> Iterator[Token]:
    """Give the tokens of a text in their order; offsets are characters of the text as given."""
    for found in _TOKEN.finditer(text):
        exact, folded = forms(found[0])
        yield Token(found.start(), found.end(), exact, folded)


def placed(text: str, *, folded: bool) -> list[tuple[int, int, str]]:
    """Give first character, the one after the last, and one of the forms of a text's tokens, in order."""
    form = 1 if folded else 0
    return [(*found.span(), forms(found[0])[form]) for found in _TOKEN.finditer(text)]


def both_forms(text: str) -> tuple[list[str], list[str]]:
    """Give the exact and the folded forms of a text's tokens, in order."""
    pairs = [forms(token) for token in _TOKEN.findall(text)]
    return [exact for exact, _ in pairs], [folded for _, folded in pairs]


@lru_cache(maxsize=131072)
def forms(token: str) -> tuple[str, str]:
    """Give the exact and the folded form of a token; leading zeros of a number do not count (`01` = `1`)."""
    lower = clean(token).lower()
    if lower.isascii():
        plain = _short(lower) if lower.isalpha() else _number(lower)
        return plain, plain
    decomposed = unicodedata.normalize("NFD", lower)
    base = _short(unicodedata.normalize("NFC", _TONE.sub("", decomposed)))
    return base + "".join(_TONE.findall(decomposed)), _short(_unmarked(lower))


class Beginning(NamedTuple):
    """The beginning of terms. letters: what they begin with. terms: all of them where a tone says which they can be;
    else those that are spelt otherwise (`ky` also begins `kĩ`, which is kept for `kỹ`)."""

    letters: str
    tone: str
    terms: tuple[str, ...]


@lru_cache(maxsize=1024)
def beginning(start: str) -> Beginning:
    """Give what terms begin with for the beginning of a syllable as typed; its tone stands behind the syllable."""
    decomposed = unicodedata.normalize("NFD", clean(start).lower())
    letters, tone = unicodedata.normalize("NFC", _TONE.sub("", decomposed)), "".join(_TONE.findall(decomposed))
    if tone:
        whole = (_short(one) + tone for one in letters_of_syllables() if one.startswith(letters))
        return Beginning(letters, tone, tuple(sorted({letters + tone, *whole})))
    short = _short(letters)
    spelt = (short, *(short + mark for mark in _TONES)) if short != letters else ()
    return Beginning(letters, "", spelt)


def is_marked(text: str) -> bool:
    """Say whether a text has a letter with a mark, đ included: who types one means the others as they stand."""
    return bare(clean(text)) != clean(text)


def words(syllables: Sequence[str]) -> Iterator[str]:
    """Give the compounds among exact forms, the longest first from the left, each as one term."""
    sizes, terms = _sizes(), _terms()
    after = 0
    for at, syllable in enumerate(syllables):
        if at < after or syllable not in sizes:
            continue
        for size in sizes[syllable]:
            term = JOINT.join(syllables[at : at + size])
            if term in terms:
                yield term
                after = at + size
                break


def all_words(syllables: Sequence[str]) -> Iterator[str]:
    """Give every compound that stands among exact forms, also where two share a syllable."""
    sizes, terms = _sizes(), _terms()
    for at, syllable in enumerate(syllables):
        for size in sizes.get(syllable, ()):
            term = JOINT.join(syllables[at : at + size])
            if term in terms:
                yield term


def is_word(syllables: Sequence[str]) -> bool:
    """Say whether exact forms are one compound."""
    return JOINT.join(syllables) in _terms()


@cache
def _terms() -> frozenset[str]:
    return frozenset(JOINT.join(token.exact for token in tokens(row["compound"])) for row in rows("compounds"))


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """Give for each first syllable the numbers of syllables its compounds have, the greatest first."""
    sizes: dict[str, set[int]] = {}
    for term in _terms():
        first, *rest = term.split(JOINT)
        sizes.setdefault(first, set()).add(1 + len(rest))
    return {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}


def _short(syllable: str) -> str:
    return syllable[:-1] + "i" if syllable[-1:] == "y" and _SHORT_Y.fullmatch(syllable) else syllable


def _number(token: str) -> str:
    return token.lstrip("0") or "0" if token.isdigit() else token


def _unmarked(lower: str) -> str:
    decomposed = unicodedata.normalize("NFD", bare(lower))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
