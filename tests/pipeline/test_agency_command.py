"""vanban agency: what it shows of an agency, and how it ends."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result

from models import Cause
from pipeline.cli import app


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["agency", *words])


@pytest.mark.parametrize(("lang", "word"), [("vi", "Kế thừa"), ("en", "After")])
def test_it_shows_the_line_up_to_today(lang: str, word: str) -> None:
    result = run("Sở Kế hoạch và Đầu tư tỉnh Lạng Sơn", "--lang", lang)
    assert result.exit_code == 0
    for shown in ("vn/lang-son/so-ke-hoach-va-dau-tu", word, "2025-03-01", "Sở Tài chính tỉnh Lạng Sơn"):
        assert shown in result.stdout


def test_json_holds_the_same() -> None:
    found = json.loads(run("UBND tỉnh Bắc Kạn", "--json").stdout)
    assert (found["agency"]["id"], found["agency"]["valid_to"]) == ("vn/bac-kan/ubnd", "2025-06-30")
    assert [(step["on"], step["agency"]["id"]) for step in found["after"]] == [("2025-07-01", "vn/thai-nguyen/ubnd")]


def test_the_date_picks_the_period() -> None:
    found = [json.loads(run("Sở Xây dựng Cà Mau", "--date", date, "--json").stdout) for date in ("2024", "2026")]
    assert [one["agency"]["valid_from"] for one in found] == [None, "2025-07-01"]


def test_several_bodies_of_one_name_are_candidates() -> None:
    result = run("Sở Nội vụ", "--lang", "en")
    assert result.exit_code == 0
    assert "34 bodies have this name" in result.stdout
    assert "… and 22 more" in result.stdout
    assert len(json.loads(run("Sở Nội vụ", "--json").stdout)["candidates"]) == 34


def test_an_unknown_name_gives_the_nearest() -> None:
    result = run("Bộ Kế hạch Đầu", "--lang", "en")
    assert result.exit_code == Cause.NOT_FOUND.exit_code
    assert "no such agency" in result.stdout
    assert "Bộ Kế hoạch và Đầu tư" in result.stdout


def test_a_date_of_another_form_is_wrong_use() -> None:
    assert run("Bộ Y tế", "--date", "5/11/2024").exit_code == 2
