"""An archive made for tests of the graph: a plan, what it comes from, what came of it, and odd documents."""

from __future__ import annotations

import hashlib
from pathlib import Path

from models import Document
from models.citation import Citation
from models.header import Header, IssuingAgency
from models.source import Source
from models.span import Span
from pipeline.archive.putting import put
from pipeline.archive.rows import rows
from pipeline.archive.store import Archive, open_archive, writing

RESOLUTION = "vn/trung-uong-dang/nghi-quyet/khoa-13/57"
COMMITTEE = "vn/lang-son/tinh-uy/nghi-quyet/nk-2020-2025/49"
DIRECTIVE = "vn/lang-son/ubnd/chi-thi/2024/1"
OFFICE = "vn/lang-son/so-tai-chinh/ke-hoach/2024/7"
LATER = "vn/lang-son/so-tai-chinh/ke-hoach/2025/8"
OTHER = "vn/lang-son/so-xay-dung/ke-hoach/2024/9"
LAW = "vn/quoc-hoi/luat/qh15-2022/6"
LONELY = "vn/cao-bang/ubnd/ke-hoach/2024/3"
FIRST, SECOND = "vn/cao-bang/so-y-te/ke-hoach/2024/1", "vn/cao-bang/so-y-te/ke-hoach/2024/2"

TYPES = {"ke-hoach": "kế hoạch", "chi-thi": "chỉ thị", "nghi-quyet": "nghị quyết", "luat": "luật"}

Said = tuple[str, str, int | None]
"""Target, relation, ordinal of the citation that it is said to implement."""

CITED: dict[str, tuple[Said, ...]] = {
    DIRECTIVE: ((COMMITTEE, "implements", 1), (RESOLUTION, "mentions", None), (LAW, "basis", None)),
    OFFICE: ((DIRECTIVE, "implements", None), (LAW, "basis", None), (OTHER, "mentions", None)),
    OTHER: ((DIRECTIVE, "implements", None), (DIRECTIVE, "implements", None)),
    LATER: ((OFFICE, "replaces", None), (LAW, "basis", None)),
    LONELY: (),
    FIRST: ((SECOND, "implements", None),),
    SECOND: ((FIRST, "basis", None),),
}
ODD = '</script><script>alert("x")</script> & "Kế hoạch"'
"""A title from a stranger."""


def document(identity: str, said: tuple[Said, ...] = (), title: str | None = None) -> Document:
    """A document that cites what is said; each citation stands in a line of its own."""
    issuer, kind, year, number = identity.rsplit("/", 3)
    lines = [f"{relation} {target.rpartition('/')[2]}" for target, relation, _ in said]
    text = "\n".join([title or f"Tên {identity}", *lines])
    citations = []
    at = text.find("\n") + 1
    for line, (target, relation, parent) in zip(lines, said, strict=True):
        span = Span(start=at, end=at + len(line), page=2)
        about = {"raw": line, "span": span, "relation": relation, "target": target, "target_parent": parent}
        citations.append(Citation.model_validate({**about, "code": f"{target.rpartition('/')[2]}/X"}))
        at += len(line) + 1
    code = f"{number}/{kind.upper()}"
    return Document(
        id=identity,
        source=Source(
            name=f"{number}.txt", sha256=hashlib.sha256(identity.encode()).hexdigest(), media_type="text/plain",
            reader="text", extractor="0",
        ),
        text=text,
        header=Header(
            number=number, code=code, issued_on=f"{year}-05-06", doc_type=TYPES[kind], title=title or f"Tên {identity}",
            issuing_agencies=(IssuingAgency(raw=issuer, name=issuer, id=issuer),),
        ),
        citations=tuple(citations),
    )  # fmt: skip


def filled(place: Path | str, more: tuple[Document, ...] = ()) -> Archive:
    """A new archive with all of it, and more."""
    archive = open_archive(str(place), create=True)
    with writing(archive) as connection:
        for each in (*(document(one, said) for one, said in CITED.items()), *more):
            put(connection, rows(each, each.model_dump_json(by_alias=True).encode()))
    return archive


def key_of(identity: str) -> int:
    """The key of a made document."""
    return int(hashlib.sha256(identity.encode()).hexdigest()[:16], 16) >> 1
