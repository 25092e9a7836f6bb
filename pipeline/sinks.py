"""Sinks: where documents go. Each takes the JSON of a document, one at a time, in the order of the inputs."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from models import SCHEMA_VERSION
from models.source import writable
from models.version import version
from pipeline.inputs import result_names
from pipeline.writing import write_whole


@dataclass(frozen=True)
class Sink:
    """A place for results.

    indent: spaces of indentation of the JSON it wants, None for one line.
    target: where the result of an input goes, None for a stream.
    put: takes the input's path and its JSON; raises OSError.
    """

    indent: int | None
    target: Callable[[Path], Path | None]
    put: Callable[[Path, str], None]


def stdout() -> Sink:
    """Give the sink that writes JSON Lines, UTF-8, to standard output."""

    def put(_: Path, text: str) -> None:
        sys.stdout.buffer.write(text.encode() + b"\n")
        sys.stdout.buffer.flush()

    return Sink(indent=None, target=lambda _: None, put=put)


def folder(directory: Path, paths: Sequence[Path]) -> Sink:
    """Give the sink that writes one file for each input into a folder, which is made when first needed.

    paths: all inputs of the run; the names of the results depend on them.
    """
    inside = [path.name for path in paths if path.resolve().parent == directory.resolve()]
    names = result_names(paths, taken=inside)

    def put(path: Path, text: str) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        write_whole(directory / names[path], text.encode() + b"\n")

    return Sink(indent=2, target=lambda path: directory / names[path], put=put)


def is_current(data: bytes, name: str, result: Path, ocr: str = "auto") -> bool:
    """Say whether a result was made from this very content, by this schema and version of the program, as asked now.

    name: of the file, or of the container and its member. ocr: which pages are to be recognised.
    """
    if not result.is_file():
        return False
    try:
        made = json.loads(result.read_bytes())
        origin = made["source"]
        return (
            origin["sha256"] == hashlib.sha256(data).hexdigest()
            and normalize("NFC", origin["name"]) == normalize("NFC", writable(name))
            and made["schema_version"] == SCHEMA_VERSION
            and origin.get("extractor", version()) == version()
            and origin.get("ocr", "auto") == ocr
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
