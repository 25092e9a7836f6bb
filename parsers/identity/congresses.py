"""Congress resolutions: documents without a number, known by the congress that adopted them.

Takes a citation by name, gives its id. However it is called (`Đại hội XIII của Đảng`, `Đại hội lần thứ XIII`,
`Đại hội đại biểu toàn quốc lần thứ XIII`), a congress has one ordinal and one resolution. A plenum adopts
several, so its name alone means none of them (Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

import re

from models.document_id import DocumentId
from parsers.identity.cycles import roman
from parsers.identity.issuers import Own
from parsers.identity.places import place

_CONGRESS = re.compile(
    r"đại\s+hội(?:\s+đại\s+biểu)?(?P<body>(?:\s+(?!lần\b|khóa\b)[^\W\d_]+){0,9}?)(?:\s+lần\s+thứ)?\s+(?P<ordinal>[IVXL]+|\d{1,2})(?!\w)(?P<after>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PARTY = re.compile(r"Đảng(?!\s+bộ|\s+ủy)", re.IGNORECASE)
_OTHER = re.compile(r"công đoàn|đoàn thanh niên|đoàn tncs|hội\s+(?:liên|nông|cựu|phụ)|mặt trận|thi đua", re.IGNORECASE)
_BRANCH = re.compile(r"Đảng\s+bộ", re.IGNORECASE)
_PAPERS = re.compile(r"Văn\s+kiện", re.IGNORECASE)


def congress(raw: str, own: Own) -> DocumentId | None:
    """Give the id of a congress's resolution, or None where it is none, or whose congress it was stays open.

    raw: the citation as printed. own: the citing document.
    """
    match = _CONGRESS.search(raw)
    ordinal = roman(match["ordinal"]) if match else None
    if match is None or not ordinal or _OTHER.search(raw):
        return None
    issuer = _issuer(match["body"] + match["after"], own)
    kind = "van-kien-dai-hoi" if _PAPERS.match(raw) else "nghi-quyet-dai-hoi"
    return DocumentId(issuer=issuer, doc_type=kind, cycle=f"khoa-{ordinal}") if issuer else None


def _issuer(words: str, own: Own) -> str | None:
    """Give whose congress it was, by the words around its ordinal."""
    if not _BRANCH.search(words):
        return "vn/trung-uong-dang" if "toàn quốc" in words.lower() or _PARTY.search(words) else None
    where = place(words)
    province, unit = where.province or own.province, where.unit
    if where.level == "unit":
        unit = unit or own.unit
        return f"vn/{province}/{unit}/dang-uy" if province and unit else None
    at_province = where.level == "province" or where.province is not None
    return f"vn/{province}/tinh-uy" if province and at_province else None
