"""Dates and periods, in EDTF, with their kind.

Takes the text, gives every full date, month, quarter, range and named span in reading order. A bare year is
not listed, nor a year inside a law's name; what is not printed is X, an open end is `..`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from models import Date, DateKind
from parsers import edtf
from parsers.confidence import sure
from parsers.knowledge import cue
from parsers.text import Text


def _long(p: str) -> str:
    return rf"{_day_month(p)}[\s.…_/-]*năm\s*(?P<{p}y>[0-9]{{4}})(?![0-9])"


def _day_month(p: str) -> str:
    return rf"ngày[\s.…_]*(?P<{p}d>[0-9]{{1,2}})?[\s.…_/-]*tháng[\s.…_]*(?P<{p}m>[0-9]{{1,2}})?"


def _short(p: str) -> str:
    return rf"(?P<{p}d>[0-9]{{1,2}})\s?/\s?(?P<{p}m>[0-9]{{1,2}})\s?/\s?(?P<{p}y>[0-9]{{4}})(?![0-9]|/\w)"


def _dashed(p: str) -> str:
    return (
        rf"(?P<{p}d>[0-9]{{1,2}})(?P<{p}s>[-.])(?P<{p}m>[0-9]{{1,2}})(?P={p}s)"
        rf"(?P<{p}y>(?:19|20)[0-9]{{2}})(?![0-9]|[.][0-9])"
    )


_PATTERN = re.compile(
    "|".join(
        (
            # từ ngày D/M/Y đến (hết) ngày D/M/Y, each end possibly without year or month
            r"(?P<dayrange>(?:kể\s+)?từ\s+(?:ngày\s+)?(?P<ad>[0-9]{1,2})(?:\s?/\s?(?P<am>[0-9]{1,2})(?:\s?/\s?(?P<ay>[0-9]{4}))?)?"
            r"\s*(?:-|(?:đến|tới)(?:\s+hết)?)\s*(?:ngày\s+)?(?P<bd>[0-9]{1,2})\s?/\s?(?P<bm>[0-9]{1,2})(?:\s?/\s?(?P<by>[0-9]{4}))?(?![0-9]))",
            rf"(?P<longrange>từ\s+{_day_month('c')}(?:\s+năm\s+(?P<cy>[0-9]{{4}}))?\s*(?:đến|tới)(?:\s+hết)?\s+{_long('e')})",
            # từ tháng M năm Y đến …
            r"(?P<monthopen>từ\s+tháng\s+(?P<fm>[0-9]{1,2})(?:\s+năm\s+|\s?/\s?)(?P<fy>[0-9]{4})\s+(?:đến\s+(?:khi|lúc)|trở\s+đi))",
            r"(?P<monthrange>(?:từ\s+)?tháng\s+(?P<gm>[0-9]{1,2})(?:(?:\s+năm\s+|\s?/\s?)(?P<gy>[0-9]{4}))?\s*(?:-|đến|tới|,)\s*(?:hết\s+)?(?:tháng\s+)?"
            r"(?P<hm>[0-9]{1,2})(?:\s+năm\s+|\s?/\s?)(?P<hy>[0-9]{4})(?![0-9]))",
            # named spans and ranges of years
            r"(?P<years>(?:(?:giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ|năm\s+học|niên\s+khóa|niên\s+độ)(?:\s+[IVX]+)?\s*(?:\(\s*)?(?:từ\s+)?(?:năm\s+)?|"
            r"(?:từ\s+)?(?:các\s+)?năm\s+|\(\s*)(?P<iy>(?:19|20)[0-9]{2})\s*(?:-|đến(?:\s+(?:hết|năm))*)\s*(?:năm\s+)?(?P<jy>(?:19|20)[0-9]{2})(?![0-9])(?:\s*\))?)",
            r"(?P<untilyear>từ\s+nay\s+đến\s+(?:hết\s+|cuối\s+)?năm\s+(?P<ky>[0-9]{4}))",
            # one open end
            rf"(?P<untillong>(?<!tính )(?:đến|tới)\s+(?:hết\s+)?{_long('l')})",
            rf"(?P<untilshort>(?<!tính )(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?{_short('n')})",
            r"(?P<untilquarter>(?:đến|tới)\s+(?:hết\s+)?quý\s+(?P<oq>IV|I{1,3}(?![IVX])|[1-4])(?:\s+năm\s+|\s?/\s?)(?P<oy>[0-9]{4}))",
            r"(?P<untilmonth>(?:đến|tới)\s+(?:hết\s+)?tháng\s+(?P<pm>[0-9]{1,2})(?:\s+năm\s+|\s?/\s?)(?P<py>[0-9]{4}))",
            # days listed before one month: ngày D, D và D/M/Y
            r"(?P<listed>ngày\s+[0-9]{1,2}(?:\s*,\s*[0-9]{1,2}(?=\s*(?:,|và)))*\s*(?:,|và)\s*"
            rf"(?P<lastday>(?:ngày\s+)?(?:{_short('L')}|[0-9]{{1,2}}\s+tháng\s+(?P<Mm>[0-9]{{1,2}})\s+năm\s+(?P<My>[0-9]{{4}}))))",
            # plain days
            rf"(?P<long>{_long('q')})",
            rf"(?P<short>(?:ngày\s*)?{_short('r')})",
            rf"(?P<dashed>(?:ngày\s*)?(?<![0-9/.-]){_dashed('s')})",
            r"(?P<blankday>ngày[\s.…_]*/\s?(?P<tm>[0-9]{1,2})\s?/\s?(?P<ty>[0-9]{4}))",
            # quarters, halves, months
            r"(?P<quarter>quý\s+(?P<uq>IV|I{1,3}(?![IVX])|[1-4])(?:\s+năm\s+|\s?/\s?|\s*-\s*)(?P<uy>[0-9]{4}))",
            r"(?P<half>(?:(?:0?6|sáu|0?9|chín|0?3|ba)\s+tháng|nửa)\s+(?P<vh>đầu|cuối)\s+năm\s+(?P<vy>[0-9]{4}))",
            r"(?P<month>tháng\s+(?P<wm>[0-9]{1,2})(?:\s+năm\s+|\s?/\s?)(?P<wy>[0-9]{4})(?![0-9]))",
            # days without a year
            r"(?P<yearless>(?:ngày\s+)(?P<xd>[0-9]{1,2})(?:\s?/\s?|\s+tháng\s+)(?P<xm>[0-9]{1,2})(?![0-9/])(?!\s*(?:năm|tháng)))",
            r"(?P<bareyearless>(?<=trước )(?P<yd>[0-9]{1,2})/(?P<ym>[0-9]{1,2})(?![0-9/])|"
            r"(?<![0-9/.])(?P<zd>[0-9]{1,2})/(?P<zm>[0-9]{1,2})(?=\s+(?:hằng|hàng)\s+năm))",
        )
    ),
    re.IGNORECASE,
)
_ANCHOR = re.compile(
    r"[KkTtĐđNnQqGgCcSsBb(0-9](?:ể\s|ừ\s|Ừ\s|ến\s|ẾN\s|ới\s|gày|GÀY|háng|HÁNG|uý\s|UÝ\s|iai\s+[đĐ]|IAI\s|"
    r"h(?:iệm|ời)\s+kỳ|H(?:IỆM|ỜI)\s+KỲ|iên\s|ăm\s|ĂM\s|ác\s+năm|áu\s|hín\s|a\s+tháng|ửa\s|\s*(?:19|20)\d\d|"
    r"\d?\s?[/.-]\s?\d{1,2}|[369]?\s+tháng)"
)
"""Where a date may begin; the full pattern is tried only there. One class for the first letter: it is scanned fast."""

_FIGURE = re.compile(r"[0-9]+")
_MONTHS = {"6": 6, "sáu": 6, "nửa": 6, "9": 9, "chín": 9, "3": 3, "ba": 3}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_DEADLINE = re.compile(rf"{cue('deadline')}[^.;:]{{0,60}}$", re.IGNORECASE)


def dates(text: Text, issued: tuple[int, int] | None, cited: list[tuple[int, int]], begin: int = 0) -> list[Date]:
    """Read the dates of a text.

    begin: character where the document itself begins, after what a dump put before it. issued: range of the day
    of issue in the header. cited: ranges of citations, whose dates are theirs.
    """
    found = []
    marks = iter(sorted(cited))
    current = next(marks, None)
    for start, end, value, rule in scan(text.value, begin):
        while current is not None and current[1] <= start:
            current = next(marks, None)
        inside = current is not None and current[0] <= start < current[1]
        kind = _kind(
            text.value, start, value, issued=issued is not None and issued[0] <= start < issued[1], cited=inside
        )
        found.append(Date.model_construct(
            raw=text.value[start:end], span=text.span(start, end), confidence=sure(rule), rule=rule,
            edtf=value, kind=kind,
        ))  # fmt: skip
    return found


def scan(value: str, begin: int = 0) -> Iterator[tuple[int, int, str, str]]:
    """Give start, end, EDTF and rule of each date in a string."""
    folded = value.replace("–", "-").replace("—", "-").replace("‐", "-")
    position = begin
    while anchor := _ANCHOR.search(folded, position):
        start = anchor.start()
        match = None if start and folded[start - 1].isalnum() else _PATTERN.match(folded, start)
        if match is None:
            position = start + 1
            continue
        if match["listed"]:
            yield from _listed(match)
            position = match.end()
            continue
        form = next(name for name in _FORMS if match[name] is not None)
        edtf_value = _FORMS[form][0](match)
        if edtf_value is not None:
            yield start, match.end(), edtf_value, _FORMS[form][1]
        position = match.end()


def _listed(match: re.Match[str]) -> Iterator[tuple[int, int, str, str]]:
    """Give each day of a list that prints month and year once, at its last day."""
    month, year = match["Lm"] or match["Mm"], match["Ly"] or match["My"]
    figures = list(_FIGURE.finditer(match.string, match.start(), match.start("lastday")))
    places = [(match.start() if place == 0 else one.start(), one.end(), one[0]) for place, one in enumerate(figures)]
    last = _FIGURE.search(match["lastday"])
    places += [(*match.span("lastday"), last[0])] if last else []
    for start, end, day in places:
        if value := edtf.day(year, month, day):
            yield start, end, value, "date.full"


def _kind(value: str, start: int, edtf_value: str, *, issued: bool, cited: bool) -> DateKind:
    if issued:
        return "issued"
    if cited:
        return "cited"
    if "/" in edtf_value and not edtf_value.startswith("../"):
        return "period"
    if edtf_value.startswith("../") or _DEADLINE.search(value[max(0, start - 80) : start + 12]):
        return "deadline"
    return "other"


def _d(match: re.Match[str], p: str) -> str | None:
    return edtf.day(match[p + "y"], match[p + "m"], match[p + "d"])


def _day_range(match: re.Match[str]) -> str | None:
    year = match["by"]
    if year is None and match["ay"] is None and match["am"] is None:
        return None
    start = edtf.day(match["ay"] or year, match["am"] or match["bm"], match["ad"])
    end = edtf.day(year or match["ay"], match["bm"], match["bd"])
    return f"{start}/{end}" if start and end else None


def _long_range(match: re.Match[str]) -> str | None:
    start, end = edtf.day(match["cy"] or match["ey"], match["cm"], match["cd"]), _d(match, "e")
    return f"{start}/{end}" if start and end else None


def _month_open(match: re.Match[str]) -> str | None:
    start = edtf.month(match["fy"], match["fm"])
    return f"{start}/.." if start else None


def _month_range(match: re.Match[str]) -> str | None:
    start, end = edtf.month(match["gy"] or match["hy"], match["gm"]), edtf.month(match["hy"], match["hm"])
    return f"{start}/{end}" if start and end else None


def _years(match: re.Match[str]) -> str | None:
    return f"{match['iy']}/{match['jy']}" if int(match["iy"]) < int(match["jy"]) else None


def _quarter_number(text: str) -> int:
    return _ROMAN.get(text.upper()) or int(text)


def _until(value: str | None) -> str | None:
    return f"../{value}" if value else None


def _half(match: re.Match[str]) -> str:
    count = _MONTHS[match["half"].split()[0].lower().lstrip("0")]
    year = match["vy"]
    return f"{year}-01/{year}-{count:02}" if match["vh"].lower() == "đầu" else f"{year}-{13 - count:02}/{year}-12"


def _bare(match: re.Match[str]) -> str | None:
    return edtf.day(None, match["ym"] or match["zm"], match["yd"] or match["zd"])


_FORMS: dict[str, tuple[Callable[[re.Match[str]], str | None], str]] = {
    "dayrange": (_day_range, "date.range"),
    "longrange": (_long_range, "date.range"),
    "monthopen": (_month_open, "date.range"),
    "monthrange": (_month_range, "date.range"),
    "years": (_years, "date.range"),
    "untilyear": (lambda m: f"../{m['ky']}", "date.range"),
    "untillong": (lambda m: _until(_d(m, "l")), "date.range"),
    "untilshort": (lambda m: _until(_d(m, "n")), "date.range"),
    "untilquarter": (lambda m: f"../{edtf.quarter(m['oy'], _quarter_number(m['oq'])).split('/')[1]}", "date.range"),
    "untilmonth": (lambda m: _until(edtf.month(m["py"], m["pm"])), "date.range"),
    "long": (lambda m: _d(m, "q"), "date.full"),
    "short": (lambda m: _d(m, "r"), "date.full"),
    "dashed": (lambda m: _d(m, "s"), "date.full"),
    "blankday": (lambda m: edtf.day(m["ty"], m["tm"], None), "date.partial"),
    "quarter": (lambda m: edtf.quarter(m["uy"], _quarter_number(m["uq"])), "date.month"),
    "half": (_half, "date.range"),
    "month": (lambda m: edtf.month(m["wy"], m["wm"]), "date.month"),
    "yearless": (lambda m: edtf.day(None, m["xm"], m["xd"]), "date.partial"),
    "bareyearless": (_bare, "date.partial"),
}
