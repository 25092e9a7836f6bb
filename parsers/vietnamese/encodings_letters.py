"""The letters of old encodings: takes text read as Latin letters, gives the Vietnamese it stands for.

Rule of the place: tables only. Whether a text is in an encoding at all is for others to judge; a character that
the encoding has no letter for stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import Literal

from parsers.knowledge import rows

Encoding = Literal["tcvn3", "vni", "viscii", "cp1258", "mojibake"]
"""`mojibake` is UTF-8 that was read as Windows-1252."""

_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
"""What Windows-1252 shows for the codes that Latin-1 has no letters for; its holes stay control characters."""
_CODES = {letter: code for code, letter in _WINDOWS.items()}

SUSPECT = re.compile(
    "[\x02\x05\x06\x14\x19\x1e\x80-\x9f\u00a1-\u00bf×÷ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ\u00ad€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]"
)
"""Characters that Unicode Vietnamese seldom has and text in an old encoding always has."""

_UTF8 = re.compile("[\xc2-\xf4][\x80-\xbf]{1,3}")
_LOST_SPACE = re.compile("\xc3 ")
"""`à` in UTF-8 ends in a no-break space, which many programs turn into a plain one."""


def converted(text: str, encoding: Encoding) -> str:
    """Give text as the encoding reads it."""
    return text if text.isascii() and encoding != "viscii" else _CONVERTERS[encoding](text)


def windows(data: bytes) -> str:
    """Read bytes as Windows-1252; its holes become control characters, so that nothing is lost."""
    return _shown(data.decode("latin-1"))


def letters(encoding: Encoding) -> Mapping[str, str]:
    """Give the letters of an encoding by how they are written in it, as Latin-1 characters."""
    return _letters()[encoding]


@cache
def _letters() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in rows("legacy_letters"):
        written = bytes.fromhex(row["codes"]).decode("latin-1")
        found.setdefault(row["encoding"], {})[written] = row["letter"]
    return found


@cache
def _tcvn3_table() -> dict[int, str]:
    return str.maketrans(dict(letters("tcvn3")))


@cache
def _viscii_table() -> dict[int, str]:
    """By Latin-1 and by Windows-1252, since a reader may have taken either."""
    table = dict(letters("viscii"))
    return str.maketrans(table | {_WINDOWS[ord(c)]: letter for c, letter in table.items() if ord(c) in _WINDOWS})


@cache
def _vni_pairs() -> tuple[re.Pattern[str], dict[str, str]]:
    """Give pattern and letters of VNI; a mark may stand in the other case than its letter."""
    table = dict(letters("vni"))
    for written, letter in letters("vni").items():
        if len(written) == 2:
            table[written[0] + written[1].swapcase()] = letter
    pairs = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, pairs))), table


def _tcvn3(text: str) -> str:
    return text.translate(_tcvn3_table())


def _vni(text: str) -> str:
    pattern, table = _vni_pairs()
    return pattern.sub(lambda found: table[found[0]], text)


def _viscii(text: str) -> str:
    return text.translate(_viscii_table())


def _cp1258(text: str) -> str:
    """Read each character's code in the code page; its marks stand after their letters."""
    read = (bytes([code]).decode("cp1258", "ignore") or c if (code := _code(c)) is not None else c for c in text)
    return unicodedata.normalize("NFC", "".join(read))


def _mojibake(text: str) -> str:
    codes = _LOST_SPACE.sub("\xc3\xa0", text).replace("Ä\ufffd", "Đ")
    codes = "".join(c if (code := _code(c)) is None else chr(code) for c in codes)
    # a code that is no part of UTF-8 is shown again as it was
    read, last = [], 0
    for found in _UTF8.finditer(codes):
        read += [_shown(codes[last : found.start()]), _utf8(found[0])]
        last = found.end()
    return "".join([*read, _shown(codes[last:])])


def _utf8(codes: str) -> str:
    return codes.encode("latin-1").decode("utf-8", "ignore") or _shown(codes)


def _shown(codes: str) -> str:
    return "".join(_WINDOWS.get(ord(c), c) for c in codes)


def _code(character: str) -> int | None:
    """Give the code of a character of Windows-1252 or Latin-1, None for others."""
    return _CODES.get(character, ord(character) if ord(character) < 0x100 else None)


_CONVERTERS: Mapping[str, Callable[[str], str]] = {
    "tcvn3": _tcvn3, "vni": _vni, "viscii": _viscii, "cp1258": _cp1258, "mojibake": _mojibake,
}  # fmt: skip
