"""Matter: what a task is about, apart from who does it, who helps and by when.

Takes a task and the dates of its document, gives words. Rule of the place: only what is told elsewhere is taken out:
the names of helpers, the cues that hand out a task, and the clause that says the deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from models import Date, Task
from parsers.knowledge import cue, rows

_STOPS = re.compile(r"[;,.]")
_DAY = re.compile(r"(?i:ngày|ngày cuối|tháng|quý|năm)\s*$")


def matter(task: Task, dates: Iterable[Date]) -> str:
    """Give what a task is about."""
    words = task.action
    for date in dates:
        if task.span.start <= date.span.start < task.span.end:
            words = _without_date(words, date.raw)
    for agency in task.support:
        words = words.replace(agency.raw, " ", 1)
    return _handing().sub("", words).strip()


def _without_date(words: str, date: str) -> str:
    """Take a date out, with the cues that stand before it in its clause."""
    at = words.find(date)
    if at < 0:
        return words
    start = max((stop.end() for stop in _STOPS.finditer(words, 0, at)), default=0)
    before = words[start:at]
    left = re.sub(rf"(?i:{cue('deadline')})", " ", _DAY.sub(" ", before))
    return f"{words[:start]} {left if left.strip() else ''} {words[at + len(date) :]}"


@cache
def _handing() -> re.Pattern[str]:
    """Give the pattern of the words that hand out a task, and of what is left between names that were taken out."""
    cues = sorted(
        (row["words"] for row in rows("task_cues") if row["cue"] in ("duty", "joining")), key=len, reverse=True
    )
    return re.compile(rf"^(?:(?:{'|'.join(map(re.escape, cues))})(?!\w)|[\s,;])+", re.IGNORECASE)
