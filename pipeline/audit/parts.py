"""Parts: what a plan has to have, present or not: purpose, tasks, lead units, deadlines, funding, reporting.

Takes a plan, gives each part with the place that shows it. A part is known by the role of a section, by what was read
(tasks, their leads, dates), or by the words of a sentence in the body.
"""

from __future__ import annotations

from collections.abc import Callable

from models.audit import Part, PartName, Place
from pipeline.audit.asked import latest
from pipeline.audit.bound import is_formula
from pipeline.audit.cues import pattern
from pipeline.audit.units import Judged

PLANS = frozenset({"kế hoạch", "chương trình", "phương án", "đề án", "chương trình hành động"})
"""Types of documents that have to have the parts."""
_ROLES = {
    "purpose": ("plan.purpose", "plan.purpose_requirements", "plan.objectives"),
    "tasks": ("plan.tasks", "plan.content", "plan.solutions", "plan.organisation"),
    "funding": ("plan.funding",),
    "reporting": ("plan.reporting",),
}


def parts(judged: Judged, agency: str) -> tuple[Part, ...]:
    """Give the parts of a document; none where it is no plan."""
    if judged.document.header.doc_type not in PLANS:
        return ()
    return tuple(
        Part(document=judged.document.id, agency=agency, part=name, present=found is not None, evidence=found)
        for name, look in _LOOKS.items()
        for found in (look(judged),)
    )


def _role(judged: Judged, name: str) -> Place | None:
    roles = _ROLES[name]
    spans = (one.span for _, one in judged.located.sections if one.role in roles)
    return next((judged.located.place(span.start, span.end) for span in spans), None)


def _said(judged: Judged, cue: str) -> Place | None:
    text = judged.document.text
    found = (one for one in judged.units if pattern(cue).search(text, one.start, one.end))
    return next((judged.located.place(one.start, one.end) for one in found), None)


def _tasks(judged: Judged) -> Place | None:
    return _role(judged, "tasks") or _lead(judged)


def _lead(judged: Judged) -> Place | None:
    tasks = (one for one in judged.document.tasks if one.lead and one.mode != "self" and not is_formula(one.raw))
    named = next((judged.located.place(one.span.start, one.span.end) for one in tasks), None)
    return named or _said(judged, "part_lead")


def _deadline(judged: Judged) -> Place | None:
    found = (one for one in judged.units if one.last and latest(one.deadline) and not one.background)
    return next((judged.located.place(one.start, one.end) for one in found), None)


_LOOKS: dict[PartName, Callable[[Judged], Place | None]] = {
    "purpose": lambda judged: _role(judged, "purpose"),
    "tasks": _tasks,
    "lead": _lead,
    "deadlines": _deadline,
    "funding": lambda judged: _role(judged, "funding") or _said(judged, "part_funding"),
    "reporting": lambda judged: _role(judged, "reporting") or _said(judged, "part_reporting"),
}
