"""The tree of sections: parts, chapters, articles, Roman numerals, items, bullets."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from models.frozen import Frozen
from models.span import Confidence, Span

SectionKind = Literal[
    "part", "chapter", "division", "article", "upper", "roman", "arabic", "decimal",
    "letter", "parenthesis", "bullet", "appendix", "attachment",
]  # fmt: skip
"""phần, chương, mục, điều, `A.`, `I.`, `1.`, `1.1.`, `a)`, `(i)`, `-`, phụ lục, văn bản kèm theo."""


class Section(Frozen):
    """A heading or item with all that stands below it.

    label: the number alone (`I`, `1.1`, `a`, `Điều 2`, `Phụ lục II`, `Kèm theo`; `-` for any bullet).
    marker: the label as printed (`I-`, `1.`, `a)`).
    level: 1 for the top of the document.
    title: the heading's own words; null where the label starts a running sentence.
    role: what the section is for (`plan.purpose`), null where unknown; role_confidence, role_rule: how sure it is, and
    the rule that gave it.
    span: from the marker to the end of its last child.
    """

    label: str
    marker: str
    kind: SectionKind
    level: int = Field(ge=1)
    title: str | None = None
    role: str | None = None
    role_confidence: Confidence | None = None
    role_rule: str | None = None
    span: Span
    children: tuple[Section, ...] = ()
