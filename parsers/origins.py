"""Where the text came from: each page's layer and its worth, and how sure recognition was.

Takes a Layout, gives the fields of Source that say so.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from models.source import Repair, SourcePage
from parsers.layout import Layout, Page

Origin = Literal["digital", "ocr", "mixed"]


class Origins(TypedDict):
    """Fields of Source about pages."""

    pages: int | None
    text_origin: Origin
    ocr_confidence: float | None
    page_grades: tuple[SourcePage, ...]


def of_pages(layout: Layout) -> Origins:
    """Say for a layout how many pages it has, how they were read and how surely."""
    recognised = [page for page in layout.pages if page.origin == "ocr"]
    letters = [_letters(page) for page in recognised]
    sure = sum((page.sure or 0.0) * count for page, count in zip(recognised, letters, strict=True))
    return {
        "pages": len(layout.pages) if layout.paged else None,
        "text_origin": _origin(layout, len(recognised)),
        "ocr_confidence": round(sure / sum(letters), 3) if sum(letters) else None,
        "page_grades": tuple(map(_graded, layout.pages)) if any(page.grade for page in layout.pages) else (),
    }


def _origin(layout: Layout, recognised: int) -> Origin:
    if not recognised:
        return "digital"
    return "mixed" if any(page.origin == "text" and page.lines for page in layout.pages) else "ocr"


def _graded(page: Page) -> SourcePage:
    return SourcePage(
        number=page.number or 0,
        grade=page.grade or "good",
        origin="ocr" if page.origin == "ocr" else "digital",
        confidence=round(page.sure, 3) if page.sure is not None else None,
        repairs=tuple(Repair(read=repair.read, taken=repair.taken) for repair in page.repairs),
    )


def _letters(page: Page) -> int:
    return sum(len(line.text) for line in page.lines)
