"""Loading: documents and their relations out of an archive.

Takes an open archive and keys, gives Documents, the documents they carry out, and who replaced whom.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from models import Document, load
from pipeline.archive.schema import citations, contents, documents, works
from pipeline.archive.store import Archive, reading
from pipeline.compare.references import Successors


def loaded(archive: Archive, keys: Sequence[int]) -> list[Document]:
    """Give documents in the order of their keys.

    Raises KeyError: the archive has none of a key; Failure (SCHEMA): one was written by another version.
    """
    c = contents.c
    with reading(archive) as connection:
        rows = connection.execute(select(c.document, c.json).where(c.document.in_(keys)))
        found: dict[int, bytes] = {row.document: row.json for row in rows}
    return [load(json.loads(zlib.decompress(found[key])), str(key)) for key in keys]


def parent_of(archive: Archive, key: int) -> int | None:
    """Give the archived document that one is said to carry out: the first that it cites so."""
    c = citations.c
    query = (
        select(works.c.document)
        .join(citations, c.work == works.c.id)
        .where(c.document == key, c.relation == "implements", works.c.document.is_not(None), works.c.document != key)
        .order_by(c.ordinal)
        .limit(1)
    )
    with reading(archive) as connection:
        return connection.execute(query).scalar()


def successors(archive: Archive) -> Successors:
    """Give the function that tells which documents of the archive replace or repeal one, by their ids."""
    c = citations.c
    query = (
        select(c.target, documents.c.id)
        .join(documents, documents.c.key == c.document)
        .where(c.relation.in_(("replaces", "repeals")), c.target.is_not(None))
    )
    known: defaultdict[str, set[str]] = defaultdict(set)
    with reading(archive) as connection:
        for old, new in connection.execute(query):
            known[old].add(new)
    return lambda old: known.get(old, frozenset())
