"""The made-up document as a fixture, and a parser that gives it for any text file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from made_up import sample
from made_up_reader import parse

import parsers
from models import Document
from pipeline.cli import extracting


@pytest.fixture
def document() -> Document:
    return sample()


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the made-up reader in the place of the real one, here and in worker processes."""
    monkeypatch.setattr(parsers, "parse", parse, raising=False)
    monkeypatch.setattr(extracting, "READER", "made_up_reader:read")
    monkeypatch.setattr(extracting, "MODULES", ())


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
