"""Taking in what was exported, or written by a cluster: documents that are read already.

Takes a file of JSON Lines or JSON, or a folder of Parquet, puts its documents into an archive as they are. Rule of the
place: what cannot be used is told and left out, and the rest is taken in.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from models import Failure
from pipeline.archive import indexing
from pipeline.archive.ingest import EVERY, Step, Tally
from pipeline.archive.putting import note_file, now, put
from pipeline.archive.rows import Row, key_of, rows
from pipeline.archive.store import Archive, writer, writing
from pipeline.archive.twinning import find_twins
from pipeline.export.importing import Record, records
from pipeline.reading import failed


def imported(archive: Archive, path: Path, each: Callable[[Step], None] = lambda step: None) -> Tally:
    """Take in the documents of a file or folder.

    each: is told of each document. Raises Failure: BUSY; UNWRITABLE; path is nothing that was exported.
    """
    tally, began = Tally(), time.monotonic()
    with writer(archive):
        for record in records(path):
            step = _refused(record) if isinstance(record, Failure) else _taken(archive, record)
            tally.add(step)
            each(step)
            if step.status == "done" and tally.counts["done"] % EVERY == 0:
                indexing.catch_up(archive)
        tally.twins = find_twins(archive)
        indexing.catch_up(archive)
    tally.seconds = time.monotonic() - began
    return tally


def _refused(failure: Failure) -> Step:
    try:
        raise failure
    except Failure as caught:
        return Step(Path(failure.name), "failed", failure=failed(caught))


def _taken(archive: Archive, record: Record) -> Step:
    """Put in one document and note its file; a record without one notes a file that failed, or a further copy."""
    with writing(archive) as connection:
        key = None
        if record.document is not None and record.json is not None:
            key = put(connection, rows(record.document, record.json))
        elif record.status == "done" and record.sha256:
            key = key_of(record.sha256)
        note_file(connection, _file(record, key))
    pages = (record.document.source.pages or 1) if record.document else 0
    return Step(Path(record.place), "done" if record.document else "copy" if key else "skipped", pages)


def _file(record: Record, key: int | None) -> Row:
    names = ("place", "sha256", "size", "changed_ns", "status", "cause", "detail", "component", "page", "seconds")
    return {
        **{name: getattr(record, name) for name in names},
        "document": key,
        "extractor": record.extractor,
        "ocr": record.ocr,
        "read_at": record.read_at or now(),
    }
