"""watch: a folder whose files are taken in as they come.

Takes folders, gives again and again the files that are whole. Rule of the place: a file is whole once its size and time
have not changed between two looks, and it is not one of those that programs write while they copy or edit.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.inputs import files

UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart", ".swp")
"""Endings of files that are still being written."""
LOCKS = ("~$", ".~lock.")
"""Beginnings of the names of files that an office program keeps while a document is open."""


class Seen(NamedTuple):
    """Size in bytes and time of the last change, in nanoseconds."""

    size: int
    changed_ns: int


def whole(folders: Sequence[Path], every: float, sleep: Callable[[float], None] = time.sleep) -> Iterator[list[Path]]:
    """Give, after each look, the files that are whole and were not given as they are now; without end.

    every: seconds between two looks.
    """
    before: dict[Path, Seen] = {}
    given: dict[Path, Seen] = {}
    while True:
        now = dict(_looked(folders))
        fresh = [path for path, seen in now.items() if before.get(path) == seen and given.get(path) != seen]
        given = {path: seen for path, seen in given.items() if path in now} | {path: now[path] for path in fresh}
        yield fresh
        before = now
        sleep(every)


def _looked(folders: Sequence[Path]) -> Iterator[tuple[Path, Seen]]:
    for path in files(folders):
        if path.suffix.lower() in UNFINISHED or path.name.startswith(LOCKS):
            continue
        try:
            about = path.stat()
        except OSError:
            continue  # it went away between the listing and the look
        if about.st_size:
            yield path, Seen(about.st_size, about.st_mtime_ns)
