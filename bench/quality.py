"""How right the extraction is: on the samples, and on real documents where ../shared holds them.

    python bench/quality.py [--shared FOLDER] [--generated N] [--seed S] [--errors] [--json]

Samples: the packaged documents and newly generated ones, each kind of file by itself, judged by pipeline.evaluate.
Gold: shared/corpus documents that are text, Markdown, DOCX or PDF with a text layer, judged by shared/gold/score.py.
Labels: shared/labelled/vbpl.jsonl, number, type and title against what the national database says.
A measurement: it says which targets are met and always ends with 0.
"""

from __future__ import annotations

import argparse
import json
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from models import Cause, Failure
from parsers import parse_bytes
from pipeline import batch, samples, sinks
from pipeline.evaluate import evaluate

SHARED = Path(__file__).resolve().parents[2] / "shared"
SUFFIXES = {".txt", ".md", ".docx", ".pdf"}
MACRO, GROUP, FIVE, CODED, NUMBER, TITLE = 0.98, 0.95, 0.995, 0.985, 0.98, 0.95
"""The targets: macro F1, F1 of each field group, macro F1 of the five 00x documents, coded citations; shares."""
GROUPS = (
    "header", "sections", "citations.coded", "citations.named", "dates", "signers.name", "signers.position",
    "recipients", "archive",
)  # fmt: skip
LABELS = ("number", "type", "number and type", "title", "title, edges trimmed", "title begins")
EDGES = " .,;:-/"

Json = dict[str, Any]


def tell(outcome: batch.Outcome) -> None:
    """Say which file failed, scans aside."""
    if outcome.cause and outcome.cause is not Cause.NO_TEXT:
        print(outcome.line("en"), file=sys.stderr)


def of_samples(place: Path, count: int, seed: int) -> Json:
    """Give for the packaged and the generated documents, and each kind of file, the figures of the evaluation."""
    deque(samples.copied(place / "packaged"), maxlen=0)
    deque(samples.made(place / "generated", count, seed, ("txt", "docx", "pdf")), maxlen=0)
    figures = {}
    for name in ("packaged", "generated"):
        for kind in (("txt", "md"), ("docx",), ("pdf",)):
            files = [path for path in sorted((place / name).rglob("*.*")) if path.suffix[1:] in kind]
            extracted = place / f"{name}-{kind[0]}"
            batch.extract(files, sinks.folder(extracted, files), jobs=1, each=tell)
            figures[f"{name} {'/'.join(kind)}"] = evaluate(place / name / "gold", extracted).as_json()
    return figures


def scored(scorer: Path, gold: Path, extracted: Path, errors: bool = False) -> Any:
    """Give the figures of the gold's own scorer, or with `errors` its list of differences."""
    command = [sys.executable, str(scorer), str(gold), str(extracted)]
    shown = subprocess.run([*command, "--errors" if errors else "--json"], check=True, capture_output=True, text=True)
    return shown.stdout.split("\nfield  ")[0] if errors else json.loads(shown.stdout)


def against_gold(shared: Path, place: Path) -> tuple[Json, Json, str]:
    """Extract the gold documents; give the figures of all, those of the five 00x documents, the differences.

    Scans are left out; a document that fails otherwise counts as empty.
    """
    files = sorted(path for path in (shared / "corpus").iterdir() if path.suffix in SUFFIXES)
    report = batch.extract(files, sinks.folder(place / "json", files), jobs=1, each=tell)
    scans = {outcome.path for outcome in report.outcomes if outcome.cause is Cause.NO_TEXT}
    for name, chosen in (("all", files), ("five", [file for file in files if file.name.startswith("00")])):
        (place / name).mkdir()
        for file in chosen:
            for gold in (shared / "gold").glob(f"{file.stem}.*json"):
                if file not in scans:
                    shutil.copy(gold, place / name)
    scorer, extracted = shared / "gold" / "score.py", place / "json"
    figures, five = (scored(scorer, place / name, extracted) for name in ("all", "five"))
    return figures, five, scored(scorer, place / "all", extracted, errors=True)


