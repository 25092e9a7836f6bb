"""A batch goes on whatever one file does, on one process or many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models import Cause
from parsers.readers.options import Options
from pipeline.batch import Outcome, Report, default_jobs, extract, plan
from pipeline.sinks import Sink
from pipeline.sinks import folder as folder_sink
from pipeline.workers import Limits, Pool


@pytest.fixture
def readers() -> Iterator[Pool]:
    with Pool("faulty:read", Limits(seconds=60)) as started:
        yield started


def collecting(into: list[str]) -> Sink:
    return Sink(indent=None, target=lambda _: None, put=lambda _, text: into.append(text))


def failed(*causes: Cause) -> Report:
    return Report(tuple(Outcome(Path("a"), "failed", cause=cause) for cause in causes))


EXIT_CODES = [
    pytest.param(Report(), 0, id="nothing to do"),
    pytest.param(Report((Outcome(Path("a"), "done"), Outcome(Path("b"), "skipped"))), 0, id="all done"),
    pytest.param(failed(Cause.EMPTY, Cause.EMPTY), Cause.EMPTY.exit_code, id="one cause: its own code"),
    pytest.param(failed(Cause.EMPTY, Cause.ENCRYPTED), 3, id="several causes"),
]


@pytest.mark.parametrize(("report", "expected"), EXIT_CODES)
def test_exit_code(report: Report, expected: int) -> None:
    assert report.exit_code == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_inputs(folder: Callable[..., Path], readers: Pool, jobs: int) -> None:
    root = folder(**{f"f{n:02}.txt": {3: "empty", 5: "wait"}.get(n, "words") for n in range(20)})
    got: list[str] = []
    report = extract(sorted(root.iterdir()), collecting(got), jobs, readers=readers)
    assert got == [f"f{n:02} None" for n in range(20) if n != 3]
    assert [outcome.status for outcome in report.outcomes] == ["failed" if n == 3 else "done" for n in range(20)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_process_that_dies_takes_no_other_file_with_it(folder: Callable[..., Path], readers: Pool, jobs: int) -> None:
    root = folder(**{f"f{n}.txt": "kill" if n in (2, 5) else "words" for n in range(9)})
    got: list[str] = []
    report = extract(sorted(root.iterdir()), collecting(got), jobs, readers=readers)
    assert got == [f"f{n} None" for n in range(9) if n not in (2, 5)]
    assert [outcome.cause for outcome in report.of("failed")] == [Cause.CRASHED] * 2


def test_what_cannot_be_written_is_reported_for_its_file(
    folder: Callable[..., Path], readers: Pool, tmp_path: Path
) -> None:
    root = folder(**{"a.txt": "words"})
    (tmp_path / "out").write_text("a file where a folder should be")
    paths = [root / "a.txt"]
    report = extract(paths, folder_sink(tmp_path / "out", paths), 1, readers=readers)
    assert report.exit_code == Cause.UNWRITABLE.exit_code


def test_a_reader_of_the_pipe_who_leaves_ends_the_batch(folder: Callable[..., Path], readers: Pool) -> None:
    def gone(_: Path, text: str) -> None:
        raise BrokenPipeError

    root = folder(**{"a.txt": "words", "b.txt": "hang"})
    with pytest.raises(BrokenPipeError):
        extract(sorted(root.iterdir()), Sink(None, lambda _: None, gone), 2, readers=readers)


def test_what_was_made_otherwise_would_be_read_again(tmp_path: Path) -> None:
    from corpus import documents

    paths = [documents() / "day_manh_chuyen_doi_so.txt"]
    sink = folder_sink(tmp_path, paths)
    assert [outcome.status for outcome in plan(paths, sink)] == ["planned"]
    extract(paths, sink)
    assert [outcome.status for outcome in plan(paths, sink)] == ["skipped"]
    assert [outcome.status for outcome in plan(paths, sink, options=Options("never"))] == ["planned"]


def test_few_files_are_read_in_one_process() -> None:
    assert default_jobs(3) == 1
    assert default_jobs(1000) >= 1
