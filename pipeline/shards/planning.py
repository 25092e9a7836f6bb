"""Planning: files cut into shards.

Takes Files, gives Shards. Rule of the place: a shard's id says all on which its result depends, so that the same files
give the same shards on every machine, and what is done is known by id. Nothing is random.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import select

from models.version import version
from parsers.readers.options import DEFAULT, Options
from pipeline.archive import schema
from pipeline.archive.planning import Wish
from pipeline.archive.rows import Row
from pipeline.archive.store import Archive, reading
from pipeline.pieces import pieces
from pipeline.shards.files import File

SIZE = 200
"""Files in a shard."""
_MANY = 500


class Shard(NamedTuple):
    """Files that are read and written together.

    id: hash of the other fields. number: its place among all, from 0. extractor: version of the program that reads it.
    """

    id: str
    number: int
    files: tuple[File, ...]
    extractor: str
    options: Options = DEFAULT


class Part(NamedTuple):
    """A share of the shards, for a machine of its own: those whose number leaves `rest` when divided by `parts`."""

    rest: int
    parts: int


WHOLE = Part(0, 1)


def shards(files: Sequence[File], size: int = SIZE, options: Options = DEFAULT, part: Part = WHOLE) -> Iterator[Shard]:
    """Cut files into shards of a size, the last one shorter; give those of a part."""
    for number, start in enumerate(range(0, len(files), size)):
        if number % part.parts == part.rest:
            lot = tuple(files[start : start + size])
            yield Shard(_id(lot, version(), options), number, lot, version(), options)


def unread(archive: Archive, files: Iterable[File], wish: Wish) -> Iterator[File]:
    """Give the files of which the archive does not know already what is in them, or that are wished for again.

    One that has the size and time it had is taken as unchanged. A container, of which the archive knows the members
    only, is given each time; once a shard is made of such alone, it is known by its done-mark.
    """
    for some in pieces(files, _MANY):
        f = schema.files.c
        columns = (f.place, f.size, f.changed_ns, f.status, f.extractor, f.ocr)
        with reading(archive) as connection:
            asked = select(*columns).where(f.place.in_([file.place for file in some]))
            known = {row["place"]: dict(row) for row in connection.execute(asked).mappings()}
        for file in some:
            row = known.get(file.place)
            if row is None or _wanted(file, row, wish):
                yield file


def _wanted(file: File, row: Row, wish: Wish) -> bool:
    if wish.force or (row["size"], row["changed_ns"]) != (file.size, file.changed_ns) or row["ocr"] != wish.ocr:
        return True
    return wish.failed if row["status"] == "failed" else wish.outdated and row["extractor"] != version()


def _id(files: tuple[File, ...], extractor: str, options: Options) -> str:
    about = [extractor, options._asdict(), [(file.place, file.size, file.changed_ns, file.tag) for file in files]]
    return hashlib.sha256(json.dumps(about, ensure_ascii=True).encode()).hexdigest()[:32]
