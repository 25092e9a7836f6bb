"""Markers: the number, letter or bullet that opens a section.

Takes the start of a paragraph, gives every reading of its marker; the tree picks the one that continues what
came before (`I.` may be one or the letter after H).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from models import SectionKind
from parsers.vietnamese.unicode import ITEM_LETTERS

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ORDINALS = {
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_BETWEEN = {"f": "e", "j": "i", "w": "v", "z": "y"}
"""Letters outside the Vietnamese alphabet, each with the one it follows."""

RANK: dict[SectionKind, int] = {
    "attachment": 0, "appendix": 0, "part": 1, "upper": 2, "chapter": 2, "roman": 3, "division": 3,
    "article": 4, "arabic": 5, "decimal": 6, "letter": 7, "parenthesis": 8, "bullet": 9,
}  # fmt: skip
"""How deep a kind stands where several meet for the first time (SPEC of the decree's muc luc: phần … gạch)."""


class Marker(NamedTuple):
    """One reading of a marker.

    style: what sets its list apart from others of the same kind (`1.` from `1)`, `-` from `+`).
    value: its place in the order; bullets have none.
    end: where the words begin, from the start of the paragraph.
    """

    kind: SectionKind
    style: str
    label: str
    value: int | None
    printed: str
    end: int


_PATTERNS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    ("part", re.compile(r"(?P<word>Phần|PHẦN)\s+(?P<n>(?:thứ|THỨ)\s+[^\W\d]+|[IVX]+|\d+)\s*[.:–-]?\s*")),
    ("chapter", re.compile(r"(?P<word>Chương|CHƯƠNG)\s+(?P<n>[IVXLC]+|\d+)\s*[.:–-]?\s*")),
    ("division", re.compile(r"(?P<word>Mục|MỤC|Tiểu mục)\s+(?P<n>[IVX]+|\d+)\s*(?:[.:–-]\s*|$)")),
    ("article", re.compile(r"(?P<word>Điều|ĐIỀU)\s+(?P<n>\d+[a-zđ]?)\s*(?:[.:](?!\d)\s*|$)")),
    (
        "roman",
        re.compile(
            r"(?P<n>[IVXLC]{1,7})\s?(?P<dot>[./]|\)(?=\s+[A-ZĐÀ-Ỵ]{2,})|\s?[-–](?=\s|[^\W\d_]))\s*(?=\S)|(?P<m>[IVX]{1,5})\s+(?=[A-ZĐÀ-Ỵ]{2,})"
        ),
    ),
    (
        "upper",
        re.compile(r"(?P<n>[A-IĐ])\s?(?P<dot>[./)]|[-–](?=\s))\s*(?=\S)|(?:PHẦN|Phần)\s+(?P<m>[A-E])\s*[.:–-]?\s*"),
    ),
    (
        "decimal",
        re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})\s?(?P<dot>[.)/]|[-–](?=\s)|(?=\s))\s*(?=[^\W\d]|[“\"(])"),
    ),
    ("arabic", re.compile(r"(?P<n>\d{1,2})\s?(?P<dot>[.)/]|[-–](?=\s))(?:\s*(?=[^\W\d]|[“\"(]|$)|\s+(?=\d))")),
    ("letter", re.compile(r"(?P<n>[a-zđ])\s?(?P<dot>[)./])\s*(?=[^\W\d]|[“\"(\d-])")),
    ("parenthesis", re.compile(r"\((?P<n>\d{1,2}|[a-zđ]|[ivx]{1,4})\)(?P<dot>\.?)\s*(?=\S)")),
    ("bullet", re.compile(r"(?P<n>[-–—+*•·])\s?(?=\S)")),
)


def roman(numeral: str) -> int | None:
    """Give the value of a well-formed Roman numeral, None for others."""
    total = 0
    for letter, after in zip(numeral, [*numeral[1:], "I"], strict=True):
        value = _ROMAN[letter]
        total += -value if value < _ROMAN[after] and letter != numeral[-1:] else value
    return total if _to_roman(total) == numeral else None


def _to_roman(value: int) -> str:
    out = ""
    for size, sign in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while value >= size:
            out, value = out + sign, value - size
    return out


def read(words: str) -> list[Marker]:
    """Give every reading of the marker at the start of a paragraph, the likeliest first."""
    found = []
    for kind, pattern in _PATTERNS:
        match = pattern.match(words)
        if match is not None and (marker := _marker(kind, match)) is not None:
            found.append(marker)
    return found


def _marker(kind: SectionKind, match: re.Match[str]) -> Marker | None:
    groups = match.groupdict()
    n = (groups.get("n") or groups.get("m") or "").strip()
    printed = match[0].strip()
    dot = (groups.get("dot") or "").strip().replace("–", "-")
    if kind == "bullet":
        sign = "-" if n in "-–—" else "*" if n in "*•·" else n
        return Marker(kind, sign, "-", None, printed, match.end())
    value = _value(kind, n)
    if value is None:
        return None
    label = n if "word" not in groups else f"{groups['word'].capitalize()} {n}"
    style = dot if kind in ("arabic", "letter") else f"{n.count('.')}" if kind == "decimal" else ""
    if kind == "parenthesis":
        style = "1" if n.isdigit() else "i" if set(n) <= set("ivx") else "a"
        value = int(n) if n.isdigit() else (roman(n.upper()) if style == "i" else _letter(n))
    return Marker(kind, style, label, value, printed, match.end())


def _value(kind: SectionKind, n: str) -> int | None:
    if kind == "roman":
        return roman(n)
    if kind == "upper":
        return _letter(n.lower())
    if kind in ("letter", "parenthesis"):
        return _letter(n) if len(n) == 1 and not n.isdigit() else 0
    if kind == "decimal":
        return int(n.rsplit(".", 1)[1])
    digits = re.match(r"\d+", n)
    if digits:
        return int(digits[0])
    return _ORDINALS.get(n.split()[-1].lower()) if " " in n else roman(n)


def _letter(n: str) -> int:
    return ITEM_LETTERS.index(_BETWEEN.get(n, n)) + 1


def follows(marker: Marker, last: Marker) -> bool:
    """Say whether a marker is the next one of the list in which `last` stands."""
    if marker.value is None or last.value is None:
        return marker.style == last.style
    if marker.kind == "decimal" and marker.label.rsplit(".", 1)[0] != last.label.rsplit(".", 1)[0]:
        return False
    if marker.kind in ("letter", "upper") and marker.label in "fjwzF":
        return marker.value == last.value
    return marker.value == last.value + 1
