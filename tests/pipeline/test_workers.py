"""Workers: whatever one task does, it alone is lost, and nothing that it started is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import memory
from pipeline.reading import Task
from pipeline.workers import Ended, Limits, Lost, Pool

LIMITS = Limits(seconds=3, memory=2**29)
PROC = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is watched through /proc")


def ended(root: Path, jobs: int = 2, limits: Limits = LIMITS) -> list[Ended]:
    tasks = [Task(path) for path in sorted(root.iterdir())]
    with Pool("faulty:read", limits) as pool:
        return list(pool.map(tasks, jobs))


def lost(of: Ended) -> Lost:
    assert of.lost is not None
    return of.lost


def alive(process: int) -> bool:
    """Whether a process runs; one that is dead but not yet noted by its parent does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(process: int) -> bool:
    """Whether a process ends within some seconds; the signal that ends it takes a moment."""
    until = time.monotonic() + 10
    while alive(process) and time.monotonic() < until:
        time.sleep(0.02)
    return not alive(process)


FAULTS = [
    pytest.param("crash", "crashed", "SIGSEGV", "ocr", 3, id="a crash in a C library, at a step that was told"),
    pytest.param("kill", "crashed", "SIGKILL", "open", None, id="killed while reading"),
    pytest.param("abort", "crashed", "SIGABRT", "open", None, id="an assertion in a C library"),
    pytest.param("exit", "crashed", "exit 7", "open", None, id="a library that ends the process"),
    pytest.param("quit", "crashed", "exit 0", "open", None, id="a library that ends the process politely"),
    pytest.param("hang", "timed-out", "3 s", "pdf", 7, id="a hang"),
    pytest.param("hog", "out-of-memory", "GiB", "open", None, id="memory without end", marks=PROC),
    pytest.param("hog in a tool", "out-of-memory", "GiB", "open", None, id="memory of a tool", marks=PROC),
    pytest.param("no memory", "out-of-memory", "MemoryError", "open", None, id="memory refused"),
    pytest.param("bad bytes", "raised", "UnicodeDecodeError", "open", None, id="bad UTF-8 from a tool"),
]


@pytest.mark.parametrize(("words", "how", "detail", "step", "page"), FAULTS)
def test_a_fault_is_told_and_the_other_tasks_are_done(
    folder: Callable[..., Path], words: str, how: str, detail: str, step: str, page: int | None
) -> None:
    limits = LIMITS if how == "timed-out" else LIMITS._replace(seconds=60)
    results = ended(folder(**{f"f{n}.txt": words if n == 2 else "words" for n in range(8)}), limits=limits)
    found = lost(results[2])
    assert (found.how, found.step, found.page) == (how, step, page)
    assert detail in found.detail
    assert [each.result.text for each in results if not each.lost] == [f"f{n} None" for n in range(8) if n != 2]


def test_a_crash_tells_where_it_was(folder: Callable[..., Path]) -> None:
    assert "_crash_on_page_3" in lost(ended(folder(**{"a.txt": "crash"}))[0]).trace


def test_what_libraries_print_does_not_reach_standard_output(
    folder: Callable[..., Path], capfd: pytest.CaptureFixture[str]
) -> None:
    assert ended(folder(**{"a.txt": "chatter"}))[0].lost is None
    assert capfd.readouterr() == ("", "")


@PROC
@pytest.mark.parametrize("words", ["hang with a tool", "hang with a tool of its own session"])
def test_a_tool_that_hangs_ends_with_its_task(folder: Callable[..., Path], words: str) -> None:
    found = lost(ended(folder(**{"a.txt": words}), limits=Limits(seconds=1))[0])
    assert found.how == "timed-out"
    assert gone(int(found.step.split()[1]))


def test_a_task_waits_for_none_but_its_own_limit(folder: Callable[..., Path]) -> None:
    start = time.monotonic()
    results = ended(
        folder(**{f"f{n:02}.txt": "hang" if n == 0 else "wait" for n in range(6)}), limits=Limits(seconds=2)
    )
    assert [each.lost is None for each in results] == [False] + [True] * 5
    assert time.monotonic() - start < 8


def test_a_process_is_replaced_after_so_many_tasks(folder: Callable[..., Path]) -> None:
    root = folder(**{f"f{n}.txt": "words" for n in range(6)})
    with Pool("os:getppid_of") as pool:
        assert lost(next(pool.map([Task(root / "f0.txt")]))).how == "crashed", "a function that is not there"
    with Pool("worker_id:give", Limits(tasks=2)) as pool:
        numbers = [each.result for each in pool.map(range(6))]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3] != numbers[4] == numbers[5]


def test_a_process_that_dies_while_it_waits_is_no_fault_of_the_next_task() -> None:
    with Pool("worker_id:give") as pool:
        (first,) = (each.result for each in pool.map([0]))
        os.kill(first, signal.SIGKILL)
        assert gone(first)
        (second,) = pool.map([1])
        assert second.lost is None
        assert second.result != first


def test_nothing_is_left_when_the_pool_is_left() -> None:
    with Pool("worker_id:give") as pool:
        number, folder = next(pool.map([0])).result, pool._workers[0].folder
        assert folder.exists()
    assert gone(number)
    assert not folder.exists()


def test_a_process_whose_owner_is_gone_ends_itself(tmp_path: Path) -> None:
    code = """
import os, sys
from pipeline.workers import Pool
with Pool("worker_id:give") as pool:
    print(next(pool.map([0])).result, flush=True)
    os._exit(1)
"""
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=False)
    assert gone(int(done.stdout))
    assert list(tmp_path.iterdir()) == []


@PROC
def test_memory_of_a_process_counts_what_it_started() -> None:
    code = "import time; held = bytearray(b'x') * 2**27; print('ready', flush=True); time.sleep(60)"
    before = memory.resident(os.getpid())
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert child.pid in memory.descendants(os.getpid())
        assert memory.resident(os.getpid()) - before > 2**27
        child.send_signal(signal.SIGKILL)
    assert memory.resident(child.pid) == 0


@PROC
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_who_asks_the_command_to_end_waits_for_nothing(
    folder: Callable[..., Path], tmp_path: Path, number: signal.Signals, code: int
) -> None:
    root = folder(**{"a.txt": "words", "b.txt": "hang with a tool", "c.txt": "hang"})
    run = "from pipeline import cli; cli.extracting.READER, cli.extracting.MODULES = 'faulty:read', (); cli.main()"
    command = [sys.executable, "-c", run, "extract", str(root), "-o", str(tmp_path / "out"), "--jobs", "2"]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, env=env, stderr=subprocess.PIPE) as asked:
        until = time.monotonic() + 30
        while len(memory.descendants(asked.pid)) < 3 and time.monotonic() < until:
            time.sleep(0.05)
        started = memory.descendants(asked.pid)
        asked.send_signal(number)
        assert asked.wait(10) == code
        assert asked.stderr is not None
        assert asked.stderr.read() == b""
    assert len(started) == 3
    assert [process for process in started if not gone(process)] == []
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "in", "in/a.txt", "in/b.txt", "in/c.txt", "out", "out/a.json",
    ]  # fmt: skip
