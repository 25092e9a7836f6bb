"""OLE files (compound documents, the container of .doc, .xls, .ppt, .msg): takes the bytes, gives the streams.

Rule of the place: only the directory and the start of a stream are read, each sector at most once, so a file that
points in circles ends. What is damaged has fewer streams or none.
Source: [MS-CFB] Compound File Binary File Format.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from typing import NamedTuple

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = 512
_ENTRY = 128
_STREAM, _ROOT, _STORAGE = 2, 5, 1
_NO_ENTRY = 0xFFFFFFFF
_LEAST = 4096
"""Bytes below which a stream is kept with others in the stream of the root, in sectors of 64 bytes."""
_SMALL = 64
_LAST_SECTOR = 0xFFFFFFFA
"""Greatest number of a sector; those above have other meanings."""


class Stream(NamedTuple):
    """A stream at the top of the file. start: its first sector. size: bytes."""

    start: int
    size: int


class _Entry(NamedTuple):
    name: str
    kind: int
    left: int
    right: int
    child: int
    stream: Stream


def streams(data: bytes) -> Mapping[str, Stream]:
    """Give the streams and storages at the top of the file by name, none where its directory is damaged."""
    if not data.startswith(MAGIC) or len(data) < 2 * _HEADER:
        return {}
    entries = [*_entries(data)]
    root = next((entry for entry in entries if entry.kind == _ROOT), None)
    found = list(_children(entries, root.child)) if root else []
    return {entry.name: entry.stream for entry in found if entry} if all(found) else {}


def opening(data: bytes, stream: Stream) -> bytes:
    """Give the first bytes of a stream, 64 at least unless it is shorter or lost."""
    if stream.size >= _LEAST:
        at = (stream.start + 1) * _sector_size(data)
        return data[at : at + 512]
    root = next((entry for entry in _entries(data) if entry.kind == _ROOT), None)
    small = b"".join(_chain(data, root.stream.start)) if root else b""
    return small[stream.start * _SMALL : (stream.start + 1) * _SMALL]


def _sector_size(data: bytes) -> int:
    return 4096 if struct.unpack_from("<H", data, 30)[0] == 12 else 512


def _entries(data: bytes) -> Iterator[_Entry]:
    for sector in _chain(data, struct.unpack_from("<I", data, 48)[0]):
        for start in range(0, len(sector) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", sector, start + 64)
            left, right, child = struct.unpack_from("<III", sector, start + 68)
            first, size = struct.unpack_from("<II", sector, start + 116)
            name = sector[start : start + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            yield _Entry(name, kind, left, right, child, Stream(first, size))


def _chain(data: bytes, sector: int) -> Iterator[bytes]:
    """Give the sectors of a chain."""
    size = _sector_size(data)
    table = struct.unpack_from("<109I", data, 76)
    seen: set[int] = set()
    while sector <= _LAST_SECTOR and sector not in seen:
        seen.add(sector)
        content = data[(sector + 1) * size : (sector + 2) * size]
        if not content:
            return
        yield content
        place, index = divmod(sector, size // 4)
        at = (table[place] + 1) * size + 4 * index if place < len(table) and table[place] <= _LAST_SECTOR else len(data)
        if at + 4 > len(data):
            return
        sector = struct.unpack_from("<I", data, at)[0]


def _children(entries: list[_Entry], first: int) -> Iterator[_Entry | None]:
    """Give the entries of a storage, which are kept as a tree; None for one that the file has lost."""
    waiting, seen = [first], {_NO_ENTRY}
    while waiting:
        index = waiting.pop()
        if index in seen:
            continue
        seen.add(index)
        if index >= len(entries):
            yield None
            continue
        entry = entries[index]
        waiting += [entry.left, entry.right]
        if entry.kind in (_STREAM, _STORAGE):
            yield entry
