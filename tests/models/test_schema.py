"""The published schema: it is that of the models, and what is extracted fits it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import corpus
from models import SCHEMA_VERSION, Cause, Failure, load, schema
from parsers import parse

PUBLISHED = Path(__file__).parents[2] / "schema" / f"vanban-{SCHEMA_VERSION}.schema.json"
DOCUMENTS = sorted(corpus.documents().iterdir())


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(PUBLISHED.read_text("utf-8")))


def test_the_published_schema_is_that_of_the_models() -> None:
    assert json.loads(PUBLISHED.read_text("utf-8")) == schema(), "run: make schema"


def test_the_published_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_what_is_extracted_fits_the_schema_and_loads_again(path: Path, validator: Draft202012Validator) -> None:
    document = parse(path)
    written: dict[str, Any] = json.loads(document.model_dump_json(by_alias=True))
    assert [error.message for error in validator.iter_errors(written)] == []
    assert load(written) == document


@pytest.mark.parametrize("version", ["0.9", "2.0", None])
def test_another_schema_version_is_refused(version: str | None) -> None:
    with pytest.raises(Failure, match=r"schema_version is .*, this program reads '1\.0'") as refused:
        load({"schema_version": version}, "plan.json")
    assert refused.value.cause is Cause.SCHEMA
