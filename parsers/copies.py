"""Certified copies (bản sao): the block that the copying body puts after the document, or its electronic stamp.

Takes the text, gives where the block begins and what it says. Its agency, number, day, signer and recipients are the
copy's and never the document's (Nghị định 30/2020/NĐ-CP, Điều 25-27; Phụ lục I, phần III; before it Thông tư
01/2011/TT-BNV: `SAO Y BẢN CHÍNH`; Party documents: `24-BS/TU`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from models import Evidence, Signature
from models.certified_copy import CertifiedCopy, CopyForm
from models.header import Origin
from parsers import edtf, recipients, signers
from parsers.closing_lines import line_kind
from parsers.confidence import sure
from parsers.copy_stamps import FORM, form_of, stamp
from parsers.layout import Layout
from parsers.letterhead import NUMBER, PLACE_DATE, Classed, classed
from parsers.text import Text
from parsers.vietnamese.unicode import dashes, is_caps

MAX_PARAGRAPHS = 40
"""Longest block, in paragraphs, from its agency to the end of the text."""

MAX_LETTERHEAD = 6
"""Most paragraphs of the block's letterhead that stand before the form or the number of the copy."""

_HEADING = re.compile(rf"\W*(?:BẢN\s+)?{FORM}\W*$")
_AFTER_AGENCY = re.compile(rf"(?P<agency>.{{3,80}}?)\s+(?:BẢN\s+)?{FORM}\W*$")
_SYMBOL = re.compile(r"(?:SY|SL|TrS|TRS|BS)\s?[-/]")
_FORMS: dict[str, CopyForm] = {"SY": "sao y", "SL": "sao lục", "TRS": "trích sao"}
_CLOSING = frozenset({"recipients", "item", "archive", "capacity", "post", "name", "signature", "signed", "noise"})


def block(text: Text, after: int) -> tuple[int, int] | None:
    """Give the paragraphs of the block of a copy, half open; None if the text has none.

    after: paragraph after the document's own header. The block closes the text.
    """
    count = len(text.paragraphs)
    low = max(after, count - MAX_PARAGRAPHS)
    anchor = next((index for index in range(count - 1, low - 1, -1) if _is_heading(text, index)), None)
    numbered = next((index for index in range(low, count) if _is_number(text, index)), None)
    anchors = [index for index in (anchor, numbered) if index is not None]
    if not anchors or (numbered is None and not _is_dated(text, anchors[0], count)):
        return None
    start = min(anchors)
    if max(anchors) - start > MAX_LETTERHEAD:
        return None
    while start > max(after, min(anchors) - MAX_LETTERHEAD) and _is_letterhead(text, start - 1):
        start -= 1
    signed = any(line_kind(text, index) in _CLOSING for index in range(after, start))
    return (start, count) if signed and _is_closed(text, max(anchors) + 1, count) else None


def _words(text: Text, index: int) -> str:
    paragraph = text.paragraphs[index]
    return text.value[paragraph.start : paragraph.end]


def _is_heading(text: Text, index: int) -> bool:
    words = _words(text, index)
    if len(words) > 120 or not is_caps(words):
        return False
    return _HEADING.match(words) is not None or _AFTER_AGENCY.match(words) is not None


def _is_number(text: Text, index: int) -> bool:
    match = NUMBER.match(dashes(_words(text, index)))
    return match is not None and _SYMBOL.match(match["symbol"]) is not None


def _is_dated(text: Text, anchor: int, count: int) -> bool:
    """Say whether the day of the copy stands beside its heading."""
    around = range(max(anchor - MAX_LETTERHEAD, 0), min(anchor + MAX_LETTERHEAD, count))
    return any(_heads(text, index) & {"date"} for index in around)


def _heads(text: Text, index: int) -> set[str]:
    return {part.kind for part in classed(text, index + 1, index)}


def _is_letterhead(text: Text, index: int) -> bool:
    """Say whether a paragraph before the anchor belongs to the letterhead of the copy."""
    if text.paragraphs[index].first.role != "body" or line_kind(text, index) != "text":
        return False
    kinds = _heads(text, index)
    return bool(kinds) and kinds <= {"motto", "number", "date", "agency"}


