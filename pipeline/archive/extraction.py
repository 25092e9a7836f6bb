"""What a worker process does with one file for the archive: read it and make its rows.

Takes a Request, gives an Extraction; every failure is a value. The very same function runs on the processes of one
machine and on those of a cluster.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from models import Failure
from parsers.readers import containers
from parsers.readers.options import DEFAULT, Options
from pipeline.archive.rows import Rows
from pipeline.reading import Reading, failed

READ = "pipeline.archive.extraction:read"
"""Name of the function, for those who run it elsewhere."""
MODULES = ("parsers.document", "pipeline.archive.rows")
"""What a process loads before its first file comes."""


class Request(NamedTuple):
    """A file to read.

    path: a file, or the address of a member of a container. known: hash of the content that need not be read again.
    """

    path: Path
    known: str | None = None
    options: Options = DEFAULT


class Extraction(NamedTuple):
    """What was read of a file.

    sha256: None where its bytes could not be read. rows: None if it failed or need not be read. failure: why it failed.
    """

    sha256: str | None
    rows: Rows | None = None
    failure: Reading | None = None


def read(request: Request) -> Extraction:
    """Read a file and make its rows."""
    sha256 = None
    try:
        data, name = containers.load(request.path)
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 == request.known:
            return Extraction(sha256)
        return Extraction(sha256, extracted(data, name, request.options))
    except Failure as failure:
        return Extraction(sha256, failure=failed(failure))


def extracted(data: bytes, name: str, options: Options) -> Rows:
    """Give the rows of the document that the bytes of a file are.

    Raises Failure.
    """
    from parsers import parse_bytes
    from pipeline.archive.rows import rows

    document = parse_bytes(data, name, options)
    return rows(document, document.model_dump_json(by_alias=True).encode())
