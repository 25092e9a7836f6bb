"""What lint gives out: terminal, JSON, SARIF, exit codes."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.console import Console

import corpus
from pipeline.conformance.lint_command import exit_code, linted
from pipeline.conformance.sarif import sarif
from pipeline.conformance.shown import as_json, shown

FOLDER = Path(corpus.__file__).parent / "conformity"
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
LOCATION = {
    "type": "object",
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "required": ["uri"],
                    "properties": {"uri": {"type": "string", "format": "uri-reference"}},
                }
            },
        },
        "logicalLocations": {"type": "array", "items": {"properties": {"name": {"type": "string"}}}},
    },
}
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "language": {"type": "string", "pattern": "^[a-z]{2}-[A-Z]{2}$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "artifacts": {"type": "array", "items": {"required": ["location"]}},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id"],
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": MESSAGE,
                                                "help": MESSAGE,
                                                "defaultConfiguration": {"properties": {"level": LEVEL}},
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "required": ["message"],
                            "properties": {
                                "message": MESSAGE,
                                "level": LEVEL,
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "locations": {"type": "array", "items": LOCATION},
                                "properties": {"type": "object"},
                            },
                        },
                    },
                },
            },
        },
    },
}
"""What SARIF 2.1.0 (OASIS, §3.13-3.58) requires of the objects that are written, and the values it allows."""


def found(*names: str) -> Any:
    return linted([FOLDER / name for name in names], lambda outcome: None)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_sarif_has_what_the_specification_requires(lang: str) -> None:
    _, checked = found("so_va_ngay.txt", "thieu_noi_nhan.txt", "sach_dang.txt")
    log = json.loads(sarif(checked, lang))
    jsonschema.Draft202012Validator(SARIF).validate(log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]]
    assert {one["ruleId"]: one["level"] for one in run["results"]} == {
        "number-zero": "warning", "day-zero": "warning", "month-zero": "warning", "missing-recipients": "error",
    }  # fmt: skip
    assert len(run["artifacts"]) == 3


def test_a_name_with_a_space_is_a_reference(tmp_path: Path) -> None:
    file = tmp_path / "kế hoạch 1.txt"
    file.write_bytes((FOLDER / "luu.txt").read_bytes())
    _, checked = linted([file], lambda outcome: None)
    uri = json.loads(sarif(checked))["runs"][0]["artifacts"][0]["location"]["uri"]
    assert uri.startswith("file:///")
    assert " " not in uri


def test_json_holds_sentences_and_counts() -> None:
    _, checked = found("so_va_ngay.txt", "thieu_noi_nhan.txt")
    data = as_json(checked, "en")
    assert data["counts"] == {"error": 1, "warning": 3, "hint": 0}
    first = data["documents"][0]
    assert (first["family"], first["rules"]) == ("state", "Nghị định 30/2020/NĐ-CP")
    zero = next(one for one in first["findings"] if one["rule"] == "number-zero")
    assert zero["message"] == "A number below 10 without a leading zero: “7/KH-SNV”."
    assert zero["fix"] == "Write “07/KH-SNV”."
    assert json.loads(json.dumps(data)) == data


def drawn(*names: str, lang: str = "vi") -> str:
    console = Console(file=io.StringIO(), width=100, force_terminal=False)
    console.print(shown(found(*names)[1], lang))
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def test_the_terminal_groups_by_file_the_worst_first() -> None:
    text = drawn("thong_tu_thieu_nam.txt", "sach_ke_hoach.txt", "can_cu_thieu.txt")
    assert text.index("thong_tu_thieu_nam.txt") < text.index("legal-year") < text.index("sach_ke_hoach.txt")
    assert "Không thấy lỗi thể thức" in text
    assert "3 văn bản: 1 lỗi, 2 cảnh báo, 0 gợi ý." in text


def test_the_terminal_speaks_english() -> None:
    assert "administrative document · Nghị định 30/2020/NĐ-CP" in drawn("so_va_ngay.txt", lang="en")


CODES = [
    pytest.param(["sach_ke_hoach.txt"], 0, id="nothing found"),
    pytest.param(["luu_cham_phay.txt"], 0, id="hints alone"),
    pytest.param(["so_va_ngay.txt", "sach_dang.txt"], 4, id="warnings"),
    pytest.param(["so_va_ngay.txt", "ky_hieu_sai_loai.txt"], 5, id="errors"),
    pytest.param(["ky_hieu_sai_loai.txt", "khong-co.txt"], 10, id="a file that is not there comes first"),
]


@pytest.mark.parametrize(("names", "code"), CODES)
def test_the_exit_code(names: list[str], code: int) -> None:
    report, checked = found(*names)
    assert exit_code(report, checked) == code
    assert len(report.outcomes) == len(names)
