"""`vanban`, the command line: one thin function for each command.

Takes options, calls one function of the library, shows what it gives. Only Typer is loaded at the top, so that help
comes at once; models, parsers and the rest are loaded by the command that needs them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.export import FORMATS, Options, format_of
from pipeline.spacy_tokens import Tokens
from pipeline.words import Lang, word

if TYPE_CHECKING:
    from pipeline.batch import Report
    from pipeline.workers import Pool

app = typer.Typer(
    name="vanban",
    help="Read Vietnamese administrative documents (văn bản hành chính) and say what is in them, as JSON.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

READER = "pipeline.reading:read"
"""What reads a file, in a process of its own."""
MODULES = ("parsers.document",)
"""What such a process loads at once."""


class Recognise(StrEnum):
    """Which pages are recognised."""

    auto = "auto"
    always = "always"
    never = "never"


Language = Annotated[Lang, typer.Option("--lang", help="Language of labels and messages.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Show the traceback of each failure.")]


def _version(asked: bool) -> None:
    if asked:
        from models.version import version

        typer.echo(f"vanban {version()}")
        raise typer.Exit


@app.callback()
def options(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Read Vietnamese administrative documents (văn bản hành chính) and say what is in them, as JSON.

    Example: vanban extract plans/ -o json/
    """


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
    """
    from pipeline.workers import Limits, Pool

    pool: Pool = context.obj or Pool(READER, modules=MODULES)
    pool.limits = Limits(timeout, int(memory * 2**30))
    with _stopping(), pool as readers, _failing(lang, verbose):
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


@app.command()
def show(
    file: Annotated[Path, typer.Argument(help="A document, or the JSON made from one.")],
    html: Annotated[Path | None, typer.Option("--html", help="Write one self-contained HTML page.")] = None,
    lang: Language = Lang.vi,
    as_json: Annotated[bool, typer.Option("--json", help="Print the document as JSON.")] = False,
    source: Annotated[
        Path | None, typer.Option("--source", help="The PDF that the JSON was made from, to show its pages.")
    ] = None,
    verbose: Verbose = False,
) -> None:
    """Show what is in one document, in the terminal or as an HTML page.

    Examples:

    vanban show plan.pdf

    vanban show json/plan.json --html plan.html --source plan.pdf
    """
    with _failing(lang, verbose):
        from pipeline.opened import opened, source_of

        document, origin = opened(file)
        origin = source_of(document, source) if source else origin
        if html:
            from pipeline.console import say
            from pipeline.page import page
            from pipeline.writing import write_new

            pdf = origin if document.source.media_type == "application/pdf" else None
            inputs = tuple(filter(None, (file, origin, source)))
            write_new(html, page(document, lang, pdf).encode(), inputs)
            say(word("written", lang).format(path=html))
        if as_json:
            typer.echo(document.model_dump_json(by_alias=True, indent=2))
        elif not html:
            from pipeline.show import summary

            _print(summary(document, lang))


@app.command()
def schema(
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write it to this file.")] = None,
    lang: Language = Lang.vi,
) -> None:
    """Print the JSON Schema (draft 2020-12) of what extract writes.

    Example: vanban schema --out vanban.schema.json
    """
    import models
    from pipeline.writing import write_new

    text = json.dumps(models.schema(), ensure_ascii=False, indent=2)
    with _failing(lang, False):
        if out:
            write_new(out, f"{text}\n".encode())
        else:
            typer.echo(text)


@app.command()
def samples(
    folder: Annotated[Path, typer.Argument(help="Folder to fill; samples already there are left as they are.")],
    count: Annotated[
        int | None, typer.Option("--count", min=1, help="Make so many new documents instead, numbered from 0.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="The same seed makes the same documents.")] = 0,
    formats: Annotated[
        str, typer.Option("--formats", help="Kinds to make: txt, md, docx, pdf, scan, scan200.")
    ] = "txt,docx,pdf",
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Copy the sample documents and their gold, or make new ones.

    Examples:

    vanban samples demo/

    vanban samples many/ --count 1000 --seed 7 --formats docx,pdf
    """
    from pipeline.console import say
    from pipeline.samples import copied, made

    with _failing(lang, verbose):
        put = made(folder, count, seed, tuple(formats.split(","))) if count else copied(folder)
        try:
            total = sum(1 for _ in put)
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--formats") from error
        say(word("samples", lang).format(count=total, folder=folder))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold files, NAME.json and NAME.tasks.json.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of extracted JSON, NAME.json.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List each difference.")] = False,
    calibration: Annotated[bool, typer.Option("--calibration", help="Compare confidences with what is right.")] = False,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Compare extracted JSON with gold: precision, recall and F1 for each field.

    Example: vanban evaluate gold/ json/ --errors --calibration
    """
    from pipeline.evaluate import evaluate as compared
    from pipeline.figures import tables

    with _failing(lang, verbose):
        found = compared(gold, folder)
        if as_json:
            shown = found.as_json(errors=errors, calibration=calibration)
            typer.echo(json.dumps(shown, ensure_ascii=False, indent=1))
            raise typer.Exit
        if errors:
            typer.echo("".join(f"{line}\n" for line in found.errors), nl=False)
        _print(tables(found, calibration=calibration))


@app.command()
def agency(
    name: Annotated[str, typer.Argument(help="Name or letters of an agency, as it is printed.")],
    date: Annotated[
        str | None, typer.Option("--date", help="Year, month or day on which it is read: 2024, 2024-11, 2024-11-05.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    lang: Language = Lang.vi,
) -> None:
    """Show what agency a name means, and its line through mergers and renamings.

    Example: vanban agency "Sở Kế hoạch và Đầu tư tỉnh Lạng Sơn" --lang en
    """
    from models import Cause
    from pipeline import agency_command as command

    try:
        answer = command.looked_up(name, date)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--date") from error
    if as_json:
        typer.echo(json.dumps(command.as_json(answer), ensure_ascii=False, indent=1))
    else:
        _print(command.shown(answer, lang))
    if answer.agency is None and not answer.candidates:
        raise typer.Exit(Cause.NOT_FOUND.exit_code)


@app.command()
def export(
    paths: Annotated[list[Path], typer.Argument(help="JSON made by extract, documents, or folders of either.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The file to write.")],
    name: Annotated[
        str | None,
        typer.Option("--format", "-f", help=f"{' or '.join(FORMATS)}; by default what the file's name says."),
    ] = None,
    tokens: Annotated[Tokens, typer.Option("--tokens", help="spacy: what a token is.")] = Tokens.syllable,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Write documents in another format.

    spacy: a DocBin with one Doc a document, tokens on the exact text, in doc.spans the sections, citations, dates, \
agencies, tasks, targets and signers, in doc.ents the entities CITATION, DATE and AGENCY to train an NER on. It needs \
the extra nlp of vanban.

    Of a folder its JSON files are read; where it has none, its documents.

    Examples:

    vanban export json/ --format spacy -o plans.spacy

    vanban export plan.pdf -o plan.spacy --tokens word
    """
    from pipeline import console
    from pipeline import export_command as command
    from pipeline.export import MissingExtra

    name = name or format_of(out.suffix)
    if name not in FORMATS:
        raise typer.BadParameter(", ".join(FORMATS), param_hint="--format")
    with _failing(lang, verbose):
        files = command.inputs(paths, out)
        if not files:
            console.say(word("no-files", lang))
        try:
            with console.following(len(files), bar=True, lang=lang, verbose=verbose) as tell:
                report, made = command.exported(files, name, out, Options(tokens), tell)
        except MissingExtra as missing:
            console.say(word("missing-extra", lang).format(format=missing.name, extra=missing.extra))
            raise typer.Exit(2) from None
        for line in command.told(made, out, lang) if made else ():
            console.say(line)
        raise typer.Exit(report.exit_code)


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    lang: Language = Lang.vi,
) -> None:
    """Show which tools and language data are there, which are missing and how to get them.

    Ends with 27 if one that is required is missing.

    Example: vanban doctor --lang en
    """
    from models import Cause
    from pipeline import doctor as command

    found = tuple(command.checks())
    if as_json:
        typer.echo(json.dumps(command.as_json(found, lang), ensure_ascii=False, indent=1))
    else:
        _print(command.shown(found, lang))
    raise typer.Exit(0 if command.complete(found) else Cause.TOOL_MISSING.exit_code)


