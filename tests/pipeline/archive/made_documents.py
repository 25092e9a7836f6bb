"""Small documents made for tests of the archive: who issues what, and what is cited."""

from __future__ import annotations

import hashlib
from typing import Any

from models import Document
from models.citation import Citation
from models.header import Header
from models.source import Source
from models.span import Span
from pipeline.archive.rows import Rows, rows

ISSUER = "vn/lang-son/ubnd"


def cites(raw: str, **more: Any) -> Citation:
    """A mention; give `target`, `target_candidates`, `code`, `issued_on`, `relation` as wanted."""
    return Citation(raw=raw, span=Span(start=0, end=len(raw)), **more)


def made(
    number: str | None, year: int = 2024, *citations: Citation, copy: str = "", day: str | None = None
) -> Document:
    """A plan of a made-up number; `copy` makes another file of the same document."""
    text = f"Kế hoạch số {number} năm {year}\n" + "\n".join(c.raw for c in citations) + copy
    sha256 = hashlib.sha256(f"{number} {year} {copy}".encode()).hexdigest()
    return Document(
        id=f"{ISSUER}/ke-hoach/{year}/{number}" if number else f"sha256/{sha256[:16]}",
        source=Source(name=f"{number}.txt", sha256=sha256, media_type="text/plain", reader="text", extractor="0"),
        text=text,
        header=Header(
            number=number,
            symbol="KH-UBND",
            code=f"{number}/KH-UBND" if number else None,
            issued_on=day or f"{year}-05-06",
            doc_type="kế hoạch",
            title=f"Kế hoạch số {number} năm {year}",
        ),
        citations=citations,
    )


def rows_of(document: Document) -> Rows:
    """What a document puts into the archive."""
    return rows(document, document.model_dump_json(by_alias=True).encode())
