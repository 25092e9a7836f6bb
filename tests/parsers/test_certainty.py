"""What stands on a word that was recognised with doubt is doubted as much; blanks that could not be read are told."""

from __future__ import annotations

import pytest
from made_text import source

from models import Document
from parsers.certainty import lowered
from parsers.document import assemble
from parsers.layout import Blank, Doubt, Layout, Line, Page, Run
from parsers.text import build
from parsers.warnings import of_reading

LINES = (
    "ỦY BAN NHÂN DÂN",
    "TỈNH PHÚ THỌ",
    "Số: 48/KH-UBND",
    "Phú Thọ, ngày 09 tháng 02 năm 2026",
    "KẾ HOẠCH",
    "Trồng cây xanh năm 2026",
    "Thực hiện Quyết định số 27/QĐ-TTg ngày 12/01/2026 của Thủ tướng Chính phủ, Ủy ban ban hành kế hoạch:",
    "I. MỤC ĐÍCH",
    "Sở Nông nghiệp và Môi trường báo cáo trước ngày 15/12/2026.",
    "Nơi nhận:",
    "- Các sở, ban, ngành;",
    "- Lưu: VT.",
    "CHỦ TỊCH",
    "Trần Thanh Nhàn",
)


def layout(**doubted: float) -> Layout:
    """Give the document as a recognised page; words are doubted as said (`_` stands for what no name can hold)."""
    lines = []
    for words in LINES:
        doubts = [
            Doubt(start, start + len(word), sure)
            for word, sure in ((word.replace("_", "/"), sure) for word, sure in doubted.items())
            if (start := words.find(word)) >= 0
        ]
        lines.append(Line((Run(words, doubts=tuple(doubts)),), ends=True))
    return Layout((Page(tuple(lines), 1, origin="ocr", grade="none", sure=0.9),), "image/png", "image")


def document(**doubted: float) -> Document:
    return assemble(layout(**doubted), source())


SURE = document()


def test_without_doubts_nothing_changes() -> None:
    assert lowered(SURE, build(layout())) is SURE


def test_the_text_keeps_its_doubts_in_their_place() -> None:
    text = build(layout(Nhàn=0.5, **{"48": 0.6}))
    assert [(text.value[doubt.start : doubt.end], doubt.sure) for doubt in text.doubts] == [("48", 0.6), ("Nhàn", 0.5)]


def confidence(found: Document, what: str) -> float:
    """Give the confidence of the one item of a kind, or of a field of the header."""
    if what in found.header.evidence:
        return found.header.evidence[what].confidence
    if what == "archive":
        assert found.archive is not None
        return found.archive.confidence
    return getattr(found, what)[0].confidence


ITEMS = [
    pytest.param("number", {"48": 0.6}, id="the number"),
    pytest.param("issued_on", {"09": 0.6}, id="the day"),
    pytest.param("signers", {"Nhàn": 0.6}, id="the signer"),
    pytest.param("citations", {"27_QĐ": 0.6}, id="a citation"),
    pytest.param("recipients", {"ngành": 0.6}, id="a recipient"),
    pytest.param("archive", {"VT": 0.6}, id="the archive line"),
]


@pytest.mark.parametrize(("what", "doubted"), ITEMS)
def test_what_stands_on_a_doubted_word_is_doubted(what: str, doubted: dict[str, float]) -> None:
    assert confidence(document(**doubted), what) == pytest.approx(0.6 * confidence(SURE, what), abs=0.001)


@pytest.mark.parametrize(("what", "doubted"), ITEMS)
def test_what_stands_on_other_words_is_not(what: str, doubted: dict[str, float]) -> None:
    others = [name for name, words in (case.values for case in ITEMS) if not (doubted.keys() & words.keys())]
    found = document(**doubted)
    for other in others:
        assert confidence(found, str(other)) == confidence(SURE, str(other))


def test_the_least_sure_word_counts() -> None:
    found = document(Trần=0.7, Thanh=0.4, Nhàn=0.6)
    assert confidence(found, "signers") == pytest.approx(0.4 * confidence(SURE, "signers"), abs=0.001)


def test_words_and_spans_stay_as_they_are() -> None:
    found = document(Nhàn=0.5, **{"48": 0.6, "27_QĐ": 0.4})
    assert found.text == SURE.text
    assert [signer.name for signer in found.signers] == ["Trần Thanh Nhàn"]
    assert found.header.number == "48"
    assert [item.span for item in found.citations] == [item.span for item in SURE.citations]


def blank(kind: str) -> Blank:
    return Blank(kind, "AB", (100.04, 90.0, 150.26, 104.0))


@pytest.mark.parametrize("kind", ["number", "day", "month"])
def test_a_blank_that_could_not_be_read_is_told_with_its_place(kind: str) -> None:
    made = layout()
    page = made.pages[0]._replace(blanks=(blank(kind),))
    (told,) = of_reading(made._replace(pages=(page,)))
    assert (told.code, told.page, told.box) == (f"{kind}-unread", 1, (100.0, 90.0, 150.3, 104.0))
    assert told.message


def test_what_was_made_of_a_blank_is_not_told_as_its_value() -> None:
    made = layout()
    page = made.pages[0]._replace(blanks=(blank("number"),))
    found = assemble(made._replace(pages=(page,)), source())
    assert all("AB" not in warning.message for warning in found.warnings)
    assert {warning.code for warning in found.warnings} >= {"number-unread"}


def test_without_blanks_there_is_no_warning_of_reading() -> None:
    assert of_reading(layout()) == ()
    assert all(warning.page is None and warning.box is None for warning in SURE.warnings)
