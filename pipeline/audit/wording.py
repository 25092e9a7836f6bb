"""Wording: one form for what offices say in several ways, so that a reworded passage is known again.

Takes text, gives it with the words of the table `audit_synonyms` in their standard form and figures without leading
zeros. Rule of the place: both sides of a comparison go through it; nothing that it gives is shown.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.knowledge import rows

_ZEROS = re.compile(r"(?<![\d/.,])0+(?=[1-9])")
_SYLLABLE = re.compile(r"[^\W_]+")


def even(text: str) -> str:
    """Give a text in standard words, lower case: `Củng cố 02 tủ sách ở trụ sở` → `kiện toàn 2 tủ sách tại trụ sở`."""
    pattern, standard = _table()
    words = " ".join(text.lower().split())
    return _ZEROS.sub("", pattern.sub(lambda found: standard[found[0]], words))


def run(one: str, other: str) -> int:
    """Give the number of syllables in the longest stretch that two texts share."""
    mine, theirs = _SYLLABLE.findall(even(one)), _SYLLABLE.findall(even(other))
    best = 0
    before = [0] * (len(theirs) + 1)
    for word in mine:
        now = [0] * (len(theirs) + 1)
        for at, same in enumerate(theirs, 1):
            if word == same:
                now[at] = before[at - 1] + 1
        best = max(best, *now)
        before = now
    return best


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    standard = {row["words"]: row["standard"] for row in rows("audit_synonyms")}
    longest = sorted(standard, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)"), standard
