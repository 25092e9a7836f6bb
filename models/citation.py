"""Citations (viện dẫn) of other documents."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from models.agency import PrintedAgency
from models.edtf import Edtf
from models.frozen import Frozen
from models.span import Located

Relation = Literal["basis", "implements", "amends", "replaces", "repeals", "attached", "mentions"]
"""căn cứ, thực hiện, sửa đổi, thay thế, bãi bỏ, kèm theo, nhắc đến."""

Within = Literal["preamble", "body", "table", "footnote", "appendix", "title"]


class Pinpoint(Frozen):
    """One provision of the cited document: điểm (point) of khoản (clause) of Điều (article)."""

    article: str | None = None
    clause: str | None = None
    point: str | None = None


class Resolved(Frozen):
    """What is known of the cited document from elsewhere.

    origin (`from` in JSON): a fuller mention in the same document, the law table, or an alias.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    code: str | None = None
    issued_on: Edtf | None = None
    issuer: str | None = None
    origin: Literal["mention", "law-table", "alias"] = Field(alias="from")


class Citation(Located):
    """One mention of an identifiable document other than this one.

    doc_type … pinpoint: as printed at this place, null where it is not printed.
    pinpoints: the pinpoint spelt out, one value a provision.
    relation: what this document does with the cited one, by the cue before it.
    within: the part of the document in which it stands.
    target: canonical id of the cited document; target_candidates: the ids it may have where its year or term is not
    known; target_parent: index of the citation that it implements.
    """

    doc_type: str | None = None
    code: str | None = None
    number: str | None = None
    symbol: str | None = None
    issued_on: Edtf | None = None
    issuer: PrintedAgency | None = None
    title: str | None = None
    pinpoint: str | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    relation: Relation = "mentions"
    within: Within = "body"
    resolved: Resolved | None = None
    target: str | None = None
    target_candidates: tuple[str, ...] = ()
    target_parent: int | None = None
