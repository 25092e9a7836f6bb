"""A reader in which everything goes wrong that can: the words of a file say what. It runs in worker processes."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

from models import Cause
from parsers.readers import progress
from pipeline.reading import Reading, Task


def read(task: Task) -> Reading:
    """Do what the file says; anything else is its text."""
    words = task.path.read_text()
    if words in FAULTS:
        FAULTS[words]()
    return Reading(cause=Cause.EMPTY) if words == "empty" else Reading(f"{task.path.stem} {task.indent}")


def _crash_on_page_3() -> None:
    progress.at("ocr", 3)
    ctypes.string_at(0)


def _hang() -> None:
    progress.at("pdf", 7)
    while True:
        time.sleep(1)


def _hang_with_a_tool() -> None:
    tool = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    progress.at(f"tool {tool.pid}")
    tool.wait()


def _hang_with_a_tool_of_its_own_session() -> None:
    tool = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    progress.at(f"tool {tool.pid}")
    tool.wait()


def _hog() -> None:
    held = []
    while True:
        held.append(bytearray(b"x") * 2**24)
        time.sleep(0.01)


def _hog_in_a_tool() -> None:
    code = "import time; held = [bytearray(b'x') * 2**28 for _ in range(4)]; time.sleep(600)"
    subprocess.run([sys.executable, "-c", code], check=True)


def _bad_bytes_of_a_tool() -> None:
    code = r"import sys; sys.stdout.buffer.write(b'K\xe1\xba ho\xff')"
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def _no_memory() -> None:
    raise MemoryError


def _wait() -> None:
    time.sleep(0.3)


def _chatter() -> None:
    print("words of a library on standard output")
    os.write(1, b"and of one in C\n")


FAULTS: dict[str, Callable[[], object]] = {
    "crash": _crash_on_page_3,
    "exit": lambda: os._exit(7),
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "abort": os.abort,
    "quit": lambda: sys.exit(0),
    "hang": _hang,
    "hang with a tool": _hang_with_a_tool,
    "hang with a tool of its own session": _hang_with_a_tool_of_its_own_session,
    "hog": _hog,
    "hog in a tool": _hog_in_a_tool,
    "no memory": _no_memory,
    "bad bytes": _bad_bytes_of_a_tool,
    "wait": _wait,
    "chatter": _chatter,
}
