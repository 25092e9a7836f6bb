"""Words of doing: a form of the text for matching, and the tables of doers and verbs looked up in it.

Takes the text, gives it folded: lower case, one place for tone marks, one dash, brackets and quotations veiled by
spaces. Rule of the place: the folded text is as long as the text, so an offset means the same in both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from parsers.knowledge import rows

_OPEN_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONES = {
    old: new
    for first, second in ("oa", "oe", "uy")
    for tone in _OPEN_TONES
    for old, new in [
        (first + unicodedata.normalize("NFC", second + tone), unicodedata.normalize("NFC", first + tone) + second)
    ]
}
"""`oà` → `òa` and the like; both forms are two characters long."""
_SAME = (*_TONES.items(), *((dash, "-") for dash in "‐‑‒–—−"))
_BRACKETS = re.compile(r"\([^()\n]{0,400}\)")
_QUOTED = re.compile(r"“[^“”\n]{0,400}”|\"[^\"\n]{0,400}\"")
_WORD = re.compile(r"\w+")


class Folded(NamedTuple):
    """A text in forms of one length. value: as shown. plain: its key. key: the same, brackets and quotations veiled."""

    value: str
    plain: str
    key: str


class Word(NamedTuple):
    """An entry of a table: its key, its kind, what may not stand after and before it, whether names hold it."""

    key: str
    kind: str
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    in_names: bool = False


Lexicon = dict[str, tuple[Word, ...]]
"""Entries by their first word, the longest first."""


def fold(value: str) -> str:
    """Give the key of a string, as long as the string."""
    low = value.lower()
    if len(low) != len(value):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in value)
    for old, new in _SAME:
        low = low.replace(old, new)
    return low


@lru_cache(maxsize=2)
def folded(value: str) -> Folded:
    """Give a text in its forms; what stands in brackets or quotation marks is veiled in the key."""
    plain = fold(value)
    return Folded(value, plain, _veil(_QUOTED, _veil(_BRACKETS, _veil(_BRACKETS, plain))))


def _veil(pattern: re.Pattern[str], key: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), key)


def at(lexicon: Lexicon, key: str, position: int) -> Word | None:
    """Give the longest entry that stands at a position, if what follows does not forbid it."""
    first = _WORD.match(key, position)
    for word in lexicon.get(first[0], ()) if first else ():
        end = position + len(word.key)
        if key.startswith(word.key, position) and not key[end : end + 1].isalnum() and not _forbidden(word, key, end):
            return word
    return None


def _forbidden(word: Word, key: str, end: int) -> bool:
    return any(key.startswith(after, end + (after[0] != ",")) for after in word.not_before)


@cache
def doers() -> Lexicon:
    """Give the words with which the name of a doer begins."""
    return _lexicon(Word(fold(row["word"]), row["kind"], not_before=_list(row["not_before"])) for row in rows("doers"))


@cache
def cues() -> Lexicon:
    """Give the words with which what is to be done begins, or which end a name."""
    return _lexicon(
        Word(
            fold(row["verb"]), row["kind"], _list(row["not_before"]), _list(row["not_after"]), row["in_names"] == "yes"
        )
        for row in rows("task_verbs")
        if row["kind"] not in TRIGGERS
    )


TRIGGERS = ("request", "order", "assign")
"""Kinds of words that hand a task to the body after them; each is a mode."""


@cache
def triggers() -> Lexicon:
    """Give the words that hand a task to the body after them."""
    return _lexicon(Word(fold(row["verb"]), row["kind"]) for row in rows("task_verbs") if row["kind"] in TRIGGERS)


@cache
def cue(name: str) -> str:
    """Give the cue words of one kind as a pattern for folded text: any of them, the longest first, whole words only."""
    words = sorted((fold(row["words"]) for row in rows("task_cues") if row["cue"] == name), key=len, reverse=True)
    if not words:
        raise KeyError(name)
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)"


def _list(cell: str) -> tuple[str, ...]:
    return tuple(map(fold, filter(None, cell.split("|"))))


def _lexicon(words: Iterable[Word]) -> Lexicon:
    found: dict[str, list[Word]] = {}
    for word in words:
        first = _WORD.match(word.key)
        if first:
            found.setdefault(first[0], []).append(word)
    return {first: tuple(sorted(group, key=lambda w: -len(w.key))) for first, group in found.items()}
