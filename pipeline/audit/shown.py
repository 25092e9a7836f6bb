"""audit: what was found, for the terminal, as JSON and as tables.

Takes an Audit, gives what can be printed: findings first, then the matrix of agencies and requirements. Rule of the
place: a grade is a sign that reads without colour; text of documents is never read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from models.audit import Audit, Finding, Grade, GradeName, Place
from pipeline.audit.bound import same
from pipeline.markup import visible
from pipeline.words import word

if TYPE_CHECKING:
    from pandas import DataFrame
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

SIGNS: dict[GradeName, str] = {"covered": "✓", "partly": "◐", "named": "○", "missing": "–", "contradicted": "✗"}
"""Signs of the grades; `·` stands for what is not asked of an agency."""
NOT_ASKED = "·"
COLUMNS = 14
"""Requirements beside each other; more go into a further table."""
_QUOTE = 100
"""Characters of a quote that are shown."""
_STYLES: dict[GradeName, str] = {
    "covered": "green", "partly": "yellow", "named": "yellow", "missing": "red", "contradicted": "bold red",
}  # fmt: skip
_SEVERE = {"error": "bold red", "warning": "yellow", "note": "dim"}
_MARKS = {"error": "✗", "warning": "!", "note": "·"}


def as_json(audit: Audit) -> dict[str, Any]:
    """Give an audit as plain data."""
    return audit.model_dump(mode="json", by_alias=True)


def frames(audit: Audit) -> dict[str, DataFrame]:
    """Give an audit as DataFrames: bound, children, requirements, matrix, parts, references, findings.

    Raises MissingExtra: pandas is not installed.
    """
    from importlib.util import find_spec

    from pipeline.export import MissingExtra

    if not find_spec("pandas"):
        raise MissingExtra("pandas", "tables")
    from pandas import DataFrame, json_normalize

    tables = {
        "bound": audit.bound, "children": audit.children, "requirements": audit.requirements, "matrix": audit.matrix,
        "parts": audit.parts, "references": audit.references, "findings": audit.findings,
    }  # fmt: skip
    return {
        name: json_normalize([one.model_dump(mode="json") for one in rows]) if rows else DataFrame()
        for name, rows in tables.items()
    }


def shown(audit: Audit, lang: str, *, explain: bool = False) -> RenderableType:
    """Give an audit for the terminal. explain: with what each grade was made of."""
    from rich.console import Group
    from rich.text import Text

    parts: list[RenderableType] = [*_head(audit, lang), Text(""), *_findings(audit, lang)]
    if audit.requirements:
        parts += [Text(""), Text(word("audit.matrix", lang), style="bold")]
        ids = [one.id for one in audit.requirements]
        parts += [_matrix(audit, ids[at : at + COLUMNS], lang) for at in range(0, len(ids), COLUMNS)]
        parts += [_legend(lang), Text(""), Text(word("audit.requirements", lang), style="bold")]
        parts += list(_requirements(audit, lang))
    if explain:
        parts += [Text(""), Text(word("audit.explain", lang), style="bold"), *_explained(audit, lang)]
    return Group(*parts)


def _head(audit: Audit, lang: str) -> Iterator[Text]:
    from rich.text import Text

    about = audit.directive
    name = " ".join(filter(None, (about.doc_type, about.code))) or about.id
    yield Text(f"{word('audit.title', lang)}: {_line(name)} ({about.issued_on or '?'})", style="bold")
    if about.title:
        yield Text(_line(about.title))
    for parent in audit.parents:
        yield Text(f"{word('audit.parents', lang)}: {_cut(parent.evidence.quote)}", style="dim")
    if audit.due:
        yield Text(f"{word('audit.due', lang)}: {audit.due}")
    issued = sum(any(same(child.agency, one.agency) for child in audit.children) for one in audit.bound)
    yield Text(
        word("audit.count", lang).format(
            bound=len(audit.bound), issued=issued, requirements=len(audit.requirements), findings=len(audit.findings)
        )
    )


def _findings(audit: Audit, lang: str) -> Iterator[Text]:
    from rich.text import Text

    if not audit.findings:
        yield Text(word("audit.no-findings", lang), style="green")
        return
    yield Text(word("audit.findings", lang), style="bold")
    names = names_of(audit)
    kind = None
    for one in audit.findings:
        if one.kind != kind:
            kind = one.kind
            yield Text(f"  {word(f'finding.{kind}', lang)}", style=_SEVERE[one.severity])
        yield _finding(one, names, lang)


def _finding(one: Finding, names: dict[str, str], lang: str) -> Text:
    from rich.text import Text

    about = f" {one.about}" if one.about and one.kind in ("contradicted", "missing", "named", "partly") else ""
    line = Text(f"    {_MARKS[one.severity]} {_line(names.get(one.agency, one.agency))}{about}: ")
    line.append(_line(one.reason[lang == "en"]))
    where = _where(one.evidence[:1], lang)
    return line.append(f"  [{where}]", style="dim") if where else line


def _matrix(audit: Audit, ids: Sequence[str], lang: str) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    table.add_column(word("audit.agency", lang), overflow="fold", min_width=18)
    table.add_column(word("audit.issued", lang), no_wrap=True)
    table.add_column(word("audit.after", lang), justify="right", no_wrap=True)
    for one in ids:
        table.add_column(one, justify="center", no_wrap=True)
    grades = {(one.agency, one.requirement): one for one in audit.matrix}
    for agency, name in names_of(audit).items():
        issued = [child for child in audit.children if same(child.agency, agency)]
        acting = issued[0].agency if issued else agency
        days = issued[0].days_after if issued else None
        late = "!" if issued and issued[0].days_late else ""
        table.add_row(
            Text(_line(name)),
            Text((issued[0].issued_on or "?") if issued else word("audit.silent", lang), style="" if issued else "red"),
            Text(f"{days}{late}" if days is not None else ""),
            *(_sign(grades.get((acting, one))) for one in ids),
        )
    return table


def _sign(grade: Grade | None) -> Text:
    from rich.text import Text

    return Text(SIGNS[grade.grade], style=_STYLES[grade.grade]) if grade else Text(NOT_ASKED, style="dim")


def _legend(lang: str) -> Text:
    from rich.text import Text

    signs = [f"{sign} {word(f'grade.{name}', lang)}" for name, sign in SIGNS.items()]
    return Text("   ".join((*signs, f"{NOT_ASKED} {word('grade.none', lang)}")), style="dim")


def _requirements(audit: Audit, lang: str) -> Iterator[Text]:
    from rich.text import Text

    for one in audit.requirements:
        line = Text(f"  {one.id:4}", style="bold")
        line.append(_cut(one.text), style="default")
        yield line.append(f"  [{_where((one.place,), lang)}]", style="dim")


def _explained(audit: Audit, lang: str) -> Iterator[Text]:
    from rich.text import Text

    names = names_of(audit)
    for one in audit.matrix:
        scores = one.scores
        yield Text(f"  {_line(_named(names, one.agency))} {one.requirement}: ").append(
            f"{SIGNS[one.grade]} {word(f'grade.{one.grade}', lang)}, {_line(one.reason[lang == 'en'])}",
            style=_STYLES[one.grade],
        )
        told = word("audit.scores", lang).format(
            words=scores.words,
            assigned=word("audit.yes" if scores.assigned else "audit.no", lang),
            deadline=scores.deadline or "–",
            value="–" if scores.value is None else f"{scores.value:g}",
        )
        yield Text(f"      {told}", style="dim")
        yield Text(f"      {word('audit.sought', lang)}: {_cut(one.sought.quote)} [{_where((one.sought,), lang)}]")
        if one.found:
            label = word("audit.nearest" if one.grade == "missing" else "audit.found", lang)
            yield Text(f"      {label}: {_cut(one.found.quote)} [{_where((one.found,), lang)}]")


def names_of(audit: Audit) -> dict[str, str]:
    """Give the agencies of an audit with their names: those who issued, by day, then those who did not."""
    names = {one.agency: one.name for one in audit.bound}
    issued = [next((one for one in names if same(one, child.agency)), child.agency) for child in audit.children]
    return {one: names.get(one, one) for one in dict.fromkeys((*issued, *names))}


def _named(names: dict[str, str], agency: str) -> str:
    return next((name for one, name in names.items() if same(one, agency)), agency)


def _where(places: Iterable[Place], lang: str) -> str:
    said = (
        ", ".join(filter(None, (one.path, word("search.page", lang).format(page=one.page) if one.page else "")))
        for one in places
    )
    return "; ".join(filter(None, said))


def _line(text: str) -> str:
    return visible(" ".join(text.split()))


def _cut(text: str) -> str:
    line = _line(text)
    return line if len(line) <= _QUOTE else f"{line[: _QUOTE - 1].rstrip()}…"
