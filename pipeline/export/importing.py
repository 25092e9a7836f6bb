"""Importing: documents that were exported, or written by a cluster, read back.

Takes a file of JSON or JSON Lines, a Parquet file or a folder of such files, gives Records one at a time. Rule of the
place: each document is checked against the models; one that does not fit is a Failure with its place, and the rest
goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from models import Cause, Document, Failure, load
from pipeline.export.json_pieces import LIMIT, pieces

JSON_SUFFIXES = (".json", ".jsonl", ".ndjson")
GROUP = 4 * 2**30
"""Bytes of the largest group of rows in a Parquet file that is opened."""
_AHEAD = 1000
"""Files that are held while their documents are looked for."""
_AT_ONCE = 50


class Record(NamedTuple):
    """One file and what was read from it.

    place: path or URL of the file; where that was not kept, one made of the import's name, the hash and the name.
    cause … page: why it failed, as in the archive. json: the document, UTF-8, None if it failed, or if a Parquet
    folder names one more place of a document in another order than it was written. document: the same, checked.
    """

    place: str
    sha256: str | None = None
    size: int | None = None
    changed_ns: int | None = None
    status: str = "done"
    cause: str | None = None
    detail: str | None = None
    component: str | None = None
    page: int | None = None
    seconds: float | None = None
    extractor: str | None = None
    ocr: str | None = None
    read_at: str | None = None
    json: bytes | None = None
    document: Document | None = None


def records(path: Path) -> Iterator[Record | Failure]:
    """Read a file or folder back.

    Gives a Failure (SCHEMA, TOO_LARGE, TRUNCATED) in the place of what cannot be used; its name is `FILE:LINE`, of a
    Parquet file `FILE:ROW`. Raises Failure: NOT_FOUND, UNREADABLE, EMPTY, UNSUPPORTED, TOOL_MISSING.
    """
    if not path.exists():
        raise Failure(Cause.NOT_FOUND, str(path))
    if (path / "documents").is_dir():
        return _exported(path)
    if path.is_dir():
        found = [each for each in _below(path) if each.suffix in (".parquet", *JSON_SUFFIXES)]
        if not found:
            raise Failure(Cause.UNSUPPORTED, str(path))
        return (record for each in found for record in _file(each))
    if path.stat().st_size == 0:
        raise Failure(Cause.EMPTY, str(path))
    return _file(path)


def _file(path: Path) -> Iterator[Record | Failure]:
    if path.suffix == ".parquet":
        for number, row in _rows(path):
            yield row if isinstance(row, Failure) else _record(row, f"{path}:{number}", path)
    else:
        yield from _json(path)


def _json(path: Path) -> Iterator[Record | Failure]:
    try:
        with path.open("rb") as stream:
            for line, data in pieces(stream):
                name = f"{path}:{line}"
                yield Failure(Cause.TOO_LARGE, name) if data is None else _record({"json": data}, name, path)
    except OSError as error:
        raise Failure(Cause.UNREADABLE, str(path), error.strerror or type(error).__name__) from error


def _record(row: dict[str, Any], name: str, origin: Path) -> Record | Failure:
    """Make a record of a row; name: where it stands."""
    known = {field: row[field] for field in Record._fields if row.get(field) is not None}
    data = known.get("json")
    if data is None:
        return Record(**known) if "place" in known else Failure(Cause.SCHEMA, name, "neither json nor place")
    data = data.encode() if isinstance(data, str) else data
    if len(data) > LIMIT:
        return Failure(Cause.TOO_LARGE, name)
    try:
        document = checked(data, name)
    except Failure as failure:
        return failure
    about = document.source
    made_up = {
        "place": f"{origin}!{about.sha256[:16]}/{about.name}",
        "extractor": about.extractor,
        "ocr": about.ocr,
    }
    return Record(**{**made_up, **known, "sha256": about.sha256, "json": data, "document": document})


def checked(data: bytes, name: str) -> Document:
    """Make a document of its JSON.

    Raises Failure (SCHEMA), by that name.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Failure(Cause.SCHEMA, name, f"JSON: {error}"[:200]) from error
    if not isinstance(value, dict):
        raise Failure(Cause.SCHEMA, name, f"a {type(value).__name__}, not an object")
    return load(value, name)


