"""The header (phần đầu): who issues, number and symbol, place and day, type and subject."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from models.agency import IssuingAgency, PrintedAgency
from models.edtf import Edtf
from models.frozen import Frozen
from models.span import Confidence, Span

Origin = Literal["text", "signature", "annotation", "body", "file-name"]


class Evidence(Frozen):
    """Where a header field was read.

    origin (`from` in JSON): the text layer, a digital signature, an annotation (stamped number and day),
    the body (inferred issuer) or the file's name. rule: the rule that read it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    span: Span | None = None
    confidence: Confidence = 1.0
    rule: str | None = None
    origin: Origin = Field(default="text", alias="from")


class Header(Frozen):
    """What the top of the first page says (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 1-5, 10).

    governing_agency: the parent body, on the line above the issuer (cơ quan chủ quản).
    number, symbol: `173` and `PĐ-SKHĐT` of `173/PĐ-SKHĐT`; null where the file leaves a blank.
    code: number and symbol as one, null unless both are there.
    issued_on: EDTF, `2024-11-XX` where the day is blank.
    doc_type: spelt out in lower case (`kế hoạch`, `công văn`).
    title: the subject (trích yếu), lines joined.
    evidence: for each field that has a value, the place it was read.
    """

    governing_agency: PrintedAgency | None = None
    issuing_agencies: tuple[IssuingAgency, ...] = ()
    number: str | None = None
    symbol: str | None = None
    code: str | None = None
    place: str | None = None
    issued_on: Edtf | None = None
    doc_type: str | None = None
    title: str | None = None
    urgency: str | None = None
    secrecy: str | None = None
    is_draft: bool = False
    evidence: dict[str, Evidence] = Field(default_factory=dict)
