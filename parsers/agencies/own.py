"""Names that are in no row: groups of bodies, and bodies with a name of their own.

Takes folded names, gives entities whose slug is made from the words. A group (`các sở, ban, ngành`) belongs to the
province or the issuer; a body with its own name (`Phòng Công nghệ thông tin`, `Công ty …`) is placed by its first word.
"""

from __future__ import annotations

from parsers.agencies.choosing import Setting, own_province
from parsers.agencies.folding import Folded, fold
from parsers.agencies.tables import Group, groups, own_names, province_names
from parsers.agencies.tails import EVERY
from parsers.agencies.values import Context, Entity, Resolution
from parsers.vietnamese.slugs import slug
from parsers.vietnamese.unicode import is_caps, key

_NATIONAL = tuple(map(key, ("Việt Nam", "quốc gia", "toàn quốc", "Trung ương")))
_PLACES = (key("tỉnh"), key("thành phố"))
_PART_OF = ("issuer", "level")
"""Scopes of bodies that are known by the body they are part of; others bear one name with it and without it.

What is of a province is part of a central body that is named after it, for the name says no province.
"""
_LONGEST = 16
_LONGEST_GROUP = 14


def group(name: Folded, setting: Setting, host: Entity | None = None) -> Entity | None:
    """Give the group of the table that a name means, with its quantifier or without; host: the body it is of."""
    row = groups().get(name.skeleton)
    if row is None and name.tokens[0] in EVERY:
        row = groups().get(name.since(1).skeleton)
    if row is None:
        return None
    base = host.id if host else _group_base(row, setting)
    return _entity(base, row.slug, row.name, "group", setting, host) if base else None


def _group_base(row: Group, setting: Setting) -> str | None:
    if row.scope == "central" or (row.scope == "province" and setting.context.level == "central"):
        return "vn"
    province = own_province(setting)
    if row.scope == "issuer" and setting.context.issuer:
        return setting.context.issuer
    return f"vn/{province}" if row.scope == "province" and province else None


def every(name: Folded, setting: Setting) -> Resolution | None:
    """Read a group that is in no table by its quantifier: `các cơ sở khám bệnh, chữa bệnh`."""
    if name.tokens[0] not in EVERY or not 1 < len(name.tokens) <= _LONGEST_GROUP:
        return None
    province = own_province(setting)
    base = f"vn/{province}" if province else "vn" if setting.context.level == "central" else setting.context.issuer
    if base is None:
        return None
    return Resolution(_entity(base, slug(name.shown), name.shown, "group", setting, None), (), "named")


def named(name: Folded, setting: Setting, host: Entity | None = None) -> Resolution | None:
    """Read an own name by its first word; host: the body named after it."""
    head = _head(name)
    if head is None or not len(head.split()) < len(name.tokens) <= _LONGEST:
        return None
    row = own_names()[head]
    if row.scope == "none" or not (name.words[0][:1].isupper() or name.words[len(head.split())][:1].isupper()):
        return None
    own, printed = _without_place(name)
    part = host is not None and (row.scope in _PART_OF or (row.scope == "province" and host.province is None))
    base = host.id if host and part else _base(row.scope, own, printed or _place_of(host), setting)
    if base is None:
        return None
    kind = "group" if EVERY.intersection(own.tokens) else row.kind
    return Resolution(_entity(base, slug(own.shown), shown(own), kind, setting, host, printed), (), "named")


def _place_of(host: Entity | None) -> str | None:
    return host.province if host else None


def _head(name: Folded) -> str | None:
    return next((head for size in (5, 4, 3, 2, 1) if (head := " ".join(name.tokens[:size])) in own_names()), None)


def _base(scope: str, own: Folded, printed: str | None, setting: Setting) -> str | None:
    if scope == "open" or any(word in own.skeleton for word in _NATIONAL):
        return "vn"
    if scope == "issuer":
        return setting.context.issuer
    province = printed or (None if scope == "central" else own_province(setting))
    central = scope == "central" or setting.context.level == "central"
    return f"vn/{province}" if province else "vn" if central else None


def _without_place(name: Folded) -> tuple[Folded, str | None]:
    """Part `Hiệp hội Chè tỉnh X` into name and province."""
    for cut in range(2, len(name.tokens)):
        if name.tokens[cut - 1] in EVERY:
            break
        for size in (1, 2):
            if " ".join(name.tokens[cut : cut + size]) in _PLACES:
                rest = " ".join(name.tokens[cut + size :])
                if rest in province_names():
                    return name.until(cut), province_names()[rest]
                if not rest and size == 1:
                    return name.until(cut), None
    return name, None


def shown(name: Folded) -> str:
    """Give an own name with the capitals that such names have; one that has them stays."""
    if not is_caps(" ".join(name.words)):
        return name.shown
    head = _head(name)
    own = own_names()[head] if head else None
    size = len(own.head.split()) if own else 1
    words = [word.lower() for word in name.words]
    words[:size] = own.head.split() if own else [words[0].capitalize()]
    if own and own.kind != "advisory":
        words[size : size + 1] = [word.capitalize() for word in words[size : size + 1]]
    return name._replace(words=tuple(words)).shown


def _entity(
    base: str,
    last: str,
    name: str,
    kind: str,
    setting: Setting,
    host: Entity | None,
    province: str | None = None,
) -> Entity:
    parts = base.split("/")
    where = province or (parts[1] if len(parts) > 1 and parts[1] in province_names().values() else None)
    level = host.level if host else "province" if where else setting.context.level or "central"
    return Entity(
        id=f"{base}/{last}",
        name=f"{name} {host.name}" if host else name,
        kind=kind,
        level=level,
        province=where,
        parent=base if base != "vn" and base.count("/") > 1 else None,
        numbering=f"{base}/{last}",
    )


def unlisted(context: Context) -> Entity:
    """Give the issuer that is in no table as an entity, so that names can be read relative to it."""
    name = context.name or ""
    head = _head(fold(name)) if name else None
    kind = own_names()[head].kind if head else "office"
    identity = context.issuer or ""
    return Entity(identity, name, kind, context.level or "", context.province, None, numbering=identity)
