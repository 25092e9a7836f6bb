"""Grading: how far a plan takes up one requirement, with evidence and a reason in one line.

Takes a requirement and the passages of a plan, gives a grade. Rule of the place: the passage that holds most of the
requirement's words is judged. It covers the requirement if it holds them and keeps its day and value; it contradicts
it with a later day or a lower value; it takes it up partly if something of it is left out; it only names it if no one
is given anything to do; else the requirement is missing, and the nearest passage is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from models.audit import Grade, GradeName, Requirement, Scores, Value
from pipeline.audit.asked import Ask, latest, yearly
from pipeline.audit.cues import pattern
from pipeline.audit.cues import words as cue
from pipeline.audit.units import Judged, Unit
from pipeline.audit.wording import even, run
from pipeline.day_words import day
from pipeline.likeness import Words, covered, weighed

COVERED, PARTLY = 0.62, 0.28
"""Shares of a requirement's words from which a passage covers it; takes it up partly, or names it."""
BACKGROUND = 0.5
"""Share of a requirement's words from which a passage that gives no one anything to do (a purpose) names it."""
AIMED = 0.45
"""Share of a target's words from which the value of a passage is that of the target; with less it is only named."""
FEWEST = 3
"""Syllables in a row that a passage shares with the requirement, if it is to name it."""
_AT_MOST = ("at_most", "less_than")
_NUMBER = re.compile(r"(?<![\d/.,])(\d+(?:,\d+)?)\s?(%|phần trăm)")
_DAY = r"(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?"
_MONTH = r"tháng\s+\d{1,2}(?:[/.-]|\s+năm\s+)\d{4}|quý\s+[IV]+(?:[/.-]|\s+năm\s+)\d{4}"


class Read(NamedTuple):
    """What a passage comes to: grade, reason in Vietnamese and English."""

    grade: GradeName
    vi: str
    en: str


def grade(ask: Ask, agency: str, judged: Judged) -> Grade:
    """Grade one document of an agency by one requirement."""
    requirement = ask.requirement
    sought = weighed(even(essence(ask)))
    unit, share = _best(sought, requirement, judged)
    read = _read(requirement, unit, share)
    value = _value(requirement, unit) if unit else None
    return Grade(
        agency=agency,
        requirement=requirement.id,
        grade=read.grade,
        sought=requirement.place,
        found=judged.located.place(unit.start, unit.end) if unit else None,
        reason=(read.vi, read.en),
        scores=Scores(
            words=round(share, 3),
            assigned=bool(unit and unit.assigned),
            deadline=unit.deadline if unit else None,
            value=value.value if value else None,
        ),
    )


def essence(ask: Ask) -> str:
    """Give the words of a requirement without who does it, by when, and how much."""
    text = ask.words or ask.requirement.text
    if ask.task is not None:
        for body in (*ask.task.lead, *ask.task.support):
            text = text.replace(body.raw, " ")
    if ask.requirement.kind == "target":
        text = pattern("measure").sub(" ", _NUMBER.sub(" ", text))
    return _NUMBER.sub(" ", _term().sub(" ", text))


@cache
def _term() -> re.Pattern[str]:
    return re.compile(rf"(?:{cue('until')}\s+)*(?:{_DAY}|{_MONTH}|(?:của\s+)?năm\s+\d{{4}}(?!\s*-))", re.IGNORECASE)


def _best(sought: Words, requirement: Requirement, judged: Judged) -> tuple[Unit | None, float]:
    """Give the passage that holds most of the requirement; a whole section only where no paragraph covers it."""
    single, share = _most(sought, judged.units, requirement)
    if single and PARTLY <= share < COVERED:
        around = [one for one in judged.wholes if one.start <= single.start and single.end <= one.end]
        wider, more = _most(sought, around, requirement)
        if wider and more >= COVERED:  # the day stays that of the paragraph: others in the section have theirs
            return wider._replace(last=single.last, deadline=single.deadline, assigned=single.assigned), more
    return single, share


def _most(sought: Words, units: Iterable[Unit], requirement: Requirement) -> tuple[Unit | None, float]:
    """Give the passage with the largest share; of some that are as good, one that says a day, a value or a doer."""
    scored = [(covered(sought, unit.words), unit) for unit in units]
    if not scored:
        return None, 0.0
    rank = max(scored, key=lambda one: (one[0] + 0.04 * _tells(one[1], requirement), -one[1].start))
    return rank[1], rank[0]


def _tells(unit: Unit, requirement: Requirement) -> int:
    if requirement.value is not None:
        return 2 * bool(unit.values)
    return bool(unit.assigned) + bool(unit.last and requirement.deadline) - unit.background


