"""Documents to search: their text, and what a filter can ask for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from models import Document
from models.agency import IssuingAgency
from models.citation import Citation
from models.header import Header
from models.recipient import Recipient
from models.section import Section
from models.signer import Signer
from models.source import Source
from models.span import Span
from pipeline.archive.putting import put
from pipeline.archive.rows import rows
from pipeline.archive.store import Archive, writing

UBND = ("vn/lang-son/ubnd", "Ủy ban nhân dân tỉnh Lạng Sơn")


def written(
    text: str,
    *,
    code: str | None = None,
    day: str = "2024-05-06",
    doc_type: str = "kế hoạch",
    issuer: tuple[str | None, str] = UBND,
    signers: Sequence[str] = (),
    recipients: Sequence[str] = (),
    cites: Sequence[str] = (),
    roles: Sequence[tuple[str, str]] = (),
    copy: str = "",
) -> Document:
    """A document of a text; roles: headings with what their sections are for; copy: another file of the same."""
    nowhere = Span(start=0, end=0)
    identity, name = issuer
    return Document(
        id=f"sha256/{_hash(text + copy)[:16]}",
        source=Source(name=f"{(code or 'x').replace('/', '-')}{copy}.txt", sha256=_hash(text + copy), reader="text",
                      media_type="text/plain", extractor="0"),
        text=text,
        header=Header(code=code, issued_on=day, doc_type=doc_type, title=text.split("\n")[0],
                      issuing_agencies=(IssuingAgency(raw=name, name=name, id=identity),)),
        signers=tuple(Signer(raw=one, span=nowhere, name=one) for one in signers),
        recipients=tuple(Recipient(raw=one, span=nowhere, name=one) for one in recipients),
        citations=tuple(Citation(raw=one, span=nowhere, code=one, relation="mentions", within="body") for one in cites),
        sections=tuple(_sections(text, roles)),
    )  # fmt: skip


def put_all(archive: Archive, documents: Iterable[Document]) -> None:
    """Put documents into an archive."""
    with writing(archive) as connection:
        for document in documents:
            put(connection, rows(document, document.model_dump_json(by_alias=True).encode()))


def _sections(text: str, roles: Sequence[tuple[str, str]]) -> Iterable[Section]:
    """Give sections that begin with a heading each and reach to the next."""
    starts = [text.index(heading) for heading, _ in roles]
    for (heading, role), start, end in zip(roles, starts, [*starts[1:], len(text)], strict=False):
        marker, title = heading.split(" ", 1)
        yield Section(label=marker.rstrip("."), marker=marker, kind="roman", level=1, title=title, role=role,
                      span=Span(start=start, end=end))  # fmt: skip


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
