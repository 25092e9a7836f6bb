"""One form for text that is shown, another for text that is compared.

`clean` gives the text shown: NFC, look-alikes and odd spaces replaced, nothing else changed.
`key` gives a string for comparison only: lower case, tone marks in one place, one dash, one space.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_VOWELS = "aăâeêioôơuưy"
LOWER = (
    "".join(unicodedata.normalize("NFC", v + t) for v in _VOWELS for t in ("", *"\u0300\u0301\u0303\u0309\u0323"))
    + "đbcdfghjklmnpqrstvwxz"
)
"""Every small letter of Vietnamese, for character classes; ranges such as `à-ỹ` hold capitals too."""

ITEM_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of items in lists, in their order (ă, â, ê, ô, ơ, ư are not used)."""
UPPER = LOWER.upper()
"""Every capital letter of Vietnamese."""

_SHOWN = str.maketrans({
    "Ð": "Đ",  # U+00D0 Eth, from pre-Unicode fonts
    "Ɖ": "Đ",  # U+0189 African D
    "\u00a0": " ", "\u2009": " ", "\u2007": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\u3000": " ",
    "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None, "\u00ad": None,
    "\t": " ",
})  # fmt: skip
_SHOWN_NEEDED = re.compile("[ÐƉ\u00a0\u2009\u2007\u202f\u2002\u2003\u3000\u200b-\u200d\u2060\ufeff\u00ad\t]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = re.compile(f"[{_TONES}]")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def clean(text: str) -> str:
    """Give the form that is shown: NFC, one kind of space, no invisible characters, Ð as Đ."""
    if text.isascii() and "\t" not in text:
        return text
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.translate(_SHOWN) if _SHOWN_NEEDED.search(text) else text


_BARE = str.maketrans({
    letter: base
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
    if (base := unicodedata.normalize("NFD", letter)[0].translate({0x111: "d", 0x110: "D"})).isascii()
})  # fmt: skip


def bare(text: str) -> str:
    """Write every letter without its marks and đ as d; length and case do not change (`QUYÉT ĐỊNH` → `QUYET DINH`)."""
    return text if text.isascii() else text.translate(_BARE)


def dashes(text: str) -> str:
    """Write every dash as `-`; the length does not change."""
    return text if text.isascii() else text.translate(_DASHES)


def _tone_last(word: re.Match[str]) -> str:
    marks = _TONE.findall(word[0])
    return _TONE.sub("", word[0]) + "".join(marks) if marks else word[0]


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Give a key in which `UỶ BAN` equals `Ủy ban`: lower case, tone at the word's end, one dash, one space."""
    text = " ".join(dashes(text).lower().split())
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", re.sub(r"(?:[^\W\d_]|[\u0300-\u036f])+", _tone_last, decomposed))


def ascii_key(text: str) -> str:
    """Give `key` with all marks removed and đ as d, for slugs and for text whose accents were lost."""
    decomposed = unicodedata.normalize("NFD", key(text).replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def ascii_initial(word: str) -> str:
    """Give a word's first letter without marks but with its bar: `Ủ` → `U`, `Đ` → `Đ`."""
    return unicodedata.normalize("NFD", word[:1])[:1]


def is_caps(words: str) -> bool:
    """Say whether words are set in capitals (a few small letters, as in `TTg`, do not count)."""
    if words.isupper():
        return sum(map(str.isalpha, words[:40])) > 1
    if sum(map(str.islower, words[:16])) > 5:
        return False
    letters = [c for c in words[:200] if c.isalpha()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)
