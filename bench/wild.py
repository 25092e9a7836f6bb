"""Arbitrary files, one line each: what became of them. A fault of the program is flagged with !!.

    python bench/wild.py [FILE_OR_FOLDER …] [--trace]

Default: ../shared/wild. Each result is also read back by the models, so that one that does not fit its own schema is
a fault. Ends with 1 if there was one.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from models import Document, Failure, load
from parsers import parse
from pipeline import inputs

WILD = Path(__file__).resolve().parents[2] / "shared" / "wild"


def sections(document: Document) -> int:
    """Give the number of sections, bullets left out."""
    waiting, total = list(document.sections), 0
    while waiting:
        section = waiting.pop()
        total += section.kind != "bullet"
        waiting += section.children
    return total


def tried(path: Path) -> tuple[str, str, str]:
    """Read one file; give how it ended (`ok`, a cause, `!!` and the error), a line about it, a traceback."""
    try:
        made = parse(path)
        load(json.loads(made.model_dump_json(by_alias=True)), path.name)
    except Failure as failure:
        fault = failure.cause.name in ("SCHEMA", "INTERNAL")
        return ("!! " if fault else "") + failure.cause.name, failure.detail, traceback.format_exc() if fault else ""
    except Exception as error:
        return f"!! {type(error).__name__}", str(error).split("\n")[0][:100], traceback.format_exc()
    header = made.header
    about = f"{header.doc_type or '-':12} {header.code or '-':24} {sections(made):4} {len(made.citations):4}"
    return "ok", about, ""


def main() -> int:
    arguments = argparse.ArgumentParser(description="Read arbitrary files and say what became of each.")
    arguments.add_argument("paths", nargs="*", type=Path, default=[WILD])
    arguments.add_argument("--trace", action="store_true", help="show the tracebacks of faults")
    asked = arguments.parse_args()
    missing = [str(path) for path in asked.paths if not path.exists()]
    if missing:
        sys.exit(f"not there: {', '.join(missing)}")
    ends: Counter[str] = Counter()
    print(f"{'file':28} {'seconds':>7} {'end':12} {'type':12} {'number':24} {'sect':>4} {'cite':>4}")
    for path in inputs.files(asked.paths):
        start = time.perf_counter()
        end, about, trace = tried(path)
        print(f"{path.name:28} {time.perf_counter() - start:7.3f} {end:12} {about}")
        if trace and asked.trace:
            print(trace)
        ends[end] += 1
    print(", ".join(f"{end} {count}" for end, count in ends.most_common()))
    return int(any(end.startswith("!!") for end in ends))


if __name__ == "__main__":
    sys.exit(main())
