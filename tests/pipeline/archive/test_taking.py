"""Shards in an archive: in whatever way and order they come, it is as if their files had been ingested."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import corpus
from models import Cause, Failure
from pipeline.archive import indexing
from pipeline.archive.extraction import MODULES, READ
from pipeline.archive.fingerprint import fingerprint
from pipeline.archive.ingest import How
from pipeline.archive.ingest import ingest as plainly
from pipeline.archive.planning import Wish
from pipeline.archive.store import Archive, open_archive, writer
from pipeline.inputs import files as found_files
from pipeline.inputs import opened
from pipeline.shards import planning
from pipeline.shards.files import files
from pipeline.shards.run import SHARDS, Asked, ingest
from pipeline.shards.sinks import Sink
from pipeline.shards.taking import sharing
from pipeline.shards.work import work
from pipeline.workers import Pool

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with documents, one of them three times, a container, and a file that is none."""
    folder = tmp_path_factory.mktemp("files") / "in box"
    (folder / "2024").mkdir(parents=True)
    texts = sorted(corpus.documents().glob("*.txt"))[:7]
    for path in texts[:5]:
        shutil.copy(path, folder)
    shutil.copy(texts[2], folder / "2024" / "bản sao.txt")
    shutil.copy(texts[2], folder / "a copy.txt")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    with zipfile.ZipFile(folder / "2024" / "box.zip", "w") as made:
        for path in texts[5:]:
            made.write(path, f"sub/{path.name}")
    return folder


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, box: Path) -> dict[str, str]:
    """What is in an archive that took the files in without shards."""
    made = open_archive(str(tmp_path_factory.mktemp("plain")), create=True)
    with Pool(READ, modules=MODULES) as pool:
        plainly(made, opened(found_files([box])), pool, How())
    found = fingerprint(made)
    made.close()
    return found


def run(place: str, box: Path, **more: Any) -> dict[str, int]:
    tally = ingest(Asked([str(box)], place, **{"size": 3, **more}))
    return {name: count for name, count in tally.counts.items() if count}


def test_shards_give_the_archive_that_ingest_gives(
    place: str, archive: Archive, box: Path, plain: dict[str, str]
) -> None:
    assert run(place, box) == {"done": 7, "copy": 2, "failed": 1}
    assert fingerprint(archive) == plain
    assert indexing.behind(archive) == 0
    assert not archive.folder or not any((archive.folder / SHARDS).iterdir())


def test_shards_that_are_in_are_not_read_again(place: str, archive: Archive, box: Path, plain: dict[str, str]) -> None:
    run(place, box)
    assert run(place, box) in ({}, {"copy": 2})  # a container is opened once more
    assert run(place, box) == {}
    assert fingerprint(archive) == plain


def test_what_is_forced_is_read_again(place: str, archive: Archive, box: Path, plain: dict[str, str]) -> None:
    run(place, box)
    assert run(place, box, wish=Wish(force=True))["done"] == 7
    assert fingerprint(archive) == plain


def test_parts_may_be_kept(place: str, archive: Archive, box: Path, plain: dict[str, str], tmp_path: Path) -> None:
    run(place, box, parts=str(tmp_path / "parts"))
    assert fingerprint(archive) == plain
    assert len(list((tmp_path / "parts").glob("part-*.parquet"))) == 3


def test_each_machine_may_do_its_share(archive: Archive, place: str, box: Path, plain: dict[str, str]) -> None:
    for rest in (2, 0, 1):
        run(place, box, part=planning.Part(rest, 3))
    assert run(place, box) in ({}, {"copy": 2})  # finds the twins
    assert fingerprint(archive) == plain


def test_several_write_at_once(database: str, box: Path, plain: dict[str, str]) -> None:
    open_archive(database, create=True).close()
    shards = list(planning.shards(files([str(box)]), 1))
    with ThreadPoolExecutor(3) as writers:
        results = list(writers.map(lambda shard: work(shard, Sink("archive", database)), [*shards, *shards[:3]]))
    assert len(results) == len(shards) + 3
    run(database, box)
    with_all = open_archive(database)
    assert fingerprint(with_all) == plain
    with_all.close()


def test_one_who_writes_alone_and_those_who_share_exclude_each_other(database: str) -> None:
    archive = open_archive(database, create=True)
    with writer(archive), pytest.raises(Failure) as refused, sharing(archive):
        pass
    assert refused.value.cause is Cause.BUSY
    with sharing(archive), sharing(archive), pytest.raises(Failure) as refused, writer(archive):
        pass
    assert refused.value.cause is Cause.BUSY
    archive.close()


_KILLED = """
import sys
from pipeline.shards.run import Asked, ingest
ingest(Asked([sys.argv[1]], sys.argv[2], size=2), lambda result, count: print("one", flush=True))
"""


def test_after_a_kill_the_rest_is_done(place: str, archive: Archive, box: Path, plain: dict[str, str]) -> None:
    command = [sys.executable, "-c", _KILLED, str(box), place]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as started:
        assert started.stdout is not None
        assert started.stdout.readline() == b"one\n"
        started.send_signal(signal.SIGKILL)
    counts = run(place, box, size=2)
    assert 0 < counts["done"] < 7
    assert fingerprint(archive) == plain
