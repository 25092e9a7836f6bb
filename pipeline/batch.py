"""A batch: paths → parse → sink, on one process or many.

Takes files and a sink, gives a Report. One bad file never stops the rest, nor does a process that dies: the files
it held are read once more, each alone. Results reach the sink in the order of the inputs. What is up to date is
found from content, so to resume is to run again.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Literal

from models import Cause, Failure
from pipeline.sinks import Sink, is_current

SEVERAL = 3
"""Exit code of a batch in which files failed for different causes."""
FEW = 4
"""Fewer files than this are read in one process."""
AHEAD = 4
"""Files handed out beyond the one awaited, for each process."""


@dataclass(frozen=True)
class Outcome:
    """What became of one file, or would (`planned`, of a dry run).

    output: None for a stream. cause, detail, trace: set when it failed.
    """

    path: Path
    status: Literal["done", "skipped", "failed", "planned"]
    output: Path | None = None
    cause: Cause | None = None
    detail: str = ""
    trace: str = ""

    def line(self, lang: str = "vi") -> str:
        """Give the one line for the user: file, cause, advice."""
        return Failure(self.cause or Cause.INTERNAL, str(self.path), self.detail).line(lang)


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


@dataclass(frozen=True)
class Reading:
    """What a process gives back for one file: the JSON, or why there is none."""

    text: str = ""
    cause: Cause | None = None
    detail: str = ""
    trace: str = ""


Read = Callable[[int | None, Path], Reading]
"""Reads one file and gives its JSON, indented by so many spaces or on one line."""


def read(indent: int | None, path: Path) -> Reading:
    """Parse one file and give its JSON; every failure is a value."""
    from parsers import parse

    try:
        return Reading(parse(path).model_dump_json(by_alias=True, indent=indent))
    except Failure as failure:
        return Reading(cause=failure.cause, detail=failure.detail, trace=traceback.format_exc())
    except Exception as error:
        detail = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        return Reading(cause=Cause.INTERNAL, detail=detail, trace=traceback.format_exc())


def default_jobs(count: int) -> int:
    """Give the number of processes for so many files."""
    return 1 if count < FEW else min(count, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 4)


def extract(
    paths: Sequence[Path],
    sink: Sink,
    jobs: int | None = None,
    *,
    force: bool = False,
    each: Callable[[Outcome], None] = lambda outcome: None,
    reader: Read = read,
) -> Report:
    """Read the files and put their JSON into the sink.

    jobs: number of processes, by default one for few files, else one a processor. force: also read what is up to
    date. each: is told of each outcome as it comes. reader: reads one file, in a process of its own if jobs > 1.
    """
    outcomes: list[Outcome] = []
    for outcome in _outcomes(paths, sink, jobs or default_jobs(len(paths)), force, reader):
        each(outcome)
        outcomes.append(outcome)
    return Report(tuple(outcomes))


def plan(paths: Iterable[Path], sink: Sink, *, force: bool = False) -> Iterator[Outcome]:
    """Say for each file where its result would go and whether it would be skipped; nothing is read or written."""
    for path in paths:
        target = sink.target(path)
        yield Outcome(path, "skipped" if _skips(path, sink, force) else "planned", target)


def _skips(path: Path, sink: Sink, force: bool) -> bool:
    return not force and is_current(path, sink.target(path))


def _outcomes(paths: Sequence[Path], sink: Sink, jobs: int, force: bool, reader: Read) -> Iterator[Outcome]:
    work = partial(reader, sink.indent)
    skips = partial(_skips, sink=sink, force=force)
    pairs = _spread(paths, jobs, work, skips) if jobs > 1 else _singly(paths, work, skips)
    with closing(pairs):
        for path, reading in pairs:
            yield _put(path, reading, sink) if reading else Outcome(path, "skipped", sink.target(path))


def _put(path: Path, reading: Reading, sink: Sink) -> Outcome:
    if reading.cause:
        return Outcome(path, "failed", None, reading.cause, reading.detail, reading.trace)
    try:
        sink.put(path, reading.text)
    except BrokenPipeError:
        raise
    except OSError as error:
        detail = f"{sink.target(path) or 'stdout'}: {error.strerror or type(error).__name__}"
        return Outcome(path, "failed", None, Cause.UNWRITABLE, detail, traceback.format_exc())
    return Outcome(path, "done", sink.target(path))


Pairs = Generator[tuple[Path, Reading | None], None, None]
"""Files with what was read, None for those skipped."""


def _singly(paths: Iterable[Path], work: Callable[[Path], Reading], skips: Callable[[Path], bool]) -> Pairs:
    for path in paths:
        yield path, None if skips(path) else work(path)


def _spread(paths: Iterable[Path], jobs: int, work: Callable[[Path], Reading], skips: Callable[[Path], bool]) -> Pairs:
    """Keep all processes busy, give results in order; a pool whose process died is left for a new one."""
    waiting = iter(paths)
    flying: deque[tuple[Path, ProcessPoolExecutor, Future[Reading] | None]] = deque()
    pool = _pool(jobs)
    try:
        while True:
            for path in islice(waiting, jobs * AHEAD - len(flying)):
                flying.append((path, pool, None if skips(path) else _submitted(pool, work, path)))
            if not flying:
                return
            path, its_pool, future = flying.popleft()
            try:
                reading = future.result() if future else None
            except BrokenProcessPool:
                reading = _alone(path, work)
                pool = _renewed(pool, jobs) if its_pool is pool else pool
            yield path, reading
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Path], Reading], path: Path) -> Future[Reading]:
    try:
        return pool.submit(work, path)
    except BrokenProcessPool as error:
        failed: Future[Reading] = Future()
        failed.set_exception(error)
        return failed


def _alone(path: Path, work: Callable[[Path], Reading]) -> Reading:
    with _pool(1) as pool:
        try:
            return pool.submit(work, path).result()
        except BrokenProcessPool:
            return Reading(cause=Cause.INTERNAL, detail="the process that read it died", trace=traceback.format_exc())


def _renewed(pool: ProcessPoolExecutor, jobs: int) -> ProcessPoolExecutor:
    pool.shutdown(wait=False, cancel_futures=True)
    return _pool(jobs)


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Give fresh processes, not forks, because a fork copies the threads' locks; they leave Ctrl-C to their parent."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(
        jobs, mp_context=context, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )
