"""ingest by shards, on the terminal: a bar of shards, a line for each failure, a summary.

Takes what is asked, gives the tally.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from models import Cause, Failure
from pipeline.archive.ingest import Tally
from pipeline.archive.telling import number, summary
from pipeline.console import say
from pipeline.shards.planning import Part
from pipeline.shards.run import Asked, Told, ingest
from pipeline.shards.work import Result
from pipeline.words import word


def ingested(asked: Asked, lang: str) -> Tally:
    """Take files in by shards, saying how it goes and what became of them.

    Raises Failure.
    """
    with _following(lang) as tell:
        tally = ingest(asked, tell)
    if not any(tally.counts.values()):
        say(word("shards.nothing", lang))
    for line in summary(tally, lang) if any(tally.counts.values()) else ():
        say(line)
    return tally


def part_of(words: str) -> Part:
    """Read a share of the work, `3/16`: the third of sixteen.

    Raises ValueError.
    """
    found = re.fullmatch(r"(\d{1,9})/(\d{1,9})", words.strip(), re.ASCII)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise ValueError(words)
    return Part(int(found[1]) - 1, int(found[2]))


@contextmanager
def _following(lang: str) -> Iterator[Told]:
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[about]}"),
        TimeRemainingColumn(),
    )
    began, pages, failed = time.monotonic(), 0, 0
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(word("shards.bar", lang), total=None, about="")

        def tell(result: Result, count: int) -> None:
            nonlocal pages, failed
            pages += result.pages
            failed += result.counts.get("failed", 0)
            for line in _lines(result, lang):
                say(line, console)
            rate = number(pages / max(time.monotonic() - began, 1e-9), lang)
            about = word("archive.rate", lang).format(rate=rate, failed=failed)
            progress.update(task, advance=1, total=count, about=about)

        yield tell


def _lines(result: Result, lang: str) -> Iterator[str]:
    if result.failure:
        line = word("shards.failed", lang)
        yield line.format(number=number(result.number + 1, lang), why=result.failure.line(lang))
    for record in result.failures:
        cause = Cause[record.cause or Cause.INTERNAL.name]
        yield Failure(cause, record.place, record.detail or "", record.component or "", record.page).line(lang)
