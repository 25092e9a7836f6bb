"""Scans: the same document gives the same scan, in pictures alone; gold travels along; ink and skew are as said."""

from __future__ import annotations

import json
import math
from pathlib import Path
from random import Random

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from corpus import render_pdf, render_scan
from corpus.compose import compose
from corpus.generate import generate
from corpus.pdf_pages import HEIGHT, WIDTH
from corpus.plan import Plan
from corpus.scan_look import MODES, QUALITY, SKEW, Look, Sheet, look, sheet
from corpus.scan_sensor import scanned

DPI = 72
CLEAN = Look(
    mode="colour", quality=75, toner=10, spread=128, grain=5.0, paper=(250, 250, 250), white=255, blur=0.02, noise=2.0,
    shade=0.0, threshold=150, specks=0, seal=(205, 30, 45), pen=(28, 48, 150), arrival=None,
)  # fmt: skip
"""A scan as good as they come, to look for one thing at a time."""


def plan(place: int = 4) -> Plan:
    return compose(Random(f"7/{place}"))[0]


def pictures(data: bytes) -> list[Image.Image]:
    """Give the one picture of each page."""
    document = pypdfium2.PdfDocument(data)
    found = [list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])) for page in document]
    assert [len(images) for images in found] == [1] * len(document)
    return [images[0].get_bitmap().to_pil() for images in found]


def redness(picture: Image.Image, box: render_scan.Box) -> float:
    """Give the share of a box, in points, that is plainly red."""
    part = np.asarray(picture.convert("RGB").crop(tuple(round(side * DPI / 72) for side in box)), dtype=np.int16)
    return float(((part[..., 0] - part[..., 1] > 60) & (part[..., 0] - part[..., 2] > 40)).mean())


def test_the_same_document_gives_the_same_scan() -> None:
    assert render_scan.render(plan(), DPI) == render_scan.render(plan(), DPI)


def test_another_document_gives_another_look() -> None:
    assert render_scan.scan(plan(4), DPI).sheets != render_scan.scan(plan(6), DPI).sheets


@pytest.mark.parametrize("dpi", [50, 72], ids=lambda dpi: f"{dpi} dpi")
def test_pages_are_those_of_the_printed_document(dpi: int) -> None:
    printed, pictured = (pypdfium2.PdfDocument(made) for made in (
        render_pdf.render(plan(6)), render_scan.render(plan(6), dpi),
    ))  # fmt: skip
    assert len(pictured) == len(printed) > 1
    for page in pictured:
        assert page.get_size() == pytest.approx((WIDTH, HEIGHT), abs=72 / dpi)


def test_there_is_no_text_layer() -> None:
    for page in pypdfium2.PdfDocument(render_scan.render(plan(), DPI)):
        assert page.get_textpage().count_chars() == 0


@pytest.mark.parametrize(
    ("mode", "bands", "shades"), [("colour", "RGB", 256), ("grey", "L", 256), ("bilevel", "L", 2)], ids=str
)
def test_a_scanner_keeps_the_colours_of_its_mode(mode: str, bands: str, shades: int) -> None:
    data = render_scan.scan(plan(), DPI, CLEAN._replace(mode=mode)).data
    for picture in pictures(data):
        shown = picture.convert("L") if mode == "bilevel" else picture
        assert len(shown.getbands()) == len(bands)
        assert len(np.unique(np.asarray(shown.convert("L")))) <= shades


def test_the_stamp_is_red_and_lies_over_the_name() -> None:
    made = render_scan.scan(plan(), DPI, CLEAN)
    stamps = [ink for ink in made.inks if ink.kind == "stamp"]
    assert len(stamps) == len(plan().signers)
    names = list(render_scan.names(pypdfium2.PdfDocument(render_pdf.render(plan())), plan()))
    for ink, (page, _, name) in zip(stamps, names, strict=True):
        assert ink.page == page
        assert ink.box[0] < name[0] < ink.box[2]
        assert ink.box[1] < name[1] < ink.box[3]
        picture = pictures(made.data)[page]
        assert redness(picture, ink.box) > 0.05
        assert redness(picture, (0, 0, WIDTH, 100)) == 0


def test_print_under_the_stamp_stays_dark() -> None:
    made = render_scan.scan(plan(), DPI, CLEAN)
    (page, _, name), *_ = render_scan.names(pypdfium2.PdfDocument(render_pdf.render(plan())), plan())
    under = pictures(made.data)[page].convert("L").crop(tuple(round(side) for side in name))
    assert np.percentile(np.asarray(under), 3) < 110


def test_a_copy_marked_as_signed_bears_no_ink() -> None:
    first = plan()
    signers = tuple(signer.__class__(**{**vars(signer), "signed": "(Đã ký)"}) for signer in first.signers)
    copy = first.__class__(**{**vars(first), "signers": signers})
    assert not render_scan.scan(copy, DPI, CLEAN).inks


def test_looks_and_sheets_stay_within_their_bounds() -> None:
    rng = Random(1)
    looks, sheets = [look(rng) for _ in range(200)], [sheet(rng) for _ in range(200)]
    assert {seen.mode for seen in looks} == {mode for mode, _ in MODES}
    assert all(QUALITY[0] <= seen.quality <= QUALITY[1] for seen in looks)
    assert all(SKEW[0] <= abs(lay.skew) <= SKEW[1] for lay in sheets)
    assert {lay.skew > 0 for lay in sheets} == {True, False}


@pytest.mark.parametrize("skew", [-1.2, -0.2, 0.7], ids=lambda skew: f"{skew} degrees")
def test_a_sheet_lies_as_askew_as_it_says(skew: float) -> None:
    page = Image.new("L", (600, 800), 255)
    page.paste(0, (50, 398, 550, 402))
    lay = Sheet(skew, (0.0, 0.0), (0.0, 0.0), None, 1)
    ink = 255.0 - np.asarray(scanned(page, CLEAN._replace(mode="grey"), lay, DPI))[380:420]
    left, right = (np.average(np.arange(40), weights=ink[:, column].clip(60) - 60) for column in (100, 500))
    assert math.degrees(math.atan2(left - right, 400)) == pytest.approx(skew, abs=0.05)


def test_gold_travels_with_a_scan(tmp_path: Path) -> None:
    paths = list(generate(tmp_path, 1, 7, ("pdf", "scan200")))
    assert [path.name for path in paths] == ["00000.pdf", "00000.scan200.pdf"]
    plain, own = (json.loads((tmp_path / "gold" / f"{path.stem}.json").read_text(encoding="utf-8")) for path in paths)
    assert own["file"] == "00000.scan200.pdf"
    assert {**own, "file": plain["file"]} == plain


def test_a_scan_is_the_same_whichever_forms_are_made_beside_it(tmp_path: Path) -> None:
    list(generate(tmp_path / "alone", 1, 7, ("scan200",)))
    list(generate(tmp_path / "beside", 1, 7, ("txt", "scan200")))
    name = "00000.scan200.pdf"
    assert (tmp_path / "alone" / name).read_bytes() == (tmp_path / "beside" / name).read_bytes()
