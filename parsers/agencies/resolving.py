"""resolve: which agency a printed name means.

Takes a name as printed and the setting of its document, gives the agency, or the candidates, or nothing. Each way of
reading is tried in turn, from the surest on: a name of the table with a place after it, a group, a name relative to
the issuer, a post in a body, a body inside another, an own name, and last the nearest name of the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from parsers.agencies import own, tables
from parsers.agencies.choosing import NOTHING, Setting, choose, unit
from parsers.agencies.days import last_day
from parsers.agencies.finding import find
from parsers.agencies.folding import Folded, fold
from parsers.agencies.nearest import nearest
from parsers.agencies.tails import EVERY, Tail, tail
from parsers.agencies.values import Context, Entity, Resolution
from parsers.knowledge import agency_heads
from parsers.vietnamese.names import is_name
from parsers.vietnamese.unicode import is_caps, key

_BRACKETS = re.compile(r"\([^()]*\)?|\{[^{}]*\}?")
_PERSON = re.compile(r"\s+[-–]\s+(?P<name>\S.*)$|\s*:\s*(?:ông|bà|đ/c|đồng chí)\s.*$", re.IGNORECASE)
_COMRADE = re.compile(r"^(?:(?:các|những)\s+)?(?:đồng chí|đ/c)\s+", re.IGNORECASE)
_AS_ABOVE = key("như")
_OF, _DIRECTLY = key("thuộc"), key("trực")
_NEVER_LAST = EVERY | {key("cấp"), key("và")}
_EDGES = " \t\n;,.:-–—+*•/"
_LONGEST = 24
_ROMAN = frozenset("IVX")
_CENTRE, _PROVINCE = key("Trung ương"), key("Tỉnh ủy")
_NOWHERE = Tail()


def resolve(name: str, context: Context = Context(), date: str | None = None) -> Resolution:  # noqa: B008
    """Say which agency a name means.

    name: one body as printed; a list is split first (`split`).
    context: the setting of the document.
    date: EDTF; else the setting's date; else the newest state of things.
    """
    return _resolved(name, context, last_day(date or context.date or ""))


@lru_cache(maxsize=16384)
def _resolved(name: str, context: Context, day: str) -> Resolution:
    host = find(context.issuer, day) or own.unlisted(context) if context.issuer else None
    setting = Setting(context, day, host)
    letters = tables.names().letters.get(name.strip(_EDGES).replace("&", ""))
    if letters:
        found = choose(letters, _NOWHERE, setting)
        if found and found != NOTHING:
            return found._replace(how="abbreviation") if found.agency else found
    folded = fold(_plain(name))
    if not folded.tokens or len(folded.tokens) > _LONGEST or folded.tokens[0] == _AS_ABOVE:
        return NOTHING
    found = read(folded, setting) or _nearest(folded, setting) or NOTHING
    lettered = folded.abbreviated or (any(map(_letters, folded.words)) and not is_caps(name))
    return found._replace(how="abbreviation") if lettered and found.how == "exact" else found


def _letters(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1 and not _ROMAN.issuperset(word)


def _plain(name: str) -> str:
    """Cut what is printed beside a name: brackets, the person who holds a post, the list after a colon."""
    plain = _COMRADE.sub("", _BRACKETS.sub(" ", name).strip(_EDGES))
    person = _PERSON.search(plain)
    if person and (person["name"] is None or _is_person(person["name"].strip())):
        plain = plain[: person.start()]
    return plain.partition(":")[0].strip(_EDGES)


def _is_person(name: str) -> bool:
    return is_name(name) and fold(name).skeleton not in tables.province_names()


def read(name: Folded, setting: Setting) -> Resolution | None:
    """Read a name in each way in turn; None: in none."""
    return next((found for way in _WAYS if (found := way(name, setting)) is not None), None)


def listed(name: Folded, setting: Setting) -> Resolution | None:
    """Read a name of the table, the longest one that leaves a place."""
    for size in range(len(name.tokens), 0, -1):
        rows = tables.named(name, size)
        where = tail(name.since(size), setting.day) if rows else None
        if rows and where is not None:
            inside = where == _NOWHERE and all(row.level == "unit" for row in rows)
            found = (inside and _relative(name, setting)) or choose(rows, where, setting)
            if found is not None and found != NOTHING:
                return found
    return None


def _completed(name: Folded, setting: Setting) -> Resolution | None:
    """Read a body of the Party's centre or a province that leaves that out: `Ban Nội chính`."""
    if setting.context.level not in ("central", "province"):
        return None
    above = _CENTRE if setting.context.level == "central" else _PROVINCE
    rows = tables.names().words.get(f"{name.skeleton} {above}")
    found = choose(rows, _NOWHERE, setting) if rows else None
    return found._replace(how="relative") if found and found.agency else None


