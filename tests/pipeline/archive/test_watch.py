"""A watched folder: each file once, and only when it is whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.archive.watch import whole


def looks(folder: Path, *changes: Callable[[], object]) -> list[list[str]]:
    """What each look gives; before the second and every later one a change is made."""
    waiting = iter(changes)
    given = whole([folder], 1.0, lambda _: next(waiting)())
    return [[path.name for path in next(given)] for _ in range(len(changes) + 1)]


def nothing() -> None:
    """Time passes."""


def test_a_file_is_given_once_it_stays_as_it_is(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("Kế")
    more = lambda: plan.write_text("Kế hoạch")  # noqa: E731
    assert looks(tmp_path, more, nothing, nothing) == [[], [], ["plan.txt"], []]


def test_a_changed_file_is_given_again(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("Kế")
    more = lambda: plan.write_text("Kế hoạch")  # noqa: E731
    assert looks(tmp_path, nothing, more, nothing, nothing) == [[], ["plan.txt"], [], ["plan.txt"], []]


def test_a_file_that_goes_is_forgotten(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("Kế")
    again = lambda: plan.write_text("Kế")  # noqa: E731
    assert looks(tmp_path, nothing, plan.unlink, again, nothing) == [[], ["plan.txt"], [], [], ["plan.txt"]]


@pytest.mark.parametrize("name", ["plan.pdf.part", "plan.crdownload", "~$plan.docx", ".~lock.plan.odt#", ".hidden.pdf"])
def test_what_a_program_is_still_writing_is_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Kế hoạch")
    assert looks(tmp_path, nothing, nothing) == [[], [], []]


def test_an_empty_file_is_not_whole(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").touch()
    assert looks(tmp_path, nothing, nothing) == [[], [], []]
