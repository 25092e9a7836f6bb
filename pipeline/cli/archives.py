"""Commands about an archive: ingest, status, search, similar, export, import, index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.app import Language, Recognise, Verbose, app, failing, printed, stopping
from pipeline.export import FORMATS, Options, format_of
from pipeline.spacy_tokens import Tokens
from pipeline.words import Lang, word

if TYPE_CHECKING:
    from pipeline.archive.ingest import How, Tally
    from pipeline.archive.store import Archive
    from pipeline.workers import Pool

Where = Annotated[
    str | None,
    typer.Option(
        "--archive",
        "-A",
        envvar="VANBAN_ARCHIVE",
        show_envvar=True,
        metavar="DIR|URL",
        help="The archive: a folder, or postgresql://user@host/database. By default ./vanban-archive.",
    ),
]


class Again(StrEnum):
    """What is tried again."""

    failed = "failed"


@app.command()
def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders that are searched all the way down.")],
    archive: Where = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes; by default all cores.")] = None,
    retry: Annotated[Again | None, typer.Option("--retry", help="Also read what failed before.")] = None,
    outdated: Annotated[
        bool, typer.Option("--outdated", help="Also read what another version of vanban has read.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Read everything again.")] = False,
    keep: Annotated[
        bool, typer.Option("--keep-files", help="Keep the files themselves too, named by their content.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be read.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on: take in files as they come, each once it is whole.")
    ] = False,
    every: Annotated[float, typer.Option("--every", min=0.1, help="--watch: seconds between two looks.")] = 5.0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    ocr: Annotated[
        Recognise, typer.Option("--ocr", help="Pages to recognise: those without good text, all, or none.")
    ] = Recognise.auto,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds that one file may take.")] = 120,
    memory: Annotated[float, typer.Option("--memory", min=0.1, help="Gibibytes that one file may take.")] = 4,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Take documents into an archive, which is made if there is none.

    A file is read once: one that has not changed, or whose bytes were read from another place, is passed over. Stop \
it whenever you like, or pull the plug; the same command goes on where it was.

    Twins (a DOCX and its signed PDF, copies, drafts) are found and told apart from the best copy.

    Examples:

    vanban ingest plans/ --archive plans.vanban

    vanban ingest inbox/ --watch --archive postgresql://vanban@db/archive
    """
    from pipeline.archive.extraction import MODULES, READ
    from pipeline.workers import Limits, Pool

    with stopping(), failing(lang, verbose):
        from parsers.readers.options import Options as Reading
        from pipeline import batch
        from pipeline.archive.ingest import How
        from pipeline.archive.planning import Wish

        jobs = jobs or batch.cores()
        wish = Wish(failed=retry is not None, outdated=outdated, force=force, ocr=ocr.value)
        how = How(wish, Reading(ocr.value), jobs, keep)
        if dry_run:
            _planned(paths, archive, how, lang, as_json=as_json)
            raise typer.Exit
        with _open(archive, create=True) as place, Pool(READ, Limits(timeout, int(memory * 2**30)), MODULES) as pool:
            if watch:
                _watched(place, paths, pool, how, every, lang, verbose=verbose)
            else:
                tally = _ingested(place, paths, pool, how, lang, verbose=verbose)
                if as_json:
                    from pipeline.archive.telling import tally_json

                    typer.echo(json.dumps(tally_json(tally), indent=1))
                raise typer.Exit(tally.exit_code)


@contextmanager
def _open(archive: str | None, *, create: bool = False) -> Iterator[Archive]:
    from pipeline.archive.store import opened

    with opened(archive, create=create) as place:
        yield place


def _ingested(place: Archive, paths: list[Path], pool: Pool, how: How, lang: str, *, verbose: bool) -> Tally:
    """Take in the files, with a bar, and say what became of them."""
    from pipeline import console, inputs
    from pipeline.archive.ingest import ingest as taken
    from pipeline.archive.telling import following, summary

    files = inputs.opened(inputs.files(paths, leave_out=place.folder), how.jobs)
    if not files:
        console.say(word("no-files", lang))
    with following(len(files), lang, verbose=verbose) as tell:
        tally = taken(place, files, pool, how, tell)
    for line in summary(tally, lang) if files else ():
        console.say(line)
    return tally


def _watched(
    place: Archive, paths: list[Path], pool: Pool, how: How, every: float, lang: str, *, verbose: bool
) -> None:
    from pipeline import console
    from pipeline.archive.watch import whole

    console.say(word("archive.watching", lang).format(places=", ".join(map(str, paths))))
    for fresh in whole(paths, every):
        if fresh:
            _ingested(place, fresh, pool, how, lang, verbose=verbose)


def _planned(paths: list[Path], archive: str | None, how: How, lang: str, *, as_json: bool) -> None:
    from pipeline import inputs
    from pipeline.archive.ingest import plan
    from pipeline.archive.store import trial
    from pipeline.archive.telling import plan_json, plan_lines

    with trial(archive) as place:
        plans = plan(place, inputs.opened(inputs.files(paths, leave_out=place.folder), how.jobs), how.wish)
        if as_json:
            typer.echo(json.dumps(plan_json(plans), ensure_ascii=False, indent=1))
            return
        for line in plan_lines(plans, lang):
            typer.echo(line)


@app.command()
def status(
    archive: Where = None,
    failed: Annotated[bool, typer.Option("--failed", help="List each file that failed, and why.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Show what is in an archive, what failed and why.

    Example: vanban status --archive plans.vanban --failed
    """
    with failing(lang, verbose), _open(archive) as place:
        from pipeline.archive import telling
        from pipeline.archive.status import failures
        from pipeline.archive.status import status as told

        if as_json:
            shown = telling.status_json(told(place), failures(place), lang)
            typer.echo(json.dumps(shown, ensure_ascii=False, indent=1))
            return
        printed(telling.status_shown(told(place), lang))
        for one in failures(place) if failed else ():
            typer.echo(one.line(lang))


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
    with failing(lang, verbose):
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
