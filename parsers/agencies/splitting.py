"""split: a list of bodies as its bodies.

Takes what is printed as one recipient or assignee, gives the bodies in it. Commas and `và` part bodies except inside
a name of the table (`Sở Văn hóa, Thể thao và Du lịch`) and inside what one `các` holds together (`các sở, ban,
ngành`). A word printed once for several (`các Sở: Tài chính, Xây dựng`; `HĐND, UBND các tỉnh`; `Chủ tịch, các PCT
UBND tỉnh`) is carried to each in `name`; `raw` stays as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from parsers.agencies import tables
from parsers.agencies.days import END
from parsers.agencies.folding import Folded, fold
from parsers.agencies.tables import period, province_names, provinces
from parsers.agencies.tails import EVERY, tail
from parsers.knowledge import agency_heads
from parsers.vietnamese.unicode import key

_CUT = re.compile(r"\s*[;,](?!\d)\s*|\s+và\s+(?=\S)|\s*&\s*(?=(?:[Ss]ở|[Bb]ộ|UBND)\s)")
_BRACKET = re.compile(r"\([^()]*\)")
_COLON = re.compile(r"^(?P<head>[^:]{2,60}?)\s*:\s*(?=\S)")
_PROVINCES = re.compile(
    r"(?P<head>\S.*?)\s+các\s+tỉnh(?:,|\s+và)?(?:\s+(?:thành phố|TP))?(?:\s+trực thuộc.*)?", re.IGNORECASE
)
_PROVINCES_AFTER = re.compile(r"(?P<head>\S.*?)\s+các\s+(?:tỉnh|thành phố)\s+(?=[A-ZĐ])")
_LONGEST = 9
_EDGES = " \t\n;,.:"
_NO_DAY = END
_OF = key("thuộc")


class Part(NamedTuple):
    """One body of a list: as printed, where, and with the words it shares with its neighbours."""

    raw: str
    start: int
    end: int
    name: str


def split(names: str) -> tuple[str, ...]:
    """Give the names of the bodies in a list, each complete."""
    return tuple(part.name for part in parts(names))


@lru_cache(maxsize=4096)
def parts(names: str) -> tuple[Part, ...]:
    """Give the bodies in a list with their places in it."""
    colon = _COLON.match(names)
    head = _shared_head(colon["head"]) if colon else None
    if colon and head is None:
        return (_part(names, 0, len(names)),)
    start = colon.end() if colon else 0
    spans = _joined(names, _pieces(names, start), head)
    return tuple(_in_provinces(_completed([_part(names, *span) for span in spans], head or ""), head or ""))


def _shared_head(words: str) -> str | None:
    """Give the word that a colon shares out (`Sở` of `các Sở, ngành:`), or None where the colon ends a body."""
    provinces_of = _PROVINCES.fullmatch(words)
    if provinces_of:
        return provinces_of["head"]
    folded = fold(words)
    rest = folded.since(1) if folded.tokens and folded.tokens[0] in EVERY else folded
    if not rest.tokens or rest.tokens[0] not in (key("sở"), key("bộ"), key("phòng"), key("ban")):
        return None
    generic = all(len(token) <= 6 for token in rest.tokens) and len(rest.tokens) <= 3
    return rest.words[0].capitalize() if generic and rest is not folded else None


def _pieces(names: str, start: int) -> list[tuple[int, int]]:
    closed = [match.span() for match in _BRACKET.finditer(names)]
    cuts = [match.span() for match in _CUT.finditer(names, start) if not _within(match.start(), closed)]
    begins = [start, *(end for _, end in cuts)]
    ends = [*(begin for begin, _ in cuts), len(names)]
    return [(begin, end) for begin, end in zip(begins, ends, strict=True) if names[begin:end].strip(_EDGES)]


def _within(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < position < end for start, end in spans)


def _joined(names: str, pieces: list[tuple[int, int]], head: str | None) -> list[tuple[int, int]]:
    """Join the pieces of one name: the longest run that is a name of the table, else what one `các` holds."""
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(pieces):
        last = min(len(pieces), first + _LONGEST) - 1
        while last > first and not _is_one(names[pieces[first][0] : pieces[last][1]], head):
            last -= 1
        span = (pieces[first][0], pieces[last][1])
        if found and last == first and _runs_on(names[slice(*found[-1])], names[slice(*span)]):
            found[-1] = (found[-1][0], span[1])
        else:
            found.append(span)
        first = last + 1
    return found


def _is_one(words: str, head: str | None) -> bool:
    return is_listed(words) or (head is not None and is_listed(f"{head} {words}"))


@lru_cache(maxsize=8192)
def is_listed(words: str) -> bool:
    """Say whether words are one name of the tables, with its place or without; a post may stand before it."""
    name = fold(words)
    if not name.tokens or ";" in words:
        return False
    held = _after_post(name)
    if held and held.tokens and _after_post(held) is None and is_listed(held.shown):
        return True
    bare = name.since(1) if name.tokens[0] in EVERY else name
    if name.skeleton in tables.groups() or bare.skeleton in tables.groups() or name.skeleton in tables.posts():
        return True
    for size in range(len(name.tokens), 0, -1):
        if tables.named(name, size):
            where = tail(name.since(size), _NO_DAY)
            if where is not None and not (where == tail(fold(""), _NO_DAY) and size < len(name.tokens)):
                return True
    return False


def _runs_on(before: str, piece: str) -> bool:
    """Say whether a piece belongs to what one `các` began before it: a small letter, no body or quantifier."""
    name, above = fold(piece), fold(before)
    if not name.words or not above.tokens or not name.words[0][:1].islower() or name.tokens[0] in EVERY:
        return False
    opened = any(token in EVERY for token in above.tokens) or above.words[0][:1].islower()
    return opened and not (name.skeleton in tables.posts() or (len(name.tokens) > 1 and _is_body(name)))


def _is_body(name: Folded) -> bool:
    if name.skeleton in tables.groups():
        return False
    return any(tables.named(name, size) for size in range(len(name.tokens), 0, -1))


def _in_provinces(found: tuple[Part, ...], head: str) -> Iterator[Part]:
    """Carry a body to each province in `UBND các tỉnh Hưng Yên, Hòa Bình`."""
    for part in found:
        slug = province_names().get(fold(part.raw).skeleton)
        several = _PROVINCES_AFTER.match(part.raw)
        if several:
            head = several["head"]
        if slug and head:
            one = period(provinces()[slug], _NO_DAY)
            part = part._replace(name=f"{head} {one.type} {one.name}")
        yield part


def _part(names: str, start: int, end: int) -> Part:
    raw = names[start:end]
    lead = len(raw) - len(raw.lstrip(_EDGES))
    raw = raw.strip(_EDGES)
    return Part(raw, start + lead, start + lead + len(raw), raw)


def _completed(found: list[Part], head: str) -> tuple[Part, ...]:
    """Carry what is printed once: a head forwards, a place or a body backwards."""
    for index, part in enumerate(found):
        carried = head or (_head_of(found[index - 1]) if index else "")
        if carried and not is_listed(part.raw) and is_listed(f"{carried} {part.raw}"):
            found[index] = part._replace(name=f"{carried} {part.raw}")
    for index in range(len(found) - 2, -1, -1):
        end = _shared_end(_BRACKET.sub(" ", found[index].raw), _BRACKET.sub(" ", found[index + 1].name))
        if end:
            found[index] = found[index]._replace(name=f"{_worded(found[index].raw)} {end}")
    return tuple(found)


def _worded(raw: str) -> str:
    """Spell out a letter that is read as a post only where it stands alone (`C, PVP UBND tỉnh`)."""
    return fold(raw).shown if len(raw) == 1 else raw


def _head_of(part: Part) -> str:
    """Give the head that `các Sở Tài chính, Xây dựng` shares out."""
    first = fold(part.name)
    if len(first.tokens) < 2:
        return ""
    quantified = first.tokens[0] in EVERY
    word = first.words[1 if quantified else 0]
    heads = {key(head) for head in agency_heads()}
    return word.capitalize() if key(word) in heads and (quantified or part.name != part.raw) else ""


def _shared_end(raw: str, following: str) -> str | None:
    """Give the end of the next name that a name without it shares: its place, or the body its post is in."""
    own, other = fold(raw), fold(following)
    start = 1 if own.tokens and own.tokens[0] in EVERY else 0
    if own.since(start).skeleton in tables.posts():
        rest = _after_post(other)
        if rest and rest.tokens and rest.tokens[0] == _OF:
            rest = rest.since(1)
        return rest.shown if rest and rest.tokens else None
    rows = tables.names().words.get(own.skeleton, ())
    if len({row.level for row in rows}) < 2:
        return None
    for size in range(len(other.tokens) - 1, 0, -1):
        if tables.named(other, size):
            where = tail(other.since(size), _NO_DAY)
            return other.since(size).shown if where is not None and where.level else None
    return None


def _after_post(name: Folded) -> Folded | None:
    start = 1 if name.tokens and name.tokens[0] in EVERY else 0
    for size in range(min(6, len(name.tokens) - start), 0, -1):
        if " ".join(name.tokens[start : start + size]) in tables.posts():
            return name.since(start + size)
    return None
