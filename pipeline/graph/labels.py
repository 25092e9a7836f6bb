"""Labels: a work in the few words that stand in its box.

Takes a work, gives lines. Rule of the place: lines are plain text from strangers; who puts them into a page
escapes them.
"""

from __future__ import annotations

import re

from pipeline.graph.values import Work
from pipeline.marks import short

WIDTH = 30
"""Letters of a line."""
_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")


def label(work: Work) -> tuple[str, ...]:
    """Give code (else title, else id), and type with day of issue."""
    about = " · ".join(filter(None, (work.doc_type, day(work.issued_on))))
    return tuple(filter(None, (short(work.name, WIDTH), short(about, WIDTH))))


def day(edtf: str | None) -> str | None:
    """Give a day as it is written here, `31/01/2023`; a month or a year where no more is known; `2021 – 2025`."""
    return " – ".join(map(_end, edtf.split("/"))) if edtf else edtf


def _end(edtf: str) -> str:
    found = _DAY.fullmatch(edtf)
    if not found:
        return edtf.replace("..", "…")
    return "/".join(part for part in reversed(found.groups()) if part and "X" not in part)
