"""Pictures: scans saved as PNG, JPEG or TIFF, one page a frame.

Takes the file's bytes, gives its Layout, recognised. A picture that does not say how many pixels an inch it has is
taken for a page of A4.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO

import numpy as np
from PIL import Image, UnidentifiedImageError

from models import Cause, Failure
from parsers.layout import Layout
from parsers.readers import ocr
from parsers.readers.ocr_picture import MAX_PIXELS
from parsers.readers.ocr_repairs import numbered
from parsers.readers.options import DEFAULT, Options
from parsers.readers.paged import in_layout
from parsers.readers.pdf_pages import PageRead
from parsers.readers.pdf_scans import as_read

MAX_FRAMES = 500
"""Most pages of a TIFF that are read."""

A4_WIDTH, A4_HEIGHT = 8.27, 11.69
"""Inches."""


def read(data: bytes, name: str, options: Options = DEFAULT) -> Layout:
    """Read a picture.

    data: the file's bytes. name: its name, for messages.
    Raises Failure: NO_TEXT where recognition is switched off or finds nothing, TRUNCATED, TOO_LARGE; TOOL_MISSING,
    TIMED_OUT in recognition.
    """
    if options.ocr == "never":
        raise Failure(Cause.NO_TEXT, name, "--ocr never")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # remarks about metadata
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Failure(Cause.TOO_LARGE, name, str(error)) from error
    except (UnidentifiedImageError, OSError) as error:
        raise Failure(Cause.TRUNCATED, name, str(error)) from error
    frames = getattr(picture, "n_frames", 1)
    if frames > MAX_FRAMES:
        raise Failure(Cause.TOO_LARGE, name, f"{frames} frames, limit {MAX_FRAMES}")
    media_type = Image.MIME.get(picture.format or "", "image/*")
    found = ocr.pages(_frames(picture, frames, name), name, options.threads)
    pages: list[PageRead] = []
    last = 0
    for number, page in enumerate(found, start=1):
        lines, last = numbered(page.lines, last)
        pages.append(as_read(page._replace(lines=lines), number))
    if not any(page.lines for page in pages):
        raise Failure(Cause.NO_TEXT, name, f"{len(pages)} pages")
    return Layout(in_layout(pages), media_type, "image", paged=True)


def _frames(picture: Image.Image, count: int, name: str) -> Iterator[ocr.Picture]:
    for number in range(1, count + 1):
        try:
            picture.seek(number - 1)
            if picture.width * picture.height > MAX_PIXELS:
                raise Failure(Cause.TOO_LARGE, name, f"{picture.width} x {picture.height} pixels")
            frame = _on_paper(picture)
        except (OSError, EOFError, SyntaxError) as error:
            raise Failure(Cause.TRUNCATED, name, f"page {number}: {error}") from error
        yield _sized(frame, number, picture.info.get("dpi"))


def _on_paper(picture: Image.Image) -> Image.Image:
    """Give a frame in eight bits, grey or colour, what is transparent as white."""
    if picture.has_transparency_data:
        above = picture.convert("RGBA")
        paper = Image.new("RGBA", above.size, "white")
        return Image.alpha_composite(paper, above).convert("RGB")
    if picture.mode.startswith("I") or picture.mode == "F":
        shades = np.asarray(picture, dtype=np.float32).clip(0)
        return Image.fromarray((shades * (255 / max(float(shades.max()), 1.0))).astype(np.uint8))
    return picture.copy() if picture.mode in ("1", "L", "RGB") else picture.convert("RGB")


def _sized(frame: Image.Image, number: int, stated: tuple[float, float] | None) -> ocr.Picture:
    """Give a frame at the pixels an inch at which pages are recognised."""
    dpi = float(stated[0]) if stated and 90 <= float(stated[0]) <= 1200 else _as_a4(frame)
    scale = ocr.DPI / dpi
    if abs(scale - 1) > 0.02:
        size = max(round(frame.width * scale), 1), max(round(frame.height * scale), 1)
        frame = frame.convert("L" if frame.mode == "1" else frame.mode).resize(size, Image.Resampling.LANCZOS)
    return ocr.Picture(number, frame, ocr.DPI)


def _as_a4(frame: Image.Image) -> float:
    short, long = sorted(frame.size)
    return max(short / A4_WIDTH, long / A4_HEIGHT)
