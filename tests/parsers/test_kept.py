"""The input is evidence: reading a file leaves its bytes, size, times and rights as they were."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from made_signed import NAME, page, signed
from typer.testing import CliRunner

from parsers import parse
from pipeline.cli import app

SAMPLES = Path(__file__).parents[2] / "corpus" / "documents"
LONG_AGO = 1_600_000_000_123_456_789


def _signed(path: Path) -> None:
    path.write_bytes(signed(page(), words=("Ký bởi: Lò Văn Pành",), box=NAME))


def _sample(path: Path) -> None:
    shutil.copyfile(SAMPLES / f"trong_cay_xanh{path.suffix}", path)


def _extract(path: Path, out: Path) -> None:
    assert CliRunner().invoke(app, ["extract", str(path), "-o", str(out)]).exit_code == 0
    assert list(out.rglob("*.json"))


def _parse(path: Path, out: Path) -> None:
    assert parse(path).text


def state(path: Path) -> tuple[object, ...]:
    """Give all that a reader might change of a file: bytes, size, inode, time of change, rights; and its folder's."""
    about, folder = path.stat(), path.parent.stat()
    kept = (about.st_size, about.st_ino, about.st_mtime_ns, about.st_ctime_ns, about.st_mode, about.st_nlink)
    names = sorted(entry.name for entry in path.parent.iterdir())
    return hashlib.sha256(path.read_bytes()).hexdigest(), kept, names, folder.st_mtime_ns, folder.st_mode


FILES = [
    pytest.param("a.pdf", _signed, id="signed PDF"),
    pytest.param("a.docx", _sample, id="DOCX"),
    pytest.param("a.txt", _sample, id="text"),
]
WAYS = [pytest.param(_parse, id="parse"), pytest.param(_extract, id="vanban extract")]


@pytest.mark.parametrize(("name", "make"), FILES)
@pytest.mark.parametrize("way", WAYS)
def test_the_file_is_left_as_it_was(
    name: str, make: Callable[[Path], None], way: Callable[[Path, Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "in" / name
    path.parent.mkdir()
    make(path)
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    path.chmod(0o444)
    path.parent.chmod(0o555)
    before = state(path)
    try:
        way(path, tmp_path / "out")
        assert state(path) == before
    finally:
        path.parent.chmod(0o755)
