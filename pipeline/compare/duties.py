"""Duties: which task of the earlier document is which of the later one, and what changed in it.

Takes the tasks of both, gives one record each. Rule of the place: an agency that was renamed or merged is the same
agency, and a deadline that moved by the years between the two documents is the same deadline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from models import Document, PrintedAgency, Task
from models.comparison import TaskAspect, TaskChange
from parsers.vietnamese.unicode import ascii_key
from pipeline.archive.agency_rows import line_of
from pipeline.compare.matter import matter
from pipeline.compare.pairing import likenesses, pairs
from pipeline.compare.places import Aligned, together
from pipeline.compare.wording import keys
from pipeline.compare.years import moved_by
from pipeline.likeness import weighed

if TYPE_CHECKING:
    from pipeline.compare.pairing import Matrix

LEAST = 0.6
"""Score that a pair must exceed."""

_HOST = 2
"""Slashes in the id of an agency that has units: `vn/lang-son/so-tai-chinh`."""

ALIKE = 0.2
"""Likeness of the matters below which nothing else makes a pair."""

LEAD, PLACE = 0.12, 0.2
"""What it adds to have the same doer; to stand in the same section."""


class Duty(NamedTuple):
    """A task with what it is about: its action without doers, helpers and deadline."""

    task: Task
    matter: str


def task_changes(before: Document, after: Document, aligned: Aligned, years: int | None) -> Iterator[TaskChange]:
    """Give what became of each task, in the order of the later document; dropped ones last.

    years: between the two documents; None where it is not known.
    """
    old, new = _duties(before), _duties(after)
    scores, like = _scores(old, new, aligned)
    back = {other: one for one, other in pairs(scores, LEAST)} if old and new else {}
    for place, duty in enumerate(new):
        one = back.get(place)
        if one is None:
            yield TaskChange(kind="new", after=duty.task)
        else:
            yield _paired(old[one], duty, years, float(like[one, place]))
    paired = set(back.values())
    yield from (TaskChange(kind="dropped", before=one.task) for place, one in enumerate(old) if place not in paired)


def _duties(document: Document) -> list[Duty]:
    return [Duty(task, matter(task, document.dates)) for task in document.tasks]


def _scores(before: Sequence[Duty], after: Sequence[Duty], aligned: Aligned) -> tuple[Matrix, Matrix]:
    import numpy as np

    like = likenesses([weighed(one.matter) for one in before], [weighed(one.matter) for one in after])
    scores = like.copy()
    leads = [_bodies(one.task.lead) for one in before], [_bodies(one.task.lead) for one in after]
    for one, old in enumerate(before):
        for other, new in enumerate(after):
            scores[one, other] += LEAD * bool(leads[0][one] & leads[1][other])
            scores[one, other] += PLACE * together(aligned, old.task.span, new.task.span)
    found: Matrix = np.where(like > ALIKE, scores, 0.0)
    return found, like


def _paired(before: Duty, after: Duty, years: int | None, likeness: float) -> TaskChange:
    aspects = tuple(_aspects(before, after, years))
    return TaskChange(
        kind="changed" if aspects else "kept",
        before=before.task,
        after=after.task,
        aspects=aspects,
        likeness=round(likeness, 3),
    )


def _aspects(before: Duty, after: Duty, years: int | None) -> Iterator[TaskAspect]:
    if _bodies(before.task.lead) != _bodies(after.task.lead):
        yield "lead"
    if _bodies(before.task.support) != _bodies(after.task.support):
        yield "support"
    if not _same_deadline(before.task.deadline, after.task.deadline, years):
        yield "deadline"
    if _wording(before.matter) != _wording(after.matter):
        yield "action"


def _bodies(agencies: Iterable[PrintedAgency]) -> frozenset[str]:
    return frozenset(_line(one.id) if one.id else ascii_key(one.name) for one in agencies)


def _line(identity: str) -> str:
    """Give the line of an agency; a unit that the tables do not know is that of the line of its agency."""
    line = line_of(identity)
    host, _, unit = identity.rpartition("/")
    return line if line != identity or host.count("/") < _HOST else f"{_line(host)}/{unit}"


def _same_deadline(before: str | None, after: str | None, years: int | None) -> bool:
    if before is None or after is None:
        return before == after
    return before == after or (years is not None and moved_by(before, years) == after)


def _wording(action: str) -> tuple[str, ...]:
    """Give the words of an action, figures left out: years move, and deadlines are told apart."""
    return tuple(word for word in keys(action) if not word.isdigit())
