"""Ingest: each file once, whatever happens meanwhile."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from made_documents import made
from sqlalchemy import event, select, text, update

import corpus
from models import Cause, Failure
from pipeline.archive import indexing, originals
from pipeline.archive.extraction import MODULES, READ
from pipeline.archive.fingerprint import fingerprint
from pipeline.archive.ingest import How, Tally, ingest, plan
from pipeline.archive.planning import Wish
from pipeline.archive.schema import documents, files
from pipeline.archive.status import failures, status
from pipeline.archive.store import Archive, open_archive, reading, writer, writing
from pipeline.inputs import files as found_files
from pipeline.inputs import opened
from pipeline.workers import Pool

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(READ, modules=MODULES) as started:
        yield started


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """A folder with five small documents, one of them twice, and a file that is none."""
    folder = tmp_path / "inbox"
    (folder / "2024").mkdir(parents=True)
    for path in sorted(corpus.documents().glob("*.txt"))[:4]:
        shutil.copy(path, folder)
    first = next(folder.glob("*.txt"))
    shutil.copy(first, folder / "2024" / "bản sao.txt")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    return folder


def take(archive: Archive, folder: Path, pool: Pool, **how: Any) -> Tally:
    return ingest(archive, opened(found_files([folder])), pool, How(**{"jobs": 1, **how}))


def places(archive: Archive, status: str) -> set[str]:
    with reading(archive) as connection:
        return {
            Path(place).name
            for place in connection.execute(select(files.c.place).where(files.c.status == status)).scalars()
        }


def test_files_come_in_once(archive: Archive, box: Path, pool: Pool) -> None:
    tally = take(archive, box, pool)
    assert tally.counts == {"done": 4, "copy": 1, "skipped": 0, "failed": 1}
    assert tally.exit_code == Cause.TRUNCATED.exit_code
    before = fingerprint(archive)
    again = take(archive, box, pool)
    assert again.counts == {"done": 0, "copy": 0, "skipped": 6, "failed": 0}
    assert again.failed_before == 1
    assert fingerprint(archive) == before


def test_status_says_what_is_in_and_what_failed(archive: Archive, box: Path, pool: Pool) -> None:
    take(archive, box, pool)
    told = status(archive)
    assert (told.documents, told.files, told.copies, told.failed) == (4, 5, 1, 1)
    assert told.causes == {"TRUNCATED": 1}
    assert told.behind == 0
    assert [Path(one.place).name for one in failures(archive)] == ["broken.pdf"]


def test_what_failed_is_tried_again_when_asked(archive: Archive, box: Path, pool: Pool) -> None:
    take(archive, box, pool)
    assert take(archive, box, pool, wish=Wish(failed=True)).counts["failed"] == 1


def test_a_changed_file_is_read_again(archive: Archive, box: Path, pool: Pool) -> None:
    take(archive, box, pool)
    (box / "broken.pdf").write_bytes((corpus.documents() / "phat_dong_giao_thong.pdf").read_bytes())
    assert take(archive, box, pool).counts == {"done": 1, "copy": 0, "skipped": 5, "failed": 0}
    assert places(archive, "failed") == set()


def test_a_touched_or_moved_file_is_not_read_again(archive: Archive, box: Path, pool: Pool) -> None:
    take(archive, box, pool)
    one = next(box.glob("*.txt"))
    os.utime(one, ns=(0, 0))
    one.rename(box / "2024" / one.name)
    assert take(archive, box, pool).counts["done"] == 0


def test_what_another_version_read_is_read_again_when_asked(archive: Archive, box: Path, pool: Pool) -> None:
    take(archive, box, pool)
    before = fingerprint(archive)
    with writing(archive) as connection:
        connection.execute(update(documents).values(extractor="0.0.1", title="of old"))
    assert take(archive, box, pool).counts["done"] == 0
    assert status(archive).outdated == 4
    assert take(archive, box, pool, wish=Wish(outdated=True)).counts["done"] == 4
    assert fingerprint(archive) == before


def test_a_container_is_a_folder(archive: Archive, box: Path, pool: Pool, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "box.zip", "w") as packed:
        for path in box.glob("*.txt"):
            packed.write(path, f"2023/{path.name}")
    assert take(archive, tmp_path / "box.zip", pool).counts["done"] == 4
    assert take(archive, tmp_path / "box.zip", pool).counts["skipped"] == 4
    os.utime(tmp_path / "box.zip", ns=(0, 0))
    assert take(archive, tmp_path / "box.zip", pool).counts["skipped"] == 4
    assert take(archive, box, pool).counts["copy"] == 5


def test_names_may_hold_any_bytes(archive: Archive, box: Path, pool: Pool) -> None:
    odd = os.fsencode(box) + b"/k\xe9 ho\xf9ch.txt"
    Path(os.fsdecode(odd)).write_text(made("7").text, "utf-8")
    assert take(archive, box, pool).counts["done"] == 5


def test_a_dry_run_writes_nothing(archive: Archive, box: Path, pool: Pool) -> None:
    before = fingerprint(archive)
    plans = [each.what for each in plan(archive, found_files([box]), Wish())]
    assert plans == ["read"] * 6
    assert fingerprint(archive) == before


def test_the_files_themselves_are_kept(tmp_path: Path, box: Path, pool: Pool) -> None:
    archive = open_archive(str(tmp_path / "a"), create=True)
    take(archive, box, pool, keep=True)
    kept = [path for path in (tmp_path / "a" / originals.FOLDER).rglob("*") if path.is_file()]
    assert {path.read_bytes() for path in kept} == {path.read_bytes() for path in box.rglob("*.txt")}
    archive.close()


def test_twins_are_told_from_the_best_copy(archive: Archive, pool: Pool, tmp_path: Path) -> None:
    stem = "phat_dong_giao_thong"
    folder = tmp_path / "copies"
    folder.mkdir()
    for path in corpus.documents().glob(f"{stem}.*"):
        shutil.copy(path, folder)
    suffixes = {path.suffix for path in folder.iterdir()}
    tally = take(archive, folder, pool)
    assert tally.twins == len(suffixes) - 1
    with reading(archive) as connection:
        best = connection.execute(select(documents.c.name).where(documents.c.twin_of.is_(None))).scalars().all()
    assert best == [f"{stem}.pdf"]


def test_a_second_writer_is_refused(archive: Archive, box: Path, pool: Pool) -> None:
    with writer(archive), pytest.raises(Failure) as refused:
        take(open_archive(str(archive.folder) if archive.folder else _url(archive)), box, pool)
    assert refused.value.cause is Cause.BUSY
    assert take(archive, box, pool).counts["done"] == 4


def _url(archive: Archive) -> str:
    return archive.engine.url.render_as_string(hide_password=False)


def test_a_full_disk_is_told_and_leaves_the_archive_whole(tmp_path: Path, box: Path, pool: Pool) -> None:
    archive = open_archive(str(tmp_path / "a"), create=True)
    one, *_ = sorted(box.glob("*.txt"))
    ingest(archive, [one], pool, How())
    before = fingerprint(archive)

    def limited(connection: Any, _: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    archive.engine.dispose()
    event.listen(archive.engine, "connect", limited)
    with pytest.raises(Failure) as refused:
        take(archive, box, pool)
    assert refused.value.cause is Cause.UNWRITABLE
    assert "full" in refused.value.detail
    archive.engine.dispose()
    event.remove(archive.engine, "connect", limited)
    left = fingerprint(archive)
    assert {**left, "files": ""} == {**before, "files": ""}
    with reading(archive) as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    assert take(archive, box, pool).counts["done"] == 3
    archive.close()


def vanban(*words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", *words],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from corpus.generate import generate

    folder = tmp_path_factory.mktemp("many")
    list(generate(folder, 40, 5, ("txt",)))
    return folder


def test_killed_at_any_moment_it_goes_on_where_it_was(many: Path, tmp_path: Path) -> None:
    whole, broken = str(tmp_path / "whole"), str(tmp_path / "broken")
    vanban("ingest", str(many), "-A", whole).wait(120)
    moments = random.Random(11)
    for _ in range(3):
        running = vanban("ingest", str(many), "-A", broken)
        time.sleep(moments.uniform(0.3, 2.5))
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
    ended = vanban("ingest", str(many), "-A", broken)
    ended.communicate(timeout=120)
    assert ended.returncode == 0
    one, other = open_archive(whole), open_archive(broken)
    assert fingerprint(one) == fingerprint(other)
    assert indexing.behind(other) == 0
    one.close()
    other.close()


def test_of_two_at_once_both_are_right_or_one_is_refused(many: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "a")
    running = [vanban("ingest", str(many), "-A", place) for _ in range(2)]
    said = [each.communicate(timeout=120)[1].decode() for each in running]
    codes = sorted(each.returncode for each in running)
    assert codes in ([0, 0], [0, Cause.BUSY.exit_code]), said
    archive = open_archive(place)
    assert status(archive).documents == 40
    archive.close()
