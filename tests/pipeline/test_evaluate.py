"""The rules of evaluation as tables, and agreement with the scorer that was published with the gold."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from models import Cause, Failure
from pipeline.calibration import Judged, bins, gap, judged_items
from pipeline.cli import app
from pipeline.evaluate import Pair, compare, evaluate
from pipeline.evaluate_fields import fields, labelled
from pipeline.evaluate_spans import overlaps, spans
from pipeline.evaluate_tasks import tasks
from pipeline.folding import fold, named_key
from pipeline.verdicts import Figures, tally

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "gold" / "score.py"

FOLDED = [
    pytest.param("Uỷ ban", "Ủy ban", True, id="place of the tone mark"),
    pytest.param("KẾ HOẠCH", "kế hoạch", True, id="letter case"),
    pytest.param("34–CT/TW", "34-CT / TW", True, id="dash and spaces around it"),
    pytest.param("“Thi đua”;", "Thi đua", True, id="quotes and final punctuation"),
    pytest.param("Phong trào;", "Phong trào", False, id="as published: punctuation stays after a word with a tone"),
    pytest.param("Luật  Thi đua", "Luật Thi đua", True, id="spaces"),
    pytest.param("Kế hoạch", "Kê hoạch", False, id="a tone counts"),
    pytest.param("Đảng", "Dang", False, id="đ counts"),
    pytest.param(None, "", True, id="null is the empty string"),
]


@pytest.mark.parametrize(("one", "other", "same"), FOLDED)
def test_fold(one: str | None, other: str | None, same: bool) -> None:
    assert (fold(one) == fold(other)) is same


def test_a_law_is_known_without_the_issuer_after_do() -> None:
    assert named_key("Luật Thi đua năm 2022 do Quốc hội ban hành") == named_key("luật Thi đua năm 2022")
    assert named_key("Luật Thi đua của Quốc hội") != named_key("luật Thi đua")


def empty(**more: Any) -> dict[str, Any]:
    fields = {"sections": [], "citations": [], "dates": [], "signers": [], "recipients": [], "archive": None}
    return {"file": "a", "header": {}, **fields, "addressees": [], **more}


def figures(gold: dict[str, Any], got: dict[str, Any]) -> dict[str, Figures]:
    return tally(fields(empty(**gold), got))


CITED = {"raw": "Chỉ thị số 34-CT/TW", "code": "34-CT/TW", "relation": "basis"}
RULES = [
    pytest.param({"header": {"number": None}}, {"header": {"number": None}}, "header.number", None, id="blank"),
    pytest.param({"header": {"number": "1"}}, {"header": {}}, "header.number", (0, 1, 1), id="a miss counts twice"),
    pytest.param(
        {"header": {"issuing_agency": "A + B"}},
        {"header": {"issuing_agencies": [{"raw": "A"}, {"raw": "B"}, {"raw": "C", "inferred": True}]}},
        "header.issuing_agency",
        (1, 0, 0),
        id="joint issuers are joined, inferred ones are not printed",
    ),
    pytest.param(
        {"header": {"issuer_from_body": "UBND tỉnh X"}},
        {"header": {"issuing_agencies": [{"name": "Ủy ban nhân dân tỉnh X", "inferred": True}]}},
        "header.issuer_from_body",
        (1, 0, 0),
        id="UBND is spelt out",
    ),
    pytest.param(
        {"header": {"title": "abcdefghijklmnopqrstuvwxyz"}},
        {"header": {"title": "abcdefghijklmnopqrstuvwxyy"}},
        "header.title (95 % alike)",
        (1, 0, 0),
        id="a title may be alike",
    ),
    pytest.param(
        {"sections": [{"path": "I/1", "title": "A"}]},
        {"sections": [{"label": "I", "title": "B", "children": [{"label": "-", "kind": "bullet", "children": [
            {"label": "1", "title": "a", "children": []}]}]}]},
        "sections",
        (1, 1, 0),
        id="bullets hand their children up",
    ),
    pytest.param(
        {"sections": [{"path": "I", "title": "x"}, {"path": "I", "title": "y"}]},
        {"sections": [{"label": "I", "title": "x"}]},
        "sections.title",
        (1, 0, 0),
        id="of equal paths the first title counts",
    ),
    pytest.param({"citations": [CITED, CITED]}, {"citations": [CITED]}, "citations.coded", (1, 0, 1), id="mentions"),
    pytest.param(
        {"citations": [{**CITED, "issuer": "Bộ Chính trị"}]},
        {"citations": [{**CITED, "issuer": {"raw": "bộ chính trị", "name": "x"}}]},
        "citations.issuer",
        (1, 0, 0),
        id="an issuer is compared as printed",
    ),
    pytest.param({"citations": [CITED]}, {"citations": [CITED]}, "citations.pinpoint", None, id="no pinpoint in gold"),
    pytest.param(
        {"dates": [{"raw": "x", "edtf": "2024"}]}, {"dates": [{"edtf": "2024"}, {"edtf": "2025"}]}, "dates", (1, 1, 0),
        id="dates by their normal form",
    ),
    pytest.param(
        {"signers": [{"name": "A B", "position": "P", "capacity": ["TM. X"]}]},
        {"signers": [{"name": "a b", "position": "P", "capacity": []}]},
        "signers.position",
        (0, 1, 1),
        id="the capacity belongs to the position",
    ),
    pytest.param(
        {"archive": {"units": ["VT"], "drafter": None}}, {"archive": {"units": ["vt"], "drafter": ""}}, "archive",
        (1, 0, 0), id="archive",
    ),
    pytest.param({"archive": {"units": []}}, {"archive": None}, "archive", None, id="no archive on either side"),
]  # fmt: skip


@pytest.mark.parametrize(("gold", "got", "field", "expected"), RULES)
def test_fields(gold: dict[str, Any], got: dict[str, Any], field: str, expected: tuple[int, int, int] | None) -> None:
    found = figures(gold, got).get(field)
    assert (None if found is None else tuple(found)) == expected


TASK = {"section": "II", "lead": ["Sở A"], "support": [], "mode": "assign", "deadline": None}
AIM = {"raw": "80%", "comparator": "equal", "value": 80, "value_max": None, "unit": "%"}
TASK_RULES = [
    pytest.param("tasks", {"tasks": [TASK]}, {"tasks": [{**TASK, "lead": [{"raw": "SỞ A"}]}]}, (1, 0, 0), id="leads"),
    pytest.param("tasks", {"tasks": [TASK]}, {"tasks": [{**TASK, "section": "I"}]}, (0, 1, 1), id="the section counts"),
    pytest.param("tasks.mode", {"tasks": [TASK]}, {"tasks": [{**TASK, "mode": "order"}]}, (0, 1, 1), id="the mode"),
    pytest.param("targets", {"targets": [AIM]}, {"targets": [{**AIM, "value": 80.0}]}, (1, 0, 0), id="80 is 80.0"),
    pytest.param(
        "roles", {"roles": [{"path": "I", "role": "x"}]}, {"sections": [{"label": "I", "role": "x"}]}, (1, 0, 0),
        id="roles go by path",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("field", "gold", "got", "expected"), TASK_RULES)
def test_tasks(field: str, gold: dict[str, Any], got: dict[str, Any], expected: tuple[int, int, int]) -> None:
    wanted = {"roles": [], "tasks": [], "targets": [], **gold}
    assert tuple(tally(tasks(wanted, got))[field]) == expected


OVERLAPS = [
    pytest.param("chỉ thị số 34", "chỉ thị số 34 ngày", True, id="one holds the other"),
    pytest.param("abcdefgh", "abcdzzzz", True, id="half is shared"),
    pytest.param("abcdefgh", "abczzzzz", False, id="less than half"),
    pytest.param("", "a", False, id="nothing overlaps nothing"),
]


@pytest.mark.parametrize(("one", "other", "expected"), OVERLAPS)
def test_overlaps(one: str, other: str, expected: bool) -> None:
    assert overlaps(one, other) is expected


def test_spans_are_exact_or_overlap() -> None:
    gold = empty(dates=[{"raw": "ngày 1/1/2024", "edtf": "2024-01-01"}, {"raw": "năm 2025", "edtf": "2025"}])
    got = {"dates": [{"raw": "1/1/2024", "edtf": "2024-01-01"}, {"raw": "NĂM 2025", "edtf": "2025"}]}
    found = tally(spans(gold, got))
    assert tuple(found["dates (exact)"]) == (1, 1, 1)
    assert tuple(found["dates (overlap)"]) == (2, 0, 0)


def test_calibration_says_what_share_is_right() -> None:
    gold = empty(dates=[{"edtf": "2024"}], header={"number": "1"})
    got = {
        "header": {"number": "2", "evidence": {"number": {"confidence": 0.97}}},
        "dates": [{"edtf": "2024", "confidence": 0.9}, {"edtf": "2024", "confidence": 0.92}],
    }
    found = list(judged_items(gold, got))
    assert found == [Judged("dates", 0.9, True), Judged("dates", 0.92, False), Judged("header", 0.97, False)]
    rows = bins(found)
    assert [(row.low, row.items, row.right) for row in rows] == [(0.9, 2, 0.5), (0.95, 1, 0.0)]
    assert gap(rows) == pytest.approx((2 * 0.41 + 0.97) / 3)
    assert [row.low for row in bins([Judged("a", 1.0, True)])] == [1.0]


def test_a_document_without_any_difference_is_perfect_whatever_its_tasks() -> None:
    pair = Pair(empty(), {"file": "a", "roles": [], "tasks": [TASK], "targets": []}, {"header": {}})
    assert compare([pair, Pair(empty(), None, {})]).perfect == 1


def test_folders_that_are_missing_and_files_that_are_broken_are_failures(tmp_path: Path) -> None:
    with pytest.raises(Failure) as raised:
        evaluate(tmp_path, tmp_path)
    assert raised.value.cause is Cause.NOT_FOUND
    (tmp_path / "a.json").write_text("[]")
    with pytest.raises(Failure) as raised:
        evaluate(tmp_path, tmp_path)
    assert raised.value.cause is Cause.SCHEMA


def test_the_command_prints_tables_json_and_differences(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(json.dumps(empty(header={"number": "1"})))
    (tmp_path / "got").mkdir()
    words = ["evaluate", str(tmp_path / "gold"), str(tmp_path / "got")]
    run = CliRunner().invoke
    table = run(app, [*words, "--errors", "--calibration"]).stdout
    assert "header.number" in table
    assert "a: header.number: missed 1" in table
    assert json.loads(run(app, [*words, "--json"]).stdout)["fields"]["header.number"]["fn"] == 1
    assert run(app, ["evaluate", str(tmp_path), str(tmp_path / "no")]).exit_code == Cause.NOT_FOUND.exit_code


# agreement with the published scorer

needs_scorer = pytest.mark.skipif(not SCORER.exists(), reason="the gold and its scorer are not beside the repository")


def published(gold: Path, extracted: Path) -> dict[str, Any]:
    command = [sys.executable, str(SCORER), str(gold), str(extracted), "--json"]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def agrees(gold: Path, extracted: Path) -> None:
    ours = evaluate(gold, extracted).as_json()
    theirs = published(gold, extracted)
    assert {key: ours[key] for key in theirs} == theirs


@needs_scorer
@pytest.mark.parametrize("seed", range(6))
def test_figures_agree_with_the_scorer_on_made_up_extractions(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    for path in sorted((SHARED / "gold").glob("*.json")):
        if not path.name.endswith(".tasks.json") and chance.random() < 0.95:
            more = path.with_name(f"{path.stem}.tasks.json")
            aims = json.loads(more.read_text("utf-8")) if more.exists() else {}
            made = extraction(json.loads(path.read_text("utf-8")), aims, chance, 0.0 if seed == 0 else 0.12)
            (tmp_path / path.name).write_text(json.dumps(made), "utf-8")
    agrees(SHARED / "gold", tmp_path)


@needs_scorer
def test_figures_agree_with_the_scorer_on_real_extractions(tmp_path: Path) -> None:
    parsers = pytest.importorskip("parsers")
    if not hasattr(parsers, "parse"):
        pytest.skip("the parsers are not there")
    for path in sorted((SHARED / "corpus").iterdir()):
        try:
            text = parsers.parse(path).model_dump_json(by_alias=True)
        except Failure:
            continue
        (tmp_path / f"{path.stem}.json").write_text(text, "utf-8")
    agrees(SHARED / "gold", tmp_path)


def extraction(gold: dict[str, Any], aims: dict[str, Any], chance: random.Random, spoil: float) -> dict[str, Any]:
    """Turn gold into an extraction and spoil a share of it: items lost, doubled, exchanged, words changed."""

    def words(value: Any) -> Any:
        if isinstance(value, str) and chance.random() < spoil:
            return chance.choice([None, value.upper(), value + " x", value.replace("-", "–")])
        return value

    def some(items: list[Any]) -> list[Any]:
        kept = [item for item in items if chance.random() >= spoil]
        return kept + [item for item in kept if chance.random() < spoil / 2]

    head = {key: words(value) for key, value in gold["header"].items()}
    printed = [{"raw": name, "name": name} for name in (head.pop("issuing_agency", None) or "").split(" + ") if name]
    if named := head.pop("issuer_from_body", None):
        printed.append({"raw": named, "name": named, "inferred": True})
    head["governing_agency"] = {"raw": head.get("governing_agency")}
    roles = {row["path"]: row["role"] for row in aims.get("roles", [])}
    sections = [(row["path"], words(row["title"]), words(roles.get(row["path"]))) for row in some(gold["sections"])]
    signers = some(gold["signers"])
    return {
        "header": {**head, "issuing_agencies": printed},
        "sections": tree(sections),
        "citations": [{**row, "doc_type": words(row["doc_type"]), "code": words(row["code"]),
                       "issuer": {"raw": words(row["issuer"])}, "pinpoint": words(row.get("pinpoint"))}
                      for row in some(gold["citations"])],
        "dates": [{**row, "edtf": words(row["edtf"]) or "2000"} for row in some(gold["dates"])],
        "signers": [{**row, "name": words(row["name"]), "capacity": some(row["capacity"])} for row in signers],
        "recipients": [{**row, "purpose": words(row["purpose"])} for row in some(gold["recipients"])],
        "addressees": [{"name": words(name)} for name in some(gold.get("addressees") or [])],
        "archive": gold["archive"] and {**gold["archive"], "units": some(gold["archive"]["units"])},
        "tasks": [{**row, "lead": [{"raw": words(name)} for name in row["lead"]], "mode": words(row["mode"])}
                  for row in some(aims.get("tasks", []))],
        "targets": [{**row, "unit": words(row["unit"])} for row in some(aims.get("targets", []))],
    }  # fmt: skip


def tree(rows: list[tuple[str, str | None, str | None]]) -> list[dict[str, Any]]:
    """Give sections below sections, as paths say; a path whose upper part is missing hangs at the top whole."""
    top: list[dict[str, Any]] = []
    known: dict[str, dict[str, Any]] = {}
    for path, title, role in rows:
        above, _, label = path.rpartition("/")
        node = {"label": label if above in known else path, "title": title, "role": role, "children": []}
        (known[above]["children"] if above in known else top).append(node)
        known[path] = node
    return top


def test_the_tree_of_a_made_up_extraction_has_the_paths_of_gold() -> None:
    paths = ["I", "I/1", "II", "II/a/b"]
    assert [path for path, _ in labelled(tree([(path, None, None) for path in paths]))] == paths
