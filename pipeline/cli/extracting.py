"""extract: documents into JSON."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.app import Language, Recognise, Verbose, app, failing, stopping
from pipeline.words import Lang, word

if TYPE_CHECKING:
    from pipeline.batch import Report
    from pipeline.workers import Pool

READER = "pipeline.reading:read"
"""What reads a file, in a process of its own."""
MODULES = ("parsers.document",)
"""What such a process loads at once."""


@app.command()
def extract(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders that are searched all the way down.")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder for one JSON file a document.")] = None,
    report: Annotated[bool, typer.Option("--json", help="With -o: print the report as JSON.")] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Processes; by default one for few files, else all cores.")
    ] = None,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be read and written.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Also read what is up to date.")] = False,
    ocr: Annotated[
        Recognise, typer.Option("--ocr", help="Pages to recognise: those without good text, all, or none.")
    ] = Recognise.auto,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds that one file may take.")] = 120,
    memory: Annotated[float, typer.Option("--memory", min=0.1, help="Gibibytes that one file may take.")] = 4,
) -> None:
    """Read documents and write their JSON.

    Without -o, JSON Lines go to standard output, one document a line.

    With -o, each document becomes STEM.json in that folder (STEM.SUFFIX.json where stems meet, the folder's name \
before it where names meet too); what is up to date is skipped, so to resume is to run again.

    Hidden and JSON files in folders are passed over. ZIP files and mails (.eml) are opened as folders of documents.

    One bad file never stops the rest: each is read in a process of its own, within --timeout and --memory.

    Examples:

    vanban extract plan.pdf

    vanban extract plans/ box.zip -o json/ --jobs 8 --ocr never

    \b
    Exit codes:
     0  all done
     1  a fault of the program
     2  wrong use of the command
     3  files failed for several causes
     4  lint: warnings           5  lint: errors
    10  not found              11  empty
    12  damaged or cut off     13  protected by a password
    14  kind not supported     15  a scan without text
    16  over the limits        17  not text
    18  JSON of another schema 19  cannot be read
    20  cannot be written      21  the program failed on the file
    22  garbled text layer     23  not Vietnamese
    24  took too long          25  took too much memory
    26  its process died       27  a tool is not installed
    28  a tool failed on it    29  built to do harm
    30  several documents in a file given to another command
    31  another command writes into the archive
    32  no archive here         33  archive damaged or of another version
    34  no connection to the database server
    35  search index damaged    36  the cluster takes no work
    37  no such document in the archive
    """
    from pipeline.workers import Limits, Pool

    pool: Pool = context.obj or Pool(READER, modules=MODULES)
    pool.limits = Limits(timeout, int(memory * 2**30))
    with stopping(), pool as readers, failing(lang, verbose):
        from parsers.readers.options import Options
        from pipeline import batch, console, inputs, sinks

        files = inputs.opened(inputs.files(paths, leave_out=out), jobs or 1)
        if not files:
            console.say(word("no-files", lang))
        jobs = jobs or batch.default_jobs(len(files))
        chosen = Options(ocr.value, max(1, batch.cores() // jobs))
        sink = sinks.folder(out, files) if out else sinks.stdout()
        if dry_run:
            _planned(batch.Report(tuple(batch.plan(files, sink, jobs, force=force, options=chosen))), lang, report)
            raise typer.Exit
        bar = bool(out) or not sys.stdout.isatty()
        with console.following(len(files), bar=bar, lang=lang, verbose=verbose) as tell:
            done = batch.extract(files, sink, jobs, force=force, options=chosen, each=tell, readers=readers)
        if out and report:
            typer.echo(console.as_json(done, lang))
        elif out and files:
            console.say(console.summary(done, lang))
        raise typer.Exit(done.exit_code)


def _planned(report: Report, lang: str, as_json: bool) -> None:
    from pipeline import console

    if as_json:
        typer.echo(console.as_json(report, lang))
        return
    for outcome in report.outcomes:
        what = word("would-skip" if outcome.status == "skipped" else "would-read", lang)
        typer.echo(f"{what}  {outcome.path}" + (f" → {outcome.output}" if outcome.output else ""))
