"""Ray: shards on the nodes of a cluster, or on this machine as one.

Takes shards, gives their results as they come. Rule of the place: a shard is one task of one processor. If its process
or its node dies, Ray runs it again elsewhere; its done-mark sees to it that it is there once. Only few tasks wait in
the cluster, so that millions of files can be planned.
"""

from __future__ import annotations

import os
import socket
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from itertools import islice, repeat
from typing import Any

from models import Cause, Failure
from pipeline.shards.engines import failed, tried
from pipeline.shards.planning import Shard
from pipeline.shards.sinks import Sink
from pipeline.shards.work import Result
from pipeline.workers import Limits

RETRIES = 3
"""Times that a shard is tried again whose process or node has died, or that could not reach what it needs."""
AHEAD = 2
"""Tasks in the cluster for each of its processors: one under way, one that waits."""
_PATIENCE = 5.0
"""Seconds in which the machine at an address has to answer."""
_EVERY = 5.0
"""Seconds after which the size of the cluster is looked at again."""
_PORT = 6379
_SETTINGS: dict[str, Any] = {"include_dashboard": False, "log_to_driver": False, "logging_level": "ERROR"}


def results(shards: Iterable[Shard], sink: Sink, limits: Limits, address: str | None) -> Generator[Result, None, None]:
    """Do the shards; give each result as it comes.

    address: `host:port` or `ray://host:port`; None for what RAY_ADDRESS says, else this machine alone.
    Raises Failure: TOOL_MISSING, CLUSTER.
    """
    with _joined(address) as cluster:
        task = cluster.remote(num_cpus=1, max_retries=RETRIES)(tried)
        fresh, again = zip(shards, repeat(0)), deque[tuple[Shard, int]]()
        under_way: dict[Any, tuple[Shard, int]] = {}
        try:
            while True:
                room = AHEAD * _processors(cluster) - len(under_way)
                for shard, before in islice(_waiting(again, fresh), max(0, room)):
                    under_way[task.remote(shard, sink, limits)] = shard, before
                if not under_way:
                    return
                ready, _ = cluster.wait(list(under_way), timeout=_EVERY)
                for reference in ready:
                    shard, before = under_way.pop(reference)
                    result = _result(cluster, reference, shard)
                    if result.failure and before < RETRIES:
                        again.append((shard, before + 1))
                    else:
                        yield result
        finally:
            for reference in under_way:
                cluster.cancel(reference, force=True)


def _waiting(again: deque[tuple[Shard, int]], fresh: Iterator[tuple[Shard, int]]) -> Iterator[tuple[Shard, int]]:
    """Give what is to be tried again first; what is not asked for stays where it is."""
    while again:
        yield again.popleft()
    yield from fresh


@contextmanager
def _joined(address: str | None) -> Iterator[Any]:
    """Give Ray, connected; a connection that was there is left as it was."""
    try:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        import ray
    except ModuleNotFoundError as error:
        raise Failure(Cause.TOOL_MISSING, "Ray", "pip install 'vanban[cluster]'") from error
    if ray.is_initialized():
        yield ray
        return
    address = address or os.environ.get("RAY_ADDRESS")
    if address:
        _answers(address)
    try:
        ray.init(**(_SETTINGS | {"address": address} if address else _SETTINGS))
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise Failure(Cause.CLUSTER, address or "Ray", str(error).splitlines()[0][:200]) from error
    try:
        with redirect_stdout(sys.stderr):  # where Ray tells of nodes that died, whatever it is asked to leave unsaid
            yield ray
    finally:
        ray.shutdown()


def _answers(address: str) -> None:
    """See that somebody is there, which Ray itself takes a minute to find out.

    Raises Failure (CLUSTER).
    """
    if address in ("auto", "local"):
        return
    host, _, port = address.removeprefix("ray://").rpartition(":")
    try:
        socket.create_connection((host.strip("[]") or port, int(port) if host else _PORT), _PATIENCE).close()
    except (OSError, ValueError) as error:
        raise Failure(Cause.CLUSTER, address, str(error)) from error


def _processors(cluster: Any) -> int:
    return max(1, int(cluster.cluster_resources().get("CPU", 0)))


def _result(cluster: Any, reference: Any, shard: Shard) -> Result:
    try:
        result: Result = cluster.get(reference)
    except cluster.exceptions.RayTaskError as error:
        detail = f"{type(error.cause).__name__}: {error.cause}".splitlines()[0][:200]
        return failed(shard, Failure(Cause.INTERNAL, f"shard {shard.id}", detail))
    except cluster.exceptions.RayError as error:
        return failed(shard, Failure(Cause.CLUSTER, f"shard {shard.id}", str(error).splitlines()[0][:200]))
    return result
