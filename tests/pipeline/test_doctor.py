"""doctor: what is there is found, what is missing is named with the command that brings it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from models import Cause
from pipeline import doctor
from pipeline.cli import app
from pipeline.doctor import Check, Tool, checks, complete
from pipeline.words import WORDS

ROOT = Path(__file__).parents[2]


def program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def tool(name: str, kind: str, *, required: bool = True) -> Tool:
    return Tool(name, kind, "pdf", f"get {name}", required)  # type: ignore[arg-type]


def found(one: Tool) -> Check:
    return next(checks([one]))


PROGRAMS = [
    pytest.param("echo 'LibreOffice 7.4.7.2 40(Build:2)'", "ok", "7.4.7.2", id="it tells its version"),
    pytest.param("echo 'Version: 0.37  (21 Oct 2005)' >&2; exit 1", "ok", "0.37", id="as an error, too"),
    pytest.param("sleep 60", "broken", "", id="it hangs"),
    pytest.param("printf '\\377\\376'; exit 3", "broken", "", id="it answers in bytes"),
]


@pytest.mark.parametrize(("script", "state", "version"), PROGRAMS)
def test_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, state: str, version: str) -> None:
    program(tmp_path / "bin", "soffice", script)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setattr(doctor, "SECONDS", 1)
    answer = found(tool("soffice", "program"))
    assert (answer.state, answer.found, answer.place) == (state, version, str(tmp_path / "bin" / "soffice"))


def test_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(doctor.ocr_data, "folder", lambda: None)
    kinds = ("program", "module", "data")
    assert [found(tool("no_such_tool", kind)).state for kind in kinds] == ["missing"] * 3


def test_language_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "vie.traineddata").write_bytes(b"")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    answer = found(tool("vie.traineddata", "data"))
    assert (answer.state, answer.place) == ("ok", str(tmp_path))


@pytest.mark.parametrize(("required", "expected"), [(True, False), (False, True)])
def test_only_what_is_required_must_be_there(required: bool, expected: bool) -> None:
    assert complete(checks([tool("no_such_tool", "module", required=required)])) is expected


def run(monkeypatch: pytest.MonkeyPatch, tools: tuple[Tool, ...], *words: str) -> tuple[int, str]:
    monkeypatch.setattr(doctor.checks, "__defaults__", (tools,))
    result = CliRunner().invoke(app, ["doctor", *words])
    return result.exit_code, result.stdout


def test_the_command_says_how_to_get_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    code, text = run(monkeypatch, (tool("no_such_tool", "module"), tool("json", "module")), "--lang", "en")
    assert code == Cause.TOOL_MISSING.exit_code
    assert "Something that is required is missing." in text
    assert "  get no_such_tool\n" in text
    assert "get json" not in text


def test_the_command_gives_json(monkeypatch: pytest.MonkeyPatch) -> None:
    code, text = run(monkeypatch, (tool("json", "module"),), "--json", "--lang", "en")
    answer = json.loads(text)
    assert (code, answer["complete"]) == (0, True)
    assert [row["name"] for row in answer["checks"]] == ["json", "python", "cores", "memory", "disk"]
    assert answer["checks"][0]["purpose"] == "PDF files"


def test_every_purpose_has_words() -> None:
    assert [check.purpose for check in checks() if f"doctor.{check.purpose}" not in WORDS] == []


def test_what_is_to_be_got_is_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = " ".join([*project["dependencies"], *(f"vanban[{extra}]" for extra in project["optional-dependencies"])])
    debian = (ROOT / "requirements" / "debian.txt").read_text("utf-8")
    for each in doctor.TOOLS:
        command, package = each.get.replace("'", "").rsplit(" ", 1)
        assert package in (debian if command == "apt install" else asked), each.name
