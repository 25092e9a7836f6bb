"""Family and time: whose rules a document is under, and which decree was in force.

Takes a Document, gives its family by the letterhead's first line, its symbol, its type and its issuer, and the
regime of the day of issue (Nghị định 30/2020/NĐ-CP, Điều 1; Quy định 66-QĐ/TW; Luật 64/2025/QH15, Điều 4).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from models import Document
from models.conformity import DatedBy, Family
from parsers.vietnamese.unicode import ascii_key, dashes
from pipeline.conformance.paper import head_end
from pipeline.conformance.rules import Regime, regimes

_PARTY = re.compile(r"dang cong san viet nam")
_PARTY_SYMBOL = re.compile(r"[^\W\d]+/(?:TW|TƯ|TU|HU|QU|ĐU|CB|(?:VP|BTC|UBKT|BTG|BDV|BNC)\w*T[WU])\b")
_YOUTH = re.compile(r"doan tncs|doan thanh nien cong san")
_LEGAL = frozenset((
    "hiến pháp", "bộ luật", "luật", "pháp lệnh", "lệnh", "nghị định", "thông tư", "thông tư liên tịch",
    "nghị quyết liên tịch",
))  # fmt: skip
_OLD = frozenset(("sắc lệnh", "văn bản hợp nhất", "thông tư liên bộ"))
_YEAR_IN_SYMBOL = re.compile(r"\d{4}/")
_LEGAL_WITH_YEAR = frozenset(("quyết định", "nghị quyết", "chỉ thị"))
_OWN_RULES = re.compile(
    r"^(?:tong )?(?:lien doan lao dong|cong doan|hoi (?:lien hiep|nong dan|cuu chien binh|chu thap do)|"
    r"(?:uy ban |ban thuong truc )?(?:uy ban )?(?:trung uong )?(?:mat tran|mttq)|doan (?:thanh nien|tncs)|tinh doan)|"
    r"\bmat tran to quoc\b|\bmttq\b|^(?:uy ban thuong vu )?quoc hoi\b|^toa an|^vien kiem sat|"
    r"^cong ty|^tap doan|^ngan hang (?!nha nuoc)"
)
"""Issuers with format rules of their own: unions and associations, the National Assembly, courts, enterprises."""


class Setting(NamedTuple):
    """Family, decree in force (None where none is known), the day that decided and how it was known."""

    family: Family
    regime: Regime | None
    day: str | None
    dated_by: DatedBy


def setting(document: Document) -> Setting:
    """Say whose rules of which time a document is under."""
    family = family_of(document)
    day, dated_by = _day(document)
    return Setting(family, _in_force(family, day), day, dated_by)


def family_of(document: Document) -> Family:
    """Tell the family of a document: the letterhead's first line first, then symbol, type, issuer."""
    header = document.header
    head = " ".join(ascii_key(document.text[: head_end(document)]).split())
    symbol = dashes(header.symbol or "")
    if _YOUTH.search(head) or header.doc_type in _OLD:
        return "other"
    if _PARTY.search(head) or ("cong hoa" not in head and _PARTY_SYMBOL.search(symbol)):
        return "party"
    if any(_OWN_RULES.search(ascii_key(body.name)) for body in header.issuing_agencies):
        return "other"
    legal = header.doc_type in _LEGAL or (header.doc_type in _LEGAL_WITH_YEAR and _YEAR_IN_SYMBOL.match(symbol))
    return "legal" if legal else "state"


def _day(document: Document) -> tuple[str | None, DatedBy]:
    """Give the day of issue, as far as it is printed, else the latest day that the document cites."""
    issued = document.header.issued_on
    if issued and not issued.startswith("X"):
        return issued, "issue"
    cited = [one.issued_on for one in document.citations if one.issued_on and re.match(r"\d{4}", one.issued_on)]
    return (max(cited), "latest") if cited else (None, "assumed")


def _in_force(family: Family, day: str | None) -> Regime | None:
    """Give the decree in force; a day that is partly blank counts as its month's or year's last."""
    own = [one for one in regimes() if one.family == family]
    if day is None:
        return own[-1] if own else None
    last = re.sub(r"-XX", "-99", day).ljust(10, "~")
    return next((one for one in own if one.valid_from <= last and (not one.valid_to or last <= one.valid_to)), None)
