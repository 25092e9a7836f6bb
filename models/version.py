"""The version of the program, from its installed metadata."""

from __future__ import annotations

import functools


@functools.cache
def version() -> str:
    """Give the version, `0+source` when the program runs from a folder that is not installed."""
    from importlib import metadata

    try:
        return metadata.version("vanban")
    except metadata.PackageNotFoundError:
        return "0+source"