def _exported(folder: Path) -> Iterator[Record | Failure]:
    """Read a folder that we wrote: the documents, each with the places of its files, and the files that failed."""
    tables = (folder / "documents", folder / "files")
    parts = {path.parent.relative_to(table) for table in tables for path in _below(table)}
    for part in sorted(parts):
        yield from _joined(folder, *(table / part for table in tables))


def _joined(folder: Path, documents: Path, files: Path) -> Iterator[Record | Failure]:
    """Join documents and files by their hashes; both lie in one order, so that few files are held at a time."""
    ahead: dict[str, list[dict[str, Any]]] = {}
    left = (_placed(row, f"{path}:{number}") for path in _below(files) for number, row in _rows(path))
    for path in _below(documents):
        for number, row in _rows(path):
            made = row if isinstance(row, Failure) else _record(_only_json(row), f"{path}:{number}", folder)
            if isinstance(made, Failure):
                yield made
                continue
            yield from _looked_for(made.sha256 or "", left, ahead)
            places = ahead.pop(made.sha256 or "", [])
            yield from (made._replace(**_known(each)) for each in places)
            if not places:
                yield made
    yield from (Record(**_known(each)) for found in ahead.values() for each in found)
    yield from (row if isinstance(row, Failure) else Record(**_known(row)) for row in left)


def _looked_for(
    sha256: str, left: Iterator[dict[str, Any] | Failure], ahead: dict[str, list[dict[str, Any]]]
) -> Iterator[Failure]:
    """Take files until all of this content are held, or too many are; give those that cannot be used."""
    while len(ahead) < _AHEAD and (row := next(left, None)) is not None:
        if isinstance(row, Failure):
            yield row
            continue
        ahead.setdefault(row.get("sha256") or "", []).append(row)
        if sha256 in ahead and row.get("sha256") != sha256:
            return


def _only_json(row: dict[str, Any]) -> dict[str, Any]:
    return {"json": row.get("json")}


def _placed(row: dict[str, Any] | Failure, name: str) -> dict[str, Any] | Failure:
    return (
        row if isinstance(row, Failure) or isinstance(row.get("place"), str) else Failure(Cause.SCHEMA, name, "place")
    )


def _known(row: dict[str, Any]) -> dict[str, Any]:
    """Give what a row of `files` says."""
    return {name: row[name] for name in Record._fields if name in row and name not in ("json", "document")}


def _below(folder: Path) -> list[Path]:
    """Give the files below a folder, sorted, without hidden ones and marks such as `_SUCCESS`."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not any(p.startswith((".", "_")) for p in path.relative_to(folder).parts))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any] | Failure]]:
    """Give the rows of a Parquet file with their numbers, from 1; what cannot be read of it is one Failure."""
    try:
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise Failure(Cause.TOOL_MISSING, str(path), "pip install 'vanban[tables]'") from error
    number = 0
    try:
        with pq.ParquetFile(path) as file:
            columns = [name for name in file.schema_arrow.names if name in Record._fields and name != "document"]
            for group in range(file.num_row_groups):
                if file.metadata.row_group(group).total_byte_size > GROUP:
                    yield number + 1, Failure(Cause.TOO_LARGE, f"{path}:{number + 1}")
                    number += file.metadata.row_group(group).num_rows
                    continue
                for batch in file.iter_batches(_AT_ONCE, row_groups=[group], columns=columns, use_threads=False):
                    for row in batch.to_pylist():
                        number += 1
                        yield number, row
    except (OSError, ValueError) as error:
        detail = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        yield number + 1, Failure(Cause.TRUNCATED, f"{path}:{number + 1}", detail)
