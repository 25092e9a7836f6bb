"""Where something stands: offsets into the document's text, and the place on the page."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from models.frozen import Frozen

Confidence = Annotated[float, Field(ge=0.0, le=1.0)]
"""Share of right items among those given this value, measured on gold."""

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in PDF points, from the page's top-left corner."""


class Span(Frozen):
    """A stretch of `Document.text`.

    start, end: code points, half open, so that `text[start:end]` is the raw string.
    page: 1-based page on which it starts; null where the source has no pages (text, DOCX).
    boxes: one box a printed line on that page, in points from its top-left; a section has one box around all of
    its lines on that page; null where there are no pages.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    page: int | None = None
    boxes: tuple[Box, ...] | None = None


class Located(Frozen):
    """Anything taken from the text: as it stands there, where, and how sure.

    raw: the words of the text at `span`, wraps joined.
    confidence: 0…1, calibrated on gold. rule: the rule that gave it (`citation.coded`).
    """

    raw: str
    span: Span
    confidence: Confidence = 1.0
    rule: str | None = None
