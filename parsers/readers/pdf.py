"""PDF with a text layer: pypdfium2 gives characters with geometry, this package puts them in reading order.

Takes the file's bytes, gives its Layout. Annotations (stamped number and day) are flattened into the page
in memory first and take their place in the line they are stamped on. The file itself is never changed.
"""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from models import Box, Cause, Failure
from parsers.layout import Layout, Line, Page
from parsers.readers.options import DEFAULT, Options
from parsers.readers.pdf_furniture import set_apart
from parsers.readers.pdf_lines import GAP, page_lines
from parsers.readers.pdf_order import in_reading_order
from parsers.readers.pdf_pieces import PrintedLine
from parsers.readers.pdf_rules import in_rows, numbered, rules
from parsers.readers.pdf_stamps import stamped

MAX_PAGES = 2000
"""Longest document that is read; more pages than this are a book or an attack."""

MAX_STAMP_OBJECTS = 5000
"""Most text objects of annotations that are told from the page's own."""

MIN_LETTERS_PER_PAGE = 15
"""Fewer letters than this on the average page means a scan with at most page numbers in its text layer."""

_ERRORS = {
    raw.FPDF_ERR_PASSWORD: Cause.ENCRYPTED,
    raw.FPDF_ERR_SECURITY: Cause.ENCRYPTED,
    raw.FPDF_ERR_FORMAT: Cause.TRUNCATED,
}


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        cause = _ERRORS.get(getattr(error, "err_code", None), Cause.TRUNCATED)
        raise Failure(cause, name) from error
    if count == 0:
        raise Failure(Cause.TRUNCATED, name, "0 pages")
    if count > MAX_PAGES:
        raise Failure(Cause.TOO_LARGE, name, f"{count} pages, limit {MAX_PAGES}")
    return document


def _has_stamps(page: pypdfium2.PdfPage) -> bool:
    """Say whether a page has annotations that show something: not links, not invisible signatures."""
    rect = raw.FS_RECTF()
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFAnnot_GetRect(annotation, rect)
        raw.FPDFPage_CloseAnnot(annotation)
        visible = abs(rect.right - rect.left) > 1 and abs(rect.top - rect.bottom) > 1
        if visible and kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            return True
    return False


def _added(page: pypdfium2.PdfPage, own: int) -> frozenset[int]:
    """Give the addresses of the text objects that flattening added after a page's own objects."""
    found: set[int] = set()
    waiting = [raw.FPDFPage_GetObject(page, index) for index in range(own, raw.FPDFPage_CountObjects(page))]
    while waiting and len(found) < MAX_STAMP_OBJECTS:
        item = waiting.pop()
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            found.add(ctypes.addressof(item.contents))
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            waiting += [raw.FPDFFormObj_GetObject(item, index) for index in range(raw.FPDFFormObj_CountObjects(item))]
    return frozenset(found)


class _Read(NamedTuple):
    """A page: printed lines in stream order, stamps, drawn rules where words stand in rows, size in points."""

    lines: list[PrintedLine]
    stamps: tuple[str, ...]
    rules: tuple[Box, ...]
    width: float
    height: float


def _page(document: pypdfium2.PdfDocument, index: int) -> _Read:
    page = document[index]
    try:
        width, height = page.get_size()
        shown = frozenset[int]()
        if _has_stamps(page):
            own = raw.FPDFPage_CountObjects(page)
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
            page.close()
            page = document[index]
            shown = _added(page, own)
        lines, words = page_lines(page, height, shown)
        lines, stamps = stamped(lines, words) if words else (lines, ())
        return _Read(lines, stamps, rules(page, height) if in_rows(lines, GAP) else (), width, height)
    finally:
        page.close()


def read(data: bytes, name: str, options: Options = DEFAULT) -> Layout:
    """Read a PDF.

    data: the file's bytes. name: its name, for messages.
    Raises Failure: ENCRYPTED, TRUNCATED, TOO_LARGE, NO_TEXT.
    """
    document = _open(data, name)
    try:
        try:
            read_pages = [_page(document, index) for index in range(len(document))]
        except pypdfium2.PdfiumError as error:
            raise Failure(Cause.TRUNCATED, name, str(error)) from error
    finally:
        document.close()
    if sum(len(line.text) for page in read_pages for line in page.lines) < MIN_LETTERS_PER_PAGE * len(read_pages):
        raise Failure(Cause.NO_TEXT, name, f"{len(read_pages)} pages")
    sizes = sorted(line.size for page in read_pages for line in page.lines)
    usual = sizes[len(sizes) // 2]
    apart = set_apart([page.lines for page in read_pages], [page.height for page in read_pages])
    pages: list[Page] = []
    last: Line | None = None
    tables = 0
    for number, ((kept, furniture), page) in enumerate(zip(apart, read_pages, strict=True), start=1):
        lines = numbered(in_reading_order(kept, page.width, usual, page.rules, first=number == 1), last, tables)
        last = next((line for line in reversed(lines) if line.role != "footnote"), None)
        tables = max([tables, *(line.cell.table + 1 for line in lines if line.cell)])
        pages.append(Page(lines, number, page.width, page.height, furniture, page.stamps))
    return Layout(tuple(pages), "application/pdf", "pdf", paged=True)
