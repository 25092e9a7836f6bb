"""Readers: one module for each kind of file, each giving the same Layout.

`read(path)` finds the kind by content first, then by suffix, in one table; adding a kind is one row,
one module and its test. Files are opened read-only and are never changed.
"""

from __future__ import annotations

import importlib
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple, cast

from models import Cause, Failure
from parsers.layout import Layout
from parsers.readers import office_ole, progress
from parsers.readers.options import DEFAULT, Options

MAX_BYTES = 200 * 2**20
"""Largest file that is read, 200 MiB."""

Reader = Callable[[bytes, str, Options], Layout]
"""A reader takes the file's bytes, its name (for messages) and the caller's choices, and gives its Layout."""


class Kind(NamedTuple):
    """A row of the table of kinds: media type, module with `read`, and how the kind shows itself."""

    media_type: str
    module: str
    suffixes: tuple[str, ...]
    matches: Callable[[bytes], bool]


def _is_docx(data: bytes) -> bool:
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return "word/document.xml" in package.namelist()
    except zipfile.BadZipFile:
        return b"word/document.xml" in data or b"[Content_Types].xml" in data[:2000]


def _is_text(data: bytes) -> bool:
    return b"\x00" not in data[:65536] or data[:2] in (b"\xff\xfe", b"\xfe\xff")


def _has_text(data: bytes) -> bool:
    """Say whether a file begins with text in UTF-8; the cut at its end may fall into a letter."""
    start = data[:200]
    return any(_is_utf8(start[: len(start) - cut]) for cut in range(4))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_xlsx(data: bytes) -> bool:
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return "xl/workbook.xml" in package.namelist()
    except zipfile.BadZipFile:
        return False


def _is_xls(data: bytes) -> bool:
    names = office_ole.streams(data)
    return "WordDocument" not in names and ("Workbook" in names or "Book" in names)


_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "ZIP"),
    (b"GIF8", "GIF"),
)
"""Signatures of kinds that are known but not read."""

_PICTURES = b"word/media/"
"""The folder of pictures in a DOCX package, as its directory names it."""

KINDS: tuple[Kind, ...] = (
    Kind("application/pdf", "parsers.readers.pdf", (".pdf",), lambda data: b"%PDF-" in data[:1024]),
    Kind(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "parsers.readers.docx",
        (".docx", ".docm"),
        _is_docx,
    ),
    Kind(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "parsers.readers.spreadsheet",
        (".xlsx", ".xlsm"),
        _is_xlsx,
    ),
    Kind("application/vnd.ms-excel", "parsers.readers.spreadsheet", (".xls",), _is_xls),
    Kind(
        "application/msword",
        "parsers.readers.office",
        (".doc", ".dot", ".wps"),
        lambda data: data.startswith(b"\xd0\xcf\x11\xe0"),
    ),
    Kind("application/rtf", "parsers.readers.office", (".rtf",), lambda data: data.startswith(b"{\\rtf")),
    Kind(
        "application/vnd.oasis.opendocument.text",
        "parsers.readers.office",
        (".odt", ".ott"),
        lambda data: data[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text"),
    ),
    Kind("text/html", "parsers.readers.html", (".html", ".htm"), lambda data: _HTML.match(data[:4096]) is not None),
    Kind("image/png", "parsers.readers.image", (".png",), lambda data: data.startswith(b"\x89PNG\r\n")),
    Kind("image/jpeg", "parsers.readers.image", (".jpg", ".jpeg"), lambda data: data.startswith(b"\xff\xd8\xff")),
    Kind("image/tiff", "parsers.readers.image", (".tif", ".tiff"), lambda data: data[:4] in (b"II*\0", b"MM\0*")),
    Kind("text/plain", "parsers.readers.plain", (".txt", ".md", ".markdown", ".text"), _is_text),
)


def load(path: Path) -> bytes:
    """Read the file whole.

    Raises Failure: NOT_FOUND, UNREADABLE, EMPTY, TOO_LARGE.
    """
    try:
        if path.is_dir():
            raise Failure(Cause.UNREADABLE, path.name, "folder")
        if path.stat().st_size > MAX_BYTES:
            raise Failure(Cause.TOO_LARGE, path.name, f"{path.stat().st_size} bytes")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Failure(Cause.NOT_FOUND, path.name) from error
    except OSError as error:
        raise Failure(Cause.UNREADABLE, path.name, error.strerror or "") from error
    if not data.strip():
        raise Failure(Cause.EMPTY, path.name)
    return data


def detect(data: bytes, name: str) -> Kind:
    """Find the kind of file by its first bytes; the suffix is only used to explain a refusal.

    Raises Failure: UNSUPPORTED for kinds that are not read.
    """
    for kind in KINDS:
        if kind.module != "parsers.readers.plain" and kind.matches(data):
            return kind
    for magic, label in _FOREIGN:
        if data.startswith(magic):
            raise Failure(Cause.UNSUPPORTED, name, label)
    suffix = Path(name).suffix.lower()
    for kind in KINDS[:-1]:
        if suffix in kind.suffixes and not _has_text(data):
            raise Failure(Cause.TRUNCATED, name, f"no {suffix[1:].upper()} content")
    if KINDS[-1].matches(data):
        return KINDS[-1]
    raise Failure(Cause.NOT_TEXT, name)


def read(data: bytes, name: str, options: Options = DEFAULT) -> Layout:
    """Give the Layout of a file's bytes; name is its file name, for messages and suffix.

    Raises Failure: UNSUPPORTED, NOT_TEXT, what the reader of the kind raises; EMPTY, or NO_TEXT where all is pictures.
    """
    kind = detect(data, name)
    progress.at(kind.module.rpartition(".")[2])
    reader = cast("Reader", importlib.import_module(kind.module).read)
    layout = reader(data, name, options)
    if not any(letter.isalnum() for page in layout.pages for line in page.lines for letter in line.text):
        raise Failure(Cause.NO_TEXT if _PICTURES in data else Cause.EMPTY, name)
    return layout