@app.command()
def twins(
    paths: Annotated[list[Path], typer.Argument(help="JSON made by extract, documents, or folders of either.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the groups as JSON.")] = False,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Find the files that are one document: a DOCX and its signed PDF or scan, copies, drafts.

    Of each group the file to keep comes first: signed before digital before recognised.

    Example: vanban twins json/ --json
    """
    from pipeline import console, inputs
    from pipeline import twins_command as command

    files = inputs.files(paths, or_json=True)
    if not files:
        console.say(word("no-files", lang))
    with console.following(len(files), bar=True, lang=lang, verbose=verbose) as tell:
        report, read, groups = command.found(files, tell)
    if as_json:
        typer.echo(json.dumps(command.as_json(read, groups), ensure_ascii=False, indent=1))
    else:
        _print(command.shown(read, groups, lang))
    raise typer.Exit(report.exit_code)


@contextmanager
def _stopping() -> Iterator[None]:
    """End orderly and with the shell's code on Ctrl-C and when asked to, so that processes and drafts are removed."""
    import signal

    def ended(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, ended) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _failing(lang: str, verbose: bool) -> Iterator[None]:
    """Turn a Failure into one line and its exit code."""
    from models import Failure

    try:
        yield
    except Failure as failure:
        from pipeline.console import say

        if verbose:
            import traceback

            typer.echo(traceback.format_exc(), err=True, nl=False)
        say(failure.line(lang))
        raise typer.Exit(failure.cause.exit_code) from None


def _print(shown: object) -> None:
    """Print to standard output; where that is no terminal, as wide as a wide one."""
    from rich.console import Console

    console = Console()
    (console if console.is_terminal else Console(width=120)).print(shown)


def main() -> None:
    """Run the command line; streams are UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    with _reading_ahead(sys.argv[1:]) as readers:
        app(obj=readers)


@contextmanager
def _reading_ahead(words: list[str]) -> Iterator[Pool | None]:
    """Start the process that will read before options are looked at: that takes as long as a third of its start."""
    if words[:1] != ["extract"] or {"-h", "--help"}.intersection(words):
        yield None
        return
    from pipeline.workers import Pool

    with Pool(READER, modules=MODULES) as readers:
        yield readers


if __name__ == "__main__":
    main()
