"""Staging: the files of a shard, at hand on this machine.

Takes a shard, gives each file with a path. Rule of the place: what fails here is the storage, hence the shard, which is
tried again; what fails after it is a failure of the file. Files of this machine stay where they are.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from models import Cause, Failure
from parsers.readers import MAX_BYTES
from parsers.readers.containers import cleaned
from pipeline.shards.files import File, is_url
from pipeline.shards.planning import Shard

_AT_ONCE = 8
"""Files fetched at the same time."""


@contextmanager
def staged(shard: Shard) -> Iterator[list[tuple[File, Path]]]:
    """Give the files of a shard, each with a path on this machine, for as long as they are needed.

    Raises Failure: a storage cannot be read; NOT_FOUND, none of the shard's files is on this machine.
    """
    here = [file for file in shard.files if not is_url(file.path)]
    if here and all(file.size is not None and _is_gone(file.path) for file in here):
        raise Failure(Cause.NOT_FOUND, here[0].path, f"none of {len(here)} on {socket.gethostname()}")
    with TemporaryDirectory(prefix="vanban-shard-") as folder, ThreadPoolExecutor(_AT_ONCE) as threads:
        paths = threads.map(lambda file: _fetched(file, Path(folder)), shard.files)
        yield list(zip(shard.files, paths, strict=True))


def _is_gone(path: str) -> bool:
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:  # it is there, and the process that reads it says why it cannot
        return False
    return False


def _fetched(file: File, folder: Path) -> Path:
    if not is_url(file.path):
        return Path(file.path)
    from pipeline.shards.storage import opened, translated

    path = Path(mkdtemp(dir=folder)) / cleaned(file.path).rpartition("/")[2]
    if (file.size or 0) > MAX_BYTES:  # it will be refused for its size, whatever is in it
        path.touch()
        os.truncate(path, MAX_BYTES + 1)
        return path
    with translated(file.path):
        system, name = opened(file.path)
        system.get_file(name, str(path))
    return path
