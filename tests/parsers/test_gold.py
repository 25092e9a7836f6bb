"""Quality on the real documents that people annotated, by the published scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from parsers import parse

SHARED = Path(__file__).parents[3] / "shared"
GOLD, SOURCES = SHARED / "gold", SHARED / "corpus"
READ = (".txt", ".md", ".docx", ".pdf")
SCANS = {"syt009", "syt014"}
CORE = (
    "header",
    "sections",
    "citations.coded",
    "citations.named",
    "dates",
    "signers.name",
    "signers.position",
    "recipients",
    "archive",
)

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated documents are not beside the repository")


def scored(folder: Path, stems: list[str]) -> dict[str, Any]:
    """Score some documents: gold and extractions are written into a folder, the published scorer reads them."""
    wanted, got = folder / "gold", folder / "got"
    wanted.mkdir()
    got.mkdir()
    for stem in stems:
        (wanted / f"{stem}.json").write_bytes((GOLD / f"{stem}.json").read_bytes())
        path = next(path for path in SOURCES.glob(f"{stem}.*") if path.suffix in READ)
        (got / f"{stem}.json").write_text(parse(path).model_dump_json(by_alias=True), "utf-8")
    command = [sys.executable, str(GOLD / "score.py"), str(wanted), str(got), "--json"]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def digital() -> list[str]:
    return sorted(
        path.stem
        for path in SOURCES.iterdir()
        if path.suffix in READ and path.stem not in SCANS and (GOLD / f"{path.stem}.json").exists()
    )


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return scored(tmp_path_factory.mktemp("all"), digital())


def test_enough_documents_are_scored(figures: dict[str, Any]) -> None:
    assert figures["documents"] == len(digital()) >= 14


def test_the_mean_over_the_field_groups(figures: dict[str, Any]) -> None:
    assert figures["macro_f1"] >= 0.98


@pytest.mark.parametrize("field", CORE)
def test_each_field_group(figures: dict[str, Any], field: str) -> None:
    assert figures["fields"][field]["f1"] >= 0.95


def test_citations_by_code(figures: dict[str, Any]) -> None:
    assert figures["fields"]["citations.coded"]["f1"] >= 0.985


def test_the_five_sample_documents(tmp_path: Path) -> None:
    found = scored(tmp_path, [stem for stem in digital() if stem.startswith("00")])
    assert (found["documents"], found["macro_f1"] >= 0.995) == (5, True)
