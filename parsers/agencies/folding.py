"""A printed name as tokens that can be compared: abbreviations spelt out, joiners set aside.

Takes a name as printed, gives its tokens in the form of `unicode.key` beside the words as shown. `và`, commas and
dashes make no token, because they are the first thing writers change in a name (`Lao động, Thương binh và Xã
hội`); they are kept as gaps, so that a list is not read as one name and the name can be shown.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from parsers.knowledge import rows
from parsers.vietnamese.unicode import clean, is_caps, key

PIECE = re.compile(r"[^\s,;:()“”\"./\[\]\-‐‑‒–—−]+|[,;\-‐‑‒–—−]")
_GAPS = {
    ",": ", ",
    ";": "; ",
    "&": " và ",
    key("và"): " và ",
    key("của"): " của ",
    **dict.fromkeys("-‐‑‒–—−", " - "),
}
_LISTING = frozenset((", ", "; ", " và "))
_LONGEST = 3


class Folded(NamedTuple):
    """A name as tokens.

    tokens: as keys. words: the same as shown. gaps: what stands before each (`", "`, `" và "`, `" - "` or a space).
    abbreviated: whether an abbreviation was spelt out.
    """

    tokens: tuple[str, ...]
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    abbreviated: bool = False

    def since(self, start: int) -> Folded:
        """Give the tokens from one on."""
        return Folded(self.tokens[start:], self.words[start:], self.gaps[start:], self.abbreviated)

    def until(self, stop: int) -> Folded:
        """Give the tokens before one."""
        return Folded(self.tokens[:stop], self.words[:stop], self.gaps[:stop], self.abbreviated)

    def before(self, rest: Folded) -> Folded:
        """Give these tokens with others after them."""
        gaps = (*self.gaps, " ", *rest.gaps[1:]) if rest.tokens else self.gaps
        return Folded(self.tokens + rest.tokens, self.words + rest.words, gaps, rest.abbreviated)

    def listed(self, position: int) -> bool:
        """Say whether a comma or `và` stands before a token."""
        return self.gaps[position] in _LISTING

    @property
    def joints(self) -> int:
        """Count the commas, `và` and dashes between the words."""
        return sum(gap != " " for gap in self.gaps[1:])

    @property
    def skeleton(self) -> str:
        """Give the tokens as one string."""
        return " ".join(self.tokens)

    @property
    def shown(self) -> str:
        """Give the words as one string, with what stands between them."""
        return "".join(gap + word for gap, word in zip(("", *self.gaps[1:]), self.words, strict=False))


@cache
def _abbreviations() -> dict[tuple[str, ...], tuple[tuple[str, ...], str]]:
    """Give the words of each abbreviation, by its own words, and where it is read so."""
    found = {}
    for row in rows("abbreviations"):
        long = tuple(PIECE.findall(row["expansion"]))
        found[tuple(PIECE.findall(row["abbreviation"]))] = (long, row["where"])
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _abbreviations())


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    return key(word.replace("&", ""))


def skeleton(name: str) -> str:
    """Give the tokens of a name as one string, the form in which names are looked up."""
    return fold(name).skeleton


def fold(name: str) -> Folded:
    """Fold a name as printed."""
    pieces = PIECE.findall(clean(name))
    tokens: list[str] = []
    words: list[str] = []
    gaps: list[str] = []
    gap, abbreviated = " ", False
    position, total = 0, len(pieces)
    while position < total:
        piece = pieces[position]
        taken = spelt_out(pieces, position, name) if piece in _first_words() else None
        long, step = taken or ((piece,), 1)
        abbreviated = abbreviated or taken is not None
        position += step
        for word in long:
            token = _key(word)
            if token in _GAPS or not token:
                gap = gap if gap in _LISTING else _GAPS.get(token or word, " ")
                continue
            tokens.append(token)
            words.append(word)
            gaps.append(gap)
            gap = " "
    return Folded(tuple(tokens), tuple(words), tuple(gaps), abbreviated)


def spelt_out(pieces: list[str], position: int, name: str) -> tuple[tuple[str, ...], int] | None:
    """Give the words that the abbreviation at a piece stands for, and how many pieces it takes; else None."""
    for length in range(min(_LONGEST, len(pieces) - position), 0, -1):
        found = _abbreviations().get(tuple(pieces[position : position + length]))
        if found is None:
            continue
        long, where = found
        if where == "alone" and len(pieces) > length:
            continue
        if where == "mixed" and is_caps(name):
            continue
        return long, length
    return None
