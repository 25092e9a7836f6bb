"""How one file is read: bytes → Layout → Text → zones → fields → Document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from models import Document

__all__ = ["parse", "parse_bytes"]


def parse(path: str | Path) -> Document:
    """Read one file; see `parsers.document.parse`."""
    from parsers.document import parse as parse_file

    return parse_file(path)


def parse_bytes(data: bytes, name: str) -> Document:
    """Read the bytes of one file; see `parsers.document.parse_bytes`."""
    from parsers.document import parse_bytes as parse_data

    return parse_data(data, name)
