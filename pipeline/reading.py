"""What a worker process does with one file: read it, see whether its result is up to date, list a container.

Takes a Task, gives a Reading; every failure is a value. Nothing here runs in the process of the command line, which
therefore never opens what may be built to do harm.
"""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import NamedTuple

from models import Cause, Failure
from parsers.readers import containers
from parsers.readers.options import DEFAULT, Options
from pipeline.sinks import is_current


class Task(NamedTuple):
    """A file to read.

    path: a file, or the address of a member of a container. indent: spaces of indentation of the JSON, None for one
    line. result: an earlier result which, if it is up to date, is not made again; None to read in any case.
    """

    path: Path
    indent: int | None = None
    result: Path | None = None
    options: Options = DEFAULT


class Reading(NamedTuple):
    """What was read: the JSON, or why there is none; current: there was no need, an earlier result is up to date."""

    text: str = ""
    cause: Cause | None = None
    detail: str = ""
    trace: str = ""
    component: str = ""
    page: int | None = None
    current: bool = False


def read(task: Task) -> Reading:
    """Give the JSON of a file."""
    from parsers import parse_bytes

    try:
        data, name = containers.load(task.path)
        if task.result and is_current(data, name, task.result, task.options.ocr):
            return Reading(current=True)
        return Reading(parse_bytes(data, name, task.options).model_dump_json(by_alias=True, indent=task.indent))
    except Failure as failure:
        return failed(failure)


def failed(failure: Failure) -> Reading:
    """Give a failure as a value, while it is handled."""
    return Reading("", failure.cause, failure.detail, traceback.format_exc(), failure.component, failure.page)


def check(task: Task) -> Reading:
    """Say whether the result of a file is up to date; nothing is read from it."""
    try:
        data, name = containers.load(task.path)
    except Failure as failure:
        return failed(failure)
    return Reading(current=task.result is not None and is_current(data, name, task.result, task.options.ocr))


def contents(path: Path) -> tuple[Path, ...]:
    """Give the addresses of the documents in a container; none for another file, or one that cannot be opened."""
    try:
        data, name = containers.load(path)
        if not containers.is_container(data, name):
            return ()
        return tuple(containers.address(path, member) for member in containers.members(data, name))
    except Failure:
        return ()
