"""status: what is in an archive, what failed and why, and what is still to be done.

Takes an open archive, gives counts and, where asked for, each file that failed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, distinct, func, select

from models import Cause, Failure
from models.version import version
from pipeline.archive.indexing import behind
from pipeline.archive.schema import citations, documents, files, passages, works
from pipeline.archive.store import Archive, reading


class Status(NamedTuple):
    """What is in an archive.

    files, copies: files that were read, and how many of them say the same bytes as another. twins: documents with a
    better copy. found: how citations are resolved. placeholders: documents known by citation only. behind: documents
    that the search index has not taken in. outdated: documents that another version of the program read. bytes: size
    on disk, None on a server.
    """

    place: str
    documents: int
    pages: int
    files: int
    copies: int
    failed: int
    causes: dict[str, int]
    types: dict[str, int]
    years: dict[str, int]
    origins: dict[str, int]
    twins: int
    passages: int
    found: dict[str, int]
    placeholders: int
    behind: int
    outdated: int
    bytes: int | None


class Failed(NamedTuple):
    """A file that failed: where it lies and why."""

    place: str
    cause: Cause
    detail: str
    component: str
    page: int | None

    def line(self, lang: str) -> str:
        """Give the one line for the user."""
        return Failure(self.cause, self.place, self.detail, self.component, self.page).line(lang)


def status(archive: Archive) -> Status:
    """Say what is in the archive."""
    d, f = documents.c, files.c
    late = behind(archive)
    with reading(archive) as connection:
        total = _count(connection, documents)
        read = _count(connection, files, f.status == "done")
        contents = connection.execute(select(func.count(distinct(f.sha256))).where(f.status == "done")).scalar_one()
        return Status(
            place=archive.place,
            documents=total,
            pages=connection.execute(select(func.sum(func.coalesce(d.pages, 1)))).scalar() or 0,
            files=read,
            copies=read - contents,
            failed=_count(connection, files, f.status == "failed"),
            causes=_grouped(connection, f.cause, f.status == "failed"),
            types=_grouped(connection, d.doc_type),
            years=dict(sorted(_grouped(connection, d.year).items())),
            origins=_grouped(connection, d.text_origin),
            twins=_count(connection, documents, d.twin_of.is_not(None)),
            passages=_count(connection, passages),
            found=_grouped(connection, citations.c.found),
            placeholders=_count(connection, works, works.c.document.is_(None)),
            behind=total if late is None else min(late, total),
            outdated=_count(connection, documents, d.extractor != version()),
            bytes=_bytes(archive.folder) if archive.folder else None,
        )


def failures(archive: Archive) -> Iterator[Failed]:
    """Give each file that failed, sorted by its place."""
    f = files.c
    fields: Select[Any] = select(f.place, f.cause, f.detail, f.component, f.page)
    with reading(archive) as connection:
        for place, cause, detail, component, page in connection.execute(
            fields.where(f.status == "failed").order_by(f.place)
        ):
            yield Failed(place, Cause[cause], detail or "", component or "", page)


def _count(connection: Connection, table: Any, *where: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()


def _grouped(connection: Connection, column: ColumnElement[Any], *where: ColumnElement[bool]) -> dict[str, int]:
    counted = select(column, func.count()).where(*where).group_by(column).order_by(func.count().desc(), column)
    return {str(value) if value is not None else "?": count for value, count in connection.execute(counted)}


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
