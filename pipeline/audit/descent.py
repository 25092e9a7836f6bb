"""Descent: which documents carry a directive out, directly or through others.

Takes the key of a directive in an archive, gives its children, their chains, and whether their citation is right.
Rule of the place: the shortest chain counts; a document that was issued before the directive is none of its children.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from sqlalchemy import Connection

from models import Document
from pipeline.audit import archived
from pipeline.audit.archived import Citing
from pipeline.likeness import covered, weighed

DEEPEST = 5
"""Steps of a chain that are followed."""
ALIKE = 0.45
"""Share of the words of a directive's title that a plan which misquotes its number must have, in its own title and
around the citation."""
_AROUND = 160


class Descendant(NamedTuple):
    """A document below the directive: key, chain to it, where it cites the one above, and what is wrong there."""

    key: int
    via: tuple[str, ...]
    start: int
    end: int
    wrong: Literal["day", "number"] | None = None


def descendants(connection: Connection, key: int, directive: Document) -> list[Descendant]:
    """Give the documents that carry a directive out, the nearest first."""
    identity, day, id_key = archived.ids_of(connection, [key])[key]
    found: dict[int, Descendant] = {}
    slips = list(archived.placeholders(connection, identity, id_key, day))
    told = archived.load(connection, {one.document for one in slips})
    for one in slips:
        wrong = _wrong(one, identity)
        if one.document not in found and _same_matter(told[one.document], one, directive):
            found[one.document] = Descendant(one.document, (), one.start, one.end, wrong)
    level: dict[str, tuple[str, ...]] = {identity: ()}
    level |= {name: (name,) for name in _ids(connection, found).values()}
    seen = {key, *found}
    for _ in range(DEEPEST):
        step = _step(archived.citing(connection, level), level, seen)
        named = archived.ids_of(connection, list(step))
        step = {k: one for k, one in step.items() if not _before(named[k][1], day)}
        found |= step
        seen |= set(step)
        level = {named[k][0]: (*one.via, named[k][0]) for k, one in step.items()}
        if not level:
            break
    return list(found.values())


def _step(citing: Iterable[Citing], level: dict[str, tuple[str, ...]], seen: set[int]) -> dict[int, Descendant]:
    """Give the documents right below those of a level; one that cites two of them goes by the first and shortest."""
    found: dict[int, Descendant] = {}
    for one in sorted(citing, key=lambda one: (one.through is not None, len(level[one.work]), one.document, one.start)):
        if one.document not in seen and one.document not in found:
            via = (*level[one.work], *((one.through,) if one.through else ()))
            found[one.document] = Descendant(one.document, via, one.start, one.end)
    return found


def _ids(connection: Connection, found: dict[int, Descendant]) -> dict[int, str]:
    return {key: row[0] for key, row in archived.ids_of(connection, list(found)).items()}


def _before(day: str | None, other: str | None) -> bool:
    return day is not None and other is not None and day < other


def _wrong(one: Citing, identity: str) -> Literal["day", "number"]:
    return "day" if one.work.rpartition("/")[2] == identity.rpartition("/")[2] else "number"


def _same_matter(document: Document, one: Citing, directive: Document) -> bool:
    """Say whether a document that misquotes a number is about what the directive is about, and not older."""
    theirs, ours = document.header.issued_on, directive.header.issued_on
    if _before(theirs, ours):
        return False
    said = f"{document.header.title or ''} {document.text[one.start : one.end + _AROUND]}"
    return covered(weighed(directive.header.title or ""), weighed(said)) >= ALIKE
