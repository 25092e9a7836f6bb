"""What is known of a pair: the truth that a comparison is held against.

All values are frozen; texts are the words of a section or paragraph as printed, without its label.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class SectionTruth:
    """What became of a section or paragraph.

    before_at, after_at: how many times the same words stand before it, where a plan repeats them.
    """

    kind: Literal["kept", "reworded", "moved", "new", "dropped"]
    before: str | None
    after: str | None
    before_at: int = 0
    after_at: int = 0


@dataclass(frozen=True)
class TargetTruth:
    """What became of a target; the texts are those of the paragraphs it stands in."""

    kind: Literal["kept", "raised", "lowered", "new", "dropped"]
    before: str | None
    after: str | None


@dataclass(frozen=True)
class TaskTruth:
    """What became of a task, and what changed in it."""

    kind: Literal["kept", "changed", "new", "dropped"]
    before: str | None
    after: str | None
    aspects: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReferenceTruth:
    """What became of a cited document; codes as printed."""

    kind: Literal["added", "dropped", "replaced"]
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Truth:
    """All that changed from one year to the next."""

    sections: tuple[SectionTruth, ...]
    targets: tuple[TargetTruth, ...]
    tasks: tuple[TaskTruth, ...]
    references: tuple[ReferenceTruth, ...]

    def as_json(self) -> dict[str, Any]:
        """Give the truth as plain data."""
        return asdict(self)
