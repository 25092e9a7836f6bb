"""Aliases: `sau đây gọi tắt là Nghị quyết 57` names the document cited just before it.

Takes text and citations, gives citations by type and number alone (`Chỉ thị 11`) with the code they stand for:
by an alias of the document, else by the only code in it with that type and number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from models import Citation, Resolved
from parsers.identity.symbols import number
from parsers.knowledge import doc_types

_CUES = ("gọi tắt", "gọi chung", "gọi là", "viết tắt", "gọi Nghị", "gọi Luật")
_REACH = 700


class Alias(NamedTuple):
    """A short name: type word and number (None in `sau đây gọi là Luật`), and the index of the citation it names."""

    doc_type: str
    number: str | None
    owner: int
    start: int


@cache
def _said() -> re.Pattern[str]:
    names = "|".join(re.escape(t.name).replace(r"\ ", r"\s+") for t in doc_types() if t.cited)
    return re.compile(
        rf"(?:gọi|viết)(?:\s+(?:tắt|chung))?(?:\s+là)?\s*:?\s*[“\"]?(?P<type>{names})(?!\w)(?:\s+(?:số\s*)?(?P<number>\d[\d.]*[a-zđ]?)(?!\w))?",
        re.IGNORECASE,
    )


def aliases(citations: tuple[Citation, ...], text: str) -> tuple[Alias, ...]:
    """Give the short names that a document introduces for documents it cites.

    citations: in reading order. text: of the document.
    """
    found = []
    for position in sorted({at for cue in _CUES for at in _positions(text, cue)}):
        match = _said().match(text, position)
        if match is None:
            continue
        doc_type = " ".join(match["type"].lower().split())
        figures = number(match["number"]) if match["number"] else None
        owner = _owner(citations, text, position, doc_type, figures)
        if owner is not None:
            found.append(Alias(doc_type, figures, owner, match.start("type")))
    return tuple(found)


def resolved(citations: tuple[Citation, ...], text: str) -> tuple[Citation, ...]:
    """Give the citations, those by type and number alone with the code they stand for."""
    if not any(_is_short(citation) for citation in citations):
        return citations
    named = {(alias.doc_type, alias.number): citations[alias.owner] for alias in aliases(citations, text)}
    coded: defaultdict[tuple[str | None, str | None], dict[str | None, Citation]] = defaultdict(dict)
    for citation in citations:
        if citation.symbol and citation.number:
            kept = coded[(citation.doc_type, number(citation.number))].setdefault(citation.code, citation)
            if kept.issued_on is None and citation.issued_on:
                coded[(citation.doc_type, number(citation.number))][citation.code] = citation
    return tuple(_with_code(citation, named, coded) if _is_short(citation) else citation for citation in citations)


def _positions(text: str, cue: str) -> list[int]:
    found, at = [], text.find(cue)
    while at >= 0:
        found.append(at)
        at = text.find(cue, at + 1)
    return found


def _owner(citations: tuple[Citation, ...], text: str, position: int, doc_type: str, figures: str | None) -> int | None:
    """Give the nearest citation before the alias in its paragraph that has its type and, if it has one, its number."""
    begin = max(text.rfind("\n", 0, position) + 1, position - _REACH)
    for index in range(len(citations) - 1, -1, -1):
        citation = citations[index]
        if citation.span.end > position:
            continue
        if citation.span.start < begin:
            return None
        if citation.doc_type == doc_type and (figures is None or number(citation.number or "") == figures):
            return index
    return None


def _is_short(citation: Citation) -> bool:
    return citation.symbol is None and citation.number is not None and citation.number == citation.code


def _with_code(
    citation: Citation,
    named: dict[tuple[str, str | None], Citation],
    coded: dict[tuple[str | None, str | None], dict[str | None, Citation]],
) -> Citation:
    wanted = (citation.doc_type or "", number(citation.number or ""))
    owner = named.get(wanted)
    candidates = list(coded.get(wanted, {}).values())
    full = owner or (candidates[0] if len(candidates) == 1 else None)
    if full is None or (citation.issued_on and full.issued_on and citation.issued_on != full.issued_on):
        return citation
    known = full.resolved
    told = Resolved.model_construct(
        code=full.code,
        issued_on=full.issued_on or (known.issued_on if known else None),
        issuer=full.issuer.raw if full.issuer else known.issuer if known else None,
        origin="alias" if owner else "mention",
    )
    return citation.model_copy(update={"resolved": told})
