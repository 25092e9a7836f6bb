"""Ingest: files → worker processes → the archive, document by document.

Takes an open archive and files, gives what became of each. Rule of the place: a document and all that follows from it
are in one transaction, so that the program may be ended at any moment and the same command goes on where it was. The
search index and the search for twins follow behind, from the notes in `changes`.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from sqlalchemy import Connection, select

from models import Cause
from models.version import version
from parsers.readers import containers
from parsers.readers.options import Options
from pipeline.archive import indexing, originals
from pipeline.archive.extraction import Extraction, Request
from pipeline.archive.planning import Planned, Wish, planned
from pipeline.archive.putting import note_file, now, put
from pipeline.archive.rows import Row
from pipeline.archive.schema import documents
from pipeline.archive.store import Archive, writer, writing
from pipeline.archive.twinning import find_twins
from pipeline.batch import SEVERAL, Outcome, lost
from pipeline.reading import Reading
from pipeline.workers import Ended, Pool

EVERY = 2000
"""Documents after which the index takes in what is new."""

Status = Literal["done", "copy", "skipped", "failed"]
"""Read and put in; content that was there already; nothing to do; could not be read."""


class Step(NamedTuple):
    """What became of one file. again: it failed before and was not tried again."""

    path: Path
    status: Status
    pages: int = 0
    failure: Reading | None = None
    seconds: float = 0.0
    again: bool = False

    def outcome(self) -> Outcome:
        """Give it as an outcome of a batch."""
        if self.failure is None:
            return Outcome(self.path, "done" if self.status == "done" else "skipped", seconds=self.seconds)
        _, cause, detail, trace, component, page, _ = self.failure
        return Outcome(self.path, "failed", None, cause, detail, trace, component, page, self.seconds)


@dataclass
class Tally:
    """What became of all files so far."""

    counts: dict[Status, int] = field(default_factory=lambda: {"done": 0, "copy": 0, "skipped": 0, "failed": 0})
    failed_before: int = 0
    pages: int = 0
    seconds: float = 0.0
    twins: int = 0
    codes: set[int] = field(default_factory=set)

    def add(self, step: Step) -> None:
        """Count one file."""
        self.counts[step.status] += 1
        self.failed_before += step.again
        self.pages += step.pages
        if step.failure and step.failure.cause:
            self.codes.add(step.failure.cause.exit_code)

    @property
    def exit_code(self) -> int:
        """0 if no file failed in this run, the cause's own code if all failures have one cause, else 3."""
        return 0 if not self.codes else next(iter(self.codes)) if len(self.codes) == 1 else SEVERAL


class How(NamedTuple):
    """How files are taken in. keep: keep the files themselves, too. jobs: processes."""

    wish: Wish = Wish()
    options: Options = Options()
    jobs: int = 1
    keep: bool = False


def ingest(
    archive: Archive,
    paths: Sequence[Path],
    pool: Pool,
    how: How,
    each: Callable[[Step], None] = lambda step: None,
) -> Tally:
    """Take files into the archive.

    pool: processes that run `extraction.read`. each: is told of each file as it is done.
    Raises Failure: BUSY, another command writes; UNWRITABLE; what is done stays done.
    """
    tally, began = Tally(), time.monotonic()
    with writer(archive):
        fresh = 0
        for step in _steps(archive, paths, pool, how):
            tally.add(step)
            each(step)
            fresh += step.status == "done"
            if fresh >= EVERY:
                indexing.catch_up(archive)
                fresh = 0
        tally.twins = find_twins(archive)
        indexing.catch_up(archive)
    tally.seconds = time.monotonic() - began
    return tally


def plan(archive: Archive, paths: Sequence[Path], wish: Wish) -> Iterator[Planned]:
    """Say what ingest would do with each file."""
    return planned(archive, paths, wish)


@dataclass
class _Run:
    """What is under way. waiting: copies of a content that is being read. put: contents that this run has put in."""

    archive: Archive
    how: How
    put: set[str] = field(default_factory=set)
    waiting: dict[str, list[Planned]] = field(default_factory=lambda: defaultdict(list))
    ready: list[Step] = field(default_factory=list)
    plans: dict[Path, Planned] = field(default_factory=dict)


