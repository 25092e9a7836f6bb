"""expand: a printed name spelt out.

Takes a name as printed, gives it with its abbreviations spelt out and, where it is set in capitals, with the capitals
that such names have. Nothing is added that is not printed: a province that is missing stays missing.
"""

from __future__ import annotations

from functools import lru_cache

from parsers.agencies import own, tables
from parsers.agencies.days import END
from parsers.agencies.folding import PIECE, Folded, fold, spelt_out
from parsers.agencies.tables import Row, period, province_names, provinces
from parsers.agencies.tails import tail
from parsers.vietnamese.unicode import clean, is_caps, key

_LEVELS = (
    "tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "trấn", "đặc", "khu", "các", "cấp", "vực",
)  # fmt: skip
_LEVEL_WORDS = frozenset(map(key, _LEVELS))
_CITY = f"{key('thành phố')} "


@lru_cache(maxsize=8192)
def expand(name: str) -> str:
    """Spell out a name: `UBND TỈNH LẠNG SƠN` → `Ủy ban nhân dân tỉnh Lạng Sơn`."""
    name = " ".join(clean(name).split())
    folded = fold(name)
    size, row = _listed(folded)
    if is_caps(name) and folded.tokens:
        return _written(row, folded, size) if row else own.shown(folded)
    if row and _is_letters(folded, size):
        rest = folded.since(size).shown
        return " ".join(filter(None, (_plain(row, folded), rest)))
    return _spelt(name)


def _listed(name: Folded) -> tuple[int, Row | None]:
    """Give the longest name of the table with which a name begins and its row, where a place follows."""
    for size in range(len(name.tokens), 0, -1):
        rows = tables.named(name, size)
        if rows and tail(name.since(size), END) is not None:
            return size, rows[0]
    return 0, None


def _is_letters(name: Folded, size: int) -> bool:
    """Say whether a name was found by letters that no abbreviation spells out: `Sở GD&ĐT`, `SKHĐT`."""
    return any(sum(map(str.isupper, word)) > 1 for word in name.words[:size])


def _plain(row: Row, name: Folded) -> str:
    city = key("thành") in name.tokens or any(provinces()[slug][-1].is_city for slug in _provinces_in(name))
    bare = row.name.replace("{Kind}", "Thành" if city else "Tỉnh").replace("{kind}", "thành phố" if city else "tỉnh")
    return " ".join(bare.replace("{place}", "").replace("{name}", "").split())


def _provinces_in(name: Folded) -> list[str]:
    found = (province_names().get(" ".join(name.tokens[start:])) for start in range(len(name.tokens)))
    return [slug for slug in found if slug]


def _written(row: Row, name: Folded, size: int) -> str:
    """Write a name set in capitals: the table's spelling where the words are its own, then the place."""
    rest = name.since(size)
    words = _plain(row, name)
    return f"{words} {_place(rest)}" if rest.tokens else words


def _place(rest: Folded) -> str:
    """Write a place set in capitals; a province as the table writes it."""
    for start in range(len(rest.tokens)):
        slug = province_names().get(" ".join(rest.tokens[start:]))
        if slug:
            one = period(provinces()[slug], END)
            city = _CITY in f"{rest.skeleton} "
            return f"{one.type if city else _capitals(rest.until(start))} {one.name}".strip()
    return _capitals(rest)


def _capitals(rest: Folded) -> str:
    words = [
        word.lower() if token in _LEVEL_WORDS else word.capitalize()
        for token, word in zip(rest.tokens, rest.words, strict=True)
    ]
    return rest._replace(words=tuple(words)).shown if words else ""


def _spelt(name: str) -> str:
    """Spell out each abbreviation where it stands and leave the rest as it is."""
    found = list(PIECE.finditer(name))
    pieces = [match[0] for match in found]
    shown, end, position = [], 0, 0
    while position < len(pieces):
        taken = spelt_out(pieces, position, name)
        if taken:
            words, step = taken
            shown += [name[end : found[position].start()], _sentence(" ".join(words))]
            end = found[position + step - 1].end()
            position += step
        else:
            position += 1
    return "".join((*shown, name[end:]))


def _sentence(words: str) -> str:
    return words.replace(" , ", ", ")
