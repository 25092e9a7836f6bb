"""Engines: who does the work on shards, one table, name → function.

Takes shards and the function that does one, gives their results as they come. A shard that fails is a Result that says
so; the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import NamedTuple

from models import Cause, Failure
from pipeline.archive.extraction import MODULES, READ
from pipeline.shards.planning import Shard
from pipeline.shards.sinks import Sink
from pipeline.shards.work import Result, work
from pipeline.workers import Limits, Pool


class Where(NamedTuple):
    """Where the work is done. jobs: processes of this machine. address: of a cluster; None for what Ray finds."""

    jobs: int = 1
    address: str | None = None


def local(shards: Iterable[Shard], sink: Sink, limits: Limits, where: Where) -> Generator[Result, None, None]:
    """Do one shard after the other on the processes of this machine."""
    with Pool(READ, limits, MODULES) as pool:
        for shard in shards:
            yield tried(shard, sink, limits, where.jobs, pool)


def ray(shards: Iterable[Shard], sink: Sink, limits: Limits, where: Where) -> Generator[Result, None, None]:
    """Do the shards on a Ray cluster.

    Raises Failure: TOOL_MISSING, Ray; CLUSTER, it cannot be reached.
    """
    from pipeline.shards.ray_cluster import results

    yield from results(shards, sink, limits, where.address)


def tried(shard: Shard, sink: Sink, limits: Limits, jobs: int = 1, pool: Pool | None = None) -> Result:
    """Do a shard; where that fails, give the result that says so."""
    try:
        return work(shard, sink, limits, jobs, pool)
    except Failure as failure:
        return failed(shard, failure)
    except OSError as error:  # a full disk where parts and fetched files are held meanwhile
        name = error.filename or sink.place
        return failed(shard, Failure(Cause.UNWRITABLE, str(name), error.strerror or type(error).__name__))


def failed(shard: Shard, failure: Failure) -> Result:
    """Give the result of a shard that failed as a whole."""
    return Result(shard.id, shard.number, {"failed": len(shard.files)}, failure=failure)


Engine = Callable[[Iterable[Shard], Sink, Limits, Where], Generator[Result, None, None]]
ENGINES: dict[str, Engine] = {"local": local, "ray": ray}
"""To add one: its row, its test."""
