"""Nơi nhận: the list, its punctuation, `Như trên`, the archive line.

Takes a Paper, gives the rules that are broken (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 9a-9b; Thông tư 01/2011/TT-BNV,
Điều 14). Punctuation is judged only where each item has a line to itself: columns that were read across each other
leave none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models import ArchiveNote
from models.conformity import Family
from parsers.vietnamese.unicode import ascii_key
from pipeline.conformance.paper import Hit, Paper

_ABOVE = re.compile(r"nhu\s+(?:tren|kinh\s+gui|thanh\s+phan|dieu)", re.IGNORECASE)
_ARCHIVE = re.compile(r"(?P<word>L[ưu]u)(?P<colon>\s*:)?\s*(?P<office>[^\W\d_]*)(?P<after>\s*\W?)")
_OFFICES = frozenset(("vt", "van thu", "vanthu", "vtlt", "vt-lt", "vp", "hc"))
_UNSENT = frozenset(
    ("hợp đồng", "biên bản", "giấy ủy quyền", "giấy giới thiệu", "phiếu gửi", "phiếu chuyển", "giấy phép")
)
_MANY = 2
"""More items than this that end alike are told once."""
_ARCHIVED = re.compile(r"(?im)\bluu\b(?!\s+tru)|\bVT\b")
_GAZETTED = frozenset(("chinh phu", "thu tuong chinh phu", "quoc hoi", "uy ban thuong vu quoc hoi"))
"""Bodies whose documents are mostly had from the gazette, which leaves the recipients out."""


def recipients(paper: Paper, family: Family) -> Iterator[Hit]:
    """Check the list of recipients."""
    document = paper.document
    if not paper.recipients:
        if paper.letterhead and document.signers and document.header.doc_type not in _UNSENT and not _gazetted(paper):
            yield Hit("missing-recipients")
        return
    archive = document.archive
    closing = paper.folded[slice(*paper.closing)]
    if archive is None and len(document.recipients) > 1 and not _ARCHIVED.search(closing):
        yield Hit("missing-archive", document.recipients[-1].span.start, document.recipients[-1].span.end)
    if document.header.doc_type == "công văn" and document.addressees and not _ABOVE.search(closing):
        yield Hit("as-above", document.addressees[0].span.start, document.addressees[0].span.end)
    ends = list(_ends(paper))
    yield from ends if len(ends) <= _MANY else ends[:1]
    if archive:
        yield from _archive(paper, archive)


def _gazetted(paper: Paper) -> bool:
    return any(ascii_key(body.name) in _GAZETTED for body in paper.document.header.issuing_agencies)


def _ends(paper: Paper) -> Iterator[Hit]:
    """Check what closes each item that has its line to itself."""
    text = paper.document.text
    for item in paper.document.recipients:
        after = re.match(r"[^\n]*", text[item.span.end :])
        closes = after[0].strip() if after else ""
        before = text[text.rfind("\n", 0, item.span.start) + 1 : item.span.start]
        if closes in ("", ",", ".", ":") and re.fullmatch(r"\W*", before) and not _ends_list(paper, item.span.start):
            yield Hit("recipient-end", item.span.start, item.span.end + len(closes), item.raw[-50:] + closes)


def _ends_list(paper: Paper, start: int) -> bool:
    """Say whether an item is the last, no archive line following."""
    return paper.document.archive is None and start == max(one.span.start for one in paper.document.recipients)


def _archive(paper: Paper, archive: ArchiveNote) -> Iterator[Hit]:
    text, span = paper.document.text, archive.span
    for item in paper.document.recipients:
        if item.span.start > span.end and not ascii_key(item.name).startswith("luu"):
            yield Hit("archive-last", item.span.start, item.span.end, item.raw[:60])
    line = " ".join(text[span.start : _line_end(text, span.end)].split())
    match = _ARCHIVE.match(line)
    if match is None:
        return
    if not match["colon"]:
        yield Hit("archive-colon", span.start, span.end, line, f"Lưu: {line[match.start('office') :]}")
    units = [ascii_key(unit) for unit in archive.units]
    if not any(unit in ("vt", "van thu") or unit.startswith(("vt", "van thu")) for unit in units):
        yield Hit("archive-office", span.start, span.end, line)
    elif units and units[0] == "vt" and match["office"] == "VT" and match["after"].strip() in (";", "-", "+"):
        yield Hit("archive-comma", span.start, span.end, line)
    if re.fullmatch(r"[^\n.]*[^\s.]", line) and "(" not in text[span.end : span.end + 3]:
        yield Hit("archive-end", span.start, span.end, line)


def _line_end(text: str, start: int) -> int:
    """Give the end of the archive line: closing brackets and full stop belong to it."""
    found = re.match(r"[\s)}\]]*\.?", text[start : start + 4].split("\n")[0])
    return start + (found.end() if found else 0)
