"""Back references (dẫn chiếu ngược): words that mean a document named before."""

from __future__ import annotations

from typing import Literal

from models.span import Located


class BackReference(Located):
    """`Kế hoạch này`, `Nghị quyết nêu trên`.

    kind: `self` for the document in which they stand, `back` for one that it cites. doc_type: in lower case.
    citation: index of the one cited, null where it stays open.
    """

    kind: Literal["self", "back"]
    doc_type: str
    citation: int | None = None
