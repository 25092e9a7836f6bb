"""The file a document was read from."""

from __future__ import annotations

import os
from typing import Annotated, Literal

from pydantic import AfterValidator

from models.frozen import Frozen
from models.span import Box, Confidence


class Signature(Frozen):
    """A digital signature found in the file (chữ ký số), as it stands there; whose it is was not verified with anyone.

    signer, organisation: common name, organisation and unit of the certificate.
    signed_at: ISO 8601 with its zone. signed_at_from: the signature's own dictionary, an attribute that was
    signed, or the token of a time-stamp authority. timestamped_at: what that authority says.
    intact: the bytes it covers are those that were signed, and the signature fits the certificate; null where this
    could not be told, `fault` then says why.
    coverage: the whole `file`, the whole file as it was when signed (`revision`), or only `part` of it.
    changes: what came after signing: `none`; `maintenance` (proofs of validity); `form` (fields, further
    signatures, stamps of number and day made as signatures); `other`, null where this could not be told.
    digest: hash method (`sha256`). reason, location, email: as the signer gave them. field: name of the form field.
    page: 1-based. box: in points from the page's top-left, null where nothing is shown. text: words shown there.
    """

    signer: str | None = None
    organisation: str | None = None
    signed_at: str | None = None
    signed_at_from: Literal["dictionary", "attribute", "timestamp"] | None = None
    timestamped_at: str | None = None
    intact: bool | None = None
    fault: str | None = None
    coverage: Literal["file", "revision", "part"] | None = None
    changes: Literal["none", "maintenance", "form", "other"] | None = None
    digest: str | None = None
    reason: str | None = None
    location: str | None = None
    email: str | None = None
    field: str | None = None
    page: int | None = None
    box: Box | None = None
    text: str | None = None


Grade = Literal["good", "garbled", "wrong-letters", "foreign", "page-number", "none"]
"""What a page's text layer is worth: readable Vietnamese; letters that Vietnamese does not have; letters that look
right and are not (`Ƣ`, a scan recognised as English); another language; next to nothing on a picture; nothing."""


class Repair(Frozen):
    """Words of a scan that were put right by their neighbours or by a table: as read, and as what they were taken."""

    read: str
    taken: str


class SourcePage(Frozen):
    """How the text of one page was obtained.

    number: from 1. grade: what its text layer is worth. origin: the layer, or optical recognition.
    confidence: mean certainty of recognition, null for a text layer.
    repairs: what recognition read otherwise than `text` has it.
    """

    number: int
    grade: Grade
    origin: Literal["digital", "ocr"] = "digital"
    confidence: Confidence | None = None
    repairs: tuple[Repair, ...] = ()


def writable(name: str) -> str:
    """Write out the bytes of a file's name that are no UTF-8, as `\\xe9`: JSON has no place for them."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


class Source(Frozen):
    """Name (never a path), content hash, kind of file, and how its text was obtained.

    pages: number of pages, null where the format has none.
    text_origin: a text layer (`digital`), optical recognition (`ocr`) or both (`mixed`).
    ocr_confidence: mean certainty of recognition. page_grades: how each page was read, where the format has pages.
    extractor: version of the program that read it. ocr: which pages it was asked to recognise: those without a good
    text layer (`auto`), all, or none.
    """

    name: Annotated[str, AfterValidator(writable)]
    sha256: str
    media_type: str
    pages: int | None = None
    text_origin: Literal["digital", "ocr", "mixed"] = "digital"
    reader: str
    ocr_confidence: Confidence | None = None
    page_grades: tuple[SourcePage, ...] = ()
    signatures: tuple[Signature, ...] = ()
    extractor: str | None = None
    ocr: Literal["auto", "always", "never"] = "auto"
