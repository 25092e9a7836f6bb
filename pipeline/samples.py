"""Sample documents in a folder of the user's: those that come with the program, or new ones.

Takes the folder, gives the files that were put there. Nothing that is already there is written over.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from models import Cause, Failure
from pipeline.writing import write_whole


def copied(folder: Path) -> Iterator[Path]:
    """Copy the packaged documents to `documents/` and their gold to `gold/`; give each file that is new.

    The gold is `NAME.json`, and `NAME.tasks.json` with roles, tasks and targets.
    Raises Failure (UNWRITABLE).
    """
    import corpus

    for name, origin in (("documents", corpus.documents()), ("gold", corpus.gold())):
        for file in sorted(path for path in origin.rglob("*") if path.is_file() and not path.name.startswith(".")):
            place = folder / name / file.relative_to(origin)
            if not place.exists():
                _copy(file, place)
                yield place


def made(folder: Path, count: int, seed: int, formats: tuple[str, ...]) -> Iterator[Path]:
    """Make new documents with their gold; give each file.

    count: number of documents. seed: the same one makes the same documents. formats: those of
    `corpus.build.FORMS`: suffixes, and `scan`, `scan200`, `scan300`.
    Raises ValueError for a format that is not made or whose library is not installed, Failure (UNWRITABLE).
    """
    from corpus.generate import generate

    try:
        yield from generate(folder, count, seed, formats)
    except ImportError as error:
        raise ValueError(f"{error.name} is not installed: pip install 'vanban[samples]'") from error
    except OSError as error:
        raise Failure(Cause.UNWRITABLE, str(folder), error.strerror or type(error).__name__) from error


def _copy(file: Path, place: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, file.read_bytes())
    except OSError as error:
        raise Failure(Cause.UNWRITABLE, str(place), error.strerror or type(error).__name__) from error
