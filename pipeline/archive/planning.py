"""Planning: which files are to be read, told from what the archive knows of them.

Takes files, gives for each what is to be done. Rule of the place: progress is nowhere but in the archive. A file that
has the size and time it had is taken as unchanged; where the one or the other differs its content decides, and content
that was read from another file is not read again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from sqlalchemy import select

from models.version import version
from parsers.readers.containers import split
from pipeline.archive.rows import Row
from pipeline.archive.schema import documents, files
from pipeline.archive.store import Archive, reading
from pipeline.pieces import pieces

What = Literal["read", "same", "copy", "failed", "outdated"]
"""To be read; nothing to do; content that is in the archive already; failed before; read by another version."""

_MANY = 500
"""Files asked for at once."""
_FRESH_NS = 2_000_000_000
"""Nanoseconds within which a file may have changed again without its time telling."""
_BLOCK = 1 << 20


class Wish(NamedTuple):
    """What the user wants to be read besides what is new: what failed, what another version read, everything."""

    failed: bool = False
    outdated: bool = False
    force: bool = False
    ocr: str = "auto"


class Planned(NamedTuple):
    """A file with what is to be done.

    place: its name in the archive. sha256: None where only the process that opens it can tell. known: hash that need
    not be read again.
    """

    path: Path
    place: str
    what: What
    size: int | None = None
    changed_ns: int | None = None
    sha256: str | None = None
    known: str | None = None


def place_of(path: Path) -> str:
    """Give the name of a file in the archive: its absolute path, odd bytes in it written out."""
    return os.fsencode(os.path.abspath(path)).decode("utf-8", "backslashreplace")  # noqa: PTH100


def planned(archive: Archive, paths: Iterable[Path], wish: Wish) -> Iterator[Planned]:
    """Say for each file what is to be done, in their order."""
    for part in pieces(paths, _MANY):
        known = _known(archive, [place_of(path) for path in part])
        seen = [_seen(path, known.get(place_of(path))) for path in part]
        here = _archived(archive, {each.sha256 for each in seen if each.sha256})
        for each in seen:
            yield _decided(each, known.get(each.place), here, wish)


def _known(archive: Archive, places: list[str]) -> dict[str, Row]:
    with reading(archive) as connection:
        rows = connection.execute(select(files).where(files.c.place.in_(places))).mappings()
        return {row["place"]: dict(row) for row in rows}


def _archived(archive: Archive, hashes: set[str]) -> dict[str, tuple[str, str]]:
    """Give version and way of reading of the documents with these hashes."""
    d = documents.c
    with reading(archive) as connection:
        rows = connection.execute(select(d.sha256, d.extractor, d.ocr).where(d.sha256.in_(hashes)))
        return {sha256: (extractor, ocr) for sha256, extractor, ocr in rows}


def _seen(path: Path, row: Row | None) -> Planned:
    """Look at a file; its content is read only where size and time do not tell that it is what it was."""
    place, (file, inside) = place_of(path), split(path)
    try:
        about = file.stat()
        size, changed = about.st_size, about.st_mtime_ns
        if row and (row["size"], row["changed_ns"]) == (size, changed) and not _fresh(row, changed):
            return Planned(path, place, "same", size, changed, row["sha256"], row["sha256"])
        sha256 = None if inside or not file.is_file() else _hash(file)
    except OSError:
        return Planned(path, place, "read")  # the process that reads it says why it cannot
    return Planned(path, place, "read", size, changed, sha256, row["sha256"] if row else None)


def _fresh(row: Row, changed_ns: int) -> bool:
    """Say whether the file was read so soon after its last change that a further one may have kept its time."""
    read_at = datetime.fromisoformat(row["read_at"]).replace(tzinfo=UTC).timestamp() * 1e9
    return read_at - changed_ns < _FRESH_NS


def _hash(file: Path) -> str:
    made = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            made.update(block)
    return made.hexdigest()


def _decided(seen: Planned, row: Row | None, here: dict[str, tuple[str, str]], wish: Wish) -> Planned:
    """Decide from what is known of the file and of its content."""
    same = row is not None and seen.sha256 is not None and seen.sha256 == row["sha256"]
    if wish.force or seen.sha256 is None:
        return seen._replace(what="read", known=None if wish.force else _current(row, wish))
    if same and row is not None and row["status"] == "failed":
        return seen._replace(what="read" if wish.failed else "failed", known=None)
    if seen.sha256 in here:
        extractor, ocr = here[seen.sha256]
        if ocr != wish.ocr or (extractor != version() and wish.outdated):
            return seen._replace(what="read", known=None)
        if same:
            return seen._replace(what="same" if extractor == version() else "outdated")
        return seen._replace(what="copy")
    return seen._replace(what="read", known=None)


def _current(row: Row | None, wish: Wish) -> Any:
    """Give the hash that need not be read again, of a file whose content only the reading process can tell."""
    if row is None or row["ocr"] != wish.ocr:
        return None
    if row["status"] == "failed":
        return None if wish.failed else row["sha256"]
    return None if wish.outdated and row["extractor"] != version() else row["sha256"]
