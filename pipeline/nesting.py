"""Marks that overlap, as markup that nests.

Takes a stretch of text and the marks that touch it, gives markup in which each character stands once. Where two marks
cross, the one opened later is closed and opened again; only its first piece carries the anchor.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.marks import Mark
from pipeline.markup import Html, escaped, joined, opening


def nested(text: str, start: int, end: int, marks: Sequence[Mark]) -> Html:
    """Give text[start:end] with its marks; marks may begin before or end behind the stretch."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = sorted({start, end, *(max(mark.start, start) for mark in inside), *(min(m.end, end) for m in inside)})
    out: list[str] = []
    stack: list[Mark] = []
    for place, following in zip(edges, [*edges[1:], end], strict=True):
        reopened = _close(stack, place, end, out)
        begun = [mark for mark in inside if max(mark.start, start) == place < min(mark.end, end)]
        for mark in sorted([*reopened, *begun], key=lambda mark: -mark.end):
            out.append(_open(mark, first=mark.start == place))
            stack.append(mark)
        out.append(escaped(text[place:following]))
    return joined(map(Html, out))


def _close(stack: list[Mark], place: int, end: int, out: list[str]) -> list[Mark]:
    """Close what ends here and what lies above it; give those that go on."""
    ending = [depth for depth, mark in enumerate(stack) if min(mark.end, end) <= place]
    if not ending:
        return []
    above = stack[ending[0] :]
    out.append("</mark>" * len(above))
    del stack[ending[0] :]
    return [mark for mark in above if min(mark.end, end) > place]


def _open(mark: Mark, *, first: bool) -> Html:
    return opening(
        "mark",
        class_=f"m {mark.kind}",
        id=mark.anchor if first else None,
        tabindex="0" if first else None,
        aria_description=mark.tip,
    )
