"""JSON values of a long file, one at a time, as bytes.

Takes a stream with JSON Lines, one array, or objects one after another, indented or not; gives each value with the
line on which it begins. Nothing is understood here but strings and brackets, so that a value that is broken is given
as it stands and the next is found all the same. Rule of the place: no more than one value is ever held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

LIMIT = 512 * 2**20
"""Bytes of the longest value that is given."""
_CHUNK = 2**20
_BOM = b"\xef\xbb\xbf"
_OUTSIDE, _INSIDE = re.compile(rb'["{}\[\]]'), re.compile(rb'["\\]')
_BETWEEN = b" \t\r\n,[]"
"""What stands between the values of an array."""


class Piece(NamedTuple):
    """A value: the line on which it begins, from 1, and its bytes; None if there are more than LIMIT of them."""

    line: int
    data: bytes | None


def pieces(stream: BinaryIO, limit: int = LIMIT) -> Iterator[Piece]:
    """Give the values of a stream that can be read from the start again."""
    start = len(_BOM) if stream.read(len(_BOM)) == _BOM else 0
    stream.seek(start)
    first = _first_line(stream)
    stream.seek(start)
    if first.startswith(b"[") or first == b"{":
        return _scanned(stream, limit)
    return _lines(stream, limit)


def _first_line(stream: BinaryIO) -> bytes:
    """Give the beginning of the first line that is not empty."""
    while line := stream.readline(_CHUNK):
        if line.strip():
            return line.strip()
    return b""


def _lines(stream: BinaryIO, limit: int) -> Iterator[Piece]:
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while (more := stream.readline(_CHUNK)) and not more.endswith(b"\n"):
                pass
            yield Piece(number, None)
        elif line.strip():
            yield Piece(number, line.strip())


def _scanned(stream: BinaryIO, limit: int) -> Iterator[Piece]:
    """Give the objects of an array, or those that stand one after another, by their brackets."""
    held, line, depth, quoted, over, skip = bytearray(), 1, 0, False, False, 0
    while chunk := stream.read(_CHUNK):
        at = kept = 0
        if skip:
            at, skip = 1, 0
        while found := (_INSIDE if quoted else _OUTSIDE).search(chunk, at):
            at, sign = found.end(), found.group()
            if sign == b"\\":
                at, skip = at + 1, at + 1 > len(chunk)
            elif sign == b'"':
                quoted = not quoted
            elif sign == b"{" and depth == 0:
                held += chunk[kept : at - 1]
                kept, depth = at - 1, 1
                yield from _odd(line, held)
                line, held = line + held.count(b"\n"), bytearray()
            elif depth and sign in b"{[":
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0:
                    held += chunk[kept:at]
                    kept = at
                    yield Piece(line, None if over or len(held) > limit else bytes(held))
                    line, held, over = line + held.count(b"\n"), bytearray(), False
        held += chunk[kept:]
        if len(held) > limit:
            line, held, over = line + held.count(b"\n"), bytearray(), True
    if over:
        yield Piece(line, None)
    else:
        yield from _odd(line, held)


def _odd(line: int, between: bytearray) -> Iterator[Piece]:
    """Give what stands between two objects, unless it belongs there."""
    if odd := bytes(between).strip(_BETWEEN):
        yield Piece(line + between[: between.index(odd)].count(b"\n"), odd)
