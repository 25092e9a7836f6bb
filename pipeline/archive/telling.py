"""What is said of an archive: progress and summary of an ingest, what it would do, what is in the archive.

Takes steps, tallies and states, gives lines and tables for the terminal, and JSON.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from models import Cause
from pipeline.archive.ingest import Step, Tally
from pipeline.archive.planning import Planned
from pipeline.archive.status import Failed, Status
from pipeline.console import say
from pipeline.markup import visible
from pipeline.words import word

if TYPE_CHECKING:
    from rich.console import RenderableType

_TOP = 12
"""Most kinds of document that are listed by name."""


@contextmanager
def following(count: int | None, lang: str, *, verbose: bool) -> Iterator[Callable[[Step], None]]:
    """Give the function that is told of each file: a bar with documents, pages a second, errors and the time left.

    count: of the files; None where it is not known.
    """
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
        task = progress.add_task(word("reading", lang), total=count, about="")

        def tell(step: Step) -> None:
            nonlocal pages, failed
            pages += step.pages
            failed += step.status == "failed"
            if step.status == "failed":
                say(step.outcome().line(lang), console)
                if verbose and step.failure:
                    for line in step.failure.trace.splitlines():
                        say(line, console)
            rate = pages / max(time.monotonic() - began, 1e-9)
            about = word("archive.rate", lang).format(rate=number(rate, lang), failed=failed)
            progress.update(task, advance=1, about=about)

        yield tell


def summary(tally: Tally, lang: str) -> list[str]:
    """Give the lines that close an ingest."""
    rate = (tally.counts["done"] / tally.seconds) if tally.seconds else 0.0
    told = {str(name): number(count, lang) for name, count in tally.counts.items()}
    lines = [word("archive.summary", lang).format(**told, rate=number(rate, lang), twins=number(tally.twins, lang))]
    if tally.failed_before:
        lines.append(word("archive.failed-before", lang).format(count=number(tally.failed_before, lang)))
    return lines


def tally_json(tally: Tally) -> dict[str, Any]:
    """Give a tally as JSON."""
    return {
        **{str(name): count for name, count in tally.counts.items()},
        "failed_before": tally.failed_before,
        "pages": tally.pages,
        "twins": tally.twins,
        "seconds": round(tally.seconds, 3),
        "exit_code": tally.exit_code,
    }


def plan_lines(plans: Iterable[Planned], lang: str) -> Iterator[str]:
    """Say of each file what would be done with it, then how many there are of each kind."""
    counted: Counter[str] = Counter()
    for plan in plans:
        counted[plan.what] += 1
        if plan.what not in ("same", "failed", "outdated"):
            yield f"{word(f'archive.plan.{plan.what}', lang)}  {visible(plan.place)}"
    for what, count in sorted(counted.items()):
        yield f"{word(f'archive.plan.{what}', lang)}: {number(count, lang)}"


def plan_json(plans: Iterable[Planned]) -> list[dict[str, Any]]:
    """Give a plan as JSON."""
    return [{"file": plan.place, "plan": plan.what, "sha256": plan.sha256, "size": plan.size} for plan in plans]


def status_json(told: Status, failed: Iterable[Failed], lang: str) -> dict[str, Any]:
    """Give what is in an archive as JSON, with the files that failed."""
    files = [
        {"file": one.place, "cause": one.cause.name, "message": one.cause.sentence(lang), "detail": one.detail}
        for one in failed
    ]
    return {**told._asdict(), "failed_files": files}


def status_shown(told: Status, lang: str) -> RenderableType:
    """Give what is in an archive as a table."""
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0), title=visible(told.place), title_justify="left")
    table.add_column(style="bold")
    table.add_column()
    size = [("size", _size(told.bytes, lang))] if told.bytes is not None else []
    rows = [
        *((name, number(getattr(told, name), lang)) for name in ("documents", "pages", "files", "copies", "twins")),
        ("types", _listed(told.types, lang)),
        ("years", _listed(told.years, lang)),
        ("origins", _listed({word(f"text_origin.{k}", lang): v for k, v in told.origins.items()}, lang)),
        ("passages", number(told.passages, lang)),
        ("found", _listed({word(f"archive.found.{k}", lang): v for k, v in told.found.items()}, lang)),
        ("placeholders", number(told.placeholders, lang)),
        ("failed", number(told.failed, lang)),
        *((f"  {Cause[name].exit_code}", f"{number(count, lang)}  {Cause[name].sentence(lang)}")
          for name, count in told.causes.items()),
        *((name, number(getattr(told, name), lang)) for name in ("outdated", "behind") if getattr(told, name)),
        *size,
    ]  # fmt: skip
    for name, value in rows:
        table.add_row(name if name.startswith(" ") else word(f"archive.{name}", lang), value)
    return table


def number(value: float, lang: str) -> str:
    """Write a number as the language does: `20.000`, `20,000`; a small fraction keeps one place."""
    written = f"{value:,.1f}" if 0 < value < 10 and value != int(value) else f"{value:,.0f}"
    return written if lang == "en" else written.translate(str.maketrans(",.", ".,"))


def _size(count: int, lang: str) -> str:
    return f"{number(count / 2**20, lang)} MiB"


def _listed(counts: Mapping[str, int], lang: str) -> str:
    first = list(counts.items())[:_TOP] if len(counts) > 2 * _TOP else list(counts.items())
    rest = sum(counts.values()) - sum(count for _, count in first)
    parts = [f"{visible(name)} {number(count, lang)}" for name, count in first]
    return ", ".join(parts + ([f"… {number(rest, lang)}"] if rest else []))
