"""Which pages of a PDF are recognised: those without a good text layer, all, or none; and what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from made_scans import HEIGHT, Bound, Paper, first_page, saved
from made_text import tried
from PIL import Image

from models import Cause, Document, Source
from parsers.readers.options import Options

LAYER = (
    "Ủy ban nhân dân tỉnh ban hành kế hoạch phát động phong trào thi đua yêu nước",
    "trong toàn tỉnh; các sở, ban, ngành và địa phương tổ chức thực hiện nghiêm túc",
    "bảo đảm thiết thực, hiệu quả, gắn với nhiệm vụ chính trị của từng cơ quan, đơn vị",
    "kịp thời biểu dương, khen thưởng các tập thể và cá nhân có thành tích xuất sắc.",
    "Văn phòng chủ trì theo dõi, đôn đốc và tổng hợp báo cáo kết quả theo quy định.",
)
BROKEN = tuple(line.translate(str.maketrans("nch", "ñçþ")) for line in LAYER)
MISREAD = (
    "Uy ban nhdn ddn tinh ban hdnh ke hoqch phdt dQng phong trdo thi dua yeu nu6c",
    "trong toirn tinh; cdc sd, ban, ngdnh vd dia phuong t6 chrrc thgc hiQn nghiCm tric",
    "bdo ddm thiet thgc, hiQu qud, gin vdi nhiQm vg chinh tri cria timg co quan, don vi",
    "bdo ddm thiet thgc, hiQu qud, gin vdi nhiQm vg chinh tri cria timg co quan, don vi",
    "kip thdi bi6u duong, khen thuong cdc tip the vd cd nhan c6 thanh tich xudt sic.",
)
ENGLISH = (
    "The committee shall approve every project that its members propose before the end",
    "of each year and publish the report together with the opinions of all observers",
    "which were received within thirty days after the draft had been sent to them by post",
    "provided that nobody objects and that the money which was granted has been spent.",
)
SEEN = "Nội dung được đọc từ ảnh của trang quét này"
SMALL = 0.25


def scan(*lines: str) -> Image.Image:
    """Draw a page whose lower part is empty."""
    return Paper().lines(*(lines or (SEEN, "và tiếp tục ở dòng thứ hai của trang"))).picture


def source(data: bytes, **options: Any) -> Source:
    found = tried(data, "a.pdf", Options(**options))
    assert isinstance(found, Document), found
    return found.source


def said(source: Source) -> list[tuple[str, str]]:
    return [(page.grade, page.origin) for page in source.page_grades]


ROUTES = [
    pytest.param(lambda: Bound().page(layer=LAYER), [("good", "digital")], "digital", id="a good layer stays"),
    pytest.param(
        lambda: Bound().page(scan(), LAYER, unseen=True), [("good", "digital")], "digital",
        id="a good layer over a scan stays",
    ),
    pytest.param(lambda: Bound().page(scan()), [("none", "ocr")], "ocr", id="a picture alone"),
    pytest.param(
        lambda: Bound().page(scan(), ["Trang 2"], y=820), [("page-number", "ocr")], "ocr",
        id="a picture and a page number",
    ),
    pytest.param(
        lambda: Bound().page(scan(), BROKEN, unseen=True), [("garbled", "ocr")], "ocr",
        id="a layer with a broken character map",
    ),
    pytest.param(
        lambda: Bound().page(scan(), MISREAD, unseen=True), [("wrong-letters", "ocr")], "ocr",
        id="a layer that an English recogniser made",
    ),
    pytest.param(
        lambda: Bound().page(layer=LAYER).page(scan()), [("good", "digital"), ("none", "ocr")], "mixed",
        id="each page by itself",
    ),
    pytest.param(
        lambda: Bound().page(layer=LAYER).page(layer=ENGLISH), [("good", "digital"), ("foreign", "digital")], "digital",
        id="a page in English keeps its layer",
    ),
    pytest.param(
        lambda: Bound().page(layer=LAYER).page(), [("good", "digital")] * 2, "digital", id="a blank page is no scan"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("bound", "grades", "origin"), ROUTES)
def test_a_page_is_recognised_where_its_layer_is_not_good(
    bound: Callable[[], Bound], grades: list[tuple[str, str]], origin: str
) -> None:
    found = source(bound().data())
    assert said(found) == grades
    assert found.text_origin == origin
    assert found.pages == len(grades)
    assert (found.ocr_confidence is None) == (origin == "digital")
    for page in found.page_grades:
        assert (page.confidence is None) == (page.origin == "digital")


def parsed(bound: Bound, **options: Any) -> Document:
    found = tried(bound.data(), "a.pdf", Options(**options))
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize("layer", [BROKEN, MISREAD], ids=["garbled", "misread"])
def test_the_picture_is_read_and_the_bad_layer_is_gone(layer: tuple[str, ...]) -> None:
    text = parsed(Bound().page(scan(), layer, unseen=True)).text
    assert text.startswith(SEEN)
    assert layer[0][:20] not in text


def test_the_layer_of_a_page_in_english_is_kept_letter_by_letter() -> None:
    assert " ".join(ENGLISH) in parsed(Bound().page(layer=LAYER).page(layer=ENGLISH)).text


def test_always_reads_the_picture_of_a_page_with_a_good_layer() -> None:
    bound = Bound().page(scan(), LAYER, unseen=True)
    found = parsed(bound, ocr="always")
    assert found.text.startswith(SEEN)
    assert said(found.source) == [("good", "ocr")]
    assert found.source.ocr == "always"


NEVER = [
    pytest.param(lambda: Bound().page(scan()), Cause.NO_TEXT, id="a scan has no text"),
    pytest.param(
        lambda: Bound().page(scan(), ["2"], y=820).page(scan(), ["3"], y=820), Cause.NO_TEXT, id="nor has its number"
    ),
    pytest.param(lambda: Bound().page(scan(), BROKEN * 2, unseen=True), Cause.GARBLED, id="a broken layer is garbled"),
]


@pytest.mark.parametrize(("bound", "expected"), NEVER)
def test_never_says_why_there_is_nothing(bound: Callable[[], Bound], expected: Cause) -> None:
    assert tried(bound().data(), "a.pdf", Options(ocr="never")) == expected


def test_never_keeps_good_pages_and_names_those_without_text() -> None:
    found = parsed(Bound().page(layer=LAYER).page(scan()), ocr="never")
    assert said(found.source) == [("good", "digital"), ("none", "digital")]
    assert [warning.code for warning in found.warnings if "page" in warning.code] == ["page-without-text"]


def missing(monkeypatch: pytest.MonkeyPatch, bound: Bound) -> Document | Cause:
    """Read on a machine without the language; in threads of its own, for an engine that was made is kept."""
    monkeypatch.setattr("parsers.readers.ocr_engine.folder", lambda: None)
    return tried(bound.data(), "a.pdf", Options(threads=2))


def test_a_scan_without_the_tool_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing(monkeypatch, Bound().page(scan())) == Cause.TOOL_MISSING


def test_without_the_tool_good_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    found = missing(monkeypatch, Bound().page(layer=LAYER).page(scan()))
    assert isinstance(found, Document)
    assert "phát động phong trào" in found.text
    assert "page-without-text" in {warning.code for warning in found.warnings}


def test_a_page_too_large_to_draw_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.readers.pdf_scans.MAX_PIXELS", 300_000)
    assert tried(Bound().page(scan()).data(), "a.pdf") == Cause.TOO_LARGE


def test_a_large_page_is_drawn_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.readers.pdf_scans.MAX_PIXELS", 2_500_000)
    assert parsed(Bound().page(scan())).text.startswith(SEEN)


def test_a_page_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.readers.ocr_engine.SECONDS", -1)
    assert tried(Bound().page(scan()).data(), "a.pdf") == Cause.TIMED_OUT


def test_a_scan_without_print_has_no_text() -> None:
    assert tried(Bound().page(Paper().picture).data(), "a.pdf") == Cause.NO_TEXT


def test_pages_read_side_by_side_give_the_same_document() -> None:
    bound = Bound().page(first_page().picture).page(scan()).page(scan("Trang thứ ba của kế hoạch này"))
    data = bound.data()
    assert tried(data, "a.pdf", Options(threads=3)) == tried(data, "a.pdf")


def test_items_stand_on_the_picture_where_they_say() -> None:
    paper = first_page()
    data = saved(paper.picture, form="PDF")
    found = tried(data, "a.pdf")
    assert isinstance(found, Document)
    (signer,) = found.signers
    assert (signer.span.page, len(signer.span.boxes or ())) == (1, 1)
    left, top, right, bottom = (paper.px(side) for side in (signer.span.boxes or ())[0])
    around = np.argwhere(paper.dark[top - 30 : bottom + 30, left - 100 : right + 100])
    (high, first), (low, last) = around.min(axis=0), around.max(axis=0)
    assert (high - 30, first - 100) == pytest.approx((0, 0), abs=8)
    assert (low - 30, last - 100) == pytest.approx((bottom - top, right - left), abs=8)
    assert found.text[signer.span.start : signer.span.end].endswith(signer.name)


def test_grades_are_in_the_json() -> None:
    made = parsed(Bound().page(layer=LAYER).page(scan())).model_dump(mode="json")["source"]
    assert [(page["number"], page["grade"], page["origin"]) for page in made["page_grades"]] == [
        (1, "good", "digital"),
        (2, "none", "ocr"),
    ]
    assert made["page_grades"][0]["confidence"] is None
    assert made["ocr_confidence"] == pytest.approx(made["page_grades"][1]["confidence"], abs=0.001)


def test_a_blank_of_the_letterhead_is_warned_of_with_its_place() -> None:
    paper = first_page("").strokes([(153, 104), (158, 92), (162, 104), (168, 93), (173, 103), (178, 92)])
    found = tried(saved(paper.picture, form="PDF"), "a.pdf")
    assert isinstance(found, Document)
    assert (found.header.number, found.header.symbol) == (None, "KH-SYT")
    (told,) = [warning for warning in found.warnings if warning.code == "number-unread"]
    assert told.page == 1
    assert told.box is not None
    assert 140 < told.box[0] < 160 < 175 < told.box[2] < 200
    assert 0 < told.box[1] < told.box[3] < HEIGHT * SMALL
