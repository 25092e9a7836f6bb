"""A Ray cluster of two nodes, one of which dies in the middle: every shard is there, once, as if nothing had been."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import corpus
from models import Cause
from pipeline import memory
from pipeline.export.importing import Record
from pipeline.shards import parts
from pipeline.shards.engines import Where
from pipeline.shards.run import Asked, ingest
from pipeline.shards.storage import Folder
from pipeline.shards.work import Result

NODE = {"num_cpus": 1, "object_store_memory": 80 * 2**20, "include_dashboard": False}
SHARDS = 5


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A cluster with one node; a test adds its second."""
    pytest.importorskip("ray", reason="Ray is not installed: pip install 'vanban[cluster]'")
    # the name of a socket may have some hundred bytes only
    short = tempfile.TemporaryDirectory(prefix="ray-", ignore_cleanup_errors=True)
    with short as folder, pytest.MonkeyPatch.context() as patch:
        (Path(folder) / "ray").mkdir()
        patch.setenv("RAY_TMPDIR", folder)
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_AUTH_MODE", "disabled")  # else a token is left in the home folder
        patch.delenv("RAY_ADDRESS", raising=False)
        from ray.cluster_utils import Cluster

        made = Cluster(initialize_head=True, head_node_args=NODE)
        try:
            yield made
        finally:
            made.shutdown()


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """A folder with so many documents, and a file that is none."""
    folder = tmp_path / "in"
    folder.mkdir()
    words = min(corpus.documents().glob("*.txt"), key=lambda path: path.stat().st_size).read_bytes()
    for number in range(2 * SHARDS - 1):
        (folder / f"{number:02}.txt").write_bytes(words + b"\n" * number)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    return folder


def read_back(folder: Path) -> list[Record]:
    """What the parts say, without what differs from run to run."""
    found = []
    for each in parts.read_all(Folder(str(folder))):
        assert isinstance(each, Record)
        found.append(each._replace(seconds=None, read_at=None, document=None))
    return sorted(found)


def kill(cluster: Any, node: Any) -> None:
    """End a node as if its power had gone, once it is reading."""
    raylet = node.all_processes["raylet"][0].process.pid
    deadline = time.monotonic() + 20
    while not (reading := [pid for pid in memory.descendants(raylet) if _is_reading(pid)]):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    for pid in (*memory.descendants(raylet), *reading, raylet):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    cluster.remove_node(node, allow_graceful=False)


def _is_reading(pid: int) -> bool:
    try:
        return b"pipeline.archive.extraction:read" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:
        return False


def test_a_node_that_dies_loses_nothing(cluster: Any, box: Path, tmp_path: Path) -> None:
    ingest(Asked([str(box)], parts=str(tmp_path / "undisturbed"), size=2))
    second = cluster.add_node(**NODE)
    told: list[Result] = []

    def each(result: Result, count: int) -> None:
        told.append(result)
        if len(told) == 1:
            kill(cluster, second)

    asked = Asked([str(box)], parts=str(tmp_path / "parts"), size=2, engine="ray", where=Where(address=cluster.address))
    tally = ingest(asked, each)
    assert sorted(result.number for result in told) == list(range(SHARDS))
    assert tally.counts["done"] + tally.counts["skipped"] + tally.counts["failed"] == 2 * SHARDS
    assert tally.exit_code == Cause.TRUNCATED.exit_code
    assert read_back(tmp_path / "parts") == read_back(tmp_path / "undisturbed")
    names = sorted(path.name for path in (tmp_path / "parts").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "undisturbed").iterdir())


def test_a_shard_that_fails_leaves_the_others(cluster: Any, box: Path, tmp_path: Path) -> None:
    (tmp_path / "parts").write_text("in the way")
    told: list[Result] = []
    asked = Asked([str(box)], parts=str(tmp_path / "parts"), size=20, engine="ray")
    asked = asked._replace(where=Where(address=cluster.address))
    tally = ingest(asked, lambda result, count: told.append(result))
    assert [result.failure and result.failure.cause for result in told] == [Cause.UNWRITABLE]
    assert tally.exit_code == Cause.UNWRITABLE.exit_code
