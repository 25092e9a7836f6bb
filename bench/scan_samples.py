"""Own scans for the bench: generated documents scanned, with what is printed on every page and what harmed it.

Takes a folder, a seed and a number, writes the scan, the digital PDF and the gold, gives a `Sample`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from scan_lines import squeezed

from corpus import render_pdf, render_scan
from corpus.annotate import annotation
from corpus.build import written_gold
from corpus.compose import compose
from corpus.scan_look import Look, Sheet
from parsers import readers
from parsers.layout import Line, Page


class Printed(NamedTuple):
    """A line as printed: its words and the kinds of damage that it met."""

    words: str
    kinds: tuple[str, ...]


class Sample(NamedTuple):
    """An own scan: its file, the printed lines of each page, its look."""

    path: Path
    pages: tuple[tuple[Printed, ...], ...]
    look: Look


def made(place: Path, seed: int, dpi: int, number: int) -> Sample:
    """Write one scan, its digital PDF and its gold; give what was printed."""
    plan, _ = compose(Random(f"{seed}/{number}"))
    name, digital, scan = f"{number:05}", render_pdf.render(plan), render_scan.scan(plan, dpi)
    gold = written_gold(annotation(plan, f"{name}.pdf")).encode()
    for folder, ending, data in (("scan", "pdf", scan.data), ("digital", "pdf", digital), ("gold", "json", gold)):
        (place / folder).mkdir(parents=True, exist_ok=True)
        (place / folder / f"{name}.{ending}").write_bytes(data)
    layout = readers.read(digital, f"{name}.pdf")
    pages = tuple(
        tuple(printed(page, scan.look, sheet, [ink for ink in scan.inks if ink.page == at]))
        for at, (page, sheet) in enumerate(zip(layout.pages, scan.sheets, strict=True))
    )
    return Sample(place / "scan" / f"{name}.pdf", pages, scan.look)


def printed(page: Page, look: Look, sheet: Sheet, inks: Sequence[render_scan.Ink]) -> Iterator[Printed]:
    """Give the lines of a page with the damage they met; footnotes and lines that call them are left out."""
    whole = tuple(kinds(look, sheet))
    for line in page.lines:
        under = tuple(f"under the {ink.kind}" for ink in inks if touches(line, ink.box))
        if squeezed(line.text) and not line.calls and line.role != "footnote":
            yield Printed(squeezed(line.text), (*whole, *(under or ("clear of ink",))))
    for words in page.furniture:
        yield Printed(squeezed(words), (*whole, "page number"))


def touches(line: Line, box: render_scan.Box) -> bool:
    if line.box is None:
        return False
    left, top, right, bottom = box
    return line.box[0] < right and left < line.box[2] and line.box[1] < bottom and top < line.box[3]


def kinds(look: Look, sheet: Sheet) -> Iterator[str]:
    """Name the damage that a whole page met."""
    yield look.mode
    told = {
        "JPEG quality under 50": look.mode != "bilevel" and look.quality < 50,
        "noise over 6 levels": look.noise > 6,
        "blur over 0.055 mm": look.blur > 0.055,
        "pale print": look.toner > 45,
        "ragged print": look.grain > 40,
        "thick print": look.spread > 165,
        "thin print": look.spread < 132,
        "threshold under 150": look.mode == "bilevel" and look.threshold < 150,
        "skew over 0.8 degrees": abs(sheet.skew) > 0.8,
        "uneven light": look.shade > 16,
        "dark edge": sheet.edge is not None,
        "many specks": look.specks >= 20,
    }
    yield from (name for name, so in told.items() if so)
