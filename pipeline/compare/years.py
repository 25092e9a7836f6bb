"""Years: for which year a document plans, and days moved by years.

Takes documents and EDTF values, gives years and EDTF values.
"""

from __future__ import annotations

import re

from models import Document

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_of(document: Document) -> int | None:
    """Give the year that a document plans for; see `planned`."""
    return planned(document.header.title, document.header.issued_on)


def planned(title: str | None, issued_on: str | None) -> int | None:
    """Give the year that a document plans for: the one year of its title, else that of its issue (EDTF)."""
    named = set(_YEAR.findall(title or ""))
    if len(named) == 1:
        return int(named.pop())
    issued = _YEAR.match(issued_on or "")
    return int(issued[0]) if issued else None


def moved_by(edtf: str, years: int) -> str:
    """Give an EDTF value with all of its years moved."""
    return _YEAR.sub(lambda year: str(int(year[0]) + years), edtf)
