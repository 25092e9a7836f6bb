"""The rules for roles, tasks and targets (GUIDELINES.md of the gold, `NAME.tasks.json`).

Takes the tasks gold and the extracted JSON of one document, gives verdicts. Roles go by path, tasks by section and
set of leads, targets by their numbers and unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.evaluate_fields import labelled, paired
from pipeline.folding import fold
from pipeline.verdicts import Json, Verdict, compared, judged


def task_key(task: Json) -> tuple[str, tuple[str, ...]]:
    """Give the section and the set of leads."""
    return task.get("section") or "", bodies(task.get("lead"))


def target_key(target: Json) -> tuple[Any, ...]:
    """Give comparator, values and unit."""
    value, most = (None if n is None else float(n) for n in (target.get("value"), target.get("value_max")))
    return target.get("comparator"), value, most, fold(target.get("unit"))


def bodies(values: Any) -> tuple[str, ...]:
    """Give the bodies named, folded, in alphabetical order."""
    printed = (value if isinstance(value, str) else value.get("raw") or value.get("name") for value in values or ())
    return tuple(sorted(map(fold, printed)))


def tasks(gold: Json, got: Json) -> Iterator[Verdict]:
    """Give the verdicts on roles, tasks and targets of one document."""
    roles = {path: section.get("role") for path, section in labelled(got.get("sections"))}
    for want in gold["roles"]:
        path, role, found = want["path"], want["role"], roles.get(want["path"])
        yield judged("roles", role == found, f"{path} {role}", f"{path} {found}")
    found_tasks, found_targets = got.get("tasks") or (), got.get("targets") or ()
    yield compared("tasks", map(task_key, gold["tasks"]), map(task_key, found_tasks))
    for want, have in paired(gold["tasks"], found_tasks, task_key):
        yield from _details(want, have)
    yield compared("targets", map(target_key, gold["targets"]), map(target_key, found_targets))


def _details(want: Json, have: Json) -> Iterator[Verdict]:
    """Compare support, deadline and mode of two tasks of one key."""
    helps, helped = bodies(want.get("support")), bodies(have.get("support"))
    yield judged("tasks.support", helps == helped, helps, helped, listed=False)
    due, given = want.get("deadline"), have.get("deadline")
    yield judged("tasks.deadline", fold(due) == fold(given), due, given, listed=False)
    mode, found = want.get("mode"), have.get("mode")
    yield judged("tasks.mode", mode == found, mode, found, listed=False)
