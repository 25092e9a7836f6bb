"""Days of a table: texts that name a whole day, as days.

Takes ISO 8601 or EDTF, gives a date, or None where a part is not known, the day is none of the calendar, or nothing is
given; the text itself always stands in a column of its own.
"""

from __future__ import annotations

import re
from datetime import date

_WHOLE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def as_day(text: object) -> date | None:
    """Give the day."""
    if not isinstance(text, str) or not _WHOLE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
