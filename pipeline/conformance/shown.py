"""Findings for the terminal and as JSON.

Takes what was found in each file, gives rich renderables grouped by file, or plain data. Text of a document goes
through `show.text`, so that no file can write to the terminal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.conformity import Conformity, Finding
from pipeline.conformance.rules import named, sentence
from pipeline.words import word

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

Checked = tuple[Path, Conformity]
SIGNS = {"error": ("✗", "bold red"), "warning": ("!", "yellow"), "hint": ("·", "dim")}


def as_json(checked: Sequence[Checked], lang: str) -> dict[str, Any]:
    """Give the findings as plain data: counts, and each file with its findings in words."""
    return {
        "files": len(checked),
        "counts": counts(checked),
        "documents": [
            {
                "file": str(path),
                "family": about.family,
                "regime": about.regime,
                "rules": named(about.regime),
                "day": about.day,
                "dated_by": about.dated_by,
                "findings": [_plain(found, lang) for found in about.findings],
            }
            for path, about in checked
        ],
    }


def counts(checked: Sequence[Checked]) -> dict[str, int]:
    """Give how many findings there are of each severity."""
    count = Counter(found.severity for _, about in checked for found in about.findings)
    return {severity: count[severity] for severity in SIGNS}  # type: ignore[index]


def _plain(found: Finding, lang: str) -> dict[str, Any]:
    data = found.model_dump()
    data["message"] = sentence(found.rule, "message", lang, found.found, found.expected)
    data["fix"] = sentence(found.rule, "fix", lang, found.found, found.expected)
    return data


def shown(checked: Sequence[Checked], lang: str) -> RenderableType:
    """Give the findings grouped by file, the worst first, and a line that counts them."""
    from rich.console import Group
    from rich.text import Text

    parts: list[RenderableType] = []
    for path, about in checked:
        parts += [_heading(path, about, lang), *_rows(about, lang), Text()]
    told = counts(checked)
    parts.append(Text(word("lint.count", lang).format(files=len(checked), **told)))
    return Group(*parts)


def _heading(path: Path, about: Conformity, lang: str) -> Text:
    from pipeline.show import text

    line = text(str(path), "bold")
    rules = named(about.regime) if about.regime else word("lint.no-rules", lang)
    line.append(f"  {word(f'lint.family.{about.family}', lang)} · {rules}", style="dim")
    if about.regime and about.dated_by != "issue":
        line.append(f"  {word(f'lint.dated.{about.dated_by}', lang)}", style="dim italic")
    return line


def _rows(about: Conformity, lang: str) -> list[RenderableType]:
    """Give one table of the findings; a line that all is well where there are none."""
    from rich.table import Table
    from rich.text import Text

    from pipeline.show import text

    if not about.findings:
        return [
            Text(
                f"  {word('lint.none' if about.regime else 'lint.unchecked', lang)}",
                style="green" if about.regime else "dim",
            )
        ]
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(ratio=1)
    for found in sorted(about.findings, key=lambda one: list(SIGNS).index(one.severity)):
        sign, style = SIGNS[found.severity]
        page = word("search.page", lang).format(page=found.span.page) if found.span and found.span.page else ""
        said = text(sentence(found.rule, "message", lang, found.found, found.expected))
        fix = sentence(found.rule, "fix", lang, found.found, found.expected)
        said.append_text(text(f"\n→ {fix}", "green"))
        said.append_text(text(f"\n  {found.rule} · {found.source}", "dim"))
        table.add_row(Text(f"  {sign}", style=style), page, said)
    return [table]
