"""Identity: which document a header or a citation means, as a `DocumentId`.

Takes a header, or a citation and the setting of the document that cites, gives the key of the document meant, or
None. Type and body come from the symbol, the type word decides only where the symbol is silent or means two
types; the year comes from a printed or resolved date and from nothing else. A blank number gives no id.
"""

from __future__ import annotations

import re

from models import Citation, Header
from models.document_id import UNKNOWN, DocumentId
from parsers.identity import symbols
from parsers.identity.congresses import congress
from parsers.identity.cycles import Days, days, possible_terms, printed_term, year_cycles
from parsers.identity.issuers import Own, issuer_slug, known, read_by
from parsers.identity.settings import own
from parsers.identity.symbols import Symbol
from parsers.vietnamese.slugs import slug

__all__ = ["Own", "of_citation", "of_document", "own"]

_ASSEMBLY = ("QH", "UBTVQH")
_COMMITTEES = ("trung-uong", "tinh-uy", "huyen-uy", "dang-uy")
_SILENT = frozenset(
    {"quyết định", "nghị định", "nghị quyết", "chỉ thị", "thông tư", "thông tư liên tịch", "văn bản hợp nhất"}
)
_LAWS = {"luật": "luat", "bộ luật": "luat", "nghị quyết": "nghi-quyet", "pháp lệnh": "phap-lenh"}
_STANDARDS = {
    "QCVN": ("quy-chuan-ky-thuat-quoc-gia", ""),
    "QCĐP": ("quy-chuan-ky-thuat-dia-phuong", ""),
    "TCVN": ("tieu-chuan-quoc-gia", "vn/bo-khoa-hoc-va-cong-nghe"),
}
_CODE = re.compile(r"(?P<number>\d[\d.]*[a-zđ]?)\s?[/-]\s?(?P<symbol>\S.*)")


def of_document(header: Header, at: str | None = None) -> DocumentId | None:
    """Give the id of the document that bears a header, or None where its number is blank or its book not known.

    at: slug of its province, if known from elsewhere.
    """
    if header.number is None or header.symbol is None:
        return None
    setting = own(header, at)
    parts, number = symbols.symbol(header.symbol), symbols.number(header.number)
    if parts is None or number is None:
        return None
    parts = read_by(parts, header.doc_type)
    issuer = setting.issuer or issuer_slug(parts.bodies, None, setting, setting.days)
    found = _identified(parts, number, header.doc_type, issuer, setting.days)
    return found if found and found.known else None


def of_citation(citation: Citation, setting: Own) -> DocumentId | None:
    """Give the id of the document that a citation means; its cycle is `unknown`, with candidates, where no date tells.

    citation: what is printed, and what was resolved. setting: of the citing document.
    """
    known_as, when = citation.resolved, _when(citation)
    if citation.doc_type == "hiến pháp":
        return _constitution(when)
    code = citation.code if citation.symbol or known_as is None else known_as.code
    if code is None:
        return congress(citation.raw, setting)
    standard = symbols.standard(code)
    if standard is not None:
        return _standard(standard, setting)
    split = _CODE.fullmatch(code)
    parts, number = (symbols.symbol(split["symbol"]), symbols.number(split["number"])) if split else (None, None)
    if parts is None or number is None:
        return None
    parts = read_by(parts, citation.doc_type)
    printed = citation.issuer.raw if citation.issuer else known_as.issuer if known_as else None
    issuer = issuer_slug(parts.bodies, printed, setting, when)
    return _identified(parts, number, citation.doc_type, issuer, when, printed or "")


def _when(citation: Citation) -> Days:
    printed = days(citation.issued_on)
    later = days(citation.resolved.issued_on) if citation.resolved else printed
    return later if printed.first is None or (printed.first != printed.last and later.first) else printed


def _identified(
    parts: Symbol, number: str, word: str | None, issuer: str | None, when: Days, printed: str = ""
) -> DocumentId | None:
    row = known(parts.bodies[0])
    doc_type = _type(parts, word, party=row is not None and row.cycle in _COMMITTEES)
    if doc_type is None or issuer is None:
        return None
    cycles = _cycles(parts, row.cycle if row else "year", issuer, when, printed)
    if len(cycles) == 1:
        return DocumentId(issuer=issuer, doc_type=doc_type, cycle=cycles[0], number=number)
    return DocumentId(issuer=issuer, doc_type=doc_type, cycle=UNKNOWN, number=number, candidates=cycles)


def _type(parts: Symbol, word: str | None, *, party: bool) -> str | None:
    """Give the slug of the type: by the symbol's letters, by the type word where they are silent or mean two."""
    if parts.bodies[0] in _ASSEMBLY and parts.letters is None:
        return _LAWS.get(word or "")
    if parts.letters is None:
        return slug(word) if word in _SILENT else "cong-van"
    if parts.letters == "CV":
        return "cong-van"
    state, of_party = symbols.type_letters()[parts.letters]
    names = (of_party or state) if party else (state or of_party)
    if word in names or (word and parts.letters == "TT" and parts.year is None):
        return slug(word)
    return slug(names[0])


def _cycles(parts: Symbol, cycle: str, issuer: str, when: Days, printed: str) -> tuple[str, ...]:
    """Give the cycles that fit, one where the book is known."""
    if cycle == "assembly" and parts.term is not None:
        return (f"qh{parts.term}-{parts.year}" if parts.year else f"qh{parts.term}",)
    if cycle in _COMMITTEES:
        term = printed_term(printed)
        if term and term.startswith("khoa" if cycle == "trung-uong" else "nk"):
            return (term,)
        return possible_terms(cycle, when) if when.first or when.last else ()
    normative = parts.year is not None and parts.letters not in (None, "CV")
    return year_cycles(issuer, parts.year, when, "qppl-" if normative else "")


def _constitution(when: Days) -> DocumentId | None:
    if when.first is None or when.last is None or when.first.year != when.last.year:
        return None
    return DocumentId(issuer="vn/quoc-hoi", doc_type="hien-phap", cycle=f"qppl-{when.first.year}")


def _standard(standard: symbols.Standard, setting: Own) -> DocumentId | None:
    doc_type, issuer = _STANDARDS[standard.kind]
    body = issuer or (issuer_slug((standard.body,), None, setting) if standard.body else None)
    if body is None:
        return None
    return DocumentId(issuer=body, doc_type=doc_type, cycle=str(standard.year), number=standard.number)
