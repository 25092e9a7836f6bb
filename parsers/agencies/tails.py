"""The end of a name: the place a body is of.

Takes the tokens after a known name, gives the place they say: a province by its name, a district or commune, all
of a level (`các xã, phường`), or only the level (`tỉnh`). Tokens that say no place give None, and the name is not
the one that was tried: `Chính phủ điện tử` is not the Government.
"""

from __future__ import annotations

from typing import NamedTuple

from parsers.agencies.folding import Folded
from parsers.agencies.tables import at, period, province_names, provinces
from parsers.vietnamese.unicode import is_caps, key

_LEVELS = {
    key(word): level
    for level, words in {
        "province": ("tỉnh",),
        "district": ("huyện", "quận", "thị xã"),
        "commune": ("xã", "phường", "thị trấn", "đặc khu"),
    }.items()
    for word in words
}
_CITY = key("thành phố")
_PROVINCE = (key("tỉnh"), _CITY)
_OF_LEVEL = key("cấp")
EVERY = frozenset(map(key, ("các", "mọi", "mỗi", "những")))
_FILLING = frozenset(
    map(key, ["trực", "thuộc", "trung", "ương", "liên", "quan", "có", "trên", "địa", "bàn", "trong", "toàn", "cấp"])
)
_TERM = frozenset(map(key, ("khóa", "nhiệm")))
_LONGEST = 5
_ROMAN = frozenset("ivx")


class Tail(NamedTuple):
    """A place: its level, the province's slug, the locality's name; whole: all places of the level."""

    level: str | None = None
    province: str | None = None
    locality: str | None = None
    whole: bool = False


def tail(rest: Folded, day: str) -> Tail | None:
    """Read a place; no tokens give a place that says nothing."""
    tokens = rest.tokens
    if not tokens:
        return Tail()
    if tokens[0] in _TERM:
        return Tail()
    named = province_names().get(rest.skeleton)
    if named:
        return Tail("province", named)
    whole = _whole(tokens) if len(tokens) > 1 else None
    if whole:
        return whole
    two = " ".join(tokens[:2])
    if two == _CITY:
        return _city(rest, day)
    for size, word in ((2, two), (1, tokens[0])):
        if word in _LEVELS:
            return _under(_LEVELS[word], rest, size)
    if len(tokens) == 1 and (tokens[0].isdecimal() or set(tokens[0]) <= _ROMAN):
        return Tail("region", None, rest.words[0])
    return None


def _under(level: str, rest: Folded, size: int) -> Tail | None:
    """Read `huyện Hữu Lũng, tỉnh Lạng Sơn`; the level's word alone means the place of the setting."""
    name = rest.since(size)
    if not name.tokens:
        return Tail(level)
    if level == "province":
        named = province_names().get(name.skeleton)
        return Tail(level, named) if named else None
    return _locality(level, rest, size)


def _city(rest: Folded, day: str) -> Tail | None:
    """Read a city: one under the centre, or one of a province, which ended with the districts."""
    name = rest.since(2)
    if not name.tokens:
        return Tail("city")
    named = province_names().get(name.skeleton)
    if named is None:
        return _locality("district", rest, 2)
    lives = any(at(one, day) for one in provinces()[named])
    if lives and period(provinces()[named], day).is_city:
        return Tail("province", named)
    return Tail("district", named if lives else None, _shown(rest))


def _locality(level: str, rest: Folded, size: int) -> Tail | None:
    """Read the name of a district or commune, with its province where that is printed."""
    stop, province = _province_at_end(rest, size + 1)
    own = rest.until(stop)
    first = own.words[size][:1]
    if stop - size > _LONGEST or any(map(own.listed, range(size, stop))) or not (first.isupper() or first.isdecimal()):
        return None
    return Tail(level, province, _shown(own))


def _province_at_end(rest: Folded, start: int) -> tuple[int, str | None]:
    """Give where `tỉnh X` begins after the name of a locality, and the slug of X."""
    for cut in range(start, len(rest.tokens)):
        for skip in (1, 2):
            if " ".join(rest.tokens[cut : cut + skip]) in _PROVINCE:
                named = province_names().get(" ".join(rest.tokens[cut + skip :]))
                if named:
                    return cut, named
    return len(rest.tokens), None


def _shown(own: Folded) -> str:
    words = list(own.words)
    if is_caps(" ".join(words)):
        words = [word.capitalize() for word in words]
    two = " ".join(own.tokens[:2])
    lower = 2 if two in _LEVELS or two == _CITY else 1
    return " ".join([word.lower() for word in words[:lower]] + words[lower:])


def _whole(tokens: tuple[str, ...]) -> Tail | None:
    """Read all places of a level: `các huyện, thành phố`, `cấp xã`, `xã, phường`, with the province or without."""
    found: list[str] = []
    cities = marked = False
    position = 0
    while position < len(tokens):
        one, two = tokens[position], " ".join(tokens[position : position + 2])
        size = 2 if two in _LEVELS or two == _CITY else 1
        word = two if size == 2 else one
        if word in _LEVELS:
            found.append(_LEVELS[word])
        elif word == _CITY:
            cities = True
        elif one in EVERY or one in _FILLING:
            marked = marked or one in EVERY or one == _OF_LEVEL
        else:
            break
        position += size
    named = province_names().get(" ".join(tokens[position:]))
    if not found or not (marked or len(found) + cities > 1) or (position < len(tokens) and named is None):
        return None
    level = next((level for level in found if level != "province"), "province")
    return Tail(level, named, None, whole=level != "province" or named is None)
