"""The packaged samples, read from each of their forms, say what their gold says."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import corpus
from models import Document
from parsers import parse
from pipeline.evaluate import Evaluation, Pair, compare

FILES = sorted(corpus.documents().iterdir())
NAMES = sorted({path.stem for path in FILES})
FORMS = {"dump": (".txt", ".md"), "docx": (".docx",), "pdf": (".pdf",)}
PERFECT = 51
"""Files read without any difference from their gold, of all 51."""


@cache
def parsed(path: Path) -> Document:
    return parse(path)


def written(path: Path) -> dict[str, Any]:
    return dict(json.loads(parsed(path).model_dump_json(by_alias=True)))


def evaluated(paths: list[Path]) -> Evaluation:
    gold = {path: json.loads((corpus.gold() / f"{path.stem}.json").read_text("utf-8")) for path in paths}
    return compare(Pair({**gold[path], "file": path.name}, None, written(path)) for path in paths)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_sample_says_what_its_gold_says(path: Path) -> None:
    assert evaluated([path]).errors == ()


@pytest.mark.parametrize("form", FORMS)
def test_each_form_scores_well(form: str) -> None:
    found = evaluated([path for path in FILES if path.suffix in FORMS[form]])
    assert found.documents == len(NAMES)
    assert found.macro_f1 >= 0.98, found.errors


def test_the_count_of_perfect_files() -> None:
    assert (len(FILES), evaluated(FILES).perfect) == (51, PERFECT)


def essence(path: Path) -> dict[str, Any]:
    """Give what the form of a file must not change."""
    found = parsed(path)
    header = found.header
    return {
        "header": [header.number, header.symbol, header.place, header.issued_on, header.doc_type, header.title],
        "issuers": [agency.raw for agency in header.issuing_agencies],
        "governing": header.governing_agency.raw if header.governing_agency else None,
        "codes": [citation.code for citation in found.citations],
        "signers": [(signer.name, signer.position, signer.capacity) for signer in found.signers],
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_three_forms_say_the_same(name: str) -> None:
    first, *others = (essence(path) for path in FILES if path.stem == name)
    assert len(others) == 2
    assert others == [first, first]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_items_stand_where_they_say(path: Path) -> None:
    found = parsed(path)
    assert Document.model_validate(found.model_dump()) == found
    for item in (*found.citations, *found.dates, *found.signers, *found.recipients, *found.addressees):
        assert found.text[item.span.start : item.span.end] == item.raw
        assert (item.span.boxes is not None) == (path.suffix == ".pdf")
        assert (item.span.page is not None) == (path.suffix == ".pdf")