def _group(name: Folded, setting: Setting) -> Resolution | None:
    found = own.group(name, setting)
    if found is None and name.tokens[0] in EVERY:
        whole = _every_listed(name.since(1), setting)
        if whole:
            return whole
    if found is None:
        inside = (own.group(part, setting, host) for part, host in _hosts(name, setting) if len(part.tokens) > 1)
        found = next(filter(None, inside), None)
    return Resolution(found, (), "exact") if found else None


def _every_listed(name: Folded, setting: Setting) -> Resolution | None:
    """Read `các Sở Giáo dục và Đào tạo`: all bodies of one name, one in each province."""
    rows = tuple(row for row in tables.names().words.get(name.skeleton, ()) if row.level == "province")
    return choose(rows, Tail("province", whole=True), setting) if rows else None


def _hosts(name: Folded, setting: Setting) -> Iterator[tuple[Folded, Entity]]:
    """Part a name before each body named inside it: `các phòng | thuộc Sở Y tế`."""
    for cut in range(1, len(name.tokens)):
        if name.listed(cut) or not _begins(name, cut):
            continue
        host = _body(name.since(cut), setting)
        stop = cut - 1 if name.tokens[cut - 1] == _OF else cut
        stop = stop - 1 if stop > 1 and stop < cut and name.tokens[stop - 1] == _DIRECTLY else stop
        if host and host.kind != "group" and stop and name.tokens[stop - 1] not in _NEVER_LAST:
            yield name.until(stop), host


def _begins(name: Folded, cut: int) -> bool:
    """Say whether a body's name may begin at a token."""
    heads = _heads()
    return name.tokens[cut] in heads or " ".join(name.tokens[cut : cut + 2]) in heads


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    alone = {head for head in tables.names().words if " " not in head}
    return frozenset({key(head) for head in agency_heads()} | alone) - {key("trung ương")}


def _body(name: Folded, setting: Setting) -> Entity | None:
    """Give the one body a name means, read from the table or relative to the issuer."""
    found = listed(name, setting) or _relative(name, setting)
    return found.agency if found else None


def _relative(name: Folded, setting: Setting) -> Resolution | None:
    """Read `Sở`, `Văn phòng`: the issuer, or the body above it, whose name begins so."""
    if setting.host is None or (len(name.tokens) == 1 and name.tokens[0] not in _heads()):
        return None
    found = _above(name.skeleton, setting)
    return Resolution(found, (), "relative") if found else None


def _above(head: str, setting: Setting) -> Entity | None:
    host, seen = setting.host, 0
    while host and seen < 6:
        if f"{fold(host.name).skeleton} ".startswith(f"{head} "):
            return host
        above = host.parent or host.id.rpartition("/")[0]
        host, seen = find(above, setting.day), seen + 1
    return None


def _post(name: Folded, setting: Setting) -> Resolution | None:
    """Read a post in a body: `Chủ tịch UBND tỉnh`; alone it is a post of the issuer."""
    start = 1 if name.tokens[0] in EVERY else 0
    for size in range(min(6, len(name.tokens) - start), 0, -1):
        post = tables.posts().get(" ".join(name.tokens[start : start + size]))
        if post is None:
            continue
        found = _holder(name.since(start + size), post.of, setting)
        return Resolution(
            found.agency and _held(post.name, found.agency),
            tuple(_held(post.name, one) for one in found.candidates),
            "post" if found.agency else None,
        )
    return None


