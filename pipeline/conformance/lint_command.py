"""lint: files against the format rules, for the command line.

Takes the paths of the command line, gives a Report as a batch does and what was found in each file that was read.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from models import Cause, Failure
from models.conformity import Conformity
from pipeline.batch import Outcome, Report
from pipeline.conformance.findings import checked
from pipeline.opened import opened

ERRORS, WARNINGS = 5, 4
"""Exit codes of documents that break rules: with errors, with warnings only. Hints alone are 0."""

Checked = tuple[Path, Conformity]


def linted(paths: Sequence[Path], each: Callable[[Outcome], None]) -> tuple[Report, tuple[Checked, ...]]:
    """Check files, or the JSON that was made from them.

    each: is told of each file as it comes. One that cannot be read is told and left out.
    """
    outcomes: list[Outcome] = []
    found: list[Checked] = []
    for path in paths:
        outcome = _one(path, found)
        outcomes.append(outcome)
        each(outcome)
    return Report(tuple(outcomes)), tuple(found)


def _one(path: Path, found: list[Checked]) -> Outcome:
    try:
        found.append((path, checked(opened(path)[0])))
        return Outcome(path, "done")
    except Failure as failure:
        cause, detail = failure.cause, failure.detail
    except Exception as error:
        cause, detail = Cause.INTERNAL, f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return Outcome(path, "failed", cause=cause, detail=detail, trace=traceback.format_exc())


def exit_code(report: Report, found: Sequence[Checked]) -> int:
    """Give the code to end with: that of files that could not be read first, then by the worst finding."""
    if report.exit_code:
        return report.exit_code
    severities = {one.severity for _, about in found for one in about.findings}
    return ERRORS if "error" in severities else WARNINGS if "warning" in severities else 0
