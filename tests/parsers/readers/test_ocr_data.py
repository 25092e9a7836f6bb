"""Where the language of recognition lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.readers import ocr_data


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine on which no language is installed in the usual places."""
    monkeypatch.setattr(ocr_data, "_USUAL", ())
    monkeypatch.setattr(ocr_data.sys, "prefix", str(tmp_path / "venv"))
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    return tmp_path


def installed(folder: Path, name: str = "vie.traineddata") -> Path:
    folder.mkdir(parents=True)
    (folder / name).touch()
    return folder


def test_the_language_is_installed_here() -> None:
    place = ocr_data.folder()
    assert place is not None
    assert (place / "vie.traineddata").stat().st_size > 100_000


def test_without_it_there_is_no_folder(bare: Path) -> None:
    assert ocr_data.folder() is None


@pytest.mark.parametrize(
    ("name", "prefix"),
    [
        pytest.param("data", "data", id="the folder that the environment names"),
        pytest.param("data/tessdata", "data", id="tessdata below it"),
    ],
)
def test_the_environment_says_where(bare: Path, monkeypatch: pytest.MonkeyPatch, name: str, prefix: str) -> None:
    place = installed(bare / name)
    monkeypatch.setenv("TESSDATA_PREFIX", str(bare / prefix))
    assert ocr_data.folder() == place


def test_another_language_does_not_do(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(installed(bare / "data", "eng.traineddata")))
    assert ocr_data.folder() is None


def test_the_environment_may_hold_it(bare: Path) -> None:
    assert ocr_data.folder() is None
    place = installed(bare / "venv" / "share" / "tessdata")
    assert ocr_data.folder() == place
