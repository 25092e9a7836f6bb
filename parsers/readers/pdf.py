"""PDF: pypdfium2 gives characters with geometry, or a picture to recognise; this package puts them in reading order.

Takes the file's bytes, gives its Layout. Annotations (stamped number and day) are flattened into the page
in memory first and take their place in the line they are stamped on. Pages without a good text layer are recognised.
The file itself is never changed.
"""

from __future__ import annotations

import pypdfium2
from pypdfium2 import raw

from models import Cause, Failure
from parsers.layout import Layout
from parsers.readers.options import DEFAULT, Options
from parsers.readers.paged import in_layout
from parsers.readers.pdf_pages import PageRead, read_page
from parsers.readers.pdf_scans import recognised
from parsers.readers.pdf_signatures import signatures

MAX_PAGES = 2000
"""Longest document that is read; more pages than this are a book or an attack."""

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


def read(data: bytes, name: str, options: Options = DEFAULT) -> Layout:
    """Read a PDF.

    data: the file's bytes. name: its name, for messages.
    Raises Failure: ENCRYPTED, TRUNCATED, TOO_LARGE, NO_TEXT; TOOL_MISSING, TIMED_OUT in recognition.
    """
    document = _open(data, name)
    try:
        try:
            read_pages: list[PageRead] = []
            for index in range(len(document)):
                read_pages.append(read_page(document, index, read_pages[-1].foot if read_pages else None))
        except pypdfium2.PdfiumError as error:
            raise Failure(Cause.TRUNCATED, name, str(error)) from error
    finally:
        document.close()
    read_pages = recognised(data, name, read_pages, options)
    if sum(len(line.text) for page in read_pages for line in page.lines) < MIN_LETTERS_PER_PAGE * len(read_pages):
        raise Failure(Cause.NO_TEXT, name, f"{len(read_pages)} pages")
    signed = signatures(data) if options.signatures else ()
    return Layout(in_layout(read_pages), "application/pdf", "pdf", paged=True, signatures=signed)
