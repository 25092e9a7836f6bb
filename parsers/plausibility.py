"""Plausibility: what cannot be right, or is worth a second look, in what a document cites.

Takes header and resolved citations, gives warnings with stable codes. Nothing is corrected: a wrong date in print
stays as printed, and the reader is told (numbers and terms: Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date

from models import Citation, Header, Warning
from parsers.identity import symbols
from parsers.identity.cycles import Days, days, possible_terms, printed_term
from parsers.resolution.laws import edition

_MESSAGES = {
    "cited-after-issue": "Văn bản được viện dẫn có ngày sau ngày ban hành của văn bản này: {}.",
    "code-year-mismatch": "Năm trong số, ký hiệu không khớp với ngày ban hành được viện dẫn: {}.",
    "assembly-term-mismatch": "Khóa Quốc hội trong ký hiệu không khớp với năm: {}.",
    "party-term-mismatch": "Khóa của Đảng không khớp với ngày ban hành: {}.",
    "law-date-mismatch": "Ngày của luật được viện dẫn không khớp với bảng luật: {}.",
    "law-replaced": "Luật được viện dẫn đã bị thay thế trước ngày ban hành văn bản này: {}.",
    "conflicting-dates": "Cùng một số, ký hiệu được viện dẫn với hai ngày khác nhau: {}.",
}
_LAWS = ("luật", "bộ luật", "pháp lệnh")


def implausible(citations: tuple[Citation, ...], header: Header) -> tuple[Warning, ...]:
    """Give the warnings about the citations of a document, one for each code and document cited.

    citations: with `resolved` and `target`. header: of the citing document.
    """
    issued = days(header.issued_on)
    found: dict[tuple[str, str], None] = {}
    for citation in citations:
        for code, holds in _CHECKS.items():
            if holds(citation, issued):
                found.setdefault((code, _shown(citation)))
    for shown in _conflicting(citations):
        found.setdefault(("conflicting-dates", shown))
    return tuple(Warning(code=code, message=_MESSAGES[code].format(shown)) for code, shown in found)


def _shown(citation: Citation) -> str:
    words = " ".join(citation.raw.split())
    return words if len(words) <= 120 else f"{words[:119]}…"


def _after(citation: Citation, issued: Days) -> bool:
    cited = days(citation.issued_on)
    return cited.first is not None and issued.last is not None and cited.first > issued.last


def _other_year(citation: Citation, issued: Days) -> bool:
    parts = symbols.symbol(citation.symbol) if citation.symbol else None
    cited = days(citation.issued_on)
    return bool(parts and parts.year and parts.letters and cited.first and cited.first.year != parts.year)


def _other_assembly(citation: Citation, issued: Days) -> bool:
    parts = symbols.symbol(citation.symbol) if citation.symbol else None
    if parts is None or parts.term is None or parts.bodies[0] not in ("QH", "UBTVQH"):
        return False
    when = days(str(parts.year) if parts.year else citation.issued_on)
    return when.first is not None and f"qh{parts.term}" not in possible_terms("quoc-hoi", when)


def _other_congress(citation: Citation, issued: Days) -> bool:
    parts = symbols.symbol(citation.symbol) if citation.symbol else None
    term = printed_term(citation.issuer.raw) if citation.issuer else None
    when = days(citation.issued_on)
    if parts is None or parts.bodies[0] != "TW" or term is None or when.first is None or not term.startswith("khoa"):
        return False
    return term not in possible_terms("trung-uong", when)


def _other_law_day(citation: Citation, issued: Days) -> bool:
    """Say whether a law is cited by a day on which the table has no edition of it, though it has one of that year."""
    day = citation.issued_on
    if citation.doc_type not in _LAWS or day is None or len(day) != 10 or "X" in day:
        return False
    if edition(citation, Days(None, None)) is not None and citation.symbol is None:
        return False
    told = edition(citation.model_copy(update={"issued_on": day[:4]}), Days(None, None))
    return told is not None and told.passed != day


def _replaced(citation: Citation, issued: Days) -> bool:
    if citation.doc_type not in _LAWS or issued.first is None or not (citation.issued_on or citation.symbol):
        return False
    law = edition(citation, issued)
    return law is not None and law.valid_to is not None and law.valid_to < issued.first


_CHECKS: dict[str, Callable[[Citation, Days], bool]] = {
    "cited-after-issue": _after,
    "code-year-mismatch": _other_year,
    "assembly-term-mismatch": _other_assembly,
    "party-term-mismatch": _other_congress,
    "law-date-mismatch": _other_law_day,
    "law-replaced": _replaced,
}


def _conflicting(citations: tuple[Citation, ...]) -> Iterator[str]:
    """Give each document that is cited with two days, at its second day."""
    seen: defaultdict[str, set[date]] = defaultdict(set)
    for citation in citations:
        cited = days(citation.issued_on)
        if citation.target is None or citation.code is None or cited.first is None or cited.first != cited.last:
            continue
        known = seen[citation.target]
        if known and cited.first not in known:
            yield _shown(citation)
        known.add(cited.first)
