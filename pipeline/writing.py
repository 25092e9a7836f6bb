"""Files are written whole or not at all.

Takes a path and bytes. The bytes go to a new file in the same folder, are forced to disk, and take the name in
one step; whatever fails, the new file is removed and an older one of that name is as it was.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from models import Cause, Failure


def write_whole(path: Path, data: bytes) -> None:
    """Write data under path.

    Raises OSError if the folder is missing, full or closed to us.
    """
    draft = path.with_name(f".vanban-{secrets.token_hex(6)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def write_new(path: Path, data: bytes, inputs: tuple[Path, ...] = ()) -> None:
    """Write data under path, making its folder; the files that were read are never written over.

    Raises Failure (UNWRITABLE).
    """
    if path.resolve() in {each.resolve() for each in inputs}:
        raise Failure(Cause.UNWRITABLE, str(path), "it is the file that was read")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise Failure(Cause.UNWRITABLE, str(path), error.strerror or type(error).__name__) from error
