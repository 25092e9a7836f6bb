"""The project's own files: locks, layout, and documentation that says what is so."""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import corpus
from models import Cause
from pipeline.cli import app

ROOT = Path(__file__).parents[1]
PACKAGES = ("models", "parsers", "corpus", "pipeline")
TEXT = {".md", ".toml", ".txt", ".py", ".sh", ".csv", ".css", ".html", ".json", ".cfg", ".yml", ""}
READMES = ("README.md", "README.vi.md")
COMMANDS = [command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands]

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
RUNTIME, BUILD = PROJECT["project"]["dependencies"], PROJECT["dependency-groups"]["build"]
LOCKS = {
    "runtime.txt": RUNTIME,
    "build.txt": BUILD,
    "dev.txt": [*RUNTIME, *BUILD, *(asked for extra in EXTRAS.values() for asked in extra)],
}

ADDRESS = re.compile(
    "|".join(
        [
            r"--(?:extra-)?index-" + "url",
            r"--find-" + "links(?! \\$)",
            r"--trusted-" + "host",
            r"file:///(?:opt|work|root|home)",
            r"https?://[^\s)\"']*(?:pypi|/simple)",
            r"(?<![\w./~-])/(?:work|root|home|opt)/" + r"\w",
        ]
    )
)


def tracked() -> Iterator[Path]:
    """The text files of the project: those git knows, or would."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    return (path for name in names if (path := ROOT / name).suffix in TEXT and path.is_file())


def pins(lock: str) -> dict[str, str]:
    found = re.findall(r"^([\w.-]+)==([^\s;\\]+)", (ROOT / "requirements" / lock).read_text("utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout")
def test_no_file_names_a_package_index_or_a_place_on_one_machine() -> None:
    named = {
        path.relative_to(ROOT): found[0] for path in tracked() if (found := ADDRESS.findall(path.read_text("utf-8")))
    }
    assert named == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_what_the_project_asks_for(lock: str) -> None:
    pinned = pins(lock)
    for asked in map(Requirement, LOCKS[lock]):
        assert asked.specifier.contains(pinned[canonicalize_name(asked.name)]), f"{asked}: run make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    entries = re.split(r"^(?=\w)", (ROOT / "requirements" / lock).read_text("utf-8"), flags=re.MULTILINE)
    assert [entry.split()[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", ["runtime.txt", "build.txt"])
def test_locks_agree(lock: str) -> None:
    assert pins(lock).items() <= pins("dev.txt").items()


def test_every_dependency_has_its_reason() -> None:
    lines = re.findall(
        r'^  "([A-Za-z][\w.-]*)(?:\[\w+\])?(?:[<>=!~]=?[^"]*)"(.*)$', (ROOT / "pyproject.toml").read_text("utf-8"), re.M
    )
    assert len(lines) == sum(map(len, EXTRAS.values())) + len(RUNTIME) + len(BUILD)
    assert [name for name, rest in lines if "# " not in rest] == []


def test_modules_are_small() -> None:
    sizes = {
        path: len(path.read_text("utf-8").splitlines()) for each in PACKAGES for path in (ROOT / each).rglob("*.py")
    }
    assert [path.name for path, size in sizes.items() if size > 500] == []
    assert statistics.median(sizes.values()) <= 150


@pytest.mark.parametrize("readme", READMES)
class TestReadme:
    def test_it_shows_every_command_with_an_example(self, readme: str) -> None:
        text = (ROOT / readme).read_text("utf-8")
        assert [name for name in COMMANDS if not re.search(rf"^vanban {name} ", text, re.MULTILINE)] == []

    def test_it_lists_every_exit_code(self, readme: str) -> None:
        text = (ROOT / readme).read_text("utf-8")
        rows = {int(code): sentence for code, sentence in re.findall(r"^\| (\d+) \| (.+?) \|", text, re.MULTILINE)}
        lang = "vi" if ".vi." in readme else "en"
        said = {cause.exit_code: getattr(cause, lang)[0].rstrip(".") for cause in Cause}
        assert {code: rows.get(code) for code in said} == said
        assert rows.keys() - said.keys() == {0, 1, 2, 3, 4, 5}

    def test_its_links_lead_somewhere(self, readme: str) -> None:
        links = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / readme).read_text("utf-8"))
        assert [link for link in links if not (ROOT / link).exists()] == []

    def test_its_python_example_runs(
        self, readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        example = re.search(r"```python\n(.*?)```", (ROOT / readme).read_text("utf-8"), re.DOTALL)
        assert example is not None
        (tmp_path / "plan.pdf").write_bytes((corpus.documents() / "phat_dong_giao_thong.pdf").read_bytes())
        monkeypatch.chdir(tmp_path)
        exec(example[1], {})
        assert "1207/PĐ-SXD" in capsys.readouterr().out

    def test_its_json_is_what_the_sample_gives(self, readme: str) -> None:
        from parsers import parse

        text = re.search(r"```json\n(.*?)```", (ROOT / readme).read_text("utf-8"), re.DOTALL)
        assert text is not None
        document = parse(corpus.documents() / "phat_dong_giao_thong.pdf")
        assert shows(json.loads(text[1]), json.loads(document.model_dump_json(by_alias=True)))


def shows(part: object, whole: object) -> bool:
    """Whether all that the excerpt says stands in the whole; a list in it may stop early."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and shows(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) <= len(whole) and all(map(shows, part, whole))
    return part == whole


def test_the_readmes_run_the_same_commands() -> None:
    shell = [re.findall(r"```(?:sh|bash)\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL) for name in READMES]
    commands = [[re.sub(r"\s*#.*", "", line) for block in blocks for line in block.splitlines()] for blocks in shell]
    assert commands[0] == commands[1]
