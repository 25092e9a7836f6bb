"""Characters of symbol fonts: takes what Symbol, Wingdings or a bullet of Courier New hold, gives plain text.

Rule of the place: a glyph that marks a list item is `-`, one that means something on the page (`≥`, `→`) is
kept as its Unicode character, any other is dropped.
"""

from __future__ import annotations

import re

SYMBOL_FONTS = frozenset({"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett"})
"""Fonts whose letters do not look like their codes."""

_SYMBOL = {
    0x2D: "-", 0xB7: "-", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB0: "°",
    0xAE: "→", 0xDE: "⇒", 0x2B: "+", 0x2A: "*", 0x3D: "=", 0x3C: "<", 0x3E: ">", 0x25: "%", 0x2F: "/", 0xA2: "′",
    0x61: "α", 0x62: "β", 0x44: "Δ", 0x53: "Σ", 0x6D: "μ", 0x70: "π", 0xC6: "Ø", 0x66: "φ",
}  # fmt: skip
_WINGDINGS = {
    0xE0: "→", 0xE8: "→", 0xF0: "⇒", 0xDF: "←", 0xA8: "☐", 0xFE: "☑", 0xFD: "☒", 0x6F: "☐",
} | dict.fromkeys(
    (0x2D, 0x6C, 0x6D, 0x6E, 0x71, 0x75, 0x76, 0x77, 0x9E, 0x9F, 0xA7, 0xB2, 0xB7, 0xD8, 0xFB, 0xFC), "-"
)  # fmt: skip
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CODE = re.compile("[0-9A-Fa-f]{1,4}")
_BULLETS = {"o": "-", "\u00a7": "-", "\u00b7": "-"}
"""Bullets that stand for a dash though their font is an ordinary one: the ring of Courier New, its kin."""


def glyph(code: str, font: str) -> str:
    """Give the text of `w:sym`: a hexadecimal code, with or without the private area's F000, in a font."""
    return _glyph(int(code, 16), font) if _CODE.fullmatch(code) else ""


def plain(text: str, font: str = "") -> str:
    """Give text with characters of the private area replaced or dropped."""
    return _PRIVATE.sub(lambda found: _glyph(ord(found[0]), font), text)


def is_private(text: str) -> bool:
    """Say whether text has characters of the private area."""
    return _PRIVATE.search(text) is not None


def bullet(text: str, symbolic: bool) -> str:
    """Give a bullet as it is shown; symbolic says that its font is one of SYMBOL_FONTS."""
    if _PRIVATE.search(text) or (symbolic and text.strip("+-* ")):
        return "-"
    return _BULLETS.get(text.strip(), text)


def _glyph(code: int, font: str) -> str:
    table = _WINGDINGS if font.lower().startswith(("wingdings", "webdings")) else _SYMBOL
    if code < 0x100 or 0xF000 <= code < 0xF100:
        return table.get(code & 0xFF, "")
    return "" if 0xD800 <= code < 0xF900 else chr(code)
