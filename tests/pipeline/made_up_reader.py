"""A reader that gives the made-up document for any text file; what a file says decides how it fails."""

from __future__ import annotations

import hashlib
from pathlib import Path

from made_up import sample

from models import Cause, Document, Failure
from pipeline.reading import Reading, Task, failed
from pipeline.sinks import is_current


def parse(path: str | Path) -> Document:
    """Give the made-up document under the file's name and hash."""
    path = Path(path)
    if not path.exists():
        raise Failure(Cause.NOT_FOUND, path.name)
    data = path.read_bytes()
    if data in (b"EMPTY", b"ENCRYPTED"):
        raise Failure(Cause[data.decode()], path.name)
    if data == b"FAULT":
        raise ValueError("a fault\nof two lines")
    found = sample()
    source = found.source.model_copy(update={"name": path.name, "sha256": hashlib.sha256(data).hexdigest()})
    return found.model_copy(update={"source": source})


def read(task: Task) -> Reading:
    """Read a file in a worker process."""
    try:
        made = parse(task.path)
        if task.result and is_current(task.path.read_bytes(), task.path.name, task.result, task.options.ocr):
            return Reading(current=True)
        return Reading(made.model_dump_json(by_alias=True, indent=task.indent))
    except Failure as failure:
        return failed(failure)