def _is_closed(text: Text, start: int, count: int) -> bool:
    """Say whether nothing but the rest of a letterhead, a signature and recipients follows."""
    return all(line_kind(text, index) in _CLOSING or len(_words(text, index)) < 160 for index in range(start, count))


def read(text: Text, place: tuple[int, int]) -> CertifiedCopy:
    """Read the block of a copy; place: its paragraphs, half open."""
    start, stop = place
    begin = next((index for index in range(start, stop) if line_kind(text, index) in _CLOSING), stop)
    parts = classed(text, begin, start)
    received, archive = recipients.recipients(text, begin, stop)
    first, last = text.paragraphs[start].start, text.paragraphs[stop - 1].end
    printed = next((part for part in parts if part.kind == "number"), None)
    number = NUMBER.search(dashes(_of(text, printed))) if printed else None
    symbol = re.sub(r"\s+", "", number["symbol"]).rstrip(".,;") if number else None
    date = next((found for part in parts if part.kind == "date" and (found := _date(text, part))), None)
    return CertifiedCopy(
        form=_form(text, place, symbol),
        agency=_agency(text, parts),
        number=number["number"] if number else None,
        symbol=symbol,
        code=f"{number['number']}{number['mark']}{symbol}" if number and number["number"] else None,
        place=date[0] if date else None,
        copied_on=date[1] if date else None,
        signers=tuple(signers.signers(text, begin, stop)),
        recipients=tuple(received),
        archive=archive,
        raw=text.value[first:last],
        span=text.extent(first, last),
        confidence=sure("header"),
        rule="header",
    )


def _of(text: Text, part: Classed) -> str:
    return text.value[part.start : part.end]


def _date(text: Text, part: Classed) -> tuple[str | None, str | None] | None:
    match = PLACE_DATE.search(dashes(_of(text, part)))
    if match is None:
        return None
    second = "" if match["raw"] else "2"
    day = edtf.day(match[f"year{second}"], match[f"month{second}"], match[f"day{second}"])
    return (match["place"] or "").strip(" ,") or None, day


def _form(text: Text, place: tuple[int, int], symbol: str | None) -> CopyForm | None:
    for index in range(*place):
        words = _words(text, index)
        match = _HEADING.match(words) or (_AFTER_AGENCY.match(words) if is_caps(words) else None)
        if match:
            return form_of(match["form"])
    return _FORMS.get(re.split(r"[-/]", symbol)[0].upper()) if symbol else None


def _agency(text: Text, parts: list[Classed]) -> str | None:
    """Give the body that copies: the last agency line before the number, without the form beside it."""
    names = []
    for part in parts:
        words = _of(text, part)
        if part.kind != "agency" or _HEADING.match(words):
            continue
        match = _AFTER_AGENCY.match(words)
        names.append(match["agency"] if match else words)
    return " ".join(names[-1].split()) if names else None


def stamped(text: Text, layout: Layout, signatures: Iterable[Signature], after: int) -> CertifiedCopy | None:
    """Read the stamp of an electronic copy: from the header of the text, from an annotation or a signature.

    after: paragraph after the document's own header.
    """
    for index in range(min(after, len(text.paragraphs))):
        paragraph = text.paragraphs[index]
        if stamp(_words(text, index)):
            evidence = Evidence(span=text.span(paragraph.start, paragraph.end))
            return _of_stamp(_words(text, index), "text", evidence)
    shown: list[tuple[str, Origin]] = [(signature.text or "", "signature") for signature in signatures]
    shown += [(" ".join(page.stamps), "annotation") for page in layout.pages[:1]]
    shown += [(words, "annotation") for page in layout.pages[:1] for words in page.stamps]
    return next((_of_stamp(words, origin) for words, origin in shown if stamp(words)), None)


def _of_stamp(words: str, origin: Origin, evidence: Evidence | None = None) -> CertifiedCopy:
    found = stamp(words)
    assert found is not None
    return CertifiedCopy(
        form=found.form,
        agency=found.agency,
        copied_on=found.moment[:10] if found.moment else None,
        signed_at=found.moment if found.moment and "T" in found.moment else None,
        raw=words,
        span=evidence.span if evidence else None,
        confidence=sure("header"),
        rule="header",
        origin=origin,
    )
