"""Lines in capitals that are known as a whole: posts, types, mottos, titles of parts.

Takes the words of a line, gives what they must be where recognition of a few letters failed under a stamp or in bold:
`GLIÁM ĐỐC` is `GIÁM ĐỐC`. A line is taken for a known one if nearly all its letters, marks aside, are the same and no
other known one is as near.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.knowledge import doc_types, rows
from parsers.vietnamese.unicode import ascii_key, is_caps, key

ALIKE, SHORT_ALIKE = 86.0, 93.0
"""Least likeness in per cent, and that of a line too short to bear more than a wrong mark."""

SHORTEST, SHORT, LONGEST = 6, 12, 60
"""Letters of a line that is looked up, and below which it is short."""

MOTTOS = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "CHÍNH PHỦ",
    "THỦ TƯỚNG CHÍNH PHỦ",
    "ỦY BAN NHÂN DÂN",
    "TM. ỦY BAN NHÂN DÂN",
)
"""Other lines of letterheads and closings."""

_AROUND = re.compile(r"^(?P<before>[\W_]*(?:[A-ZĐ/]{1,3}\.\s?)?)(?P<line>.*?)(?P<after>\s*:)?(?:[^\w:]|_)*$")


def known(text: str) -> str | None:
    """Give the known line that a line in capitals stands for, None if it is one already or none is near.

    An authority before it (`KT.`) and a colon after it stay.
    """
    from rapidfuzz import fuzz, process

    found = _AROUND.match(text)
    if found is None or not is_caps(text) or any(map(str.isdigit, text)):
        return None
    folded = ascii_key(found["line"])
    if not SHORTEST <= len(folded) <= LONGEST or key(found["line"]) in _keys():
        return None
    cutoff = ALIKE if len(folded) >= SHORT else SHORT_ALIKE
    nearest = process.extract(folded, _spelt(), scorer=fuzz.ratio, score_cutoff=cutoff, limit=2)
    if not nearest or (len(nearest) > 1 and nearest[1][1] > nearest[0][1] - 2 and nearest[1][0] != nearest[0][0]):
        return None
    before = found["before"].lstrip(" _~-'\"”“.,:;*")
    return before + nearest[0][2] + (found["after"] or "")


@cache
def _keys() -> frozenset[str]:
    return frozenset(map(key, _spelt()))


@cache
def _spelt() -> dict[str, str]:
    """Give for each known line in capitals its letters without marks."""
    posts = [row["post"].upper() for row in rows("posts")]
    types = [kind.name.upper() for kind in doc_types() if kind.heads]
    titles = [row["title"].upper() for row in rows("section_roles") if " " in row["title"]]
    return {line: ascii_key(line) for line in [*posts, *types, *titles, *MOTTOS]}
