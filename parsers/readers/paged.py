"""Pages with places: from printed lines to the pages of a Layout.

Takes pages as their printed lines, whether of a text layer or recognised, gives them in reading order, with running
heads and page numbers set apart and tables numbered.
"""

from __future__ import annotations

from collections.abc import Sequence

from parsers.layout import Page
from parsers.readers.pdf_furniture import set_apart
from parsers.readers.pdf_order import in_reading_order
from parsers.readers.pdf_pages import PageRead
from parsers.readers.pdf_tables import numbered


def in_layout(read_pages: Sequence[PageRead]) -> tuple[Page, ...]:
    """Put pages in reading order; there is at least one line on them."""
    sizes = sorted(line.size for page in read_pages for line in page.lines)
    usual = sizes[len(sizes) // 2]
    apart = set_apart([page.lines for page in read_pages], [page.height for page in read_pages])
    feet = [None, *(page.foot for page in read_pages)]
    ordered = [
        in_reading_order(kept, page.width, usual, page.grids, before, first=number == 1)
        for number, ((kept, _), page, before) in enumerate(zip(apart, read_pages, feet, strict=False), start=1)
    ]
    return tuple(
        Page(
            lines,
            number,
            page.width,
            page.height,
            furniture,
            page.stamps,
            page.origin,
            page.grade,
            page.sure,
            page.blanks,
            page.repairs,
        )
        for number, (lines, (_, furniture), page) in enumerate(
            zip(numbered(ordered), apart, read_pages, strict=True), start=1
        )
    )
