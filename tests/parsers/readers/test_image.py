"""Pictures of pages: what is read of PNG, JPEG and TIFF, and why one is refused."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from made_scans import DPI, HEIGHT, WIDTH, Paper, first_page, saved
from made_text import tried
from PIL import Image

from models import Cause, Document
from parsers import readers
from parsers.readers import image
from parsers.readers.options import Options

FIRST, SECOND, THIRD = "Trang đầu của kế hoạch này", "Trang thứ hai của kế hoạch", "Trang cuối của kế hoạch"


def strip(words: str, mode: str = "L") -> Image.Image:
    return Paper(90).lines(words).picture.convert(mode)


def lines(data: bytes, name: str = "a.png") -> list[list[str]]:
    """Give the lines of each page."""
    return [[line.text for line in page.lines] for page in readers.read(data, name).pages]


def wide(picture: Image.Image) -> Image.Image:
    """Give a picture of 16 bits in which print is no blacker than toner and paper no whiter than paper."""
    return Image.fromarray((np.asarray(picture.convert("L"), dtype=np.uint16) * 180 + 6000).astype(np.uint16))


def clear(picture: Image.Image) -> Image.Image:
    """Give black print on nothing."""
    ink = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    ink.putalpha(picture.convert("L").point([255 - value for value in range(256)]))
    return ink


READ = [
    pytest.param(saved(strip(FIRST)), id="PNG in grey"),
    pytest.param(saved(strip(FIRST, "RGB")), id="PNG in colour"),
    pytest.param(saved(strip(FIRST, "1")), id="PNG in black and white"),
    pytest.param(saved(strip(FIRST, "P")), id="PNG with a palette"),
    pytest.param(saved(wide(strip(FIRST))), id="PNG of 16 bits"),
    pytest.param(saved(clear(strip(FIRST))), id="PNG of print on nothing"),
    pytest.param(saved(clear(strip(FIRST)).convert("LA")), id="PNG in grey, of print on nothing"),
    pytest.param(saved(strip(FIRST), form="JPEG"), id="JPEG in grey"),
    pytest.param(saved(strip(FIRST, "RGB"), form="JPEG"), id="JPEG in colour"),
    pytest.param(saved(strip(FIRST, "CMYK"), form="JPEG"), id="JPEG for print"),
    pytest.param(saved(strip(FIRST), form="TIFF"), id="TIFF"),
    pytest.param(saved(strip(FIRST, "1"), form="TIFF"), id="TIFF in black and white"),
]


@pytest.mark.parametrize("data", READ)
def test_a_picture_is_read(data: bytes) -> None:
    assert lines(data) == [[FIRST]]


def test_a_tiff_has_a_page_a_frame() -> None:
    assert lines(saved(strip(FIRST), strip(SECOND), strip(THIRD), form="TIFF")) == [[FIRST], [SECOND], [THIRD]]


def test_frames_may_differ_in_kind_and_size() -> None:
    larger = Paper(140).lines(SECOND, THIRD).picture.convert("RGB")
    assert lines(saved(strip(FIRST, "1"), larger, form="TIFF")) == [[FIRST], [SECOND, THIRD]]


def test_pages_side_by_side_read_the_same() -> None:
    data = saved(strip(FIRST), strip(SECOND), strip(THIRD), form="TIFF")
    assert readers.read(data, "a.tif", Options(threads=3)) == readers.read(data, "a.tif")


@pytest.mark.parametrize(
    ("data", "media_type"),
    [(saved(strip(FIRST)), "image/png"), (saved(strip(FIRST), form="JPEG"), "image/jpeg"),
     (saved(strip(FIRST), form="TIFF"), "image/tiff")],
    ids=["PNG", "JPEG", "TIFF"],
)  # fmt: skip
def test_the_kind_is_found_in_the_content(data: bytes, media_type: str) -> None:
    layout = readers.read(data, "không có đuôi")
    assert (layout.media_type, layout.reader, layout.paged) == (media_type, "image", True)


@pytest.mark.parametrize("dpi", [150, 300], ids=lambda dpi: f"{dpi} dpi")
def test_a_page_is_as_large_as_its_resolution_says(dpi: int) -> None:
    picture = Paper(90, dpi=dpi).lines(FIRST).picture
    (page,) = readers.read(saved(picture, dpi=dpi), "a.png").pages
    assert (page.width, page.height) == (pytest.approx(WIDTH, abs=2), pytest.approx(90, abs=2))
    assert [line.text for line in page.lines] == [FIRST]
    assert page.lines[0].runs[0].size == pytest.approx(14, rel=0.15)


@pytest.mark.parametrize("told", [None, 1, 72, 5000], ids=lambda told: f"{told} dpi")
def test_a_page_whose_resolution_cannot_be_is_taken_for_a4(told: int | None) -> None:
    picture = Paper(dpi=150).lines(FIRST, SECOND).picture
    (page,) = readers.read(saved(picture, dpi=told), "a.png").pages
    assert (page.width, page.height) == (pytest.approx(WIDTH, abs=4), pytest.approx(HEIGHT, abs=4))
    assert [line.text for line in page.lines] == [FIRST, SECOND]


def test_a_picture_becomes_a_document() -> None:
    found = tried(saved(first_page().picture), "a.png")
    assert isinstance(found, Document)
    assert (found.header.code, found.header.issued_on, found.header.doc_type) == (
        "148/KH-SYT",
        "2026-02-09",
        "kế hoạch",
    )
    assert [signer.name for signer in found.signers] == ["Trần Thị Hồng"]
    assert (found.source.text_origin, found.source.pages, found.source.reader) == ("ocr", 1, "image")
    assert [(page.grade, page.origin) for page in found.source.page_grades] == [("none", "ocr")]


def bomb() -> bytes:
    """Give a PNG of a few bytes that says it has 40000 × 40000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 40000, 40000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def cut(data: bytes, share: float) -> bytes:
    return data[: round(len(data) * share)]


