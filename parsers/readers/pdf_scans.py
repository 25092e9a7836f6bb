"""Pages of a PDF that must be recognised, and their recognition.

Takes a PDF's pages as read from the text layer, gives them with those that have no good layer recognised from their
picture. What annotations stamp on a scan stays what it was; the picture is drawn without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2

from models import Cause, Failure
from parsers.readers import ocr
from parsers.readers.ocr_picture import MAX_PIXELS
from parsers.readers.ocr_repairs import numbered
from parsers.readers.options import Options
from parsers.readers.pdf_grids import grids
from parsers.readers.pdf_pages import PageRead
from parsers.readers.pdf_stamps import stamped, without_arrivals
from parsers.vietnamese import quality


def recognised(data: bytes, name: str, read: Sequence[PageRead], options: Options) -> list[PageRead]:
    """Recognise the pages that need it.

    data: the PDF. read: its pages from their text layer.
    Raises Failure: TOOL_MISSING, where nothing else can be read; TIMED_OUT, TOO_LARGE.
    """
    numbers = [
        number
        for number, page in enumerate(read, start=1)
        if options.ocr == "always" or (options.ocr == "auto" and page.grade != "good")
    ]
    pages = list(read)
    if not numbers:
        return pages
    document = pypdfium2.PdfDocument(data)
    try:
        found = ocr.pages(_pictures(document, numbers, name), name, options.threads)
        last = 0
        for number, page in zip(numbers, found, strict=True):
            lines, last = numbered(page.lines, last)
            always = options.ocr == "always"
            pages[number - 1] = _better(pages[number - 1], page._replace(lines=lines), number, always=always)
    except Failure as failure:
        if failure.cause != Cause.TOOL_MISSING or len(numbers) == len(read):
            raise
    finally:
        document.close()
    return pages


def _pictures(document: pypdfium2.PdfDocument, numbers: Sequence[int], name: str) -> Iterator[ocr.Picture]:
    for number in numbers:
        page = document[number - 1]
        try:
            width, height = page.get_size()
            dpi = ocr.DPI
            if width * height * (dpi / 72) ** 2 > MAX_PIXELS:
                dpi = int((MAX_PIXELS / (width * height)) ** 0.5 * 72)
            if dpi < ocr.COARSEST:
                raise Failure(Cause.TOO_LARGE, name, f"page {number}: {width:.0f} x {height:.0f} pt")
            bitmap = page.render(scale=dpi / 72, draw_annots=False, may_draw_forms=False)
            yield ocr.Picture(number, bitmap.to_pil(), dpi)
        finally:
            page.close()


def _better(layer: PageRead, found: ocr.Recognised, number: int, *, always: bool) -> PageRead:
    """Give the page as recognised, or its layer where that says as much: a page in another language."""
    text = "\n".join(line.text for line in found.lines)
    share, _ = quality.syllable_share(text)
    if not always and layer.grade == "wrong-letters" and share < quality.LEAST_SYLLABLES:
        return layer._replace(grade="foreign")
    lines, stamps = stamped(found.lines, list(layer.words)) if layer.words else (found.lines, ())
    read = as_read(found._replace(lines=lines), number)
    return read._replace(stamps=(*read.stamps, *stamps), words=layer.words, grade=layer.grade)


def as_read(found: ocr.Recognised, number: int) -> PageRead:
    """Give a recognised page the form of one that was read; number is its place, from 1."""
    lines, arrival = without_arrivals(found.lines, found.height) if number == 1 else (found.lines, ())
    drawn = grids(found.rules)
    return PageRead(
        lines,
        arrival,
        drawn,
        found.width,
        found.height,
        grade="none",
        origin="ocr",
        sure=found.sure,
        blanks=found.blanks,
        repairs=found.repairs,
    )
