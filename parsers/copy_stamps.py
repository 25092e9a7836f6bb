"""The stamp of an electronic copy: `SAO Y; Ủy ban nhân dân tỉnh …; 12-03-2021 16:15:12 +07:00`.

Takes one line or the words of an annotation, gives what they say. It stands in the right corner of the first page
and is no part of the document (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần III, mục I.3).
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

from models.certified_copy import CopyForm

FORM = r"(?P<form>SAO\s+Y(?:\s+BẢN\s+(?:CHÍNH|GỐC))?|SAO\s+LỤC|TRÍCH\s+SAO)"
"""The form of a copy, as it is printed."""

_LONGEST = 250
_STAMP = re.compile(
    rf"\W*{FORM}\s*[;,:.]\s*(?P<agency>[^;\d]{{3,150}}?)\s*[;,.]?\s*"
    r"(?:(?:[Nn]gày|[Tt]hời\s+gian)(?:\s+ký)?\s*:?\s*)?(?:(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)[;,\s]+)?"
    r"(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>\d{4})"
    r"(?:[;,\s]+(?P<time>\d{1,2}:\d{2}(?::\d{2})?))?[;,\s]*(?P<zone>[+-]\d{2}:?\d{2})?\W*",
    re.IGNORECASE,
)


class Stamp(NamedTuple):
    """What a stamp says: form, body as printed, moment in ISO 8601 (a day where no time is printed)."""

    form: CopyForm
    agency: str
    moment: str | None


def form_of(printed: str) -> CopyForm:
    """Give the form of a copy by its printed name."""
    words = " ".join(printed.lower().split())
    if words.startswith("trích"):
        return "trích sao"
    return "sao lục" if words.endswith("lục") else "sao y"


def stamp(words: str) -> Stamp | None:
    """Read the words of a stamp, lines joined; None if they are none."""
    match = _STAMP.fullmatch(" ".join(words.split())) if len(words) < _LONGEST else None
    if match is None:
        return None
    return Stamp(form_of(match["form"]), match["agency"].strip(" ;,."), _moment(match))


def _moment(match: re.Match[str]) -> str | None:
    clock = match["clock"] or match["time"]
    hour, minute, second = (int(part) for part in f"{clock or '0'}:0:0".split(":")[:3])
    try:
        moment = datetime(int(match["year"]), int(match["month"]), int(match["day"]), hour, minute, second)
    except ValueError:
        return None
    if not clock:
        return moment.date().isoformat()
    zone = match["zone"] or ""
    return moment.isoformat() + (zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:]}")