NOISE = Image.fromarray(np.random.default_rng(5).integers(0, 256, (300, 300), dtype=np.uint8))

REFUSED = [
    pytest.param(cut(saved(NOISE), 0.5), Cause.TRUNCATED, id="half a PNG"),
    pytest.param(cut(saved(NOISE, form="JPEG"), 0.5), Cause.TRUNCATED, id="half a JPEG"),
    pytest.param(cut(saved(NOISE, form="TIFF"), 0.5), Cause.TRUNCATED, id="half a TIFF"),
    pytest.param(cut(saved(NOISE, NOISE, form="TIFF"), 0.8), Cause.TRUNCATED, id="a TIFF whose last page is cut"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + b"\1" * 200, Cause.TRUNCATED, id="the signature of a PNG alone"),
    pytest.param(b"\xff\xd8\xff" + b"\1" * 200, Cause.TRUNCATED, id="the signature of a JPEG alone"),
    pytest.param(b"II*\0" + b"\1" * 200, Cause.TRUNCATED, id="the signature of a TIFF alone"),
    pytest.param(saved(NOISE).replace(b"IDAT", b"IDAX"), Cause.TRUNCATED, id="a damaged chunk"),
    pytest.param(bomb(), Cause.TOO_LARGE, id="a decompression bomb"),
    pytest.param(saved(Image.new("L", (1200, 1700), 255)), Cause.NO_TEXT, id="a blank page"),
    pytest.param(saved(Image.new("L", (1, 1), 0)), Cause.NO_TEXT, id="one pixel"),
]


@pytest.mark.parametrize(("data", "expected"), REFUSED)
def test_a_picture_that_cannot_be_read_says_why(data: bytes, expected: Cause) -> None:
    assert tried(data, "a.png") == expected


def test_recognition_switched_off_leaves_no_text() -> None:
    assert tried(saved(strip(FIRST)), "a.png", Options(ocr="never")) == Cause.NO_TEXT


def test_too_many_pixels_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "MAX_PIXELS", 100_000)
    assert tried(saved(strip(FIRST)), "a.png") == Cause.TOO_LARGE


def test_too_many_frames_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "MAX_FRAMES", 2)
    assert tried(saved(*[strip(FIRST)] * 3, form="TIFF"), "a.tif") == Cause.TOO_LARGE


def test_numerals_of_headings_go_on_from_page_to_page() -> None:
    first = Paper(120).lines("I. MỤC ĐÍCH", bold=True).lines("Nâng cao nhận thức của cán bộ").picture
    second = Paper(120).lines("II. NỘI DUNG", bold=True).lines("Tổ chức hội nghị phổ biến").picture
    assert [page[0] for page in lines(saved(first, second, form="TIFF"))] == ["I. MỤC ĐÍCH", "II. NỘI DUNG"]


def test_the_same_picture_twice_gives_the_same_document() -> None:
    data = io.BytesIO(saved(first_page().picture, dpi=DPI)).getvalue()
    assert tried(data, "a.png") == tried(data, "a.png")
