"""The work: one shard read and written.

Takes a Shard and a Sink, gives a Result. The very same function runs on this machine and on each node of a cluster.
Rule of the place: each file is read in a process of its own, so that one that crashes, hangs or takes too much memory
is a failure of that file; what fails here beyond that is the shard's, which is tried again as a whole.
"""

from __future__ import annotations

import socket
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, nullcontext
from typing import NamedTuple

from models import Cause, Failure
from models.version import version
from parsers.readers.containers import SEPARATOR, split
from pipeline import inputs
from pipeline.archive.extraction import MODULES, READ, Extraction, Request
from pipeline.archive.putting import now
from pipeline.batch import lost
from pipeline.export.importing import Record
from pipeline.shards.files import File
from pipeline.shards.planning import Shard
from pipeline.shards.sinks import SINKS, Sink
from pipeline.shards.staging import staged
from pipeline.shards.taking import Taken
from pipeline.workers import Ended, Limits, Pool

USUAL = Limits()


class Result(NamedTuple):
    """What became of a shard.

    counts: files by what became of them (`done`, `copy`, `failed`; `skipped`: the shard was done already).
    failures: the files that failed, as records without JSON. failure: why the whole shard failed. node: who did it.
    """

    id: str
    number: int
    counts: Mapping[str, int]
    pages: int = 0
    seconds: float = 0.0
    failures: tuple[Record, ...] = ()
    failure: Failure | None = None
    node: str = ""


def work(shard: Shard, sink: Sink, limits: Limits = USUAL, jobs: int = 1, pool: Pool | None = None) -> Result:
    """Read the files of a shard and write them, unless that is done.

    limits: what one file may take. jobs: processes. pool: processes that run `extraction.read`, else new ones.
    Raises Failure: files or sink cannot be reached, or another version of the program runs here than planned the shard.
    """
    began, kind = time.monotonic(), SINKS[sink.kind]
    if shard.extractor != version():
        raise Failure(Cause.CLUSTER, socket.gethostname(), f"vanban {version()}, not {shard.extractor}")
    if not sink.again and kind.is_done(sink, shard):
        return Result(shard.id, shard.number, {"skipped": len(shard.files)})
    pages, failures = 0, []

    def counted(found: Iterator[Taken]) -> Iterator[Taken]:
        nonlocal pages
        for taken in found:
            pages += taken.pages
            if taken.record.cause:
                failures.append(taken.record)
            yield taken

    with nullcontext(pool) if pool else Pool(READ, limits, MODULES) as readers:
        counts = kind.write(sink, shard, counted(read(shard, readers, jobs)))
    seconds = time.monotonic() - began
    return Result(shard.id, shard.number, counts, pages, seconds, tuple(failures), node=socket.gethostname())


def read(shard: Shard, pool: Pool, jobs: int = 1) -> Iterator[Taken]:
    """Read the files of a shard, in their order; of a container the documents in it.

    Raises Failure: a storage cannot be read.
    """
    with staged(shard) as files:
        of = {path: file for file, path in files}
        paths = inputs.opened([path for _, path in files], jobs)
        with closing(pool.map((Request(path, options=shard.options) for path in paths), jobs)) as made:
            for ended in made:
                path, inside = split(ended.task.path)
                yield _taken(of[path], inside, ended)


def _taken(file: File, inside: str, ended: Ended) -> Taken:
    found: Extraction = ended.result if ended.lost is None else Extraction(None, failure=lost(ended.lost))
    rows, failure = found.rows, found.failure
    record = Record(
        place=_storable(file.place + (SEPARATOR + inside if inside else "")),
        sha256=found.sha256,
        size=file.size,
        changed_ns=file.changed_ns,
        status="failed" if failure else "done",
        cause=(failure.cause or Cause.INTERNAL).name if failure else None,
        detail=_storable(failure.detail) if failure else None,
        component=failure.component or None if failure else None,
        page=failure.page if failure else None,
        seconds=round(ended.seconds, 4),
        extractor=version(),
        ocr=ended.task.options.ocr,
        read_at=now(),
        json=zlib.decompress(rows["contents"][0]["json"]) if rows else None,
    )
    return Taken(record, rows)


def _storable(text: str) -> str:
    """Write out what no database takes: half characters of odd file names, and NUL."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
