"""What a document costs: processor time, bytes stored, by kind of file; the figures from which docs/scale.md reckons.

Takes a folder of documents and, if there is one, the URL of an empty PostgreSQL database; prints a line for each step.
Run: `python -m bench.scale FOLDER [postgresql://…]`, with nothing else running.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from pipeline.archive import indexing
from pipeline.archive.store import open_archive, writer
from pipeline.archive.twinning import find_twins
from pipeline.export.importing import Record, records
from pipeline.shards import taking
from pipeline.shards.run import Asked, ingest, with_rows
from pipeline.shards.work import Result

SIZE = 200


def main(folder: str, server: str | None = None) -> None:
    """Measure; server: URL of an empty database."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(Path(folder).rglob("*")):
        if path.is_file() and path.suffix != ".json":
            found[path.suffix].append(str(path))
    with tempfile.TemporaryDirectory() as here:
        for suffix, paths in found.items():
            _read(suffix, paths, f"{here}/parts{suffix}")
        _stored([path for paths in found.values() for path in paths], f"{here}/parts", f"{here}/archive")
        if server:
            _stored([path for paths in found.values() for path in paths], f"{here}/parts", server)


def _read(suffix: str, paths: list[str], parts: str) -> None:
    with _timed() as spent:
        tally = ingest(Asked(paths, parts=parts, size=SIZE))
    made = [each for each in records(Path(parts)) if isinstance(each, Record) and each.json]
    json = sum(len(each.json or b"") for each in made)
    source = sum(Path(path).stat().st_size for path in paths)
    documents = max(tally.counts["done"], 1)
    _told(f"read {suffix}", documents, spent(), pages=tally.pages, source=source, json=json, parquet=_size(Path(parts)))


def _stored(paths: list[str], parts: str, place: str) -> None:
    """Read into parts, then time what is done with them alone."""
    ingest(Asked(paths, parts=parts, size=SIZE))
    archive = open_archive(place, create=True)
    empty = _bytes(place)
    put: list[Result] = []
    with _timed() as spent:
        for part in sorted(Path(parts).glob("*.parquet")):
            ready = [with_rows(each) for each in records(part)]
            with _timed() as putting:
                counts = taking.take(archive, part.stem, ready)
            put.append(Result(part.stem, 0, counts, seconds=putting()[1]))
    documents = sum(result.counts.get("done", 0) for result in put)
    _told("rows and put", documents, spent(), put_ms=1000 * sum(result.seconds for result in put))
    plain = _bytes(place) - empty
    with _timed() as spent, writer(archive):
        find_twins(archive)
    _told("twins", documents, spent())
    before = _bytes(place)
    with _timed() as spent, writer(archive):
        indexing.catch_up(archive)
    _told("index", documents, spent(), database=plain, index=_bytes(place) - before)
    archive.close()


def _bytes(place: str) -> int:
    archive = open_archive(place)
    with archive.engine.connect() as connection:
        if archive.folder is None:
            size = int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
        else:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
            size = sum(path.stat().st_size for path in archive.folder.rglob("*") if path.is_file())
    archive.close()
    return size


def _size(path: Path) -> int:
    if path.is_dir():
        return sum(each.stat().st_size for each in path.iterdir())
    return sum(each.stat().st_size for each in path.parent.glob(f"{path.name}*"))


@contextmanager
def _timed() -> Iterator[Callable[[], tuple[float, float]]]:
    """Give what tells processor and wall seconds since the beginning, of this process and those it ended."""
    began, clock = _processor(), time.monotonic()
    yield lambda: (_processor() - began, time.monotonic() - clock)


def _processor() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _told(step: str, documents: int, spent: tuple[float, float], **totals: float) -> None:
    each = ", ".join(f"{name} {total / documents:,.1f}" for name, total in totals.items())
    processor, wall = (1000 * seconds / documents for seconds in spent)
    print(f"{step:14} {documents:6} documents; each: {processor:8.1f} ms processor, {wall:8.1f} ms wall, {each}")


if __name__ == "__main__":
    main(*sys.argv[1:])
