"""Warnings: what was not found or not understood."""

from __future__ import annotations

from models.frozen import Frozen
from models.span import Box


class Warning(Frozen):
    """A stable code (`missing-number`) and a sentence for the user.

    page, box: where to look, 1-based and in points from the page's top-left; null where it is about the whole.
    """

    code: str
    message: str
    page: int | None = None
    box: Box | None = None
