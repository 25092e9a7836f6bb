"""A scan, as an office makes it of a signed and stamped document: page pictures in a PDF without a text layer.

Takes a `Plan`, prints it by `render_pdf`, stamps and signs it, puts it through the scanner, gives the bytes of the
file. Rule of the place: all chance comes from the printed document itself, so the same description gives the same
scan, and what is printed stays what gold says.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

import pypdfium2
from PIL import Image

from corpus import closing, render_pdf
from corpus.plan import Letterhead, Plan
from corpus.scan_hand import arrival, signature
from corpus.scan_ink import laid, pixels
from corpus.scan_look import Look, Sheet, look, sheet
from corpus.scan_sensor import printed, scanned
from corpus.scan_stamp import folded, stamp

DPI = 300
POINTS_PER_INCH = 72.0
STATE_RING = "CỘNG HÒA XHCN VIỆT NAM"

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's top-left corner."""


class Ink(NamedTuple):
    """A mark made by hand on a page: which page, from 0, what, and its box on the sheet before it was scanned."""

    page: int
    kind: str
    box: Box


class Scan(NamedTuple):
    """A scan: the file's bytes, how it looks, how each sheet lay, what was stamped and signed where."""

    data: bytes
    look: Look
    sheets: tuple[Sheet, ...]
    inks: tuple[Ink, ...]


def render(plan: Plan, dpi: int = DPI) -> bytes:
    """Give a document as a scanned PDF of so many dots an inch."""
    return scan(plan, dpi).data


def scan(plan: Plan, dpi: int = DPI, chosen: Look | None = None) -> Scan:
    """Scan a document; `chosen` is the look wanted, by default one made up."""
    typeset = render_pdf.render(plan)
    rng = Random(zlib.crc32(typeset))
    made_up = look(rng)
    seen = chosen or made_up
    document = pypdfium2.PdfDocument(typeset)
    try:
        sheets = tuple(sheet(rng) for _ in range(len(document)))
        printed_names = list(names(document, plan))
        inks: list[Ink] = []
        pictures: list[Image.Image] = []
        for number, lay in enumerate(sheets):
            page = _paper(document, number, seen, lay, dpi)
            here = [(issuer, box) for place, issuer, box in printed_names if place == number]
            inks += [Ink(number, kind, box) for kind, box in _signed(page, plan, here, seen, dpi, rng)]
            if number == 0 and seen.arrival:
                inks.append(Ink(0, "arrival stamp", _arrived(page, next(_found(document, "Số"), None), seen, dpi, rng)))
            pictures.append(scanned(page, seen, lay, dpi))
    finally:
        document.close()
    return Scan(_bound(pictures, seen, dpi), seen, sheets, tuple(inks))


def _paper(document: pypdfium2.PdfDocument, number: int, seen: Look, lay: Sheet, dpi: int) -> Image.Image:
    """Give a page as it leaves the printer, ready for ink."""
    typeset: Image.Image = document[number].render(scale=dpi / POINTS_PER_INCH, grayscale=True).to_pil()
    return printed(typeset.convert("L"), seen, lay, dpi).convert("RGB" if seen.mode == "colour" else "L")


def names(document: pypdfium2.PdfDocument, plan: Plan) -> Iterator[tuple[int, int, Box]]:
    """Give page, place among the signers and box of each printed signer's name; copies marked signed bear no ink."""
    for place, signer in enumerate(plan.signers):
        found = [] if signer.signed else list(_found(document, signer.name))
        if found:
            number, box = found[-1]
            yield number, place, box


def _found(document: pypdfium2.PdfDocument, words: str) -> Iterator[tuple[int, Box]]:
    """Give each place where words are printed."""
    for number in range(len(document)):
        page = document[number]
        text, height = page.get_textpage(), page.get_height()
        searcher = text.search(words, match_case=True)
        while hit := searcher.get_next():
            boxes = [text.get_charbox(at) for at in range(hit[0], hit[0] + hit[1])]
            left, bottom = (min(box[side] for box in boxes) for side in (0, 1))
            right, top = (max(box[side] for box in boxes) for side in (2, 3))
            yield number, (left, height - top, right, height - bottom)


def _signed(
    page: Image.Image, plan: Plan, signed: list[tuple[int, Box]], seen: Look, dpi: int, rng: Random
) -> Iterator[tuple[str, Box]]:
    """Sign and stamp each name: the stamp covers the left third of the signature and the beginning of the name."""
    for place, (left, top, right, _) in signed:
        written = signature(dpi, rng)
        x = (left + right) / 2 * dpi / POINTS_PER_INCH - written.width * rng.uniform(0.35, 0.5)
        y = top * dpi / POINTS_PER_INCH - written.height * rng.uniform(0.75, 0.95)
        laid(page, written, seen.pen, (x, y))
        yield "signature", _box(x, y, written, dpi)
        round_one = stamp(*_stamp_words(plan.letterhead, place), dpi, rng)
        x = left * dpi / POINTS_PER_INCH - round_one.width * rng.uniform(0.35, 0.62)
        y = top * dpi / POINTS_PER_INCH - round_one.height * rng.uniform(0.72, 0.92)
        laid(page, round_one, seen.seal, (x, y))
        yield "stamp", _box(x, y, round_one, dpi)


def _stamp_words(top: Letterhead, place: int) -> tuple[str, tuple[str, ...]]:
    """Give the words along the ring and the lines in the middle of the stamp of a signer's agency."""
    issuer = " ".join(top.issuers[min(place, len(top.issuers) - 1)])
    ring = " ".join(closing.PARTY) if top.family == "party" else " ".join(top.governing) or STATE_RING
    return f"{ring} * {top.place}" if len(ring) < 26 else ring, folded(issuer)


def _arrived(page: Image.Image, number: tuple[int, Box] | None, seen: Look, dpi: int, rng: Random) -> Box:
    """Put the receiver's stamp into the margin above the letterhead, or below the number that stands at its left."""
    mask, above = arrival(dpi, rng), rng.random() < 0.65
    x, y = pixels(rng.uniform(7, 30), dpi), pixels(rng.uniform(0.5, 2.0), dpi)
    if number and number[0] == 0 and not above:
        x, y = pixels(rng.uniform(5, 12), dpi), number[1][3] * dpi / POINTS_PER_INCH + pixels(rng.uniform(2, 6), dpi)
    laid(page, mask, seen.arrival or seen.seal, (x, y))
    return _box(x, y, mask, dpi)


def _box(x: float, y: float, mask: Image.Image, dpi: int) -> Box:
    scale = POINTS_PER_INCH / dpi
    return x * scale, y * scale, (x + mask.width) * scale, (y + mask.height) * scale


def _bound(pictures: list[Image.Image], seen: Look, dpi: int) -> bytes:
    """Give the pictures as the pages of a PDF: JPEG, or CCITT group 4 where they are bilevel."""
    buffer = io.BytesIO()
    quality = {} if seen.mode == "bilevel" else {"quality": seen.quality}
    pictures[0].save(
        buffer, "PDF", save_all=True, append_images=pictures[1:], resolution=float(dpi),
        creationDate=None, modDate=None, **quality,
    )  # fmt: skip
    return buffer.getvalue()
