"""Opening what a user points at: a document, or the JSON that was made from one.

Takes a path, gives the Document and the file it was read from, where that is at hand.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from models import Cause, Document, Failure, load


def opened(path: Path) -> tuple[Document, Path | None]:
    """Give the document and its source file.

    A `.json` is loaded; its source is the file of that name and content beside it. Anything else is parsed.
    Raises Failure.
    """
    if path.suffix.lower() != ".json":
        from parsers import parse

        return parse(path), path
    document = _loaded(path)
    return document, source_of(document, path.with_name(Path(document.source.name).name or path.name))


def source_of(document: Document, path: Path) -> Path | None:
    """Give the path if its content is what the document was read from, else None."""
    try:
        same = hashlib.sha256(path.read_bytes()).hexdigest() == document.source.sha256
    except OSError:
        return None
    return path if same else None


def _loaded(path: Path) -> Document:
    try:
        data = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise Failure(Cause.NOT_FOUND, str(path)) from error
    except OSError as error:
        raise Failure(Cause.UNREADABLE, str(path), error.strerror or "") from error
    except (ValueError, RecursionError) as error:
        raise Failure(Cause.SCHEMA, str(path), "not JSON") from error
    if not isinstance(data, dict):
        raise Failure(Cause.SCHEMA, str(path), "not an object")
    return load(data, str(path))
