"""Digital signatures of a PDF (chữ ký số): who signed, when, and whether the file is still what was signed.

Takes the file's bytes, gives its signatures in the order of signing. Nothing is fetched and nobody is trusted:
what is said is whether the bytes fit the signature and the signature its certificate. A signature that cannot be
read is given with its fault, and the document is read all the same. pyHanko is loaded only for files that show a
signature (ISO 32000-1, 12.8).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from models import Signature
from parsers.readers.pdf_signed import LATE, TOO_LARGE, UNKNOWN, Late, fault, read_one
from parsers.readers.pdf_widgets import Field, fields, shown

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

MAX_SIGNATURES = 64
"""Most signatures of a file that are verified; the others are given by field name with a fault."""

MAX_LISTED = 1000
"""Most signatures of a file that are given at all."""

SECONDS = 5.0
"""Time that the signatures of one file may take."""

_MARK = b"/ByteRange"
_HEAD = 1024
_LOGGERS = ("pyhanko", "pyhanko_certvalidator")


class _Clocked(BytesIO):
    """The bytes of a file, which can be read until a moment of the monotonic clock: bounds whatever reads them."""

    def __init__(self, data: bytes, until: float) -> None:
        super().__init__(data)
        self.until = until

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on, unless it is late."""
        if time.monotonic() > self.until:
            raise Late
        return super().read(size)


def signatures(data: bytes, seconds: float = SECONDS) -> tuple[Signature, ...]:
    """Read the signatures of a PDF; never raises.

    data: the file's bytes. seconds: wall-clock time after which those not yet read are given with a fault.
    """
    if _MARK not in data:
        return ()
    begin = data.find(b"%PDF-", 0, _HEAD)
    data = data[begin:] if begin > 0 else data
    until = time.monotonic() + seconds
    with _silent():
        try:
            reader = _opened(data, until)
            found = fields(reader, MAX_LISTED)
        except Exception as error:
            return (Signature(fault=fault(error)),)
        read = [_signature(reader, field, number, until) for number, field in enumerate(found)]
    texts = shown(data, found)
    placed = zip(read, texts, strict=True)
    return tuple(signature.model_copy(update=place) for (_, signature), place in sorted(placed, key=_order))


def _order(item: tuple[tuple[int, Signature], dict[str, object]]) -> int:
    return item[0][0]


def _opened(data: bytes, until: float) -> PdfFileReader:
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(_Clocked(data, until), strict=False)
    if reader.encrypted:
        reader.decrypt("")
    return reader


def _signature(reader: PdfFileReader, field: Field, number: int, until: float) -> tuple[int, Signature]:
    """Give the revision that a signature made and what it says."""
    if number >= MAX_SIGNATURES:
        return UNKNOWN, Signature(field=field.name, fault=TOO_LARGE)
    if time.monotonic() > until:
        return UNKNOWN, Signature(field=field.name, fault=LATE)
    return read_one(reader, field)


@contextmanager
def _silent() -> Iterator[None]:
    """Keep the library's remarks on odd files off the terminal; what matters of them is in the result."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
