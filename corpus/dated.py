"""Dates and periods as officials print them, each with its EDTF.

Takes numbers, gives `When` values. Rule of the place: a day below 10 and the months 1 and 2 get a leading zero
(Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4), unless a form says otherwise.
"""

from __future__ import annotations

from typing import Literal

from corpus.plan import When

DayForm = Literal["slash", "padded", "long", "dash", "dot"]
QUARTERS = ("I", "II", "III", "IV")


def written(year: int, month: int, day: int, form: DayForm = "slash") -> str:
    """Print a day without the word `ngày` (`07/4/2014`; with it in the long form, `ngày 07 tháng 4 năm 2014`)."""
    short = f"{month:02}" if month < 3 else f"{month}"
    return {
        "slash": f"{day:02}/{short}/{year}",
        "padded": f"{day:02}/{month:02}/{year}",
        "dash": f"{day:02}-{month:02}-{year}",
        "dot": f"{day:02}.{month:02}.{year}",
        "long": f"{day:02} tháng {short} năm {year}",
    }[form]


def iso(year: int, month: int, day: int) -> str:
    """Give a day in EDTF."""
    return f"{year}-{month:02}-{day:02}"


def day(year: int, month: int, day: int, form: DayForm = "slash", cue: str = "ngày ") -> When:
    """A day: `ngày 07/4/2014`, `trước ngày 15/12/2026`; the cue is what stands before the digits."""
    return When(cue + written(year, month, day, form), iso(year, month, day))


def blank_day(year: int, month: int | None, gap: str = "      ") -> When:
    """A day left to be filled in: `ngày      tháng 11 năm 2024`; the month too where it is None."""
    if month is None:
        return When(f"ngày{gap}tháng{gap}năm {year}", f"{year}-XX-XX")
    return When(f"ngày{gap}tháng {month:02} năm {year}", f"{year}-{month:02}-XX")


def month(year: int, month: int, slash: bool = True, cue: str = "tháng ") -> When:
    """A month: `tháng 10/2025`, `tháng 10 năm 2025`."""
    short = f"{month:02}" if month < 3 else f"{month}"
    return When(f"{cue}{short}/{year}" if slash else f"{cue}{short} năm {year}", f"{year}-{month:02}")


def quarter(year: int, number: int, slash: bool = True, cue: str = "quý ") -> When:
    """A quarter: `quý II/2026`, `quý II năm 2026`."""
    end = f"/{year}" if slash else f" năm {year}"
    return When(f"{cue}{QUARTERS[number - 1]}{end}", f"{year}-{number * 3 - 2:02}/{year}-{number * 3:02}")


def half(year: int, second: bool = False) -> When:
    """Half a year: `6 tháng đầu năm 2026`."""
    months = f"{year}-07/{year}-12" if second else f"{year}-01/{year}-06"
    return When(f"6 tháng {'cuối' if second else 'đầu'} năm {year}", months)


def years(first: int, last: int, cue: str = "giai đoạn ", dash: str = " - ") -> When:
    """A named span: `giai đoạn 2021 - 2025`, `nhiệm kỳ 2025-2030`, `năm học 2025 - 2026`."""
    return When(f"{cue}{first}{dash}{last}", f"{first}/{last}")


def until(year: int, month: int, day: int, form: DayForm = "long", cue: str = "đến hết ngày ") -> When:
    """An open start: `đến hết ngày 31 tháng 12 năm 2026`."""
    return When(cue + written(year, month, day, form), f"../{iso(year, month, day)}")


def until_month(year: int, month: int) -> When:
    """An open start up to a month: `Đến tháng 12 năm 2025`."""
    short = f"{month:02}" if month < 3 else f"{month}"
    return When(f"Đến tháng {short} năm {year}", f"../{year}-{month:02}")


def yearless(month: int, day: int, cue: str = "trước ngày ") -> When:
    """A day without its year: `trước ngày 15/12`."""
    return When(f"{cue}{day:02}/{month:02}", f"XXXX-{month:02}-{day:02}")


def between(first: tuple[int, int, int], last: tuple[int, int, int], form: DayForm = "slash") -> When:
    """From a day to a day: `từ ngày 01/4/2026 đến ngày 30/6/2026`; short of its year in the first day if the same."""
    start = written(*first, form)
    if form == "slash" and first[0] == last[0]:
        start = start.rsplit("/", 1)[0]
    return When(f"từ ngày {start} đến ngày {written(*last, form)}", f"{iso(*first)}/{iso(*last)}")
