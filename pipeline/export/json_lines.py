"""JSON: documents of an archive as they were read, one a line or in one array.

Takes an archive's connection and a stream, writes each document's JSON as it lies in the archive, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from pipeline.export.streams import ALL, Selection, batches, contents

if TYPE_CHECKING:
    from sqlalchemy import Connection


def write_lines(
    connection: Connection, out: BinaryIO, selection: Selection = ALL, each: Callable[[int], None] = lambda _: None
) -> int:
    """Write JSON Lines; give the number of documents."""
    return _write(connection, out, selection, each, b"", b"", b"\n")


def write_array(
    connection: Connection, out: BinaryIO, selection: Selection = ALL, each: Callable[[int], None] = lambda _: None
) -> int:
    """Write one JSON array, a document a line; give the number of documents."""
    out.write(b"[")
    documents = _write(connection, out, selection, each, b"\n", b",\n", b"")
    out.write(b"\n]\n")
    return documents


def _write(
    connection: Connection,
    out: BinaryIO,
    selection: Selection,
    each: Callable[[int], None],
    first: bytes,
    between: bytes,
    after: bytes,
) -> int:
    """Write documents; first, between: what stands before the first and before every other. after: behind each."""
    documents = 0
    for batch in batches(connection, selection):
        for _, data in contents(connection, batch):
            out.write((between if documents else first) + data + after)
            documents += 1
        each(len(batch))
    return documents
