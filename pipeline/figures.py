"""The figures of an evaluation for the terminal.

Takes an Evaluation, gives rich tables: fields, spans, and on request calibration.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.calibration import Bin, gap
from pipeline.evaluate import CORE, Evaluation
from pipeline.verdicts import Figures


def tables(evaluation: Evaluation, *, calibration: bool = False) -> Group:
    """Give all tables and the line below them."""
    parts: list[RenderableType] = [_figures("field", evaluation.fields), _figures("span", evaluation.spans)]
    if calibration:
        parts.append(_bins(evaluation.calibration))
    parts.append(
        Text(
            f"documents {evaluation.documents}, without any difference {evaluation.perfect}, "
            f"macro F1 over {len(CORE)} field groups {evaluation.macro_f1:.4f}"
        )
    )
    return Group(*parts)


def _grid(first: str, *others: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(first, min_width=28, no_wrap=True)
    for name in others:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _figures(heading: str, rows: Mapping[str, Figures]) -> Table:
    table = _grid(heading, "P", "R", "F1", "tp", "fp", "fn")
    for field, each in rows.items():
        shares = (f"{share:.3f}" for share in (each.precision, each.recall, each.f1))
        table.add_row(Text(field), *shares, str(each.tp), str(each.fp), str(each.fn))
    return table


def _bins(rows: Iterable[Bin]) -> Table:
    filled = list(rows)
    table = _grid("confidence", "items", "mean", "right")
    for row in filled:
        stretch = f"{row.low:g}" if row.low == row.high else f"{row.low:g} … < {row.high:g}"
        table.add_row(stretch, str(row.items), f"{row.confidence:.3f}", f"{row.right:.3f}")
    table.add_row("mean gap", "", "", f"{gap(filled):.3f}")
    return table
