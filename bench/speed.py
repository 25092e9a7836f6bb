"""Speed and memory of the whole extraction, beside bare text extraction by other tools, in one run.

    python bench/speed.py [FILE_OR_FOLDER …] [--rounds N] [--slow N] [--json]

Takes born-digital PDFs (by default the packaged samples; in folders every *.pdf with a text layer). Each round times
every tool on every file before the next file, so that a busy moment of the machine hits all of them; a file's time is
the median of its rounds. `signatures` is vanban with the digital signatures verified, which no other tool
does. A measurement, not a test: it says which targets are met and always ends with 0.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

import pypdfium2
from rich.console import Console
from rich.table import Table

import corpus
from models import Failure
from parsers import parse
from parsers.readers.options import Options

BARE = Options(ocr="never", signatures=False)
"""Extraction alone: tools that give text do not recognise scans or verify digital signatures."""

TO_PDFIUM, TO_PDFPLUMBER, MEMORY, HELP = 3.0, 10.0, 200.0, 0.3
"""The targets: at most so many times pdfium, so many times faster than pdfplumber, MB, seconds."""

PEAK = """
import sys
from parsers import parse
for path in sys.argv[1:]:
    parse(path).model_dump_json(by_alias=True)
try:
    lines = open("/proc/self/status").read().splitlines()
    print(next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")))
except OSError:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / (1024 if sys.platform == "darwin" else 1))
"""
"""Prints the peak memory in MB. The kernel's own figure where there is one: ru_maxrss counts the parent's, too."""


def pdfium(path: Path) -> None:
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            page.get_textpage().get_text_range()


def vanban(path: Path) -> None:
    parse(path, BARE).model_dump_json(by_alias=True)


def verified(path: Path) -> None:
    """The whole of vanban, digital signatures included."""
    parse(path).model_dump_json(by_alias=True)


def pdfplumber(path: Path) -> None:
    import pdfplumber as library

    with library.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()


def pdftotext(path: Path) -> None:
    subprocess.run(["pdftotext", "-q", str(path), os.devnull], check=True)


Tool = Callable[[Path], None]
FAST: dict[str, Tool] = {"pdfium": pdfium, "vanban": vanban, "signatures": verified}
SLOW: dict[str, Tool] = {"pdfplumber": pdfplumber}
SLOW_ROUNDS = 2


def seconds(tool: Tool, path: Path) -> float:
    start = time.perf_counter()
    tool(path)
    return time.perf_counter() - start


def digital(paths: Iterable[Path]) -> tuple[list[Path], list[str]]:
    """Give the PDFs that have a text layer, and why the others are left out."""
    found, left = [], []
    for path in paths:
        for file in sorted(path.rglob("*.pdf")) if path.is_dir() else [path]:
            try:
                vanban(file)
                found.append(file)
            except Failure as failure:
                left.append(f"{file.name} {failure.cause.name}")
            except Exception as error:  # a measurement goes on; bench/wild.py is there to find these
                left.append(f"{file.name}: {type(error).__name__}")
    return found, left


def spread(files: list[Path], count: int) -> list[Path]:
    """Give `count` files evenly from the list."""
    step = max(1, len(files) // count) if count else 1
    return list(islice(files[::step], count))


def measure(files: list[Path], slow_files: list[Path], rounds: int) -> dict[str, dict[Path, float]]:
    """Give the median seconds of each tool for each file."""
    slow = SLOW | ({"pdftotext": pdftotext} if shutil.which("pdftotext") else {})
    times: dict[str, dict[Path, list[float]]] = {name: {} for name in FAST | slow}
    for number in range(rounds):
        for file in files:
            tools = FAST | (slow if file in slow_files and number < SLOW_ROUNDS else {})
            names = list(tools) if number % 2 else list(reversed(tools))
            for name in names:
                times[name].setdefault(file, []).append(seconds(tools[name], file))
    return {tool: {file: statistics.median(all_) for file, all_ in by.items()} for tool, by in times.items()}


def pages(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as pdf:
        return len(pdf)


def peak(files: list[Path]) -> float:
    """Give the peak memory, in MB, of a fresh process that extracts all files one by one."""
    command = [sys.executable, "-c", PEAK, *map(str, files)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def help_time() -> float:
    """Give the median seconds of `vanban --help`."""
    command = [str(Path(sys.executable).with_name("vanban")), "--help"]
    if not Path(command[0]).exists():
        command = [sys.executable, "-m", "pipeline.cli", "--help"]
    runs = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        runs.append(time.perf_counter() - start)
    return statistics.median(runs)


def ratio(times: dict[str, dict[Path, float]], over: str, under: str) -> float | None:
    """Give the time of one tool over that of another, on the files that both read."""
    both = times[over].keys() & times[under].keys()
    total = sum(times[under][file] for file in both)
    return sum(times[over][file] for file in both) / total if total else None


def findings(times: dict[str, dict[Path, float]], files: list[Path]) -> list[dict[str, object]]:
    """Give each target: what, how much, the limit, whether it is met."""
    pdfium_ratio, plumber_ratio = ratio(times, "vanban", "pdfium"), ratio(times, "pdfplumber", "vanban")
    memory, start = peak(files), help_time()
    return [
        {"what": "vanban : bare pdfium", "value": pdfium_ratio, "limit": f"<= {TO_PDFIUM}",
         "met": pdfium_ratio is not None and pdfium_ratio <= TO_PDFIUM},
        {"what": "bare pdfplumber : vanban", "value": plumber_ratio, "limit": f">= {TO_PDFPLUMBER}",
         "met": plumber_ratio is not None and plumber_ratio >= TO_PDFPLUMBER},
        {"what": "peak memory, MB", "value": memory, "limit": f"< {MEMORY}", "met": memory < MEMORY},
        {"what": "vanban --help, s", "value": start, "limit": f"< {HELP}", "met": start < HELP},
    ]  # fmt: skip


def table(times: dict[str, dict[Path, float]], files: list[Path]) -> Table:
    """Give the times in milliseconds, a file a line, and their sums."""
    drawn = Table(box=None, header_style="bold")
    drawn.add_column("file")
    for name in ("pages", *(f"{tool} ms" for tool in times), ": pdfium"):
        drawn.add_column(name, justify="right")
    for file in files:
        cells = [f"{by[file] * 1000:.1f}" if file in by else "-" for by in times.values()]
        drawn.add_row(file.name, str(pages(file)), *cells, f"{times['vanban'][file] / times['pdfium'][file]:.2f}")
    sums = [f"{sum(by.values()) * 1000:.1f}{_of(len(by), len(files))}" for by in times.values()]
    total = ratio(times, "vanban", "pdfium") or 0.0
    drawn.add_row(f"all {len(files)} files", str(sum(map(pages, files))), *sums, f"{total:.2f}", style="bold")
    return drawn


def _of(count: int, all_: int) -> str:
    return f" ({count})" if count < all_ else ""


def main() -> None:
    arguments = argparse.ArgumentParser(description="Speed and memory beside other tools.")
    arguments.add_argument("paths", nargs="*", type=Path, default=[corpus.documents()])
    arguments.add_argument("--rounds", type=int, default=7, help="rounds of pdfium and vanban (default 7)")
    arguments.add_argument("--slow", type=int, default=12, help="files for the slow tools, 2 rounds (default 12)")
    arguments.add_argument("--json", action="store_true", help="print the figures as JSON")
    asked = arguments.parse_args()
    files, left = digital(asked.paths)
    if not files:
        sys.exit("\n".join(["no PDF with a text layer there", *left]))
    times = measure(files, spread(files, asked.slow), asked.rounds)
    found = findings(times, files)
    if asked.json:
        seconds_of = {tool: {str(file): value for file, value in by.items()} for tool, by in times.items()}
        print(json.dumps({"targets": found, "seconds": seconds_of, "left_out": left}, indent=1, ensure_ascii=False))
        return
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print(table(times, files))
    if left:
        console.print(f"\nleft out, {len(left)}: {', '.join(left)}", markup=False, highlight=False)
    console.print("\nEach time is a median; pdftotext's is that of a whole process. In brackets: files timed.")
    for row in found:
        value = "not measured" if row["value"] is None else f"{row['value']:.2f}"
        met = "met" if row["met"] else "NOT met"
        console.print(f"{row['what']:26} {value:>8}   target {row['limit']:8} {met}", highlight=False)


if __name__ == "__main__":
    main()
