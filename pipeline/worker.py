"""One worker process, seen from the one who started it: start, hand a task, hear, end.

Takes the name of a function, gives a Worker. The process is a fresh interpreter, not a fork, because a fork copies the
locks of threads; it is not one of `multiprocessing` either, because those import the whole command line again before
they work (0.5 s instead of 0.4 s for the first file). It leads a session of its own, so that Ctrl-C is left to us and
that its end takes along the programs it called. Its temporary files are in a folder that goes with it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO, Any

from pipeline import memory

_START = "import sys; sys.path[:] = sys.argv[4:]; from pipeline.work import main; " + (
    "main(int(sys.argv[1]), sys.argv[2], tuple(filter(None, sys.argv[3].split(','))))"
)
_ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Libraries start no threads of their own: Tesseract takes three times as long with them on two cores."""
_TOLD = 4000
"""Characters of the end of standard error that are kept of a process that died."""
_FAREWELL = 5.0
"""Seconds a process whose pipe broke has to end by itself, so that its exit status is its own."""


@dataclass
class Worker:
    """A process with its pipe, and what it is doing.

    place: what its owner notes of the task under way, None while it waits. since: when the task began, by the monotonic
    clock. step, page: what it told last. tasks: how many it was handed.
    """

    process: subprocess.Popen[bytes]
    pipe: Connection
    errors: IO[bytes]
    folder: Path
    place: Any = None
    since: float = 0.0
    step: str = "start"
    page: int | None = None
    tasks: int = 0
    oom_kills: int = field(default_factory=memory.oom_kills)

    def hand(self, task: object, seconds: float, place: object) -> None:
        """Give it a task that may take so many seconds; a process that is dead is found out when it is heard."""
        self.place, self.since, self.page = place, time.monotonic(), None
        self.tasks += 1
        os.ftruncate(self.errors.fileno(), 0)
        try:
            self.pipe.send((seconds, task))
        except (BrokenPipeError, ConnectionResetError):
            return

    def told(self, step: str, page: int | None) -> None:
        """Note what it is doing; the clock of a task starts when its process has started."""
        if self.step == "start":
            self.since = time.monotonic()
        self.step, self.page = step, page

    def is_dead(self) -> bool:
        """Say whether the process has ended."""
        return self.process.poll() is not None

    def seconds(self) -> float:
        """Give how long the task has taken so far."""
        return time.monotonic() - self.since

    def resident(self) -> int:
        """Give the bytes of memory that it and the programs it called hold."""
        return memory.resident(self.process.pid)

    def said(self) -> str:
        """Give the end of what it wrote to standard error during this task."""
        self.errors.seek(0)
        return self.errors.read().decode("utf-8", "replace")[-_TOLD:]

    def exit_code(self) -> int:
        """Give the exit status of a process whose pipe broke, negative for a signal."""
        try:
            return self.process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            return 0

    def end(self) -> None:
        """End it and all it started, at once; remove its temporary files."""
        _kill(os.kill, self.process.pid, signal.SIGSTOP)  # so that it starts nothing more
        for child in memory.descendants(self.process.pid):
            _kill(os.kill, child)
        _kill(os.killpg, self.process.pid)
        self.process.wait()
        self.pipe.close()
        self.errors.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _kill(how: Callable[[int, int], None], number: int, with_signal: int = signal.SIGKILL) -> None:
    try:
        how(number, with_signal)
    except (ProcessLookupError, PermissionError):
        return


def start(function: str, modules: tuple[str, ...] = ()) -> Worker:
    """Start a process that runs a function.

    function: `module:name`. modules: what it imports before its first task comes.
    Raises OSError if the system has no room for it.
    """
    folder = Path(tempfile.mkdtemp(prefix="vanban-"))
    errors = (folder / "errors").open("a+b")
    ours, theirs = Pipe()
    words = (str(theirs.fileno()), function, ",".join(modules), *sys.path)
    try:
        process = subprocess.Popen(
            [sys.executable, "-c", _START, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
            env={**_ENVIRONMENT, **os.environ, "TMPDIR": str(folder)},
        )
    except OSError:
        ours.close()
        errors.close()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        theirs.close()
    return Worker(process, ours, errors, folder)
