"""One document: everything that was read from one file. `CONTRACT` of the JSON that goes out."""

from __future__ import annotations

from typing import Any, Literal, cast

from pydantic import ConfigDict

from models.back_reference import BackReference
from models.certified_copy import CertifiedCopy
from models.citation import Citation
from models.date import Date
from models.failure import Cause, Failure
from models.frozen import Frozen
from models.header import Header
from models.movement import Movement, Theme
from models.recipient import Addressee, ArchiveNote, Recipient
from models.section import Section
from models.signer import Signer
from models.source import Source
from models.table import Table
from models.task import Target, Task
from models.warning import Warning

SCHEMA_VERSION: Literal["1.0"] = "1.0"


class Document(Frozen):
    """What one issued document says.

    id: canonical id (`vn/lang-son/…/2023/173`), else `sha256/` and the first 16 hex digits of the file's hash.
    text: reading order, Unicode NFC, wraps joined, one line feed between paragraphs; every span points into it.
    certified_copy: who certified the copy that this file is, apart from the document itself.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", title="vanban document", serialize_by_alias=True)

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: str
    source: Source
    text: str
    header: Header
    sections: tuple[Section, ...] = ()
    citations: tuple[Citation, ...] = ()
    back_references: tuple[BackReference, ...] = ()
    dates: tuple[Date, ...] = ()
    signers: tuple[Signer, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    archive: ArchiveNote | None = None
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    movements: tuple[Movement, ...] = ()
    theme: Theme | None = None
    tables: tuple[Table, ...] = ()
    certified_copy: CertifiedCopy | None = None
    warnings: tuple[Warning, ...] = ()


def load(data: dict[str, Any], name: str = "document") -> Document:
    """Make a document from parsed JSON.

    data: the JSON object. name: the file it came from, for the message.
    Raises Failure (SCHEMA) if it was written under another schema version or does not fit this one.
    """
    version = data.get("schema_version")
    if version != SCHEMA_VERSION:
        raise Failure(Cause.SCHEMA, name, f"schema_version is {version!r}, this program reads {SCHEMA_VERSION!r}")
    try:
        return Document.model_validate(data)
    except ValueError as error:
        raise Failure(Cause.SCHEMA, name, str(error).splitlines()[0]) from error


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a document as written."""
    drawn = Document.model_json_schema(mode="serialization", by_alias=True)
    return cast("dict[str, Any]", {"$schema": "https://json-schema.org/draft/2020-12/schema", **drawn})
