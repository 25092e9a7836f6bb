"""Days as people write them here: `31/01/2023` for `2023-01-31`.

Takes EDTF dates, gives words; parts that are not known are left out.
"""

from __future__ import annotations

import re

_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")


def day(edtf: str | None) -> str | None:
    """Give a day as it is written here, `31/01/2023`; a month or a year where no more is known; `2021 – 2025`."""
    return " – ".join(map(_end, edtf.split("/"))) if edtf else edtf


def _end(edtf: str) -> str:
    found = _DAY.fullmatch(edtf)
    if not found:
        return edtf.replace("..", "…")
    return "/".join(part for part in reversed(found.groups()) if part and "X" not in part)
