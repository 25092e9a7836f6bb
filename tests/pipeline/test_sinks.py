"""Results are written whole or not at all, and what is up to date is known from content."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from models import Cause, Failure
from pipeline import sinks, writing


def test_a_write_that_fails_leaves_the_older_file_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "a.json"
    place.write_bytes(b"older")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        writing.write_whole(place, b"newer")
    assert place.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [place]


def test_a_write_replaces_the_older_file(tmp_path: Path) -> None:
    place = tmp_path / "a.json"
    writing.write_whole(place, b"older")
    writing.write_whole(place, b"newer")
    assert place.read_bytes() == b"newer"
    assert list(tmp_path.iterdir()) == [place]


def test_the_file_that_was_read_is_never_written_over(tmp_path: Path) -> None:
    place = tmp_path / "a.pdf"
    place.write_bytes(b"evidence")
    with pytest.raises(Failure) as raised:
        writing.write_new(tmp_path / "." / "a.pdf", b"page", (place,))
    assert raised.value.cause is Cause.UNWRITABLE
    assert place.read_bytes() == b"evidence"


def _made(path: Path, **changes: object) -> dict[str, object]:
    import hashlib

    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {"schema_version": "1.0", "source": {"sha256": digest, "name": path.name}, **changes}


CURRENT = [
    pytest.param({}, True, id="same content, name and schema"),
    pytest.param({"schema_version": "0.9"}, False, id="another schema"),
    pytest.param({"source": {"sha256": "0", "name": "a.txt"}}, False, id="another content"),
    pytest.param({"source": None}, False, id="no source"),
]


@pytest.mark.parametrize(("changes", "expected"), CURRENT)
def test_is_current(folder: Callable[..., Path], changes: dict[str, object], expected: bool) -> None:
    source = folder(**{"a.txt": "words"}) / "a.txt"
    result = source.with_suffix(".json")
    result.write_text(json.dumps(_made(source, **changes)))
    assert sinks.is_current(source.read_bytes(), source.name, result) is expected


def test_a_result_of_another_program_version_is_not_current(folder: Callable[..., Path]) -> None:
    source = folder(**{"a.txt": "words"}) / "a.txt"
    result = source.with_suffix(".json")
    made = _made(source)
    assert isinstance(made["source"], dict)
    made["source"]["extractor"] = "0.0.1-older"
    result.write_text(json.dumps(made))
    assert not sinks.is_current(source.read_bytes(), source.name, result)


@pytest.mark.parametrize(("made_with", "asked"), [("auto", "auto"), ("never", "never"), ("auto", "always")])
def test_a_result_that_was_asked_for_otherwise_is_not_current(
    folder: Callable[..., Path], made_with: str, asked: str
) -> None:
    source = folder(**{"a.txt": "words"}) / "a.txt"
    result = source.with_suffix(".json")
    made = _made(source)
    assert isinstance(made["source"], dict)
    made["source"]["ocr"] = made_with
    result.write_text(json.dumps(made))
    assert sinks.is_current(source.read_bytes(), source.name, result, asked) is (made_with == asked)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff"])
def test_a_result_that_cannot_be_read_is_not_current(folder: Callable[..., Path], content: bytes) -> None:
    source = folder(**{"a.txt": "words"}) / "a.txt"
    result = source.with_suffix(".json")
    result.write_bytes(content)
    assert not sinks.is_current(source.read_bytes(), source.name, result)
