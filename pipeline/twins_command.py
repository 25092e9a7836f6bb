"""twins: which files are one document, for the terminal and as JSON.

Takes the paths of the command line, gives a Report as a batch does and the groups; of each file only its sketch is
kept, so that memory stays small.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models import Cause, Failure
from pipeline.batch import Outcome, Report
from pipeline.opened import opened
from pipeline.twins import Group, Sketch, grouped, sketch
from pipeline.words import word

if TYPE_CHECKING:
    from rich.console import RenderableType


def found(paths: Sequence[Path], each: Callable[[Outcome], None]) -> tuple[Report, tuple[Path, ...], tuple[Group, ...]]:
    """Read the files and group them.

    each: is told of each file as it comes. Gives the report, the paths that were read and their groups.
    """
    outcomes: list[Outcome] = []
    sketches: list[Sketch] = []
    for path in paths:
        made, outcome = _read(path)
        sketches += [made] if made else []
        outcomes.append(outcome)
        each(outcome)
    read = tuple(outcome.path for outcome in outcomes if outcome.status == "done")
    return Report(tuple(outcomes)), read, grouped(sketches)


def _read(path: Path) -> tuple[Sketch | None, Outcome]:
    try:
        return sketch(opened(path)[0]), Outcome(path, "done")
    except Failure as failure:
        cause, detail = failure.cause, failure.detail
    except Exception as error:
        cause, detail = Cause.INTERNAL, f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return None, Outcome(path, "failed", cause=cause, detail=detail, trace=traceback.format_exc())


def as_json(read: Sequence[Path], groups: Sequence[Group]) -> dict[str, Any]:
    """Give the groups as plain data."""
    return {
        "files": len(read),
        "groups": [
            {
                "id": group.id,
                "grade": group.grade,
                "best": str(read[group.best]),
                "members": [
                    {"file": str(read[one.place]), "grade": one.grade, "likeness": round(one.likeness, 3)}
                    for one in group.members
                ],
            }
            for group in groups
        ],
    }


def shown(read: Sequence[Path], groups: Sequence[Group], lang: str) -> RenderableType:
    """Give the groups as trees, the file to keep first."""
    from rich.console import Group as Stack
    from rich.text import Text
    from rich.tree import Tree

    from pipeline.show import text

    parts: list[RenderableType] = []
    for group in groups:
        tree = Tree(text(f"{group.id or word('twins.unnamed', lang)}  {word(f'twins.{group.grade}', lang)}", "bold"))
        for one in sorted(group.members, key=lambda one: one.place != group.best):
            best = one.place == group.best
            about = word("twins.best", lang) if best else f"{word(f'twins.{one.grade}', lang)}, {one.likeness:.0%}"
            line = text(str(read[one.place]))
            line.append(f"  {about}", style="green" if best else "dim")
            tree.add(line)
        parts.append(tree)
    alone = len(read) - sum(len(group.members) for group in groups)
    parts.append(Text(word("twins.count", lang).format(groups=len(groups), alone=alone)))
    return Stack(*parts)
