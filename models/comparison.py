"""What changed from one document to another: typed records of change, each with its evidence on both sides.

Rule of the place: a record holds what is printed in either document; `before` is null where a thing is new, `after`
where it was dropped.
"""

from __future__ import annotations

from typing import Literal

from models.agency import Agency
from models.citation import Citation
from models.frozen import Frozen
from models.span import Span
from models.task import Target, Task

SectionChangeKind = Literal["kept", "reworded", "moved", "new", "dropped"]
ReferenceChangeKind = Literal["added", "dropped", "replaced"]
TargetChangeKind = Literal["kept", "raised", "lowered", "changed", "new", "dropped"]
TaskChangeKind = Literal["kept", "changed", "new", "dropped"]
TaskAspect = Literal["lead", "support", "deadline", "action"]
FieldName = Literal[
    "doc_type", "title", "issuer", "governing_agency", "place", "period", "theme", "movement", "signer", "recipients",
    "addressees",
]  # fmt: skip


class Compared(Frozen):
    """A document that is compared: what names it. year: the one it plans for, else that of its issue."""

    id: str
    name: str
    code: str | None = None
    doc_type: str | None = None
    title: str | None = None
    issuer: Agency | None = None
    issued_on: str | None = None
    year: int | None = None


class Side(Frozen):
    """A section, or a paragraph, in one of the documents.

    path: labels from the top (`II/1/a`), empty outside all sections; title: of its heading; role: what it is for.
    text: its own words, without what stands below it. span: of these words.
    """

    path: str
    title: str | None = None
    role: str | None = None
    text: str
    span: Span


class Piece(Frozen):
    """Words that stand in both documents (same, as the later one prints them), or in one of them."""

    kind: Literal["same", "added", "dropped"]
    text: str


class SectionChange(Frozen):
    """What became of a section or paragraph.

    kind: moved where it stands in another section or in another order, its words changed or not.
    likeness: 0 to 1, of the words of both. words: the difference word by word; empty where no word changed.
    """

    kind: SectionChangeKind
    before: Side | None = None
    after: Side | None = None
    likeness: float = 0.0
    words: tuple[Piece, ...] = ()


class ReferenceChange(Frozen):
    """A cited document that is cited no longer, newly, or in the place of another.

    by: how the successor is known: the table of laws says so, the archive has it that one replaces the other
    (relation), or it stands in the same place of the same paragraph.
    """

    kind: ReferenceChangeKind
    before: Citation | None = None
    after: Citation | None = None
    by: Literal["law-table", "relation", "place"] | None = None


class TargetChange(Frozen):
    """What became of a target. changed: its unit or comparison is another, or a range was moved at one end only."""

    kind: TargetChangeKind
    before: Target | None = None
    after: Target | None = None
    likeness: float = 0.0


class TaskChange(Frozen):
    """What became of a task. aspects: what changed in it; a deadline that moved with the year did not change."""

    kind: TaskChangeKind
    before: Task | None = None
    after: Task | None = None
    aspects: tuple[TaskAspect, ...] = ()
    likeness: float = 0.0


class FieldChange(Frozen):
    """A field of the document that says something else: all its values before and after, as printed.

    succession: the agency was renamed or merged in between, as the tables of agencies know; it is the same line.
    """

    field: FieldName
    succession: bool = False
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Boilerplate(Frozen):
    """How much of the later document stands word for word elsewhere, as shares of its words, 0 to 1.

    before: in the one before. parent: in its parent, null where none was given.
    """

    before: float
    parent: float | None = None


class Comparison(Frozen):
    """All that changed from one document to another."""

    before: Compared
    after: Compared
    parent: Compared | None = None
    sections: tuple[SectionChange, ...] = ()
    references: tuple[ReferenceChange, ...] = ()
    targets: tuple[TargetChange, ...] = ()
    tasks: tuple[TaskChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    boilerplate: Boilerplate
