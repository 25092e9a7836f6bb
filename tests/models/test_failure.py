"""Failures: one sentence for users, the same after a trip between processes."""

from __future__ import annotations

import pickle

import pytest

from models import Cause, Failure


@pytest.mark.parametrize("cause", Cause)
def test_a_failure_survives_pickling(cause: Cause) -> None:
    failure = Failure(cause, "kế hoạch.pdf", "trang 3")
    again = pickle.loads(pickle.dumps(failure))
    assert (again.cause, again.name, again.detail) == (failure.cause, failure.name, failure.detail)
    assert str(again) == str(failure)
    assert again.line("vi") == failure.line("vi")


def test_exit_codes_are_distinct() -> None:
    codes = [cause.exit_code for cause in Cause]
    assert len(codes) == len(set(codes))
