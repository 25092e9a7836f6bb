"""agency: what the tables know of an agency, for the terminal and as JSON.

Takes a name as a user types it, gives the agency with its line through mergers and renamings, the candidates where
more than one body fits, or the nearest names where none does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from parsers.agencies import Entity, Line, Step, line, nearest_names, resolve

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.tree import Tree

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_SHOWN = 12
_WORDS = {
    "id": ("Mã định danh", "Identifier"),
    "name": ("Tên", "Name"),
    "kind": ("Loại", "Kind"),
    "level": ("Cấp", "Level"),
    "parent": ("Cơ quan cấp trên", "Parent"),
    "valid": ("Thời gian tồn tại", "Existed"),
    "read": ("Cách đọc", "Read as"),
    "status": ("Độ chắc chắn", "Status"),
    "before": ("Tiền thân", "Before"),
    "after": ("Kế thừa", "After"),
    "candidates": (
        "Có {count} cơ quan cùng tên; hãy ghi thêm địa danh.",
        "{count} bodies have this name; add a place.",
    ),
    "more": ("… và {count} cơ quan khác", "… and {count} more"),
    "unknown": ("Không có cơ quan này trong bảng.", "The tables have no such agency."),
    "nearest": ("Tên gần nhất", "Nearest names"),
    "now": ("nay", "now"),
    "start": ("…", "…"),
}


class Answer(NamedTuple):
    """What is known of a name: the agency and its line, or candidates, or nearest names."""

    name: str
    agency: Entity | None
    how: str | None
    line: Line | None
    candidates: tuple[Entity, ...]
    nearest: tuple[str, ...]


def looked_up(name: str, date: str | None = None) -> Answer:
    """Look a name up.

    date: year, month or day on which the name is read (`2024`, `2024-11`, `2024-11-05`).
    Raises ValueError: date has another form.
    """
    if date is not None and not _DATE.fullmatch(date):
        raise ValueError(f"{date} is no date such as 2024-11-05")
    found = resolve(name, date=date)
    if found.agency:
        return Answer(name, found.agency, found.how, line(found.agency, date), (), ())
    return Answer(name, None, None, None, found.candidates, () if found.candidates else nearest_names(name))


def as_json(answer: Answer) -> dict[str, Any]:
    """Give an answer as plain data."""
    return {
        "name": answer.name,
        "agency": _entity(answer.agency) if answer.agency else None,
        "how": answer.how,
        "before": [_step(step) for step in answer.line.before] if answer.line else [],
        "after": [_step(step) for step in answer.line.after] if answer.line else [],
        "candidates": [_entity(one) for one in answer.candidates],
        "nearest": list(answer.nearest),
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {key: value or None for key, value in entity._asdict().items() if key not in ("predecessors", "successors")}


def _step(step: Step) -> dict[str, Any]:
    link = {key: value or None for key, value in step.link._asdict().items() if key not in ("id", "name")}
    return {**link, "agency": _entity(step.agency), "steps": [_step(one) for one in step.steps]}


def shown(answer: Answer, lang: str) -> RenderableType:
    """Give an answer for the terminal."""
    from rich.console import Group
    from rich.text import Text

    if answer.agency is None:
        if not answer.candidates:
            return Group(_word("unknown", lang), _listed(_word("nearest", lang), answer.nearest))
        heading = _word("candidates", lang).format(count=len(answer.candidates))
        names = [f"{one.name}  {one.id}" for one in answer.candidates[:_SHOWN]]
        left = len(answer.candidates) - _SHOWN
        return _listed(heading, (*names, *([_word("more", lang).format(count=left)] if left > 0 else [])))
    parts: list[RenderableType] = [_card(answer.agency, answer.how, lang)]
    for key, steps in (("before", answer.line.before), ("after", answer.line.after)) if answer.line else ():
        if steps:
            parts += [Text(""), _tree(_word(key, lang), steps, lang)]
    return Group(*parts)


def _word(key: str, lang: str) -> str:
    return _WORDS[key][lang == "en"]


def _listed(heading: str, names: tuple[str, ...]) -> Tree:
    from rich.text import Text
    from rich.tree import Tree

    tree = Tree(Text(heading, style="bold"), guide_style="dim")
    for name in names:
        tree.add(Text(name))
    return tree


def _card(entity: Entity, how: str | None, lang: str) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    rows = (
        ("name", entity.name),
        ("id", entity.id),
        ("kind", entity.kind),
        ("level", entity.level),
        ("parent", entity.parent),
        ("valid", _period(entity, lang)),
        ("read", how),
        ("status", entity.status),
    )
    for key, value in rows:
        if value:
            grid.add_row(Text(_word(key, lang), style="dim"), Text(value))
    return grid


def _period(entity: Entity, lang: str) -> str:
    return f"{entity.valid_from or _word('start', lang)} - {entity.valid_to or _word('now', lang)}"


def _tree(heading: str, steps: tuple[Step, ...], lang: str) -> Tree:
    from rich.text import Text
    from rich.tree import Tree

    tree = Tree(Text(heading, style="bold"), guide_style="dim")
    _grow(tree, steps, lang)
    return tree


def _grow(tree: Tree, steps: tuple[Step, ...], lang: str) -> None:
    from rich.text import Text

    for step in steps:
        label = Text(f"{step.link.on}  ", style="dim")
        label.append(step.agency.name, style="default")
        told = ", ".join(filter(None, (step.link.scope, step.link.note, step.link.basis, step.link.status)))
        label.append(f"  ({told})")
        _grow(tree.add(label), step.steps, lang)
