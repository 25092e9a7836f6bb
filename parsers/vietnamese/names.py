"""Names of persons: 2-6 syllables, each with a capital, family name first.

Takes a string, says whether it can be the name of one person. In capitals it must begin with a known family
name, because posts and agencies are printed in capitals too.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.knowledge import rows
from parsers.vietnamese.unicode import LOWER, UPPER, key

_SYLLABLE = rf"(?:[{UPPER}](?:[’'][{UPPER}{LOWER}])?[{LOWER}]{{0,6}}|[{UPPER}]\.)"
NAME = re.compile(rf"{_SYLLABLE}(?:\s*[-–]\s*{_SYLLABLE}|\s+{_SYLLABLE}){{1,5}}")
_CAPS_NAME = re.compile(rf"[{UPPER}]{{1,7}}(?:\s+[{UPPER}]{{1,7}}){{1,4}}")


def is_name(words: str) -> bool:
    """Say whether words can be the name of one person, without rank or title."""
    if NAME.fullmatch(words):
        return True
    return _CAPS_NAME.fullmatch(words) is not None and is_family(words.split()[0])


def is_family(word: str) -> bool:
    """Say whether a word is a known family name (họ)."""
    return key(word) in _families()


@cache
def families() -> tuple[str, ...]:
    """Give the family names that are known, as they are spelt."""
    return tuple(row["name"] for row in rows("family_names"))


@cache
def _families() -> frozenset[str]:
    return frozenset(map(key, families()))
