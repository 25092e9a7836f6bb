"""Cues: the words by which an audit reads who is bound, what is asked for and which parts a plan has.

Takes the name of a cue in the table `audit_cues`, gives a pattern of its words, any case and tone spelling of the
table, the longest first.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.knowledge import rows


@cache
def words(name: str) -> str:
    """Give the words of a cue as a pattern, whole words only."""
    found = sorted((row["words"] for row in rows("audit_cues") if row["cue"] == name), key=len, reverse=True)
    if not found:
        raise KeyError(name)
    return rf"(?<!\w)(?:{'|'.join(re.escape(one).replace(chr(92) + ' ', chr(92) + 's+') for one in found)})(?!\w)"


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Give the pattern of a cue."""
    return re.compile(words(name), re.IGNORECASE)


@cache
def label() -> re.Pattern[str]:
    """Give the pattern of a line that says one thing of the task above it: `- Thời gian hoàn thành: Quý III/2026`."""
    return re.compile(rf"[ \t]*(?:[-+*•–][ \t]*)?{words('label')}[ \t]*:", re.IGNORECASE)


@cache
def issuing() -> re.Pattern[str]:
    """Give the pattern of an order to issue a plan: `ban hành kế hoạch thực hiện`, `xây dựng kế hoạch, gửi …`."""
    tail = rf"(?:\s+(?:\w+\s+){{0,3}}?{words('issue_tail')}|\s*(?:[,;.]|$)|\s+(?:trước|chậm nhất|và|gửi)(?!\w))"
    return re.compile(rf"{words('issue_verb')}(?:\s+\w+){{0,3}}?\s+{words('issue_object')}{tail}", re.IGNORECASE)