def _steps(archive: Archive, paths: Sequence[Path], pool: Pool, how: How) -> Iterator[Step]:
    run = _Run(archive, how)
    made = pool.map(_requests(run, paths), how.jobs)
    with closing(made):
        for ended in made:
            yield from _taken(run)
            yield from _put(run, ended)
    yield from _taken(run)


def _taken(run: _Run) -> Iterator[Step]:
    while run.ready:
        yield run.ready.pop()


def _requests(run: _Run, paths: Iterable[Path]) -> Iterator[Request]:
    """Give what is to be read; what need not be is noted at once."""
    for plan in planned(run.archive, paths, run.how.wish):
        if plan.what in ("same", "outdated", "failed"):
            run.ready.append(Step(plan.path, "skipped", again=plan.what == "failed"))
        elif plan.what == "copy" or plan.sha256 in run.put:
            run.ready.append(_copied(run, plan))
        elif plan.sha256 and plan.sha256 in run.waiting:
            run.waiting[plan.sha256].append(plan)
        else:
            if plan.sha256:
                run.waiting[plan.sha256] = []
            run.plans[plan.path] = plan
            yield Request(plan.path, plan.known, run.how.options)


def _copied(run: _Run, plan: Planned) -> Step:
    """Note a file whose content is in the archive."""
    _kept(run, plan.path)
    with writing(run.archive) as connection:
        key = _key(connection, plan.sha256)
        note_file(connection, _file(plan, plan.sha256, run.how, key))
    return Step(plan.path, "copy")


def _put(run: _Run, ended: Ended) -> Iterator[Step]:
    """Put in what was read, and note its file and the copies of it that came meanwhile."""
    plan = run.plans.pop(ended.task.path)
    found: Extraction = ended.result if ended.lost is None else Extraction(None, failure=lost(ended.lost))
    sha256 = found.sha256 or plan.sha256
    copies = run.waiting.pop(plan.sha256, []) if plan.sha256 else []
    status: Status = "failed" if found.failure else "done" if found.rows else "skipped"
    _kept(run, *([] if found.failure else [plan.path]))
    with writing(run.archive) as connection:
        key = _key(connection, sha256)
        if found.rows and not (key and plan.sha256 is None and _current(connection, key, run.how)):
            key = put(connection, found.rows)
            run.put.add(str(sha256))
        elif found.rows:
            status = "copy"
        for each in (plan, *copies):
            note_file(connection, _file(each, sha256, run.how, None if found.failure else key, found, ended.seconds))
    yield Step(plan.path, status, _pages(found), found.failure, ended.seconds)
    for each in copies:
        yield Step(each.path, "failed" if found.failure else "copy", failure=found.failure)


def _kept(run: _Run, *paths: Path) -> None:
    if run.how.keep:
        for path in paths:
            originals.keep(run.archive, containers.load(path)[0])


def _key(connection: Connection, sha256: str | None) -> int | None:
    return connection.execute(select(documents.c.key).where(documents.c.sha256 == sha256)).scalar() if sha256 else None


def _current(connection: Connection, key: int, how: How) -> bool:
    """Say whether a document is in the archive as this version reads it: found in a container, it may be a copy."""
    d = documents.c
    extractor, ocr = connection.execute(select(d.extractor, d.ocr).where(d.key == key)).one()
    return (extractor, ocr) == (version(), how.options.ocr) and not how.wish.force


def _pages(found: Extraction) -> int:
    return (found.rows["documents"][0]["pages"] or 1) if found.rows else 0


def _file(
    plan: Planned,
    sha256: str | None,
    how: How,
    key: int | None,
    found: Extraction | None = None,
    seconds: float = 0.0,
) -> Row:
    failure = found.failure if found else None
    return {
        "place": plan.place,
        "sha256": sha256,
        "size": plan.size,
        "changed_ns": plan.changed_ns,
        "document": key,
        "status": "failed" if failure else "done",
        "cause": (failure.cause or Cause.INTERNAL).name if failure else None,
        "detail": failure.detail if failure else None,
        "component": (failure.component or None) if failure else None,
        "page": failure.page if failure else None,
        "extractor": version(),
        "ocr": how.options.ocr,
        "seconds": round(seconds, 4),
        "read_at": now(),
    }
