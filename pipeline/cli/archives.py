"""Asking an archive, and what goes out of it and comes in: search, similar, index, export, import."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Language, Verbose, app, failing, printed, stopping
from pipeline.cli.place import Where, archive_at, ended
from pipeline.export import FORMATS, format_of
from pipeline.spacy_tokens import Tokens
from pipeline.words import Lang, word


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
    with failing(lang, verbose), archive_at(archive) as place:
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
    with failing(lang, verbose), archive_at(archive) as place:
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
    with stopping(), failing(lang, verbose), archive_at(archive) as place:
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
    with stopping(), failing(lang, verbose), archive_at(archive, create=True) as place:
        from pipeline import console
        from pipeline.archive.importing import imported
        from pipeline.archive.telling import following, summary

        with following(None, lang, verbose=verbose) as tell:
            tally = imported(place, path, tell)
        for line in summary(tally, lang):
            console.say(line)
        ended(tally, as_json=as_json)


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
                with archive_at(archive) as place:
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
