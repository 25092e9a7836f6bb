"""export: an archive, or some documents, into another format.

Takes an archive or the paths of the command line, writes the file or folder, tells what was written; gives the exit
code. Documents go through an archive of their own that is gone afterwards, so that all formats know of one kind of
source. A file that cannot be read is told and left out, and the rest is written.
"""

from __future__ import annotations

import traceback
from pathlib import Path
from tempfile import TemporaryDirectory

from models import Cause, Failure
from pipeline.archive.ingest import Step
from pipeline.archive.putting import put
from pipeline.archive.rows import rows
from pipeline.archive.store import Archive, opened, writing
from pipeline.batch import Outcome, Report
from pipeline.console import counting, following, say
from pipeline.export.archive_command import Choice, exported, needed, total
from pipeline.inputs import files
from pipeline.opened import opened as document_of
from pipeline.reading import failed
from pipeline.words import word


def of_archive(archive: Archive, name: str, out: Path | None, choice: Choice, lang: str) -> int:
    """Write what is meant of an archive; give the exit code.

    Raises what `archive_command.exported` raises.
    """
    with counting(total(archive, choice.selection), word("exporting", lang)) as tell:
        report = exported(archive, name, out, choice, tell)
    for key, count in sorted(report.counts.items()):
        say(word(f"export.{key}", lang).format(count=count))
    if out:
        say(word("exported", lang).format(count=report.documents, path=out))
    return 0


def of_files(paths: list[Path], name: str, out: Path | None, choice: Choice, lang: str, *, verbose: bool) -> int:
    """Read documents, or the JSON made from them, and write them; give the exit code of the reading.

    Where no file could be read nothing is written. Raises what `archive_command.exported` raises.
    """
    needed(name, choice)
    found = _inputs(paths, out)
    if not found:
        say(word("no-files", lang))
    if out and out.resolve() in {path.resolve() for path in found}:
        raise Failure(Cause.UNWRITABLE, str(out), "it is the file that was read")
    with TemporaryDirectory(prefix="vanban-") as folder, opened(folder, create=True) as archive:
        with following(len(found), bar=True, lang=lang, verbose=verbose) as tell:
            outcomes = []
            for path in found:
                outcomes.append(_put(archive, path))
                tell(outcomes[-1])
        report = Report(tuple(outcomes))
        if report.of("done"):
            of_archive(archive, name, out, choice, lang)
    return report.exit_code


def _inputs(paths: list[Path], out: Path | None) -> list[Path]:
    """Give the files to read: of a folder its JSON if there is any, else its documents, and not what is written."""
    named = {path.resolve() for path in paths}
    written = out.resolve() if out else None
    return [path for path in files(paths, or_json=True) if path.resolve() != written or path.resolve() in named]


def _put(archive: Archive, path: Path) -> Outcome:
    try:
        document = document_of(path)[0]
        made = rows(document, document.model_dump_json(by_alias=True).encode())
    except Failure as failure:
        return Step(path, "failed", failure=failed(failure)).outcome()
    except Exception as error:
        detail = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        return Outcome(path, "failed", cause=Cause.INTERNAL, detail=detail, trace=traceback.format_exc())
    with writing(archive) as connection:
        put(connection, made)
    return Outcome(path, "done")
