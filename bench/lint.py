"""How right the findings on form are: precision and recall of each rule on made documents with known faults.

    python bench/lint.py [FOLDER] [--json] [--errors]

Default: corpus/conformity, whose `findings.json` names the rules that each document breaks, once for each place. A
document that is not there breaks none. Ends with 1 if a rule is below 0.95 in either.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from parsers import parse
from pipeline.conformance import checked

FOLDER = Path(__file__).resolve().parents[1] / "corpus" / "conformity"
LEAST = 0.95


def compared(folder: Path) -> tuple[Counter[str], Counter[str], Counter[str], list[str]]:
    """Give for each rule how often it was found and right, found and wrong, and missed; and a line for each error."""
    gold: dict[str, list[str]] = json.loads((folder / "findings.json").read_text("utf-8"))
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    errors = []
    for path in sorted(folder.glob("*.txt")):
        found = Counter(finding.rule for finding in checked(parse(path)).findings)
        known = Counter(gold.get(path.name, []))
        right += found & known
        wrong += found - known
        missed += known - found
        errors += [f"{path.name}: wrong {rule}" for rule in (found - known).elements()]
        errors += [f"{path.name}: missed {rule}" for rule in (known - found).elements()]
    return right, wrong, missed, errors


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def main() -> int:
    arguments = argparse.ArgumentParser(description="Measure the findings on form.")
    arguments.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    arguments.add_argument("--json", action="store_true")
    arguments.add_argument("--errors", action="store_true", help="name each error")
    asked = arguments.parse_args()
    right, wrong, missed, errors = compared(asked.folder)
    rules = sorted({*right, *wrong, *missed})
    figures = {
        rule: {
            "known": right[rule] + missed[rule],
            "precision": round(share(right[rule], right[rule] + wrong[rule]), 3),
            "recall": round(share(right[rule], right[rule] + missed[rule]), 3),
        }
        for rule in rules
    }
    total = {
        "precision": round(share(right.total(), right.total() + wrong.total()), 3),
        "recall": round(share(right.total(), right.total() + missed.total()), 3),
    }
    if asked.json:
        print(json.dumps({"rules": figures, "total": total}, indent=2))
    else:
        for rule, one in figures.items():
            print(f"{rule:24} {one['known']:4} {one['precision']:.3f} {one['recall']:.3f}")
        print(f"{'total':24} {right.total() + missed.total():4} {total['precision']:.3f} {total['recall']:.3f}")
    for line in errors if asked.errors else ():
        print(line, file=sys.stderr)
    return int(any(min(one["precision"], one["recall"]) < LEAST for one in figures.values()))


if __name__ == "__main__":
    raise SystemExit(main())
