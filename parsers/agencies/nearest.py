"""The nearest names of the table, for names with a slip of the pen and for the user who looks one up.

Takes a name, gives rows or names. A name is taken for another only when one or two letters differ and its first
word agrees: `Bộ Y tế` and `Sở Y tế` are near, and not the same.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from parsers.agencies.folding import skeleton
from parsers.agencies.tables import Row, names

_SHORTEST, _TWO_SLIPS = 10, 16
_ALIKE = 55


@cache
def _by_first() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in names().words:
        if len(name) >= _SHORTEST - 1:
            found[name.split(" ", 1)[0]].append(name)
    return found


def nearest(words: str) -> tuple[Row, ...]:
    """Give the rows of the one name whose skeleton differs by a letter, by two where it is long; else none."""
    others = _by_first().get(words.split(" ", 1)[0])
    if not others or len(words) < _SHORTEST:
        return ()
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    slips = 2 if len(words) >= _TWO_SLIPS else 1
    found = process.extract(words, others, scorer=Levenshtein.distance, score_cutoff=slips, limit=2)
    best = [name for name, distance, _ in found if distance == found[0][1]]
    return names().words[best[0]] if len(best) == 1 else ()


def nearest_names(name: str, count: int = 5) -> tuple[str, ...]:
    """Give the names of the table most like a printed one, as the table writes them without a place."""
    from rapidfuzz import fuzz, process

    shown = {words: rows[0].name for words, rows in names().words.items()}
    found = process.extract(skeleton(name), list(shown), scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=20)
    return tuple(dict.fromkeys(_plain(shown[words]) for words, _, _ in found))[:count]


def _plain(name: str) -> str:
    bare = name.replace("{Kind}", "Tỉnh").replace("{kind}", "tỉnh")
    return " ".join(bare.replace("{place}", "").replace("{name}", "").split())
