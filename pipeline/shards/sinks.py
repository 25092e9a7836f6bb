"""Sinks: where shards are written, one table, name → how.

Takes a shard and what was read of it, writes it with its done-mark. To add one: its module, its row, its test.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from pipeline.archive.store import opened
from pipeline.shards import parts, taking
from pipeline.shards.planning import Shard
from pipeline.shards.storage import Folder
from pipeline.shards.taking import Taken


class Sink(NamedTuple):
    """Where shards go: kind, a name in SINKS; place, a path or URL. again: also those that are done."""

    kind: str
    place: str
    again: bool = False


class Kind(NamedTuple):
    """How a kind of sink says that a shard is done, and writes one; write gives what became of the files."""

    is_done: Callable[[Sink, Shard], bool]
    write: Callable[[Sink, Shard, Iterable[Taken]], Counter[str]]


def _part_done(sink: Sink, shard: Shard) -> bool:
    return parts.is_done(Folder(sink.place), shard.id)


def _part_written(sink: Sink, shard: Shard, found: Iterable[Taken]) -> Counter[str]:
    return parts.write(Folder(sink.place), shard, found)


def _archive_done(sink: Sink, shard: Shard) -> bool:
    with opened(sink.place) as archive:
        return taking.is_in(archive, shard.id)


def _archive_written(sink: Sink, shard: Shard, found: Iterable[Taken]) -> Counter[str]:
    with opened(sink.place) as archive:
        return taking.take(archive, shard.id, found, again=sink.again)


SINKS = {
    "parquet": Kind(_part_done, _part_written),
    "archive": Kind(_archive_done, _archive_written),
}
