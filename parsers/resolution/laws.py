"""Laws by name: the edition that is meant, and its number, from the law table.

Takes citations of laws, gives them with number, day and issuer. A printed day or year names the edition, and so
does a fuller mention of the same name in the document; else it is the edition in force throughout the days on
which the citing document may have been issued. A gap in the table, or a second edition that fits, gives none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from models import Citation, Resolved
from parsers.identity.cycles import Days, days
from parsers.knowledge import rows
from parsers.vietnamese.unicode import key

_KINDS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_TAIL = re.compile(r",?\s+(?:số\s*:?\s*\d.*|ngày\s+\d.*|năm\s+\d{4}|(?:19|20)\d{2})$", re.DOTALL)
_ISSUERS = {"pháp lệnh": "Ủy ban Thường vụ Quốc hội"}


class Law(NamedTuple):
    """One edition of a law: its number, the day it was passed, the days it is in force (None: open or not known)."""

    kind: str
    number: str | None
    passed: str
    effective: date | None
    valid_to: date | None


def resolved(citations: tuple[Citation, ...], when: Days) -> tuple[Citation, ...]:
    """Give the citations, laws with the edition that the table has.

    citations: in reading order. when: the days on which the citing document may have been issued.
    """
    if not any(citation.doc_type in _KINDS for citation in citations):
        return citations
    bounds = _bounds(when, citations)
    printed = _printed(citations)
    return tuple(
        _filled(citation, bounds, printed) if citation.doc_type in _KINDS else citation for citation in citations
    )


def edition(citation: Citation, bounds: Days, printed: dict[str, set[Law]] | None = None) -> Law | None:
    """Give the edition that a citation of a law means, or None where none or more than one fits.

    bounds: the days on which the citing document may have been issued. printed: editions that it names in full.
    """
    if citation.symbol:
        return _by_number().get(_folded(citation.code or ""))
    name = name_of(citation.raw)
    known = _editions().get(name, ())
    if citation.issued_on:
        fitting = [law for law in known if law.passed.startswith(citation.issued_on)]
    elif printed and printed.get(name):
        fitting = list(printed[name])
    else:
        fitting = _in_force(known, bounds)
    return fitting[0] if len(fitting) == 1 else None


def name_of(raw: str) -> str:
    """Give the key of a law's name as printed: without day, year and number, commas aside."""
    return key(_TAIL.sub("", " ".join(raw.split()))).replace(",", "")


@cache
def _editions() -> dict[str, tuple[Law, ...]]:
    found: defaultdict[str, list[Law]] = defaultdict(list)
    for row in rows("laws"):
        for name in {name_of(name) for name in (row["name"], *filter(None, row["variants"].split(";")))}:
            found[name].append(_law(row))
    return {name: tuple(laws) for name, laws in found.items()}


@cache
def _by_number() -> dict[str, Law]:
    return {_folded(row["number"]): _law(row) for row in rows("laws") if row["number"]}


def _law(row: dict[str, str]) -> Law:
    effective, valid_to = (date.fromisoformat(row[c]) if row[c] else None for c in ("effective", "valid_to"))
    return Law(row["kind"], row["number"] or None, row["passed"], effective, valid_to)


def _folded(number: str) -> str:
    return number.replace("PL-", "").lstrip("0").upper()


def _in_force(known: Iterable[Law], bounds: Days) -> list[Law]:
    """Give the editions in force on some day of the bounds, if one of them was so throughout."""
    first, last = bounds.first, bounds.last or date.max
    if first is None:
        return []
    some = [law for law in known if (law.effective or date.min) <= last and first <= (law.valid_to or date.max)]
    return [law for law in some if law.effective and law.effective <= first] if len(some) == 1 else []


def _bounds(when: Days, citations: Iterable[Citation]) -> Days:
    """Give the days on which the citing document may have been issued; without a date, not before what it cites."""
    if when.first is not None:
        return when
    cited = [found.last for found in (days(c.issued_on) for c in citations if c.code) if found.first and found.last]
    return Days(max(cited, default=None), None)


def _printed(citations: Iterable[Citation]) -> dict[str, set[Law]]:
    """Give the editions that a document names by day, year or number, by name."""
    found: defaultdict[str, set[Law]] = defaultdict(set)
    for citation in citations:
        if citation.doc_type in _KINDS and (citation.issued_on or citation.symbol):
            law = edition(citation, Days(None, None))
            if law is not None:
                found[name_of(citation.raw)].add(law)
    return found


def _filled(citation: Citation, bounds: Days, printed: dict[str, set[Law]]) -> Citation:
    law = edition(citation, bounds, printed)
    if law is None or (citation.symbol and (citation.issued_on or citation.resolved)):
        return citation
    issuer = _ISSUERS.get(law.kind, "Quốc hội")
    told = Resolved.model_construct(code=law.number, issued_on=law.passed, issuer=issuer, origin="law-table")
    return citation.model_copy(update={"resolved": told})
