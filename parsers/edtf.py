"""Writing dates in EDTF level 1."""

from __future__ import annotations


def day(year: str | None, month: str | None, day_: str | None) -> str | None:
    """Write a day; parts that are not printed are X. None where nothing is printed or a part is impossible.

    year: four digits. month, day_: one or two digits; figures of other scripts are none.
    """
    if not (year or month or day_):
        return None
    if not "".join(filter(None, (year, month, day_))).isascii():
        return None
    if (month and not 1 <= int(month) <= 12) or (day_ and not 1 <= int(day_) <= 31):
        return None
    return f"{year or 'XXXX'}-{_two(month)}-{_two(day_)}"


def month(year: str, month_: str) -> str | None:
    """Write a month, None if there is no such month."""
    return f"{year}-{int(month_):02}" if year.isascii() and 1 <= int(month_) <= 12 else None


def quarter(year: str, number: int) -> str:
    """Write a quarter as the range of its months."""
    return f"{year}-{3 * number - 2:02}/{year}-{3 * number:02}"


def _two(part: str | None) -> str:
    return f"{int(part):02}" if part else "XX"
