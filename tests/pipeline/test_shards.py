"""Shards: the same files always give the same shards, and each is written once and whole."""

from __future__ import annotations

import re
import shutil
import socket
from pathlib import Path
from typing import Any

import fsspec
import pytest

import corpus
from models import Cause, Failure
from parsers.readers import MAX_BYTES
from parsers.readers.options import Options
from pipeline.export.importing import Record
from pipeline.export.importing import records as imported
from pipeline.shards import files as listing
from pipeline.shards import parts
from pipeline.shards.command import ingested, part_of
from pipeline.shards.engines import Where
from pipeline.shards.files import File, files
from pipeline.shards.planning import Part, Shard, shards
from pipeline.shards.run import Asked, ingest
from pipeline.shards.sinks import Sink
from pipeline.shards.staging import staged
from pipeline.shards.storage import Folder, opened
from pipeline.shards.work import Result, work
from pipeline.workers import Limits

MANY = [File(f"/in/{number:03}.txt", f"/in/{number:03}.txt", number, 7) for number in range(25)]
HOSTILE = [
    "a\nb.txt", "a b.txt", "what?.txt", "a#b.txt", "[ab]*.txt", "50%20.txt", "x::memory:!y.txt", "s3:!b.txt", "-rf.txt",
    "tiếng Việt.txt", "tie\u0302\u0301ng Vie\u0323\u0302t.txt", "\udce9.txt",
]  # fmt: skip


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """A folder with three documents and a file that is none."""
    folder = tmp_path / "in"
    folder.mkdir()
    for path in sorted(corpus.documents().glob("*.txt"))[:3]:
        shutil.copy(path, folder)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    return folder


