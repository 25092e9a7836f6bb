"""Days for bounds that may name only a month or a year.

Takes ISO or EDTF level 1 dates, gives full ISO days, which compare as strings.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

BEGINNING, END = "0001-01-01", "9999-12-31"


@lru_cache(maxsize=4096)
def first_day(when: str) -> str:
    """Give the first day a date may mean; none: the beginning of time."""
    known = _known(when)
    return f"{known}-01-01"[:10] if len(known) == 4 else f"{known}-01"[:10] if known else BEGINNING


@lru_cache(maxsize=4096)
def last_day(when: str) -> str:
    """Give the last day a date may mean; none: the end of time."""
    known = _known(when)
    if len(known) == 4:
        return f"{known}-12-31"
    if len(known) == 7:
        return f"{known}-{monthrange(int(known[:4]), int(known[5:]))[1]}"
    return known or END


def day_before(day: str) -> str:
    """Give the day before a full day."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day > BEGINNING else day


def day_after(day: str) -> str:
    """Give the day after a full day."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day < END else day


def _known(when: str) -> str:
    """Cut the part of an EDTF date that is not known; what is no year is not known at all."""
    known = when.split("-X")[0]
    return known if known[:4].isdecimal() and len(known) in (4, 7, 10) else ""
