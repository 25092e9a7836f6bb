"""The file a document was read from."""

from __future__ import annotations

from typing import Literal

from models.frozen import Frozen
from models.span import Confidence


class Signature(Frozen):
    """A digital signature found in the file."""

    signer: str | None = None
    organisation: str | None = None
    signed_at: str | None = None
    intact: bool | None = None


class Source(Frozen):
    """Name (never a path), content hash, kind of file, and how its text was obtained.

    pages: number of pages, null where the format has none.
    text_origin: a text layer (`digital`), optical recognition (`ocr`) or both (`mixed`).
    extractor: version of the program that read it.
    """

    name: str
    sha256: str
    media_type: str
    pages: int | None = None
    text_origin: Literal["digital", "ocr", "mixed"] = "digital"
    reader: str
    ocr_confidence: Confidence | None = None
    signatures: tuple[Signature, ...] = ()
    extractor: str | None = None
