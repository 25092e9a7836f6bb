"""References: cited documents that no longer held, or no longer as they were, when a plan was issued.

Takes plans and what the archive says became of the documents they cite, gives references with evidence. Laws are
looked up in the table of laws by number; other documents in the archive, by citations that replace, repeal or amend.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection

from models import Citation
from models.audit import Reference, State
from parsers.agencies.days import day_after
from parsers.knowledge import rows
from pipeline.archive.codes import code_key
from pipeline.audit import archived
from pipeline.audit.archived import Change
from pipeline.audit.units import Judged

_CHANGING = frozenset({"replaces", "repeals", "amends"})
"""Relations in which a cited document may well be out of force."""
_ORDER: dict[State, int] = {"repealed": 0, "replaced": 1, "expired": 2, "amended": 3}


class Law(NamedTuple):
    """An edition of a law that has ended: its number, last day, and the number of the next."""

    number: str
    last: str
    successor: str | None


def references(
    connection: Connection, plans: Collection[tuple[int, str, Judged]], directive: str
) -> tuple[Reference, ...]:
    """Give the outdated references of some plans.

    plans: key, agency, document. directive: id of the document that is audited, which is no reference.
    """
    works = archived.cited_works(connection, [key for key, _, _ in plans])
    asked = {work for work in works.values() if work != directive and not _is_law(work)}
    changed: dict[str, list[Change]] = {}
    for change in archived.changes(connection, asked):
        changed.setdefault(change.work, []).append(change)
    return tuple(one for key, agency, judged in plans for one in _of(key, agency, judged, works, changed, directive))


def _of(
    key: int,
    agency: str,
    judged: Judged,
    works: dict[tuple[int, int], str],
    changed: dict[str, list[Change]],
    directive: str,
) -> Iterator[Reference]:
    day = judged.document.header.issued_on
    seen: set[str] = set()
    for ordinal, citation in enumerate(judged.document.citations):
        work = works.get((key, ordinal))
        if day is None or citation.relation in _CHANGING or work == directive:
            continue
        found = _by_law(citation, day) or _by_archive(changed.get(work or "", ()), day, key)
        name = citation.code or (citation.resolved.code if citation.resolved else None) or citation.raw
        if found and name not in seen:
            seen.add(name)
            state, on, by = found
            evidence = judged.located.place(citation.span.start, citation.span.end)
            yield Reference(
                document=judged.document.id, agency=agency, cited=name, state=state, on=on, by=by, evidence=evidence
            )


def _by_law(citation: Citation, day: str) -> tuple[State, str, str | None] | None:
    law = _ended().get(code_key(citation.code)) if citation.code else None
    if law is None or not day > law.last:
        return None
    return ("replaced" if law.successor else "expired"), day_after(law.last), law.successor


def _by_archive(found: Collection[Change], day: str, key: int) -> tuple[State, str, str] | None:
    """Give the gravest change before a day, made by another document; of several the first."""
    before = [one for one in found if one.on <= day and one.key != key]
    if not before:
        return None
    change = min(before, key=lambda one: (_ORDER[one.state], one.on, one.by))
    return change.state, change.on, change.by


def _is_law(work: str) -> bool:
    """Say whether a work is an act of the National Assembly, which the table of laws knows better than an archive."""
    return work.startswith(("vn/quoc-hoi/", "vn/uy-ban-thuong-vu-quoc-hoi/"))


@cache
def _ended() -> dict[str, Law]:
    """Give the laws whose last day is known, by the key of their number."""
    return {
        code_key(row["number"]): Law(row["number"], row["valid_to"], row["replaced_by"] or None)
        for row in rows("laws")
        if row["number"] and row["valid_to"]
    }
