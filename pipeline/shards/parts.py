"""Parts: shards as Parquet files in a folder at any URL, and the same read back.

Takes what was read of a shard, writes `part-ID.parquet` and, last of all, `part-ID.done`. Rule of the place: a part is
there whole or not at all; one written twice is one part; what has no done-mark yet is not read back.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from models import Cause, Failure
from pipeline.export.importing import Record, records
from pipeline.shards.planning import Shard
from pipeline.shards.storage import Folder
from pipeline.shards.taking import Taken

WEIGHT = 32 * 2**20
"""Bytes of JSON that are held before they are written as one group of rows."""
_DONE = ".done"


def name_of(shard: str) -> str:
    """Give the name of a part by the id of its shard."""
    return f"part-{shard}"


def is_done(folder: Folder, shard: str) -> bool:
    """Say whether a shard is written."""
    return folder.has(name_of(shard) + _DONE)


def write(folder: Folder, shard: Shard, found: Iterable[Taken]) -> Counter[str]:
    """Write a shard, then its done-mark; give what became of its files.

    Raises Failure: UNWRITABLE; TOOL_MISSING, pyarrow.
    """
    with TemporaryDirectory(prefix="vanban-part-") as here:
        part, mark = Path(here) / "part", Path(here) / "mark"
        counts = _written(part, found)
        about = {"shard": shard.id, "files": len(shard.files), "extractor": shard.extractor, **counts}
        mark.write_text(json.dumps(about, indent=1))
        folder.put(part, f"{name_of(shard.id)}.parquet")
        folder.put(mark, name_of(shard.id) + _DONE)
    return counts


def done(folder: Folder) -> list[str]:
    """Give the ids of the shards that are written, sorted."""
    names = folder.names()
    return [name[5 : -len(_DONE)] for name in names if name.startswith("part-") and name.endswith(_DONE)]


def read(folder: Folder, shard: str) -> Iterator[Record | Failure]:
    """Read a shard back; what cannot be used of it is a Failure.

    Raises Failure: NOT_FOUND, UNREADABLE.
    """
    name = f"{name_of(shard)}.parquet"
    with TemporaryDirectory(prefix="vanban-part-") as here:
        path = Path(here) / name
        folder.get(name, path)
        for found in records(path):
            if isinstance(found, Failure):
                found = Failure(found.cause, found.name.replace(here, folder.url), found.detail)
            yield found


def read_all(folder: Folder) -> Iterator[Record | Failure]:
    """Read all shards back that are written."""
    for shard in done(folder):
        yield from read(folder, shard)


def remove(folder: Folder, shard: str) -> None:
    """Remove a shard that is kept elsewhere by now, its done-mark first."""
    folder.remove(name_of(shard) + _DONE)
    folder.remove(f"{name_of(shard)}.parquet")


def sweep(folder: Folder, shards: Iterable[str]) -> None:
    """Remove what those have left who died while they wrote one of these shards; when nobody writes them any more."""
    drafts = {f".{name_of(shard)}" for shard in shards}
    for name in folder.names():
        if name.partition(".parquet.")[0] in drafts or name.partition(f"{_DONE}.")[0] in drafts:
            folder.remove(name)


def _written(path: Path, found: Iterable[Taken]) -> Counter[str]:
    try:
        from pyarrow.parquet import ParquetWriter
    except ModuleNotFoundError as error:
        raise Failure(Cause.TOOL_MISSING, str(path), "pip install 'vanban[cluster]'") from error
    columns = _schema()
    counts: Counter[str] = Counter()
    held: list[Record] = []
    weight = 0
    with ParquetWriter(path, columns, compression="zstd", use_dictionary=["status", "cause", "ocr"]) as writer:
        for taken in found:
            counts[taken.record.status] += 1
            held.append(taken.record)
            weight += len(taken.record.json or b"")
            if weight >= WEIGHT:
                writer.write_table(_table(held, columns))
                held, weight = [], 0
        writer.write_table(_table(held, columns))
    return counts


def _table(held: list[Record], columns: Any) -> Any:
    import pyarrow as pa

    return pa.table([pa.array([getattr(r, f.name) for r in held], f.type) for f in columns], schema=columns)


def _schema() -> Any:
    import pyarrow as pa

    kinds = {"size": pa.int64(), "changed_ns": pa.int64(), "page": pa.int32(), "seconds": pa.float64()}
    return pa.schema([(name, kinds.get(name, pa.string())) for name in Record._fields if name != "document"])
