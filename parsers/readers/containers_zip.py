"""The inside of a ZIP file: takes its bytes, gives the name and the content of each entry.

Rule of the place: the directory is believed only where it claims too much. Its sizes bound what is unpacked, since no
more is ever unpacked than an entry claims; entries that lie over each other or grow beyond reason are built to do harm.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from lzma import LZMAError

from models import Cause, Failure

MAX_MEMBERS = 5000
"""Most entries of one ZIP file."""
MAX_MEMBER = 200 * 2**20
"""Most bytes of one entry, as of a file."""
MAX_UNPACKED = 2**30
"""Most bytes that all entries together may claim."""
MAX_RATIO = 200
"""Most times an entry over 10 MB may be larger than its packed form, as of a DOCX part."""

_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, LZMAError, EOFError, OSError, ValueError)
_ENTRY = b"PK\x01\x02"
_UTF8 = 0x800
"""Flag of an entry whose name is UTF-8."""


def names(data: bytes) -> frozenset[str] | None:
    """Give the names of the entries, None where the directory cannot be read or is over the limits."""
    try:
        return frozenset(_archive(data, "").namelist())
    except Failure:
        return None


def stored(data: bytes, name: str) -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Give name and content of each entry that is a file.

    Raises Failure: TRUNCATED, TOO_LARGE, UNSAFE.
    """
    archive = _archive(data, name)
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_link(entry)]
    total = sum(entry.file_size for entry in entries)
    if sum(entry.compress_size for entry in entries) > len(data):
        raise Failure(Cause.UNSAFE, name, "entries lie over each other")
    if total > MAX_UNPACKED:
        raise Failure(Cause.UNSAFE if total > MAX_RATIO * len(data) else Cause.TOO_LARGE, name, f"{total} bytes")
    for entry in entries:
        yield _name(entry), partial(_content, archive, entry)


def _archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Open the directory; its entries are counted first, since each takes memory."""
    if data.count(_ENTRY) > 20 * MAX_MEMBERS:
        raise Failure(Cause.UNSAFE, name, "too many entries")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (*_DAMAGE, NotImplementedError) as error:
        raise Failure(Cause.TRUNCATED, name, "damaged ZIP") from error
    if len(archive.infolist()) > MAX_MEMBERS:
        raise Failure(Cause.TOO_LARGE, name, f"{len(archive.infolist())} entries")
    return archive


def _is_link(entry: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(entry.external_attr >> 16)


def _name(entry: zipfile.ZipInfo) -> str:
    """Give the name as it was meant: what is not marked as UTF-8 may be so, or of the Vietnamese code page."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    raw = entry.orig_filename.encode("cp437", "replace")
    for encoding in ("utf-8", "cp1258"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """Give the bytes of an entry.

    Raises Failure: ENCRYPTED, UNSAFE, TOO_LARGE, UNSUPPORTED, TRUNCATED.
    """
    if entry.flag_bits & 1:
        raise Failure(Cause.ENCRYPTED, name)
    if entry.file_size > 10**7 and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
        raise Failure(Cause.UNSAFE, name, f"{entry.compress_size} bytes unpack to {entry.file_size}")
    if entry.file_size > MAX_MEMBER:
        raise Failure(Cause.TOO_LARGE, name, f"{entry.file_size} bytes")
    try:
        return archive.read(entry)
    except NotImplementedError as error:
        raise Failure(Cause.UNSUPPORTED, name, f"ZIP method {entry.compress_type}") from error
    except (*_DAMAGE, RuntimeError) as error:
        raise Failure(Cause.TRUNCATED, name, "damaged ZIP") from error
