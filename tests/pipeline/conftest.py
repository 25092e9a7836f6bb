"""The made-up document as a fixture, and a parser that gives it for any text file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from made_up import sample

import parsers
from models import Cause, Document, Failure


@pytest.fixture
def document() -> Document:
    return sample()


def parse(path: str | Path) -> Document:
    """Give the made-up document under the file's name and hash; what a file says decides how it fails."""
    path = Path(path)
    if not path.exists():
        raise Failure(Cause.NOT_FOUND, path.name)
    data = path.read_bytes()
    if data in (b"EMPTY", b"ENCRYPTED"):
        raise Failure(Cause[data.decode()], path.name)
    if data == b"FAULT":
        raise ValueError("a fault\nof two lines")
    found = sample()
    source = found.source.model_copy(update={"name": path.name, "sha256": hashlib.sha256(data).hexdigest()})
    return found.model_copy(update={"source": source})


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the parser above in the place of the real one."""
    monkeypatch.setattr(parsers, "parse", parse, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Give a function that fills a folder: `folder(**{"a.txt": "words"})`."""

    def fill(**files: str) -> Path:
        for name, words in files.items():
            path = tmp_path / "in" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, "utf-8")
        return tmp_path / "in"

    return fill
