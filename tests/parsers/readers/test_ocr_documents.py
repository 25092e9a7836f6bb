"""The project's own documents, printed, signed, stamped and scanned at 300 dpi: the scan says what gold says."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import corpus
from corpus import render_scan
from corpus.samples import SAMPLES
from corpus.scan_look import Look
from models import Document, Section
from parsers import parse_bytes
from parsers.readers.options import Options

NAMES = ("van_phong_thua_lenh", "phat_dong_khong_tieu_de")
LOOK = Look(
    mode="colour", quality=70, toner=25, spread=140, grain=12.0, paper=(246, 246, 246), white=236, blur=0.03, noise=4.0,
    shade=8.0, threshold=160, specks=5, seal=(205, 30, 45), pen=(28, 48, 150), arrival=None,
)  # fmt: skip
"""An office scan of fair quality: a red stamp and a blue signature over the name, the sheet a little askew."""

GOLD = Path(corpus.__file__).parent / "gold"


@cache
def read(name: str) -> Document:
    plan = next(sample.plan() for sample in SAMPLES if sample.name == name)
    return parse_bytes(render_scan.scan(plan, 300, LOOK).data, f"{name}.pdf", Options(threads=2))


def gold(name: str) -> dict[str, Any]:
    return dict(json.loads((GOLD / f"{name}.json").read_text("utf-8")))


def paths(sections: tuple[Section, ...], above: str = "") -> list[str]:
    """Give the path of each section, bullets left out."""
    found = []
    for section in sections:
        if section.kind != "bullet":
            path = f"{above}/{section.label}" if above else str(section.label)
            found += [path, *paths(section.children, path)]
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("field", ["number", "symbol", "place", "issued_on", "doc_type", "title"])
def test_the_header(name: str, field: str) -> None:
    assert getattr(read(name).header, field) == gold(name)["header"][field]


@pytest.mark.parametrize("name", NAMES)
def test_who_issued_it(name: str) -> None:
    header = read(name).header
    printed = [agency.raw for agency in header.issuing_agencies if not agency.inferred]
    assert printed == [raw for raw in [gold(name)["header"]["issuing_agency"]] if raw]
    above = header.governing_agency.raw if header.governing_agency else None
    assert above == gold(name)["header"]["governing_agency"]


@pytest.mark.parametrize("name", NAMES)
def test_the_paths_of_its_sections(name: str) -> None:
    assert paths(read(name).sections) == [section["path"] for section in gold(name)["sections"]]


@pytest.mark.parametrize("name", NAMES)
def test_who_signed_it(name: str) -> None:
    signed = [(signer.name, signer.position) for signer in read(name).signers]
    assert signed == [(signer["name"], signer["position"]) for signer in gold(name)["signers"]]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_known_for_a_scan(name: str) -> None:
    source = read(name).source
    assert source.text_origin == "ocr"
    assert {(page.grade, page.origin) for page in source.page_grades} == {("none", "ocr")}
    assert source.ocr_confidence is not None
    assert source.ocr_confidence > 0.85
