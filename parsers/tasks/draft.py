"""A task before its details are read."""

from __future__ import annotations

from typing import NamedTuple

from models.task import Mode


class Draft(NamedTuple):
    """Where a task stands and who is to do it.

    start, end: characters of its evidence. verb: where the action begins. rule: what gave it, for its confidence.
    support, deadline, output, action: where a table or a field prints them; None where they are read from the words.
    """

    start: int
    end: int
    verb: int
    section: str | None
    mode: Mode
    lead: tuple[str, ...]
    rule: str
    action: str | None = None
    support: tuple[str, ...] | None = None
    deadline: str | None = None
    output: str | None = None
