"""Dates as text, in the Extended Date/Time Format (EDTF, ISO 8601-2) level 1."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

_DAY = r"(?:[0-9]{4}|XXXX)(?:-(?:[0-9]{2}|XX)(?:-(?:[0-9]{2}|XX))?)?"

Edtf = Annotated[str, StringConstraints(pattern=rf"^(?:{_DAY}|(?:{_DAY}|\.\.)/(?:{_DAY}|\.\.))$")]
"""`2024-11-XX` (day not printed), `2021/2025`, `../2026-12-31` (open start), `XXXX-12-15` (year not printed)."""
