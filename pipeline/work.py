"""The inside of a worker process: takes tasks from a pipe, gives their results to it.

Runs one function, named `module:function`, on one task after the other. Rule of the place: it may die at any moment,
so it keeps nothing; whoever holds the other end of the pipe knows what it was doing from what it told before.

Messages in: `(seconds, task)`. Messages out: `("at", step, page)`, `("done", result)`, `("lost", how, detail, trace)`.
"""

from __future__ import annotations

import faulthandler
import importlib
import os
import resource
import shutil
import signal
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from parsers.readers import progress
from pipeline.memory import offer_to_oom_killer

GRACE = 10.0
"""Seconds beyond a task's limit after which the process ends itself, should nobody be left to end it."""


def main(pipe_number: int, function: str, modules: tuple[str, ...]) -> None:
    """Work until the pipe is closed.

    pipe_number: file descriptor of our end. modules: what is imported before the first task comes.
    """
    os.set_inheritable(pipe_number, False)
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    offer_to_oom_killer()
    send, receive = _ends(Connection(pipe_number))
    progress.watch(lambda step, page: send(("at", step, page)))
    for name in modules:
        importlib.import_module(name)
    module, _, name = function.partition(":")
    run = getattr(importlib.import_module(module), name)
    while (message := receive()) is not None:
        seconds, task = message
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
        send(("at", "open", None))
        result = _result(run, task)
        signal.setitimer(signal.ITIMER_REAL, 0)  # the other end may be slow to take it, which is no fault of the task
        send(result)
    shutil.rmtree(os.environ["TMPDIR"], ignore_errors=True)  # ours alone, and nobody else is left to remove it


def _ends(pipe: Connection) -> tuple[Callable[[tuple[Any, ...]], None], Callable[[], Any]]:
    """Give the functions that send, from any thread, and receive, None once the other end is closed."""
    lock = threading.Lock()

    def send(message: tuple[Any, ...]) -> None:
        with lock:
            pipe.send(message)

    def receive() -> Any:
        try:
            return pipe.recv()
        except EOFError:
            return None

    return send, receive


def _result(run: Callable[[Any], Any], task: object) -> tuple[Any, ...]:
    try:
        return "done", run(task)
    except MemoryError:
        return "lost", "out-of-memory", "MemoryError", traceback.format_exc()
    except Exception as error:
        detail = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        return "lost", "raised", detail, traceback.format_exc()
