"""Likeness: how far two texts say the same, by the words that tell something.

Takes texts, gives their weighed words, and numbers from 0 to 1 for two of them. Words are folded syllables, the
compounds they make and pairs of neighbours, so that marks, case and spelling do not count and order counts a little.
Rule of the place: a word weighs what the table of weights says, little where every plan has it (`tổ chức thực hiện`);
a number weighs little too, because figures and years change where the matter stays.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain, pairwise
from math import fsum

from parsers.knowledge import rows
from pipeline.archive.terms import JOINT, both_forms, forms, words

Words = dict[str, float]
"""Word → weight, of a text; a pair of neighbours is two folded syllables with a space between."""

UNKNOWN, FIGURE, PAIR = 1.0, 0.15, 0.5
"""Weight of a word that is not in the table; of a number; of a pair, as a share of what its two words weigh."""

LEAST = 0.02
"""Weight of a word that stands in every document: not nothing, so that texts of such words alone can be compared."""

AGAIN = 0.25
"""What each further use of a word adds, as a share of its weight."""


def terms(text: str) -> tuple[list[str], list[str]]:
    """Give the folded syllables of a text, and its folded compounds, each in their order."""
    exact, folded = both_forms(text)
    return folded, [_folded(word) for word in words(exact)]


def weighed(text: str) -> Words:
    """Give the words of a text with their weights; one that stands several times weighs a little more."""
    syllables, compounds = terms(text)
    weights = _weights()
    found: Words = {}
    for word in chain(syllables, compounds):
        weight = weights.get(word)
        if weight is None:
            weight = FIGURE if any(map(str.isdigit, word)) else UNKNOWN
        found[word] = found[word] + AGAIN * weight if word in found else weight
    for one, other in pairwise(syllables):
        pair = f"{one} {other}"
        if pair not in found:
            found[pair] = PAIR * min(found[one], found[other], UNKNOWN)
    return found


def likeness(one: Words, other: Words) -> float:
    """Give how like two texts are, 0 to 1, the same both ways: twice what they share as a part of what both weigh."""
    total = fsum(chain(one.values(), other.values()))
    return 2 * _shared(one, other) / total if total else 0.0


def covered(part: Words, whole: Words) -> float:
    """Give the share of a part's weight, 0 to 1, that stands in a whole, however much else stands there."""
    total = fsum(part.values())
    return _shared(part, whole) / total if total else 0.0


def _shared(one: Words, other: Words) -> float:
    if len(one) > len(other):
        one, other = other, one
    return fsum(min(one[word], other[word]) for word in one.keys() & other.keys())


@lru_cache(maxsize=16384)
def _folded(compound: str) -> str:
    return JOINT.join(forms(syllable)[1] for syllable in compound.split(JOINT))


@cache
def _weights() -> dict[str, float]:
    return {row["word"]: max(LEAST, float(row["weight"])) for row in rows("word_weights")}
