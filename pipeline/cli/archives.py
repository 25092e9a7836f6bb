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
from pipeline.export import FORMATS, format_of
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
def search(
    query: Annotated[str, typer.Argument(help="What to look for; may be empty where filters say enough.")] = "",
    archive: Where = None,
    agency: Annotated[list[str] | None, typer.Option("--agency", help="Issued by it or its line; repeatable.")] = None,
    doc_type: Annotated[list[str] | None, typer.Option("--type", help="`kế hoạch` or `KH`; repeatable.")] = None,
    year: Annotated[list[str] | None, typer.Option("--year", help="2024, 2023..2026, 2023.. or ..2024.")] = None,
    role: Annotated[
        list[str] | None, typer.Option("--role", help="Role of the section: plan.organisation, plan.purpose …")
    ] = None,
    cites: Annotated[list[str] | None, typer.Option("--cites", help="Cites this code: 19/CT-TTg.")] = None,
    signer: Annotated[list[str] | None, typer.Option("--signer", help="Signed by.")] = None,
    recipient: Annotated[list[str] | None, typer.Option("--recipient", help="Sent to.")] = None,
    before: Annotated[
        str | None, typer.Option("--before", help="Issued on or before: 2024-11-05, 2024-11, 2024.")
    ] = None,
    after: Annotated[str | None, typer.Option("--after", help="Issued on or after.")] = None,
    copies: Annotated[bool, typer.Option("--copies", help="Also further copies of a document.")] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many passages.")] = 10,
    offset: Annotated[int, typer.Option("--offset", min=0, help="After how many of the best.")] = 0,
    facets: Annotated[bool, typer.Option("--facets/--no-facets", help="Count agencies, types, years, roles.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Search the passages of an archive, the best first.

    Words must all be there; "in quotes" one after the other; AND, OR, NOT, (…), -word, and beginnings: chuyển*. \
With marks typed, marks count; without any, they do not: `ke hoach` finds kế hoạch. Codes are found in any spelling.

    Examples:

    vanban search '"chuyển đổi số" AND cán bộ' --type "kế hoạch" --year 2023..2026

    vanban search "phan cong thuc hien" --agency "Sở Tài chính Lạng Sơn" --role organisation

    vanban search --cites 19/CT-TTg --after 2025-07 --json
    """
    with failing(lang, verbose), _open(archive) as place:
        from pipeline.archive import search_command as command
        from pipeline.archive.filters import Filters, years_of
        from pipeline.archive.query import QueryError
        from pipeline.archive.search import search as searched

        try:
            filters = Filters(
                agencies=tuple(agency or ()),
                types=tuple(doc_type or ()),
                years=tuple(map(years_of, year or ())),
                roles=tuple(role or ()),
                cites=tuple(cites or ()),
                signers=tuple(signer or ()),
                recipients=tuple(recipient or ()),
                before=before,
                after=after,
                copies=copies,
            )
            found = searched(place, query, filters, limit, offset, facets=facets)
        except QueryError as error:
            raise typer.BadParameter(error.line(lang), param_hint="QUERY") from error
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
        if as_json:
            typer.echo(json.dumps(command.as_json(found), ensure_ascii=False, indent=1))
        else:
            printed(command.shown(found, lang))


@app.command()
def similar(
    document: Annotated[str, typer.Argument(help="Id, code, path of the file, or hash of a document in the archive.")],
    archive: Where = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many documents.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Find the documents of an archive that are most like one, with the words they share.

    Example: vanban similar vn/lang-son/so-tai-chinh/ke-hoach/2026/12 --archive plans.vanban
    """
    with failing(lang, verbose), _open(archive) as place:
        from pipeline.archive import search_command as command
        from pipeline.archive.asked import find
        from pipeline.archive.similar import similar as alike

        found = alike(place, find(place, document), limit)
        if as_json:
            typer.echo(json.dumps(command.similar_json(found), ensure_ascii=False, indent=1))
        else:
            printed(command.similar_shown(found, lang))


@app.command()
def index(
    archive: Where = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make it anew, all of it.")] = False,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Bring the search index of an archive up to date, or make it anew from the store.

    Example: vanban index --archive plans.vanban --rebuild
    """
    with stopping(), failing(lang, verbose), _open(archive) as place:
        from pipeline import console
        from pipeline.archive import indexing
        from pipeline.archive.telling import number

        count = indexing.rebuild(place) if rebuild else indexing.catch_up(place)
        console.say(word("archive.indexed", lang).format(count=number(count, lang)))


@app.command(name="import")
def import_(
    path: Annotated[Path, typer.Argument(help="What export wrote: .jsonl, .json, or a folder of Parquet.")],
    archive: Where = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Take into an archive what export or a cluster wrote; nothing is read anew.

    Example: vanban import plans.jsonl --archive postgresql://vanban@db/archive
    """
    with stopping(), failing(lang, verbose), _open(archive, create=True) as place:
        from pipeline import console
        from pipeline.archive.importing import imported
        from pipeline.archive.telling import following, summary, tally_json

        with following(None, lang, verbose=verbose) as tell:
            tally = imported(place, path, tell)
        for line in summary(tally, lang):
            console.say(line)
        if as_json:
            typer.echo(json.dumps(tally_json(tally), indent=1))
        raise typer.Exit(tally.exit_code)


@app.command()
def export(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="JSON made by extract, documents, or folders; none: the archive.")
    ] = None,
    archive: Where = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File or folder to write; standard output if left out.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--format", "-f", help=f"{', '.join(FORMATS)}; by default what the name of -o says.")
    ] = None,
    table: Annotated[
        str | None, typer.Option("--table", help="csv: only this table: documents, citations, tasks …")
    ] = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="csv: cells as they are, also those that begin a formula.")
    ] = False,
    tokens: Annotated[Tokens, typer.Option("--tokens", help="spacy: what a token is.")] = Tokens.syllable,
    year: Annotated[str | None, typer.Option("--year", help="Only of 2024, 2023..2026, 2023.. or ..2024.")] = None,
    doc_type: Annotated[list[str] | None, typer.Option("--type", help="Only of this type; repeatable.")] = None,
    agency: Annotated[list[str] | None, typer.Option("--agency", help="Only of this agency's line, by its id.")] = None,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Take an archive, or some documents, away in another format.

    json, jsonl: the documents as extract writes them. csv, xlsx, parquet: tables of documents, sections, citations, \