def _held(post: str, body: Entity) -> Entity:
    kind = "group" if body.kind == "group" else "post"
    return body._replace(name=_titled(post, body.name), kind=kind, post=post)


def _titled(post: str, body: str) -> str:
    """Join `Chánh Văn phòng` and `Văn phòng Sở …`, the shared word once."""
    words = post.split()
    last = next((size for size in (3, 2, 1) if body.lower().startswith(" ".join(words[-size:]).lower() + " ")), 0)
    return f"{post}{body[len(' '.join(words[-last:])) :]}" if 0 < last < len(words) else f"{post} {body}"


def _holder(rest: Folded, of: tuple[Folded, ...], setting: Setting) -> Resolution:
    """Give the body in which a post is held; nothing where it is not known."""
    if not rest.tokens:
        return Resolution(_own_holder(of, setting))
    if rest.listed(0):
        return NOTHING
    if rest.tokens[0] == _OF:
        rest = rest.since(1)
    whole = [rest] if not of or any(f"{rest.skeleton} ".startswith(f"{head.skeleton} ") for head in of) else []
    begun = [head.before(rest) for head in of]
    found: Iterator[Resolution | None] = chain(
        (read(each, setting) for each in whole),
        ((read if len(of) == 1 else listed)(each, setting) for each in begun),
        (read(each, setting) for each in (rest, *_without_person(rest))),
    )
    held = next((one for one in found if one and one.how != "post" and one != NOTHING), None)
    return held or (Resolution(_own_holder(of, setting)) if is_name(" ".join(rest.words)) else NOTHING)


def _own_holder(of: tuple[Folded, ...], setting: Setting) -> Entity | None:
    """Give the body of a post printed alone: the issuer or one above it, else the one body that has such a post."""
    above = [setting.host] if not of else [_above(head.skeleton, setting) for head in of]
    inside = [_inside_host(head.skeleton, setting) for head in of]
    found = next(filter(None, (*above, *inside)), None)
    if found or len(of) != 1:
        return found
    only = listed(of[0], setting)
    return only.agency if only else None


def _without_person(rest: Folded) -> Iterator[Folded]:
    """Cut the name of the person who holds the post: `Chính phủ Nguyễn Văn An`."""
    for size in (4, 3, 2):
        if size < len(rest.tokens) and is_name(" ".join(rest.words[-size:])):
            yield rest.until(len(rest.tokens) - size)


def _inside_host(head: str, setting: Setting) -> Entity | None:
    rows = tuple(row for row in tables.names().words.get(head, ()) if row.level == "unit")
    return unit(rows[-1], setting.host, setting.day) if rows and setting.host else None


def _inner(name: Folded, setting: Setting) -> Resolution | None:
    """Read a body inside another: `Thanh tra Sở Y tế`."""
    for before, host in _hosts(name, setting):
        rows = tuple(row for row in tables.names().words.get(before.skeleton, ()) if row.level == "unit")
        if rows:
            relative = setting.host is not None and host.id == setting.host.id
            return Resolution(unit(rows[-1], host, setting.day), (), "relative" if relative else "exact")
        found = _beside(before, host, setting) or own.named(before, setting, host)
        if found:
            return found
    return None


def _beside(name: Folded, host: Entity, setting: Setting) -> Resolution | None:
    """Read a body that has a row at the level of the body above it: `Chi cục Kiểm lâm thuộc Sở …`."""
    if host.level not in ("central", "province"):
        return None
    rows = tuple(row for row in tables.names().words.get(name.skeleton, ()) if row.level == host.level)
    return choose(rows, Tail(host.level, host.province), setting) if rows else None


def _nearest(name: Folded, setting: Setting) -> Resolution | None:
    """Read a name with a slip of the pen as the one name of the table that differs so little."""
    for cut in range(len(name.tokens), 1, -1):
        where = tail(name.since(cut), setting.day)
        rows = nearest(" ".join(name.tokens[:cut])) if where is not None else ()
        found = choose(rows, where, setting) if rows and where is not None else None
        if found and found.agency:
            return found._replace(how="fuzzy")
    return None


_WAYS = (listed, _group, _relative, _completed, _post, _inner, own.every, own.named)
