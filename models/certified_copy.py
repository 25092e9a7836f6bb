"""The certification of a copy (bản sao): who copied the document, when, under which number."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from models.edtf import Edtf
from models.frozen import Frozen
from models.header import Origin
from models.recipient import ArchiveNote, Recipient
from models.signer import Signer
from models.span import Confidence, Span

CopyForm = Literal["sao y", "sao lục", "trích sao"]
"""Full copy of the original; copy of a full copy; extract."""


class CertifiedCopy(Frozen):
    """The block or stamp of a certified copy (Nghị định 30/2020/NĐ-CP, Điều 25-27; Phụ lục I, phần III).

    agency: the body that made the copy, as printed. number, symbol: `12` and `SY-UBND` of its own number.
    copied_on: its own day. signed_at: the moment printed by an electronic copy's stamp, ISO 8601.
    signers, recipients, archive: those of the copy; the document's own stand outside.
    raw, span: the block in the text; span is null for a stamp that is not part of the text (`from` says where it is).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    form: CopyForm | None = None
    agency: str | None = None
    number: str | None = None
    symbol: str | None = None
    code: str | None = None
    place: str | None = None
    copied_on: Edtf | None = None
    signed_at: str | None = None
    signers: tuple[Signer, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    archive: ArchiveNote | None = None
    raw: str
    span: Span | None = None
    confidence: Confidence = 1.0
    rule: str | None = None
    origin: Origin = Field(default="text", alias="from")
