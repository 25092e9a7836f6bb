"""Arbitrary files, one line each: what became of them. A fault of the program is flagged with !!.

    python bench/wild.py [FILE_OR_FOLDER …] [--trace] [--jobs N] [--ocr auto|always|never] [--timeout SECONDS]

Default: ../shared/wild. Files are read as `vanban extract` reads them, each within 120 s. A count of how they ended
comes last. Each result is also read back by the models, so that one that does not fit its own schema is
a fault. Ends with 1 if there was one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from models import Cause, Document, Failure, load
from parsers.readers.options import Options
from pipeline import batch, inputs
from pipeline.batch import Outcome
from pipeline.sinks import Sink
from pipeline.workers import Limits, Pool

WILD = Path(__file__).resolve().parents[2] / "shared" / "wild"


def sections(document: Document) -> int:
    """Give the number of sections, bullets left out."""
    waiting, total = list(document.sections), 0
    while waiting:
        section = waiting.pop()
        total += section.kind != "bullet"
        waiting += section.children
    return total


def about(outcome: Outcome, text: str) -> tuple[str, str]:
    """Say how a file ended (`ok`, a cause, `!!` and the fault) and give a line about it."""
    if outcome.cause:
        fault = outcome.cause in (Cause.SCHEMA, Cause.INTERNAL, Cause.CRASHED, Cause.TIMED_OUT, Cause.OUT_OF_MEMORY)
        place = ", ".join(filter(None, (outcome.detail, outcome.component, f"page {outcome.page or '-'}")))
        return ("!! " if fault else "") + outcome.cause.name, place if fault else outcome.detail
    try:
        made = load(json.loads(text), outcome.path.name)
    except Failure as failure:
        return f"!! {failure.cause.name}", failure.detail
    header = made.header
    found = f"{header.doc_type or '-':12} {header.code or '-':24} {sections(made):4} {len(made.citations):4}"
    return "ok", found


def main() -> int:
    arguments = argparse.ArgumentParser(description="Read arbitrary files and say what became of each.")
    arguments.add_argument("paths", nargs="*", type=Path, default=[WILD])
    arguments.add_argument("--trace", action="store_true", help="show the tracebacks of faults")
    arguments.add_argument("--jobs", type=int, default=batch.cores(), help="processes")
    arguments.add_argument("--ocr", choices=("auto", "always", "never"), default="auto", help="pages to recognise")
    arguments.add_argument("--timeout", type=float, default=120.0, help="seconds for a file")
    asked = arguments.parse_args()
    missing = [str(path) for path in asked.paths if not path.exists()]
    if missing:
        sys.exit(f"not there: {', '.join(missing)}")
    ends: Counter[str] = Counter()
    texts: dict[Path, str] = {}

    def tell(outcome: Outcome) -> None:
        end, found = about(outcome, texts.pop(outcome.path, ""))
        print(f"{outcome.path.name[:40]:40} {outcome.seconds:7.2f} {end:16} {found}", flush=True)
        if asked.trace and end.startswith("!!"):
            print(outcome.trace)
        ends[end] += 1

    sink = Sink(None, lambda _: None, lambda path, text: texts.update({path: text}))
    print(f"{'file':40} {'seconds':>7} {'end':16} {'type':12} {'number':24} {'sect':>4} {'cite':>4}")
    paths = inputs.opened(inputs.files(asked.paths), asked.jobs)
    with Pool(batch.READ, Limits(seconds=asked.timeout), batch.PARSER) as readers:
        options = Options(asked.ocr, max(1, batch.cores() // asked.jobs))
        batch.extract(paths, sink, asked.jobs, options=options, each=tell, readers=readers)
    print(f"\n{sum(ends.values()):6} files")
    for end, count in ends.most_common():
        print(f"{count:6} {end}")
    return int(any(end.startswith("!!") for end in ends))


if __name__ == "__main__":
    sys.exit(main())
