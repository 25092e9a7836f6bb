"""Frames: a comparison as pandas DataFrames, for analysts.

Takes Comparisons, gives five tables: sections, references, targets, tasks, fields; one row a change, all comparisons
below one another, told apart by the ids of their documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from models import Citation, Target, Task
from models.comparison import Comparison, Side

if TYPE_CHECKING:
    from pandas import DataFrame

Row = dict[str, Any]

_SECTION = ("path", "title", "role", "text", "page")
_CITED = ("raw", "target", "code", "relation", "page")
_TARGET = ("indicator", "comparator", "value", "value_max", "unit", "period", "section", "page")
_TASK = ("action", "lead", "support", "deadline", "section", "page")


def frames(comparisons: Comparison | Iterable[Comparison]) -> dict[str, DataFrame]:
    """Give the tables by their names; a table without rows has its columns all the same."""
    import pandas as pd

    several = [comparisons] if isinstance(comparisons, Comparison) else list(comparisons)
    return {
        name: pd.DataFrame([row for one in several for row in rows(one, name)], columns=list(columns))
        for name, columns in COLUMNS.items()
    }


def rows(comparison: Comparison, name: str) -> Iterator[Row]:
    """Give the rows of one table of a comparison."""
    ids = {"before_id": comparison.before.id, "after_id": comparison.after.id}
    for change in getattr(comparison, name):
        if name == "fields":
            yield {**ids, "field": change.field, "before": list(change.before), "after": list(change.after)}
            continue
        told = {key: getattr(change, key) for key in _OWN[name]}
        yield {**ids, **told, **_sided("before", change.before, name), **_sided("after", change.after, name)}


def _sided(side: str, value: Side | Citation | Target | Task | None, name: str) -> Row:
    return {f"{side}_{column}": _value(value, column) for column in _SIDES[name]}


def _value(value: Side | Citation | Target | Task | None, column: str) -> Any:
    if value is None:
        return None
    if column == "page":
        return value.span.page
    found = getattr(value, column)
    return [agency.name for agency in found] if column in ("lead", "support") else found


_OWN = {
    "sections": ("kind", "likeness"), "references": ("kind", "by"), "targets": ("kind", "likeness"),
    "tasks": ("kind", "aspects", "likeness"),
}  # fmt: skip
_SIDES = {"sections": _SECTION, "references": _CITED, "targets": _TARGET, "tasks": _TASK}
COLUMNS: dict[str, tuple[str, ...]] = {
    name: ("before_id", "after_id", *own, *(f"{side}_{one}" for side in ("before", "after") for one in _SIDES[name]))
    for name, own in _OWN.items()
} | {"fields": ("before_id", "after_id", "field", "before", "after")}
