"""`vanban`, the command line: one thin function for each command.

Takes options, calls one function of the library, shows what it gives. Only Typer is loaded at the top, so that help
comes at once; models, parsers and the rest are loaded by the command that needs them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pipeline.cli import archives, checking, documents, extracting, ingesting
from pipeline.cli.app import app

if TYPE_CHECKING:
    from pipeline.workers import Pool

__all__ = ["app", "archives", "checking", "documents", "extracting", "ingesting", "main"]

ORDER = (extracting, ingesting, archives, checking, documents)
"""Modules of commands, in the order of the help."""
app.registered_commands.sort(key=lambda one: [each.__name__ for each in ORDER].index(one.callback.__module__))


def main() -> None:
    """Run the command line; streams are UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    with _reading_ahead(sys.argv[1:]) as readers:
        app(obj=readers)


@contextmanager
def _reading_ahead(words: list[str]) -> Iterator[Pool | None]:
    """Start the process that will read before options are looked at: that takes as long as a third of its start."""
    if words[:1] != ["extract"] or {"-h", "--help"}.intersection(words):
        yield None
        return
    from pipeline.workers import Pool

    with Pool(extracting.READER, modules=extracting.MODULES) as readers:
        yield readers
