"""Is this readable Vietnamese? Judged by its letters, before anything is read from it.

Takes a text, gives what is wrong with it or None. A broken character map shows as letters that Vietnamese
does not have; another language, or Vietnamese read without its accents, shows as too few accented words.
"""

from __future__ import annotations

import re

from models import Cause
from parsers.vietnamese.syllables import is_syllable
from parsers.vietnamese.unicode import LOWER, UPPER

ENOUGH = 120
"""Fewest letters on which a text is judged."""

MOST_FOREIGN = 0.04
"""Largest share of letters from outside the Vietnamese alphabet."""

LEAST_ACCENTED = 0.12
"""Smallest share of words with an accented letter; real documents have about 0.7."""

LEAST_SYLLABLES = 0.75
"""Smallest share of words that are syllables; good layers have 0.97 and more, broken ones 0.45 and less."""

_LETTER = re.compile(r"[^\W\d_]")
_OWN = re.compile(f"[{LOWER}{UPPER}]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ACCENTED = re.compile(r"[^\W\d_]*[^\x00-\x7f\W\d_][^\W\d_]*")
_RUNNING = re.compile(r"(?<![\w/.\-@])[^\W\d_]+(?![\w/@])")
ABBREVIATION = 6
"""Longest word in capitals that may be letters of a name; it is not judged as a syllable."""


def syllable_share(text: str) -> tuple[float, int]:
    """Give the share of a text's words that are syllables of Vietnamese, and the number of words judged."""
    words = [word for word in _RUNNING.findall(text) if len(word) > ABBREVIATION or not word.isupper()]
    return (sum(map(is_syllable, words)) / len(words) if words else 0.0), len(words)


def has_foreign_letters(text: str) -> bool:
    """Say whether letters that Vietnamese does not have are more than a quotation explains."""
    letters = len(_LETTER.findall(text))
    return letters > 0 and 1 - len(_OWN.findall(text)) / letters > MOST_FOREIGN


def fault(text: str) -> Cause | None:
    """Judge the first part of a text: GARBLED, NOT_VIETNAMESE, or None where it is fine or too short to tell."""
    sample = text[:6000]
    letters = len(_LETTER.findall(sample))
    if letters < ENOUGH:
        return None
    if 1 - len(_OWN.findall(sample)) / letters > MOST_FOREIGN:
        return Cause.GARBLED
    words = _WORD.findall(sample)
    accented = sum(_ACCENTED.fullmatch(word) is not None for word in words)
    return Cause.NOT_VIETNAMESE if accented < LEAST_ACCENTED * len(words) else None
