"""What is said while a batch runs and after it: a progress bar, one line a failure, a summary, the report as JSON.

Takes outcomes and reports, gives lines to standard error, so that standard output carries results alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from pipeline.batch import Outcome, Report
from pipeline.markup import visible
from pipeline.words import word

MANY = 5
"""More files than this have a progress bar."""


def say(line: str, console: Console | None = None) -> None:
    """Give one line to standard error, not wrapped and without colour codes from the outside."""
    (console or Console(stderr=True)).print(Text(visible(line)), soft_wrap=True)


@contextmanager
def following(count: int, *, bar: bool, lang: str, verbose: bool) -> Iterator[Callable[[Outcome], None]]:
    """Give the function that is told of each outcome.

    count: number of files. bar: whether a progress bar may be drawn. verbose: show tracebacks.
    """
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    drawn = bar and console.is_terminal and count > MANY
    with Progress(*columns, console=console, transient=True, disable=not drawn) as progress:
        task = progress.add_task(word("reading", lang), total=count)

        def tell(outcome: Outcome) -> None:
            if outcome.status == "failed":
                say(outcome.line(lang), console)
                if verbose:
                    for line in outcome.trace.splitlines():
                        say(line, console)
            progress.advance(task)

        yield tell


@contextmanager
def counting(count: int, label: str) -> Iterator[Callable[[int], None]]:
    """Give the function that is told how many more of so many are done, under a label; few of them have no bar."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    drawn = console.is_terminal and count > MANY
    with Progress(*columns, console=console, transient=True, disable=not drawn) as progress:
        task = progress.add_task(label, total=count)
        yield lambda done: progress.advance(task, done)


def counts(report: Report) -> dict[str, int]:
    """Give how many files were done, skipped and failed."""
    return {status: len(report.of(status)) for status in ("done", "skipped", "failed")}


def summary(report: Report, lang: str) -> str:
    """Give the summary of a batch as one line."""
    return word("summary", lang).format(**counts(report))


def as_json(report: Report, lang: str) -> str:
    """Give the report as JSON: counts, exit code, and each file with what became of it."""
    numbers = {**counts(report), "planned": len(report.of("planned")), "exit_code": report.exit_code}
    files = [_file(outcome, lang) for outcome in report.outcomes]
    return json.dumps({**numbers, "files": files}, ensure_ascii=False, indent=2)


def _file(outcome: Outcome, lang: str) -> dict[str, str | float | None]:
    row: dict[str, str | float | None] = {"file": str(outcome.path), "status": outcome.status}
    row["output"] = str(outcome.output) if outcome.output else None
    row["seconds"] = round(outcome.seconds, 3)
    if cause := outcome.cause:
        row |= {"cause": cause.name, "exit_code": cause.exit_code}
        row |= {"message": cause.sentence(lang), "detail": outcome.detail}
        row |= {"component": outcome.component or None, "page": outcome.page}
    return row
