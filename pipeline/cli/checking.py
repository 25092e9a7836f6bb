"""What documents are worth beside others and beside the rules: compare, audit, lint, graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.app import Language, Verbose, app, failing, printed
from pipeline.words import Lang, word


@app.command()
def lint(
    paths: Annotated[list[Path], typer.Argument(help="Documents, JSON made by extract, or folders of either.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
    as_sarif: Annotated[
        bool, typer.Option("--sarif", help="Print them as SARIF 2.1.0, for review tools.")
    ] = False,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Check documents against the format rules of their family and day.

    Nghị định 30/2020/NĐ-CP, Thông tư 01/2011/TT-BNV, the Party's guidance, legal documents since 2016-07-01. Each \\
finding names the rule and where it stands, the place, what is there and the fix. Fonts and margins are not judged.

    Ends with 0 for nothing or hints, 4 for warnings, 5 for errors; where a file cannot be read, with its cause's code.

    Examples:

    vanban lint plan.docx

    vanban lint plans/ --sarif > plans.sarif
    """
    with failing(lang, verbose):
        from pipeline import console, inputs
        from pipeline.conformance import lint_command as command
        from pipeline.conformance import sarif, shown

        files = inputs.files(paths, or_json=True)
        if not files:
            console.say(word("no-files", lang))
        with console.following(len(files), bar=True, lang=lang, verbose=verbose) as tell:
            report, found = command.linted(files, tell)
        if as_sarif:
            typer.echo(sarif.sarif(found, lang))
        elif as_json:
            typer.echo(json.dumps(shown.as_json(found, lang), ensure_ascii=False, indent=1))
        else:
            printed(shown.shown(found, lang))
        raise typer.Exit(command.exit_code(report, found))
