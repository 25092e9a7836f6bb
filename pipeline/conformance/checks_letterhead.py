"""The top of the first page: national name and motto, issuer, type, subject, marks of draft and urgency.

Takes a Paper, gives the rules that are broken (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 1, 2, 5, 9a, 10b). What is
missing is claimed only where the file shows the rest of the letterhead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.conformity import Family
from parsers.vietnamese.unicode import dashes
from pipeline.conformance.paper import Hit, Paper, lines

_NAME = re.compile(r"cong\s*h[o0]a\s*xa\s*hoi\s*chu\s*nghia\s*viet\s*nam", re.IGNORECASE)
_MOTTO = re.compile(r"doc\s*lap[^\n]{4,16}hanh\s*phuc", re.IGNORECASE)
_RIGHT_MOTTO = re.compile(r"Độc\s+lập\s+-\s+Tự\s+do\s+-\s+Hạnh\s+phúc")
_PARTY = re.compile(r"dang\s+cong\s+san\s+viet\s+nam", re.IGNORECASE)
_SUBJECT = re.compile(r"V/v\b")
_DRAFT = re.compile(r"\W*(?:BẢN )?(?:DỰ THẢO|Dự thảo)(?:\s+(?:LẦN|lần)?\s*\d+)?\W*")
_URGENT = re.compile(r"\W*(?P<word>(?:RẤT |KHẨN |TỐI )KHẨN|KHẨN CẤP|KHẨN TRƯƠNG|H[ỎO][AẢ] KHẨN|CẤP BÁCH|GẤP)\W*")
_TOP = 1500
_BELOW = 120
"""Characters below the header in which a mark of urgency may still be read."""
_LETTER = ("công văn",)
_UNTITLED = ("công văn", "công điện", "biên bản", "hợp đồng", "phát động", "lời kêu gọi", "giấy mời", "giấy phép")
"""Types whose subject stands elsewhere, or that need none."""


def letterhead(paper: Paper, family: Family) -> Iterator[Hit]:
    """Check national name, motto and issuer."""
    if not paper.letterhead:
        yield Hit("letterhead-absent")
        return
    top = paper.folded[: max(_TOP, paper.head[-1].end if paper.head else 0)]
    if family == "party":
        if not _PARTY.search(top):
            yield Hit("missing-party-title")
    elif not _NAME.search(paper.folded):
        yield Hit("missing-national-name")
    elif (motto := _MOTTO.search(top)) is None:
        yield Hit("missing-motto")
    else:
        yield from _motto(paper, *motto.span())
    issuer = paper.document.header.evidence.get("issuing_agencies")
    if not paper.document.header.issuing_agencies or (issuer and issuer.origin != "text"):
        yield Hit("missing-issuer")


def recognised(paper: Paper) -> bool:
    """Say whether the words were recognised from a picture, by whichever program: wrong letters in the motto tell."""
    found = _MOTTO.search(paper.folded)
    letters = re.sub(r"[\W_]", "", found[0]).lower() if found else "doclaptudohanhphuc"
    return paper.document.source.text_origin != "digital" or letters != "doclaptudohanhphuc"


def _motto(paper: Paper, start: int, end: int) -> Iterator[Hit]:
    words = paper.document.text[start:end]
    if not recognised(paper) and not words.isupper() and not _RIGHT_MOTTO.fullmatch(dashes(words)):
        yield Hit("motto-form", start, end, " ".join(words.split()))


def subject(paper: Paper, family: Family) -> Iterator[Hit]:
    """Check type, subject and addressee."""
    header = paper.document.header
    if not paper.letterhead:
        return
    if header.doc_type is None or (header.doc_type not in _LETTER and not _type_stands(paper, header.doc_type)):
        yield Hit("missing-type")
    elif header.doc_type in _LETTER:
        yield from _letter(paper)
    elif header.title is None and header.doc_type not in _UNTITLED:
        yield Hit("missing-subject")


def _type_stands(paper: Paper, kind: str) -> bool:
    """Say whether the type is printed; one that the symbol alone tells is not."""
    return "doc_type" in paper.document.header.evidence or kind.upper() in paper.document.text[:_TOP]


def _letter(paper: Paper) -> Iterator[Hit]:
    header, title = paper.document.header, paper.document.header.evidence.get("title")
    if header.title is None:
        yield Hit("missing-letter-subject")
    elif title and title.span:
        before = paper.document.text[max(title.span.start - 8, 0) : title.span.start]
        if not _SUBJECT.search(f"{before}{header.title}"[:24]):
            yield Hit("letter-subject-form", title.span.start, title.span.end, header.title[:60])
    if not paper.document.addressees and "kinh gui" not in paper.folded[:3000].lower():
        yield Hit("missing-addressee")


def marks(paper: Paper, family: Family) -> Iterator[Hit]:
    """Check marks of draft and of urgency."""
    header = paper.document.header
    draft = next((line for line in paper.head if _DRAFT.fullmatch(line.words)), None)
    if draft and header.number:
        yield Hit("draft-numbered", draft.start, draft.end, header.code or header.number)
    elif draft:
        yield Hit("draft", draft.start, draft.end, draft.words)
    stop = (paper.head[-1].end if paper.head else 0) + _BELOW
    for line in lines(paper.document.text, 0, stop):
        if found := _URGENT.fullmatch(line.words):
            yield Hit("urgency-word", line.start, line.end, found["word"])
