"""The files to read, here or in object storage.

Takes paths and URLs, gives Files in the order of their places, each once. Rule of the place: a path on this machine
never goes through the reading of URLs, and a name from a listing is never read as a pattern, so that no name leads
elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from models import Cause, Failure
from pipeline import inputs
from pipeline.archive.planning import place_of

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_LOCAL = ("file://", "local://")
_CHANGED = ("LastModified", "last_modified", "mtime", "updated", "modified")
"""What the listings of different storages call the time of the last change."""
_TAGS = ("ETag", "etag", "md5Hash", "content_md5", "generation")


class File(NamedTuple):
    """A file to read.

    path: on this machine, or URL. place: its name in results. size: bytes. changed_ns: when it was changed last,
    nanoseconds since 1970. tag: what the storage calls this content.
    """

    path: str
    place: str
    size: int | None = None
    changed_ns: int | None = None
    tag: str | None = None


def is_url(path: str) -> bool:
    """Say whether this is the URL of something that is read through fsspec."""
    return _URL.match(path) is not None and not path.startswith(_LOCAL)


def local(path: str) -> Path:
    """Give the path on this machine that is meant, `file://` or plain."""
    for start in _LOCAL:
        if path.startswith(start):
            return Path(path[len(start) :])
    return Path(path)


def files(paths: Iterable[str], leave_out: Path | None = None) -> list[File]:
    """Give the files named and all below the folders and prefixes named; hidden ones and JSON are passed over inside.

    leave_out: a folder on this machine below which nothing is taken. A path of this machine that does not exist is
    kept, so that its failure is reported.
    Raises Failure: NOT_FOUND, nothing is at a URL; UNREADABLE; TOOL_MISSING, the package for this kind of storage.
    """
    asked = list(paths)
    here = inputs.files([local(path) for path in asked if not is_url(path)], leave_out)
    found = {file.place: file for file in map(_here, here)}
    for path in asked:
        if is_url(path):
            found.update((file.place, file) for file in _there(path))
    return sorted(found.values(), key=lambda file: rank(file.place))


def rank(place: str) -> tuple[tuple[int, str], ...]:
    """Give what places are sorted by: the files of a folder come before the folders in it, as in a plain ingest."""
    *above, name = place.split("/")
    return (*((1, part) for part in above), (0, name))


def _here(path: Path) -> File:
    place = place_of(path)
    try:
        about = path.stat()
    except OSError:
        return File(str(path.absolute()), place)
    return File(str(path.absolute()), place, about.st_size, about.st_mtime_ns)


def _there(url: str) -> Iterator[File]:
    from pipeline.shards.storage import opened, translated

    with translated(url):
        system, top = opened(url)
        found: dict[str, dict[str, Any]] = system.find(top, detail=True)
    if not found:
        raise Failure(Cause.NOT_FOUND, url)
    for name, about in found.items():
        below = name.removeprefix(top).strip("/").split("/")
        if name == top or not (any(part.startswith(".") for part in below) or name.lower().endswith(".json")):
            path = _joined(url, name) if hasattr(system, "host") else str(system.unstrip_protocol(name))
            yield File(path, _shown(path), about.get("size"), _changed(about), _tag(about))


def _joined(url: str, name: str) -> str:
    """Give the URL of a file on the server that a URL names."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}/{name.lstrip('/')}"


def _shown(url: str) -> str:
    """Give a URL without the name and password of a user, in letters that can be stored."""
    scheme, mark, rest = url.partition("://")
    server, slash, name = rest.partition("/")
    return f"{scheme}{mark}{server.rpartition('@')[2]}{slash}{name}".encode("utf-8", "backslashreplace").decode()


def _changed(about: dict[str, Any]) -> int | None:
    for name in _CHANGED:
        value = about.get(name)
        if isinstance(value, datetime):
            return int(value.timestamp()) * 10**9 + value.microsecond * 1000
        if isinstance(value, int | float):
            return int(value * 1e9)
    return None


def _tag(about: dict[str, Any]) -> str | None:
    return next((str(about[name]) for name in _TAGS if about.get(name)), None)
