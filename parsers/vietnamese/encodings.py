"""Old encodings: text written for the fonts of before Unicode, read as if it were Latin letters.

Takes text as it came out of a file (`ChiÓu theo S¾c lÖnh`), gives it in Unicode (`Chiếu theo Sắc lệnh`). The font
names the encoding where it is known; otherwise, and where a font is kept for text that is Unicode by now, the
syllables decide. Rule of the place: what is already proper Vietnamese is never converted.
Sources: TCVN 5712:1993 (VN3, the `.Vn` fonts), RFC 1456 (VISCII), Windows code page 1258, the VNI fonts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from parsers.vietnamese.encodings_letters import SUSPECT, Encoding, converted, windows
from parsers.vietnamese.syllables import is_syllable
from parsers.vietnamese.unicode import LOWER

ENCODINGS: tuple[Encoding, ...] = ("tcvn3", "vni", "mojibake", "viscii", "cp1258")
"""Those that are looked for where the font does not say, the likeliest first."""

LEAST_GAIN = 3
"""Fewest points by which syllables must show that a text is not Unicode; a word that turns right gives two."""

MOSTLY = 0.85
"""Least share of capitals among the letters without accents of a line in capitals."""

SAMPLE = 20_000
"""Characters by which the encoding of bytes is judged."""

_BYTES: tuple[Encoding, ...] = ("tcvn3", "vni", "viscii", "cp1258")
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~“”‘’–—…]*[^\x00-\x7f\s“”‘’–—…][^\s!-/:-@\[-`{-~“”‘’–—…]*")
_VNI_MARK = re.compile("[ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]")
_ACCENTED = "".join(letter for letter in LOWER if not letter.isascii()) + "ĂÂÊÔƠƯĐ"
_FONT = re.compile(r"(?:[A-Z]{6}\+)?(?:(?P<tcvn3>\.Vn|\.VN|\.vn|Vn(?=[A-Z]))|(?P<vni>(?i:VNI)[-\s_]))(?P<rest>[^,;]*)")
_CAPITALS = re.compile(r"\S.*H(?:[-\s](?i:bold|italic|regular|narrow).*)?")


_CAPITAL_WORD = re.compile(rf"\b(?=[A-Z]*[{_ACCENTED}])[A-Z{_ACCENTED}]+[A-Z][A-Z{_ACCENTED}]*\b")
"""A word whose capitals are not only its first letter, and whose accented letters are small."""


_UNICODE = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")
"""Letters that only Unicode has; old encodings show letters of Western Europe in their place."""


class Font(NamedTuple):
    """What a font of before Unicode says of its text. capitals: its small letters look like capitals."""

    encoding: Encoding
    capitals: bool


class Use(NamedTuple):
    """How a document uses an encoding. mostly: lines that do not show what they are in are in it too."""

    encoding: Encoding
    mostly: bool


def font_of(name: str | None) -> Font | None:
    """Give what the name of a font says (`.VnTimeH`, `ABCDEF+VNI-Times`), None for all others."""
    found = _FONT.match(name) if name else None
    if found is None:
        return None
    if found["vni"]:
        return Font("vni", capitals=False)
    return Font("tcvn3", capitals=_CAPITALS.fullmatch(found["rest"]) is not None)


def use(lines: Iterable[str], among: Sequence[Encoding] = ENCODINGS) -> Use | None:
    """Say which encoding a document, or its text in one kind of font, uses; None where all of it is Unicode."""
    told = [line for line in lines if not line.isascii()]
    doubtful = [line for line in told if SUSPECT.search(line)]
    gains = {encoding: sum(max(_gain(line, encoding), 0) for line in doubtful) for encoding in among}
    best = max(among, key=lambda encoding: gains[encoding])
    if gains[best] < LEAST_GAIN:
        return None
    own = sum(max(_points(line), 0) for line in told if _gain(line, best) < 0 or not SUSPECT.search(line))
    return Use(best, mostly=gains[best] >= 2 * own)


def by_font(lines: Sequence[str], encoding: Encoding) -> Use:
    """Say how text whose font names an encoding uses it: mostly, unless its syllables say that it is Unicode."""
    used = use(lines, (encoding,))
    return used or Use(encoding, mostly=not any(_gain(line, encoding) < 0 for line in lines))


def is_in(text: str, used: Use) -> bool:
    """Say whether a stretch of a document is in the encoding that the document uses."""
    return _gain(text, used.encoding) >= (0 if used.mostly else LEAST_GAIN)


def repaired(text: str, font: str | None = None) -> str:
    """Give text in Unicode, line by line; text that is Unicode already is given back as it is.

    font: the name of the font the whole text is set in, None if unknown.
    """
    named = font_of(font)
    if named is None and not SUSPECT.search(text):
        return text
    lines = text.split("\n")
    used = by_font(lines, named.encoding) if named else use(lines)
    if used is None:
        return text
    return "\n".join(in_unicode([line], used, [named is not None and named.capitals])[0] for line in lines)


def in_unicode(parts: Sequence[str], used: Use, capitals: Sequence[bool] = ()) -> list[str]:
    """Give the parts of one line in Unicode, or as they are where the line is not in the encoding used.

    capitals: for each part, whether its font shows small letters as capitals. TCVN3 has no accented capitals of its
    own, so where that font is not known they come as small letters between capitals (`SắC LệNH`) and are put right.
    """
    whole = "".join(parts)
    if not is_in(whole, used):
        return list(parts)
    read = [converted(part, used.encoding) for part in _with_marks(parts, used.encoding)]
    if used.encoding == "tcvn3":
        all_capitals = _is_capitals("".join(read))
        read = [part.upper() if all_capitals else _CAPITAL_WORD.sub(_upper, part) for part in read]
    return [part.upper() if shown else part for part, shown in zip(read, capitals or [False] * len(read), strict=True)]


def _with_marks(parts: Sequence[str], encoding: Encoding) -> list[str]:
    """Put marks that were cut from their letter back to it."""
    found = list(parts)
    for index in range(1, len(found) if encoding == "vni" else 0):
        mark = _VNI_MARK.match(found[index])
        if mark and found[index - 1][-1:].isalpha():
            found[index - 1] += mark[0]
            found[index] = found[index][1:]
    return found


def _is_capitals(read: str) -> bool:
    """Say whether a line was set in capitals, by its letters without accents."""
    plain = [letter for letter in read if letter.isascii() and letter.isalpha()]
    return _CAPITAL_WORD.search(read) is not None and sum(map(str.isupper, plain)) >= MOSTLY * len(plain)


def _upper(word: re.Match[str]) -> str:
    return word[0].upper()


def decoded(data: bytes) -> str | None:
    """Read bytes that are not UTF-8 in the one old encoding that makes Vietnamese of them; None if none does."""
    text = windows(data)
    best = max(_BYTES, key=lambda encoding: _points(converted(text[:SAMPLE], encoding)))
    points = _points(converted(text[:SAMPLE], best))
    if points < LEAST_GAIN or points - _points(text[:SAMPLE]) < LEAST_GAIN:
        return None
    return "\n".join(in_unicode([line], Use(best, mostly=True))[0] for line in text.split("\n"))


def _gain(text: str, encoding: Encoding) -> int:
    """Give by how much text reads better once converted; negative where it reads worse or is Unicode already."""
    if _UNICODE.search(text):
        return -1
    read = converted(text, encoding)
    return 0 if read == text else _points(read) - _points(text)


def _points(text: str) -> int:
    """Count the accented words that are syllables, less those that are not; a sign alone tells nothing."""
    return sum(1 if is_syllable(word) else -1 for word in _WORD.findall(text) if len(word) > 1)
