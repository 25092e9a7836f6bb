"""Numbers and symbols of documents (số, ký hiệu): one key for every spelling, and where codes stand in a text.

Takes `số 2437 /QĐ -TTg`, `2437/QD-TTg` or `02437–qđ/ttg`, gives `2437-qd-ttg`. Rule of the place: the key is for
comparison only, never shown; what the number of a document is, its marks, case, spaces and kind of dash do not change.
Codes are `number/year/SYMBOL` with the state (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3) and `number-TYPE/BODY` with
the Party (Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from parsers.vietnamese.unicode import bare, clean, dashes

_NUMBER_WORD = re.compile(r"^\s*so(?:[\s:.]+|$)")
_JOINT = re.compile(r"\s*&\s*")
_PART = re.compile(r"[^\W_]+(?:\.\d+)*", re.ASCII)
_ZEROS = re.compile(r"^0+(?=\d)")

_SLASH = r"\s{0,2}[/⁄∕]\s{0,2}"
_DASH = r"\s{0,2}[-‐‑‒–—−]\s{0,2}"
_LETTERS = r"[^\W\d_]+(?:\s?&\s?[^\W\d_]+)?\d{0,2}"
_CODE = re.compile(
    rf"(?<![\w/\-])(?<!\d[.,])\d{{1,5}}(?:\.\d{{1,2}})?[a-zđA-ZĐ]?"
    rf"(?:{_SLASH}(?:(?:19|20)\d\d{_SLASH})?(?={_LETTERS}(?:[-–/]|{_DASH}[A-ZĐ])|QH\d|[A-ZĐ]{{2}})"
    rf"|(?:[-‐‑‒–—−](?=[A-Za-zĐđ]{{1,8}}[/⁄∕])|{_DASH}(?=[A-ZĐ]{{2,8}}[/⁄∕])))"
    rf"{_LETTERS}(?:[-–/]{_LETTERS}|{_DASH}(?=[A-ZĐ]{{2}}){_LETTERS}){{0,4}}(?![\w])"
)


class Code(NamedTuple):
    """A code in a text: its first character, the one after its last, and its key."""

    start: int
    end: int
    key: str


@lru_cache(maxsize=65536)
def code_key(code: str) -> str:
    """Give the key of a code, its number first where it has one; the empty one where nothing of a code is in it.

    code: as printed or typed, with or without `số` before it (`02/KH-UBND` → `2-kh-ubnd`, `QĐ-UBND` → `qd-ubnd`).
    """
    letters = _NUMBER_WORD.sub("", bare(dashes(clean(code))).lower())
    return _ZEROS.sub("", "-".join(_PART.findall(_JOINT.sub("", letters))))


def codes(text: str) -> Iterator[Code]:
    """Give the codes of a text that have a number, in its order; dates and fractions are none."""
    for found in _CODE.finditer(text):
        yield Code(found.start(), found.end(), code_key(found[0]))
