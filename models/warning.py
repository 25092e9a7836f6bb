"""Warnings: what was not found or not understood."""

from __future__ import annotations

from models.frozen import Frozen


class Warning(Frozen):
    """A stable code (`missing-number`) and a sentence for the user."""

    code: str
    message: str
