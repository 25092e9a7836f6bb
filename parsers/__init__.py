"""How one file is read: bytes → Layout → Text → zones → fields → Document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from models import Document
    from parsers.readers.options import Options

__all__ = ["parse", "parse_bytes"]


def parse(path: str | Path, options: Options | None = None) -> Document:
    """Read one file; see `parsers.document.parse`."""
    from parsers.document import parse as parse_file
    from parsers.readers.options import DEFAULT

    return parse_file(path, options or DEFAULT)


def parse_bytes(data: bytes, name: str, options: Options | None = None) -> Document:
    """Read the bytes of one file; see `parsers.document.parse_bytes`."""
    from parsers.document import parse_bytes as parse_data
    from parsers.readers.options import DEFAULT

    return parse_data(data, name, options or DEFAULT)
