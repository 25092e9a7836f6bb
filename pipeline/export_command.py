"""export: documents, or the JSON made from them, into one file of another format.

Takes the paths of the command line, gives a Report as a batch does: a file that cannot be read is told and left out,
and the rest is written; the file appears whole or not at all.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from models import Cause, Document, Failure
from pipeline.batch import Outcome, Report
from pipeline.export import FORMATS, Exported, Options, check
from pipeline.inputs import files
from pipeline.opened import opened
from pipeline.words import word
from pipeline.writing import write_new


def inputs(paths: list[Path], out: Path) -> list[Path]:
    """Give the files to read: of a folder its JSON if there is any, else its documents, and not what is written."""
    named = {path.resolve() for path in paths}
    return [path for path in files(paths, or_json=True) if path.resolve() != out.resolve() or path.resolve() in named]


def exported(
    paths: list[Path], name: str, out: Path, options: Options, each: Callable[[Outcome], None]
) -> tuple[Report, Exported | None]:
    """Read the files and write them to out in the format of that name.

    each: is told of each file as it comes. Where no file could be read nothing is written.
    Raises MissingExtra; Failure if out cannot be written.
    """
    check(name, options)
    outcomes: list[Outcome] = []

    def documents() -> Iterator[Document]:
        for path in paths:
            document, outcome = _read(path)
            if document:
                yield document
            outcomes.append(outcome)
            each(outcome)

    made = FORMATS[name].make(documents(), options)
    if made.documents:
        write_new(out, made.data, tuple(paths))
    return Report(tuple(outcomes)), made if made.documents else None


def _read(path: Path) -> tuple[Document | None, Outcome]:
    try:
        return opened(path)[0], Outcome(path, "done")
    except Failure as failure:
        cause, detail = failure.cause, failure.detail
    except Exception as error:
        cause, detail = Cause.INTERNAL, f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return None, Outcome(path, "failed", cause=cause, detail=detail, trace=traceback.format_exc())


def told(made: Exported, out: Path, lang: str) -> list[str]:
    """Give the lines that say what was written, and what did not go into it as it stands."""
    counted = [word(f"export.{key}", lang).format(count=count) for key, count in sorted(made.counts.items())]
    return [*counted, word("exported", lang).format(count=made.documents, path=out)]
