"""Storage: files at URLs, and folders into which something is written whole or not at all.

Takes URLs that fsspec knows and paths of this machine. Rule of the place: what has a name is complete; what is being
written has another name, or in object storage none.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from models import Cause, Failure
from pipeline.shards.files import is_url, local

_WHOLE = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oci", "oss", "tos", "memory"})
"""Storages in which a file appears once all of it is there, and takes the place of one of the same name."""


class Folder(NamedTuple):
    """A folder at a path or URL."""

    url: str

    def has(self, name: str) -> bool:
        """Say whether a file of this name is in it."""
        if not is_url(self.url):
            return (local(self.url) / name).is_file()
        with translated(self.url):
            system, top = opened(self.url)
            system.invalidate_cache(top)
            return bool(system.exists(f"{top}/{name}"))

    def names(self) -> list[str]:
        """Give the names of the files in it, sorted; none where there is no such folder."""
        if not is_url(self.url):
            folder = local(self.url)
            return sorted(path.name for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
        with translated(self.url):
            system, top = opened(self.url)
            system.invalidate_cache(top)
            found = system.ls(top, detail=True) if system.exists(top) else []
            return sorted(each["name"].rpartition("/")[2] for each in found if each["type"] == "file")

    def put(self, file: Path, name: str) -> None:
        """Copy a file into it, in the place of one of this name.

        Raises Failure (UNWRITABLE).
        """
        if not is_url(self.url):
            _put_here(file, local(self.url), name)
            return
        with translated(self.url, Cause.UNWRITABLE):
            system, top = opened(self.url)
            if _protocols(system) & _WHOLE:
                system.put_file(str(file), f"{top}/{name}")
                return
            draft = f"{top}/.{name}.{uuid4().hex}"
            system.makedirs(top, exist_ok=True)
            system.put_file(str(file), draft)
            if system.exists(f"{top}/{name}"):
                system.rm_file(f"{top}/{name}")
            system.mv(draft, f"{top}/{name}")

    def get(self, name: str, file: Path) -> None:
        """Copy one of its files to this machine.

        Raises Failure: NOT_FOUND, UNREADABLE.
        """
        if is_url(self.url):
            with translated(self.url):
                system, top = opened(self.url)
                system.get_file(f"{top}/{name}", str(file))
        else:
            with translated(self.url):
                shutil.copyfile(local(self.url) / name, file)

    def remove(self, name: str) -> None:
        """Remove a file from it, if it is there."""
        if is_url(self.url):
            with translated(self.url, Cause.UNWRITABLE):
                system, top = opened(self.url)
                if system.exists(f"{top}/{name}"):
                    system.rm_file(f"{top}/{name}")
        else:
            (local(self.url) / name).unlink(missing_ok=True)


def opened(url: str) -> tuple[Any, str]:
    """Give the file system of a URL and the path in it, without a slash at its end.

    The URL is taken by the letter: `::`, which chains file systems elsewhere, may stand in the name of a file.
    Raises Failure: TOOL_MISSING, UNSUPPORTED.
    """
    try:
        from fsspec import get_filesystem_class
    except ModuleNotFoundError as error:
        raise Failure(Cause.TOOL_MISSING, url, "pip install 'vanban[cluster]'") from error
    try:
        kind = get_filesystem_class(url.partition(":")[0].lower())
        system = kind(**kind._get_kwargs_from_urls(url))
    except ImportError as error:
        raise Failure(Cause.TOOL_MISSING, url, str(error)) from error
    except ValueError as error:
        raise Failure(Cause.UNSUPPORTED, url, str(error)) from error
    return system, str(kind._strip_protocol(url)).rstrip("/")


@contextmanager
def translated(name: str, cause: Cause = Cause.UNREADABLE) -> Iterator[None]:
    """Turn what a storage says into a Failure; whichever library it comes from, it is not ours to list.

    cause: where it is not that something is missing.
    """
    try:
        yield
    except Failure:
        raise
    except FileNotFoundError as error:
        raise Failure(Cause.NOT_FOUND if cause is Cause.UNREADABLE else cause, name, str(error)[:200]) from error
    except Exception as error:
        said = str(error).splitlines()[0][:200] if str(error) else ""
        raise Failure(cause, name, f"{type(error).__name__}: {said}".rstrip(": ")) from error


def _put_here(file: Path, folder: Path, name: str) -> None:
    draft = folder / f".{name}.{uuid4().hex}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with draft.open("xb") as out, file.open("rb") as stream:
                shutil.copyfileobj(stream, out)
                out.flush()
                os.fsync(out.fileno())
            draft.replace(folder / name)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise Failure(Cause.UNWRITABLE, str(folder / name), error.strerror or "") from error


def _protocols(system: Any) -> set[str]:
    return {system.protocol} if isinstance(system.protocol, str) else set(system.protocol)
