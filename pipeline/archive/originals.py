"""Originals: the files themselves, kept by their content beside the archive.

Takes the bytes of a file, puts them under `files/ab/abcdef…`, the name being their hash. Rule of the place: what is
there under a name is what the name says, so nothing is ever written twice or changed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from models import Cause, Failure
from pipeline.archive.store import Archive
from pipeline.writing import write_new

FOLDER = "files"


def keep(archive: Archive, data: bytes) -> Path:
    """Keep the bytes of a file; give where they lie.

    Raises Failure: UNWRITABLE; the archive is on a server and has no folder.
    """
    if archive.folder is None:
        raise Failure(Cause.UNWRITABLE, archive.place, "--keep-files needs an archive in a folder")
    place = place_of(archive.folder, hashlib.sha256(data).hexdigest())
    if not place.exists():
        write_new(place, data)
    return place


def place_of(folder: Path, sha256: str) -> Path:
    """Give where the file of a hash lies, or would."""
    return folder / FOLDER / sha256[:2] / sha256
