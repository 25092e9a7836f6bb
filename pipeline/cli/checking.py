"""What documents are worth beside others and beside the rules: compare, audit, lint, graph."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.app import Language, Verbose, app, failing, printed
from pipeline.cli.place import Where, archive_at
from pipeline.markup import visible
from pipeline.words import Lang, word

if TYPE_CHECKING:
    from pipeline.report.values import Report


@app.command()
def compare(
    names: Annotated[
        list[str] | None, typer.Argument(help="Two or more: files, or documents of the archive by id or code.")
    ] = None,
    archive: Where = None,
    parent: Annotated[str | None, typer.Option("--parent", help="The document that they carry out.")] = None,
    agency: Annotated[
        str | None, typer.Option("--agency", help="Instead: what this agency issued, year by year.")
    ] = None,
    doc_type: Annotated[
        list[str] | None, typer.Option("--type", help="--agency: only of this type; repeatable.")
    ] = None,
    years: Annotated[str, typer.Option("--years", help="2023..2026, 2023.. or ..2024.")] = "0..9999",
    title: Annotated[str | None, typer.Option("--title", help="--agency: those with a title like this.")] = None,
    movement: Annotated[
        str | None, typer.Option("--movement", help="Instead: the agencies' plans of a movement.")
    ] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Also list what was kept.")] = False,
    report: Annotated[Path | None, typer.Option("--report", help="Write a report: .html, .xlsx or .docx.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the changes as JSON.")] = False,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Show what changed between documents: years of one agency, agencies in one movement, or any two.

    Sections are aligned by what they say, not by number: kept, reworded (word by word), moved, new, dropped. \
References, targets, tasks, theme, signer and recipients are compared, and how much is word for word the same.

    Examples:

    vanban compare 2023.pdf 2024.pdf --report changes.html

    vanban compare --agency "Sở Tài chính tỉnh Lạng Sơn" --type "phát động" --years 2023..2026

    vanban compare --movement "Vì người nghèo" --json
    """
    with failing(lang, verbose):
        from pipeline.archive.filters import years_of
        from pipeline.compare import command, shown

        try:
            span = (0, 9999) if years == "0..9999" else years_of(years)
            if agency:
                found = command.of_line(agency, tuple(doc_type or ()), span, title, archive)
            elif movement:
                found = command.of_one_movement(movement, span, archive)
            else:
                found = command.of_names(names or (), parent, archive)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
        if report:
            from pipeline.report.of_comparison import report_of_comparisons

            _reported(report_of_comparisons(found, lang), report, lang)
        if as_json:
            typer.echo(json.dumps(shown.as_json(found), ensure_ascii=False, indent=1))
        elif not report:
            printed(shown.shown(found, lang, whole=whole))


