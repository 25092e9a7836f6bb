"""What a citation means among the documents that are known: the archived ones, and those known by citation.

Takes a citation and what might fit, gives the one work it means, or candidates. Pure. Rule of the place: the answer
depends on the set of documents and not on their order, and where two fit none is given. A number alone says little:
every province issues a `12/KH-UBND` each year, so a code without its issuer is matched only with its day of issue.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from models.document_id import UNKNOWN, from_path
from parsers.vietnamese.slugs import slug

Found = Literal["exact", "probable", "ambiguous", "placeholder", "none"]
_LONGEST = 120
"""Characters of a name that stand in the id of a placeholder."""


class Cited(NamedTuple):
    """A citation: its place, what was told of its target, and when the citing document was issued at the latest."""

    document: int
    ordinal: int
    raw: str
    target: str | None
    target_key: str | None
    code_key: str | None
    code_day: str | None
    type_key: str | None
    issuer: str | None
    citing: str
    citing_to: str | None


class Archived(NamedTuple):
    """An archived document that may be meant."""

    id: str
    code_day: str | None
    type_key: str | None
    issuer: str | None
    day_from: str | None


class Meaning(NamedTuple):
    """What a citation means: a work, how that was found, and the candidates where several fit."""

    work: str | None
    found: Found
    candidates: tuple[str, ...] = ()


def is_known(target: str | None) -> bool:
    """Say whether an id tells its book of numbers, and so means one document."""
    return target is not None and f"/{UNKNOWN}" not in target


def meaning(cited: Cited, archived: Iterable[Archived], works: Iterable[str]) -> Meaning:
    """Say which document a citation means.

    archived: documents with the id, the code or (an unknown book) the issuer, type and number that it names.
    works: ids of known works with the issuer, type and number of a citation whose book is unknown.
    """
    others = [one for one in archived if one.id != cited.citing]
    if cited.target is not None and is_known(cited.target):
        return _by_id(cited, cited.target, others)
    if cited.target is not None:
        return _by_number(cited, cited.target, others, works)
    if cited.code_key:
        return _one_of(_same_code(cited, others, known_issuer=None), _by_code(cited, cited.code_key))
    name = slug(cited.raw)[:_LONGEST]
    return Meaning(f"~{name}", "placeholder") if name else Meaning(None, "none")


def _by_id(cited: Cited, target: str, others: list[Archived]) -> Meaning:
    if any(one.id == target for one in others) or target == cited.citing:
        return Meaning(target, "exact")
    return _one_of(_same_code(cited, others, known_issuer=from_path(target).issuer), target)


def _by_code(cited: Cited, code: str) -> str:
    """Give the id of a document of which only the code is known: without a day it is known to one document alone."""
    named = f"{cited.type_key}-{code}" if cited.type_key and code.isdigit() else code
    when = cited.code_day.rpartition("@")[2] if cited.code_day else f"{cited.document:x}"
    return f"~{named}@{when}"


def _same_code(cited: Cited, others: list[Archived], known_issuer: str | None) -> set[str]:
    """Give the documents of the same code and day whose issuer is not another."""
    issuer = known_issuer or cited.issuer
    return {
        one.id
        for one in others
        if cited.code_day
        and one.code_day == cited.code_day
        and (issuer is None or one.issuer is None or issuer == one.issuer)
        and (cited.type_key is None or one.type_key is None or cited.type_key == one.type_key)
    }


def _by_number(cited: Cited, target: str, others: list[Archived], works: Iterable[str]) -> Meaning:
    """Find what an id with an unknown book means: one that was issued before the citing document."""
    asked = from_path(target)
    days = {one.id: one.day_from for one in others}
    fitting = {
        work
        for work in {*works, *days}
        if work != cited.citing
        and not work.startswith(("~", "sha256/"))
        and asked.may_be(from_path(work).model_copy(update={"component": None}))
        and not _after(days.get(work) or from_path(work).cycle[:4], cited.citing_to)
    }
    return _one_of(fitting, target)


def _after(day: str, last: str | None) -> bool:
    """Say whether a day, or a year, lies after the last day of another document; unknown ones do not."""
    return last is not None and day[:4].isdigit() and day > last[: len(day)]


def _one_of(fitting: set[str], placeholder: str) -> Meaning:
    if len(fitting) == 1:
        return Meaning(fitting.pop(), "probable")
    if fitting:
        return Meaning(placeholder, "ambiguous", tuple(sorted(fitting)))
    return Meaning(placeholder, "placeholder")
