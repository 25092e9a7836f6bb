"""A batch: paths → worker processes → sink.

Takes files and a sink, gives a Report. One bad file never stops the rest: each is read in a process of its own within
limits of time and memory, and a process that dies is replaced. Results reach the sink in the order of the inputs. What
is up to date is found from content, so to resume is to run again.

One file alone is read in a process of its own, too, since it may hang or crash as well as any other. That takes 0.2 s
more of processor time, nearly all of it on another processor while the command line is still loading.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from models import Cause, Failure
from parsers.readers.options import DEFAULT, Options
from pipeline.reading import Reading, Task
from pipeline.sinks import Sink
from pipeline.workers import Ended, Lost, Pool

READ = "pipeline.reading:read"
PARSER = ("parsers.document",)
"""What a process loads before its first file comes."""
SEVERAL = 3
"""Exit code of a batch in which files failed for different causes."""
FEW = 4
"""Fewer files than this are read in one process."""

_LOST = {
    "crashed": Cause.CRASHED,
    "timed-out": Cause.TIMED_OUT,
    "out-of-memory": Cause.OUT_OF_MEMORY,
    "raised": Cause.INTERNAL,
}
"""Why a file has no result, by how its process was lost."""


@dataclass(frozen=True)
class Outcome:
    """What became of one file, or would (`planned`, of a dry run).

    output: None for a stream. cause, detail, component, page, trace: set when it failed. seconds: time it took.
    """

    path: Path
    status: Literal["done", "skipped", "failed", "planned"]
    output: Path | None = None
    cause: Cause | None = None
    detail: str = ""
    trace: str = ""
    component: str = ""
    page: int | None = None
    seconds: float = 0.0

    def line(self, lang: str = "vi") -> str:
        """Give the one line for the user: file, cause, advice, place."""
        cause = self.cause or Cause.INTERNAL
        return Failure(cause, str(self.path), self.detail, self.component, self.page).line(lang)


@dataclass(frozen=True)
class Report:
    """What became of all files, in the order of the inputs."""

    outcomes: tuple[Outcome, ...] = ()

    def of(self, status: str) -> tuple[Outcome, ...]:
        """Give the outcomes of one status."""
        return tuple(outcome for outcome in self.outcomes if outcome.status == status)

    @property
    def exit_code(self) -> int:
        """0 if no file failed, the cause's own code if all failures have one cause, else 3."""
        codes = {outcome.cause.exit_code for outcome in self.outcomes if outcome.cause}
        return codes.pop() if len(codes) == 1 else SEVERAL if codes else 0


def cores() -> int:
    """Give the number of processors that we may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def default_jobs(count: int) -> int:
    """Give the number of processes for so many files."""
    return 1 if count < FEW else min(count, cores())


def extract(
    paths: Sequence[Path],
    sink: Sink,
    jobs: int | None = None,
    *,
    force: bool = False,
    options: Options = DEFAULT,
    each: Callable[[Outcome], None] = lambda outcome: None,
    readers: Pool | None = None,
) -> Report:
    """Read the files and put their JSON into the sink.

    jobs: number of processes, by default one for few files, else one a processor. force: also read what is up to
    date. each: is told of each outcome as it comes. readers: processes that give a Reading for a Task, started before
    and left running; by default new ones with the usual limits.
    """
    outcomes: list[Outcome] = []
    with nullcontext(readers) if readers else Pool(READ, modules=PARSER) as reading:
        made = reading.map(_tasks(paths, sink, force, options), jobs or default_jobs(len(paths)))
        with closing(made):
            for ended in made:
                outcome = _outcome(ended, sink)
                each(outcome)
                outcomes.append(outcome)
    return Report(tuple(outcomes))


def plan(
    paths: Sequence[Path], sink: Sink, jobs: int | None = None, *, force: bool = False, options: Options = DEFAULT
) -> Iterator[Outcome]:
    """Say for each file where its result would go and whether it would be skipped; nothing is parsed or written."""
    if force or not any(map(sink.target, paths)):
        yield from (Outcome(path, "planned", sink.target(path)) for path in paths)
        return
    with Pool("pipeline.reading:check") as checking:
        for ended in checking.map(_tasks(paths, sink, force, options), jobs or default_jobs(len(paths))):
            path, reading = ended.task.path, ended.result
            yield Outcome(path, "skipped" if reading and reading.current else "planned", sink.target(path))


def _tasks(paths: Iterable[Path], sink: Sink, force: bool, options: Options) -> Iterator[Task]:
    return (Task(path, sink.indent, None if force else sink.target(path), options) for path in paths)


def _outcome(ended: Ended, sink: Sink) -> Outcome:
    """Put what was read into the sink and say what became of the file."""
    path: Path = ended.task.path
    reading = _reading(ended)
    if reading.current:
        return Outcome(path, "skipped", sink.target(path))
    if not reading.cause:
        reading = _put(path, reading, sink)
    if not reading.cause:
        return Outcome(path, "done", sink.target(path), seconds=ended.seconds)
    cause, detail, trace, component, page = reading[1:6]
    return Outcome(path, "failed", None, cause, detail, trace, component, page, ended.seconds)


def _reading(ended: Ended) -> Reading:
    """Give what was read; a process that was lost is a failure of its file."""
    if ended.lost is not None:
        return lost(ended.lost)
    result: Reading = ended.result
    return result


def lost(how: Lost) -> Reading:
    """Give a process that was lost as a failure of its file."""
    return Reading("", _LOST[how.how], how.detail, how.trace, how.step, how.page)


def _put(path: Path, reading: Reading, sink: Sink) -> Reading:
    try:
        sink.put(path, reading.text)
    except BrokenPipeError:
        raise
    except OSError as error:
        detail = f"{sink.target(path) or 'stdout'}: {error.strerror or type(error).__name__}"
        return Reading("", Cause.UNWRITABLE, detail, traceback.format_exc())
    return reading
