"""Back references: `Kế hoạch này`, `Nghị quyết nêu trên`.

Takes text and citations, gives where such words stand and which citation they mean: the nearest document of their
type before them. One that is mentioned there without being identified (`Chỉ thị của UBND tỉnh`) blocks the reach,
and the reference stays open. `Kế hoạch này` means the document itself, or the attachment in which it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from models import BackReference, Citation
from models.span import Span
from parsers.confidence import sure
from parsers.knowledge import doc_types

_CUES = (" này", " trên")
_AFTER = r"\s*[,.;:)\n]|\s+(?:và|của|được|thì|đã|có|để|phải|là|bảo đảm|đảm bảo|tại|cần)\s"
_TAIL = re.compile(rf"\s+(?:này|(?:đã\s+)?(?:nêu|nói|dẫn)\s+trên|trên(?={_AFTER}))(?!\w)")
_WINDOW = 44


def back_references(text: str, citations: tuple[Citation, ...], itself: str | None = None) -> tuple[BackReference, ...]:
    """Give the back references of a text, in reading order.

    text: of the document. citations: in reading order. itself: type of the document, where it has no attachments;
    `Nghị định này` in a document of another type then means the decree cited before, if there is one.
    """
    ends = [citation.span.end for citation in citations]
    found: dict[int, BackReference] = {}
    for position in sorted({at for cue in _CUES for at in _positions(text, cue)}):
        reference = _reference(text, position, citations, ends, itself)
        if reference is not None:
            found.setdefault(reference.span.start, reference)
    return tuple(found.values())


@cache
def _typed() -> re.Pattern[str]:
    names = sorted({t.name for t in doc_types() if t.cited or t.heads}, key=len, reverse=True)
    words = "|".join(f"[{n[0].upper()}{n[0]}]{re.escape(n[1:])}".replace(r"\ ", r"\s+") for n in names)
    return re.compile(rf"(?<!\w)(?P<type>{words})(?=\s+(?:đã\s+)?(?:(?:nêu|nói|dẫn)\s+)?(?:này|trên)(?!\w))")


def _positions(text: str, cue: str) -> list[int]:
    found, at = [], text.find(cue)
    while at >= 0:
        found.append(at)
        at = text.find(cue, at + 1)
    return found


def _reference(
    text: str, position: int, citations: tuple[Citation, ...], ends: list[int], itself: str | None
) -> BackReference | None:
    start = max(0, position - _WINDOW)
    match = next(_typed().finditer(text, start, position + 8), None)
    tail = _TAIL.match(text, match.end()) if match else None
    if match is None or tail is None:
        return None
    doc_type = " ".join(match["type"].lower().split())
    this = tail[0].endswith("này")
    cited = None
    if not this or itself not in (None, doc_type):
        cited = _antecedent(text, match.start(), doc_type, citations, ends)
    return BackReference(
        raw=text[match.start() : tail.end()],
        span=Span(start=match.start(), end=tail.end()),
        confidence=sure("reference"),
        rule="reference",
        kind="self" if this and cited is None else "back",
        doc_type=doc_type,
        citation=cited,
    )


def _antecedent(
    text: str, position: int, doc_type: str, citations: tuple[Citation, ...], ends: list[int]
) -> int | None:
    """Give the nearest citation of a type before a place, None where another document of that type stands between."""
    for index in range(bisect_right(ends, position) - 1, -1, -1):
        if citations[index].doc_type == doc_type:
            between = text[ends[index] : position]
            named = doc_type[0].upper() + doc_type[1:]
            return None if named in _without_references(between, named) else index
    return None


def _without_references(words: str, named: str) -> str:
    """Give words without the references to a type that they hold, which do not block one another."""
    return re.sub(rf"{named}\s+(?:này|(?:đã\s+)?(?:nêu|nói|dẫn)\s+trên|trên)(?!\w)", "", words)
