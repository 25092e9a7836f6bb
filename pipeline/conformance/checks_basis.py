"""Legal bases and citations: what each must name, how the lines of bases end, capitals of pinpoints.

Takes a Paper, gives the rules that are broken (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6a-6b; Phụ
lục II, Mục V).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models import Citation
from models.conformity import Family
from parsers.vietnamese.unicode import ascii_key
from pipeline.conformance.paper import Hit, Line, Paper

_LAWS = frozenset(("luật", "bộ luật", "pháp lệnh", "hiến pháp"))
_TAIL = 40
_LEADS = re.compile(
    r"\W*(?:Căn cứ|Xét)\s+(?:(?:[Cc]ác\s+)?(?:[Đđ]iểm|[Kk]hoản|Điều|Mục|Chương|Phần|quy định tại)\s[^\n;]{0,60})?$"
)
"""What may stand between the start of a line and the document that it gives as a basis."""
_LAW_NUMBER = re.compile(
    r"\W*Căn cứ\s+(?P<law>(?:Luật|Bộ luật|Pháp lệnh)\b[^;\d]{0,200}?(?:số\s*)?\d+/\d{4}/(?:PL-)?(?:UBTV)?QH\d+)"
)
_NO_DOCUMENT = re.compile(r"qcvn|tcvn|quy chuan|tieu chuan")
_GOES_ON = re.compile(r"\W*(?:Theo|Thực hiện|Trên cơ sở|Xét|Sau khi|Để|Nhằm|Tiếp theo|Triển khai|Phúc đáp|Trả lời)\b")
_RUNNING = re.compile(r"như\s+sau|ban\s+hành\s+(?:Kế\s+hoạch|Quyết\s+định|Hướng\s+dẫn)(?!.{0,40}số)|:\s*$")


def bases(paper: Paper, family: Family) -> Iterator[Hit]:
    """Check the paragraphs of legal bases and the documents that they name."""
    yield from _ends(paper)
    for line in paper.bases:
        if found := _LAW_NUMBER.match(line.words):
            yield Hit("basis-law-number", line.start + found.start("law"), line.start + found.end(), found["law"][:80])
    seen: set[str] = set()
    for one in paper.document.citations:
        if not one.code or one.code in seen or one.within not in ("preamble", "body"):
            continue
        seen.add(one.code)
        within = next((line for line in paper.bases if line.start <= one.span.start < line.end), None)
        if within:
            yield from _basis(paper, one, within)
        elif _bare(one):
            yield Hit("citation-date", one.span.start, one.span.end, one.raw[:80])


def _bare(one: Citation) -> bool:
    """Say whether a mention in the body names a numbered document without its day, here or elsewhere."""
    dated = one.issued_on or one.resolved
    kind = one.doc_type is not None and one.doc_type not in _LAWS
    whole = "/" in (one.code or "")
    return one.within == "body" and not dated and kind and whole and not _NO_DOCUMENT.search(ascii_key(one.raw))


def _ends(paper: Paper) -> Iterator[Hit]:
    """Check how bases end; one that runs on into the operative words is a sentence, no line of bases."""
    lines = paper.bases
    if len(lines) < 2 or any(_RUNNING.search(line.words) for line in lines):
        return
    for line in lines[:-1]:
        if not line.words.endswith(";"):
            yield Hit("basis-end", max(line.end - _TAIL, line.start), line.end, line.words[-_TAIL:])
    if _GOES_ON.match(paper.document.text[lines[-1].end :][:40].lstrip()):
        return
    if lines[-1].words[-1] in ",;" or lines[-1].words[-1].isalnum():
        end = lines[-1].end
        yield Hit("basis-last-end", max(end - _TAIL, lines[-1].start), end, lines[-1].words[-_TAIL:])


def _basis(paper: Paper, one: Citation, line: Line) -> Iterator[Hit]:
    if not _LEADS.match(paper.document.text[line.start : one.span.start]):
        return
    at = one.span.start, one.span.end
    shown = one.raw[:80]
    if not one.doc_type or one.doc_type in _LAWS:
        return
    if not one.issued_on and not _day_after(paper, one):
        yield Hit("basis-date", *at, shown)
    elif not one.issuer and not re.search(r"\bcủa\b", _after(paper, one, line)):
        yield Hit("basis-issuer", *at, shown)
    elif not one.title and len(paper.document.text[one.span.end : line.end].split()) < 2:
        yield Hit("basis-title", *at, shown)


def _day_after(paper: Paper, one: Citation) -> bool:
    return re.match(r"[\s,(]*(?:ngày|năm)\b", paper.document.text[one.span.end : one.span.end + 20]) is not None


def _after(paper: Paper, one: Citation, line: Line) -> str:
    return paper.document.text[one.span.start + len(one.code or "") : line.end]


def pinpoints(paper: Paper, family: Family) -> Iterator[Hit]:
    """Check the capitals of articles, clauses and points that are referred to."""
    text = paper.document.text
    for one in paper.document.citations:
        if not one.pinpoint or one.within not in ("preamble", "body"):
            continue
        start = text.rfind(one.pinpoint, max(one.span.start - 120, 0), one.span.end)
        if start < 0 or _opens(text, start):
            continue
        wrong = re.search(r"\bđiều(?=\s+\d)|(?<!^)\b(?:Khoản|Điểm)(?=\s+(?:\d|[a-zđ]\b))", one.pinpoint)
        if wrong:
            end = start + len(one.pinpoint)
            yield Hit("pinpoint-case", start, end, one.pinpoint, _right(one.pinpoint))


def _opens(text: str, start: int) -> bool:
    """Say whether a pinpoint opens a sentence, where its first letter is a capital anyhow."""
    return re.search(r"(?:^|[.:;\n“\"(])\s*(?:[-+*\d.a-zđ)]{0,4}\s*)$", text[max(start - 8, 0) : start]) is not None


def _right(pinpoint: str) -> str:
    lowered = re.sub(r"\b(Khoản|Điểm)\b", lambda one: one[0].lower(), pinpoint)
    return re.sub(r"\bđiều(?=\s+\d)", "Điều", lowered)