@pytest.fixture
def bucket() -> Any:
    """An empty storage that is not the file system."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    return system


def read_back(folder: Folder) -> list[Record]:
    """What the parts say, without what differs from run to run."""
    found = []
    for each in parts.read_all(folder):
        assert isinstance(each, Record)
        found.append(each._replace(seconds=None, read_at=None, document=None))
    return sorted(found)


def test_files_are_cut_into_shards_in_order() -> None:
    cut = list(shards(MANY, 10))
    assert [len(shard.files) for shard in cut] == [10, 10, 5]
    assert [file for shard in cut for file in shard.files] == MANY
    assert len({shard.id for shard in cut}) == 3
    assert list(shards(MANY, 10)) == cut


CHANGES = [
    pytest.param([MANY[0]._replace(size=99), *MANY[1:]], Options(), id="size"),
    pytest.param([MANY[0]._replace(changed_ns=99), *MANY[1:]], Options(), id="time"),
    pytest.param([MANY[0]._replace(tag="x"), *MANY[1:]], Options(), id="tag"),
    pytest.param(MANY, Options("always"), id="options"),
]


@pytest.mark.parametrize(("changed", "options"), CHANGES)
def test_what_changes_the_result_changes_the_id(changed: list[File], options: Options) -> None:
    assert next(shards(changed, 10, options)).id != next(shards(MANY, 10)).id


def test_another_version_makes_other_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    before = next(shards(MANY))
    monkeypatch.setattr("pipeline.shards.planning.version", lambda: "another")
    assert next(shards(MANY)).id != before.id


def test_shares_are_all_shards_each_once() -> None:
    shares = [shard for rest in range(3) for shard in shards(MANY, 2, part=Part(rest, 3))]
    assert sorted(shares, key=lambda shard: shard.number) == list(shards(MANY, 2))


PLACES = [
    pytest.param("/a/b.txt", False, "/a/b.txt", id="a path"),
    pytest.param("file:///a/b.txt", False, "/a/b.txt", id="a URL of this machine"),
    pytest.param("s3://a/b", True, None, id="a bucket"),
    pytest.param("memory://a", True, None, id="memory"),
    pytest.param("x::s3://a/b", False, "x::s3:/a/b", id="a name that would be a chain elsewhere"),
    pytest.param("C:\\a.txt", False, "C:\\a.txt", id="a colon"),
]


@pytest.mark.parametrize(("path", "is_url", "local"), PLACES)
def test_paths_and_urls(path: str, is_url: bool, local: str | None) -> None:
    assert listing.is_url(path) is is_url
    assert local is None or str(listing.local(path)) == local


FAULTS = [
    pytest.param("memory://nothing/here", Cause.NOT_FOUND, id="nothing is there"),
    pytest.param("nowhere://a/b", Cause.UNSUPPORTED, id="no such storage"),
    pytest.param("gdrive://a/b", Cause.TOOL_MISSING, id="its package is not installed"),
]


@pytest.mark.parametrize(("url", "cause"), FAULTS)
def test_urls_that_cannot_be_read(url: str, cause: Cause, bucket: Any) -> None:
    with pytest.raises(Failure) as refused:
        files([url])
    assert refused.value.cause is cause


def test_files_come_in_the_order_of_a_plain_ingest(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", "a/a/d.txt", ".hidden", "made.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    found = [str(Path(file.place).relative_to(tmp_path)) for file in files([str(tmp_path), str(tmp_path / "b.txt")])]
    assert found == ["b.txt", "a/c.txt", "a/a/d.txt"]


def test_names_lead_nowhere_else(tmp_path: Path) -> None:
    words = next(corpus.documents().glob("*.txt")).read_bytes()
    for number, name in enumerate(HOSTILE):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_bytes(words + b"\n" * number)
    tally = ingest(Asked([str(tmp_path / "in")], parts=str(tmp_path / "p#?::*")))
    assert tally.counts["done"] == len(HOSTILE)
    found = read_back(Folder(str(tmp_path / "p#?::*")))
    assert {record.place for record in found} == {file.place for file in files([str(tmp_path / "in")])}


@pytest.mark.parametrize("name", ["..", "[ab]*.txt", "a" * 300 + ".txt", "a\nb.txt", "what?#.txt"])
def test_names_in_storage_lead_nowhere_else(name: str, bucket: Any) -> None:
    bucket.pipe_file(f"/in/{name}" if name != ".." else "/in/..", b"words")
    place = f"memory://in/{name}"
    with staged(Shard("0", 0, (File(place, place, 5),), "0")) as ((_, path),):
        assert path.read_bytes() == b"words"
        assert path.resolve() == path
        assert len(path.name) <= 100


def test_what_is_too_large_is_not_fetched(bucket: Any) -> None:
    place = "memory://in/huge.pdf"
    with staged(Shard("0", 0, (File(place, place, MAX_BYTES * 100),), "0")) as ((_, path),):
        assert path.stat().st_size > MAX_BYTES


def test_a_shard_of_which_no_file_is_here_fails(tmp_path: Path) -> None:
    gone = File(str(tmp_path / "gone.txt"), "gone.txt", 5, 5)
    with pytest.raises(Failure) as refused, staged(Shard("0", 0, (gone,), "0")):
        pass
    assert (refused.value.cause, refused.value.detail) == (Cause.NOT_FOUND, f"none of 1 on {socket.gethostname()}")


def test_storage_gives_what_this_machine_gives(box: Path, bucket: Any, tmp_path: Path) -> None:
    for path in box.iterdir():
        bucket.pipe_file(f"/in/2024/{path.name}", path.read_bytes())
    ingest(Asked([str(box)], parts=str(tmp_path / "parts"), size=3))
    ingest(Asked(["memory://in"], parts="memory://out/parts", size=3))
    here, there = read_back(Folder(str(tmp_path / "parts"))), read_back(Folder("memory://out/parts"))
    assert [Path(record.place).name for record in there] == [Path(record.place).name for record in here]
    assert [(r.sha256, r.json, r.cause) for r in there] == [(r.sha256, r.json, r.cause) for r in here]
    assert all(record.place.startswith("memory://") for record in there)


def test_a_shard_is_done_once(box: Path, tmp_path: Path) -> None:
    asked = Asked([str(box)], parts=str(tmp_path / "parts"), size=2)
    told: list[Result] = []
    assert ingest(asked, lambda result, count: told.append(result)).counts["failed"] == 1
    assert [dict(result.counts) for result in told] == [{"failed": 1, "done": 1}, {"done": 2}]
    assert [record.cause for result in told for record in result.failures] == ["TRUNCATED"]
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "parts").iterdir()}
    assert ingest(asked).counts["skipped"] == 4
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "parts").iterdir()} == before
    assert len(before) == 4


def test_a_part_without_its_mark_is_written_again(box: Path, tmp_path: Path) -> None:
    asked = Asked([str(box)], parts=str(tmp_path / "parts"), size=2)
    ingest(asked)
    whole = read_back(Folder(asked.parts or ""))
    mark, other = sorted((tmp_path / "parts").glob("*.done"))
    mark.unlink()
    mark.with_suffix(".parquet").write_bytes(b"half")
    drafts = [
        tmp_path / "parts" / f".{name}" for name in (f"{mark.stem}.parquet.12ab", f"{mark.name}.12ab", "part-0.done.1")
    ]
    for draft in drafts:
        draft.write_bytes(b"of one who died")
    assert len(read_back(Folder(asked.parts or ""))) == 2
    assert ingest(asked).counts["skipped"] == 2
    assert read_back(Folder(asked.parts or "")) == whole
    assert other.exists()
    assert [draft.exists() for draft in drafts] == [False, False, True]  # the last is that of another run


def test_parts_are_read_back_by_the_import(box: Path, tmp_path: Path) -> None:
    ingest(Asked([str(box)], parts=str(tmp_path / "parts"), size=2))
    found = [record.status for record in imported(tmp_path / "parts") if isinstance(record, Record)]
    assert sorted(found) == ["done", "done", "done", "failed"]


def test_a_file_over_its_limits_is_no_fault_of_the_shard(box: Path, tmp_path: Path) -> None:
    limits = Limits(memory=1)
    tally = ingest(Asked([str(box)], parts=str(tmp_path / "parts"), limits=limits))
    assert tally.counts["failed"] == 4
    assert {record.cause for record in read_back(Folder(str(tmp_path / "parts")))} >= {"OUT_OF_MEMORY"}


def test_a_sink_that_cannot_be_written_fails_the_shard(box: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told: list[Result] = []
    asked = Asked([str(box)], parts=str(tmp_path / "file"), size=2)
    tally = ingest(asked, lambda result, count: told.append(result))
    assert [result.failure and result.failure.cause for result in told] == [Cause.UNWRITABLE] * 2
    assert (tally.counts["failed"], tally.exit_code) == (4, Cause.UNWRITABLE.exit_code)


def test_another_version_does_not_do_the_work(box: Path, tmp_path: Path) -> None:
    shard = next(shards(files([str(box)])))._replace(extractor="another")
    with pytest.raises(Failure) as refused:
        work(shard, Sink("parquet", str(tmp_path / "parts")))
    assert refused.value.cause is Cause.CLUSTER


def test_an_address_where_nobody_is_is_told_at_once(box: Path, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    asked = Asked([str(box)], parts=str(tmp_path / "parts"), engine="ray", where=Where(address=address))
    with pytest.raises(Failure) as refused:
        ingest(asked)
    assert (refused.value.cause, refused.value.name) == (Cause.CLUSTER, address)


def test_a_chain_in_a_url_is_taken_by_the_letter(bucket: Any) -> None:
    assert opened("memory://a/x::file:///etc/passwd")[0].protocol == "memory"


SHARES = [
    pytest.param("1/1", Part(0, 1), id="all"),
    pytest.param("3/16", Part(2, 16), id="the third of sixteen"),
    *(
        pytest.param(words, None, id=words or "nothing")
        for words in ("", "0/4", "5/4", "1", "a/b", "-1/4", "1/0", "١/٢")
    ),
]


@pytest.mark.parametrize(("words", "part"), SHARES)
def test_a_share_is_read(words: str, part: Part | None) -> None:
    if part:
        assert part_of(words) == part
    else:
        with pytest.raises(ValueError, match=r"^" + re.escape(words) + "$"):
            part_of(words)


def test_failures_and_summary_are_told(box: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ingested(Asked([str(box)], parts=str(tmp_path / "parts")), "en").exit_code == Cause.TRUNCATED.exit_code
    told = capsys.readouterr()
    assert told.out == ""
    assert "broken.pdf: The file is damaged" in told.err
    assert "Read 3 documents" in told.err
    (tmp_path / "file").write_text("in the way")
    ingested(Asked([str(box)], parts=str(tmp_path / "file")), "en")
    assert "Shard 1 failed, run again to go on." in capsys.readouterr().err
