"""Confidence where the text was recognised: no surer than the least sure word of it.

Takes a document and its text, gives the document with lowered confidences. Recognition doubts words one by one; what
was taken from a doubted word is doubted as much.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Protocol, Self, TypeVar

from models import Document, Evidence, Span
from parsers.layout import Doubt
from parsers.text import Text

_LISTS = (
    "citations",
    "back_references",
    "dates",
    "signers",
    "recipients",
    "addressees",
    "tasks",
    "targets",
    "movements",
)
_SINGLE = ("archive", "theme")


class _Placed(Protocol):
    span: Span
    confidence: float

    def model_copy(self, *, update: dict[str, object]) -> Self: ...


Item = TypeVar("Item", bound=_Placed)


def lowered(document: Document, text: Text) -> Document:
    """Lower the confidence of what stands on words that were recognised with doubt."""
    if not text.doubts:
        return document
    starts = [doubt.start for doubt in text.doubts]

    def least(span: Span) -> float:
        return _least(text.doubts, starts, span)

    update: dict[str, object] = {
        name: tuple(_lower(item, least(item.span)) for item in getattr(document, name)) for name in _LISTS
    }
    for name in _SINGLE:
        if (item := getattr(document, name)) is not None:
            update[name] = _lower(item, least(item.span))
    evidence = {name: _of_evidence(each, least) for name, each in document.header.evidence.items()}
    update["header"] = document.header.model_copy(update={"evidence": evidence})
    return document.model_copy(update=update)


def _least(doubts: tuple[Doubt, ...], starts: list[int], span: Span) -> float:
    """Give the certainty of the least sure word in a span, 1 where none is doubted."""
    low = max(bisect_left(starts, span.start) - 1, 0)
    high = bisect_left(starts, span.end)
    return min((doubt.sure for doubt in doubts[low:high] if doubt.end > span.start), default=1.0)


def _lower(item: Item, sure: float) -> Item:
    return item if sure == 1.0 else item.model_copy(update={"confidence": round(item.confidence * sure, 3)})


def _of_evidence(evidence: Evidence, least: Callable[[Span], float]) -> Evidence:
    if evidence.span is None or (sure := least(evidence.span)) == 1.0:
        return evidence
    return evidence.model_copy(update={"confidence": round(evidence.confidence * sure, 3)})
