"""Formats that take whole documents: Akoma Ntoso and spaCy, one file a document or some files of many.

Takes an archive's connection, reads each document back from its JSON, gives files. Rule of the place: as many
documents are held as go into one file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from parsers.vietnamese.slugs import slug
from pipeline.export.importing import checked
from pipeline.export.streams import ALL, Head, Selection, batches, contents
from pipeline.spacy_tokens import Tokens

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from models import Document

SPACY_PART = 1000
"""Documents in one DocBin; spaCy reads and writes it in memory."""
_NAME = 60

Each = Callable[[int], None]


def documents(
    connection: Connection, selection: Selection = ALL, each: Each = lambda _: None
) -> Iterator[tuple[Head, Document]]:
    """Give the documents that are meant.

    Raises Failure (SCHEMA): one was written under another version.
    """
    for batch in batches(connection, selection):
        for head, data in contents(connection, batch):
            yield head, checked(data, head.id)
            each(1)


def file_name(head: Head, suffix: str) -> str:
    """Give the path of a document's file: `2024/ke-hoach/173-kh-snv-0123456789abcdef.xml`."""
    name = "-".join(filter(None, (slug(head.code or "")[:_NAME], head.sha256[:16])))
    return f"{head.year or 'unknown'}/{head.slug or 'unknown'}/{name}{suffix}"


def akn_files(
    connection: Connection, selection: Selection = ALL, each: Each = lambda _: None
) -> Iterator[tuple[str, bytes]]:
    """Give each document as Akoma Ntoso, with the path of its file."""
    from pipeline.export.akn import akn

    for head, document in documents(connection, selection, each):
        yield file_name(head, ".xml"), akn(document)


def write_files(files: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """Write files below a folder; give their number."""
    count = 0
    for name, data in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        count += 1
    return count


def write_zip(files: Iterable[tuple[str, bytes]], path: Path) -> int:
    """Write files into one ZIP file, which holds the names of all in memory until it is closed; give their number."""
    with ZipFile(path, "x", ZIP_DEFLATED) as box:
        for name, data in files:
            box.writestr(name, data)
        return len(box.filelist)


def write_spacy(
    connection: Connection,
    tokens: Tokens,
    target: Callable[[int], Path],
    selection: Selection = ALL,
    each: Each = lambda _: None,
) -> tuple[int, Counter[str]]:
    """Write DocBins of at most SPACY_PART documents; give the number of documents and what there is to tell.

    target: gives the path of the file with a number, from 0.
    """
    from pipeline.export.spacy_docs import docbin

    count, told, number = 0, Counter[str](), 0
    found = (document for _, document in documents(connection, selection, each))
    while (made := docbin(islice(found, SPACY_PART), tokens)).documents or not number:
        target(number).write_bytes(made.data)
        count, number = count + made.documents, number + 1
        told.update(made.counts)
    return count, told
