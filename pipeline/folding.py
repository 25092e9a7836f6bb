"""What does not count when two strings are compared (published with the gold: GUIDELINES.md, "score.py").

Takes a string, gives its key: letter case, kind of dash, position of the tone mark, quotes, spacing and surrounding
punctuation are gone. Only for comparison, never shown. The rules are the published ones to the letter, so that figures
agree: the tone mark goes behind all that is written together with its word, so that punctuation after a word with a
tone stays, and so does `của`, which no longer reads so once folded.
"""

from __future__ import annotations

import functools
import re
import unicodedata

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""Huyền, sắc, ngã, hỏi, nặng as combining marks."""

_DASHES = re.compile("[‐‑‒–—−]")
_QUOTES = re.compile("[“”„\"'‘’*]")
_SPACED = re.compile(r"\s*([-/,;:().])\s*")
_EDGES = " .,;:-/"
_ISSUER = re.compile(r" (của|do) .*$")


@functools.lru_cache(maxsize=65536)
def fold(text: str | None) -> str:
    """Give the key of a string, the empty one for None."""
    if not text:
        return ""
    loose = unicodedata.normalize("NFD", text.casefold())
    joined = unicodedata.normalize("NFC", " ".join(map(_tone_last, loose.split())))
    plain = _QUOTES.sub("", _DASHES.sub("-", joined))
    return _SPACED.sub(r"\1", plain).strip(_EDGES)


def named_key(raw: str) -> str:
    """Give the key of a law or congress resolution without a code: its name, an issuer after `do` left out."""
    return _ISSUER.sub("", fold(raw))


def _tone_last(word: str) -> str:
    tones = "".join(mark for mark in word if mark in TONES)
    return "".join(mark for mark in word if mark not in TONES) + tones
