"""Extracted against gold: precision, recall and F1 a field, spans, whole documents, calibration.

Takes a folder of gold and a folder of extracted JSON, paired by file name; a document without an extraction counts as
empty. Gives an Evaluation. The rules are in `evaluate_fields`, `evaluate_tasks` and `evaluate_spans`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from models import Cause, Failure
from pipeline.calibration import Bin, Judged, bins, gap, judged_items
from pipeline.evaluate_fields import fields
from pipeline.evaluate_spans import spans
from pipeline.evaluate_tasks import tasks
from pipeline.verdicts import Figures, Json, Verdict, tally

CORE = (
    "header", "sections", "citations.coded", "citations.named", "dates", "signers.name", "signers.position",
    "recipients", "archive",
)  # fmt: skip
"""The field groups whose F1 is averaged."""


@dataclass(frozen=True)
class Pair:
    """One document: its gold, its tasks gold if there is one, and what was extracted."""

    gold: Json
    tasks: Json | None
    got: Json


@dataclass(frozen=True)
class Evaluation:
    """The figures of all documents.

    perfect: documents without any difference, tasks, targets and roles left aside.
    errors: one line for each difference.
    """

    documents: int
    perfect: int
    fields: dict[str, Figures]
    spans: dict[str, Figures]
    calibration: tuple[Bin, ...]
    errors: tuple[str, ...]

    @property
    def macro_f1(self) -> float:
        """Mean F1 of the core field groups that occur."""
        present = [self.fields[field].f1 for field in CORE if field in self.fields]
        return sum(round(f1, 4) for f1 in present) / max(1, len(present))

    def as_json(self, *, errors: bool = False, calibration: bool = False) -> dict[str, Any]:
        """Give the figures under the names that the gold's own scorer uses, then ours."""
        out: dict[str, Any] = {
            "documents": self.documents,
            "perfect": self.perfect,
            "macro_f1": round(self.macro_f1, 4),
            "fields": {field: figures.rounded() for field, figures in self.fields.items()},
            "spans": {field: figures.rounded() for field, figures in self.spans.items()},
        }
        if calibration:
            out["calibration"] = [row._asdict() for row in self.calibration]
            out["calibration_gap"] = round(gap(self.calibration), 4)
        return {**out, "errors": list(self.errors)} if errors else out


def evaluate(gold: Path, extracted: Path) -> Evaluation:
    """Compare two folders.

    Raises Failure: NOT_FOUND if a folder is missing or gold is empty, SCHEMA if a file is not a JSON object.
    """
    return compare(list(pairs(gold, extracted)))


def pairs(gold: Path, extracted: Path) -> Iterator[Pair]:
    """Read the gold files in order of name, each with its tasks and its extraction."""
    names = sorted(path for path in gold.glob("*.json") if not path.name.endswith(".tasks.json"))
    if not names or not extracted.is_dir():
        raise Failure(Cause.NOT_FOUND, str(extracted if names else gold), "" if names else "no gold *.json in it")
    for path in names:
        more = path.with_name(f"{path.stem}.tasks.json")
        found = extracted / path.name
        yield Pair(_object(path), _object(more) if more.exists() else None, _object(found) if found.exists() else {})


def compare(documents: Iterable[Pair]) -> Evaluation:
    """Compare pairs that were read before."""
    verdicts: list[Verdict] = []
    shapes: list[Verdict] = []
    judged: list[Judged] = []
    errors: list[str] = []
    count = perfect = 0
    for pair in documents:
        first, second = list(fields(pair.gold, pair.got)), list(tasks(pair.tasks, pair.got)) if pair.tasks else []
        verdicts += [*first, *second]
        wanted = {**pair.gold, **(pair.tasks or {})}
        shapes += spans(wanted, pair.got)
        judged += judged_items(wanted, pair.got)
        lost = [] if pair.got else [f"{pair.gold['file']}: no extraction"]
        errors += [*lost, *differences(pair.gold["file"], [*first, *second])]
        perfect += bool(pair.got) and not any(differences("", first))
        count += 1
    return Evaluation(count, perfect, tally(verdicts), tally(shapes), tuple(bins(judged)), tuple(errors))


def differences(file: str, verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Give a line for each difference that is one of the document."""
    for field, _, missed, extra, listed in verdicts:
        if listed:
            yield from (f"{file}: {field}: missed {item}" for item in missed)
            yield from (f"{file}: {field}: extra {item}" for item in extra)


def _object(path: Path) -> Json:
    try:
        found = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise Failure(Cause.SCHEMA, str(path), str(error)) from error
    except OSError as error:
        raise Failure(Cause.UNREADABLE, str(path), error.strerror or "") from error
    if not isinstance(found, dict):
        raise Failure(Cause.SCHEMA, str(path), "not an object")
    return cast("Json", found)