def _read(requirement: Requirement, unit: Unit | None, share: float) -> Read:
    if unit is None:
        return Read("missing", "văn bản không có nội dung", "the document has no text")
    if requirement.kind == "target" and requirement.value is not None:
        return _target(requirement.value, _value(requirement, unit), unit, share)
    if share < PARTLY or (unit.background and share < BACKGROUND):
        return _nothing(share)
    later = _later(requirement, unit)
    if later and share >= PARTLY:
        return later
    if requirement.kind == "requirement" and share >= BACKGROUND:  # no one is given it, and it has no day
        return _covered(share)
    if unit.background and not unit.assigned:
        return Read("named", "chỉ nêu ở phần mục đích", "named among the purposes only")
    if unit.attention and unit.last is None and not pattern("attention").match(requirement.text):
        return Read("named", "chỉ nêu để quan tâm, không giao việc", "attention is called to it; nothing is to be done")
    if share < COVERED:
        if unit.assigned or unit.last or _same_act(requirement, unit):
            return Read("partly", f"chỉ có {share:.0%} nội dung yêu cầu", f"{share:.0%} of what is asked is there")
        if run(requirement.text, unit.text) < FEWEST:
            return _nothing(share)
        return Read("named", "chỉ nêu, không giao ai, không có thời hạn", "named; no one is given it, no day is set")
    less = _less(requirement, unit)
    if less:
        return less
    undated = unit.last is None if latest(requirement.deadline) else yearly(requirement.deadline) and not unit.deadline
    if undated and requirement.kind == "task":
        return Read(
            "partly", f"không nêu thời hạn ({day(requirement.deadline)})", f"no day is set ({requirement.deadline})"
        )
    return _covered(share)


def _same_act(requirement: Requirement, unit: Unit) -> bool:
    """Say whether a passage begins with a verb that the requirement has, too: the plan's own unit is to do it."""
    return unit.act is not None and not unit.background and unit.act in requirement.text.lower()


def _covered(share: float) -> Read:
    return Read("covered", f"có {share:.0%} nội dung yêu cầu", f"{share:.0%} of what is asked is there")


def _nothing(share: float) -> Read:
    return Read(
        "missing",
        f"không tìm thấy; đoạn gần nhất chỉ giống {share:.0%}",
        f"not found; the nearest is {share:.0%} like it",
    )


def _later(requirement: Requirement, unit: Unit) -> Read | None:
    last, own = latest(requirement.deadline), unit.last
    if yearly(requirement.deadline):
        last, own = yearly(requirement.deadline), yearly(unit.deadline)
    if requirement.kind != "task" or last is None or own is None or own <= last:
        return None
    return Read(
        "contradicted",
        f"thời hạn muộn hơn: {day(unit.deadline)} so với {day(requirement.deadline)}",
        f"later: {unit.deadline} instead of {requirement.deadline}",
    )


def _less(requirement: Requirement, unit: Unit) -> Read | None:
    value = _value(requirement, unit)
    if requirement.value is None or value is None or not weaker(value, requirement.value):
        return None
    return _weakened(value, requirement.value)


def _target(wanted: Value, value: Value | None, unit: Unit, share: float) -> Read:
    if share < PARTLY or (unit.background and (value is None or share < AIMED)):
        return _nothing(share)
    if value is None or share < AIMED:
        return Read("named", "nêu chỉ tiêu nhưng không có số", "the aim is named without a number")
    if weaker(value, wanted):
        return _weakened(value, wanted)
    return Read(
        "covered",
        f"chỉ tiêu {_printed(value)} đạt mức {_printed(wanted)}",
        f"{_printed(value)} meets {_printed(wanted)}",
    )


def _weakened(value: Value, wanted: Value) -> Read:
    return Read(
        "contradicted",
        f"chỉ tiêu thấp hơn: {_printed(value)} so với {_printed(wanted)}",
        f"weaker: {_printed(value)} instead of {_printed(wanted)}",
    )


def weaker(value: Value, wanted: Value) -> bool:
    """Say whether a value asks for less than the wanted one: a lower one, or a higher one where it is a limit."""
    if wanted.comparator in _AT_MOST:
        return (value.value_max or value.value) > (wanted.value_max or wanted.value)
    return value.value < wanted.value


def _value(requirement: Requirement, unit: Unit) -> Value | None:
    """Give the value that a passage sets, of the unit that is wanted."""
    wanted = requirement.value
    if wanted is None:
        return None
    found = next((one for one in unit.values if one.unit == wanted.unit), None)
    if found is None and wanted.unit == "%" and unit.everything:
        return Value(comparator="equal", value=100.0, unit="%")
    return found


def _printed(value: Value) -> str:
    number = f"{value.value:g}".replace(".", ",")
    end = f"-{value.value_max:g}".replace(".", ",") if value.value_max is not None else ""
    sign = {"at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< "}.get(value.comparator, "")
    gap = "" if value.unit == "%" else " "
    return f"{sign}{number}{end}{gap}{value.unit or ''}".strip()
