"""Progress: which step of reading a file is under way, told to the one who watches over the process.

A reader says `at("ocr", page=3)` before a step that may hang, crash or take long; when it does, the file's error record
names the step and the page. Nobody watches unless `watch` was called, and then a call costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable

Watcher = Callable[[str, int | None], None]
"""Takes the step and the page, 1-based, or None; it is called from any thread."""


def _nobody(step: str, page: int | None) -> None:
    """Watch nothing."""


_watcher: Watcher = _nobody


def watch(watcher: Watcher) -> None:
    """Tell the watcher of every step from now on, in the place of an earlier one."""
    global _watcher
    _watcher = watcher


def at(step: str, page: int | None = None) -> None:
    """Say which step begins.

    step: one word, such as the reader's name. page: 1-based, where the step is about one.
    """
    _watcher(step, page)