@app.command()
def audit(
    directive: Annotated[
        str, typer.Argument(help="The directive: id, code, path or hash of a document in the archive; or a file.")
    ],
    children: Annotated[
        list[Path] | None, typer.Argument(help="Without an archive: the files that may carry it out.")
    ] = None,
    archive: Where = None,
    scope: Annotated[
        list[str] | None, typer.Option("--scope", help="Only these agencies or groups: `UBND các xã`; repeatable.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show how each grade was reached.")] = False,
    report: Annotated[Path | None, typer.Option("--report", help="Write a report: .html, .xlsx or .docx.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Show how a directive was carried out: who was bound, who issued a plan and when, and how far each plan goes.

    Each task, target and requirement of the directive is looked for in each plan that implements it, directly or \
through another: covered, partly, named only, missing, or contradicted (a lower target, a later deadline), with \
evidence on both sides. Required parts and references out of force are told.

    Examples:

    vanban audit 11/CT-UBND --scope "UBND các xã, phường" --report audit.html

    vanban audit directive.pdf plans/*.docx --explain
    """
    with failing(lang, verbose):
        from pipeline import audit as audits
        from pipeline.archive.asked import find
        from pipeline.audit import shown
        from pipeline.opened import opened

        if children:
            answer = audits.audit_files(opened(Path(directive))[0], [opened(one)[0] for one in children], scope or ())
        else:
            with archive_at(archive) as place:
                answer = audits.audit(place, find(place, directive), scope or ())
        if report:
            from pipeline.report.of_audit import report_of_audit

            _reported(report_of_audit(answer, lang), report, lang)
        if as_json:
            typer.echo(json.dumps(shown.as_json(answer), ensure_ascii=False, indent=1))
        elif not report:
            printed(shown.shown(answer, lang, explain=explain))


def _reported(report: Report, out: Path, lang: str) -> None:
    """Write a report, and say so; its package may be missing, its kind unknown."""
    from pipeline import console
    from pipeline.export import MissingExtra
    from pipeline.report.writing import WRITERS, UnknownKind, write_report

    try:
        write_report(report, out)
    except MissingExtra as missing:
        console.say(word("missing-extra", lang).format(format=missing.name, extra=missing.extra))
        raise typer.Exit(2) from None
    except UnknownKind as error:
        raise typer.BadParameter(", ".join(WRITERS), param_hint="--report") from error
    console.say(word("written", lang).format(path=out))


@app.command()
def lint(
    paths: Annotated[list[Path], typer.Argument(help="Documents, JSON made by extract, or folders of either.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
    as_sarif: Annotated[bool, typer.Option("--sarif", help="Print them as SARIF 2.1.0, for review tools.")] = False,
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


class Form(StrEnum):
    """How a graph is written."""

    mermaid = "mermaid"
    graphml = "graphml"
    html = "html"
    json = "json"


@app.command()
def graph(
    document: Annotated[
        str | None, typer.Argument(help="Only around this document: id, code, path or hash; none: the whole archive.")
    ] = None,
    archive: Where = None,
    form: Annotated[Form | None, typer.Option("--format", "-f", help="By default what the name of -o says.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File to write; standard output if left out.")] = None,
    depth: Annotated[int, typer.Option("--depth", min=1, max=9, help="Steps from the document.")] = 2,
    relation: Annotated[
        list[str] | None, typer.Option("--relation", help="basis, implements, amends, replaces, repeals, mentions …")
    ] = None,
    lineage: Annotated[
        bool, typer.Option("--lineage", help="Only the line from the highest resolution down to the document.")
    ] = False,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Draw who rests on what: parents, children, amendments, replacements, documents known by citation only.

    The HTML page is one file, interactive and offline. Cycles, orphans and documents without a basis are told.

    Examples:

    vanban graph 173/PĐ-SKHĐT -o graph.html

    vanban graph --format graphml -o archive.graphml

    vanban graph 12/KH-STC --lineage
    """
    with failing(lang, verbose), archive_at(archive) as place:
        from pipeline import console
        from pipeline.archive.asked import find
        from pipeline.export import MissingExtra
        from pipeline.export.drafts import whole_file
        from pipeline.graph import build, command, json_out
        from pipeline.graph import lineage as lines
        from pipeline.graph.values import STRUCTURAL

        key = find(place, document) if document else None
        if lineage:
            if key is None:
                raise typer.BadParameter("--lineage", param_hint="DOCUMENT")
            found = lines.lineage(place, key)
            if form is Form.json:
                typer.echo(json.dumps(json_out.lineage_json(found), ensure_ascii=False, indent=1))
            for line in command.lineage_lines(found, lang) if form is not Form.json else ():
                typer.echo(visible(line))
            return
        name = form.value if form else (out.suffix.lower().lstrip(".") if out else "mermaid")
        name = {"htm": "html", "mmd": "mermaid", "md": "mermaid"}.get(name, name)
        if name not in command.FORMATS:
            raise typer.BadParameter(", ".join(command.FORMATS), param_hint="--format")
        drawn = build.graph(place, key, depth, tuple(relation) if relation else STRUCTURAL)
        try:
            if out:
                with whole_file(out) as draft, draft.open("xb") as stream:
                    command.written(drawn, name, stream, lang)
                console.say(word("written", lang).format(path=out))
            else:
                command.written(drawn, name, sys.stdout.buffer, lang)
        except MissingExtra as missing:
            console.say(word("missing-extra", lang).format(format=missing.name, extra=missing.extra))
            raise typer.Exit(2) from None
        console.say(command.summary(drawn, lang))
