"""Archives filled by hand with a few made-up documents, one of them with a file that failed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from made_up import sample
from sqlalchemy import create_engine

from models import Document
from pipeline.archive import putting, schema
from pipeline.archive.rows import key_of, rows
from pipeline.archive.store import DATABASE, Archive


def made(number: int, **header: Any) -> Document:
    """Make a document of its own: another hash, number and id."""
    plan = sample()
    sha256 = f"{number:02x}" * 32
    about = {"number": str(number), "code": f"{number}/KH-SNV", **header}
    day = about.get("issued_on", plan.header.issued_on)
    year = day[:4] if day else None
    return plan.model_copy(
        update={
            "id": f"vn/lang-son/so-noi-vu/ke-hoach/{year}/{number}" if year else f"sha256/{sha256[:16]}",
            "source": plan.source.model_copy(update={"sha256": sha256, "name": f"plan{number}.pdf"}),
            "header": plan.header.model_copy(update=about),
        }
    )


def empty(folder: Path) -> Archive:
    """Make an archive without documents."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = Archive(str(folder), create_engine(f"sqlite:///{folder / DATABASE}"), folder)
    schema.metadata.create_all(archive.engine)
    return archive


def put(archive: Archive, documents: Iterable[Document]) -> Archive:
    """Put documents in, each from a file of its name, and a file that could not be read."""
    failed = {"place": "in/bad.pdf", "status": "failed", "cause": "TRUNCATED", "detail": "no end", "page": 3}
    with archive.engine.begin() as connection:
        for document in documents:
            putting.put(connection, rows(document, document.model_dump_json().encode()))
            putting.note_file(connection, _file(document, f"in/{document.source.name}"))
        putting.note_file(connection, failed)
    return archive


def filled(folder: Path, documents: Iterable[Document]) -> Archive:
    """Make an archive of these documents."""
    return put(empty(folder), documents)


def _file(document: Document, place: str) -> dict[str, Any]:
    return {
        "place": place,
        "sha256": document.source.sha256,
        "size": 2048,
        "changed_ns": 1_732_000_000_123_456_789,
        "document": key_of(document.source.sha256),
        "status": "done",
        "extractor": document.source.extractor,
        "ocr": document.source.ocr,
        "seconds": 0.25,
        "read_at": "2026-11-21T10:00:00Z",
    }


def cloned(archive: Archive, document: Document, count: int) -> Archive:
    """Put in copies of a document that differ in hash, id and number, fast: citations are not resolved."""
    template = rows(document, document.model_dump_json().encode())
    with archive.engine.begin() as connection:
        connection.execute(schema.agencies.insert(), template.pop("agencies"))
        for first in range(0, count, 500):
            numbers = range(first, min(first + 500, count))
            for table in ("documents", *(name for name in template if name != "documents")):
                made = [_clone(row, number) for number in numbers for row in template[table]]
                if made:
                    connection.execute(schema.metadata.tables[table].insert(), made)
    return archive


def _clone(row: dict[str, Any], number: int) -> dict[str, Any]:
    if "document" in row:
        return {**row, "document": number}
    return {**row, "key": number, "sha256": f"{number:064x}", "id": f"{row['id']}-{number}"}
