"""Rows of agencies: what the knowledge tables say of an id, and the line of succession it stands in.

Takes ids, gives rows of the table `agencies`. Rule of the place: a row depends on the id alone, never on the document
that names it, so that it is the same whichever document comes first.
"""

from __future__ import annotations

from functools import lru_cache

from parsers.agencies import Step, find, line


@lru_cache(maxsize=65536)
def agency_row(identity: str) -> dict[str, str | None]:
    """Give the row of an agency's id."""
    known = find(identity)
    return {
        "id": identity,
        "name": known.name if known else None,
        "kind": known.kind if known else None,
        "level": known.level if known else None,
        "province": known.province if known else None,
        "line": line_of(identity),
    }


@lru_cache(maxsize=65536)
def line_of(identity: str) -> str:
    """Give the id of the body that an agency has become by now; itself where it lives, was split, or is not known."""
    known = line(identity)
    return _last(known.after, identity) if known else identity


def _last(steps: tuple[Step, ...], last: str) -> str:
    whole = [step for step in steps if step.link.scope != "part"]
    return _last(whole[0].steps, whole[0].agency.id) if len(whole) == 1 else last
