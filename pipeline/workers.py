"""Workers: tasks on several processes, each task within limits of time and memory.

Takes the name of a function and tasks, gives what became of each, in the order of the tasks. A process that crashes,
hangs or takes too much memory is ended and replaced; the one task it had is lost, no other is done twice. It knows
neither files nor documents, and loads little, so that a process can be started before anything else is.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any, Literal, NamedTuple

from pipeline import memory
from pipeline.worker import Worker, start

AHEAD = 32
"""Tasks handed out or done beyond the one awaited, for each process."""
TICK = 0.1
"""Seconds between two looks at the time and memory of the tasks under way."""
_HEARD = 1000
"""Messages heard of one process before its limits are looked at again."""
_KEPT = 0.25
"""Share of the memory limit that a process may still hold after a task; with more it is replaced."""

How = Literal["crashed", "timed-out", "out-of-memory", "raised"]


class Limits(NamedTuple):
    """What one task may take, and how long a process lives.

    seconds: time for a task. memory: bytes of main memory that the process and the programs it calls may hold.
    tasks: a process is replaced after so many, so that what libraries leak does not add up.
    """

    seconds: float = 120.0
    memory: int = 4 * 2**30
    tasks: int = 500


class Lost(NamedTuple):
    """Why a task has no result: how it ended, at which step and page, what was written to standard error."""

    how: How
    detail: str = ""
    step: str = ""
    page: int | None = None
    trace: str = ""


class Ended(NamedTuple):
    """What became of a task: its result, or why there is none; the seconds it took."""

    task: Any
    result: Any
    lost: Lost | None = None
    seconds: float = 0.0


@dataclass(eq=False)
class _Place:
    """A task's place in the order of results."""

    task: Any
    ended: Ended | None = None


@dataclass
class Pool:
    """Processes that run one function.

    function: `module:name`. modules: what a process imports before its first task comes.
    Used as a context: the first process starts at once, all are ended when it is left, whatever they are doing.
    """

    function: str
    limits: Limits = field(default_factory=Limits)
    modules: tuple[str, ...] = ()
    _workers: list[Worker] = field(default_factory=list)

    def __enter__(self) -> Pool:
        """Start the first process, if there is none yet."""
        if not self._workers:
            self._workers.append(start(self.function, self.modules))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End all processes."""
        self._drop(tuple(self._workers))

    def map(self, tasks: Iterable[Any], jobs: int = 1) -> Generator[Ended, None, None]:
        """Run the function on each task, on so many processes; give what became of them in their order."""
        waiting = iter(tasks)
        order: deque[_Place] = deque()
        try:
            while True:
                for task in islice(waiting, max(0, min(jobs - self._busy(), jobs * AHEAD - len(order)))):
                    order.append(_Place(task))
                    self._hand(order[-1])
                if not order:
                    return
                if ended := order[0].ended:
                    yield ended
                    order.popleft()
                else:
                    self._look()
        finally:
            self._drop([worker for worker in self._workers if worker.place is not None])

    def _busy(self) -> int:
        return sum(worker.place is not None for worker in self._workers)

    def _hand(self, place: _Place) -> None:
        """Hand a task to a process that waits, or to a new one; one that died while it waited is no task's fault."""
        self._drop([worker for worker in self._workers if worker.place is None and worker.is_dead()])
        for worker in self._workers:
            if worker.place is None:
                break
        else:
            try:
                worker = start(self.function, self.modules)
            except OSError as error:
                place.ended = Ended(place.task, None, Lost("crashed", error.strerror or "", "start"))
                return
            self._workers.append(worker)
        worker.hand(place.task, self.limits.seconds, place)

    def _look(self) -> None:
        """Wait for what the processes tell, then hold each against the limits."""
        busy = [worker for worker in self._workers if worker.place is not None]
        ready = set(wait([worker.pipe for worker in busy], TICK))
        for worker in busy:
            if worker.pipe in ready:
                self._hear(worker)
            if worker.place is not None and (lost := self._over(worker)):
                self._lose(worker, lost)

    def _hear(self, worker: Worker) -> None:
        for _ in range(_HEARD):
            try:
                if not worker.pipe.poll():
                    return
                kind, *rest = worker.pipe.recv()
            except (EOFError, OSError):
                self._lose(worker, _died(worker))
                return
            if kind == "at":
                worker.told(*rest)
                continue
            if kind == "done":
                self._settle(worker, rest[0], None)
            else:
                how, detail, trace = rest
                self._settle(worker, None, Lost(how, detail, worker.step, worker.page, trace))
            return

    def _settle(self, worker: Worker, result: object, lost: Lost | None) -> None:
        """Note what became of a process's task; replace the process if it has served long enough."""
        worker.place.ended = Ended(worker.place.task, result, lost, worker.seconds())
        worker.place = None
        if worker.tasks >= self.limits.tasks or worker.resident() > _KEPT * self.limits.memory:
            self._drop([worker])

    def _lose(self, worker: Worker, lost: Lost) -> None:
        worker.place.ended = Ended(worker.place.task, None, lost, worker.seconds())
        self._drop([worker])

    def _drop(self, workers: Iterable[Worker]) -> None:
        for worker in workers:
            self._workers.remove(worker)
            worker.end()

    def _over(self, worker: Worker) -> Lost | None:
        """Say which limit a process has passed, if any."""
        if worker.seconds() > self.limits.seconds:
            return Lost("timed-out", f"{self.limits.seconds:g} s", worker.step, worker.page, worker.said())
        held = worker.resident()
        if held > self.limits.memory:
            return Lost("out-of-memory", f"{held / 2**30:.1f} GiB", worker.step, worker.page, worker.said())
        return None


def _died(worker: Worker) -> Lost:
    """Say how a process died: by the kernel for want of memory, by its own alarm, or by a crash."""
    code = worker.exit_code()
    detail = f"exit {code}"
    how: How = "crashed"
    if code < 0:
        detail = signal.Signals(-code).name if -code in signal.valid_signals() else f"signal {-code}"
        if -code == signal.SIGALRM:
            how = "timed-out"
        elif -code == signal.SIGKILL and memory.oom_kills() > worker.oom_kills:
            how = "out-of-memory"
    return Lost(how, detail, worker.step, worker.page, worker.said())
