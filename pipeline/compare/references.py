"""References: which cited documents came, went, or gave way to another.

Takes the citations of both documents, gives records of what changed; what both cite is none. Rule of the place: a
document counts once however often it is cited, and a successor is named only with what says so: the table of laws, a
relation of the archive, or the same place in the same sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from typing import Literal

from models import Citation
from models.comparison import ReferenceChange
from parsers.knowledge import rows
from parsers.vietnamese.unicode import key
from pipeline.archive.codes import code_key
from pipeline.compare.places import Aligned, together
from pipeline.compare.series import series

By = Literal["law-table", "relation", "place"]
Successors = Callable[[str], Collection[str]]
"""Id of a document → ids of those that replace or repeal it."""


def reference_changes(
    before: Iterable[Citation], after: Iterable[Citation], aligned: Aligned, successors: Successors | None = None
) -> Iterator[ReferenceChange]:
    """Give what changed: replaced ones first, then dropped, then added, each in the order of the text."""
    old, new = list(before), list(after)
    gone, come = _first(_without(old, new)), _first(_without(new, old))
    sides = [(one, [other for other in old if _same(one, other)]) for one in gone]
    for one, mentions in sides:
        found = _successor(mentions, come, new, aligned, successors)
        if found is None:
            yield ReferenceChange(kind="dropped", before=one)
            continue
        heir, by = found
        come.remove(heir)
        yield ReferenceChange(kind="replaced", before=one, after=heir, by=by)
    for heir in come:
        yield ReferenceChange(kind="added", after=heir)


def _successor(
    mentions: list[Citation], come: list[Citation], new: list[Citation], aligned: Aligned, known: Successors | None
) -> tuple[Citation, By] | None:
    for heir in come:
        if any(_by_law(one, heir) for one in mentions):
            return heir, "law-table"
    for heir in come:
        if known and heir.target and any(one.target and heir.target in known(one.target) for one in mentions):
            return heir, "relation"
    for heir in come:
        again = [other for other in new if _same(other, heir)]
        if any(_in_place(one, other, aligned) for one in mentions for other in again):
            return heir, "place"
    return None


def _in_place(one: Citation, other: Citation, aligned: Aligned) -> bool:
    """Say whether one citation stands where the other stood: same unit, same series of documents, same relation."""
    alike = series(one) == series(other) and one.relation == other.relation
    return alike and together(aligned, one.span, other.span)


def _without(ones: list[Citation], others: list[Citation]) -> Iterator[Citation]:
    exact = {name for other in others for name in _names(other)}
    for one in ones:
        if exact.isdisjoint(_names(one)) and not any(_same(one, other) for other in others):
            yield one


def _first(found: Iterable[Citation]) -> list[Citation]:
    """Give each cited document once, by its first mention."""
    kept: list[Citation] = []
    for one in found:
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _same(one: Citation, other: Citation) -> bool:
    """Say whether two citations mean one document, as far as they say."""
    if one.target and other.target:
        return one.target == other.target
    if (one.target and one.target in other.target_candidates) or (
        other.target and other.target in one.target_candidates
    ):
        return True
    mine, theirs = _code(one), _code(other)
    if mine or theirs:
        return mine == theirs and _agree(_day(one), _day(other))
    return key(one.raw) == key(other.raw)


def _names(citation: Citation) -> set[str]:
    return {citation.target} if citation.target else set()


def _code(citation: Citation) -> str | None:
    return code_key(citation.code or (citation.resolved.code if citation.resolved else None) or "") or None


def _day(citation: Citation) -> str:
    return citation.issued_on or (citation.resolved.issued_on if citation.resolved else None) or ""


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _by_law(one: Citation, other: Citation) -> bool:
    """Say whether the table of laws has it that one replaces the other, directly or through others."""
    heir, at = _code(other), _code(one)
    seen = set()
    while at and at not in seen:
        seen.add(at)
        at = _heirs().get(at)
        if at and at == heir:
            return True
    return False


@cache
def _heirs() -> dict[str, str]:
    pairs = ((code_key(row["number"]), code_key(row["replaced_by"])) for row in rows("laws"))
    return {old: new for old, new in pairs if old and new}
