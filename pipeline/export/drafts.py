"""Files and folders of any size appear whole or not at all.

Takes the path where something is to be, gives the path of a draft in the same folder, to be written step by step. At
the end the draft is forced to disk and takes the name; whatever fails, it is removed, and what was there is as it was.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models import Cause, Failure


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give the path of a draft that becomes the file, in the place of an older one.

    Raises Failure (UNWRITABLE): its folder cannot be made, is full or closed to us; there is a folder of that name.
    """
    with _told(path), _drafted(path) as draft:
        yield draft
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(path)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Give the path of a new folder that becomes the folder; an older one is taken only if it is empty.

    Raises Failure (UNWRITABLE): as above; something lies in the folder already.
    """
    if path.is_dir() and any(path.iterdir()):
        raise Failure(Cause.UNWRITABLE, str(path), "the folder is not empty")
    with _told(path), _drafted(path) as draft:
        draft.mkdir()
        yield draft
        draft.replace(path)


@contextmanager
def _drafted(path: Path) -> Iterator[Path]:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".vanban-{secrets.token_hex(6)}.tmp")
    try:
        yield draft
    finally:
        if draft.is_dir():
            shutil.rmtree(draft)
        else:
            draft.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Failure(Cause.UNWRITABLE, str(path), error.strerror or str(error).splitlines()[0][:200]) from error