dates, signers, recipients, tasks, targets, agencies. akn: Akoma Ntoso 3.0, one XML a document. graphml: who cites \
what. spacy: DocBin with tokens on the exact text, doc.spans and doc.ents (needs the extra nlp; xlsx and parquet need \
the extra tables).

    In CSV, a cell that a spreadsheet would run as a formula begins with an apostrophe.

    Examples:

    vanban export --archive plans.vanban -o plans.xlsx

    vanban export --archive plans.vanban -f csv --table citations --year 2026 > citations.csv

    vanban export plan.pdf -f akn > plan.xml
    """
    from pipeline import console
    from pipeline import export_command as command
    from pipeline.archive.filters import years_of
    from pipeline.export import MissingExtra
    from pipeline.export.archive_command import Choice, NeedsPath
    from pipeline.export.streams import Selection

    name = name or (format_of(out) if out else "jsonl")
    if name not in FORMATS:
        raise typer.BadParameter(", ".join(FORMATS), param_hint="--format")
    try:
        first, last = years_of(year) if year else (None, None)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--year") from error
    years = (first or None, last) if year else None
    choice = Choice(Selection(years, tuple(doc_type or ()), tuple(agency or ())), table, raw, tokens, lang)
    with stopping(), failing(lang, verbose):
        try:
            if paths:
                report = command.of_files(paths, name, out, choice, lang, verbose=verbose)
            else:
                with _open(archive) as place:
                    report = command.of_archive(place, name, out, choice, lang)
        except MissingExtra as missing:
            console.say(word("missing-extra", lang).format(format=missing.name, extra=missing.extra))
            raise typer.Exit(2) from None
        except NeedsPath:
            console.say(word("needs-path", lang).format(format=name))
            raise typer.Exit(2) from None
        except KeyError as error:
            raise typer.BadParameter(str(error), param_hint="--table") from error
        raise typer.Exit(report)
