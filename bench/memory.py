"""Memory of a long batch: does it stay flat?

    python bench/memory.py [FILE_OR_FOLDER …] [--count 2000] [--jobs 2] [--ocr never]

Reads files, by default the packaged sample documents, again and again through the batch, and samples the resident
memory of the command and of each worker process with every document. Gives the mean for each tenth of the batch and
the growth from after the first 200 documents to the end. Ends with 1 if it is over 10 %.
"""

from __future__ import annotations

import argparse
import itertools
import os
import statistics
import sys
import time
from pathlib import Path
from typing import NamedTuple

import corpus
from parsers.readers.options import Options
from pipeline import batch, inputs, memory
from pipeline.batch import Outcome
from pipeline.sinks import Sink
from pipeline.workers import Limits, Pool

WARM = 200
"""Documents after which every cache is filled."""
MOST_GROWTH = 0.10


class Sample(NamedTuple):
    """Bytes of resident memory at one moment: of the command, of all workers together."""

    command: int
    workers: int


def now() -> Sample:
    """Measure."""
    workers = [memory.resident(child) for child in memory.descendants(os.getpid())]
    return Sample(memory.resident(os.getpid()) - sum(workers), sum(workers))


def growth(values: list[int]) -> float:
    """Give by what share the last fifth is above the first fifth, means compared."""
    part = max(1, len(values) // 5)
    return statistics.fmean(values[-part:]) / statistics.fmean(values[:part]) - 1


def main() -> int:
    arguments = argparse.ArgumentParser(description="Measure the memory of a long batch.")
    arguments.add_argument("paths", nargs="*", type=Path, default=[corpus.documents()])
    arguments.add_argument("--count", type=int, default=2000, help="documents to read")
    arguments.add_argument("--jobs", type=int, default=2, help="processes")
    arguments.add_argument("--tasks", type=int, default=Limits().tasks, help="documents in the life of a process")
    arguments.add_argument("--ocr", choices=("auto", "always", "never"), default="auto", help="pages to recognise")
    asked = arguments.parse_args()
    files = inputs.opened(inputs.files(asked.paths))
    samples: list[Sample] = []
    ends = {"done": 0, "failed": 0}

    def tell(outcome: Outcome) -> None:
        samples.append(now())
        ends[outcome.status] += 1

    start = time.perf_counter()
    with Pool(batch.READ, Limits(tasks=asked.tasks), batch.PARSER) as readers:
        paths = list(itertools.islice(itertools.cycle(files), asked.count))
        sink = Sink(None, lambda _: None, lambda path, text: None)
        batch.extract(paths, sink, asked.jobs, options=Options(asked.ocr), each=tell, readers=readers)
    seconds = time.perf_counter() - start
    print(f"{len(samples)} readings of {len(files)} files in {seconds:.0f} s, {ends['failed']} failed")
    print(f"{'documents':>12} {'command MiB':>12} {'workers MiB':>12}")
    tenth = max(1, len(samples) // 10)
    for at in range(0, len(samples), tenth):
        part = samples[at : at + tenth]
        means = [statistics.fmean(values) / 2**20 for values in zip(*part, strict=True)]
        print(f"{at + len(part):12} {means[0]:12.1f} {means[1]:12.1f}")
    warm = samples[min(WARM, len(samples) // 2) :]
    grown = {name: growth([getattr(each, name) for each in warm]) for name in Sample._fields}
    print(", ".join(f"{name} {share:+.1%}" for name, share in grown.items()), f"after the first {WARM}")
    return int(max(grown.values()) > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