def against_labels(shared: Path) -> tuple[Json, list[str]]:
    """Give right and asked for each label, and a line for each miss.

    Number and type: of those whose number is in the text. Title: of those whose title is in the text, folded as the
    scorer does. That puts the tone of a last word behind its full stop, so `title, edges trimmed` trims first; the
    database cuts long titles, so `title begins` also takes a label with which the printed title begins.
    """
    fold: Callable[[str | None], str] = runpy.run_path(str(shared / "gold" / "score.py"))["fold"]
    counts = {name: [0, 0] for name in LABELS}
    misses: list[str] = []

    def judge(name: str, right: bool, row: Json, got: str | None, label: str) -> None:
        counts[name][0] += right
        counts[name][1] += 1
        if not right:
            misses.append(f"{row['id']}: {name}: label {label!r}, got {got!r}")

    for line in (shared / "labelled" / "vbpl.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        try:
            header = parse_bytes(row["text"].encode(), f"{row['id']}.txt").header
        except Failure as failure:
            misses.append(f"{row['id']}: {failure}")
            header = None
        code, kind, title = (header.code, header.doc_type, header.title) if header else (None, None, None)
        if row["number_in_text"]:
            same_code, same_kind = fold(code) == fold(row["so_ky_hieu"]), fold(kind) == fold(row["loai_van_ban"])
            judge("number", same_code, row, code, row["so_ky_hieu"])
            judge("type", same_kind, row, kind, row["loai_van_ban"])
            judge("number and type", same_code and same_kind, row, f"{kind} {code}", row["so_ky_hieu"])
        if row["title_in_text"]:
            wanted, trimmed, got = (
                row["trich_yeu"],
                fold(row["trich_yeu"].strip(EDGES)),
                fold((title or "").strip(EDGES)),
            )
            judge("title", fold(title) == fold(wanted), row, title, wanted)
            judge("title, edges trimmed", got == trimmed, row, title, wanted)
            judge("title begins", got.startswith(trimmed), row, title, wanted)
    shares = {name: {"right": right, "of": of, "share": right / max(of, 1)} for name, (right, of) in counts.items()}
    return shares, misses


def targets(figures: Json, five: Json, labels: Json) -> list[tuple[str, float, float]]:
    """Give each target: what, how much, the least it should be."""
    fields = figures["fields"]
    return [
        ("macro F1", figures["macro_f1"], MACRO),
        *((f"F1 of {group}", fields[group]["f1"], GROUP) for group in GROUPS if group in fields),
        ("macro F1 of the five 00x", five["macro_f1"], FIVE),
        ("coded citations F1", fields["citations.coded"]["f1"], CODED),
        ("labels: number and type", labels["number and type"]["share"], NUMBER),
        *((f"labels: {name}", labels[name]["share"], TITLE) for name in LABELS[3:]),
    ]


def show(figures: Json, labels: Json, rows: list[tuple[str, float, float]]) -> None:
    print(f"{'field':28} {'P':>7} {'R':>7} {'F1':>7} {'tp':>5} {'fp':>4} {'fn':>4}")
    for name, row in figures["fields"].items():
        rates = " ".join(f"{row[key]:7.3f}" for key in ("precision", "recall", "f1"))
        print(f"{name:28} {rates} {row['tp']:5} {row['fp']:4} {row['fn']:4}")
    print(f"documents {figures['documents']}, without any difference {figures['perfect']}\n")
    for name, row in labels.items():
        print(f"label {name:22} {row['right']:4} of {row['of']:4}  {row['share']:.1%}")
    print()
    for what, value, least in rows:
        print(f"{what:36} {value:.4f}   target >= {least:5}  {'met' if value >= least else 'NOT met'}")


def show_samples(figures: Json) -> None:
    columns = ["header", "sections", "citations.coded", "citations.named", "dates", "signers.name", "recipients"]
    print(f"{'samples':16} {'docs':>4} {'whole':>5} {'macro':>6}", *(f"{name[:11]:>11}" for name in columns))
    for name, row in figures.items():
        cells = (f"{row['fields'][column]['f1']:11.3f}" for column in columns)
        print(f"{name:16} {row['documents']:4} {row['perfect']:5} {row['macro_f1']:6.3f}", *cells)
    print("F1; `whole` counts documents without any difference\n")


def main() -> None:
    arguments = argparse.ArgumentParser(description="Extraction against gold and labels.")
    arguments.add_argument("--shared", type=Path, default=SHARED, help="folder with gold/, corpus/ and labelled/")
    arguments.add_argument("--generated", type=int, default=50, help="documents to generate (default 50)")
    arguments.add_argument("--seed", type=int, default=7, help="seed of the generated documents (default 7)")
    arguments.add_argument("--errors", action="store_true", help="list each difference from gold and labels")
    arguments.add_argument("--json", action="store_true", help="print the figures as JSON")
    asked = arguments.parse_args()
    found: Json = {}
    with tempfile.TemporaryDirectory() as folder:
        found["samples"] = of_samples(Path(folder), asked.generated, asked.seed)
        if not asked.json:
            show_samples(found["samples"])
        if (asked.shared / "gold" / "score.py").exists():
            found |= of_shared(asked.shared, Path(folder), errors=asked.errors, shown=not asked.json)
        else:
            print(f"No gold in {asked.shared}; real documents are not part of the repository.", file=sys.stderr)
    if asked.json:
        print(json.dumps(found, indent=1))


def of_shared(shared: Path, place: Path, *, errors: bool, shown: bool) -> Json:
    """Measure the real documents, print what was found, give it."""
    figures, five, differences = against_gold(shared, place)
    labels, misses = against_labels(shared)
    rows = targets(figures, five, labels)
    if errors and shown:
        print(differences, *misses, sep="\n")
    if shown:
        show(figures, labels, rows)
    met = [{"what": what, "value": value, "least": least, "met": value >= least} for what, value, least in rows]
    return {"targets": met, "gold": figures, "five": five, "labels": labels}


if __name__ == "__main__":
    main()
