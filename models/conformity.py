"""Conformity (thể thức): where a document departs from the format rules of its time and family."""

from __future__ import annotations

from typing import Literal

from models.edtf import Edtf
from models.frozen import Frozen
from models.span import Span

Severity = Literal["error", "warning", "hint"]
"""A part that must stand or a form that changes the meaning; a form that is prescribed; something to look at."""

Family = Literal["state", "party", "legal", "other"]
"""văn bản hành chính, văn bản của Đảng, văn bản quy phạm pháp luật, and what has rules of its own (đoàn thể)."""

DatedBy = Literal["issue", "latest", "assumed"]


class Finding(Frozen):
    """One departure from one rule.

    rule: id in the table of format rules. part: of the document (`number`, `signature`). source: decree and item.
    span: where; null for what is missing. found: what stands there. expected: what should, where it can be said.
    """

    rule: str
    severity: Severity
    part: str
    source: str
    span: Span | None = None
    found: str = ""
    expected: str = ""


class Conformity(Frozen):
    """What was found in one document.

    family: whose rules are meant. regime: id of the rules in force on the day, null where none is known for it.
    day: the day that decided, and how it was known: the day of issue, the latest day printed, or none (`assumed`:
    the rules in force now). findings: in the order of the text, what is missing first.
    """

    name: str
    family: Family
    regime: str | None = None
    day: Edtf | None = None
    dated_by: DatedBy = "issue"
    findings: tuple[Finding, ...] = ()
