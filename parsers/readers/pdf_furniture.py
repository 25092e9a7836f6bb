"""What a page carries besides its text: page numbers and running heads.

Takes the printed lines of all pages, gives for each page the lines that are text and the words that are
furniture. Nothing is thrown away.
"""

from __future__ import annotations

import re
from collections import Counter

from parsers.readers.pdf_pieces import PrintedLine

MARGIN = 0.09
"""Share of the page's height, at the top and at the foot, in which furniture stands."""

_NUMBER = re.compile(r"[-–—\s]*(?:(?:Trang|Page)\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_RULER = re.compile(r"[\W_]*")
_LETTERS = re.compile(r"[\W\d_]+")


def _in_margin(line: PrintedLine, height: float) -> bool:
    return line.box[3] < MARGIN * height or line.box[1] > (1 - MARGIN) * height


def _head(line: PrintedLine) -> str:
    """Give what stays the same of a running head from page to page: its letters."""
    return _LETTERS.sub("", line.text).lower()


def set_apart(pages: list[list[PrintedLine]], heights: list[float]) -> list[tuple[list[PrintedLine], tuple[str, ...]]]:
    """Part each page's lines into text and furniture.

    A number alone in the margin is a page number; the same letters in the margin of two pages or more
    are a running head; a line without letters and figures is a ruler.
    """
    margins = [
        {id(line) for line in lines if _in_margin(line, height)} for lines, height in zip(pages, heights, strict=True)
    ]
    heads = Counter(
        head
        for lines, margin in zip(pages, margins, strict=True)
        for head in {_head(line) for line in lines if id(line) in margin}
    )
    parted = []
    for lines, margin in zip(pages, margins, strict=True):
        apart = [
            line
            for line in lines
            if _RULER.fullmatch(line.text)
            or (
                id(line) in margin
                and (_NUMBER.fullmatch(line.text) or (len(_head(line)) > 3 and heads[_head(line)] > 1))
            )
        ]
        gone = {id(line) for line in apart}
        parted.append(([line for line in lines if id(line) not in gone], tuple(line.text for line in apart)))
    return parted
