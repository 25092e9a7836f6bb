"""The values of the contract: frozen, closed, and dates in EDTF."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from models import Date, Document, Failure, Signer, Span
from models.document import load
from models.edtf import Edtf

GOOD = [
    "2026-03-02",
    "2026-03-XX",
    "2026-XX-XX",
    "XXXX-12-15",
    "2026-03",
    "2026",
    "2021/2025",
    "../2026-12-31",
    "2013-11/..",
    "2026-04/2026-06",
    "XXXX-05-20/XXXX-05-21",
]
BAD = [
    "",
    "31/01/2023",
    "2026-3-2",
    "2026/",
    "/2026",
    "None/..",
    "2026-03-02T08:00",
    "26-03-02",
    "2026-03-02 ",
    "x2026",
    "٢٠٢٣-01-03",
]


@pytest.mark.parametrize("value", GOOD)
def test_dates_in_edtf(value: str) -> None:
    assert TypeAdapter(Edtf).validate_python(value) == value


@pytest.mark.parametrize("value", BAD)
def test_what_is_no_edtf(value: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Edtf).validate_python(value)


def test_values_are_frozen() -> None:
    span = Span(start=0, end=1)
    with pytest.raises(ValidationError):
        span.end = 2  # type: ignore[misc]


def test_values_with_equal_fields_are_equal_and_hashable() -> None:
    assert {Span(start=0, end=1), Span(start=0, end=1)} == {Span(start=0, end=1)}


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError):
        Signer.model_validate({"raw": "x", "span": {"start": 0, "end": 1}, "name": "x", "rank": "y"})


@pytest.mark.parametrize("confidence", [-0.1, 1.1])
def test_a_confidence_is_a_share(confidence: float) -> None:
    with pytest.raises(ValidationError):
        Date(raw="x", span=Span(start=0, end=1), confidence=confidence, edtf="2026")


def test_offsets_are_not_negative() -> None:
    with pytest.raises(ValidationError):
        Span(start=-1, end=1)


@pytest.mark.parametrize("data", [{}, {"schema_version": "0.9"}, {"schema_version": "1.0", "id": 5}])
def test_json_of_another_schema_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(Failure) as caught:
        load(data, "a.json")
    assert caught.value.cause.name == "SCHEMA"


def test_a_document_survives_its_json() -> None:
    found = Document.model_validate(
        {
            "id": "sha256/0",
            "source": {"name": "a", "sha256": "0", "media_type": "text/plain", "reader": "plain"},
            "text": "x",
            "header": {"evidence": {"number": {"span": {"start": 0, "end": 1}, "from": "annotation"}}},
        }
    )
    again = Document.model_validate_json(found.model_dump_json(by_alias=True))
    assert again == found
    assert again.header.evidence["number"].origin == "annotation"
