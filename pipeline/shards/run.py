"""Ingest by shards: files → shards → an engine → Parquet parts or an archive.

Takes what is asked, gives the tally. Rule of the place: what is done is known by the done-marks of shards, so that to
go on after an end of any kind is to run the same command again. PostgreSQL is written by those who read; into SQLite,
which lies on one machine, the parts are taken here, one by one as they are done.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from typing import NamedTuple

from models import Cause, Failure
from parsers.readers.options import DEFAULT, Options
from pipeline.archive import indexing
from pipeline.archive.ingest import EVERY, Tally
from pipeline.archive.planning import Wish
from pipeline.archive.rows import rows
from pipeline.archive.store import Archive, place_of, writer
from pipeline.archive.store import opened as archive_at
from pipeline.archive.twinning import find_twins
from pipeline.export.importing import Record
from pipeline.shards import parts, taking
from pipeline.shards.engines import ENGINES, Where, failed
from pipeline.shards.files import files
from pipeline.shards.planning import SIZE, WHOLE, Part, Shard, shards, unread
from pipeline.shards.sinks import Sink
from pipeline.shards.storage import Folder
from pipeline.shards.taking import Taken
from pipeline.shards.work import Result
from pipeline.workers import Limits

SHARDS = "shards"
"""Folder in an archive for parts that were not taken in yet."""


class Asked(NamedTuple):
    """What is asked of an ingest by shards.

    archive: as `open_archive` takes it; None: only parts are written. parts: path or URL of a folder for parts; None:
    only an archive is written. part: which shards are done here; where it is not all of them, twins and index are left.
    """

    places: Sequence[str]
    archive: str | None = None
    parts: str | None = None
    engine: str = "local"
    where: Where = Where()
    size: int = SIZE
    part: Part = WHOLE
    wish: Wish = Wish()
    options: Options = DEFAULT
    limits: Limits = Limits()


Told = Callable[[Result, int], None]
"""Is told of each shard as it is done, and how many there are."""


def ingest(asked: Asked, each: Told = lambda result, count: None) -> Tally:
    """Read files by shards into an archive, into parts, or both.

    Raises Failure: what listing, opening and the engine raise; what is done stays done.
    """
    if asked.archive is None and asked.parts is None:
        asked = asked._replace(archive=place_of(None))
    tally, began = Tally(), time.monotonic()
    if asked.archive is None:
        planned = list(shards(files(asked.places), asked.size, asked.options, asked.part))
        sink = Sink("parquet", str(asked.parts), asked.wish.force)
        for result in _done(asked, planned, sink):
            _add(tally, result)
            each(result, len(planned))
        if asked.part == WHOLE:
            parts.sweep(Folder(sink.place), [shard.id for shard in planned])
    else:
        with archive_at(asked.archive, create=True) as archive, ExitStack() as held:
            held.enter_context(writer(archive) if archive.folder else taking.sharing(archive))
            _into(archive, asked, tally, each)
    tally.seconds = time.monotonic() - began
    return tally


def _into(archive: Archive, asked: Asked, tally: Tally, each: Told) -> None:
    """Write the shards into an archive, then find twins and bring the index up to date."""
    found, again = files(asked.places, leave_out=archive.folder), asked.wish.force
    if asked.part == WHOLE:  # machines that each do their share must all cut the same files
        found = list(unread(archive, found, asked.wish))
    cut = shards(found, asked.size, asked.options, asked.part)
    planned = [shard for shard in cut if again or not taking.is_in(archive, shard.id)]
    fresh = 0
    for result in _taken(archive, asked, planned, again=again):
        _add(tally, result)
        each(result, len(planned))
        fresh += result.counts.get("done", 0)
        if fresh >= EVERY and asked.part == WHOLE:
            with taking.indexing(archive):
                indexing.catch_up(archive)
            fresh = 0
    if asked.part == WHOLE:
        with taking.finishing(archive):
            tally.twins = find_twins(archive)
        with taking.indexing(archive):
            indexing.catch_up(archive)


def _taken(archive: Archive, asked: Asked, planned: list[Shard], *, again: bool) -> Iterator[Result]:
    """Have the shards written into the archive, by those who read them or by way of parts."""
    if asked.parts is None and archive.folder is None:
        yield from _done(asked, planned, Sink("archive", place_of(asked.archive), again))
        return
    here = str((archive.folder / SHARDS).absolute()) if archive.folder else ""
    folder = Folder(asked.parts or here)
    of = {shard.id: shard for shard in planned}
    for result in _done(asked, planned, Sink("parquet", folder.url, again)):
        if result.failure:
            yield result
            continue
        try:
            yield _read_in(archive, folder, result, again=again)
            if asked.parts is None:
                parts.remove(folder, result.id)
        except Failure as failure:
            if failure.cause not in (Cause.NOT_FOUND, Cause.UNREADABLE):
                raise
            yield failed(of[result.id], failure)
    if asked.part == WHOLE:
        parts.sweep(folder, of)


def _read_in(archive: Archive, folder: Folder, result: Result, *, again: bool) -> Result:
    """Take a part into the archive."""
    taken = [with_rows(found) for found in parts.read(folder, result.id)]
    counts = taking.take(archive, result.id, taken, again=again)
    failures = tuple(each.record for each in taken if each.record.cause)
    return result._replace(counts=counts, pages=sum(each.pages for each in taken), failures=failures)


def with_rows(found: Record | Failure) -> Taken:
    """Make the rows of a record that was read back.

    Raises Failure (UNREADABLE): it cannot be used.
    """
    if isinstance(found, Failure):
        raise Failure(Cause.UNREADABLE, found.name, found.detail) from found
    plain = found._replace(document=None)
    if found.document is None or found.json is None:
        return Taken(plain, None)
    return Taken(plain, rows(found.document, found.json))


def _done(asked: Asked, planned: list[Shard], sink: Sink) -> Iterator[Result]:
    with closing(ENGINES[asked.engine](planned, sink, asked.limits, asked.where)) as results:
        yield from results


def _add(tally: Tally, result: Result) -> None:
    """Count a shard as if its files had come one by one."""
    for status, count in result.counts.items():
        tally.counts[status] += count  # type: ignore[index]
    tally.pages += result.pages
    causes = {Cause[record.cause] for record in result.failures if record.cause}
    tally.codes |= {cause.exit_code for cause in causes | ({result.failure.cause} if result.failure else set())}
