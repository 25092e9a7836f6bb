"""SARIF 2.1.0: findings for the tools that show and compare them (OASIS, Static Analysis Results Interchange Format).

Takes what was found in each file, gives one log with one run. A place is given by the part of the document and its
page; a region is not, because the text that was read is not the file's own (§3.30). Levels: a hint is a `note`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from models.conformity import Conformity, Finding
from models.version import version
from parsers.knowledge import rows
from pipeline.conformance.rules import sentence
from pipeline.words import word

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}

Checked = tuple[Path, Conformity]


def sarif(checked: Sequence[Checked], lang: str = "vi") -> str:
    """Give the log as JSON."""
    ids = [row["id"] for row in rows("format_rules")]
    results = [_result(path, found, ids.index(found.rule), lang) for path, about in checked for found in about.findings]
    driver = {
        "name": "vanban",
        "version": version(),
        "rules": [_rule(row, lang) for row in rows("format_rules")],
    }
    run = {
        "tool": {"driver": driver},
        "language": "en-US" if lang == "en" else "vi-VN",
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": _uri(path)}, "properties": {"family": about.family, "regime": about.regime}}
            for path, about in checked
        ],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _uri(path: Path) -> str:
    return path.resolve().as_uri() if path.is_absolute() else Path(path).as_posix().replace(" ", "%20")


def _rule(row: dict[str, str], lang: str) -> dict[str, Any]:
    """Give a rule; its sentences are of all documents, so that what is found stands as a dash."""
    return {
        "id": row["id"],
        "shortDescription": {"text": sentence(row["id"], "message", lang, "…", "…")},
        "help": {"text": sentence(row["id"], "fix", lang, "…", "…")},
        "defaultConfiguration": {"level": _LEVELS[row["severity"]]},
        "properties": {"part": row["part"]},
    }


def _result(path: Path, found: Finding, index: int, lang: str) -> dict[str, Any]:
    message = sentence(found.rule, "message", lang, found.found, found.expected)
    fix = sentence(found.rule, "fix", lang, found.found, found.expected)
    span = found.span
    part = {"name": word(f"lint.part.{found.part}", lang), "fullyQualifiedName": found.part}
    place = {"start": span.start, "end": span.end, "page": span.page} if span else {}
    return {
        "ruleId": found.rule,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": f"{message} {fix} ({found.source})"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}, "logicalLocations": [part]}],
        "properties": {"source": found.source, "found": found.found, "expected": found.expected, **place},
    }
