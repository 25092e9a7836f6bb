"""Commands about documents and what was read from them: show, schema, samples, evaluate, agency, doctor, twins."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Language, Verbose, app, failing, printed
from pipeline.words import Lang, word


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
    with failing(lang, verbose):
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

            printed(summary(document, lang))


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
    with failing(lang, False):
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

    with failing(lang, verbose):
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

    with failing(lang, verbose):
        found = compared(gold, folder)
        if as_json:
            shown = found.as_json(errors=errors, calibration=calibration)
            typer.echo(json.dumps(shown, ensure_ascii=False, indent=1))
            raise typer.Exit
        if errors:
            typer.echo("".join(f"{line}\n" for line in found.errors), nl=False)
        printed(tables(found, calibration=calibration))


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
        printed(command.shown(answer, lang))
    if answer.agency is None and not answer.candidates:
        raise typer.Exit(Cause.NOT_FOUND.exit_code)


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
        printed(command.shown(found, lang))
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
        printed(command.shown(read, groups, lang))
    raise typer.Exit(report.exit_code)
