"""Nesting: a citation inside the subject of another one, `Kế hoạch 32-KH/TU thực hiện Chỉ thị 41-CT/TW`.

Takes citations and the words between neighbours, gives for each the index of the one that it is said to carry
out or amend. The cue stands right before the inner citation, in the same sentence, in the subject of the outer
one; a list (`A; B`, `A và B`) is no nesting.
"""

from __future__ import annotations

import re

from models import Citation
from models.document_id import DocumentId
from parsers.identity.symbols import number
from parsers.vietnamese.slugs import slug

_SUBJECT = (
    r"(?:\([^()]*\)\s*)?[“\"]?(?:về|v/v|quy định|hướng dẫn|ban hành|sửa đổi|bổ sung|thực hiện|triển khai|thi hành"
    r"|phê duyệt|cụ thể hóa|cụ thể hoá|tiếp tục|của\s)"
)
_POINT = r"(?:\d|[a-zđ](?!\w)|[IVX]+(?!\w))"
_PLACE = rf"(?:(?:khoản|điểm|điều|mục|chương|phụ lục|phần)\s+{_POINT}[^;.:]{{0,60}}?\s(?:của\s+)?)?"
_FILLER = (
    r"(?:\s+(?:một số|quy định|nội dung|điều|khoản|các|của|và biện pháp|biện pháp|thi hành|thắng lợi|có hiệu quả"
    r"|hiệu quả|nghiêm túc|thực hiện|chi tiết|nhiệm vụ|mục tiêu|và|,))*"
)
_VERBS = r"(?:thực hiện|triển khai|thi hành|cụ thể hóa|cụ thể hoá|quy định chi tiết|hướng dẫn|chi tiết)"
_AMENDS = r"(?:sửa đổi|bổ sung)(?:\s*,\s*bổ sung)?(?:\s+(?:một số|điều|khoản|nội dung|quy định|của|các))*"
_BEGINS = re.compile(rf"\s*{_SUBJECT}", re.IGNORECASE)
_NESTED = re.compile(
    rf"[^;\n]*?(?<!\w)(?:{_VERBS}{_FILLER}|{_AMENDS}|(?<!kèm )theo)\s+{_PLACE}$",
    re.IGNORECASE,
)
_AMENDED = re.compile(
    r"[^;\n]*?(?<!\w)được\s+(?:sửa đổi|bổ sung)[^;\n]{0,70}?(?<!\w)(?:bởi|theo|tại|bằng)\s+(?:các\s+)?" + _PLACE + "$",
    re.IGNORECASE,
)
_ATTACHED = re.compile(r"[^;\n]*\(?(?:ban hành\s+)?kèm theo\s+$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?]\s+[A-ZĐ]")
_LAWS = frozenset({"hiến pháp", "luật", "bộ luật", "pháp lệnh"})
_REACH = 420


def parents(citations: tuple[Citation, ...], targets: list[str | None], text: str) -> list[int | None]:
    """Give for each citation the index of the one that it carries out or amends, None where none is said.

    citations: in reading order. targets: their ids. text: of the document.
    """
    found: list[int | None] = [None] * len(citations)
    for outer in range(len(citations) - 1):
        inner = outer + 1
        between = _between(citations[outer], citations[inner], text)
        if between is None or (targets[outer] is not None and targets[outer] == targets[inner]):
            continue
        if _AMENDED.match(between):
            found[inner] = _amended(citations, found, outer, inner)
        elif _BEGINS.match(between) and _NESTED.match(between):
            found[outer] = inner
    return found


def _amended(citations: tuple[Citation, ...], found: list[int | None], outer: int, inner: int) -> int | None:
    """Give what is amended: a decree never amends the law before it, but the decree that carries that law out."""
    if _rank(citations[inner]) >= _rank(citations[outer]):
        return outer
    return next((index for index in range(outer - 1, -1, -1) if found[index] == outer), None)


def _rank(citation: Citation) -> int:
    if citation.doc_type in _LAWS or "QH" in (citation.symbol or ""):
        return 2
    return 1 if citation.doc_type == "nghị định" else 0


def attached(ids: list[DocumentId | None], citations: tuple[Citation, ...], text: str) -> list[DocumentId | None]:
    """Give ids in which what was issued with another document is its component: `Đề án số 13 (kèm theo …)`.

    ids: of the citations. citations: in reading order. text: of the document.
    """
    found = list(ids)
    for index in range(len(citations) - 1):
        part, whole = citations[index], ids[index + 1]
        if ids[index] is not None or whole is None or part.symbol or part.number is None or part.doc_type is None:
            continue
        between = _between(part, citations[index + 1], text)
        if between is not None and _ATTACHED.match(between):
            found[index] = whole.part(slug(f"{part.doc_type} {number(part.number) or part.number}"))
    return found


def _between(outer: Citation, inner: Citation, text: str) -> str | None:
    """Give the words between two citations, None where they are too far apart or a sentence ends there."""
    start, end = outer.span.end, inner.span.start
    if not 0 < end - start <= _REACH:
        return None
    words = text[start:end]
    return None if "\n" in words or _SENTENCE.search(words) else words
