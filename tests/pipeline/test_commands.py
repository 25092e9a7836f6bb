"""The command line: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from models import Cause, Document, Failure, load, schema
from pipeline import sinks
from pipeline.cli import app

ROOT = Path(__file__).parents[2]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.mark.usefixtures("parser")
class TestExtract:
    def test_without_a_folder_documents_are_lines_on_standard_output(self, folder: Callable[..., Path]) -> None:
        root = folder(**{"a.txt": "words", "b.txt": "EMPTY", "c.txt": "more"})
        result = run("extract", root)
        found = [load(json.loads(line)) for line in result.stdout.splitlines()]
        assert [document.source.name for document in found] == ["a.txt", "c.txt"]
        assert result.exit_code == Cause.EMPTY.exit_code
        assert result.stderr.splitlines() == [f"{root / 'b.txt'}: {Cause.EMPTY.sentence('vi')}"]

    def test_with_a_folder_each_document_is_a_file(self, folder: Callable[..., Path], tmp_path: Path) -> None:
        root = folder(**{"a.txt": "words", "b.txt": "more"})
        result = run("extract", root, "-o", tmp_path / "out", "--lang", "en")
        assert result.stdout == ""
        assert result.stderr == "Done 2, skipped 0, failed 0.\n"
        assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.json", "b.json"]
        text = (tmp_path / "out" / "a.json").read_text("utf-8")
        assert text.startswith('{\n  "schema_version"')
        assert "KẾ HOẠCH" in text

    def test_what_is_up_to_date_is_skipped(self, folder: Callable[..., Path], tmp_path: Path) -> None:
        root = folder(**{"a.txt": "words", "b.txt": "more"})
        command = ("extract", root, "-o", tmp_path / "out", "--json")
        run(*command)
        (root / "b.txt").write_text("changed")
        assert _statuses(run(*command)) == {"a.txt": "skipped", "b.txt": "done"}
        assert _statuses(run(*command, "--force")) == {"a.txt": "done", "b.txt": "done"}

    def test_a_dry_run_writes_nothing(self, folder: Callable[..., Path], tmp_path: Path) -> None:
        root = folder(**{"a.txt": "words"})
        result = run("extract", root, "-o", tmp_path / "out", "--dry-run")
        assert result.stdout == f"đọc  {root / 'a.txt'} → {tmp_path / 'out' / 'a.json'}\n"
        assert not (tmp_path / "out").exists()
        assert _statuses(run("extract", root, "-o", tmp_path / "out", "--dry-run", "--json")) == {"a.txt": "planned"}

    def test_the_report_says_why_a_file_failed(self, folder: Callable[..., Path], tmp_path: Path) -> None:
        root = folder(**{"a.txt": "words", "b.txt": "ENCRYPTED"})
        result = run("extract", root, root / "no.pdf", "-o", tmp_path / "out", "--json", "--lang", "en")
        report = json.loads(result.stdout)
        assert (report["done"], report["failed"], report["exit_code"], result.exit_code) == (1, 2, 3, 3)
        assert [row.get("cause") for row in report["files"]] == [None, "ENCRYPTED", "NOT_FOUND"]

    @pytest.mark.parametrize("verbose", [False, True])
    def test_a_fault_of_the_program_is_one_line_and_its_traceback_on_demand(
        self, folder: Callable[..., Path], verbose: bool
    ) -> None:
        result = run("extract", folder(**{"a.txt": "FAULT"}) / "a.txt", *(["-v"] if verbose else []))
        assert result.exit_code == Cause.INTERNAL.exit_code
        assert "ValueError: a fault" in result.stderr.splitlines()[0]
        assert ("Traceback" in result.stderr) is verbose

    def test_an_input_is_never_written_over(self, folder: Callable[..., Path]) -> None:
        root = folder(**{"a.json": "words"})
        run("extract", root / "a.json", "-o", root)
        assert (root / "a.json").read_text() == "words"
        assert (root / "a.json.json").exists()

    def test_control_characters_of_a_name_do_not_reach_the_terminal(self, tmp_path: Path) -> None:
        result = run("extract", tmp_path / "a\x1b[2J.pdf")
        assert "\x1b" not in result.stderr

    def test_an_empty_folder_is_said_to_be_empty(self, tmp_path: Path) -> None:
        result = run("extract", tmp_path, "--lang", "en")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "There are no files to read.\n")


def _statuses(result: Result) -> dict[str, str]:
    return {Path(row["file"]).name: row["status"] for row in json.loads(result.stdout)["files"]}


@pytest.mark.usefixtures("parser")
class TestShow:
    @pytest.fixture
    def made(self, document: Document, tmp_path: Path) -> Path:
        path = tmp_path / "plan.json"
        path.write_text(document.model_dump_json(by_alias=True), "utf-8")
        return path

    @pytest.mark.parametrize(("lang", "words"), [("vi", "Viện dẫn"), ("en", "Citations")])
    def test_the_terminal_shows_every_list(self, made: Path, lang: str, words: str) -> None:
        result = run("show", made, "--lang", lang)
        assert result.exit_code == 0
        for shown in (words, "173/KH-SNV", "34-CT/TW", "2026-12-15", "Trần Thanh Nhàn", "LTHT", "blank-day", "II."):
            assert shown in result.stdout

    def test_a_document_is_read_at_once(self, folder: Callable[..., Path]) -> None:
        result = run("show", folder(**{"a.txt": "words"}) / "a.txt", "--json")
        assert json.loads(result.stdout)["source"]["name"] == "a.txt"

    def test_the_page_is_written(self, made: Path, tmp_path: Path) -> None:
        result = run("show", made, "--html", tmp_path / "site" / "plan.html", "--lang", "en")
        assert result.stdout == ""
        assert (tmp_path / "site" / "plan.html").read_text("utf-8").startswith("<!doctype html>")

    def test_the_page_never_replaces_the_document(self, made: Path) -> None:
        before = made.read_bytes()
        assert run("show", made, "--html", made).exit_code == Cause.UNWRITABLE.exit_code
        assert made.read_bytes() == before

    @pytest.mark.parametrize("content", ["{", "[]", '{"schema_version": "9"}', '{"schema_version": "1.0"}'])
    def test_json_that_does_not_fit_is_refused(self, tmp_path: Path, content: str) -> None:
        (tmp_path / "a.json").write_text(content)
        result = run("show", tmp_path / "a.json")
        assert result.exit_code == Cause.SCHEMA.exit_code
        assert len(result.stderr.splitlines()) == 1

    def test_a_missing_file_is_one_line(self, tmp_path: Path) -> None:
        for name in ("a.json", "a.pdf"):
            result = run("show", tmp_path / name)
            assert result.exit_code == Cause.NOT_FOUND.exit_code

    def test_control_characters_of_a_document_do_not_reach_the_terminal(self, document: Document, made: Path) -> None:
        header = document.header.model_copy(update={"title": "a\x1b]0;owned\x07b"})
        made.write_text(document.model_copy(update={"header": header}).model_dump_json(by_alias=True))
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", run("show", made).stdout)


class TestSchema:
    def test_it_is_printed_and_written(self, tmp_path: Path) -> None:
        assert json.loads(run("schema").stdout) == schema()
        run("schema", "--out", tmp_path / "s.json")
        assert json.loads((tmp_path / "s.json").read_text("utf-8")) == schema()


class TestSamples:
    def test_samples_are_copied_once_and_never_over_others(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import corpus

        for name in ("documents", "gold"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "a.json").write_text(name)
            monkeypatch.setattr(corpus, name, lambda name=name: tmp_path / name)
        result = run("samples", tmp_path / "demo", "--lang", "en")
        assert "2 files" in result.stderr
        (tmp_path / "demo" / "gold" / "a.json").write_text("mine")
        assert "0 files" in run("samples", tmp_path / "demo", "--lang", "en").stderr
        assert (tmp_path / "demo" / "gold" / "a.json").read_text() == "mine"

    def test_new_documents_are_made_and_the_seed_decides_which(self, tmp_path: Path) -> None:
        for name, seed in (("a", "1"), ("b", "1"), ("c", "2")):
            result = run("samples", tmp_path / name, "--count", "2", "--seed", seed, "--formats", "txt", "--lang", "en")
            assert (result.exit_code, "2 files" in result.stderr) == (0, True)
        made = {name: [path.read_bytes() for path in sorted((tmp_path / name).glob("*.txt"))] for name in "abc"}
        assert made["a"] == made["b"] != made["c"]

    def test_a_format_that_is_not_made_is_wrong_use(self, tmp_path: Path) -> None:
        assert run("samples", tmp_path / "a", "--count", "1", "--formats", "odt").exit_code == 2


COMMANDS = ("extract", "show", "schema", "samples", "evaluate")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"vanban {command}" in result.stdout


def test_help_names_every_exit_code() -> None:
    codes = {int(code) for code in re.findall(r"\b(\d{1,2})  ?\w", run("extract", "--help").stdout)}
    assert {0, 1, 2, 3, *(cause.exit_code for cause in Cause)} <= codes


def test_wrong_use_ends_with_2() -> None:
    assert run("extract").exit_code == 2
    assert run("extract", "a", "--jobs", "0").exit_code == 2


def test_help_loads_neither_models_nor_parsers_and_is_quick() -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from pipeline.cli import app; "
        "CliRunner().invoke(app, ['--help']); sys.exit(bool({'pydantic', 'models', 'parsers'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
    best = min(_seconds() for _ in range(3))
    assert best < 1.0


def _seconds() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "pipeline.cli", "--help"], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - start


def test_the_version_is_shown() -> None:
    assert re.fullmatch(r"vanban \S+\n", run("--version").stdout)


@pytest.mark.usefixtures("parser")
def test_an_unwritable_result_is_reported(folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sinks, "write_whole", full)
    root = folder(**{"a.txt": "words"})
    result = run("extract", root, "-o", root / "out")
    assert result.exit_code == Cause.UNWRITABLE.exit_code
    assert "No space left" in result.stderr


def test_failures_cross_processes_as_values() -> None:
    import pickle

    assert pickle.loads(pickle.dumps(Cause.EMPTY)) is Cause.EMPTY
    assert Failure(Cause.EMPTY, "a").cause is Cause.EMPTY
