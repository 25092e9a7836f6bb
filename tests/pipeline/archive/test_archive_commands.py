"""The commands of an archive, and those that compare and audit, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import corpus
from corpus import audits
from models import Cause
from pipeline.cli import app

STEM = "phat_dong_giao_thong"
AUDITED = audits.documents()


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, words), "--lang", "en"])


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive with one launch in three formats and one directive with those who carry it out."""
    made = str(tmp_path_factory.mktemp("archive") / "a")
    documents = sorted(corpus.documents().glob(f"{STEM}.*"))
    result = run("ingest", *documents, *sorted(AUDITED.glob("phong_chay*.txt")), "-A", made, "-j", "1", "--json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["done"] == len(documents) + 7
    return made


def test_ingest_again_reads_nothing(place: str) -> None:
    result = run("ingest", AUDITED / "phong_chay.txt", "-A", place, "-j", "1", "--json")
    assert json.loads(result.stdout)["skipped"] == 1


def test_a_dry_run_says_what_would_be_read(place: str, tmp_path: Path) -> None:
    result = run("ingest", AUDITED / "phong_chay.txt", AUDITED / "duoi_nuoc.txt", "-A", place, "--dry-run")
    assert result.stdout.splitlines()[-2:] == ["read: 1", "unchanged: 1"]
    assert run("ingest", AUDITED / "duoi_nuoc.txt", "-A", tmp_path / "none", "--dry-run").exit_code == 0
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("words", [["--watch"], ["--dry-run"], ["--keep-files"]], ids=str)
def test_some_things_are_not_done_by_shards(place: str, words: list[str]) -> None:
    assert run("ingest", AUDITED, "-A", place, "--engine", "local", *words).exit_code == 2


def test_status_as_json(place: str) -> None:
    told = json.loads(run("status", "-A", place, "--json").stdout)
    assert (told["failed"], told["behind"], told["twins"]) == (0, 0, 2)


def test_there_is_no_archive(tmp_path: Path) -> None:
    result = run("status", "-A", tmp_path / "none")
    assert (result.exit_code, "vanban ingest" in result.stderr) == (Cause.NO_ARCHIVE.exit_code, True)


def test_search(place: str) -> None:
    found = json.loads(run("search", "dien tap thoat nan", "-A", place, "--type", "kế hoạch", "--json").stdout)
    assert found["documents"] >= 1
    assert all(hit["doc_type"] == "kế hoạch" for hit in found["passages"])
    assert "thoát" in run("search", '"thoát nạn"', "-A", place).stdout


@pytest.mark.parametrize(
    "words", [["(a"], ["a", "--year", "later"], ["a", "--before", "05/11/2024"]], ids=["query", "year", "day"]
)
def test_what_cannot_be_searched_is_wrong_use(place: str, words: list[str]) -> None:
    result = run("search", *words, "-A", place)
    assert result.exit_code in (0, 2)
    assert "Traceback" not in result.output


def test_similar_and_index(place: str) -> None:
    assert run("similar", "05/CT-UBND", "-A", place, "--json").exit_code == 0
    assert run("similar", "no such thing", "-A", place).exit_code == Cause.NO_DOCUMENT.exit_code
    assert "took in" in run("index", "-A", place, "--rebuild").stderr


def test_export_and_import(place: str, tmp_path: Path) -> None:
    assert run("export", "-A", place, "-o", tmp_path / "all.jsonl").exit_code == 0
    result = run("import", tmp_path / "all.jsonl", "-A", tmp_path / "other", "--json")
    assert json.loads(result.stdout)["done"] == len((tmp_path / "all.jsonl").read_text("utf-8").splitlines())
    assert run("export", "-A", place, "-f", "xlsx").exit_code == 2
    assert run("export", "-A", place, "-f", "csv", "--table", "none").exit_code == 2
    assert run("export", AUDITED / "phong_chay.txt", "-f", "akn").stdout.startswith("<?xml")


def test_compare_files_and_archived_documents(place: str, tmp_path: Path) -> None:
    one, other = AUDITED / "phong_chay.so-y-te.txt", AUDITED / "phong_chay.so-xay-dung.txt"
    (change,) = json.loads(run("compare", one, other, "--json").stdout)
    assert change["before"]["code"] == "77/KH-SYT"
    assert run("compare", "77/KH-SYT", "31/KH-SXD", "-A", place, "--report", tmp_path / "c.html").exit_code == 0
    assert "77/KH-SYT" in (tmp_path / "c.html").read_text("utf-8")
    assert run("compare", one).exit_code == 2
    assert run("compare", one, other, "--report", tmp_path / "c.txt").exit_code == 2


def test_audit_in_an_archive_and_of_files(place: str, tmp_path: Path) -> None:
    told = json.loads(run("audit", "05/CT-UBND", "-A", place, "--json").stdout)
    assert len(told["children"]) == 5
    plans = sorted(AUDITED.glob("phong_chay.*.txt"))
    assert json.loads(run("audit", AUDITED / "phong_chay.txt", *plans, "--json").stdout)["findings"] == told["findings"]
    assert "T1" in run("audit", "05/CT-UBND", "-A", place, "--explain").stdout
    for suffix in ("html", "xlsx", "docx"):
        assert run("audit", "05/CT-UBND", "-A", place, "--report", tmp_path / f"a.{suffix}").exit_code == 0
        assert (tmp_path / f"a.{suffix}").stat().st_size > 5000


def test_lint(tmp_path: Path) -> None:
    result = run("lint", AUDITED / "phong_chay.txt", "--sarif")
    assert json.loads(result.stdout)["version"] == "2.1.0"
    assert result.exit_code in (0, 4, 5)
    assert run("lint", tmp_path / "none.pdf").exit_code == Cause.NOT_FOUND.exit_code


@pytest.mark.parametrize("form", ["mermaid", "graphml", "json", "html"])
def test_graph(place: str, tmp_path: Path, form: str) -> None:
    result = run("graph", "05/CT-UBND", "-A", place, "-f", form, "-o", tmp_path / "g")
    assert result.exit_code == 0, result.stderr
    assert "31/KH-SXD" in (tmp_path / "g").read_text("utf-8")


def test_lineage(place: str) -> None:
    assert "05/CT-UBND" in run("graph", "31/KH-SXD", "-A", place, "--lineage").stdout
    assert run("graph", "-A", place, "--lineage").exit_code == 2
