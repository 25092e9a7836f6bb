"""Where Tesseract's knowledge of Vietnamese lies on this machine.

tesserocr brings the engine but no language; `vie.traineddata` is Debian's package tesseract-ocr-vie. The folder is
that of TESSDATA_PREFIX, else the first of the usual ones that holds the file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

LANGUAGE = "vie"
PACKAGE = "tesseract-ocr-vie"
"""Debian's package that brings the language."""

_USUAL = (  # below the root
    "usr/share/tesseract-ocr/*/tessdata",
    "usr/share/tessdata",
    "usr/share/tesseract/tessdata",
    "usr/local/share/tessdata",
    "opt/homebrew/share/tessdata",
)


def folder() -> Path | None:
    """Give the folder that holds the language, None where it is not installed."""
    return next((place for place in _places() if (place / f"{LANGUAGE}.traineddata").is_file()), None)


def _places() -> Iterator[Path]:
    if prefix := os.environ.get("TESSDATA_PREFIX"):
        yield Path(prefix)
        yield Path(prefix) / "tessdata"
    root = Path("/")
    for pattern in _USUAL:
        yield from sorted(root.glob(pattern), reverse=True)
    yield Path(sys.prefix) / "share" / "tessdata"
