"""Memory and children of a process, as `/proc` tells them.

Takes the id of a process, gives bytes or ids. Where there is no `/proc` nothing is known: 0 bytes, no children.
"""

from __future__ import annotations

import os
from pathlib import Path

_PROC = Path("/proc")
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def descendants(process: int) -> tuple[int, ...]:
    """Give the ids of the children, their children and so on, nearest first."""
    found: list[int] = []
    waiting = [process]
    while waiting:
        children = _children(waiting.pop())
        found += children
        waiting += children
    return tuple(found)


def resident(process: int) -> int:
    """Give the bytes of main memory that a process and all below it hold; pages they share count for each."""
    return sum(map(_resident, (process, *descendants(process))))


def oom_kills() -> int:
    """Give how often the kernel has killed a process for want of memory since it started."""
    for line in _read(_PROC / "vmstat").splitlines():
        if line.startswith("oom_kill "):
            return int(line.split()[1])
    return 0


def offer_to_oom_killer() -> None:
    """Ask the kernel to end this process before others where memory runs out; in vain where it does not listen."""
    place = _PROC / "self" / "oom_score_adj"
    if os.access(place, os.W_OK):
        place.write_text("500")


def _children(process: int) -> list[int]:
    """Give the children of every thread; a process or thread that has just ended has none."""
    try:
        threads = list((_PROC / str(process) / "task").iterdir())
    except OSError:
        return []
    return [int(child) for thread in threads for child in _read(thread / "children").split()]


def _resident(process: int) -> int:
    fields = _read(_PROC / str(process) / "statm").split()
    return int(fields[1]) * _PAGE if fields else 0


def _read(path: Path) -> str:
    """Give a file of `/proc`, empty where its process is gone."""
    try:
        return path.read_text("ascii")
    except OSError:
        return ""
