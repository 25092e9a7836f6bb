"""Words put right by their neighbours: recognition that lost or mistook a mark.

Takes the words of a page in reading order, gives those that are something else, and what. A word is changed only if
it follows and precedes nothing that it was ever seen beside, and one other word with the same letters (marks aside)
was: `TÓ CHỨC` is `TỔ CHỨC`. Names of persons and places have no such company and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from parsers.knowledge import agency_heads, rows
from parsers.vietnamese.syllables import is_syllable
from parsers.vietnamese.unicode import ascii_key, key

DOUBTED = 0.8
"""Certainty below which a word may also be one whose letters only look alike."""

FIRM = 0.93
"""Certainty above which a word in small letters is changed only if both neighbours speak for it."""

_CORE = re.compile(r"^((?:[A-ZĐ]{1,3}\.)?[^\w]*)([^\W\d_]+)([^\w]*)$")
_LOOK_ALIKE = (
    ("u", "o"),
    ("o", "u"),
    ("c", "e"),
    ("e", "c"),
    ("i", "l"),
    ("l", "i"),
    ("l", "t"),
    ("n", "u"),
    ("h", "b"),
)


class Seen(NamedTuple):
    """A word as recognised, and how sure it is from 0 to 1."""

    text: str
    sure: float


def mended(words: Sequence[Seen]) -> Iterator[tuple[int, str]]:
    """Give the place and the right form of each word that is put right.

    words: in reading order; an empty text parts what does not belong together.
    """
    texts = [word.text for word in words]
    cores = [_CORE.match(text) for text in texts]
    for place, word in enumerate(words):
        core = cores[place]
        if core is None:
            continue
        left = _beside(cores, place, -1)
        right = _beside(cores, place, +1)
        if core[2].isupper() and key(core[2]) in _heads():
            continue
        if not (left or right) or _is_name(core[2], cores, place, word.sure):
            continue
        better = _better(core[2], left, right, word.sure)
        if better:
            changed = core[1] + better + core[3]
            cores[place] = _CORE.match(changed)
            yield place, changed


def _beside(cores: Sequence[re.Match[str] | None], place: int, step: int) -> str | None:
    """Give the neighbour that belongs to the same phrase: nothing but a space between the two."""
    other = place + step
    if not 0 <= other < len(cores):
        return None
    here, there = cores[place], cores[other]
    if here is None or there is None or (here[1] if step < 0 else here[3]) or (there[3] if step < 0 else there[1]):
        return None
    return key(there[2])


def _is_name(word: str, cores: Sequence[re.Match[str] | None], place: int, sure: float) -> bool:
    """Say whether a word may be part of a person's or a place's name: it and a neighbour begin with a capital alone."""
    if not word.istitle() or (sure < DOUBTED and not is_syllable(word)):
        return False
    right = cores[place + 1] if place + 1 < len(cores) else None
    if right is not None and right[2].islower():
        return False
    left = cores[place - 1] if place else None
    return any(other is not None and other[2].istitle() for other in (left, right))


def _better(word: str, left: str | None, right: str | None, sure: float) -> str | None:
    folded = key(word)
    if _company(folded, left, right):
        return None
    best: dict[str, int] = {}
    for other in _alike(ascii_key(word), wide=sure < DOUBTED or not is_syllable(word)):
        if other != folded and (company := _company(other, left, right)):
            best[other] = company
    if not best:
        return None
    most = max(best.values())
    first = [other for other, company in best.items() if company == most]
    first = [other for other in first if ascii_key(other) == ascii_key(word)] or first
    return _cased(_spelt()[first[0]], word) if len(first) == 1 and most >= _wanted(word, left, right, sure) else None


def _wanted(word: str, left: str | None, right: str | None, sure: float) -> int:
    """Give how many neighbours must speak for another word: both where recognition is sure, else all there are."""
    if sure < DOUBTED or not is_syllable(word) or word.isupper():
        return 1
    if sure > FIRM:
        return 2
    return (left is not None) + (right is not None)


def _company(word: str, left: str | None, right: str | None) -> int:
    """Give with how many of its neighbours a word was seen."""
    pairs = _pairs()
    return (left is not None and word in pairs.get(left, ())) + (right is not None and right in pairs.get(word, ()))


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word


def _alike(letters: str, *, wide: bool) -> Iterable[str]:
    """Give the words with the same letters, marks aside; wide: also those one of whose letters looks alike."""
    yield from _by_letters().get(letters, ())
    if wide:
        for seen, meant in _LOOK_ALIKE:
            for place, letter in enumerate(letters):
                if letter == seen:
                    yield from _by_letters().get(letters[:place] + meant + letters[place + 1 :], ())


@cache
def _heads() -> frozenset[str]:
    """Give the words with which names of agencies begin; in capitals they stand by themselves (`SỞ DÂN TỘC`)."""
    return frozenset(key(head.split()[0]) for head in agency_heads())


@cache
def _pairs() -> dict[str, frozenset[str]]:
    """Give for each word, as a key, those that were seen after it."""
    return {key(row["word"]): frozenset(map(key, row["followers"].split())) for row in rows("word_pairs")}


@cache
def _spelt() -> dict[str, str]:
    """Give for each key the word as it is spelt."""
    spelt = {key(word): word for row in rows("word_pairs") for word in row["followers"].split()}
    return spelt | {key(row["word"]): row["word"] for row in rows("word_pairs")}


@cache
def _by_letters() -> dict[str, tuple[str, ...]]:
    """Give the words, as keys, by their letters without marks."""
    found: dict[str, tuple[str, ...]] = {}
    for word in _spelt():
        letters = ascii_key(word)
        found[letters] = (*found.get(letters, ()), word)
    return found
