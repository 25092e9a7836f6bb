"""Other spellings of the same words: old tone placement, en dashes, doubled spaces.

Takes a plan and a function from string to string, gives the plan with every printed string passed through it.
Rule of the place: what a string means (EDTF, code, relation) and the labels of sections stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")

MEANING = frozenset({
    "edtf", "doc_type", "code", "issued_on", "relation", "marker", "label", "style", "form", "shown", "family",
    "number", "symbol",
})  # fmt: skip
NEW = "òóỏõọ" + "ùúủũụ"
OLD_TONE = re.compile(rf"(?i)(?<!q)([{NEW}])([aey])(?![^\W\d_])")
PLACED = {
    plain: marked
    for row in ("òa oà óa oá ỏa oả õa oã ọa oạ", "òe oè óe oé ỏe oẻ õe oẽ ọe oẹ", "ùy uỳ úy uý ủy uỷ ũy uỹ ụy uỵ")
    for plain, marked in zip(row.split()[::2], row.split()[1::2], strict=True)
}


def respelt(value: T, spell: Callable[[str], str]) -> T:
    """Pass every printed string of a plan through `spell`."""
    done: Any = value
    if isinstance(value, str):
        done = spell(value)
    elif isinstance(value, tuple):
        done = tuple(respelt(each, spell) for each in value)
    elif is_dataclass(value) and not isinstance(value, type):
        named = (field.name for field in fields(value) if field.name not in MEANING)
        done = replace(value, **{name: respelt(getattr(value, name), spell) for name in named})
    result: T = done
    return result


def old_tones(words: str) -> str:
    """Put the tone on the last vowel of an open oa, oe, uy: `uỷ`, `hoà`."""

    def moved(found: re.Match[str]) -> str:
        pair = found.group()
        placed = PLACED.get(pair.lower(), pair)
        if pair.isupper():
            return placed.upper()
        return placed[0].upper() + placed[1] if pair[0].isupper() else placed

    return OLD_TONE.sub(moved, words)


def en_dashes(words: str) -> str:
    """Print a dash between words as an en dash."""
    return words.replace(" - ", " – ")


def loose(words: str) -> str:
    """Print two spaces before `tháng` and `năm`, as justified lines are often dumped."""
    return words.replace(" tháng ", "  tháng ")
