"""Where the text came from: pages, layers, how sure recognition was."""

from __future__ import annotations

import pytest

from models.source import SourcePage
from parsers.layout import Layout, Line, Page, Repair, Run
from parsers.origins import Origin, of_pages

READ = Page((Line((Run("Ủy ban nhân dân tỉnh"),)),), 1, grade="good")
EMPTY = Page((), 2, grade="good")
SCAN = Page((Line((Run("Kế hoạch"),)),), 3, origin="ocr", grade="none", sure=0.9)
POOR = Page((Line((Run("Kế hoạch phát động thi đua"),)),), 4, origin="ocr", grade="garbled", sure=0.6)
BLANK = Page((), 5, origin="ocr", grade="none")


def layout(*pages: Page, paged: bool = True) -> Layout:
    return Layout(pages, "application/pdf", "pdf", paged=paged)


ORIGINS = [
    pytest.param((READ,), "digital", id="a text layer"),
    pytest.param((SCAN,), "ocr", id="recognition"),
    pytest.param((SCAN, POOR), "ocr", id="recognition on all pages"),
    pytest.param((READ, SCAN), "mixed", id="both"),
    pytest.param((SCAN, EMPTY), "ocr", id="an empty page with a layer gives no text"),
    pytest.param((READ, EMPTY), "digital", id="an empty page"),
    pytest.param((), "digital", id="no pages"),
]


@pytest.mark.parametrize(("pages", "expected"), ORIGINS)
def test_the_origin_of_the_text(pages: tuple[Page, ...], expected: Origin) -> None:
    assert of_pages(layout(*pages))["text_origin"] == expected


CONFIDENCE = [
    pytest.param((READ,), None, id="a text layer has none"),
    pytest.param((SCAN,), 0.9, id="that of the page"),
    pytest.param((SCAN, POOR), round((0.9 * 8 + 0.6 * 26) / 34, 3), id="pages weighed by their letters"),
    pytest.param((READ, SCAN), 0.9, id="pages with a layer do not count"),
    pytest.param((BLANK,), None, id="nothing was recognised"),
    pytest.param((SCAN, BLANK), 0.9, id="a page on which nothing was recognised does not count"),
]


@pytest.mark.parametrize(("pages", "expected"), CONFIDENCE)
def test_how_sure_recognition_was(pages: tuple[Page, ...], expected: float | None) -> None:
    assert of_pages(layout(*pages))["ocr_confidence"] == expected


def test_each_page_says_how_it_was_read() -> None:
    assert of_pages(layout(READ, POOR, BLANK))["page_grades"] == (
        SourcePage(number=1, grade="good", origin="digital"),
        SourcePage(number=4, grade="garbled", origin="ocr", confidence=0.6),
        SourcePage(number=5, grade="none", origin="ocr"),
    )


def test_a_format_without_layers_has_no_grades() -> None:
    found = of_pages(layout(Page(READ.lines), paged=False))
    assert (found["page_grades"], found["pages"], found["text_origin"]) == ((), None, "digital")


def test_pages_are_counted_where_the_format_has_them() -> None:
    assert of_pages(layout(READ, SCAN, BLANK))["pages"] == 3


def test_what_recognition_read_otherwise_is_kept_with_its_page() -> None:
    page = SCAN._replace(repairs=(Repair("TÓ", "TỔ"),))
    (graded,) = of_pages(layout(page))["page_grades"]
    assert [(repair.read, repair.taken) for repair in graded.repairs] == [("TÓ", "TỔ")]
